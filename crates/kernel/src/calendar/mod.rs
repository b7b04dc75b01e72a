//! Statutory working days, with the holidays and swapped days (调休) that the State Council's
//! General Office announces for each year.
//!
//! The announced years lie beside this file, one text a year, and are compiled in; a new year comes
//! with a new version. A year not announced is unknown, never guessed. A line is `year 2026`,
//! `off 2026-01-01..2026-01-03 元旦` or `work 2026-01-04 元旦`; `#` begins a comment.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::date::{Date, Weekday};
use crate::refusal::Refusal;

/// The longest range that one `off` line may span; a longer one is a slip of the pen.
const MAX_RANGE_DAYS: i32 = 31;

static NATIONAL: LazyLock<WorkingDays> = LazyLock::new(|| {
    let years = [
        include_str!("2024.txt"),
        include_str!("2025.txt"),
        include_str!("2026.txt"),
    ];
    WorkingDays::parse(years).expect("a test reads the compiled-in years")
});

/// Which days are worked. Saturdays and Sundays are not, other days are, except as announced.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WorkingDays {
    years: BTreeSet<i16>,
    /// Days announced as worked (`true`) or off (`false`).
    announced: BTreeMap<Date, bool>,
}

impl WorkingDays {
    /// The national calendar of the announced years.
    #[must_use]
    pub fn national() -> &'static Self {
        &NATIONAL
    }

    /// Reads the texts of several years, in the form that the module describes.
    ///
    /// # Errors
    /// The first line that can't be read, or that announces a day twice, names a year that no
    /// `year` line of its text has opened, or changes nothing (a `work` on a weekday).
    pub fn parse<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Self, ParseCalendarError> {
        let mut calendar = Self::default();
        for text in texts {
            for line in text.lines() {
                let meaning = line.split('#').next().unwrap_or_default().trim();
                if !meaning.is_empty() {
                    let read = calendar.read(meaning);
                    read.ok_or_else(|| ParseCalendarError {
                        line: line.to_owned(),
                    })?;
                }
            }
        }
        Ok(calendar)
    }

    /// Takes in one line; `None` when it can't be read.
    fn read(&mut self, line: &str) -> Option<()> {
        let (verb, rest) = line.split_once(' ')?;
        let subject = rest.split_whitespace().next()?;
        match verb {
            "year" => {
                let year = Date::new(subject.parse().ok()?, 1, 1)?.year();
                self.years.insert(year).then_some(())
            }
            "work" => {
                let date: Date = subject.parse().ok()?;
                if is_weekend(date) {
                    self.announce(date, true)
                } else {
                    None
                }
            }
            "off" => {
                let (first, last) = subject.split_once("..").unwrap_or((subject, subject));
                let (first, last): (Date, Date) = (first.parse().ok()?, last.parse().ok()?);
                let days = first.days_until(last);
                if !(0..MAX_RANGE_DAYS).contains(&days) {
                    return None;
                }
                (0..=days).try_for_each(|n| self.announce(first.add_days(n)?, false))
            }
            _ => None,
        }
    }

    /// Notes a day of a known year, once.
    fn announce(&mut self, date: Date, worked: bool) -> Option<()> {
        let first_time = self.announced.insert(date, worked).is_none();
        (self.years.contains(&date.year()) && first_time).then_some(())
    }

    /// Whether the day is worked.
    ///
    /// # Errors
    /// The year's arrangement isn't known.
    pub fn is_working_day(&self, date: Date) -> Result<bool, UnknownYear> {
        if !self.years.contains(&date.year()) {
            return Err(UnknownYear(date.year()));
        }
        Ok(self
            .announced
            .get(&date)
            .copied()
            .unwrap_or(!is_weekend(date)))
    }

    /// The day itself when it is worked, else the next one that is.
    ///
    /// # Errors
    /// The arrangement of a year on the way isn't known.
    pub fn on_or_after(&self, date: Date) -> Result<Date, UnknownYear> {
        let mut date = date;
        while !self.is_working_day(date)? {
            date = date.next();
        }
        Ok(date)
    }

    /// The `days`-th working day after the date; the date itself doesn't count. Zero gives the
    /// date itself, worked or not.
    ///
    /// # Errors
    /// The arrangement of a year on the way isn't known.
    pub fn add_working_days(&self, date: Date, days: u16) -> Result<Date, UnknownYear> {
        (0..days).try_fold(date, |date, _| self.on_or_after(date.next()))
    }
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// A line of a calendar text that can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unreadable line of a working-day calendar: {line}")]
pub struct ParseCalendarError {
    /// The line as written.
    pub line: String,
}

/// A year whose holidays this version doesn't know: not announced when it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("本版本系统不含{0}年的节假日安排，国务院办公厅公布后请升级到包含该年安排的版本")]
pub struct UnknownYear(pub i16);

impl From<UnknownYear> for Refusal {
    fn from(unknown: UnknownYear) -> Self {
        Self::unavailable("calendar_year_unknown", unknown.to_string())
    }
}

impl From<UnknownYear> for crate::Error {
    fn from(unknown: UnknownYear) -> Self {
        Self::Refused(unknown.into())
    }
}

/// How long something may take. Each says which days it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deadline {
    /// 工作日: working days.
    WorkingDays(u16),
    /// 自然日: calendar days. A last day off is not moved; where a rule moves it,
    /// [`WorkingDays::on_or_after`] does.
    CalendarDays(u16),
}

impl Deadline {
    /// The last day, counted from `start`, which itself doesn't count (民法典第201条).
    ///
    /// # Errors
    /// The arrangement of a year on the way isn't known (working days only).
    pub fn from(self, start: Date, calendar: &WorkingDays) -> Result<Date, UnknownYear> {
        match self {
            Self::WorkingDays(days) => calendar.add_working_days(start, days),
            Self::CalendarDays(days) => Ok((0..days).fold(start, |date, _| date.next())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn national(text: &str) -> Result<bool, UnknownYear> {
        WorkingDays::national().is_working_day(date(text))
    }

    #[test]
    fn weekends_rest_holidays_rest_and_swapped_days_work() {
        let cases = [
            ("2026-11-20", true),
            ("2026-11-21", false),
            ("2026-11-22", false),
            ("2026-01-01", false),
            ("2026-01-02", false),
            ("2026-01-04", true),
            ("2026-02-14", true),
            ("2026-02-23", false),
            ("2026-02-24", true),
            ("2026-10-10", true),
            ("2025-10-08", false),
            ("2025-10-11", true),
            ("2024-02-09", true),
            ("2024-05-11", true),
        ];
        for (day, worked) in cases {
            assert_eq!(national(day), Ok(worked), "{day}");
        }
    }

    #[test]
    fn a_year_has_as_many_working_days_as_its_notice_leaves() {
        // Weekdays of the year − weekdays taken off + weekend days worked:
        // 262 − 19 + 8 = 251; 261 − 18 + 5 = 248; 261 − 19 + 6 = 248.
        for (year, expected) in [(2024, 251), (2025, 248), (2026, 248)] {
            let first = Date::new(year, 1, 1).unwrap();
            let days = first.days_until(Date::new(year, 12, 31).unwrap());
            let worked = (0..=days)
                .filter(|n| {
                    WorkingDays::national()
                        .is_working_day(first.add_days(*n).unwrap())
                        .unwrap()
                })
                .count();
            assert_eq!(worked, expected, "{year}");
        }
    }

    #[test]
    fn an_unannounced_year_is_unknown_not_guessed() {
        assert_eq!(national("2027-03-01"), Err(UnknownYear(2027)));
        assert_eq!(national("2023-03-01"), Err(UnknownYear(2023)));
        let late = Deadline::WorkingDays(3).from(date("2026-12-30"), WorkingDays::national());
        assert_eq!(late, Err(UnknownYear(2027)));
        assert_eq!(
            Refusal::from(UnknownYear(2027)).code(),
            "calendar_year_unknown"
        );
    }

    #[test]
    fn deadlines_count_from_the_day_after() {
        let cases = [
            (Deadline::WorkingDays(1), "2026-02-13", "2026-02-14"),
            (Deadline::WorkingDays(2), "2026-02-13", "2026-02-24"),
            (Deadline::WorkingDays(3), "2026-09-30", "2026-10-10"),
            (Deadline::WorkingDays(0), "2026-11-22", "2026-11-22"),
            (Deadline::CalendarDays(10), "2026-02-13", "2026-02-23"),
            (Deadline::CalendarDays(10), "2027-02-25", "2027-03-07"),
        ];
        for (deadline, start, end) in cases {
            let found = deadline.from(date(start), WorkingDays::national());
            assert_eq!(found, Ok(date(end)), "{deadline:?} {start}");
        }
        let calendar = WorkingDays::national();
        assert_eq!(
            calendar.on_or_after(date("2026-10-01")),
            Ok(date("2026-10-08"))
        );
        assert_eq!(
            calendar.on_or_after(date("2026-10-08")),
            Ok(date("2026-10-08"))
        );
    }

    #[test]
    fn a_slip_in_a_calendar_text_is_found() {
        let slips = [
            "off 2027-01-01",
            "year 2027\nholiday 2027-01-01",
            "year 2027\noff 2027-01-03..2027-01-01",
            "year 2027\noff 2027-01-01..2027-12-01",
            "year 2027\noff 2027-01-01\noff 2027-01-01",
            "year 2027\nwork 2027-01-04",
            "year 2027\nyear 2027",
            "year",
        ];
        for text in slips {
            assert!(WorkingDays::parse([text]).is_err(), "{text}");
        }
        assert!(WorkingDays::parse(["year 2027 # 试\noff 2027-01-01..2027-01-03 元旦\n"]).is_ok());
    }
}
