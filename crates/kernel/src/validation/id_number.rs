//! 公民身份号码, by GB 11643-1999: six digits of region, eight of birth, three of sequence (odd for
//! men), one check character (ISO 7064, mod 11-2).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::refusal::Fault;
use crate::text::narrowed;

/// The weights of the first seventeen digits: 2^(18−position) mod 11.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The check character for each remainder of the weighted sum by eleven.
const CHECKS: &[u8; 11] = b"10X98765432";

/// A resident identity number of 18 characters, checked. Foreigners' permanent residence cards of
/// 2023 (beginning with 9) and residence permits of Hong Kong, Macau and Taiwan people (81, 82,
/// 83) follow the same standard and are read too.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IdNumber([u8; 18]);

/// 性别, as the number tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// 男.
    Male,
    /// 女.
    Female,
}

impl Sex {
    /// 男 or 女.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Male => "男",
            Self::Female => "女",
        }
    }
}

impl IdNumber {
    /// Reads an 18-character number; full-width digits, a small x and surrounding spaces are
    /// taken. `today` bounds the birth date.
    ///
    /// # Errors
    /// See [`IdNumberError`].
    pub fn parse(text: &str, today: Date) -> Result<Self, IdNumberError> {
        let text = narrowed(text).to_ascii_uppercase();
        if text.is_empty() {
            return Err(IdNumberError::Empty);
        }
        let Ok(number) = <[u8; 18]>::try_from(text.as_bytes()) else {
            return Err(IdNumberError::Length {
                found: text.chars().count(),
            });
        };
        let (body, check) = (&number[..17], number[17]);
        if !body.iter().all(u8::is_ascii_digit) || !(check.is_ascii_digit() || check == b'X') {
            return Err(IdNumberError::Character);
        }
        if !known_region(&text) {
            return Err(IdNumberError::Region);
        }
        let birth = birth(&text).ok_or(IdNumberError::BirthDate)?;
        if birth > today {
            return Err(IdNumberError::BirthInFuture);
        }
        if check != check_of(body) {
            return Err(IdNumberError::Checksum);
        }
        Ok(Self(number))
    }

    /// Reads like [`parse`](Self::parse), and takes the 15-digit numbers issued before 1999 too:
    /// the century is 19 and the check character is computed. Such a number has no check of its
    /// own, so a mistyped one may pass.
    ///
    /// # Errors
    /// See [`IdNumberError`].
    pub fn parse_upgrading_15(text: &str, today: Date) -> Result<Self, IdNumberError> {
        let narrow = narrowed(text);
        if narrow.len() != 15 {
            return Self::parse(text, today);
        }
        if !narrow.bytes().all(|b| b.is_ascii_digit()) {
            return Err(IdNumberError::Character);
        }
        let body = format!("{}19{}", &narrow[..6], &narrow[6..]);
        let check = char::from(check_of(body.as_bytes()));
        Self::parse(&format!("{body}{check}"), today)
    }

    /// Makes the number of a region (six digits), a birth date and a sequence (0 to 999, odd for
    /// men), with its check character. The simulation makes its people with it. `None` when the
    /// region or the sequence isn't one.
    #[must_use]
    pub fn compose(region: &str, birth: Date, sequence: u16) -> Option<Self> {
        let region_ok = region.len() == 6 && region.bytes().all(|b| b.is_ascii_digit());
        if !region_ok || sequence > 999 {
            return None;
        }
        let birth_digits = birth.to_string().replace('-', "");
        let body = format!("{region}{birth_digits}{sequence:03}");
        let check = char::from(check_of(body.as_bytes()));
        Self::parse(&format!("{body}{check}"), birth).ok()
    }

    /// The whole number. It is personal data: it goes to sealed columns and to those who may see
    /// it, never to a log.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("digits and X are ASCII")
    }

    /// The last six characters, by which a clerk may look somebody up.
    #[must_use]
    pub fn last_six(&self) -> &str {
        &self.as_str()[12..]
    }

    /// The date of birth.
    #[must_use]
    pub fn birth_date(&self) -> Date {
        birth(self.as_str()).expect("checked when read")
    }

    /// The sex: an odd sequence is a man's.
    #[must_use]
    pub const fn sex(&self) -> Sex {
        // ASCII digits have the parity of their value.
        if self.0[16] % 2 == 1 {
            Sex::Male
        } else {
            Sex::Female
        }
    }

    /// First four and last four characters: `5120**********1234`.
    #[must_use]
    pub fn masked(&self) -> String {
        let text = self.as_str();
        format!("{}**********{}", &text[..4], &text[14..])
    }
}

/// The check character of seventeen ASCII digits.
fn check_of(body: &[u8]) -> u8 {
    let digits = body.iter().map(|digit| u32::from(digit - b'0'));
    let sum: u32 = digits
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    CHECKS[usize::try_from(sum % 11).expect("a remainder is small")]
}

/// The date at its place in the number, years from 1900.
fn birth(number: &str) -> Option<Date> {
    let year = number[6..10].parse().ok()?;
    Date::new(
        year,
        number[10..12].parse().ok()?,
        number[12..14].parse().ok()?,
    )
}

/// Whether the number begins with a province of GB/T 2260, or with 9 and then a province, as
/// foreigners' cards do. Counties come and go and are not checked.
fn known_region(number: &str) -> bool {
    let province = number.strip_prefix('9').unwrap_or(number);
    let code = province[..2].parse().unwrap_or(0_u8);
    matches!(
        code,
        11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83
    )
}

impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdNumber({})", self.masked())
    }
}

/// Text that is not a resident identity number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdNumberError {
    /// Nothing was written.
    #[error("证件号码不能为空")]
    Empty,
    /// Not 18 characters.
    #[error("居民身份证号码应为18位，现为{found}位")]
    Length {
        /// The characters found.
        found: usize,
    },
    /// Something other than digits and a final X.
    #[error("居民身份证号码只能由数字组成，末位可以是X")]
    Character,
    /// No province has this code.
    #[error("居民身份证号码的地区码不存在")]
    Region,
    /// No such day, or a year before 1900.
    #[error("居民身份证号码中的出生日期不存在")]
    BirthDate,
    /// Born after today.
    #[error("居民身份证号码中的出生日期晚于今天")]
    BirthInFuture,
    /// The check character doesn't fit: a digit is wrong or two are swapped.
    #[error("居民身份证号码校验不通过，请核对每一位")]
    Checksum,
}

impl Fault for IdNumberError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "id_number_empty",
            Self::Length { .. } => "id_number_length",
            Self::Character => "id_number_character",
            Self::Region => "id_number_region",
            Self::BirthDate => "id_number_birth_date",
            Self::BirthInFuture => "id_number_birth_in_future",
            Self::Checksum => "id_number_checksum",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> Date {
        "2026-11-22".parse().unwrap()
    }

    #[test]
    fn known_numbers_are_read_with_birth_and_sex() {
        // The first is the standard's own example; the others are computed by its formula.
        let cases = [
            ("11010519491231002X", "1949-12-31", Sex::Female),
            ("512002199003071230", "1990-03-07", Sex::Male),
            ("110105200002290013", "2000-02-29", Sex::Male),
            ("810000199001010019", "1990-01-01", Sex::Male),
            ("911156199001010010", "1990-01-01", Sex::Male),
        ];
        for (text, birth, sex) in cases {
            let number = IdNumber::parse(text, today()).unwrap();
            assert_eq!(number.as_str(), text);
            assert_eq!(number.birth_date().to_string(), birth, "{text}");
            assert_eq!(number.sex(), sex, "{text}");
        }
    }

    #[test]
    fn full_width_digits_a_small_x_and_spaces_are_taken() {
        for text in [
            "11010519491231002x",
            " １１０１０５１９４９１２３１００２Ｘ\u{3000}",
        ] {
            assert_eq!(
                IdNumber::parse(text, today()).unwrap().as_str(),
                "11010519491231002X"
            );
        }
    }

    #[test]
    fn what_is_not_a_number_is_refused_with_its_reason() {
        use IdNumberError::{BirthDate, BirthInFuture, Character, Checksum, Empty, Length, Region};
        let cases = [
            ("", Empty),
            ("1101051949123100", Length { found: 16 }),
            ("110105194912310021234", Length { found: 21 }),
            ("身份证号码十八位", Length { found: 8 }),
            ("身份证号码字", Character),
            ("1101051949X2310021", Character),
            ("11010519491231002Y", Character),
            ("160105194912310021", Region),
            ("990105194912310021", Region),
            ("110105194902300021", BirthDate),
            ("440524188001010014", BirthDate),
            ("110105202611230013", BirthInFuture),
            ("110105194912310021", Checksum),
            ("110105194913310021", BirthDate),
        ];
        for (text, error) in cases {
            assert_eq!(IdNumber::parse(text, today()), Err(error), "{text}");
        }
    }

    #[test]
    fn fifteen_digits_gain_a_century_and_a_check() {
        let upgraded = IdNumber::parse_upgrading_15("110105491231002", today()).unwrap();
        assert_eq!(upgraded.as_str(), "11010519491231002X");
        let modern = IdNumber::parse_upgrading_15("11010519491231002X", today()).unwrap();
        assert_eq!(upgraded, modern);
        let cases = [
            ("110105491331002", IdNumberError::BirthDate),
            ("11010549123100X", IdNumberError::Character),
            ("1101054912310", IdNumberError::Length { found: 13 }),
            ("身份证号码", IdNumberError::Character),
        ];
        for (text, error) in cases {
            assert_eq!(
                IdNumber::parse_upgrading_15(text, today()),
                Err(error),
                "{text}"
            );
        }
    }

    #[test]
    fn the_middle_never_shows_in_debug_or_mask() {
        let number = IdNumber::parse("512002199003071230", today()).unwrap();
        assert_eq!(number.masked(), "5120**********1230");
        assert_eq!(format!("{number:?}"), "IdNumber(5120**********1230)");
        assert_eq!(number.last_six(), "071230");
    }

    #[test]
    fn numbers_are_not_composed_of_nonsense() {
        let birth: Date = "1990-03-07".parse().unwrap();
        for (region, sequence) in [("51200", 1), ("51200x", 1), ("000000", 1), ("512002", 1000)] {
            assert_eq!(
                IdNumber::compose(region, birth, sequence),
                None,
                "{region} {sequence}"
            );
        }
    }

    fn any_number() -> impl Strategy<Value = IdNumber> {
        let regions = vec!["110105", "512002", "650100", "810000", "911156"];
        (prop::sample::select(regions), 0..46_000, 0_u16..1000).prop_map(
            |(region, days, sequence)| {
                let birth = Date::new(1900, 1, 1).unwrap().add_days(days).unwrap();
                IdNumber::compose(region, birth, sequence).unwrap()
            },
        )
    }

    proptest! {
        #[test]
        fn a_composed_number_always_parses(number in any_number()) {
            prop_assert_eq!(IdNumber::parse(number.as_str(), today()), Ok(number));
        }

        #[test]
        fn one_changed_character_is_always_refused(
            number in any_number(), place in 0_usize..18, other in "[0-9X]",
        ) {
            let mut text = number.as_str().to_owned();
            if text[place..=place] == other {
                return Ok(());
            }
            text.replace_range(place..=place, &other);
            prop_assert!(IdNumber::parse(&text, today()).is_err(), "{}", text);
        }

        #[test]
        fn two_swapped_neighbours_are_always_refused(number in any_number(), place in 0_usize..16) {
            let mut bytes = number.as_str().as_bytes().to_vec();
            if bytes[place] == bytes[place + 1] {
                return Ok(());
            }
            bytes.swap(place, place + 1);
            let text = String::from_utf8(bytes).unwrap();
            prop_assert!(IdNumber::parse(&text, today()).is_err(), "{}", text);
        }

        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in ".{0,20}") {
            let _ = IdNumber::parse(&text, today());
            let _ = IdNumber::parse_upgrading_15(&text, today());
        }
    }
}
