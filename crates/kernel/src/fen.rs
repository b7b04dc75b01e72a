//! Money: whole fen (分, hundredths of a yuan), in checked arithmetic.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::refusal::Fault;
use crate::text::narrowed;
use crate::uppercase;

/// An amount in fen. Negative amounts are corrections and credits of the other side.
///
/// Arithmetic is checked: `None` means that 64 bits don't hold the result, which a caller turns
/// into a breakage by [`OrBroken`](crate::OrBroken). On the wire it is an integer.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Fen(i64);

impl Fen {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many fen.
    #[must_use]
    pub const fn new(fen: i64) -> Self {
        Self(fen)
    }

    /// So many whole yuan. Takes 32 bits, so that it can't overflow.
    #[must_use]
    pub const fn from_yuan(yuan: i32) -> Self {
        // A cast, because From isn't const; widening loses nothing.
        Self(yuan as i64 * 100)
    }

    /// The number of fen.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it is more than nothing.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Whether it is less than nothing.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The sum of two amounts.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(fen) => Some(Self(fen)),
            None => None,
        }
    }

    /// The difference of two amounts.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(fen) => Some(Self(fen)),
            None => None,
        }
    }

    /// The amount with the other sign.
    #[must_use]
    pub const fn checked_neg(self) -> Option<Self> {
        match self.0.checked_neg() {
            Some(fen) => Some(Self(fen)),
            None => None,
        }
    }

    /// The amount so many times.
    #[must_use]
    pub const fn checked_mul(self, count: i64) -> Option<Self> {
        match self.0.checked_mul(count) {
            Some(fen) => Some(Self(fen)),
            None => None,
        }
    }

    /// The sum of many amounts. Exact whatever their order: only the total has to fit, because
    /// the running sum has 128 bits.
    #[must_use]
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        let total = amounts.into_iter().try_fold(0_i128, |total, amount| {
            total.checked_add(i128::from(amount.0))
        })?;
        i64::try_from(total).ok().map(Self)
    }

    /// Reads an amount as people write it: `1234.5`, `¥1,234.50`, `１２３４元`, `1.5万元`,
    /// `-20`, `(20.00)`.
    ///
    /// Full-width forms count as their half-width ones. Thousands separators must stand where
    /// they belong. Yuan take two decimals at most, 万元 six; further digits are refused even
    /// when they are zeros, because nobody writes them on purpose.
    ///
    /// # Errors
    /// See [`ParseAmountError`].
    pub fn parse(text: &str) -> Result<Self, ParseAmountError> {
        let text = narrowed(text);
        if text.is_empty() {
            return Err(ParseAmountError::Empty);
        }
        let (negative, unsigned) = split_sign(&text);
        let (decimals, number) = split_unit(unsigned);
        let (whole, fraction) = match number.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (number, None),
        };
        let whole = without_separators(whole)?;
        let fraction = fraction.map_or(Ok(""), only_digits)?;
        if fraction.len() > decimals {
            return Err(ParseAmountError::TooManyDecimals { allowed: decimals });
        }
        // Both parts are digits alone by now, so what can still fail is the size.
        let magnitude: i128 = format!("{whole}{fraction:0<decimals$}")
            .parse()
            .map_err(|_| ParseAmountError::TooLarge)?;
        let signed = if negative { -magnitude } else { magnitude };
        i64::try_from(signed)
            .map(Self)
            .map_err(|_| ParseAmountError::TooLarge)
    }

    /// With thousands separators: `1,234.56`.
    #[must_use]
    pub fn grouped(self) -> String {
        let magnitude = self.0.unsigned_abs();
        let yuan = (magnitude / 100).to_string();
        let mut grouped = String::from(if self.is_negative() { "-" } else { "" });
        for (i, digit) in yuan.chars().enumerate() {
            if i > 0 && (yuan.len() - i).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        grouped + &format!(".{:02}", magnitude % 100)
    }

    /// As accountants write it: with thousands separators, a negative amount in parentheses:
    /// `(1,234.56)`.
    #[must_use]
    pub fn accounted(self) -> String {
        let grouped = self.grouped();
        match grouped.strip_prefix('-') {
            Some(magnitude) => format!("({magnitude})"),
            None => grouped,
        }
    }

    /// In words that can't be altered (大写): `人民币壹仟贰佰叁拾肆元伍角陆分`.
    ///
    /// By the annex of 《支付结算办法》 (银发〔1997〕393号) on filling in bills. Where it leaves a
    /// choice: a zero at the 万 place before a thousand is not written, one at the 元 place before
    /// a jiao is; 整 closes every amount without fen. Negative amounts begin with 人民币负.
    #[must_use]
    pub fn uppercase(self) -> String {
        uppercase::render(self.0)
    }
}

/// The sign, and what remains: a leading minus before or after the yuan sign, or the
/// accountant's parentheses.
fn split_sign(text: &str) -> (bool, &str) {
    let without_mark = |text| str::strip_prefix(text, '¥').map_or(text, str::trim_start);
    if let Some(inner) = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        return (true, without_mark(inner.trim()));
    }
    let (before, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let rest = without_mark(rest);
    match rest.strip_prefix('-') {
        Some(rest) if !before => (true, rest.trim_start()),
        _ => (before, rest),
    }
}

/// The decimals that the unit allows (fen are the last of them), and what precedes the unit.
fn split_unit(text: &str) -> (usize, &str) {
    if let Some(number) = text.strip_suffix("万元") {
        (6, number.trim_end())
    } else if let Some(number) = text.strip_suffix('元') {
        (2, number.trim_end())
    } else {
        (2, text)
    }
}

fn only_digits(text: &str) -> Result<&str, ParseAmountError> {
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        Ok(text)
    } else {
        Err(ParseAmountError::Malformed)
    }
}

/// The digits before the decimal point; separators only between full groups of three.
fn without_separators(text: &str) -> Result<String, ParseAmountError> {
    if !text.contains(',') {
        return only_digits(text).map(str::to_owned);
    }
    if !text.bytes().all(|b| b == b',' || b.is_ascii_digit()) {
        return Err(ParseAmountError::Malformed);
    }
    let mut groups = text.split(',');
    let first = groups.next().map_or(0, str::len);
    if (1..=3).contains(&first) && groups.all(|group| group.len() == 3) {
        Ok(text.replace(',', ""))
    } else {
        Err(ParseAmountError::MisplacedSeparator)
    }
}

impl fmt::Display for Fen {
    /// `1234.56`, always with two decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let text = format!("{}.{:02}", magnitude / 100, magnitude % 100);
        f.pad_integral(!self.is_negative(), "", &text)
    }
}

/// Text that is not an amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParseAmountError {
    /// Nothing was written.
    #[error("金额不能为空")]
    Empty,
    /// Something other than digits, separators, one decimal point, a sign and a unit.
    #[error("不是金额，应如 1234.56")]
    Malformed,
    /// A thousands separator where none belongs.
    #[error("金额中的千位分隔符位置不正确，应如 1,234.56")]
    MisplacedSeparator,
    /// Finer than one fen.
    #[error("金额最多保留{allowed}位小数")]
    TooManyDecimals {
        /// The decimals that the unit allows.
        allowed: usize,
    },
    /// Beyond 64 bits of fen.
    #[error("金额过大")]
    TooLarge,
}

impl Fault for ParseAmountError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "amount_empty",
            Self::Malformed => "amount_malformed",
            Self::MisplacedSeparator => "amount_separator_misplaced",
            Self::TooManyDecimals { .. } => "amount_too_fine",
            Self::TooLarge => "amount_too_large",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let cases = [
            ("0", 0),
            ("1234.56", 123_456),
            ("1234.5", 123_450),
            ("1,234,567.89", 123_456_789),
            ("１，２３４．５６", 123_456),
            ("¥1,234", 123_400),
            ("￥ 12", 1_200),
            ("12元", 1_200),
            ("1.5万元", 1_500_000),
            ("1.234567 万元", 1_234_567),
            ("0.000001万元", 1),
            ("\u{3000} 8.00 \u{3000}", 800),
            ("-20", -2_000),
            ("－２０．５", -2_050),
            ("−3", -300),
            ("(1,234.00)", -123_400),
            ("（12元）", -1_200),
            ("-¥5", -500),
            ("¥-5", -500),
            ("000123.40", 12_340),
            ("92233720368547758.07", i64::MAX),
            ("-92233720368547758.08", i64::MIN),
        ];
        for (text, fen) in cases {
            assert_eq!(Fen::parse(text), Ok(Fen::new(fen)), "{text}");
        }
    }

    #[test]
    fn what_is_not_an_amount_is_refused_with_its_reason() {
        use ParseAmountError::{Empty, Malformed, MisplacedSeparator, TooLarge, TooManyDecimals};
        let long = "9".repeat(60);
        let cases = [
            ("", Empty),
            (" \u{3000}", Empty),
            ("一百", Malformed),
            ("1.2.3", Malformed),
            (".5", Malformed),
            ("5.", Malformed),
            ("--5", Malformed),
            ("-¥-5", Malformed),
            ("(-5)", Malformed),
            ("(5", Malformed),
            ("+5", Malformed),
            ("1e3", Malformed),
            ("1 234", Malformed),
            ("元", Malformed),
            ("5万", Malformed),
            ("1,a34", Malformed),
            ("1,23", MisplacedSeparator),
            (",123", MisplacedSeparator),
            ("1234,567", MisplacedSeparator),
            ("1,,234", MisplacedSeparator),
            ("1.234", TooManyDecimals { allowed: 2 }),
            ("1.500", TooManyDecimals { allowed: 2 }),
            ("1.2345678万元", TooManyDecimals { allowed: 6 }),
            ("92233720368547758.08", TooLarge),
            (long.as_str(), TooLarge),
        ];
        for (text, error) in cases {
            assert_eq!(Fen::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn amounts_print_plain_and_grouped() {
        let cases = [
            (0, "0.00", "0.00"),
            (5, "0.05", "0.05"),
            (-5, "-0.05", "-0.05"),
            (99_999, "999.99", "999.99"),
            (100_000, "1000.00", "1,000.00"),
            (-123_456_789, "-1234567.89", "-1,234,567.89"),
            (
                i64::MIN,
                "-92233720368547758.08",
                "-92,233,720,368,547,758.08",
            ),
        ];
        for (fen, plain, grouped) in cases {
            assert_eq!(Fen::new(fen).to_string(), plain);
            assert_eq!(Fen::new(fen).grouped(), grouped);
            assert_eq!(Fen::parse(&Fen::new(fen).accounted()), Ok(Fen::new(fen)));
        }
        assert_eq!(format!("{:>8}|", Fen::new(-150)), "   -1.50|");
        assert_eq!(Fen::new(-123_456).accounted(), "(1,234.56)");
        assert_eq!(Fen::new(123_456).accounted(), "1,234.56");
    }

    #[test]
    fn arithmetic_beyond_64_bits_gives_nothing() {
        let max = Fen::new(i64::MAX);
        let min = Fen::new(i64::MIN);
        assert_eq!(max.checked_add(Fen::new(1)), None);
        assert_eq!(min.checked_sub(Fen::new(1)), None);
        assert_eq!(min.checked_neg(), None);
        assert_eq!(max.checked_mul(2), None);
        assert_eq!(Fen::sum([max, Fen::new(1)]), None);
        assert_eq!(Fen::sum([max, Fen::new(1), Fen::new(-1)]), Some(max));
        assert_eq!(Fen::sum([]), Some(Fen::ZERO));
        assert_eq!(Fen::from_yuan(i32::MIN).get(), -214_748_364_800);
    }

    #[test]
    fn json_is_a_whole_number_of_fen() {
        assert_eq!(serde_json::to_string(&Fen::new(-150)).unwrap(), "-150");
        assert_eq!(serde_json::from_str::<Fen>("150").unwrap(), Fen::new(150));
        for wrong in ["1.5", "\"150\"", "null", "9223372036854775808"] {
            assert!(serde_json::from_str::<Fen>(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_reads_back_from_every_form_it_prints(fen: i64) {
            let amount = Fen::new(fen);
            prop_assert_eq!(Fen::parse(&amount.to_string()), Ok(amount));
            prop_assert_eq!(Fen::parse(&amount.grouped()), Ok(amount));
            prop_assert_eq!(Fen::parse(&format!("{amount}元")), Ok(amount));
        }

        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "[-0-9,.()¥元万 　０-９，．（）]{0,40}") {
            if let Ok(amount) = Fen::parse(&text) {
                prop_assert_eq!(Fen::parse(&amount.to_string()), Ok(amount));
            }
        }

        #[test]
        fn subtraction_undoes_addition(a: i64, b: i64) {
            let (a, b) = (Fen::new(a), Fen::new(b));
            if let Some(sum) = a.checked_add(b) {
                prop_assert_eq!(sum.checked_sub(b), Some(a));
                prop_assert_eq!(Fen::sum([a, b]), Some(sum));
            } else {
                prop_assert_eq!(Fen::sum([a, b]), None);
            }
        }
    }
}
