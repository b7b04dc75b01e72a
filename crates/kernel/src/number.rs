//! Numbers that name things: centres, accounts, employers. Positive `i64`s, each its own type.
//!
//! A centre's number is small and travels as a JSON number. Account and employer numbers travel
//! as strings, because JavaScript reads JSON numbers as doubles and loses digits beyond 2⁵³.

use std::fmt;
use std::str::FromStr;

use crate::refusal::Fault;
use crate::text::{digits, serde_as_text};

/// Text that is not a positive number that fits 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{what}应为正整数，且不超过19位")]
pub struct ParseNumberError {
    /// The Chinese name of the number.
    pub what: &'static str,
}

impl Fault for ParseNumberError {
    fn code(&self) -> &'static str {
        "number_malformed"
    }
}

macro_rules! numbers {
    ($($(#[$doc:meta])+ $name:ident = $what:literal;)+) => {$(
        $(#[$doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(i64);

        impl $name {
            /// `None` unless the number is positive.
            #[must_use]
            pub const fn new(number: i64) -> Option<Self> {
                if number > 0 { Some(Self(number)) } else { None }
            }

            /// The bare number.
            #[must_use]
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseNumberError;

            /// Reads ASCII digits. Leading zeros are allowed, because printed forms pad the
            /// number with them; `Display` writes none. Signs are not.
            fn from_str(text: &str) -> Result<Self, ParseNumberError> {
                digits(text, 19).and_then(Self::new).ok_or(ParseNumberError { what: $what })
            }
        }
    )+};
}

numbers! {
    /// 中心: the number of a centre (tenant). Serialised as a JSON number.
    CentreId = "中心编号";
    /// 个人账号: the number of a member's account. Serialised as a string.
    AccountNo = "个人账号";
    /// 单位账号: the number of an employer. Serialised as a string.
    EmployerNo = "单位账号";
}

serde_as_text!(AccountNo);
serde_as_text!(EmployerNo);

impl serde::Serialize for CentreId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de> serde::Deserialize<'de> for CentreId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = i64::deserialize(deserializer)?;
        Self::new(number).ok_or_else(|| serde::de::Error::custom("中心编号应为正整数"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_positive_numbers_are_accepted() {
        assert_eq!(AccountNo::new(0), None);
        assert_eq!(AccountNo::new(-1), None);
        for text in [
            "",
            "0",
            "-1",
            "+1",
            " 1",
            "1.0",
            "１",
            "99999999999999999999",
        ] {
            assert!(text.parse::<AccountNo>().is_err(), "{text}");
        }
        assert_eq!("0042".parse::<AccountNo>().unwrap().get(), 42);
    }

    #[test]
    fn account_numbers_are_strings_and_centres_are_numbers_in_json() {
        let account = AccountNo::new(9_007_199_254_740_993).unwrap();
        let centre = CentreId::new(1).unwrap();
        assert_eq!(
            serde_json::to_string(&account).unwrap(),
            "\"9007199254740993\""
        );
        assert_eq!(
            serde_json::from_str::<AccountNo>("\"9007199254740993\"").unwrap(),
            account
        );
        assert!(serde_json::from_str::<AccountNo>("9007199254740993").is_err());
        assert_eq!(serde_json::to_string(&centre).unwrap(), "1");
        assert_eq!(serde_json::from_str::<CentreId>("1").unwrap(), centre);
        assert!(serde_json::from_str::<CentreId>("0").is_err());
    }
}
