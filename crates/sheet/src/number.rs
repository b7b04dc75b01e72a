//! Numbers as the decimal text that people see, never through a float.
//!
//! A cell's number is stored as the shortest text of a binary float, up to 17 digits
//! (`1234.5600000000001`); Excel shows 15 of them. So does this module, by rounding the text.

use jiff::civil::Date;

/// Excel keeps and shows this many significant digits.
const SIGNIFICANT_DIGITS: usize = 15;
/// A number with its point further away than this stays in scientific notation.
const PLAIN_DIGITS: u32 = 40;
/// 9999-12-31, the last day that Excel knows.
const LAST_SERIAL: u32 = 2_958_465;
const SECONDS_A_DAY: u64 = 86_400;

/// A decimal number: `0.d₁d₂d₃… × 10^point`, with neither leading nor trailing zeros.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    /// ASCII digits; none is zero.
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    /// Reads an XML number (`-12.5`, `1.5E-3`), rounded half up to 15 significant digits.
    /// `None` if it is no number.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let leading_zeros = digits.iter().take_while(|digit| **digit == b'0').count();
        let shift = i32::try_from(whole.len()).ok()? - i32::try_from(leading_zeros).ok()?;
        let point = exponent.checked_add(shift)?;
        let mut decimal = Self {
            negative,
            digits: digits[leading_zeros..].to_vec(),
            point,
        };
        decimal.round();
        Some(decimal)
    }

    fn round(&mut self) {
        if self.digits.len() > SIGNIFICANT_DIGITS {
            let up = self.digits[SIGNIFICANT_DIGITS] >= b'5';
            self.digits.truncate(SIGNIFICANT_DIGITS);
            if up {
                self.increment();
            }
        }
        while self.digits.last() == Some(&b'0') {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            (self.negative, self.point) = (false, 0);
        }
    }

    /// Adds one to the last digit.
    fn increment(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            if *digit < b'9' {
                *digit += 1;
                return;
            }
            *digit = b'0';
        }
        self.digits.insert(0, b'1');
        self.point = self.point.saturating_add(1);
    }

    /// Whether it is too long for Excel to have kept all the digits that were typed: 16 or more
    /// before the point, as in an ID number stored as a number.
    pub(crate) fn precision_lost(&self) -> bool {
        self.point > SIGNIFICANT_DIGITS as i32
    }

    /// The number without an exponent (`0.05`, `120000`), unless it is beyond all reason.
    pub(crate) fn plain(&self) -> String {
        let digits = std::str::from_utf8(&self.digits).expect("ASCII digits");
        let sign = if self.negative { "-" } else { "" };
        if digits.is_empty() {
            return "0".into();
        }
        if self.point.unsigned_abs() > PLAIN_DIGITS {
            return format!("{sign}0.{digits}E{}", self.point);
        }
        if self.point <= 0 {
            let zeros = "0".repeat(self.point.unsigned_abs() as usize);
            return format!("{sign}0.{zeros}{digits}");
        }
        let whole = self.point.unsigned_abs() as usize;
        if digits.len() <= whole {
            return format!("{sign}{digits}{}", "0".repeat(whole - digits.len()));
        }
        format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
    }

    /// The number as a percentage: 0.05 is `5%`.
    pub(crate) fn percent(&self) -> String {
        let hundredfold = Self {
            point: self.point.saturating_add(2),
            ..self.clone()
        };
        if self.digits.is_empty() {
            "0%".into()
        } else {
            format!("{}%", hundredfold.plain())
        }
    }

    /// The number with zeros in front up to `width` digits, if it is a whole one.
    pub(crate) fn padded(&self, width: usize) -> Option<String> {
        let whole = !self.negative && self.digits.len() as i32 <= self.point.max(0);
        whole.then(|| format!("{:0>width$}", self.plain()))
    }

    /// The day, the time of day or both that Excel shows for this serial number:
    /// `2024-05-01`, `13:30:00`, `2024-05-01 13:30:00`. `None` if Excel shows no date for it.
    ///
    /// `from_1904` is the workbook's date system. In the other, day 60 is 29 February 1900, which
    /// never was; it has no date here either.
    pub(crate) fn date_time(&self, from_1904: bool) -> Option<String> {
        if self.negative || self.point > 7 {
            return None;
        }
        let whole = usize::try_from(self.point)
            .unwrap_or(0)
            .min(self.digits.len());
        let mut day = number(&self.digits[..whole]);
        for _ in whole..usize::try_from(self.point).unwrap_or(0) {
            day *= 10;
        }
        // Digits past the 15th are less than a second.
        let zeros = usize::try_from(-self.point.min(0)).ok()?;
        let fraction: Vec<u8> = std::iter::repeat_n(b'0', zeros)
            .chain(self.digits[whole..].iter().copied())
            .take(SIGNIFICANT_DIGITS)
            .collect();
        let scale = 10_u128.pow(u32::try_from(fraction.len()).ok()?);
        let seconds = u128::from(number(&fraction)) * u128::from(SECONDS_A_DAY);
        let mut seconds = u64::try_from((seconds + scale / 2) / scale).ok()?;
        if seconds == SECONDS_A_DAY {
            (day, seconds) = (day + 1, 0);
        }
        let time = format!(
            "{:02}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        );
        if day == 0 && !from_1904 {
            return Some(time);
        }
        let date = date(u32::try_from(day).ok()?, from_1904)?;
        Some(if seconds == 0 {
            date.to_string()
        } else {
            format!("{date} {time}")
        })
    }
}

/// The number that at most 19 ASCII digits write.
fn number(digits: &[u8]) -> u64 {
    digits
        .iter()
        .fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'))
}

/// The date of a serial day.
fn date(day: u32, from_1904: bool) -> Option<Date> {
    let (epoch, day) = match (from_1904, day) {
        (true, _) => (Date::constant(1904, 1, 1), day),
        (false, 60) => return None,
        (false, 0..60) => (Date::constant(1899, 12, 31), day),
        (false, _) => (Date::constant(1899, 12, 30), day),
    };
    if day > LAST_SERIAL {
        return None;
    }
    epoch
        .checked_add(jiff::Span::new().days(i64::from(day)))
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(text: &str) -> String {
        Decimal::parse(text).unwrap().plain()
    }

    #[test]
    fn fifteen_digits_are_shown() {
        for (stored, shown) in [
            ("6500", "6500"),
            ("6500.00", "6500"),
            ("1234.5600000000001", "1234.56"),
            ("0.30000000000000004", "0.3"),
            ("0.29999999999999999", "0.3"),
            ("999999999999999.99", "1000000000000000"),
            ("5.0000000000000003E-2", "0.05"),
            ("1.2345E3", "1234.5"),
            ("1E+2", "100"),
            ("-0.5", "-0.5"),
            ("-0", "0"),
            ("000.10", "0.1"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1e300", "0.1E301"),
            ("0e300", "0"),
        ] {
            assert_eq!(plain(stored), shown, "{stored}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "-",
            ".",
            "abc",
            "1.2.3",
            "1e",
            "1e99999999999",
            "NaN",
            "INF",
            "1,000",
            "１",
        ] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn sixteen_digits_before_the_point_are_lost_precision() {
        for (stored, lost) in [
            ("999999999999999", false),
            ("1234567890123.45678", false),
            ("110105194912310021", true),
            ("1.1010519491231002E17", true),
            ("6222021234567890", true),
        ] {
            assert_eq!(
                Decimal::parse(stored).unwrap().precision_lost(),
                lost,
                "{stored}"
            );
        }
        assert_eq!(plain("1.1010519491231002E17"), "110105194912310000");
    }

    #[test]
    fn percentages_and_padding() {
        for (stored, shown) in [
            ("0.05", "5%"),
            ("0.125", "12.5%"),
            ("1", "100%"),
            ("0", "0%"),
        ] {
            assert_eq!(Decimal::parse(stored).unwrap().percent(), shown);
        }
        for (stored, width, shown) in [
            ("123", 6, Some("000123")),
            ("1234567", 6, Some("1234567")),
            ("0", 3, Some("000")),
            ("1.5", 6, None),
            ("-1", 6, None),
            ("0.05", 4, None),
        ] {
            assert_eq!(
                Decimal::parse(stored).unwrap().padded(width).as_deref(),
                shown
            );
        }
    }

    #[test]
    fn serial_numbers_are_dates() {
        for (serial, from_1904, shown) in [
            ("1", false, Some("1900-01-01")),
            ("59", false, Some("1900-02-28")),
            ("60", false, None),
            ("61", false, Some("1900-03-01")),
            ("45413", false, Some("2024-05-01")),
            ("40000", false, Some("2009-07-06")),
            ("45413.5625", false, Some("2024-05-01 13:30:00")),
            ("45413.999999", false, Some("2024-05-02")),
            ("0.5", false, Some("12:00:00")),
            ("1.1574074074074073E-5", false, Some("00:00:01")),
            ("0", false, Some("00:00:00")),
            ("0", true, Some("1904-01-01")),
            ("43951", true, Some("2024-05-01")),
            ("2958465", false, Some("9999-12-31")),
            ("2958466", false, None),
            ("-1", false, None),
            ("1e30", false, None),
        ] {
            let shown_here = Decimal::parse(serial).unwrap().date_time(from_1904);
            assert_eq!(shown_here.as_deref(), shown, "{serial}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_survives_its_float(fen in -99_999_999_999_999_i64..=99_999_999_999_999) {
            let text = format!(
                "{}{}.{:02}", if fen < 0 { "-" } else { "" }, fen.abs() / 100, fen.abs() % 100
            );
            let shown = text.trim_end_matches('0').trim_end_matches('.');
            let shown = if fen == 0 { "0" } else { shown };
            let float: f64 = text.parse().unwrap();
            // As writers store it: the shortest text, and 17 significant digits.
            prop_assert_eq!(plain(&float.to_string()), shown);
            prop_assert_eq!(plain(&format!("{float:.16e}")), shown);
        }

        #[test]
        fn no_text_panics(text in "[-+]?[0-9]{0,30}\\.?[0-9]{0,30}([eE][-+]?[0-9]{0,10})?") {
            if let Some(decimal) = Decimal::parse(&text) {
                let _ = (decimal.percent(), decimal.padded(9), decimal.date_time(true));
                prop_assert_eq!(Decimal::parse(&decimal.plain()), Some(decimal));
            }
        }
    }
}
