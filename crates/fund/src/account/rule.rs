//! What is read off a member's months: paid-through month, months owed, continuous months. Pure.
//!
//! Every function takes the months that are paid, strictly increasing, reversed ones left out.

use kernel::{Month, OrBroken, Result};

/// Reads the months that a statement gathered into one text, `202601,202602`, in any order.
///
/// # Errors
/// Broken when something else stands there.
pub(crate) fn months_of_text(text: Option<&str>) -> Result<Vec<Month>> {
    let month = |number: &str| {
        let month = number.parse().ok().and_then(Month::from_number);
        month.or_broken("a gathered month is no month")
    };
    let mut months = text
        .unwrap_or_default()
        .split_terminator(',')
        .map(month)
        .collect::<Result<Vec<_>>>()?;
    months.sort_unstable();
    Ok(months)
}

/// 缴至年月: the end of the unbroken run of paid months that begins with `first`, the month from
/// which contributions are due. A month paid after a gap doesn't move it: the gap is still owed.
/// `None` while `first` itself is unpaid.
#[must_use]
pub fn paid_through(first: Month, paid: &[Month]) -> Option<Month> {
    let mut expected = first;
    let mut through = None;
    for &month in paid.iter().skip_while(|month| **month < first) {
        if month != expected {
            break;
        }
        through = Some(month);
        expected = month.next();
    }
    through
}

/// 缴至年月 of a member: as [`paid_through`], and of who changed employers and has paid nothing with the
/// new one yet the last month paid before. `None` when nothing ever was.
#[must_use]
pub fn member_paid_through(first: Month, paid: &[Month]) -> Option<Month> {
    let before = || paid.iter().copied().filter(|month| *month < first).max();
    paid_through(first, paid).or_else(before)
}

/// The months from `first` to `due` that are unpaid, both included. `due` is the last month whose
/// remittance has fallen due ([`crate::employer::rule::month_due`]); `None` when none has.
pub fn months_unpaid(
    first: Month,
    due: Option<Month>,
    paid: &[Month],
) -> impl Iterator<Item = Month> {
    let due = due.filter(|due| *due >= first);
    let fallen_due = due.map_or(0, |due| first.months_between(due) + 1);
    let months = (0..fallen_due).filter_map(move |n| first.plus(n));
    months.filter(move |month| paid.binary_search(month).is_err())
}

/// 欠缴月数: how many [`months_unpaid`] there are.
#[must_use]
pub fn months_owed(first: Month, due: Option<Month>, paid: &[Month]) -> i64 {
    let months = months_unpaid(first, due, paid).count();
    i64::try_from(months).expect("fewer months than a month number can count")
}

/// 连续缴存月数: the length of the unbroken run of paid months that ends with the latest. Months made
/// up for later (补缴) count; whether a rule lets them is the rule's to say.
#[must_use]
pub fn continuous_months(paid: &[Month]) -> i64 {
    let breaks = paid
        .windows(2)
        .rev()
        .take_while(|pair| pair[0].next() == pair[1])
        .count();
    if paid.is_empty() {
        0
    } else {
        i64::try_from(breaks + 1).expect("a run of months is short")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    fn months(text: &str) -> Vec<Month> {
        text.split_whitespace().map(month).collect()
    }

    /// Regulation article 19: every month's contribution is due. First month, last month due,
    /// months paid → paid through, months owed, continuous months.
    #[test]
    fn what_is_paid_and_owed_follows_from_the_months() {
        let cases = [
            ("2026-01", Some("2026-03"), "", None, 3, 0),
            (
                "2026-01",
                Some("2026-03"),
                "2026-01 2026-02 2026-03",
                Some("2026-03"),
                0,
                3,
            ),
            // A gap: what follows it doesn't move the paid-through month, and ends the debt of
            // its own month alone.
            (
                "2026-01",
                Some("2026-04"),
                "2026-01 2026-03 2026-04",
                Some("2026-01"),
                1,
                2,
            ),
            // Made up for later: the run is whole again.
            (
                "2026-01",
                Some("2026-03"),
                "2026-01 2026-02 2026-03",
                Some("2026-03"),
                0,
                3,
            ),
            // Paid ahead of what is due.
            (
                "2026-01",
                Some("2026-01"),
                "2026-01 2026-02",
                Some("2026-02"),
                0,
                2,
            ),
            // The first month is unpaid, a later one paid.
            ("2026-01", Some("2026-02"), "2026-02", None, 1, 1),
            // Nothing has fallen due, or all that has lies before the first month.
            ("2026-05", None, "", None, 0, 0),
            ("2026-05", Some("2026-04"), "", None, 0, 0),
            // Months at a former employer, before the first month here.
            (
                "2026-05",
                Some("2026-06"),
                "2026-03 2026-04 2026-05 2026-06",
                Some("2026-06"),
                0,
                4,
            ),
            // Over the turn of the year.
            (
                "2025-11",
                Some("2026-02"),
                "2025-11 2025-12 2026-01",
                Some("2026-01"),
                1,
                3,
            ),
        ];
        for (first, due, paid, through, owed, continuous) in cases {
            let (first, due, paid) = (month(first), due.map(month), months(paid));
            assert_eq!(
                paid_through(first, &paid),
                through.map(month),
                "through: {paid:?}"
            );
            assert_eq!(months_owed(first, due, &paid), owed, "owed: {paid:?}");
            assert_eq!(continuous_months(&paid), continuous, "continuous: {paid:?}");
        }
    }

    #[test]
    fn who_changed_employers_has_paid_until_the_last_month_before() {
        for (first, paid, through) in [
            ("2026-05", "2026-02 2026-03", Some("2026-03")),
            ("2026-05", "2026-02 2026-03 2026-05", Some("2026-05")),
            // Nothing was paid before, and the first month here isn't either.
            ("2026-05", "2026-06", None),
            ("2026-05", "", None),
        ] {
            let told = member_paid_through(month(first), &months(paid));
            assert_eq!(told, through.map(month), "{first}: {paid}");
        }
    }

    #[test]
    fn gathered_months_come_back_in_order() {
        let read = months_of_text(Some("202603,202601")).unwrap();
        assert_eq!(read, months("2026-01 2026-03"));
        assert_eq!(months_of_text(None).unwrap(), []);
        assert!(months_of_text(Some("202613")).is_err());
    }
}
