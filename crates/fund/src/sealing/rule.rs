//! Whether an account can be sealed from a month on. Pure.

use kernel::Finding;

use super::model::{SealReason, Sealing};
use super::store::LineFacts;
use crate::account::AccountStatus;

/// What keeps an account from being sealed so, if anything: `account_not_here`,
/// `account_not_contributing`, `account_frozen`, `transfer_same_person`, `month_before_first`,
/// `month_paid`, `month_assessed`.
///
/// Who asked for the account with a transfer case doesn't seal it: to let somebody go and to take
/// somebody on are two people's acts, as the forced way has it. And only the forced way seals from a
/// month before the employer's first: its proof says that the employer contributes for none.
pub(super) fn judge(facts: &LineFacts, sealing: &Sealing) -> Option<Finding> {
    let from = sealing.from_month;
    let tell = |code: &'static str, sentence: String| {
        let no = facts.account_no;
        Some(Finding::new(
            no.to_string(),
            code,
            format!("个人账户 {no}：{sentence}"),
        ))
    };
    let Some(first) = facts
        .first_month
        .filter(|_| facts.employer_id == Some(sealing.employer_id))
    else {
        return tell("account_not_here", "不是本单位的账户".to_owned());
    };
    match facts.status {
        Some(AccountStatus::Normal) => {}
        Some(AccountStatus::Frozen) => {
            let sentence = "账户已冻结，须先解除冻结再封存".to_owned();
            return tell("account_frozen", sentence);
        }
        status => {
            let label = status.map_or("未知", |status| status.label());
            let sentence = format!("账户处于“{label}”状态，不能再封存");
            return tell("account_not_contributing", sentence);
        }
    }
    if facts.asked_by.as_deref() == Some(sealing.made_by.as_str()) {
        let sentence = "该职工的转移催办由您本人发起，须由其他人员办理封存".to_owned();
        return tell("transfer_same_person", sentence);
    }
    if from < first && sealing.reason != SealReason::Forced {
        let sentence = format!("自 {first} 起在本单位缴存，不能自 {from} 起封存");
        return tell("month_before_first", sentence);
    }
    if let Some(paid) = facts.last_paid.filter(|paid| *paid >= from) {
        let sentence = format!("{paid} 已缴存，最早自 {} 起封存", paid.next());
        return tell("month_paid", sentence);
    }
    if let Some(assessed) = facts.assessed {
        let sentence =
            format!("{assessed} 的汇缴已核定、包含该职工，须先取消该汇缴的核定，或自其次月起封存");
        return tell("month_assessed", sentence);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{AccountNo, BranchId, Clock, EmployerId, SealingId};

    fn sealing(employer_id: EmployerId, from: &str) -> Sealing {
        Sealing {
            sealing_id: SealingId::NIL,
            employer_id,
            branch_id: BranchId::NIL,
            from_month: from.parse().unwrap(),
            reason: SealReason::Terminated,
            note: None,
            accounts: 1,
            roster_id: None,
            made_at: "2026-11-20T00:30:00.000000Z".parse().unwrap(),
            made_by: "staff:1".to_owned(),
            made_by_name: "经办".to_owned(),
        }
    }

    /// An account that contributes with an employer from 2026-03 on.
    fn facts(employer_id: EmployerId) -> LineFacts {
        LineFacts {
            account_no: AccountNo::new(1_000_000_001).unwrap(),
            employer_id: Some(employer_id),
            status: Some(AccountStatus::Normal),
            first_month: Some("2026-03".parse().unwrap()),
            last_paid: None,
            assessed: None,
            asked_by: None,
        }
    }

    fn code(facts: &LineFacts, sealing: &Sealing) -> Option<&'static str> {
        judge(facts, sealing).map(|finding| finding.code)
    }

    fn employer() -> EmployerId {
        EmployerId::new(&Clock::manual(
            "2026-11-20T00:30:00.000000Z".parse().unwrap(),
        ))
    }

    /// Last month paid, month assessed, sealed from.
    #[test]
    fn months_that_keep_an_account_from_being_sealed() {
        let here = employer();
        for (paid, assessed, from, expected) in [
            (Some("2026-05"), None, "2026-06", None),
            (None, None, "2026-03", None),
            (Some("2026-05"), None, "2026-05", Some("month_paid")),
            (
                Some("2026-05"),
                Some("2026-06"),
                "2026-06",
                Some("month_assessed"),
            ),
            (None, None, "2026-02", Some("month_before_first")),
        ] {
            let facts = LineFacts {
                last_paid: paid.map(|month| month.parse().unwrap()),
                assessed: assessed.map(|month| month.parse().unwrap()),
                ..facts(here)
            };
            assert_eq!(code(&facts, &sealing(here, from)), expected, "{from}");
        }
    }

    #[test]
    fn only_an_account_that_contributes_here_is_sealed() {
        let (here, elsewhere) = (employer(), employer());
        let sealing = sealing(here, "2026-06");
        assert_eq!(code(&facts(elsewhere), &sealing), Some("account_not_here"));
        for (status, expected) in [
            (AccountStatus::Normal, None),
            (AccountStatus::Frozen, Some("account_frozen")),
            (AccountStatus::Sealed, Some("account_not_contributing")),
            (AccountStatus::Withdrawn, Some("account_not_contributing")),
        ] {
            let facts = LineFacts {
                status: Some(status),
                ..facts(here)
            };
            assert_eq!(code(&facts, &sealing), expected, "{status:?}");
        }
    }

    #[test]
    fn who_asked_for_the_account_does_not_seal_it() {
        let here = employer();
        let sealing = sealing(here, "2026-06");
        for (asked_by, expected) in [("staff:1", Some("transfer_same_person")), ("staff:2", None)] {
            let facts = LineFacts {
                asked_by: Some(asked_by.to_owned()),
                ..facts(here)
            };
            assert_eq!(code(&facts, &sealing), expected, "{asked_by}");
        }
    }

    #[test]
    fn by_force_an_employer_that_never_contributed_is_left_out_whole() {
        let here = employer();
        let forced = Sealing {
            reason: SealReason::Forced,
            ..sealing(here, "2026-02")
        };
        assert_eq!(code(&facts(here), &forced), None);
        let paid = LineFacts {
            last_paid: Some("2026-02".parse().unwrap()),
            ..facts(here)
        };
        assert_eq!(code(&paid, &forced), Some("month_paid"));
    }
}
