//! Months: contribution months, accounting periods.

use std::fmt;
use std::str::FromStr;

use crate::date::{Date, YEARS};
use crate::refusal::Fault;
use crate::text::{canonical, digits, narrowed, serde_as_text};

/// A month of a year. The database keeps its [`number`](Self::number), `202611`; its text is
/// `2026-11`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    /// Months since January of the year 0.
    index: i32,
}

impl Month {
    /// `None` unless the month is 1 to 12 and the year 1900 to 2999.
    #[must_use]
    pub fn new(year: i16, month: i8) -> Option<Self> {
        let valid = YEARS.contains(&year) && (1..=12).contains(&month);
        valid.then(|| Self {
            index: i32::from(year) * 12 + i32::from(month) - 1,
        })
    }

    /// From a number such as `202611`.
    #[must_use]
    pub fn from_number(number: i32) -> Option<Self> {
        let year = i16::try_from(number.div_euclid(100)).ok()?;
        let month = i8::try_from(number.rem_euclid(100)).ok()?;
        Self::new(year, month)
    }

    /// The month of a date.
    #[must_use]
    pub fn of(date: Date) -> Self {
        let civil = date.civil();
        Self {
            index: i32::from(civil.year()) * 12 + i32::from(civil.month()) - 1,
        }
    }

    /// Reads a month as people write it: `2026-11`, `202611`, `2026/11`, `2026.11`, `2026年11月`,
    /// full-width digits included.
    ///
    /// # Errors
    /// See [`ParseMonthError`].
    pub fn parse(text: &str) -> Result<Self, ParseMonthError> {
        let text = narrowed(text);
        if text.is_empty() {
            return Err(ParseMonthError::Empty);
        }
        let (year, month) = split(&text).ok_or(ParseMonthError::Malformed)?;
        let year = digits(year, 4).filter(|_| year.len() == 4);
        let (Some(year), Some(month)) = (year, digits(month, 2)) else {
            return Err(ParseMonthError::Malformed);
        };
        match (i16::try_from(year), i8::try_from(month)) {
            (Ok(year), Ok(month)) => Self::new(year, month).ok_or(ParseMonthError::NoSuchMonth),
            _ => Err(ParseMonthError::Malformed),
        }
    }

    /// The number that the database keeps, `202611`.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.index / 12 * 100 + self.index % 12 + 1
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        i16::try_from(self.index / 12).expect("years have four digits")
    }

    /// The month of the year, from 1.
    #[must_use]
    pub fn month(self) -> i8 {
        i8::try_from(self.index % 12 + 1).expect("a year has twelve months")
    }

    /// The month so many months later, or earlier when negative; `None` outside the years 1900 to
    /// 2999.
    #[must_use]
    pub fn plus(self, months: i32) -> Option<Self> {
        let index = self.index.checked_add(months)?;
        let year = i16::try_from(index.div_euclid(12)).ok()?;
        YEARS.contains(&year).then_some(Self { index })
    }

    /// The months from this one to another; negative when the other is earlier.
    #[must_use]
    pub const fn months_between(self, other: Self) -> i32 {
        other.index - self.index
    }

    /// The month after.
    ///
    /// # Panics
    /// After the year 9999, which no written month reaches by steps in a lifetime.
    #[must_use]
    pub const fn next(self) -> Self {
        assert!(
            self.index < 9999 * 12 + 11,
            "no business lies at the end of the calendar"
        );
        Self {
            index: self.index + 1,
        }
    }

    /// The month before.
    ///
    /// # Panics
    /// Before the year 1, which no written month reaches by steps in a lifetime.
    #[must_use]
    pub const fn prev(self) -> Self {
        assert!(
            self.index > 12,
            "no business lies at the beginning of the calendar"
        );
        Self {
            index: self.index - 1,
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date::from_local(self.first_civil())
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        Date::from_local(self.first_civil().last_of_month())
    }

    fn first_civil(self) -> jiff::civil::Date {
        jiff::civil::Date::new(self.year(), self.month(), 1).expect("every month has a first day")
    }
}

/// Year and month of any of the accepted forms.
fn split(text: &str) -> Option<(&str, &str)> {
    if text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(text.split_at(4));
    }
    if let Some(text) = text.strip_suffix('月') {
        return text.split_once('年');
    }
    text.split_once(['-', '/', '.'])
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Month({self})")
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}", self.year(), self.month()))
    }
}

impl FromStr for Month {
    type Err = ParseMonthError;

    /// Reads `2026-11` alone, seven characters.
    fn from_str(text: &str) -> Result<Self, ParseMonthError> {
        canonical(Self::parse(text)?, text).ok_or(ParseMonthError::Malformed)
    }
}

serde_as_text!(Month);

/// Text that is not a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParseMonthError {
    /// Nothing was written.
    #[error("年月不能为空")]
    Empty,
    /// Not in a form of a month.
    #[error("年月格式不正确，应如 2026-11")]
    Malformed,
    /// No such month, or a year outside 1900 to 2999.
    #[error("年月不存在")]
    NoSuchMonth,
}

impl Fault for ParseMonthError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "month_empty",
            Self::Malformed => "month_malformed",
            Self::NoSuchMonth => "month_nonexistent",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn months_are_read_as_people_write_them() {
        for text in [
            "2026-01",
            "202601",
            "2026/1",
            "2026.1",
            "2026年1月",
            "２０２６年０１月",
        ] {
            assert_eq!(Month::parse(text).unwrap().number(), 202_601, "{text}");
        }
    }

    #[test]
    fn what_is_not_a_month_is_refused_with_its_reason() {
        use ParseMonthError::{Empty, Malformed, NoSuchMonth};
        let cases = [
            ("", Empty),
            ("2026", Malformed),
            ("2026-", Malformed),
            ("26-11", Malformed),
            ("2026-11-01", Malformed),
            ("2026-00", NoSuchMonth),
            ("202613", NoSuchMonth),
            ("1899-12", NoSuchMonth),
        ];
        for (text, error) in cases {
            assert_eq!(Month::parse(text), Err(error), "{text}");
        }
        for text in ["202611", "2026-1", "2026-1 ", " 2026-11", "2026/11"] {
            assert_eq!(text.parse::<Month>(), Err(Malformed), "{text}");
        }
        assert_eq!(Month::from_number(202_600), None);
        assert_eq!(Month::from_number(-202_611), None);
        assert_eq!(Month::from_number(i32::MIN), None);
    }

    #[test]
    fn a_month_knows_its_days_and_neighbours() {
        let february = Month::new(2024, 2).unwrap();
        assert_eq!(february.first_day().to_string(), "2024-02-01");
        assert_eq!(february.last_day().to_string(), "2024-02-29");
        assert_eq!(Month::new(2026, 12).unwrap().next().to_string(), "2027-01");
        assert_eq!(Month::new(2026, 1).unwrap().prev().to_string(), "2025-12");
        assert_eq!(february.last_day().month(), february);
        assert_eq!(serde_json::to_string(&february).unwrap(), "\"2024-02\"");
        assert_eq!(Month::new(2999, 12).unwrap().plus(1), None);
        assert_eq!(february.plus(i32::MAX), None);
    }

    fn any_month() -> impl Strategy<Value = Month> {
        (1900_i16..=2999, 1_i8..=12).prop_map(|(year, month)| Month::new(year, month).unwrap())
    }

    proptest! {
        #[test]
        fn a_month_reads_back_from_every_form(month in any_month()) {
            prop_assert_eq!(month.to_string().parse(), Ok(month));
            prop_assert_eq!(Month::from_number(month.number()), Some(month));
            prop_assert_eq!(Month::parse(&month.number().to_string()), Ok(month));
            prop_assert_eq!(Month::new(month.year(), month.month()), Some(month));
        }

        #[test]
        fn adding_months_and_counting_them_are_inverse(a in any_month(), b in any_month()) {
            prop_assert_eq!(a.plus(a.months_between(b)), Some(b));
            prop_assert_eq!(a.next().prev(), a);
            prop_assert_eq!(a.last_day().next(), a.next().first_day());
            prop_assert_eq!(a.number().cmp(&b.number()), a.cmp(&b));
        }
    }
}
