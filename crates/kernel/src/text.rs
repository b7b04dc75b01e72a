//! Reading text: full-width forms, and serde through `Display` and `FromStr`.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// The half-width form of a full-width character; others unchanged.
///
/// Full-width ASCII (U+FF01–U+FF5E) lies at a fixed distance from ASCII; the ideographic space,
/// the full-width yuan sign and the mathematical minus stand apart.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' => ' ',
        '\u{FFE5}' => '¥',
        '\u{2212}' => '-',
        _ => c,
    }
}

/// What a person typed, narrowed and without surrounding space.
pub(crate) fn narrowed(text: &str) -> String {
    let narrow: String = text.chars().map(narrow).collect();
    narrow.trim().to_owned()
}

/// An unsigned number written in one to `max_len` ASCII digits and nothing else.
pub(crate) fn digits(text: &str, max_len: usize) -> Option<i64> {
    let well_formed =
        !text.is_empty() && text.len() <= max_len && text.bytes().all(|b| b.is_ascii_digit());
    if well_formed { text.parse().ok() } else { None }
}

/// The value, when `text` is exactly what it prints as.
pub(crate) fn canonical<T: fmt::Display>(value: T, text: &str) -> Option<T> {
    (value.to_string() == text).then_some(value)
}

/// Deserialises any type that reads its own canonical text.
pub(crate) struct FromText<T>(pub(crate) PhantomData<T>);

impl<T> serde::de::Visitor<'_> for FromText<T>
where
    T: FromStr,
    T::Err: fmt::Display,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// Implements serde as the text that `Display` writes and `FromStr` reads.
macro_rules! serde_as_text {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::text::FromText(std::marker::PhantomData))
            }
        }
    };
}
pub(crate) use serde_as_text;
