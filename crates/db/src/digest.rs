//! SM3 digests over fields, and the chain made of them.
//!
//! Every field is preceded by a tag and its length, so that no two lists of fields share a text.

use std::fmt;

use sm3::{Digest as _, Sm3};

use crate::value::{Column, Kind, Mismatch, Value};

/// An SM3 digest (GB/T 32905) or an HMAC of it: 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest32([u8; 32]);

impl Digest32 {
    /// The head of a chain that has no link yet.
    pub const ZERO: Digest32 = Digest32([0; 32]);

    /// The digest made of these bytes.
    pub const fn new(bytes: [u8; 32]) -> Digest32 {
        Digest32(bytes)
    }

    /// The SM3 digest of `bytes` as they are, as `sm3sum` would print it.
    pub fn of(bytes: &[u8]) -> Digest32 {
        Digest32(Sm3::digest(bytes).into())
    }

    /// The SM3 of everything that a reader gives, in flat memory.
    ///
    /// # Errors
    /// Those of the reader.
    pub fn of_reader(reader: &mut impl std::io::Read) -> std::io::Result<Digest32> {
        let mut state = Sm3::new();
        let mut buffer = vec![0; 64 * 1024];
        loop {
            match reader.read(&mut buffer) {
                Ok(0) => return Ok(Digest32(state.finalize().into())),
                Ok(count) => state.update(&buffer[..count]),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Its bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// 64 lower-case hexadecimal digits.
    pub fn hex(&self) -> String {
        hex(&self.0)
    }

    /// Reads 64 hexadecimal digits; anything else is `None`.
    pub fn from_hex(text: &str) -> Option<Digest32> {
        unhex(text)?.try_into().ok().map(Digest32)
    }
}

impl fmt::Debug for Digest32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex())
    }
}

impl fmt::Display for Digest32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex())
    }
}

impl Column for Digest32 {
    const KIND: Kind = Kind::Bytes;

    fn into_value(self) -> Value {
        Value::Bytes(self.0.to_vec())
    }

    fn from_value(value: Value) -> Result<Self, Mismatch> {
        match &value {
            Value::Bytes(bytes) => bytes
                .as_slice()
                .try_into()
                .map(Digest32)
                .map_err(|_| Mismatch::new("digest of 32 bytes", &value)),
            other => Err(Mismatch::new("digest of 32 bytes", other)),
        }
    }
}

/// A digest in the making.
#[derive(Clone)]
pub struct Digest {
    state: Sm3,
}

impl Digest {
    /// Begins a digest. `label` says what is digested, so that a voucher's digest is never a day's.
    pub fn new(label: &str) -> Digest {
        Digest { state: Sm3::new() }.text(label)
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, text: &str) -> Digest {
        self.field(b't', text.as_bytes())
    }

    /// Adds bytes.
    #[must_use]
    pub fn bytes(self, bytes: &[u8]) -> Digest {
        self.field(b'b', bytes)
    }

    /// Adds a number.
    #[must_use]
    pub fn int(self, number: i64) -> Digest {
        self.field(b'i', &number.to_be_bytes())
    }

    /// Adds a field that has no value.
    #[must_use]
    pub fn none(self) -> Digest {
        self.field(b'n', &[])
    }

    /// Adds a text that may be missing.
    #[must_use]
    pub fn text_or_none(self, text: Option<&str>) -> Digest {
        match text {
            Some(text) => self.text(text),
            None => self.none(),
        }
    }

    /// Adds a stored value of any kind.
    #[must_use]
    pub fn column(self, value: impl Column) -> Digest {
        match value.into_value() {
            Value::Null => self.none(),
            Value::Int(number) => self.int(number),
            Value::Month(month) => self.int(i64::from(month)),
            Value::Bool(truth) => self.int(i64::from(truth)),
            Value::Text(text) => self.text(&text),
            Value::Date(date) => self.text(&date.to_string()),
            Value::Instant(at) => self.int(at.as_microsecond()),
            Value::Bytes(bytes) => self.bytes(&bytes),
            Value::Id(uuid) => self.bytes(uuid.as_bytes()),
        }
    }

    /// The digest.
    pub fn finish(self) -> Digest32 {
        Digest32(self.state.finalize().into())
    }

    fn field(mut self, tag: u8, bytes: &[u8]) -> Digest {
        let length = u64::try_from(bytes.len()).expect("a length fits 64 bits");
        self.state.update([tag]);
        self.state.update(length.to_be_bytes());
        self.state.update(bytes);
        self
    }
}

/// Lower-case hexadecimal digits of `bytes`.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| {
            [
                DIGITS[usize::from(byte >> 4)],
                DIGITS[usize::from(byte & 15)],
            ]
        })
        .map(char::from)
        .collect()
}

/// The bytes that hexadecimal digits stand for; `None` when the text is anything else.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(16)).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    digits
        .chunks(2)
        .map(|pair| u8::try_from(pair[0] * 16 + pair[1]).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sm3_gives_the_standard_s_example() {
        // GB/T 32905-2016, A.1.
        assert_eq!(
            Digest32::of(b"abc").hex(),
            "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
        );
    }

    #[test]
    fn fields_that_run_together_differ() {
        let one = Digest::new("x").text("ab").text("c").finish();
        let other = Digest::new("x").text("a").text("bc").finish();
        assert_ne!(one, other);
    }

    #[test]
    fn no_value_differs_from_an_empty_one() {
        assert_ne!(
            Digest::new("x").none().finish(),
            Digest::new("x").text("").finish()
        );
    }

    #[test]
    fn hex_reads_back_and_refuses_the_rest() {
        let digest = Digest32::of(b"abc");
        assert_eq!(Digest32::from_hex(&digest.hex()), Some(digest));
        for bad in ["", "0", "zz", &digest.hex()[1..], "六六"] {
            assert_eq!(Digest32::from_hex(bad), None, "{bad}");
        }
    }
}
