//! 三权分立: whoever keeps the system, whoever gives rights and whoever reads the trail are three
//! people, and none of them does business (GB/T 22239-2019, 8.1.5: system, audit and security
//! management are done by separate administrators).
//!
//! Contract: pure. An action that isn't named here is business, so one that a crate declares anew
//! never slips into an administrator's role unseen.

use kernel::Refusal;

use super::standard::matches;
use crate::{Action, Decision};

db::codes! {
    /// 权限类别: what no two of may come together in one role or one person.
    pub enum Power {
        /// 系统管理: accounts of staff, branches, departments, the running of the system.
        System = "system", "系统管理";
        /// 安全管理: roles and who has them, approval flows, sessions and lock-outs of others.
        Security = "security", "安全管理";
        /// 审计管理: the audit trail.
        Audit = "audit", "审计管理";
        /// 业务办理: everything else.
        Business = "business", "业务办理";
    }
}

/// The powers that administer; somebody always holds each.
pub(crate) const ADMINISTERING: [Power; 3] = [Power::System, Power::Security, Power::Audit];

/// What may stand beside any power: how the centre is set up, and one's own list on paper.
const OPEN: &[&str] = &[
    "approval_flow.read",
    "branch.read",
    "business_day.read",
    "delegation.read",
    "department.read",
    "job.read",
    "list.export",
    "meeting.read",
    "policy.read",
    "resolution.read",
    "role.read",
    "session.read",
    "session.sign_in",
    "session.sign_out",
    "staff.read",
    "status.read",
];

const OF_POWER: &[(Power, &[&str])] = &[
    (
        Power::System,
        &[
            "branch.add",
            "centre.*",
            "department.add",
            "job.*",
            "staff.add",
            "staff.leave",
            "staff.reset_password",
            "status.*",
        ],
    ),
    (
        Power::Security,
        &[
            "approval_flow.set",
            "delegation.appoint",
            "role.*",
            "session.*",
            "staff.assign",
            "staff.reset_second_factor",
            "staff.unlock",
        ],
    ),
    (Power::Audit, &["audit.*"]),
];

/// The power that an action belongs to; none when it may stand beside any.
#[must_use]
pub fn power_of(code: &str) -> Option<Power> {
    let any = |patterns: &[&str]| patterns.iter().any(|pattern| matches(pattern, code));
    if any(OPEN) {
        return None;
    }
    let named = OF_POWER.iter().find(|(_, patterns)| any(patterns));
    Some(named.map_or(Power::Business, |(power, _)| *power))
}

impl Power {
    /// The act by which a person is known to hold this power; business is everybody's.
    pub(crate) const fn known_by(self) -> Option<&'static Action> {
        match self {
            Self::System => Some(&crate::staff::STAFF_ADD),
            Self::Security => Some(&crate::staff::STAFF_ASSIGN),
            Self::Audit => Some(&crate::audit::AUDIT_READ),
            Self::Business => None,
        }
    }
}

/// The one power of a role's actions; none when they may stand beside any. The actions come with
/// their labels.
///
/// # Errors
/// `role_powers_mixed`, naming two actions that can't come together.
pub(super) fn of_role<'a>(
    actions: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Decision<Option<Power>> {
    let mut first: Option<(Power, &str)> = None;
    for (code, label) in actions {
        let Some(power) = power_of(code) else {
            continue;
        };
        match first {
            None => first = Some((power, label)),
            Some((one, of)) if one != power => {
                let sentence = format!(
                    "“{of}”属于{}，“{label}”属于{}，不能放在同一个角色中",
                    one.label(),
                    power.label()
                );
                return Err(Refusal::invalid("role_powers_mixed", sentence).at("actions"));
            }
            Some(_) => {}
        }
    }
    Ok(first.map(|(power, _)| power))
}

/// That one person may have these roles together, each by its name with its power.
///
/// # Errors
/// `staff_roles_conflict`, naming two roles that can't come together.
pub(super) fn of_person(roles: &[(String, Option<Power>)]) -> Decision<()> {
    let mut powers = roles
        .iter()
        .filter_map(|(name, power)| Some((name, (*power)?)));
    let Some((name, power)) = powers.next() else {
        return Ok(());
    };
    let Some((other, theirs)) = powers.find(|(_, theirs)| *theirs != power) else {
        return Ok(());
    };
    let sentence = format!(
        "角色“{name}”（{}）和“{other}”（{}）不能由同一人担任：系统管理、安全管理、审计管理各由专人负责，也都不办理业务",
        power.label(),
        theirs.label()
    );
    Err(Refusal::conflict("staff_roles_conflict", sentence).at("roles"))
}

#[cfg(test)]
mod tests {
    use super::Power::{Audit, Business, Security, System};
    use super::*;

    #[test]
    fn an_action_belongs_to_one_power_or_to_any() {
        let cases = [
            ("staff.add", Some(System)),
            ("staff.leave", Some(System)),
            ("branch.add", Some(System)),
            ("job.retry", Some(System)),
            ("role.add", Some(Security)),
            ("staff.assign", Some(Security)),
            ("approval_flow.set", Some(Security)),
            ("audit.read", Some(Audit)),
            ("employer.read", Some(Business)),
            ("approval.decide", Some(Business)),
            ("policy.change", Some(Business)),
            ("never.heard_of", Some(Business)),
            ("staff.read", None),
            ("role.read", None),
            ("list.export", None),
            ("job.read", None),
        ];
        for (code, power) in cases {
            assert_eq!(power_of(code), power, "{code}");
        }
        for power in ADMINISTERING {
            let known_by = power.known_by().unwrap();
            assert_eq!(power_of(known_by.code), Some(power), "{}", known_by.code);
        }
    }

    #[test]
    fn a_role_is_of_one_power() {
        type Case<'a> = (&'a [&'a str], Result<Option<Power>, &'a str>);
        let cases: &[Case<'_>] = &[
            (&[], Ok(None)),
            (&["staff.read", "list.export"], Ok(None)),
            (&["staff.read", "staff.add"], Ok(Some(System))),
            (
                &["employer.read", "approval.decide", "policy.change"],
                Ok(Some(Business)),
            ),
            (&["staff.add", "staff.assign"], Err("系统管理")),
            (&["role.add", "audit.read"], Err("审计管理")),
            (
                &["staff.read", "audit.read", "employer.read"],
                Err("业务办理"),
            ),
            (&["staff.add", "branch.read", "audit.read"], Err("审计管理")),
        ];
        for (actions, expected) in cases {
            let decided = of_role(actions.iter().map(|code| (*code, *code)));
            match (decided, expected) {
                (Ok(power), Ok(expected)) => assert_eq!(power, *expected, "{actions:?}"),
                (Err(refusal), Err(named)) => {
                    assert_eq!(refusal.code(), "role_powers_mixed");
                    assert!(refusal.sentence().contains(named), "{}", refusal.sentence());
                }
                (decided, _) => panic!("{actions:?}: {decided:?}"),
            }
        }
    }

    #[test]
    fn a_person_is_of_one_power() {
        let cases: &[(&[Option<Power>], bool)] = &[
            (&[], true),
            (&[None, None], true),
            (&[Some(Business), Some(Business), None], true),
            (&[None, Some(Audit)], true),
            (&[Some(Security), Some(Security)], true),
            (&[Some(System), Some(Security)], false),
            (&[Some(Security), None, Some(Audit)], false),
            (&[Some(Audit), Some(System)], false),
            (&[Some(Business), Some(System)], false),
            (&[None, Some(Business), Some(Business), Some(Audit)], false),
        ];
        for (powers, may) in cases {
            let roles: Vec<_> = powers
                .iter()
                .enumerate()
                .map(|(n, power)| (format!("角色{n}"), *power))
                .collect();
            let decided = of_person(&roles);
            assert_eq!(decided.is_ok(), *may, "{powers:?}");
            if let Err(refusal) = decided {
                assert_eq!(refusal.code(), "staff_roles_conflict");
                assert!(
                    refusal.sentence().contains("角色"),
                    "{}",
                    refusal.sentence()
                );
            }
        }
    }
}
