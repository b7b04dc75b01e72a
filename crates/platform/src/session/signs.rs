//! Random texts that people read and type.

use kernel::{OrBroken as _, Result};

/// 32 signs that nobody mistakes for each other: five bits each.
const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz123456789";

/// So many random signs.
///
/// # Errors
/// Broken when the system gives no random bytes.
pub fn random(length: usize) -> Result<String> {
    let mut bytes = vec![0; length];
    getrandom::fill(&mut bytes).or_broken("making random signs")?;
    // 256 is a multiple of 32: every sign is as likely as every other.
    let sign = |byte: u8| char::from(SIGNS[usize::from(byte) % SIGNS.len()]);
    Ok(bytes.into_iter().map(sign).collect())
}
