//! What may be done with a case. Pure.

use kernel::{Date, Month, Refusal};

use super::error;
use super::model::{CaseStatus, Decision, TransferCase};

/// Whether a case may be ended so, by whom and on what day: 强制封存 only after the term, and never by
/// who opened the case.
///
/// # Errors
/// `transfer_not_waiting`, `transfer_not_due`, `transfer_same_person`.
pub(super) fn check(
    case: &TransferCase,
    decision: &Decision,
    by: &str,
    today: Date,
) -> Result<(), Refusal> {
    if case.status != CaseStatus::Waiting {
        return Err(error::not_waiting(case.status));
    }
    if let Decision::Force { .. } = decision {
        if today <= case.due_on {
            return Err(error::not_due(case.due_on));
        }
        if by == case.opened_by {
            return Err(error::same_person());
        }
    }
    Ok(())
}

/// 封存年月 of a forced sealing: the month from which the new employer contributes; or the one after
/// `last`, the last that is paid or that the old one is assessed for; or `until`, before which an
/// employer of before contributes.
///
/// Where the old one was to begin later than that, it contributes for no month at all: the month is
/// nobody else's, and so the new employer's to pay in full (Regulation article 20).
pub(super) fn sealed_from(month: Month, last: Option<Month>, until: Option<Month>) -> Month {
    let after = last.map(Month::next);
    [after, until].into_iter().flatten().fold(month, Month::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forced_sealing_begins_after_what_others_contribute() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        for (asked, paid, until, from) in [
            ("2026-06", None, None, "2026-06"),
            ("2026-06", Some("2026-05"), None, "2026-06"),
            ("2026-06", Some("2026-07"), None, "2026-08"),
            ("2026-06", None, Some("2026-04"), "2026-06"),
            ("2026-06", Some("2026-05"), Some("2026-07"), "2026-07"),
        ] {
            let found = sealed_from(month(asked), paid.map(month), until.map(month));
            assert_eq!(found, month(from), "{asked} {paid:?} {until:?}");
        }
    }
}
