//! Whether an account can be sealed from a month on. Pure.

use kernel::{EmployerId, Finding, Month};

use super::store::LineFacts;
use crate::account::AccountStatus;

/// What keeps an account from being sealed by its employer from a month on, if anything:
/// `account_not_here`, `account_not_contributing`, `account_frozen`, `month_before_first`,
/// `month_paid`, `month_assessed`.
pub(super) fn judge(facts: &LineFacts, employer: EmployerId, from: Month) -> Option<Finding> {
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
        .filter(|_| facts.employer_id == Some(employer))
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
    if from < first {
        let sentence = format!("自 {first} 起在本单位缴存，不能自 {from} 起封存");
        return tell("month_before_first", sentence);
    }
    if let Some(paid) = facts.last_paid.filter(|paid| *paid >= from) {
        let sentence = format!("{paid} 已缴存，最早自 {} 起封存", paid.next());
        return tell("month_paid", sentence);
    }
    if let Some(assessed) = facts.assessed {
        let sentence =
            format!("{assessed} 的汇缴已核定、包含该职工，须先撤销该汇缴或自其次月起封存");
        return tell("month_assessed", sentence);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{AccountNo, Clock};

    /// Account of this employer from 2026-03; status, last month paid, month assessed, sealed from.
    #[test]
    fn what_keeps_an_account_from_being_sealed() {
        let clock = Clock::manual("2026-11-20T00:30:00.000000Z".parse().unwrap());
        let (here, elsewhere) = (EmployerId::new(&clock), EmployerId::new(&clock));
        let month = |text: &str| text.parse::<Month>().unwrap();
        let normal = Some(AccountStatus::Normal);
        let cases = [
            (here, normal, Some("2026-05"), None, "2026-06", None),
            (here, normal, None, None, "2026-03", None),
            (
                here,
                normal,
                Some("2026-05"),
                None,
                "2026-05",
                Some("month_paid"),
            ),
            (
                here,
                normal,
                Some("2026-05"),
                Some("2026-06"),
                "2026-06",
                Some("month_assessed"),
            ),
            (
                here,
                normal,
                None,
                None,
                "2026-02",
                Some("month_before_first"),
            ),
            (
                elsewhere,
                normal,
                None,
                None,
                "2026-06",
                Some("account_not_here"),
            ),
            (
                here,
                Some(AccountStatus::Frozen),
                None,
                None,
                "2026-06",
                Some("account_frozen"),
            ),
            (
                here,
                Some(AccountStatus::Sealed),
                None,
                None,
                "2026-06",
                Some("account_not_contributing"),
            ),
            (
                here,
                Some(AccountStatus::Withdrawn),
                None,
                None,
                "2026-06",
                Some("account_not_contributing"),
            ),
        ];
        for (employer, status, paid, assessed, from, expected) in cases {
            let facts = LineFacts {
                account_no: AccountNo::new(1_000_000_001).unwrap(),
                employer_id: Some(employer),
                status,
                first_month: Some(month("2026-03")),
                last_paid: paid.map(month),
                assessed: assessed.map(month),
            };
            let found = judge(&facts, here, month(from));
            assert_eq!(
                found.map(|finding| finding.code),
                expected,
                "{from} {status:?}"
            );
        }
    }
}
