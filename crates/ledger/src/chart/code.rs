//! The code of a ledger account (科目编号), which carries the tree.

use std::fmt;
use std::str::FromStr;

use db::{Column, Kind, Mismatch, Value};
use kernel::refusal::Fault;
use thiserror::Error;

/// The deepest level of the tree.
pub const MAX_LEVEL: usize = 4;

const FIRST_LEVEL_DIGITS: usize = 3;
const LEVEL_DIGITS: usize = 2;
const MAX_DIGITS: usize = FIRST_LEVEL_DIGITS + LEVEL_DIGITS * (MAX_LEVEL - 1);

/// The code of a ledger account: three digits at the first level, fixed by 财会字〔1999〕33号, and
/// two more at each level below, four levels in all (`101`, `10101`, `1010101`, `101010101`).
///
/// Codes order as their texts do, so that an account stands right before its sub-accounts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountCode {
    /// Digits, padded with zero bytes at the end.
    digits: [u8; MAX_DIGITS],
}

/// A text that is no code of a ledger account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("科目编号应为3、5、7或9位数字，首位为1至9")]
pub struct ParseAccountCodeError;

impl Fault for ParseAccountCodeError {
    fn code(&self) -> &'static str {
        "account_code_malformed"
    }
}

impl AccountCode {
    /// Reads a code; `None` when it isn't one.
    #[must_use]
    pub const fn new(code: &str) -> Option<AccountCode> {
        let bytes = code.as_bytes();
        if !matches!(bytes.len(), 3 | 5 | 7 | 9) || bytes[0] == b'0' {
            return None;
        }
        let mut digits = [0; MAX_DIGITS];
        let mut index = 0;
        while index < bytes.len() {
            if !bytes[index].is_ascii_digit() {
                return None;
            }
            digits[index] = bytes[index];
            index += 1;
        }
        Some(AccountCode { digits })
    }

    /// A code written in the source.
    ///
    /// # Panics
    /// When it isn't a code; in a constant that is an error of compilation.
    #[must_use]
    pub const fn literal(code: &'static str) -> AccountCode {
        match AccountCode::new(code) {
            Some(code) => code,
            None => panic!("not the code of a ledger account"),
        }
    }

    /// Its digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.digits)
            .expect("a code is made of ASCII digits")
            .trim_end_matches('\0')
    }

    /// Its level (科目级别), 1 to 4.
    #[must_use]
    pub fn level(&self) -> usize {
        (self.as_str().len() - FIRST_LEVEL_DIGITS) / LEVEL_DIGITS + 1
    }

    /// The account it is a sub-account of; none at the first level.
    #[must_use]
    pub fn parent(&self) -> Option<AccountCode> {
        let text = self.as_str();
        AccountCode::new(text.get(..text.len() - LEVEL_DIGITS)?)
    }

    /// The sub-account with this number, 1 to 99; `None` beyond that or below the fourth level.
    #[must_use]
    pub fn child(&self, number: usize) -> Option<AccountCode> {
        let in_range = (1..=99).contains(&number) && self.level() < MAX_LEVEL;
        in_range
            .then(|| AccountCode::new(&format!("{self}{number:02}")))
            .flatten()
    }

    /// The last two digits as a number; of a first-level account they are its place in the class.
    #[must_use]
    pub fn number(&self) -> usize {
        let text = self.as_str();
        text[text.len() - LEVEL_DIGITS..]
            .parse()
            .expect("a code is made of ASCII digits")
    }

    /// Whether the account is `root` or lies under it.
    #[must_use]
    pub fn is_within(&self, root: AccountCode) -> bool {
        self.as_str().starts_with(root.as_str())
    }

    /// The text that every code within this one precedes, itself not one: the end of the range
    /// that a statement reads. `:` follows `9`.
    pub(crate) fn range_end(&self) -> String {
        format!("{self}:")
    }

    /// The account and all above it, the nearest first.
    pub(crate) fn lineage(self) -> impl Iterator<Item = AccountCode> {
        std::iter::successors(Some(self), AccountCode::parent)
    }

    /// The first digit: 1 资产, 2 负债, 3 净资产, 4 收入 and 支出.
    pub(crate) fn class(&self) -> u8 {
        self.digits[0]
    }
}

impl fmt::Display for AccountCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for AccountCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for AccountCode {
    type Err = ParseAccountCodeError;

    fn from_str(text: &str) -> Result<AccountCode, ParseAccountCodeError> {
        AccountCode::new(text).ok_or(ParseAccountCodeError)
    }
}

impl serde::Serialize for AccountCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for AccountCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl Column for AccountCode {
    const KIND: Kind = Kind::Text;

    fn into_value(self) -> Value {
        Value::Text(self.as_str().to_owned())
    }

    fn from_value(value: Value) -> Result<Self, Mismatch> {
        match &value {
            Value::Text(text) => {
                AccountCode::new(text).ok_or_else(|| Mismatch::new("ledger account", &value))
            }
            other => Err(Mismatch::new("ledger account", other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_carries_level_parent_and_number() {
        let code = AccountCode::literal("4010302");
        assert_eq!((code.level(), code.number()), (3, 2));
        assert_eq!(code.parent(), AccountCode::new("40103"));
        assert_eq!(
            code.lineage().map(|c| c.level()).collect::<Vec<_>>(),
            [3, 2, 1]
        );
        assert!(code.is_within(AccountCode::literal("401")));
        assert!(!code.is_within(AccountCode::literal("411")));
        assert_eq!(AccountCode::literal("401").parent(), None);
    }

    #[test]
    fn four_levels_and_ninety_nine_children_are_the_end() {
        let deep = AccountCode::literal("101010101");
        assert_eq!((deep.level(), deep.child(1)), (4, None));
        let bank = AccountCode::literal("101");
        assert_eq!(bank.child(7), AccountCode::new("10107"));
        assert_eq!((bank.child(0), bank.child(100)), (None, None));
    }

    #[test]
    fn only_digits_of_the_right_number_are_a_code() {
        for bad in [
            "",
            "1",
            "10",
            "1011",
            "001",
            "10a",
            "１０１",
            "10101010101",
            "101 ",
        ] {
            assert_eq!(
                bad.parse::<AccountCode>(),
                Err(ParseAccountCodeError),
                "{bad}"
            );
        }
    }

    #[test]
    fn an_account_stands_right_before_its_sub_accounts() {
        let mut codes = ["102", "10101", "101", "1010101", "10102"].map(AccountCode::literal);
        codes.sort_unstable();
        assert_eq!(
            codes.map(|code| code.to_string()),
            ["101", "10101", "1010101", "10102", "102"]
        );
    }
}
