//! What OpenSSL says of our ciphers: another program by other people, which must read what we write
//! and write what we read. Its command line has no SM4-GCM: GCM's own vector is RFC 8998's, and what
//! GCM enciphers with, SM4 in counter mode, is checked here on a value as it is sealed.

use std::path::{Path, PathBuf};
use std::process::Command;

use kernel::CentreId;
use tempfile::TempDir;

use super::*;

/// A folder for what goes back and forth; none where there is no OpenSSL.
struct OpenSsl {
    folder: TempDir,
}

impl OpenSsl {
    fn found() -> Option<OpenSsl> {
        let version = Command::new("openssl").arg("version").output();
        if version.is_err() {
            assert!(std::env::var_os("CI").is_none(), "openssl is missing");
            eprintln!("SKIPPED: openssl isn't installed (apt install openssl)");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        Some(OpenSsl { folder })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Runs `openssl` with arguments and files; what it wrote, or none when it said no.
    fn run(&self, arguments: &str, files: &[(&str, &Path)]) -> Option<Vec<u8>> {
        let mut command = Command::new("openssl");
        command.args(arguments.split(' '));
        for (option, file) in files {
            command.arg(option).arg(file);
        }
        let output = command.output().unwrap();
        output.status.success().then_some(output.stdout)
    }

    /// The digest that `openssl dgst` prints last on its line.
    fn digest(&self, options: &str, bytes: &[u8]) -> String {
        let message = self.file("message", bytes);
        let mut command = Command::new("openssl");
        command.args(options.split(' ')).arg(message);
        let line = String::from_utf8(command.output().unwrap().stdout).unwrap();
        line.trim().rsplit(' ').next().unwrap().to_owned()
    }
}

/// Of no bytes, of less and more than a block, of a whole number of blocks.
fn messages() -> impl Iterator<Item = Vec<u8>> {
    let lengths = [0_usize, 1, 15, 16, 55, 56, 63, 64, 65, 1_000, 100_000];
    lengths.into_iter().map(|length| {
        let bytes = (0..length).map(|at| u8::try_from(at * 7 % 251).unwrap());
        bytes.collect()
    })
}

const SIGNED_BY: &str = "-rawin -digest sm3 -pkeyopt distid:1234567812345678";

#[test]
fn openssl_verifies_what_we_sign_and_we_what_it_signs() {
    let Some(openssl) = OpenSsl::found() else {
        return;
    };
    let keys = KeyRing::random().unwrap().keys();
    let public = openssl.file("public.pem", keys.public_key().pem().as_bytes());
    let private = openssl.path("private.pem");
    let made = openssl.run("genpkey -algorithm SM2", &[("-out", &private)]);
    made.expect("openssl makes a key");
    let theirs = openssl.run("pkey -pubout", &[("-in", &private)]).unwrap();
    let theirs = PublicKey::from_pem(std::str::from_utf8(&theirs).unwrap()).unwrap();
    for bytes in messages().filter(|bytes| !bytes.is_empty()) {
        let signature = openssl.file("signature", keys.sign(&bytes).der());
        let verify = |bytes: &[u8]| {
            let message = openssl.file("message", bytes);
            let files = [
                ("-inkey", public.as_path()),
                ("-in", &message),
                ("-sigfile", &signature),
            ];
            openssl.run(&format!("pkeyutl -verify -pubin {SIGNED_BY}"), &files)
        };
        assert!(verify(&bytes).is_some(), "{} bytes", bytes.len());
        let mut altered = bytes.clone();
        altered[0] ^= 1;
        assert!(verify(&altered).is_none(), "an altered message verifies");

        let message = openssl.file("message", &bytes);
        let files = [("-inkey", private.as_path()), ("-in", &message)];
        let signature = openssl.run(&format!("pkeyutl -sign {SIGNED_BY}"), &files);
        let signature = Signature::from_der(signature.expect("openssl signs"));
        assert!(theirs.signed(&bytes, &signature), "{} bytes", bytes.len());
        assert!(!theirs.signed(&altered, &signature));
    }
}

#[test]
fn our_sm3_is_openssl_s() {
    let Some(openssl) = OpenSsl::found() else {
        return;
    };
    for bytes in messages() {
        let ours = Digest32::of(&bytes).hex();
        assert_eq!(
            ours,
            openssl.digest("dgst -sm3", &bytes),
            "{} bytes",
            bytes.len()
        );
    }
}

#[test]
fn our_hmac_sm3_is_openssl_s() {
    let Some(openssl) = OpenSsl::found() else {
        return;
    };
    let ring = KeyRing::random().unwrap();
    let options = format!("dgst -sm3 -mac HMAC -macopt hexkey:{}", hex(&ring.seal));
    for bytes in messages() {
        let ours = ring.keys().hmac("label", &bytes).hex();
        let labelled = labelled("label", &bytes);
        assert_eq!(
            ours,
            openssl.digest(&options, &labelled),
            "{} bytes",
            bytes.len()
        );
    }
}

#[test]
fn openssl_s_sm4_in_counter_mode_reads_what_we_seal() {
    let Some(openssl) = OpenSsl::found() else {
        return;
    };
    let ring = KeyRing::random().unwrap();
    let keys = ring.keys();
    let row = keys.of_row(CentreId::new(1).unwrap(), 7);
    for bytes in messages().filter(|bytes| !bytes.is_empty()) {
        let Sealed(sealed) = row.seal_bytes("member.name", &bytes).unwrap();
        let (head, rest) = sealed.split_at(HEAD_BYTES);
        let (ciphertext, _tag) = rest.split_at(bytes.len());
        // GCM counts from 1 for the tag, so from 2 for the text (NIST SP 800-38D, 7.1).
        let counter = format!("{}00000002", hex(&head[2..]));
        let key = hex(&ring.data[&1]);
        let file = openssl.file("ciphertext", ciphertext);
        let arguments = format!("enc -d -sm4-ctr -K {key} -iv {counter}");
        let opened = openssl.run(&arguments, &[("-in", &file)]);
        assert!(opened.as_ref() == Some(&bytes), "{} bytes", bytes.len());
        let wrong = arguments.replace("00000002", "00000003");
        assert!(openssl.run(&wrong, &[("-in", &file)]) != Some(bytes));
    }
}
