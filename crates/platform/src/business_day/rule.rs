//! Which day may be opened, and which comes next.

use kernel::{Date, Refusal, Result, WorkingDays};

use super::{BusinessDay, DayStatus};
use crate::Decision;

/// How far ahead a day may be opened, in calendar days: days never go back, so a slip in the month
/// or the year would leave the centre posting there. No holiday is nearly as long.
const FARTHEST_DAYS: i32 = 31;

/// Whether `date` may be opened after the last day of the centre, `today` being the calendar's.
pub(super) fn may_open(last: Option<&BusinessDay>, today: Date, date: Date) -> Decision<()> {
    match last {
        Some(last) if last.status == DayStatus::Open => {
            return Err(already_open(Some(last.date)));
        }
        Some(last) if date <= last.date => {
            let sentence = format!("营业日应晚于已日终的{}", last.date);
            return Err(Refusal::conflict("business_day_not_later", sentence).at("date"));
        }
        _ => {}
    }
    let from = last.map_or(today, |last| last.date.max(today));
    if from.days_until(date) > FARTHEST_DAYS {
        let sentence = format!("营业日{date}晚于{from}超过{FARTHEST_DAYS}天，请核对年月日");
        return Err(Refusal::invalid("business_day_too_far", sentence).at("date"));
    }
    Ok(())
}

/// The refusal of a second open day; the date of the first when it is known.
pub(super) fn already_open(open: Option<Date>) -> Refusal {
    let which = open.map_or("另一个营业日".to_owned(), |date| {
        format!("营业日{date}")
    });
    Refusal::conflict(
        "business_day_already_open",
        format!("{which}尚未日终，不能再开启营业日"),
    )
}

/// The working day after a closed day.
///
/// # Errors
/// `calendar_year_unknown` when this version doesn't know the year's holidays.
pub fn next_working_day(calendar: &WorkingDays, closed: Date) -> Result<Date> {
    Ok(calendar.on_or_after(closed.next())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn day(text: &str, status: DayStatus) -> BusinessDay {
        BusinessDay {
            date: date(text),
            status,
            opened_at: "2026-11-20T00:30:00Z".parse().unwrap(),
            opened_by: "system:trial".to_owned(),
            closed_at: None,
            closed_by: None,
        }
    }

    #[test]
    fn days_open_one_at_a_time_and_forward() {
        use DayStatus::{Closed, Open};
        let cases = [
            (
                Some(("2026-11-20", Open)),
                "2026-11-23",
                Some("business_day_already_open"),
            ),
            (
                Some(("2026-11-20", Open)),
                "2026-11-20",
                Some("business_day_already_open"),
            ),
            (
                Some(("2026-11-20", Closed)),
                "2026-11-20",
                Some("business_day_not_later"),
            ),
            (
                Some(("2026-11-20", Closed)),
                "2026-11-19",
                Some("business_day_not_later"),
            ),
            (Some(("2026-11-20", Closed)), "2026-11-21", None),
            (None, "2026-11-22", None),
        ];
        for (last, asked, expected) in cases {
            let last = last.map(|(text, status)| day(text, status));
            let refused = may_open(last.as_ref(), date("2026-11-20"), date(asked)).err();
            assert_eq!(
                refused.as_ref().map(Refusal::code),
                expected,
                "{last:?} {asked}"
            );
        }
    }

    #[test]
    fn a_day_opens_at_most_31_days_ahead() {
        let too_far = Some("business_day_too_far");
        let cases = [
            // Of the calendar, for a first day and after a last one.
            (None, "2026-11-20", "2026-12-21", None),
            (None, "2026-11-20", "2026-12-22", too_far),
            (Some("2026-11-02"), "2026-11-20", "2026-12-21", None),
            (Some("2026-11-02"), "2026-11-20", "2062-11-20", too_far),
            // Of a last day that is ahead of the calendar.
            (Some("2026-11-30"), "2026-11-20", "2026-12-31", None),
            (Some("2026-11-30"), "2026-11-20", "2027-01-01", too_far),
            // A centre that begins with its old books opens days long past.
            (None, "2026-11-20", "2020-01-02", None),
        ];
        for (last, today, asked, expected) in cases {
            let last = last.map(|text| day(text, DayStatus::Closed));
            let refused = may_open(last.as_ref(), date(today), date(asked)).err();
            assert_eq!(
                refused.as_ref().map(Refusal::code),
                expected,
                "{last:?} {today} {asked}"
            );
        }
    }

    #[test]
    fn the_next_day_is_worked() {
        let calendar = WorkingDays::national();
        // 国办发明电〔2025〕7号: 2026 National Day is 1 to 7 October.
        let cases = [
            ("2026-11-20", "2026-11-23"),
            ("2026-11-23", "2026-11-24"),
            ("2026-09-30", "2026-10-08"),
        ];
        for (closed, expected) in cases {
            assert_eq!(
                next_working_day(calendar, date(closed)).unwrap(),
                date(expected)
            );
        }
        let error = next_working_day(calendar, date("2099-01-01")).unwrap_err();
        assert_eq!(error.refusal().unwrap().code(), "calendar_year_unknown");
    }
}
