//! Calendar dates.

use std::fmt;
use std::str::FromStr;

pub use jiff::civil::Weekday;

use crate::month::Month;
use crate::refusal::Fault;
use crate::text::{canonical, digits, narrowed, serde_as_text};

/// The years that a date or month can be written in. Arithmetic by days or months stays inside
/// too; stepping with `next` and `prev` may leave it, up to the years 1 and 9999, so that no date
/// that somebody writes makes a step fail.
pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2999;

/// A date of the civil calendar, without time or zone. Its text is ISO, `2026-11-22`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// `None` unless the date exists and its year is 1900 to 2999.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day)
            .ok()
            .and_then(Self::from_civil)
    }

    /// From jiff's date; `None` outside the years 1900 to 2999.
    #[must_use]
    pub fn from_civil(date: jiff::civil::Date) -> Option<Self> {
        YEARS.contains(&date.year()).then_some(Self(date))
    }

    /// From an instant's local date, whose year jiff bounds.
    pub(crate) const fn from_local(date: jiff::civil::Date) -> Self {
        Self(date)
    }

    /// As jiff's date, for drivers and formats.
    #[must_use]
    pub const fn civil(self) -> jiff::civil::Date {
        self.0
    }

    /// Reads a date as people write it: `2026-11-22`, `20261122`, `2026/1/2`, `2026.1.2`,
    /// `2026年1月2日`, full-width digits included.
    ///
    /// # Errors
    /// See [`ParseDateError`].
    pub fn parse(text: &str) -> Result<Self, ParseDateError> {
        let text = narrowed(text);
        if text.is_empty() {
            return Err(ParseDateError::Empty);
        }
        let [year, month, day] = split(&text).ok_or(ParseDateError::Malformed)?;
        let year = digits(year, 4).filter(|_| year.len() == 4);
        let (month, day) = (digits(month, 2), digits(day, 2));
        let (Some(year), Some(month), Some(day)) = (year, month, day) else {
            return Err(ParseDateError::Malformed);
        };
        let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
        let (Ok(year), Ok(month), Ok(day)) = parts else {
            return Err(ParseDateError::Malformed);
        };
        Self::new(year, month, day).ok_or(ParseDateError::NoSuchDate)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month it lies in.
    #[must_use]
    pub fn month(self) -> Month {
        Month::of(self)
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The date so many days later, or earlier when negative; `None` outside the years 1900 to
    /// 2999.
    #[must_use]
    pub fn add_days(self, days: i32) -> Option<Self> {
        let span = jiff::Span::new().try_days(days).ok()?;
        self.0.checked_add(span).ok().and_then(Self::from_civil)
    }

    /// The days from this date to another; negative when the other is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i32 {
        self.0
            .until(other.0)
            .expect("dates differ by few enough days to count")
            .get_days()
    }

    /// The day after.
    ///
    /// # Panics
    /// On 9999-12-31, which no written date reaches by steps in a lifetime.
    #[must_use]
    pub fn next(self) -> Self {
        Self(
            self.0
                .tomorrow()
                .expect("no business lies at the end of the calendar"),
        )
    }

    /// The day before.
    ///
    /// # Panics
    /// At the beginning of the calendar, which no written date reaches by steps in a lifetime.
    #[must_use]
    pub fn prev(self) -> Self {
        Self(
            self.0
                .yesterday()
                .expect("no business lies at the beginning of the calendar"),
        )
    }
}

/// Year, month and day of any of the accepted forms.
fn split(text: &str) -> Option<[&str; 3]> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some([&text[..4], &text[4..6], &text[6..]]);
    }
    if let Some(text) = text.strip_suffix('日') {
        let (year, rest) = text.split_once('年')?;
        let (month, day) = rest.split_once('月')?;
        return Some([year, month, day]);
    }
    let separator = text.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let (year, rest) = text.split_once(separator)?;
    let (month, day) = rest.split_once(separator)?;
    Some([year, month, day])
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date({self})")
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.to_string())
    }
}

impl FromStr for Date {
    type Err = ParseDateError;

    /// Reads ISO alone, ten characters.
    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        canonical(Self::parse(text)?, text).ok_or(ParseDateError::Malformed)
    }
}

serde_as_text!(Date);

/// Text that is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParseDateError {
    /// Nothing was written.
    #[error("日期不能为空")]
    Empty,
    /// Not in a form of a date.
    #[error("日期格式不正确，应如 2026-11-22")]
    Malformed,
    /// No such day, or a year outside 1900 to 2999.
    #[error("日期不存在")]
    NoSuchDate,
}

impl Fault for ParseDateError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "date_empty",
            Self::Malformed => "date_malformed",
            Self::NoSuchDate => "date_nonexistent",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let forms = [
            "2026-01-02",
            "20260102",
            "2026/1/2",
            "2026.1.2",
            "2026年1月2日",
            "２０２６－０１－０２",
        ];
        for text in forms {
            assert_eq!(
                Date::parse(text).unwrap().to_string(),
                "2026-01-02",
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_not_a_date_is_refused_with_its_reason() {
        use ParseDateError::{Empty, Malformed, NoSuchDate};
        let cases = [
            (" ", Empty),
            ("2026", Malformed),
            ("26-1-2", Malformed),
            ("2026-1/2", Malformed),
            ("2026-1-2-3", Malformed),
            ("2026-001-02", Malformed),
            ("+026-01-02", Malformed),
            ("二〇二六年一月二日", Malformed),
            ("2026-02-29", NoSuchDate),
            ("2026-13-01", NoSuchDate),
            ("20261131", NoSuchDate),
            ("1899-12-31", NoSuchDate),
            ("3000-01-01", NoSuchDate),
        ];
        for (text, error) in cases {
            assert_eq!(Date::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn the_wire_takes_iso_alone() {
        assert!("2026-01-02".parse::<Date>().is_ok());
        for text in [
            "20260102",
            "2026/01/02",
            "2026-1-2",
            " 2026-01-02",
            "2026-01-2 ",
            " 2026-1-02",
            "２026-1-2",
            "2026-01-02T00:00:00",
        ] {
            let error = text.parse::<Date>().unwrap_err();
            assert_eq!(error, ParseDateError::Malformed, "{text}");
        }
        let date: Date = serde_json::from_str("\"2026-11-22\"").unwrap();
        assert_eq!(serde_json::to_string(&date).unwrap(), "\"2026-11-22\"");
        assert_eq!(date.weekday(), Weekday::Sunday);
    }

    #[test]
    fn days_are_counted_across_leap_years() {
        let date = Date::new(2024, 2, 28).unwrap();
        assert_eq!(date.next().to_string(), "2024-02-29");
        assert_eq!(date.add_days(2).unwrap().to_string(), "2024-03-01");
        assert_eq!(date.add_days(-59).unwrap().to_string(), "2023-12-31");
        assert_eq!(date.add_days(i32::MAX), None);
        assert_eq!(Date::new(2999, 12, 31).unwrap().add_days(1), None);
        assert_eq!(Date::new(2999, 12, 31).unwrap().next().year(), 3000);
    }

    fn any_date() -> impl Strategy<Value = Date> {
        (0..401_000).prop_map(|days| Date::new(1900, 1, 1).unwrap().add_days(days).unwrap())
    }

    proptest! {
        #[test]
        fn a_date_reads_back_from_what_it_prints(date in any_date()) {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
            prop_assert_eq!(Date::parse(&date.to_string().replace('-', "")), Ok(date));
        }

        #[test]
        fn text_sorts_as_dates_do(a in any_date(), b in any_date()) {
            prop_assert_eq!(a.to_string().cmp(&b.to_string()), a.cmp(&b));
        }

        #[test]
        fn adding_days_and_counting_them_are_inverse(a in any_date(), b in any_date()) {
            prop_assert_eq!(a.add_days(a.days_until(b)), Some(b));
            prop_assert_eq!(a.next().prev(), a);
        }
    }
}
