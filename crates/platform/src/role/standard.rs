//! The roles a centre starts with, as data. They are a beginning: a centre edits its own.

use crate::{Action, DataScope};

/// A role to begin with. Its actions are given by patterns over the program's list: a code
/// (`roster.confirm`), a whole noun (`roster.*`) or all reading (`*.read`).
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

/// The usual ones. The administrator does no business; who enters money doesn't keep the rosters.
pub const STANDARD: &[RoleSeed] = &[
    RoleSeed {
        code: "administrator",
        name: "系统管理员",
        data_scope: DataScope::Centre,
        actions: &[
            "centre.*",
            "branch.*",
            "department.*",
            "staff.*",
            "role.*",
            "policy.*",
            "approval_flow.*",
            "delegation.*",
            "audit.read",
            "business_day.read",
            "approval.read",
            "list.export",
        ],
    },
    RoleSeed {
        code: "collection_clerk",
        name: "归集经办",
        data_scope: DataScope::OwnBranch,
        actions: &[
            "employer.*",
            "account.*",
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
            "employer.read",
            "account.read",
            // Where a branch has one clerk, who asks for an account can't be who lets it go.
            "account.seal",
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
            "voucher.read",
            "file.*",
            "branch.read",
            "policy.read",
            "business_day.read",
            "approval.*",
            "delegation.*",
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
            "roster.read",
            "file.*",
            "branch.read",
            "policy.read",
            "approval.*",
            "delegation.*",
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
            "period.*",
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
            "delegation.*",
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

fn matches(pattern: &str, code: &str) -> bool {
    match (pattern.split_once('.'), code.split_once('.')) {
        (Some(("*", verb)), Some((_, theirs))) => verb == theirs,
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

    #[test]
    fn the_administrator_does_no_business_and_the_director_reads_and_approves() {
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
        let known: Vec<&Action> = crate::ACTIONS
            .iter()
            .copied()
            .chain(BUSINESS.iter())
            .collect();
        let codes = |code: &str| -> Vec<&str> {
            let seed = STANDARD.iter().find(|seed| seed.code == code).unwrap();
            covered(seed, &known).map(|action| action.code).collect()
        };
        let administrator = codes("administrator");
        assert!(administrator.contains(&"staff.add"));
        assert!(
            BUSINESS
                .iter()
                .all(|action| !administrator.contains(&action.code))
        );
        let director = codes("director");
        assert!(
            // A list taken out is what was read.
            director
                .iter()
                .all(|code| code.ends_with(".read") || BESIDE_READING.contains(code)),
            "{director:?}"
        );
        assert!(director.contains(&"employer.read"));
        assert!(!codes("collection_clerk").contains(&"remittance.reverse"));
        assert!(!codes("accountant").contains(&"employer.register"));
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
