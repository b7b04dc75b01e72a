//! The keys of an installation, and what they seal.
//!
//! Personal data lies in columns sealed with SM4-GCM (GM/T 0002; a random 96-bit nonce a value,
//! which holds for 2³² values a key). What must be found again by its exact value has an
//! HMAC-SM3 beside it under the look-up key, which never rotates: it carries uniqueness.
//! Each sealed value is bound to its centre, its column and the key of its row: moved to another
//! member, or from the name to the mobile, it doesn't open ([`Keys::of_row`]).
//!
//! Of several data keys one seals and all open, so that a key can be changed while the centre works:
//! [`KeyRing`] is how they are written down, [`SealedTable`] says where what they seal lies, and by it
//! everything is sealed anew.

mod ring;
mod sign;
mod table;

pub use ring::KeyRing;
pub use sign::{PublicKey, SIGNER_ID, Signature};
pub use table::{
    BoundTo, Resealed, RowKey, SealedColumn, SealedRow, SealedTable, check_sealed_table,
};

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use aes_gcm::AesGcm;
use aes_gcm::aead::consts::U12;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use hmac::{Hmac, Mac};
use kernel::{CentreId, Error, Result};
use sm2::dsa::SigningKey;
use sm3::Sm3;
use sm4::Sm4;

use crate::digest::{Digest32, hex};
use crate::value::{Column, Kind, Mismatch, Value};

pub(crate) type Sm4Gcm = AesGcm<Sm4, U12>;

const FORMAT: u8 = 1;
const NONCE_BYTES: usize = 12;
const HEAD_BYTES: usize = 2 + NONCE_BYTES;

/// A sealed text: format, key number, nonce, ciphertext and tag.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed(…)")
    }
}

impl Sealed {
    /// The number of the data key that it lies under; none when it isn't what this program seals.
    #[must_use]
    pub fn key_number(&self) -> Option<u8> {
        match self.0.as_slice() {
            [FORMAT, number, ..] => Some(*number),
            _ => None,
        }
    }
}

impl Column for Sealed {
    const KIND: Kind = Kind::Bytes;

    fn into_value(self) -> Value {
        Value::Bytes(self.0)
    }

    fn from_value(value: Value) -> std::result::Result<Self, Mismatch> {
        Vec::from_value(value).map(Sealed)
    }
}

/// The key by which a sealed value is found: equal for equal values of one kind in one centre.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lookup(Digest32);

impl Lookup {
    /// Its bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        self.0.bytes()
    }
}

impl fmt::Debug for Lookup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lookup(…)")
    }
}

impl Column for Lookup {
    const KIND: Kind = Kind::Bytes;

    fn into_value(self) -> Value {
        self.0.into_value()
    }

    fn from_value(value: Value) -> std::result::Result<Self, Mismatch> {
        Digest32::from_value(value).map(Lookup)
    }
}

/// The keys of an installation.
#[derive(Clone)]
pub struct Keys {
    inner: Arc<Inner>,
}

struct Inner {
    data: BTreeMap<u8, Sm4Gcm>,
    current: u8,
    /// Of each data key; see [`DataKey::check_value`].
    check_values: BTreeMap<u8, String>,
    lookup: HmacKey,
    seal: HmacKey,
    sign: SigningKey,
}

/// A key that has been taken in once: taking it in costs as much as a short message.
struct HmacKey(Hmac<Sm3>);

impl HmacKey {
    fn new(key: &[u8]) -> HmacKey {
        let mac = <Hmac<Sm3> as hmac::KeyInit>::new_from_slice(key);
        HmacKey(mac.expect("HMAC takes a key of any length"))
    }

    fn of(&self, message: &[u8]) -> Digest32 {
        let mut mac = self.0.clone();
        mac.update(message);
        Digest32::new(mac.finalize().into_bytes().into())
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    fn of(ring: &KeyRing) -> Keys {
        let seal = HmacKey::new(&ring.seal);
        let cipher = |key: &[u8]| Sm4Gcm::new_from_slice(key).expect("a key of SM4 has 16 bytes");
        let check_value = |key: &[u8]| hex(&seal.of(&labelled("data key", key)).bytes()[..4]);
        let numbered = || ring.data.iter().map(|(number, key)| (*number, key));
        let inner = Inner {
            data: numbered().map(|(no, key)| (no, cipher(key))).collect(),
            check_values: numbered().map(|(no, key)| (no, check_value(key))).collect(),
            current: ring.current,
            lookup: HmacKey::new(&ring.lookup),
            seal,
            sign: sign::signing_key(&ring.sign).expect("a ring holds a key of SM2"),
        };
        Keys {
            inner: Arc::new(inner),
        }
    }

    /// Reads the key file.
    ///
    /// # Errors
    /// Broken when the file can't be read or isn't a key file; the keys are never in the message.
    pub fn load(path: &Path) -> Result<Keys> {
        KeyRing::load(path).map(|ring| ring.keys())
    }

    /// Makes a key file with new random keys, readable by its owner alone, and returns the keys.
    ///
    /// # Errors
    /// Broken when the file exists already or can't be written.
    pub fn create(path: &Path) -> Result<Keys> {
        KeyRing::random()?.create(path)?;
        Keys::load(path)
    }

    /// New random keys that are kept nowhere: for tests, whose databases don't outlive them.
    ///
    /// # Errors
    /// Broken when the system gives no random bytes.
    pub fn random() -> Result<Keys> {
        Ok(KeyRing::random()?.keys())
    }

    /// The data keys, by their number.
    #[must_use]
    pub fn data_keys(&self) -> Vec<DataKey> {
        let all = self.inner.check_values.iter();
        all.map(|(number, check_value)| DataKey {
            number: *number,
            check_value: check_value.clone(),
            is_current: *number == self.inner.current,
        })
        .collect()
    }

    /// The number of the data key that seals.
    #[must_use]
    pub fn current(&self) -> u8 {
        self.inner.current
    }

    /// The keys for the values of one row; `row` is the row's own key, as the member's id for
    /// `member`. A value opens by the row it was sealed by and by no other.
    pub fn of_row(&self, centre: CentreId, row: impl fmt::Display) -> RowKeys<'_> {
        RowKeys {
            keys: self,
            centre,
            row: row.to_string(),
        }
    }

    /// The look-up key of `text`, a value of `kind` (as `id_number`). The caller normalises it.
    pub fn lookup(&self, centre: CentreId, kind: &str, text: &str) -> Lookup {
        let message = bound(centre, kind, text);
        Lookup(self.inner.lookup.of(message.as_bytes()))
    }

    /// The HMAC-SM3 of `bytes` under the sealing key; `label` says what is sealed.
    pub fn hmac(&self, label: &str, bytes: &[u8]) -> Digest32 {
        self.inner.seal.of(&labelled(label, bytes))
    }

    /// The cipher of one backup, which its salt tells from those of all others. It doesn't follow
    /// the data keys when they change: the key file opens every backup made under it.
    pub(crate) fn of_backup(&self, salt: &[u8]) -> Sm4Gcm {
        let key = self.hmac("backup", salt);
        Sm4Gcm::new_from_slice(&key.bytes()[..16]).expect("a key of SM4 has 16 bytes")
    }
}

/// What may be told of a data key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataKey {
    /// Its number.
    pub number: u8,
    /// 密钥校验值: eight hexadecimal digits by which two key files can be compared and from which
    /// nothing of the key follows.
    pub check_value: String,
    /// Whether it seals; the others open only.
    pub is_current: bool,
}

/// The keys as they seal and open the values of one row; from [`Keys::of_row`].
pub struct RowKeys<'k> {
    keys: &'k Keys,
    centre: CentreId,
    row: String,
}

impl fmt::Debug for RowKeys<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RowKeys(…)")
    }
}

impl RowKeys<'_> {
    /// Seals `text` for `column` (as `member.name`) of the row.
    ///
    /// # Errors
    /// Broken when the text is longer than the cipher takes (64 GiB).
    ///
    /// # Panics
    /// When the system gives no random bytes to seed the nonces with.
    pub fn seal(&self, column: &str, text: &str) -> Result<Sealed> {
        self.seal_bytes(column, text.as_bytes())
    }

    /// Seals bytes; see [`RowKeys::seal`].
    ///
    /// # Errors
    /// As [`RowKeys::seal`], which also says when it panics.
    pub fn seal_bytes(&self, column: &str, bytes: &[u8]) -> Result<Sealed> {
        let number = self.keys.inner.current;
        let cipher = &self.keys.inner.data[&number];
        let mut nonce = [0; NONCE_BYTES];
        // Not asked of the system each time, which took an eighth of the time that people are sealed in.
        rand::fill(&mut nonce);
        let aad = bound(self.centre, column, &self.row);
        let ciphertext = cipher
            .encrypt(
                &nonce.into(),
                Payload {
                    msg: bytes,
                    aad: aad.as_bytes(),
                },
            )
            .map_err(|_| Error::broken(format!("{column} can't be sealed")))?;
        let mut sealed = Vec::with_capacity(HEAD_BYTES + ciphertext.len());
        sealed.extend_from_slice(&[FORMAT, number]);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&ciphertext);
        Ok(Sealed(sealed))
    }

    /// Opens what [`RowKeys::seal`] sealed.
    ///
    /// # Errors
    /// Broken when the value was altered, belongs to another row, column or centre, or was sealed
    /// with a key that the ring doesn't hold.
    pub fn open(&self, column: &str, sealed: &Sealed) -> Result<String> {
        String::from_utf8(self.open_bytes(column, sealed)?)
            .map_err(|_| Error::broken(format!("{column} of {} holds no text", self.row)))
    }

    /// Opens bytes; see [`RowKeys::open`].
    ///
    /// # Errors
    /// As [`RowKeys::open`].
    pub fn open_bytes(&self, column: &str, sealed: &Sealed) -> Result<Vec<u8>> {
        self.try_open(column, &sealed.0).ok_or_else(|| {
            let row = &self.row;
            Error::broken(format!(
                "the sealed {column} of {row} was altered, moved or needs another key"
            ))
        })
    }

    fn try_open(&self, column: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (head, ciphertext) = sealed.split_at_checked(HEAD_BYTES)?;
        let data = &self.keys.inner.data;
        let cipher = data.get(&head[1]).filter(|_| head[0] == FORMAT)?;
        let nonce: [u8; NONCE_BYTES] = head[2..].try_into().ok()?;
        let aad = bound(self.centre, column, &self.row);
        cipher
            .decrypt(
                &nonce.into(),
                Payload {
                    msg: ciphertext,
                    aad: aad.as_bytes(),
                },
            )
            .ok()
    }
}

/// One text for each three: neither a centre's number nor a name of ours holds a NUL.
fn bound(centre: CentreId, name: &str, rest: &str) -> String {
    format!("{}\0{name}\0{rest}", centre.get())
}

fn labelled(label: &str, bytes: &[u8]) -> Vec<u8> {
    let mut message = label.as_bytes().to_vec();
    message.push(0);
    message.extend_from_slice(bytes);
    message
}

#[cfg(test)]
mod openssl;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::unhex;

    fn centre(number: i64) -> CentreId {
        CentreId::new(number).unwrap()
    }

    #[test]
    fn sm4_gcm_gives_the_vector_of_rfc_8998() {
        // RFC 8998, appendix A.1.
        let bytes = |text: &str| unhex(text).unwrap();
        let cipher = Sm4Gcm::new_from_slice(&bytes("0123456789abcdeffedcba9876543210")).unwrap();
        let nonce: [u8; 12] = bytes("00001234567800000000abcd").try_into().unwrap();
        let aad = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        let msg = bytes(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa",
        );
        let sealed = cipher
            .encrypt(
                &nonce.into(),
                Payload {
                    msg: &msg,
                    aad: &aad,
                },
            )
            .unwrap();
        assert_eq!(
            hex(&sealed),
            "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d83de3541e4c2b58177e065a9bf7b62ec"
        );
    }

    #[test]
    fn a_sealed_value_opens_only_where_it_was_sealed() {
        let keys = Keys::random().unwrap();
        let sealed = keys.of_row(centre(1), 7).seal("member.name", "张三");
        let sealed = sealed.unwrap();
        let open = |keys: &Keys, number, row: &str, column| {
            keys.of_row(centre(number), row).open(column, &sealed)
        };
        assert_eq!(open(&keys, 1, "7", "member.name").unwrap(), "张三");
        assert!(open(&keys, 1, "8", "member.name").is_err());
        assert!(open(&keys, 1, "7", "member.mobile").is_err());
        assert!(open(&keys, 2, "7", "member.name").is_err());
        assert!(open(&Keys::random().unwrap(), 1, "7", "member.name").is_err());
    }

    #[test]
    fn any_altered_byte_is_noticed() {
        let keys = Keys::random().unwrap();
        let row = keys.of_row(centre(1), 7);
        let sealed = row.seal("member.name", "张三").unwrap();
        for position in 0..sealed.0.len() {
            let mut altered = sealed.clone();
            altered.0[position] ^= 1;
            let opened = row.open("member.name", &altered);
            assert!(opened.is_err(), "byte {position}");
        }
        assert!(row.open("member.name", &Sealed(Vec::new())).is_err());
    }

    #[test]
    fn the_same_text_seals_differently_and_looks_up_alike() {
        let keys = Keys::random().unwrap();
        let row = keys.of_row(centre(1), 7);
        let seal = || row.seal("member.name", "张三").unwrap();
        assert_ne!(seal(), seal());
        let lookup = keys.lookup(centre(1), "name", "张三");
        assert_eq!(lookup, keys.lookup(centre(1), "name", "张三"));
        assert_ne!(lookup, keys.lookup(centre(2), "name", "张三"));
        assert_ne!(lookup, keys.lookup(centre(1), "mobile", "张三"));
    }

    #[test]
    fn a_check_value_tells_keys_apart_and_is_no_key() {
        let mut ring = KeyRing::random().unwrap();
        ring.add().unwrap();
        let told = ring.keys().data_keys();
        assert_eq!(
            told,
            KeyRing::parse(&ring.text()).unwrap().keys().data_keys()
        );
        assert_eq!((told[0].number, told[0].is_current), (1, true));
        assert_eq!((told[1].number, told[1].is_current), (2, false));
        assert_ne!(told[0].check_value, told[1].check_value);
        assert!(!ring.text().contains(&told[0].check_value));
    }
}
