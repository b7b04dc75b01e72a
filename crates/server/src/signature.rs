//! `anju signing-key` and `anju check-signature`: who signed a file that turns up.

use std::fs;
use std::io::Write;
use std::path::Path;

use db::{PublicKey, Signature};
use kernel::{OrBroken as _, Refusal, Result};

use crate::config::Config;
use crate::serve;

/// Prints the public key of the installation's signatures.
///
/// # Errors
/// Those of [`serve::keys`](crate::serve); broken when the output can't be written.
pub fn key(config: &Config, out: &mut dyn Write) -> Result<()> {
    let pem = serve::keys(config)?.public_key().pem();
    write!(out, "{pem}").or_broken("printing the key")
}

/// Says whether `signature` is one of `file`, by the installation's key or by the one in `key`. It needs
/// no database, and with `key` no installation.
///
/// # Errors
/// `file_unreadable`, `public_key_invalid`; broken when the output can't be written.
pub fn check(
    config: &Config,
    (file, signature): (&Path, &Path),
    key: Option<&Path>,
    out: &mut dyn Write,
) -> Result<bool> {
    let public = match key {
        Some(path) => PublicKey::from_pem(&String::from_utf8_lossy(&read(path)?))?,
        None => serve::keys(config)?.public_key(),
    };
    let signed = public.signed(&read(file)?, &Signature::from_der(read(signature)?));
    let name = file.display();
    let sentence = match signed {
        true => format!("✓ {name} 由持有此密钥的系统签名，签名后没有改动"),
        false => format!("✗ {name} 与签名不符：文件被改动，或不是由持有此密钥的系统签名"),
    };
    writeln!(out, "{sentence}").or_broken("telling")?;
    Ok(signed)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| {
        let sentence = format!("读不了文件 {}：{error}", path.display());
        Refusal::not_found("file_unreadable", sentence).into()
    })
}
