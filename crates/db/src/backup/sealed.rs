//! The file's sealing and opening; the format stands in the parent's description.

use std::io::{self, Read, Write};

use aes_gcm::aead::{Aead as _, Payload};
use kernel::{Error, OrBroken as _, Refusal, Result};
use sm3::{Digest as _, Sm3};

use super::CHUNK_BYTES;
use crate::digest::Digest32;
use crate::keys::{Keys, Sm4Gcm};

const MAGIC: &[u8; 8] = b"ANJUBKUP";
const FORMAT: u16 = 1;
const SALT_BYTES: usize = 16;
const TAG_BYTES: usize = 16;
/// A head lists the steps of the schema; a thousand fit.
const HEAD_BYTES_MAX: usize = 256 * 1024;
const LAST: u32 = 1 << 31;
const OWNER: &str = "backup head";

/// A backup as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its length.
    pub bytes: u64,
    /// The SM3 of the whole file.
    pub sm3: Digest32,
}

/// Seals everything that `from` gives into `to`, behind a head that stays readable. `told` learns how
/// many bytes of the dump are done.
///
/// # Errors
/// Broken when either end fails, or when the system gives no random bytes.
pub fn seal(
    keys: &Keys,
    head: &[u8],
    from: &mut dyn Read,
    to: &mut dyn Write,
    told: &mut dyn FnMut(u64),
) -> Result<Written> {
    let mut to = Counted {
        to,
        bytes: 0,
        sm3: Sm3::new(),
    };
    let mut salt = [0; SALT_BYTES];
    getrandom::fill(&mut salt).map_err(|error| Error::broken(format!("a salt: {error}")))?;
    let head = whole_head(keys, &salt, head)?;
    to.put(&head)?;
    let chunks = Chunks::new(keys, &salt, &head);
    let (mut chunk, mut next) = (read_chunk(from)?, Vec::new());
    let (mut number, mut done) = (0, 0_u64);
    loop {
        // Whether a chunk is the last is known once nothing follows it.
        if chunk.len() == CHUNK_BYTES {
            next = read_chunk(from)?;
        }
        let last = next.is_empty();
        to.put(&length_of(chunk.len(), last)?.to_be_bytes())?;
        to.put(&chunks.seal(number, last, &chunk)?)?;
        done += u64::try_from(chunk.len()).or_broken("the length of a chunk")?;
        told(done);
        if last {
            break;
        }
        chunk = std::mem::take(&mut next);
        number += 1;
    }
    to.to.flush().or_broken(WRITING)?;
    Ok(Written {
        bytes: to.bytes,
        sm3: Digest32::new(to.sm3.finalize().into()),
    })
}

const READING: &str = "reading the backup";
const WRITING: &str = "writing the backup";

/// Everything before the chunks.
fn whole_head(keys: &Keys, salt: &[u8], head: &[u8]) -> Result<Vec<u8>> {
    if head.len() > HEAD_BYTES_MAX {
        return Err(Error::broken("the head of a backup is too long"));
    }
    let length = u32::try_from(head.len()).or_broken("the length of a head")?;
    let mut whole = MAGIC.to_vec();
    whole.extend_from_slice(&FORMAT.to_be_bytes());
    whole.extend_from_slice(salt);
    whole.extend_from_slice(&length.to_be_bytes());
    whole.extend_from_slice(head);
    let owner = keys.hmac(OWNER, &whole);
    whole.extend_from_slice(owner.bytes());
    let sm3 = Digest32::of(&whole);
    whole.extend_from_slice(sm3.bytes());
    Ok(whole)
}

fn length_of(length: usize, last: bool) -> Result<u32> {
    let length = u32::try_from(length).or_broken("the length of a chunk")?;
    Ok(if last { length | LAST } else { length })
}

/// As much as a chunk holds, less only at the end.
fn read_chunk(from: &mut dyn Read) -> Result<Vec<u8>> {
    let mut chunk = Vec::with_capacity(CHUNK_BYTES);
    let limit = u64::try_from(CHUNK_BYTES).or_broken("the length of a chunk")?;
    from.take(limit)
        .read_to_end(&mut chunk)
        .or_broken("reading the dump")?;
    Ok(chunk)
}

struct Counted<'w> {
    to: &'w mut dyn Write,
    bytes: u64,
    sm3: Sm3,
}

impl Counted<'_> {
    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.to.write_all(bytes).or_broken(WRITING)?;
        self.sm3.update(bytes);
        self.bytes += u64::try_from(bytes.len()).or_broken("a length")?;
        Ok(())
    }
}

/// The sealing of one file's chunks.
struct Chunks {
    cipher: Sm4Gcm,
    head: Digest32,
}

impl Chunks {
    fn new(keys: &Keys, salt: &[u8], whole_head: &[u8]) -> Chunks {
        Chunks {
            cipher: keys.of_backup(salt),
            head: Digest32::of(whole_head),
        }
    }

    /// Never twice the same under one key, which is one file's.
    fn nonce(number: u64, last: bool) -> [u8; 12] {
        let mut nonce = [0; 12];
        nonce[..8].copy_from_slice(&number.to_be_bytes());
        nonce[11] = u8::from(last);
        nonce
    }

    fn seal(&self, number: u64, last: bool, chunk: &[u8]) -> Result<Vec<u8>> {
        let payload = Payload {
            msg: chunk,
            aad: self.head.bytes(),
        };
        self.cipher
            .encrypt(&Chunks::nonce(number, last).into(), payload)
            .map_err(|_| Error::broken("a chunk can't be sealed"))
    }

    fn open(&self, number: u64, last: bool, sealed: &[u8]) -> Result<Vec<u8>> {
        let payload = Payload {
            msg: sealed,
            aad: self.head.bytes(),
        };
        self.cipher
            .decrypt(&Chunks::nonce(number, last).into(), payload)
            .map_err(|_| damaged().into())
    }
}

/// A backup whose head is undamaged and this installation's.
pub struct Opened<R> {
    from: R,
    head: Vec<u8>,
    chunks: Chunks,
}

impl<R: Read> Opened<R> {
    /// Reads the head.
    ///
    /// # Errors
    /// `backup_damaged`, `backup_truncated`; `backup_key_wrong` when another installation's keys
    /// sealed it; `backup_of_newer_version` for a format to come; broken when it can't be read.
    pub fn new(keys: &Keys, mut from: R) -> Result<Opened<R>> {
        const LENGTH_AT: usize = MAGIC.len() + 2 + SALT_BYTES;
        let mut whole = vec![0; LENGTH_AT + 4];
        fill(&mut from, &mut whole)?;
        if !whole.starts_with(MAGIC) {
            let sentence = "这不是安居的备份文件，或文件开头已损坏";
            return Err(Refusal::invalid("backup_damaged", sentence).into());
        }
        let length = number(&whole[LENGTH_AT..])?;
        let length = usize::try_from(length).or_broken("the length of a head")?;
        if length > HEAD_BYTES_MAX {
            return Err(damaged().into());
        }
        let head_at = whole.len();
        whole.resize(head_at + length + 64, 0);
        fill(&mut from, &mut whole[head_at..])?;
        let (signed, sm3) = whole.split_at(whole.len() - 32);
        if Digest32::of(signed).bytes() != sm3 {
            return Err(damaged().into());
        }
        if whole[MAGIC.len()..MAGIC.len() + 2] != FORMAT.to_be_bytes() {
            let sentence = "备份的格式不是本程序的格式，请用制作它的程序版本恢复";
            return Err(Refusal::invalid("backup_of_newer_version", sentence).into());
        }
        let (owned, owner) = signed.split_at(signed.len() - 32);
        if keys.hmac(OWNER, owned).bytes() != owner {
            let sentence = "密钥文件与备份不符：恢复要用制作备份时的密钥文件";
            return Err(Refusal::invalid("backup_key_wrong", sentence).into());
        }
        Ok(Opened {
            head: whole[head_at..head_at + length].to_vec(),
            chunks: Chunks::new(keys, &whole[MAGIC.len() + 2..LENGTH_AT], &whole),
            from,
        })
    }

    /// What the program said of the backup.
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    /// Opens the chunks into `to`, each only once it is proved. Ends well only at the file's own end.
    /// `told` learns how many bytes of the dump are done.
    ///
    /// # Errors
    /// `backup_damaged`, `backup_truncated`; broken when either end fails.
    pub fn pour(mut self, to: &mut dyn Write, told: &mut dyn FnMut(u64)) -> Result<()> {
        let mut sealed = vec![0; CHUNK_BYTES + TAG_BYTES];
        let (mut at, mut done) = (0, 0_u64);
        loop {
            let mut length = [0; 4];
            fill(&mut self.from, &mut length)?;
            let length = number(&length)?;
            let last = length & LAST != 0;
            let length = usize::try_from(length & !LAST).or_broken("the length of a chunk")?;
            if length > CHUNK_BYTES || (!last && length < CHUNK_BYTES) {
                return Err(damaged().into());
            }
            let sealed = &mut sealed[..length + TAG_BYTES];
            fill(&mut self.from, sealed)?;
            let chunk = self.chunks.open(at, last, sealed)?;
            // Before the last bytes are handed on: what takes them may be done with them.
            if last && self.from.read(&mut [0]).or_broken(READING)? > 0 {
                return Err(damaged().into());
            }
            to.write_all(&chunk).or_broken("writing what is restored")?;
            done += u64::try_from(chunk.len()).or_broken("the length of a chunk")?;
            told(done);
            if last {
                return to.flush().or_broken("writing what is restored");
            }
            at += 1;
        }
    }
}

fn number(bytes: &[u8]) -> Result<u32> {
    let bytes = bytes.try_into().or_broken("a number of four bytes")?;
    Ok(u32::from_be_bytes(bytes))
}

/// Reads exactly so much; a file that ends before is cut off.
fn fill(from: &mut impl Read, into: &mut [u8]) -> Result<()> {
    from.read_exact(into).or_else(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => {
            let sentence = "备份文件不完整，在中途断了：请换一份";
            Err(Refusal::invalid("backup_truncated", sentence).into())
        }
        _ => Err(error).or_broken(READING),
    })
}

fn damaged() -> Refusal {
    let sentence = "备份文件已损坏或被改动过：请换一份";
    Refusal::invalid("backup_damaged", sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &[u8] = b"what the program says";

    /// Three whole chunks and a bit.
    fn dump() -> Vec<u8> {
        let numbers = (0_u32..).flat_map(u32::to_be_bytes);
        numbers.take(3 * CHUNK_BYTES + 100).collect()
    }

    fn sealed(keys: &Keys, dump: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let written = seal(keys, HEAD, &mut &dump[..], &mut file, &mut |_| {}).unwrap();
        assert_eq!(written.bytes, file.len() as u64);
        assert_eq!(written.sm3, Digest32::of(&file));
        file
    }

    /// What comes out, and how it ended.
    fn opened(keys: &Keys, file: &[u8]) -> (Vec<u8>, std::result::Result<(), &'static str>) {
        let mut out = Vec::new();
        let ended = Opened::new(keys, file).and_then(|opened| {
            assert_eq!(opened.head(), HEAD);
            opened.pour(&mut out, &mut |_| {})
        });
        let code = |error: Error| error.refusal().map_or("broken", Refusal::code);
        (out, ended.map_err(code))
    }

    #[test]
    fn what_was_sealed_opens() {
        let keys = Keys::random().unwrap();
        for length in [
            0,
            1,
            CHUNK_BYTES - 1,
            CHUNK_BYTES,
            CHUNK_BYTES + 1,
            2 * CHUNK_BYTES,
        ] {
            let dump = &dump()[..length];
            let file = sealed(&keys, dump);
            assert_eq!(opened(&keys, &file), (dump.to_vec(), Ok(())), "{length}");
        }
    }

    #[test]
    fn two_files_of_one_dump_share_nothing() {
        let keys = Keys::random().unwrap();
        let (one, other) = (sealed(&keys, &dump()), sealed(&keys, &dump()));
        let sealed_at = one.len() - 2 * CHUNK_BYTES;
        assert_ne!(one[sealed_at..][..64], other[sealed_at..][..64]);
        // A chunk of one in its place of the other.
        let mixed = [&other[..sealed_at], &one[sealed_at..]].concat();
        assert_eq!(opened(&keys, &mixed).1, Err("backup_damaged"));
    }

    #[test]
    fn an_altered_byte_is_found_wherever_it_stands() {
        let keys = Keys::random().unwrap();
        let (dump, whole) = (dump(), sealed(&keys, &dump()));
        let head_ends = whole_head(&keys, &[0; SALT_BYTES], HEAD).unwrap().len();
        let step = CHUNK_BYTES + TAG_BYTES + 4;
        let of_chunks = (0..4).flat_map(|at| (0..40).map(move |byte| head_ends + at * step + byte));
        let last = whole.len() - 1;
        for at in (0..head_ends).chain(of_chunks).chain([last]) {
            let mut file = whole.clone();
            file[at] ^= 1;
            let (out, ended) = opened(&keys, &file);
            // A length that grew asks for more than there is.
            let lengths = [
                26,
                27,
                28,
                29,
                last - 116 - 3,
                last - 116 - 2,
                last - 116 - 1,
                last - 116,
            ];
            let cut = ended == Err("backup_truncated") && lengths.contains(&at);
            assert!(cut || ended == Err("backup_damaged"), "{at}: {ended:?}");
            assert!(dump.starts_with(&out), "only what is proved is handed on");
        }
    }

    #[test]
    fn a_file_that_was_cut_lengthened_or_reordered_is_found() {
        let keys = Keys::random().unwrap();
        let whole = sealed(&keys, &dump());
        let head_ends = whole_head(&keys, &[0; SALT_BYTES], HEAD).unwrap().len();
        let step = CHUNK_BYTES + TAG_BYTES + 4;
        let boundaries = (0..4).map(|at| head_ends + at * step);
        for end in boundaries.chain([0, 5, 40, head_ends - 1, whole.len() - 1, step]) {
            let (_, ended) = opened(&keys, &whole[..end]);
            assert_eq!(ended, Err("backup_truncated"), "{end}");
        }
        let (out, ended) = opened(&keys, &[&whole[..], &[0]].concat());
        assert_eq!(ended, Err("backup_damaged"));
        assert!(out.len() < dump().len(), "the end isn't handed on");
        let (first, second) = (
            head_ends..head_ends + step,
            head_ends + step..head_ends + 2 * step,
        );
        let swapped = [
            &whole[..head_ends],
            &whole[second.clone()],
            &whole[first],
            &whole[second.end..],
        ];
        assert_eq!(
            opened(&keys, &swapped.concat()),
            (Vec::new(), Err("backup_damaged"))
        );
        let left_out = [&whole[..head_ends], &whole[second.start..]].concat();
        assert_eq!(opened(&keys, &left_out).1, Err("backup_damaged"));
    }

    #[test]
    fn another_installation_s_keys_and_another_format_are_told_as_such() {
        let keys = Keys::random().unwrap();
        let file = sealed(&keys, b"dump");
        let other = Keys::random().unwrap();
        assert_eq!(opened(&other, &file), (Vec::new(), Err("backup_key_wrong")));

        let mut later = whole_head(&keys, &[0; SALT_BYTES], HEAD).unwrap();
        later[9] = 2;
        let end = later.len() - 32;
        let sm3 = Digest32::of(&later[..end]);
        later[end..].copy_from_slice(sm3.bytes());
        assert_eq!(opened(&keys, &later).1, Err("backup_of_newer_version"));
    }
}
