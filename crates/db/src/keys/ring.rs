//! The key ring as it is written down: the text of the key file, and how it changes.
//!
//! ```text
//! data.1 = 32 hexadecimal digits
//! data.2 = 32 hexadecimal digits
//! current = 2
//! lookup = 64 hexadecimal digits
//! seal = 64 hexadecimal digits
//! sign = 64 hexadecimal digits
//! ```
//!
//! Every data key opens what it sealed; `current` is the one that seals, and where the line is missing
//! the newest is. `lookup` finds, `seal` authenticates, `sign` signs what leaves (SM2); these never change. Why a key is added first and taken into use later:
//! `docs/adr/0009-keys.md`.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::{self, Write as _};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use kernel::{Error, Refusal, Result};

use super::Keys;
use super::sign::signing_key;
use crate::digest::{hex, unhex};

const DATA_BYTES: usize = 16;

/// The keys of an installation as they are written down. Not for sealing: that is [`Keys`].
#[derive(Clone)]
pub struct KeyRing {
    pub(super) data: BTreeMap<u8, [u8; DATA_BYTES]>,
    pub(super) current: u8,
    pub(super) lookup: [u8; 32],
    pub(super) seal: [u8; 32],
    pub(super) sign: [u8; 32],
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyRing(…)")
    }
}

impl KeyRing {
    /// A ring of new random keys with one data key.
    ///
    /// # Errors
    /// Broken when the system gives no random bytes.
    pub fn random() -> Result<KeyRing> {
        Ok(KeyRing {
            data: BTreeMap::from([(1, random()?)]),
            current: 1,
            lookup: random()?,
            seal: random()?,
            sign: random_number()?,
        })
    }

    /// Reads the text of a key file; none when it isn't one. A name that stands twice, and one that
    /// isn't known, make it none: whoever mistypes `data.2` must not lose it unnoticed.
    #[must_use]
    pub fn parse(text: &str) -> Option<KeyRing> {
        let mut named = BTreeMap::new();
        let lines = text.lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (name, value) = line.split_once('=')?;
            if named.insert(name.trim(), value.trim()).is_some() {
                return None;
            }
        }
        let lookup = bytes(named.remove("lookup")?)?;
        let seal = bytes(named.remove("seal")?)?;
        let sign = bytes(named.remove("sign")?)?;
        signing_key(&sign)?;
        let current = named.remove("current");
        let mut data = BTreeMap::new();
        for (name, value) in named {
            let number = name.strip_prefix("data.")?;
            let plain = !number.starts_with(['0', '+']);
            let number = number.parse().ok().filter(|_| plain)?;
            data.insert(number, bytes(value)?);
        }
        let newest = *data.last_key_value()?.0;
        let current = current.map_or(Some(newest), |text| text.parse().ok())?;
        data.contains_key(&current).then_some(KeyRing {
            data,
            current,
            lookup,
            seal,
            sign,
        })
    }

    /// The text of the key file.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::from(
            "# anju: keys of this installation. Without them its personal data can't be read.\n",
        );
        for (number, key) in &self.data {
            put(&mut text, format_args!("data.{number}"), &hex(key));
        }
        put(&mut text, "current", &self.current.to_string());
        put(&mut text, "lookup", &hex(&self.lookup));
        put(&mut text, "seal", &hex(&self.seal));
        put(&mut text, "sign", &hex(&self.sign));
        text
    }

    /// Reads a key file.
    ///
    /// # Errors
    /// `key_file_invalid` when it isn't a key file; broken when it can't be read. The keys are never in
    /// the message.
    pub fn load(path: &Path) -> Result<KeyRing> {
        let text = fs::read_to_string(path).map_err(|error| {
            let path = path.display();
            Error::broken(format!("the key file {path} can't be read: {error}"))
        })?;
        KeyRing::parse(&text).ok_or_else(|| {
            let sentence = format!("{} 的内容不是密钥文件的内容", path.display());
            Refusal::invalid("key_file_invalid", sentence).into()
        })
    }

    /// Writes a key file where none is, readable by its owner alone.
    ///
    /// # Errors
    /// Broken when the file exists already or can't be written.
    pub fn create(&self, path: &Path) -> Result<()> {
        let written = write_new(path, &self.text()).and_then(|()| sync_folder_of(path));
        written.map_err(|error| unwritable(path, &error))
    }

    /// Puts this ring into the place of the one that a key file holds: whole or not at all, whatever
    /// happens. The new file lies beside it for a moment, as `….new`, and keeps a second change out.
    ///
    /// # Errors
    /// `keys_being_changed` when the file `….new` is there; broken when the file can't be written.
    pub fn replace(&self, path: &Path) -> Result<()> {
        let new = beside(path);
        match write_new(&new, &self.text()) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(being_changed(&new).into());
            }
            Err(error) => return Err(unwritable(&new, &error)),
        }
        let replaced = fs::rename(&new, path).and_then(|()| sync_folder_of(path));
        replaced.map_err(|error| unwritable(path, &error))
    }

    /// The keys to seal and open with.
    #[must_use]
    pub fn keys(&self) -> Keys {
        Keys::of(self)
    }

    /// Adds a new random data key, which opens and doesn't seal yet; answers its number.
    ///
    /// # Errors
    /// `key_numbers_used_up` after 255 of them; broken when the system gives no random bytes.
    pub fn add(&mut self) -> Result<u8> {
        let newest = self.data.last_key_value().map_or(0, |(number, _)| *number);
        let Some(number) = newest.checked_add(1) else {
            let sentence = "数据密钥的编号已用到255，不能再新增";
            return Err(Refusal::conflict("key_numbers_used_up", sentence).into());
        };
        self.data.insert(number, random()?);
        Ok(number)
    }

    /// Has a data key seal from now on.
    ///
    /// # Errors
    /// `key_unknown`.
    pub fn seal_with(&mut self, number: u8) -> Result<()> {
        self.require(number)?;
        self.current = number;
        Ok(())
    }

    /// Takes a data key out. Whoever calls this has proved that nothing lies under it.
    ///
    /// # Errors
    /// `key_unknown`, `key_is_current`.
    pub fn retire(&mut self, number: u8) -> Result<()> {
        self.require(number)?;
        if number == self.current {
            let sentence = format!("数据密钥 {number} 正在使用，不能停用");
            return Err(Refusal::conflict("key_is_current", sentence).into());
        }
        self.data.remove(&number);
        Ok(())
    }

    fn require(&self, number: u8) -> Result<()> {
        if self.data.contains_key(&number) {
            return Ok(());
        }
        Err(KeyRing::unknown(number).into())
    }

    /// The refusal of a number that a ring doesn't hold.
    #[must_use]
    pub fn unknown(number: u8) -> Refusal {
        let sentence = format!("密钥文件中没有数据密钥 {number}");
        Refusal::not_found("key_unknown", sentence)
    }
}

fn put(text: &mut String, name: impl fmt::Display, value: &str) {
    writeln!(text, "{name} = {value}").expect("a String takes any text");
}

fn bytes<const N: usize>(digits: &str) -> Option<[u8; N]> {
    unhex(digits)?.try_into().ok()
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|error| Error::broken(format!("the system gives no random bytes: {error}")))?;
    Ok(bytes)
}

/// A secret number of SM2, which all but one in 2³² of all bytes are.
fn random_number() -> Result<[u8; 32]> {
    loop {
        let bytes = random()?;
        if signing_key(&bytes).is_some() {
            return Ok(bytes);
        }
    }
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// The name must survive a loss of power as the bytes do.
fn sync_folder_of(path: &Path) -> io::Result<()> {
    match path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        Some(folder) => fs::File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".new");
    name.into()
}

fn being_changed(new: &Path) -> Refusal {
    let sentence = format!(
        "密钥文件正在被另一个命令修改；如果没有，请删除上次中断留下的 {}",
        new.display()
    );
    Refusal::conflict("keys_being_changed", sentence)
}

fn unwritable(path: &Path, error: &io::Error) -> Error {
    let path = path.display();
    Error::broken(format!("the key file {path} can't be written: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::CentreId;

    fn text_of(lines: &[&str]) -> String {
        let (short, long) = ("0a".repeat(16), "0b".repeat(32));
        let lines = lines
            .iter()
            .map(|line| line.replace("short", &short).replace("long", &long));
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_ring_reads_back_and_what_is_no_ring_is_none() {
        let mut ring = KeyRing::random().unwrap();
        assert_eq!(ring.add().unwrap(), 2);
        let read_back = KeyRing::parse(&ring.text()).unwrap();
        assert_eq!(read_back.data, ring.data);
        assert_eq!(read_back.current, 1, "a new key opens and doesn't seal");
        let whole = [
            "data.1 = short",
            "lookup = long",
            "seal = long",
            "sign = long",
        ];
        assert_eq!(KeyRing::parse(&text_of(&whole)).unwrap().current, 1);
        let no_number = text_of(&whole)
            .replace("sign = 0b", "sign = ff")
            .replace("0b", "ff");
        assert!(
            KeyRing::parse(&no_number).is_none(),
            "beyond the curve's order"
        );
        for wrong in [
            &["data.1 = short", "lookup = long", "seal = long"][..],
            &["lookup = long", "seal = long", "sign = long"],
            &["data.1 = short", "lookup = long", "sign = long"],
            &[
                "data.1 = long",
                "lookup = long",
                "seal = long",
                "sign = long",
            ],
            &[
                "data.0 = short",
                "lookup = long",
                "seal = long",
                "sign = long",
            ],
            &[
                "data.256 = short",
                "lookup = long",
                "seal = long",
                "sign = long",
            ],
            &[
                "data.+2 = short",
                "lookup = long",
                "seal = long",
                "sign = long",
            ],
            &[
                "data.1 = short",
                "lookup = short",
                "seal = long",
                "sign = long",
            ],
            &[
                "data.1 = short",
                "current = 2",
                "lookup = long",
                "seal = long",
            ],
            &[
                "data.1 = short",
                "data.1 = short",
                "lookup = long",
                "seal = long",
            ],
            &[
                "data.1 = short",
                "dat.2 = short",
                "lookup = long",
                "seal = long",
            ],
            &["data.1 = short", "lookup", "seal = long", "sign = long"],
        ] {
            assert!(KeyRing::parse(&text_of(wrong)).is_none(), "{wrong:?}");
        }
    }

    #[test]
    fn an_added_key_seals_once_it_is_taken_into_use_and_the_older_still_opens() {
        let centre = CentreId::new(1).unwrap();
        let mut ring = KeyRing::random().unwrap();
        let before = ring.keys();
        let old = before.of_row(centre, 7).seal("x", "安居").unwrap();
        ring.add().unwrap();
        let added = ring.keys();
        let by_added = added.of_row(centre, 7).seal("x", "安居").unwrap();
        let row = before.of_row(centre, 7);
        assert_eq!(
            row.open("x", &by_added).unwrap(),
            "安居",
            "a server that doesn't know it"
        );
        ring.seal_with(2).unwrap();
        let used = ring.keys();
        let new = used.of_row(centre, 7).seal("x", "安居").unwrap();
        assert_eq!((old.key_number(), new.key_number()), (Some(1), Some(2)));
        assert_eq!(used.of_row(centre, 7).open("x", &old).unwrap(), "安居");
        assert_eq!(added.of_row(centre, 7).open("x", &new).unwrap(), "安居");
        assert!(row.open("x", &new).is_err());
        ring.retire(1).unwrap();
        assert!(ring.keys().of_row(centre, 7).open("x", &old).is_err());
    }

    #[test]
    fn what_can_t_be_done_with_a_key_is_refused() {
        let refused = |error: Error| error.refusal().unwrap().code();
        let mut ring = KeyRing::random().unwrap();
        assert_eq!(refused(ring.seal_with(2).unwrap_err()), "key_unknown");
        assert_eq!(refused(ring.retire(2).unwrap_err()), "key_unknown");
        assert_eq!(refused(ring.retire(1).unwrap_err()), "key_is_current");
        let newest = ring.data[&1];
        ring.data.insert(255, newest);
        assert_eq!(refused(ring.add().unwrap_err()), "key_numbers_used_up");
    }

    #[test]
    fn a_key_file_is_the_owner_s_and_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("anju.key");
        let mut ring = KeyRing::random().unwrap();
        ring.create(&path).unwrap();
        assert!(ring.create(&path).is_err(), "never overwritten");
        ring.add().unwrap();
        ring.replace(&path).unwrap();
        assert_eq!(KeyRing::load(&path).unwrap().data, ring.data);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        let names: Vec<OsString> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(names, ["anju.key"], "nothing is left beside it");

        fs::write(beside(&path), "").unwrap();
        let refused = ring.replace(&path).unwrap_err();
        assert_eq!(refused.refusal().unwrap().code(), "keys_being_changed");
        fs::write(&path, "lookup = 00").unwrap();
        assert!(KeyRing::load(&path).is_err());
    }
}
