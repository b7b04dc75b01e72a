//! A backup: the whole database at one moment, in one sealed file.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `ANJUBKUP` |
//! | 2 | the format, 1; all numbers are big-endian |
//! | 16 | the salt: random, another for each file |
//! | 4 | the length of the head |
//! | … | the head, in clear: what the program says of the backup, nothing personal |
//! | 32 | HMAC-SM3 of all before, by the installation's key: whether it is this one's |
//! | 32 | SM3 of all before: whether it is undamaged |
//! | … | chunks: 4 bytes of length, the highest bit set in the last; SM4-GCM ciphertext; 16 bytes of tag |
//!
//! Every chunk but the last holds [`CHUNK_BYTES`]. The key is HMAC-SM3 of the salt by the key file's
//! `seal`, its first 16 bytes; the nonce is the chunk's number and whether it is the last; the
//! additional data is the SM3 that ends the head. So a chunk opens in its place and in its file
//! alone: what was altered, exchanged, cut off or added is found before a byte of it is handed on.
//! Memory is flat: one chunk.

mod draft;
mod dump;
mod sealed;
mod tool;

pub(crate) use draft::private;
pub use draft::{Draft, beside, write_new};
pub use dump::{DumpKind, dump, load, running};
pub use sealed::{Opened, Written, seal};

/// What a chunk holds.
pub const CHUNK_BYTES: usize = 64 * 1024;
