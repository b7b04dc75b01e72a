//! 核验码: the code on a paper by which anybody checks it.
//!
//! Nineteen random characters and a check character, in five groups: `7K3M-Q2XP-9HTR-W4ND-BC5E`.
//! The alphabet has 31 characters, none of which is taken for another one by eye (no 0 and O, no 1,
//! I and L). 31 is prime, so a check sum with a weight of its own for every place finds each wrong
//! character and each two exchanged. Nineteen of them are 94 bits: a code can't be guessed.

use std::fmt;
use std::str::FromStr;

use kernel::{Fault, OrBroken as _, Result};

use crate::member::normalised;

const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// Random characters.
const RANDOM: usize = 19;
/// Characters of a group as it is written.
const GROUP: usize = 4;

/// A code; shows itself in groups.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

/// Text that is no code: a character too few or too many, one that no code has, or a slip that the
/// check character shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("核验码输入有误，请核对；它有{}个字符，分为{}组", RANDOM + 1, (RANDOM + 1) / GROUP)]
pub struct NotACode;

impl Fault for NotACode {
    fn code(&self) -> &'static str {
        "certificate_code_invalid"
    }
}

impl Code {
    /// A new code.
    ///
    /// # Errors
    /// Broken when the system gives no random bytes.
    pub(crate) fn random() -> Result<Self> {
        let mut values = Vec::with_capacity(RANDOM);
        while values.len() < RANDOM {
            let mut bytes = [0; 2 * RANDOM];
            getrandom::fill(&mut bytes).or_broken("making a verification code")?;
            // Eight times 31: every character comes equally often.
            let usable = bytes.iter().copied().filter(|byte| *byte < 248);
            let missing = RANDOM - values.len();
            values.extend(usable.take(missing).map(|byte| byte % 31));
        }
        let check = checksum(&values);
        values.push(check);
        let characters = values
            .iter()
            .map(|value| char::from(ALPHABET[usize::from(*value)]));
        Ok(Self(characters.collect()))
    }

    /// Without the groups' hyphens: as it is looked up, and in the address of the check.
    #[must_use]
    pub fn plain(&self) -> &str {
        &self.0
    }
}

/// Σ weight × value, negated, so that the whole sum with the check's weight of 1 is 0.
fn checksum(values: &[u8]) -> u8 {
    let sum: u32 = (2_u32..)
        .zip(values)
        .map(|(weight, value)| weight * u32::from(*value))
        .sum();
    let rest = u8::try_from(sum % 31).expect("a rest of 31 is below 31");
    (31 - rest) % 31
}

impl FromStr for Code {
    type Err = NotACode;

    /// Reads a code as people type it: in small letters, full-width, with hyphens and spaces or
    /// without.
    fn from_str(text: &str) -> std::result::Result<Self, NotACode> {
        let plain: String = normalised(text)
            .chars()
            .filter(|c| !matches!(c, '-' | '－' | '—'))
            .collect();
        let value = |byte: u8| ALPHABET.iter().position(|one| *one == byte);
        let values: Option<Vec<u8>> = plain
            .bytes()
            .map(|byte| value(byte).and_then(|place| u8::try_from(place).ok()))
            .collect();
        match values {
            Some(values)
                if values.len() == RANDOM + 1 && checksum(&values[..RANDOM]) == values[RANDOM] =>
            {
                Ok(Self(plain))
            }
            _ => Err(NotACode),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, character) in self.0.chars().enumerate() {
            if place > 0 && place.is_multiple_of(GROUP) {
                f.write_str("-")?;
            }
            write!(f, "{character}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    /// Whoever has the code reads the paper's figures, so it stands in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        for _ in 0..200 {
            let code = Code::random().unwrap();
            let shown = code.to_string();
            assert_eq!((shown.len(), shown.matches('-').count()), (24, 4));
            for typed in [
                shown.clone(),
                code.plain().to_owned(),
                shown.to_lowercase(),
                format!("  {} ", shown.replace('-', " ")),
                shown.replace('-', "－"),
                shown.replace('A', "Ａ").replace('7', "７"),
            ] {
                assert_eq!(typed.parse(), Ok(code.clone()), "{typed}");
            }
        }
        assert_ne!(Code::random().unwrap(), Code::random().unwrap());
    }

    /// Every single wrong character and every two neighbours exchanged.
    #[test]
    fn a_slip_of_the_pen_is_found() {
        let code = Code::random().unwrap();
        let right = code.plain().as_bytes();
        let mut slips = Vec::new();
        for place in 0..right.len() {
            for other in ALPHABET.iter().filter(|other| **other != right[place]) {
                let mut wrong = right.to_vec();
                wrong[place] = *other;
                slips.push(wrong);
            }
            if place > 0 && right[place] != right[place - 1] {
                let mut wrong = right.to_vec();
                wrong.swap(place, place - 1);
                slips.push(wrong);
            }
        }
        assert!(slips.len() > 600);
        for slip in slips {
            let slip = String::from_utf8(slip).unwrap();
            assert_eq!(slip.parse::<Code>(), Err(NotACode), "{slip} for {code}");
        }
        for text in ["", "7K3M", "0O1IL", &"2".repeat(21), "核验码"] {
            assert_eq!(text.parse::<Code>(), Err(NotACode), "{text}");
        }
    }
}
