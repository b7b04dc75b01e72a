//! Names of people, in the one form in which they are compared and looked up.

use std::fmt;

use crate::refusal::Fault;
use crate::text::narrow;

/// A person's name, normalised: `张 三` and `张三` are one name, and so are
/// `阿里·买买提`, `阿里•买买提` and `阿里.买买提`.
///
/// No space at the ends, beside a middle dot or between Chinese characters; elsewhere one space.
/// Full-width letters become half-width; the middle dot is U+00B7.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PersonName(String);

impl PersonName {
    /// The most characters of a name, as the national data tables allow.
    pub const MAX_CHARS: usize = 120;

    /// Reads and normalises a name.
    ///
    /// # Errors
    /// See [`PersonNameError`].
    pub fn parse(text: &str) -> Result<Self, PersonNameError> {
        let spaced = single_spaced(text);
        if spaced.iter().any(|c| is_foreign(*c)) {
            return Err(PersonNameError::Character);
        }
        let name = without_idle_spaces(&dotted(&spaced));
        match name.chars().count() {
            0 => Err(PersonNameError::Empty),
            1..=Self::MAX_CHARS => Ok(Self(name)),
            _ => Err(PersonNameError::TooLong),
        }
    }

    /// The whole name. It is personal data: never to a log.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first character, and a star for each other: `王**`.
    #[must_use]
    pub fn masked(&self) -> String {
        let mut chars = self.0.chars();
        let first: String = chars.next().into_iter().collect();
        first + &"*".repeat(chars.count())
    }
}

/// Narrow characters, every stretch of white space one space, none at the ends. What pasting
/// leaves behind without being seen (zero-width space, byte order mark) goes.
fn single_spaced(text: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for c in text
        .chars()
        .map(narrow)
        .filter(|c| !matches!(c, '\u{200B}' | '\u{FEFF}'))
    {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c != ' ' || out.last().is_some_and(|last| *last != ' ') {
            out.push(c);
        }
    }
    if out.last() == Some(&' ') {
        out.pop();
    }
    out
}

/// Every variant of the middle dot as U+00B7. A full stop is one where it stands between Chinese
/// characters; elsewhere it abbreviates (`J. Smith`).
fn dotted(chars: &[char]) -> Vec<char> {
    let beside = |i: usize| {
        let before = chars[..i].iter().rev().find(|c| **c != ' ');
        let after = chars[i + 1..].iter().find(|c| **c != ' ');
        before.is_some_and(|c| is_han(*c)) && after.is_some_and(|c| is_han(*c))
    };
    let dot = |(i, c): (usize, &char)| match c {
        '\u{2022}' | '\u{2027}' | '\u{2219}' | '\u{22C5}' | '\u{30FB}' | '\u{FF65}' => '·',
        '.' if beside(i) => '·',
        _ => *c,
    };
    chars.iter().enumerate().map(dot).collect()
}

/// Without the spaces beside a middle dot or between Chinese characters.
fn without_idle_spaces(chars: &[char]) -> String {
    let idle = |i: usize| {
        let (before, after) = (chars[i - 1], chars[i + 1]);
        before == '·' || after == '·' || (is_han(before) && is_han(after))
    };
    let kept = chars
        .iter()
        .enumerate()
        .filter(|(i, c)| **c != ' ' || !idle(*i));
    kept.map(|(_, c)| *c).collect()
}

/// Whether no name has it: control characters, digits, and ASCII punctuation but for what foreign
/// names are written with. The star matters most: it comes from lists that were exported masked.
fn is_foreign(c: char) -> bool {
    let in_names = matches!(c, '.' | ',' | '-' | '\'');
    c.is_control() || c.is_ascii_digit() || (c.is_ascii_punctuation() && !in_names)
}

/// Whether it is a Chinese character: the unified ideographs with their extensions, the
/// compatibility ideographs and 〇.
const fn is_han(c: char) -> bool {
    matches!(
        c,
        '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{323AF}'
    )
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonName({})", self.masked())
    }
}

/// Text that is not a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PersonNameError {
    /// Nothing was written.
    #[error("姓名不能为空")]
    Empty,
    /// More than 120 characters.
    #[error("姓名不能超过{}个字", PersonName::MAX_CHARS)]
    TooLong,
    /// A character that no name has: a control character, a digit, a star.
    #[error("姓名中有不应出现的字符（如数字、星号、括号），请填写证件上的姓名")]
    Character,
}

impl Fault for PersonNameError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "person_name_empty",
            Self::TooLong => "person_name_too_long",
            Self::Character => "person_name_character",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ways_of_writing_one_name_become_one() {
        let cases = [
            ("张三", "张三"),
            (" 张\u{3000}三 ", "张三"),
            ("张\n三", "张三"),
            ("\u{FEFF}张三\u{200B}", "张三"),
            ("阿里•买买提", "阿里·买买提"),
            ("阿里・买买提", "阿里·买买提"),
            ("阿里．买买提", "阿里·买买提"),
            ("阿里 . 买买提", "阿里·买买提"),
            ("阿里 · 买买提", "阿里·买买提"),
            ("Ｊ.  Smith", "J. Smith"),
            ("𠮷 田", "𠮷田"),
            ("Anna 王", "Anna 王"),
            ("O'Neil-Day, P.", "O'Neil-Day, P."),
        ];
        for (text, name) in cases {
            assert_eq!(PersonName::parse(text).unwrap().as_str(), name, "{text}");
        }
    }

    #[test]
    fn what_is_not_a_name_is_refused_with_its_reason() {
        let long = "王".repeat(121);
        let cases = [
            ("", PersonNameError::Empty),
            ("\u{3000} \t", PersonNameError::Empty),
            ("张\u{0}三", PersonNameError::Character),
            ("张*", PersonNameError::Character),
            ("张伟２", PersonNameError::Character),
            ("张伟（大）", PersonNameError::Character),
            (long.as_str(), PersonNameError::TooLong),
        ];
        for (text, error) in cases {
            assert_eq!(PersonName::parse(text), Err(error), "{text}");
        }
        assert!(PersonName::parse(&"王".repeat(120)).is_ok());
        assert_eq!(PersonNameError::TooLong.sentence(), "姓名不能超过120个字");
    }

    #[test]
    fn only_the_first_character_shows_in_debug_or_mask() {
        let name = PersonName::parse("王小明").unwrap();
        assert_eq!(name.masked(), "王**");
        assert_eq!(format!("{name:?}"), "PersonName(王**)");
        assert_eq!(PersonName::parse("王").unwrap().masked(), "王");
    }

    proptest! {
        #[test]
        fn a_normalised_name_stays_as_it_is(text in "[张三a-c .·•\u{3000}\u{200B}]{0,12}") {
            if let Ok(name) = PersonName::parse(&text) {
                prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name));
            }
        }

        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in ".{0,40}") {
            let _ = PersonName::parse(&text);
        }
    }
}
