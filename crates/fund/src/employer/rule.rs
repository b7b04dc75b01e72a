//! Which months an employer owes, by what name it is known, and what of it may be changed. Pure.

use kernel::{Date, Deadline, Month, Refusal, Result, UnknownYear, WorkingDays};

use super::change::{Field, Values};
use super::model::EmployerStatus;
use crate::member::normalised;

/// A name of an organisation as names on wires are compared, those of employers as those of payers:
/// banks write brackets and letters in either width, and leave blanks where a line ended.
pub(crate) fn compared_name(name: &str) -> String {
    normalised(name)
}

/// The last month whose remittance has fallen due before `on`; `None` before the calendar begins.
///
/// An employer remits a month within the deadline after paying that month's wages (Regulation
/// article 19): the month's payday, or its last day when the month is shorter, and then so many
/// days. The last of those days is still in time.
///
/// # Errors
/// `calendar_year_unknown` when the deadline counts working days and a year's holidays aren't
/// known.
pub fn month_due(
    payday: i64,
    deadline: Deadline,
    on: Date,
    calendar: &WorkingDays,
) -> Result<Option<Month>> {
    let mut month = Some(on.month());
    while let Some(candidate) = month {
        if last_day(candidate, payday, deadline, calendar)? < on {
            break;
        }
        month = candidate.plus(-1);
    }
    Ok(month)
}

/// 缴至年月 of an employer that has paid nothing here yet: none, unless it was taken over, since what it
/// remits then begins after what it had paid.
#[must_use]
pub fn paid_before(first: Month, taken_over: bool) -> Option<Month> {
    taken_over.then(|| first.prev())
}

/// 汇缴期限 of a month: the last day on which its remittance is in time.
///
/// # Errors
/// As [`month_due`].
pub fn last_day(
    month: Month,
    payday: i64,
    deadline: Deadline,
    calendar: &WorkingDays,
) -> std::result::Result<Date, UnknownYear> {
    deadline.from(paid_on(month, payday), calendar)
}

/// 发薪日 in a month: the payday, or the last day of a shorter month.
fn paid_on(month: Month, payday: i64) -> Date {
    let last = month.last_day();
    let day = i8::try_from(payday)
        .unwrap_or(last.day())
        .clamp(1, last.day());
    Date::new(month.year(), month.month(), day).expect("the day lies in its month")
}

db::codes! {
    /// How a month of an employer stands.
    pub enum MonthStatus {
        /// 已缴.
        Paid = "paid", "已缴";
        /// 待到账: assessed, the money is awaited or being posted.
        Assessed = "assessed", "待到账";
        /// 欠缴: due, and nothing assessed.
        Owed = "owed", "欠缴";
    }
}

/// Whether what an employer registered may be changed: not once it is closed.
///
/// # Errors
/// `employer_closed`.
pub(crate) fn may_change(status: EmployerStatus) -> std::result::Result<(), Refusal> {
    match status {
        EmployerStatus::Closed => {
            let sentence = "单位已销户，不能再变更单位信息";
            Err(Refusal::conflict("employer_closed", sentence))
        }
        _ => Ok(()),
    }
}

/// That an employer still stands as who changes it saw it: `seen` and `count` are how often it had been
/// changed then and has been by now.
///
/// # Errors
/// `employer_changed`.
pub(crate) fn is_as_seen(seen: i64, count: i64) -> std::result::Result<(), Refusal> {
    if seen == count {
        return Ok(());
    }
    let sentence = "打开之后单位信息又有变更，请刷新核对后再办理";
    Err(Refusal::conflict("employer_changed", sentence))
}

/// A field that is to hold something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) field: Field,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// What differs between two states of an employer, in the order of the fields: at least one does.
///
/// # Errors
/// `employer_change_empty`.
pub(crate) fn differences(
    before: &Values,
    after: &Values,
) -> std::result::Result<Vec<Difference>, Refusal> {
    let differs = |field: &Field| {
        let value = |values: &Values| values.get(field).cloned().flatten();
        let (before, after) = (value(before), value(after));
        (before != after).then_some(Difference {
            field: *field,
            before,
            after,
        })
    };
    let differences: Vec<Difference> = Field::ALL.iter().filter_map(differs).collect();
    if differences.is_empty() {
        let sentence = "没有要变更的内容，请修改后再提交";
        return Err(Refusal::invalid("employer_change_empty", sentence));
    }
    Ok(differences)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn names_are_compared_whatever_their_width() {
        let same = [
            "安居市财政局(国库)",
            "安居市财政局（国库）",
            " 安居市 财政局（国库)　",
        ];
        for name in same {
            assert_eq!(compared_name(name), "安居市财政局(国库)", "{name}");
        }
        assert_ne!(compared_name("安居市财政局"), compared_name("安居县财政局"));
    }

    /// Regulation article 19: within five days of paying wages.
    #[test]
    fn a_month_falls_due_five_days_after_its_payday() {
        use Deadline::{CalendarDays, WorkingDays as Working};
        let five = CalendarDays(5);
        let cases = [
            // Payday 10: the 15th is in time, the 16th is late.
            (10, five, "2026-11-15", "2026-10"),
            (10, five, "2026-11-16", "2026-11"),
            // Payday 28: due in the next month.
            (28, five, "2026-12-03", "2026-10"),
            (28, five, "2026-12-04", "2026-11"),
            // Payday 31 in a month of 30 days is the 30th, in February the 28th.
            (31, five, "2026-12-05", "2026-10"),
            (31, five, "2026-12-06", "2026-11"),
            (31, five, "2026-03-05", "2026-01"),
            (31, five, "2026-03-06", "2026-02"),
            // Over the turn of the year.
            (30, five, "2027-01-04", "2026-11"),
            (30, five, "2027-01-05", "2026-12"),
            // Payday 25 September and five working days: 26 and 27 September are a weekend, the
            // 28th, 29th, 30th count, then National Day rests until the 7th.
            (25, Working(5), "2026-10-09", "2026-08"),
            (25, Working(5), "2026-10-10", "2026-09"),
        ];
        for (payday, deadline, on, expected) in cases {
            let due = month_due(payday, deadline, date(on), WorkingDays::national()).unwrap();
            assert_eq!(
                due.map(|m| m.to_string()).as_deref(),
                Some(expected),
                "{payday} on {on}"
            );
        }
    }

    #[test]
    fn a_month_s_last_day_in_time_is_the_one_before_it_falls_due() {
        let (month, five) = ("2026-11".parse().unwrap(), Deadline::CalendarDays(5));
        for (payday, expected) in [(10, "2026-11-15"), (28, "2026-12-03"), (31, "2026-12-05")] {
            let last = last_day(month, payday, five, WorkingDays::national()).unwrap();
            assert_eq!(last, date(expected), "payday {payday}");
            let due = |on| month_due(payday, five, on, WorkingDays::national()).unwrap();
            assert!(due(last) < Some(month) && due(last.next()) == Some(month));
        }
    }

    #[test]
    fn an_employer_taken_over_has_paid_until_before_its_first_month() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        let first = month("2026-01");
        assert_eq!(paid_before(first, false), None);
        assert_eq!(paid_before(first, true), Some(month("2025-12")));
    }

    #[test]
    fn unknown_holidays_are_refused_only_where_they_matter() {
        let (on, calendar) = (date("2099-06-30"), WorkingDays::national());
        assert!(month_due(10, Deadline::WorkingDays(5), on, calendar).is_err());
        assert!(month_due(10, Deadline::CalendarDays(5), on, calendar).is_ok());
    }
}
