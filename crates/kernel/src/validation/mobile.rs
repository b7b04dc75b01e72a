//! Mobile numbers of mainland China.

use std::fmt;

use crate::refusal::Fault;
use crate::text::narrowed;

/// A mobile number of eleven digits that begins with 13 to 19.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MobileNumber([u8; 11]);

impl MobileNumber {
    /// Reads a number as people write it: full-width digits, spaces and hyphens between the
    /// groups, and a leading +86 are taken.
    ///
    /// # Errors
    /// See [`MobileNumberError`].
    pub fn parse(text: &str) -> Result<Self, MobileNumberError> {
        let text: String = narrowed(text)
            .chars()
            .filter(|c| !matches!(c, ' ' | '-'))
            .collect();
        if text.is_empty() {
            return Err(MobileNumberError::Empty);
        }
        let national = text.strip_prefix("+86").unwrap_or(&text);
        let Ok(digits) = <[u8; 11]>::try_from(national.as_bytes()) else {
            return Err(MobileNumberError::Malformed);
        };
        let mobile = digits[0] == b'1' && (b'3'..=b'9').contains(&digits[1]);
        if mobile && digits.iter().all(u8::is_ascii_digit) {
            Ok(Self(digits))
        } else {
            Err(MobileNumberError::Malformed)
        }
    }

    /// The eleven digits. They are personal data: never to a log.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("digits are ASCII")
    }

    /// First three and last four digits: `138****8000`.
    #[must_use]
    pub fn masked(&self) -> String {
        let text = self.as_str();
        format!("{}****{}", &text[..3], &text[7..])
    }
}

impl fmt::Debug for MobileNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MobileNumber({})", self.masked())
    }
}

/// Text that is not a mobile number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MobileNumberError {
    /// Nothing was written.
    #[error("手机号码不能为空")]
    Empty,
    /// Not eleven digits that begin with 13 to 19.
    #[error("手机号码应为11位数字，以13至19开头")]
    Malformed,
}

impl Fault for MobileNumberError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "mobile_number_empty",
            Self::Malformed => "mobile_number_malformed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for text in [
            "13800138000",
            "138 0013 8000",
            "138-0013-8000",
            "+86 13800138000",
            "１３８００１３８０００",
        ] {
            assert_eq!(
                MobileNumber::parse(text).unwrap().as_str(),
                "13800138000",
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_not_a_mobile_number_is_refused() {
        assert_eq!(MobileNumber::parse(" - "), Err(MobileNumberError::Empty));
        let wrong = [
            "1380013800",
            "138001380000",
            "12800138000",
            "23800138000",
            "1380013800a",
            "+8513800138000",
            "手机号",
        ];
        for text in wrong {
            assert_eq!(
                MobileNumber::parse(text),
                Err(MobileNumberError::Malformed),
                "{text}"
            );
        }
    }

    #[test]
    fn the_middle_never_shows_in_debug_or_mask() {
        let number = MobileNumber::parse("13800138000").unwrap();
        assert_eq!(number.masked(), "138****8000");
        assert_eq!(format!("{number:?}"), "MobileNumber(138****8000)");
    }

    proptest! {
        #[test]
        fn every_number_of_the_plan_reads_back(text in "1[3-9][0-9]{9}") {
            let number = MobileNumber::parse(&text).unwrap();
            prop_assert_eq!(number.as_str(), text);
        }

        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in ".{0,20}") {
            let _ = MobileNumber::parse(&text);
        }
    }
}
