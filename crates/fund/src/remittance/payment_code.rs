//! 缴款码: the number an employer writes on its transfer, by which the money finds its remittance.
//!
//! Ten digits: eight that count, then two check digits after ISO/IEC 7064 MOD 97-10. They catch
//! every single wrong digit and every transposition of two neighbours, and let one random number
//! in 97 through: a code alone therefore posts nothing, the amount must be exact as well.

use std::fmt;
use std::str::FromStr;

/// The digits of a code.
const LENGTH: usize = 10;
const CHECK_DIGITS: i64 = 100;
const MODULUS: i64 = 97;
/// Counting begins here so that no code has a leading zero for a spreadsheet to swallow.
const FIRST: i64 = 10_000_000;
const LAST: i64 = 99_999_999;

/// A payment code whose check digits are right.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PaymentCode(i64);

impl PaymentCode {
    /// The code of the remittance with this serial, counted from 1. `None` past the ninety
    /// millionth, which is a thousand years of a large city.
    #[must_use]
    pub fn of_serial(serial: i64) -> Option<PaymentCode> {
        let number = FIRST.checked_add(serial.checked_sub(1)?)?;
        if !(FIRST..=LAST).contains(&number) {
            return None;
        }
        let check = MODULUS + 1 - number * CHECK_DIGITS % MODULUS;
        Some(PaymentCode(number * CHECK_DIGITS + check))
    }

    /// The codes that stand in what a payer wrote, each once, in the order written.
    ///
    /// A code is ten digits alone or with single spaces or hyphens between them, full-width or
    /// not; ten digits inside a longer number are no code.
    #[must_use]
    pub fn find_in(remark: &str) -> Vec<PaymentCode> {
        let mut found = Vec::new();
        let mut keep = |code: Option<PaymentCode>| {
            if let Some(code) = code.filter(|code| !found.contains(code)) {
                found.push(code);
            }
        };
        for group in groups(remark) {
            for run in &group {
                keep(run.parse().ok());
            }
            // Only a group cut in pieces can be a code that none of its pieces is.
            if group.len() > 1 {
                keep(group.concat().parse().ok());
            }
        }
        found
    }
}

/// The digits of the text: groups of runs, the runs of a group one space or hyphen apart.
fn groups(text: &str) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    let mut gap = usize::MAX;
    for character in text.chars() {
        match (digit(character), character) {
            (Some(digit), _) => {
                match (gap, groups.last_mut()) {
                    (0, Some(group)) => {
                        group.last_mut().expect("a group has a run").push(digit);
                    }
                    (1, Some(group)) => group.push(digit.to_string()),
                    _ => groups.push(vec![digit.to_string()]),
                }
                gap = 0;
            }
            (None, ' ' | '\u{3000}' | '-' | '－') => gap = gap.saturating_add(1),
            (None, _) => gap = usize::MAX,
        }
    }
    groups
}

/// The ASCII form of a digit, full-width ones included.
fn digit(character: char) -> Option<char> {
    match character {
        '0'..='9' => Some(character),
        '０'..='９' => char::from_u32(u32::from(character) - 0xFEE0),
        _ => None,
    }
}

/// Text that is not a payment code, or one with a wrong digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPaymentCode;

impl fmt::Display for NotAPaymentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("缴款码应为10位数字且校验位正确，请核对汇缴单上的缴款码")
    }
}

impl std::error::Error for NotAPaymentCode {}

impl kernel::Fault for NotAPaymentCode {
    fn code(&self) -> &'static str {
        "payment_code_invalid"
    }
}

impl FromStr for PaymentCode {
    type Err = NotAPaymentCode;

    /// Reads exactly ten ASCII digits.
    fn from_str(text: &str) -> Result<PaymentCode, NotAPaymentCode> {
        if text.len() != LENGTH || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotAPaymentCode);
        }
        let number: i64 = text.parse().map_err(|_| NotAPaymentCode)?;
        let counted = (FIRST..=LAST).contains(&(number / CHECK_DIGITS));
        // 00, 01 and 99 would pass the modulus beside 97, 98 and 02; they are never written.
        let written = (2..=98).contains(&(number % CHECK_DIGITS));
        if counted && written && number % MODULUS == 1 {
            Ok(PaymentCode(number))
        } else {
            Err(NotAPaymentCode)
        }
    }
}

impl fmt::Display for PaymentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:010}", self.0)
    }
}

impl fmt::Debug for PaymentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PaymentCode({self})")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(serial: i64) -> PaymentCode {
        PaymentCode::of_serial(serial).unwrap()
    }

    /// Worked by hand: 10000000·100 = 97·10309278 + 34, and 98 − 34 = 64.
    #[test]
    fn the_first_code_is_the_one_worked_by_hand() {
        assert_eq!(code(1).to_string(), "1000000064");
        assert_eq!(PaymentCode::of_serial(0), None);
        assert_eq!(code(90_000_000).to_string().len(), LENGTH);
        assert_eq!(PaymentCode::of_serial(90_000_001), None);
        assert_eq!(PaymentCode::of_serial(i64::MIN), None);
    }

    #[test]
    fn a_code_is_found_however_the_payer_wrote_it() {
        let first = code(1).to_string();
        let wide: String = first
            .chars()
            .map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap())
            .collect();
        let spaced = format!("{} {}-{}", &first[..4], &first[4..8], &first[8..]);
        for remark in [
            format!("公积金{first}"),
            format!("缴款码：{wide}，2026年11月"),
            format!("汇缴 {spaced}"),
            format!("{first}/{first}"),
            format!("2026-11 {first}"),
        ] {
            assert_eq!(PaymentCode::find_in(&remark), [code(1)], "{remark}");
        }
        assert_eq!(
            PaymentCode::find_in(&format!("{}或{}", code(7), code(2))),
            [code(7), code(2)]
        );
        for remark in [
            format!("9{first}"),
            format!("{first}0"),
            "1000000065".into(),
            "公积金".into(),
        ] {
            assert_eq!(PaymentCode::find_in(&remark), [], "{remark}");
        }
    }

    proptest! {
        #[test]
        fn a_code_reads_back(serial in 1_i64..=90_000_000) {
            prop_assert_eq!(code(serial).to_string().parse(), Ok(code(serial)));
        }

        #[test]
        fn one_wrong_digit_is_noticed(serial in 1_i64..=90_000_000, at in 0..LENGTH, add in 1_u8..10) {
            let mut digits = code(serial).to_string().into_bytes();
            digits[at] = b'0' + (digits[at] - b'0' + add) % 10;
            let wrong = String::from_utf8(digits).unwrap();
            prop_assert_eq!(wrong.parse::<PaymentCode>(), Err(NotAPaymentCode));
        }

        #[test]
        fn two_neighbours_swapped_are_noticed(serial in 1_i64..=90_000_000, at in 0..LENGTH - 1) {
            let mut digits = code(serial).to_string().into_bytes();
            prop_assume!(digits[at] != digits[at + 1]);
            digits.swap(at, at + 1);
            let wrong = String::from_utf8(digits).unwrap();
            prop_assert_eq!(wrong.parse::<PaymentCode>(), Err(NotAPaymentCode));
        }
    }
}
