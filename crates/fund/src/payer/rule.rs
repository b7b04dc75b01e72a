//! How payers are told apart, and on which days one pays for an employer. Pure.

use kernel::{Date, Fen};

use crate::member::normalised;

/// An account number as it is compared: what people put between the figures doesn't count.
pub(crate) fn compared_account(number: &str) -> String {
    normalised(number).replace('-', "")
}

/// Days from a first to a last one, both included; without a last one they go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Days {
    pub(crate) first: Date,
    pub(crate) last: Option<Date>,
}

impl Days {
    /// From `first` on, as long as agreed, or less long when it was ended.
    pub(crate) fn new(first: Date, agreed: Option<Date>, ended: Option<Date>) -> Self {
        let last = match (agreed, ended) {
            (Some(agreed), Some(ended)) => Some(agreed.min(ended)),
            (one, other) => one.or(other),
        };
        Self { first, last }
    }

    /// Whether no day is in them: an arrangement that was ended before it began.
    pub(crate) fn is_empty(self) -> bool {
        self.last.is_some_and(|last| last < self.first)
    }

    /// Whether a day or a later one is in them.
    pub(crate) fn reaches(self, day: Date) -> bool {
        !self.is_empty() && self.last.is_none_or(|last| last >= day)
    }

    /// Whether a day is in both.
    pub(crate) fn overlaps(self, other: Days) -> bool {
        self.reaches(other.first) && other.reaches(self.first)
    }
}

/// Whether money that waits is the split over what a payer's employers owe together: all of it, to
/// the fen. Anything else is for a person to find out.
pub(crate) fn is_exact_split(left: Fen, dues: &[Fen]) -> bool {
    !dues.is_empty() && Fen::sum(dues.iter().copied()) == Some(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn days(first: &str, agreed: Option<&str>, ended: Option<&str>) -> Days {
        Days::new(date(first), agreed.map(date), ended.map(date))
    }

    #[test]
    fn accounts_are_compared_whatever_their_width() {
        assert_eq!(compared_account("5100-1234 ５６"), "5100123456");
    }

    #[test]
    fn days_end_when_agreed_or_before() {
        let whole = days("2026-01-01", Some("2026-12-31"), None);
        assert!(whole.reaches(date("2026-12-31")) && !whole.reaches(date("2027-01-01")));
        let cut = days("2026-01-01", Some("2026-12-31"), Some("2026-06-30"));
        assert_eq!(cut.last, Some(date("2026-06-30")));
        let never = days("2026-07-01", None, Some("2026-06-30"));
        assert!(never.is_empty() && !never.reaches(date("2026-01-01")));
        for (other, expected) in [
            (days("2026-06-30", None, None), true),
            (days("2026-07-01", None, None), false),
            (days("2025-01-01", Some("2026-01-01"), None), true),
            (days("2025-01-01", Some("2025-12-31"), None), false),
            (never, false),
        ] {
            assert_eq!(cut.overlaps(other), expected, "{other:?}");
            assert_eq!(other.overlaps(cut), expected, "{other:?}");
        }
    }

    #[test]
    fn a_split_is_all_of_it_to_the_fen() {
        let fen = Fen::new;
        let dues = [fen(100), fen(250)];
        assert!(is_exact_split(fen(350), &dues));
        assert!(!is_exact_split(fen(349), &dues) && !is_exact_split(fen(351), &dues));
        assert!(!is_exact_split(Fen::ZERO, &[]));
        assert!(!is_exact_split(fen(1), &[fen(i64::MAX), fen(2)]));
    }
}
