//! 统一社会信用代码, by GB 32100-2015: authority and kind (two characters), region (six digits),
//! organisation (nine), one check character (mod 31).

use std::fmt;
use std::str::FromStr;

use crate::refusal::Fault;
use crate::text::{narrowed, serde_as_text};

/// The standard's characters in the order of their values; I, O, S, V and Z are left out.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A unified social credit code of 18 characters, checked. It is public: anybody may look up an
/// organisation by it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CreditCode([u8; 18]);

impl CreditCode {
    /// Reads a code as people write it: full-width and small letters and surrounding spaces are
    /// taken.
    ///
    /// # Errors
    /// See [`CreditCodeError`].
    pub fn parse(text: &str) -> Result<Self, CreditCodeError> {
        let text = narrowed(text).to_ascii_uppercase();
        if text.is_empty() {
            return Err(CreditCodeError::Empty);
        }
        let Ok(code) = <[u8; 18]>::try_from(text.as_bytes()) else {
            return Err(CreditCodeError::Length {
                found: text.chars().count(),
            });
        };
        let (body, check) = (&code[..17], code[17]);
        let expected = check_of(body).ok_or(CreditCodeError::Character)?;
        if value(check).is_none() {
            return Err(CreditCodeError::Character);
        }
        if !code[2..8].iter().all(u8::is_ascii_digit) {
            return Err(CreditCodeError::Region);
        }
        if check != expected {
            return Err(CreditCodeError::Checksum);
        }
        Ok(Self(code))
    }

    /// Completes the first seventeen characters with their check character. The simulation makes
    /// its employers with it. `None` when they aren't seventeen of the standard's characters with
    /// a region of digits.
    #[must_use]
    pub fn compose(first_17: &str) -> Option<Self> {
        if first_17.len() != 17 {
            return None;
        }
        let check = char::from(check_of(first_17.as_bytes())?);
        Self::parse(&format!("{first_17}{check}")).ok()
    }

    /// The whole code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("the alphabet is ASCII")
    }
}

/// The value of a character, its place in the alphabet.
fn value(character: u8) -> Option<usize> {
    ALPHABET.iter().position(|c| *c == character)
}

/// The check character: what brings the sum, weighted by the powers of three, to a multiple of 31.
fn check_of(body: &[u8]) -> Option<u8> {
    let mut weight = 1;
    let mut sum = 0;
    for character in body {
        sum += value(*character)? * weight;
        weight = weight * 3 % 31;
    }
    Some(ALPHABET[(31 - sum % 31) % 31])
}

impl fmt::Debug for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CreditCode({})", self.as_str())
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for CreditCode {
    type Err = CreditCodeError;

    /// Reads the canonical form alone: capitals, half-width, no spaces.
    fn from_str(text: &str) -> Result<Self, CreditCodeError> {
        let code = Self::parse(text)?;
        if code.as_str() == text {
            Ok(code)
        } else {
            Err(CreditCodeError::Character)
        }
    }
}

serde_as_text!(CreditCode);

/// Text that is not a unified social credit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CreditCodeError {
    /// Nothing was written.
    #[error("统一社会信用代码不能为空")]
    Empty,
    /// Not 18 characters.
    #[error("统一社会信用代码应为18位，现为{found}位")]
    Length {
        /// The characters found.
        found: usize,
    },
    /// A character outside the standard's alphabet.
    #[error("统一社会信用代码只能由数字和大写字母组成，且不含I、O、S、V、Z")]
    Character,
    /// The region (third to eighth character) isn't digits.
    #[error("统一社会信用代码的第3至8位应为数字")]
    Region,
    /// The check character doesn't fit.
    #[error("统一社会信用代码校验不通过，请核对每一位")]
    Checksum,
}

impl Fault for CreditCodeError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "credit_code_empty",
            Self::Length { .. } => "credit_code_length",
            Self::Character => "credit_code_character",
            Self::Region => "credit_code_region",
            Self::Checksum => "credit_code_checksum",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_codes_are_read() {
        // The first is the example given for the standard; the others are computed by its formula.
        let codes = [
            "91350100M000100Y43",
            "91110000600037341L",
            "91110108551385082Q",
            "12510000450718000R",
        ];
        for code in codes {
            assert_eq!(CreditCode::parse(code).unwrap().to_string(), code);
        }
        assert_eq!(
            CreditCode::parse("　９１３５０１００m000100y43 ")
                .unwrap()
                .as_str(),
            "91350100M000100Y43"
        );
    }

    #[test]
    fn what_is_not_a_code_is_refused_with_its_reason() {
        use CreditCodeError::{Character, Checksum, Empty, Length, Region};
        let cases = [
            ("", Empty),
            ("91350100M000100Y4", Length { found: 17 }),
            ("统一社会信用代码", Length { found: 8 }),
            ("统一社会信用", Character),
            ("91350100M0001O0Y43", Character),
            ("91350100M000100Y4I", Character),
            ("91350100-000100Y43", Character),
            ("9135010AM000100Y43", Region),
            ("91350100M000100Y44", Checksum),
        ];
        for (text, error) in cases {
            assert_eq!(CreditCode::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn the_wire_takes_the_canonical_form_alone() {
        let code = CreditCode::parse("91350100M000100Y43").unwrap();
        let json = serde_json::to_string(&code).unwrap();
        assert_eq!(serde_json::from_str::<CreditCode>(&json).unwrap(), code);
        assert!(serde_json::from_str::<CreditCode>("\"91350100m000100y43\"").is_err());
    }

    proptest! {
        #[test]
        fn a_composed_code_always_parses(body in "[159][1-39][0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}") {
            let code = CreditCode::compose(&body).unwrap();
            prop_assert_eq!(CreditCode::parse(code.as_str()), Ok(code));
        }

        #[test]
        fn one_changed_character_is_always_refused(
            body in "[159][1-39][0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}",
            place in 0_usize..18,
            other in "[0-9A-HJ-NPQRTUWXY]",
        ) {
            let mut text = CreditCode::compose(&body).unwrap().as_str().to_owned();
            if text[place..=place] == other {
                return Ok(());
            }
            text.replace_range(place..=place, &other);
            prop_assert!(CreditCode::parse(&text).is_err(), "{}", text);
        }

        #[test]
        fn any_text_is_composed_or_refused_without_a_panic(text in ".{0,20}") {
            let _ = CreditCode::parse(&text);
            let _ = CreditCode::compose(&text);
        }
    }
}
