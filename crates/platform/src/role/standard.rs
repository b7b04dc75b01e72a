//! The roles a centre starts with, as data. They are a beginning: a centre edits its own.

use crate::{Action, DataScope};

/// A role to begin with. Its actions are given by patterns over the program's list: a code
/// (`roster.confirm`), a whole noun (`roster.*`) or all reading (`*.read`) but that of the audit
/// trail, which is a power of its own.
#[derive(Debug, Clone, Copy)]
pub struct RoleSeed {
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How far its actions reach.
    pub data_scope: DataScope,
    /// The patterns.
    pub actions: &'static [&'static str],
}

/// The usual ones. The three administrators do no business and not each other's work (三权分立); who
/// enters money doesn't keep the rosters.
pub const STANDARD: &[RoleSeed] = &[
    RoleSeed {
        code: "administrator",
        name: "系统管理员",
        data_scope: DataScope::Centre,
        actions: &[
            "centre.*",
            "branch.*",
            "department.*",
            "staff.add",
            "staff.leave",
            "staff.read",
            "staff.reset_password",
            "role.read",
            "business_day.read",
            "job.*",
            "list.export",
            "status.read",
        ],
    },
    RoleSeed {
        code: "security_administrator",
        name: "安全管理员",
        data_scope: DataScope::Centre,
        actions: &[
            "role.*",
            "session.end",
            "session.read",
            "staff.assign",
            "staff.read",
            "staff.reset_second_factor",
            "staff.unlock",
            "approval_flow.*",
            "delegation.appoint",
            "delegation.read",
            "branch.read",
            "department.read",
            "list.export",
        ],
    },
    RoleSeed {
        code: "audit_administrator",
        name: "审计管理员",
        data_scope: DataScope::Centre,
        // Whom the trail names, and what their roles give them.
        actions: &["audit.read", "staff.read", "role.read", "list.export"],
    },
    RoleSeed {
        code: "policy_officer",
        name: "政策管理",
        data_scope: DataScope::Centre,
        actions: &[
            "policy.*",
            "meeting.*",
            "resolution.*",
            "approval.read",
            "branch.read",
            "business_day.read",
            "file.*",
            "list.export",
        ],
    },
    RoleSeed {
        code: "collection_clerk",
        name: "归集经办",
        data_scope: DataScope::OwnBranch,
        actions: &[
            "agent.*",
            "employer.*",
            "account.*",
            // Whoever sits at the counter compares a document with what is known, for a reason each time.
            "member.unmask",
            "member.change_mobile",
            "roster.*",
            "remittance.read",
            "remittance.cancel",
            "arrival.read",
            "bank_account.read",
            "suspense.read",
            "transfer.notify",
            "transfer.open",
            "transfer.read",
            "transfer.withdraw",
            "payer.read",
            "certificate.issue",
            "certificate.read",
            "file.*",
            "branch.read",
            "policy.read",
            "business_day.read",
            "approval.read",
            "list.export",
            "home.read",
        ],
    },
    RoleSeed {
        code: "collection_reviewer",
        name: "归集复核",
        data_scope: DataScope::OwnBranch,
        actions: &[
            "agent.read",
            "employer.read",
            "account.read",
            // Where a branch has one clerk, who asks for an account can't be who lets it go.
            "account.seal",
            "member.unmask",
            "roster.read",
            "remittance.*",
            "arrival.read",
            "bank_account.read",
            "suspense.read",
            "transfer.decline",
            "transfer.force",
            "transfer.notify",
            "transfer.read",
            "payer.read",
            "certificate.*",
            "voucher.read",
            "file.*",
            "branch.read",
            "policy.read",
            "business_day.read",
            "approval.*",
            "delegation.read",
            "delegation.set",
            "list.export",
            "home.read",
        ],
    },
    RoleSeed {
        code: "accountant",
        name: "会计",
        data_scope: DataScope::Centre,
        actions: &[
            "bank_account.*",
            "arrival.*",
            "suspense.*",
            "payer.*",
            "voucher.*",
            "ledger_account.*",
            "balance.*",
            "period.*",
            "opening.*",
            "books.*",
            "business_day.*",
            "employer.read",
            "account.read",
            "remittance.read",
            "remittance.reverse",
            "remittance.allocate",
            "recovery.*",
            "certificate.read",
            "roster.read",
            "file.*",
            "branch.read",
            "policy.read",
            "job.read",
            "approval.*",
            "delegation.read",
            "delegation.set",
            "list.export",
            "home.read",
        ],
    },
    RoleSeed {
        code: "chief_accountant",
        name: "会计主管",
        data_scope: DataScope::Centre,
        actions: &[
            "bank_account.read",
            "arrival.read",
            "suspense.read",
            "payer.read",
            "voucher.read",
            "ledger_account.read",
            "balance.read",
            "period.read",
            "recovery.read",
            "business_day.read",
            "employer.read",
            "account.read",
            "remittance.read",
            "roster.read",
            "file.read",
            "branch.read",
            "policy.read",
            "approval.*",
            "delegation.read",
            "delegation.set",
            "list.export",
            "home.read",
        ],
    },
    RoleSeed {
        code: "director",
        name: "主任",
        data_scope: DataScope::Centre,
        actions: &["*.read", "approval.decide", "delegation.set", "list.export"],
    },
];

/// The actions that a seed's patterns cover.
pub fn covered<'a>(
    seed: &RoleSeed,
    known: &'a [&'a Action],
) -> impl Iterator<Item = &'a Action> + use<'a> {
    let patterns = seed.actions;
    let wanted = move |action: &Action| patterns.iter().any(|p| matches(p, action.code));
    known.iter().copied().filter(move |action| wanted(action))
}

/// The patterns of the seeds that cover no known action: misspelt, or of a crate not yet built.
#[must_use]
pub fn unmatched(seeds: &[RoleSeed], known: &[&Action]) -> Vec<&'static str> {
    let patterns = seeds.iter().flat_map(|seed| seed.actions.iter().copied());
    patterns
        .filter(|pattern| !known.iter().any(|a| matches(pattern, a.code)))
        .collect()
}

pub(super) fn matches(pattern: &str, code: &str) -> bool {
    match (pattern.split_once('.'), code.split_once('.')) {
        (Some(("*", verb)), Some((noun, theirs))) => verb == theirs && noun != "audit",
        (Some((noun, "*")), Some((theirs, _))) => noun == theirs,
        _ => pattern == code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_covers_a_code_a_noun_or_a_verb_and_nothing_else() {
        let cases = [
            ("roster.read", "roster.reads", false),
            ("roster.*", "roster_line.read", false),
            ("roster.*", "employer.read", false),
            ("*.read", "roster.confirm", false),
            ("*.read", "read.roster", false),
            ("*.read", "audit.read", false),
            ("audit.*", "audit.read", true),
            ("roster.read", "roster.read", true),
            ("roster.*", "roster.confirm", true),
            ("*.read", "roster.read", true),
        ];
        for (pattern, code, expected) in cases {
            assert_eq!(matches(pattern, code), expected, "{pattern} {code}");
        }
    }

    /// What a director does: approve what others do, name a deputy, take a list along.
    const BESIDE_READING: &[&str] = &["approval.decide", "delegation.set", "list.export"];

    const BUSINESS: &[Action] = &[
        Action {
            code: "employer.register",
            label: "单位登记",
        },
        Action {
            code: "employer.read",
            label: "查看单位",
        },
        Action {
            code: "arrival.enter",
            label: "录入到账",
        },
        Action {
            code: "remittance.reverse",
            label: "冲销汇缴",
        },
    ];

    fn codes(code: &str) -> Vec<&'static str> {
        let known: Vec<&'static Action> = crate::ACTIONS
            .iter()
            .copied()
            .chain(BUSINESS.iter())
            .collect();
        let seed = STANDARD.iter().find(|seed| seed.code == code).unwrap();
        let codes = known.iter().filter(|action| {
            let patterns = seed.actions;
            patterns.iter().any(|p| matches(p, action.code))
        });
        codes.map(|action| action.code).collect()
    }

    #[test]
    fn the_administrators_do_no_business_and_the_director_reads_and_approves() {
        for role in [
            "administrator",
            "security_administrator",
            "audit_administrator",
        ] {
            let may = codes(role);
            let business = BUSINESS.iter().find(|action| may.contains(&action.code));
            assert!(business.is_none(), "{role}: {business:?}");
        }
        let director = codes("director");
        assert!(
            // A list taken out is what was read.
            director
                .iter()
                .all(|code| code.ends_with(".read") || BESIDE_READING.contains(code)),
            "{director:?}"
        );
        assert!(director.contains(&"employer.read"));
        assert!(!director.contains(&"audit.read"));
        assert!(!codes("collection_clerk").contains(&"remittance.reverse"));
        assert!(!codes("accountant").contains(&"employer.register"));
    }

    #[test]
    fn who_makes_accounts_gives_no_rights_and_who_gives_rights_makes_none() {
        let (system, security) = (codes("administrator"), codes("security_administrator"));
        let audit = codes("audit_administrator");
        for (act, who) in [
            ("staff.add", &system),
            ("staff.leave", &system),
            ("staff.reset_password", &system),
            ("staff.assign", &security),
            ("role.add", &security),
            ("session.end", &security),
            ("staff.unlock", &security),
            ("staff.reset_second_factor", &security),
            ("approval_flow.set", &security),
            ("audit.read", &audit),
        ] {
            for holder in [&system, &security, &audit] {
                let is_theirs = std::ptr::eq(holder, who);
                assert_eq!(holder.contains(&act), is_theirs, "{act}: {holder:?}");
            }
        }
    }

    #[test]
    fn a_misspelt_pattern_is_named() {
        let seed = RoleSeed {
            code: "trial",
            name: "试验",
            data_scope: DataScope::Centre,
            actions: &["staff.*", "staf.add", "*.raed"],
        };
        assert_eq!(unmatched(&[seed], crate::ACTIONS), ["staf.add", "*.raed"]);
    }
}
