//! Rates: contribution rates, interest rates, ratios; exact to 10⁻⁹.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::fen::Fen;
use crate::refusal::Fault;
use crate::rounding::Rounding;
use crate::text::{digits, narrowed};

/// A rate in parts per billion (10⁻⁹): 5 % is 50,000,000. The national data standard keeps
/// interest rates as NUMERIC(8,7), seven decimals of the whole; this holds them and two more. On
/// the wire it is that integer.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Rate(i64);

/// Parts per billion in a whole.
const ONE: i64 = 1_000_000_000;
/// Parts per billion in one percent.
const PERCENT: i64 = 10_000_000;

impl Rate {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The whole, 100 %.
    pub const ONE: Self = Self(ONE);

    /// So many parts per billion.
    #[must_use]
    pub const fn new(ppb: i64) -> Self {
        Self(ppb)
    }

    /// So many whole percent. Takes 32 bits, so that it can't overflow.
    #[must_use]
    pub const fn from_percent(percent: i32) -> Self {
        // A cast, because From isn't const; widening loses nothing.
        Self(percent as i64 * PERCENT)
    }

    /// The parts per billion.
    #[must_use]
    pub const fn ppb(self) -> i64 {
        self.0
    }

    /// Reads a rate that says itself what it is: `5%`, `５．５％`, or a fraction below one such as
    /// `0.05`. A bare number from one up is refused, because nobody can tell `5` (percent) from
    /// `5` (times); a column known to hold percents is read by [`parse_percent`](Self::parse_percent).
    ///
    /// # Errors
    /// See [`ParseRateError`].
    pub fn parse(text: &str) -> Result<Self, ParseRateError> {
        let text = narrowed(text);
        if let Some(percent) = text.strip_suffix('%') {
            return decimal(percent.trim_end(), 7);
        }
        let rate = decimal(&text, 9)?;
        if rate.0.abs() < ONE {
            Ok(rate)
        } else {
            Err(ParseRateError::Ambiguous)
        }
    }

    /// Reads percents, with or without their sign: `5` and `5%` are both 5 %.
    ///
    /// # Errors
    /// See [`ParseRateError`]; never `Ambiguous`.
    pub fn parse_percent(text: &str) -> Result<Self, ParseRateError> {
        let text = narrowed(text);
        decimal(text.strip_suffix('%').unwrap_or(&text).trim_end(), 7)
    }

    /// This rate of an amount, in a named rounding. The product has 128 bits, so that `None` only
    /// says that the result doesn't fit 64.
    #[must_use]
    pub fn of(self, amount: Fen, rounding: Rounding) -> Option<Fen> {
        let product = i128::from(self.0) * i128::from(amount.get());
        rounding.apply(product, i128::from(ONE))
    }
}

/// A decimal number scaled by `10^places`.
fn decimal(text: &str, places: usize) -> Result<Rate, ParseRateError> {
    if text.is_empty() {
        return Err(ParseRateError::Empty);
    }
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((_, "")) => return Err(ParseRateError::Malformed),
        Some(parts) => parts,
        None => (unsigned, ""),
    };
    if !(whole.bytes().chain(fraction.bytes())).all(|b| b.is_ascii_digit()) || whole.is_empty() {
        return Err(ParseRateError::Malformed);
    }
    if fraction.len() > places {
        return Err(ParseRateError::TooFine { allowed: places });
    }
    let magnitude =
        digits(&format!("{whole}{fraction:0<places$}"), 19).ok_or(ParseRateError::TooLarge)?;
    Ok(Rate(if negative { -magnitude } else { magnitude }))
}

impl fmt::Display for Rate {
    /// Percent without needless zeros: `5%`, `5.5%`, `2.6%`, `0.0000001%`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (magnitude, percent) = (self.0.unsigned_abs(), PERCENT.unsigned_abs());
        let (whole, rest) = (magnitude / percent, magnitude % percent);
        let fraction = format!("{rest:07}");
        let text = match fraction.trim_end_matches('0') {
            "" => format!("{whole}%"),
            fraction => format!("{whole}.{fraction}%"),
        };
        f.pad_integral(self.0 >= 0, "", &text)
    }
}

/// Text that is not a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParseRateError {
    /// Nothing was written.
    #[error("比例不能为空")]
    Empty,
    /// Not a decimal number.
    #[error("比例格式不正确，应如 5% 或 0.05")]
    Malformed,
    /// A bare number from one up, which may mean percent or times.
    #[error("比例应带百分号，如 5%，或写成小于1的小数，如 0.05")]
    Ambiguous,
    /// Finer than 10⁻⁹.
    #[error("比例最多保留{allowed}位小数")]
    TooFine {
        /// The decimals that this way of writing allows.
        allowed: usize,
    },
    /// Beyond 64 bits.
    #[error("比例过大")]
    TooLarge,
}

impl Fault for ParseRateError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "rate_empty",
            Self::Malformed => "rate_malformed",
            Self::Ambiguous => "rate_ambiguous",
            Self::TooFine { .. } => "rate_too_fine",
            Self::TooLarge => "rate_too_large",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rates_are_read_as_people_write_them() {
        let cases = [
            ("5%", 50_000_000),
            ("5.5 %", 55_000_000),
            ("５．５％", 55_000_000),
            ("0.05", 50_000_000),
            ("0", 0),
            ("100%", 1_000_000_000),
            ("2.6%", 26_000_000),
            ("0.0000001%", 1),
            ("0.000000001", 1),
            ("-0.3%", -3_000_000),
        ];
        for (text, ppb) in cases {
            assert_eq!(Rate::parse(text), Ok(Rate::new(ppb)), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_rate_is_refused_with_its_reason() {
        use ParseRateError::{Ambiguous, Empty, Malformed, TooFine, TooLarge};
        let cases = [
            ("", Empty),
            ("%", Empty),
            ("5", Ambiguous),
            ("1", Ambiguous),
            ("-1", Ambiguous),
            ("5%%", Malformed),
            ("百分之五", Malformed),
            (".5", Malformed),
            ("5.%", Malformed),
            ("1.2.3%", Malformed),
            ("+5%", Malformed),
            ("0.00000001%", TooFine { allowed: 7 }),
            ("0.0000000001", TooFine { allowed: 9 }),
            ("999999999999999%", TooLarge),
        ];
        for (text, error) in cases {
            assert_eq!(Rate::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn a_column_of_percents_needs_no_sign() {
        for text in ["5", "5%", " ５ ", "5.0"] {
            assert_eq!(
                Rate::parse_percent(text),
                Ok(Rate::from_percent(5)),
                "{text}"
            );
        }
        assert_eq!(Rate::parse_percent("0.05").unwrap().to_string(), "0.05%");
    }

    #[test]
    fn a_rate_of_an_amount_is_rounded_as_told() {
        let base = Fen::new(617_250);
        let five = Rate::from_percent(5);
        let cases = [
            (Rounding::HalfUpFen, 30_863),
            (Rounding::HalfUpJiao, 30_860),
            (Rounding::HalfUpYuan, 30_900),
            (Rounding::TruncateFen, 30_862),
            (Rounding::CeilJiao, 30_870),
            (Rounding::CeilYuan, 30_900),
        ];
        for (rounding, fen) in cases {
            assert_eq!(five.of(base, rounding), Some(Fen::new(fen)), "{rounding}");
        }
        assert_eq!(
            Rate::from_percent(200).of(Fen::new(i64::MAX), Rounding::HalfUpFen),
            None
        );
    }

    #[test]
    fn json_is_a_whole_number_of_ppb() {
        assert_eq!(
            serde_json::to_string(&Rate::from_percent(12)).unwrap(),
            "120000000"
        );
        assert!(serde_json::from_str::<Rate>("0.12").is_err());
    }

    proptest! {
        #[test]
        fn a_rate_reads_back_from_what_it_prints(ppb in -i64::MAX..=i64::MAX) {
            let rate = Rate::new(ppb);
            prop_assert_eq!(Rate::parse(&rate.to_string()), Ok(rate));
        }

        #[test]
        fn the_whole_of_an_amount_is_the_amount(fen: i64) {
            let amount = Fen::new(fen);
            prop_assert_eq!(Rate::ONE.of(amount, Rounding::HalfUpFen), Some(amount));
        }
    }
}
