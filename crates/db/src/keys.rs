//! The keys of an installation, and what they seal.
//!
//! Personal data lies in columns sealed with SM4-GCM (GM/T 0002; a random 96-bit nonce a value,
//! which holds for 2³² values a key). What must be found again by its exact value has an
//! HMAC-SM3 beside it under the look-up key, which never rotates: it carries uniqueness.
//! Each sealed value is bound to its centre, its column and the key of its row: moved to another
//! member, or from the name to the mobile, it doesn't open ([`Keys::of_row`]).
//!
//! The key file is text, one `name = hexadecimal digits` a line: `data.1` (16 bytes; the highest
//! number seals, all open), `lookup` and `seal` (32 bytes each).

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use aes_gcm::AesGcm;
use aes_gcm::aead::consts::U12;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use hmac::{Hmac, Mac};
use kernel::{CentreId, Error, Result};
use sm3::Sm3;
use sm4::Sm4;

use crate::digest::{Digest32, hex, unhex};
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
    lookup: HmacKey,
    seal: HmacKey,
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
    /// Reads the key file.
    ///
    /// # Errors
    /// Broken when the file can't be read or isn't a key file; the keys are never in the message.
    pub fn load(path: &Path) -> Result<Keys> {
        let text = fs::read_to_string(path).map_err(|error| {
            Error::broken(format!(
                "the key file {} can't be read: {error}",
                path.display()
            ))
        })?;
        Keys::parse(&text)
            .ok_or_else(|| Error::broken(format!("{} is not a key file", path.display())))
    }

    /// Makes a key file with new random keys, readable by its owner alone, and returns the keys.
    ///
    /// # Errors
    /// Broken when the file exists already or can't be written.
    pub fn create(path: &Path) -> Result<Keys> {
        let text = Keys::random_text()?;
        let write = || -> std::io::Result<()> {
            let mut options = fs::OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            {
                use std::os::unix::fs::OpenOptionsExt as _;
                options.mode(0o600);
            }
            let mut file = options.open(path)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            // The name must survive a loss of power as the bytes do.
            match path
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty())
            {
                Some(folder) => fs::File::open(folder)?.sync_all(),
                None => Ok(()),
            }
        };
        write().map_err(|error| {
            Error::broken(format!(
                "the key file {} can't be made: {error}",
                path.display()
            ))
        })?;
        Keys::load(path)
    }

    /// New random keys that are kept nowhere: for tests, whose databases don't outlive them.
    ///
    /// # Errors
    /// Broken when the system gives no random bytes.
    pub fn random() -> Result<Keys> {
        let text = Keys::random_text()?;
        Keys::parse(&text).ok_or_else(|| Error::broken("fresh keys can't be read back"))
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
        let mut message = label.as_bytes().to_vec();
        message.push(0);
        message.extend_from_slice(bytes);
        self.inner.seal.of(&message)
    }

    /// The cipher of one backup, which its salt tells from those of all others. It doesn't follow
    /// the data keys when they change: the key file opens every backup made under it.
    pub(crate) fn of_backup(&self, salt: &[u8]) -> Sm4Gcm {
        let key = self.hmac("backup", salt);
        Sm4Gcm::new_from_slice(&key.bytes()[..16]).expect("a key of SM4 has 16 bytes")
    }

    fn random_text() -> Result<String> {
        let (mut data, mut lookup, mut seal) = ([0; 16], [0; 32], [0; 32]);
        fill(&mut data)?;
        fill(&mut lookup)?;
        fill(&mut seal)?;
        Ok(format!(
            "# anju: keys of this installation. Without them its personal data can't be read.\n\
             data.1 = {}\nlookup = {}\nseal = {}\n",
            hex(&data),
            hex(&lookup),
            hex(&seal)
        ))
    }

    fn parse(text: &str) -> Option<Keys> {
        let mut data = BTreeMap::new();
        let (mut lookup, mut seal) = (None, None);
        let lines = text
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty() && !l.starts_with('#'));
        for line in lines {
            let (name, digits) = line.split_once('=')?;
            let bytes = unhex(digits.trim())?;
            match name.trim() {
                "lookup" => lookup = Some(bytes).filter(|bytes| bytes.len() == 32),
                "seal" => seal = Some(bytes).filter(|bytes| bytes.len() == 32),
                name => {
                    let number = name.strip_prefix("data.")?.parse().ok()?;
                    data.insert(number, Sm4Gcm::new_from_slice(&bytes).ok()?);
                }
            }
        }
        let inner = Inner {
            data,
            lookup: HmacKey::new(&lookup?),
            seal: HmacKey::new(&seal?),
        };
        Some(Keys {
            inner: Arc::new(inner),
        })
        .filter(|keys| !keys.inner.data.is_empty())
    }
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
        let data = &self.keys.inner.data;
        let (number, cipher) = data
            .last_key_value()
            .expect("parse refuses a ring without a data key");
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
        sealed.extend_from_slice(&[FORMAT, *number]);
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

fn fill(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes)
        .map_err(|error| Error::broken(format!("the system gives no random bytes: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_key_file_reads_back_and_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("anju.key");
        let keys = Keys::create(&path).unwrap();
        let sealed = keys.of_row(centre(1), 7).seal("x", "安居").unwrap();
        let read_back = Keys::load(&path).unwrap();
        let row = read_back.of_row(centre(1), 7);
        assert_eq!(row.open("x", &sealed).unwrap(), "安居");
        assert!(Keys::create(&path).is_err());
        fs::write(&path, "lookup = 00").unwrap();
        assert!(Keys::load(&path).is_err());
    }
}
