//! 动态口令: time-based one-time passwords (RFC 6238) as authenticator apps make them: HMAC-SHA-1,
//! six digits, a new one every thirty seconds.

use hmac::{Hmac, KeyInit as _, Mac as _};
use kernel::{Instant, OrBroken as _, Result};
use sha1::Sha1;
use subtle::ConstantTimeEq as _;

/// Bytes of a secret: as many as the hash has (RFC 4226, requirement R6).
const SECRET_BYTES: usize = 20;
const STEP_SECONDS: i64 = 30;
const DIGITS: usize = 6;
/// Steps before and after the present one that are taken too: clocks differ, and people type.
const WINDOW: i64 = 1;
/// Base32 (RFC 4648).
const SIGNS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A new secret.
///
/// # Errors
/// Broken when the system gives no random bytes.
pub(super) fn random_secret() -> Result<Vec<u8>> {
    let mut secret = vec![0; SECRET_BYTES];
    getrandom::fill(&mut secret).or_broken("making a secret")?;
    Ok(secret)
}

/// The number of the step at an instant.
fn step_at(now: Instant) -> i64 {
    now.as_micros().div_euclid(STEP_SECONDS * 1_000_000)
}

/// The code of a step (RFC 4226, 5.3).
pub(super) fn code(secret: &[u8], step: i64) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).expect("HMAC takes a key of any length");
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash[hash.len() - 1] & 0x0f);
    let four = [0, 1, 2, 3].map(|n| hash[offset + n]);
    let number = u32::from_be_bytes(four) & 0x7fff_ffff;
    format!("{:0DIGITS$}", number % 1_000_000)
}

/// The step whose code this is: the present one or one beside it, later than `last`, which has been
/// used.
pub(super) fn step_of(secret: &[u8], typed: &str, now: Instant, last: i64) -> Option<i64> {
    let present = step_at(now);
    let steps = (present - WINDOW..=present + WINDOW).filter(|step| *step > last);
    // Every step is compared, in the same time whatever they are.
    steps.fold(None, |found, step| {
        let right = bool::from(code(secret, step).as_bytes().ct_eq(typed.as_bytes()));
        if right { Some(step) } else { found }
    })
}

/// A secret as people type it and apps read it: base32 (RFC 4648) without padding.
pub(super) fn base32(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(5) {
        let mut five = [0; 8];
        five[3..3 + chunk.len()].copy_from_slice(chunk);
        let bits = u64::from_be_bytes(five);
        let signs = (chunk.len() * 8).div_ceil(5);
        text.extend((0..signs).map(|n| {
            let index = (bits >> (35 - 5 * n)) & 0x1f;
            char::from(SIGNS[usize::try_from(index).expect("below 32")])
        }));
    }
    text
}

/// What an authenticator app that was given this secret, as people type it, shows at an instant;
/// nothing for what is no secret. For programs that sign in, as tests do.
#[must_use]
pub fn code_of_secret(secret: &str, now: Instant) -> Option<String> {
    Some(code(&from_base32(secret)?, step_at(now)))
}

fn from_base32(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0_u32, 0);
    for sign in text.bytes() {
        let value = SIGNS.iter().position(|one| *one == sign)?;
        held = (held << 5) | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}

/// What an app reads from the picture: the secret, whose it is and where.
pub(super) fn uri(secret: &[u8], centre: &str, sign_in_name: &str) -> String {
    let issuer = percent(centre);
    let account = percent(sign_in_name);
    let secret = base32(secret);
    format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}")
}

fn percent(text: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    text.bytes()
        .map(|byte| match plain(&byte) {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of the test vectors of RFC 4226 and RFC 6238.
    const KEY: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Instant {
        Instant::from_micros(seconds * 1_000_000).unwrap()
    }

    /// RFC 4226, appendix D.
    #[test]
    fn codes_are_those_of_rfc_4226() {
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871", "520489",
        ];
        for (step, expected) in codes.iter().enumerate() {
            assert_eq!(code(KEY, i64::try_from(step).unwrap()), *expected);
        }
    }

    /// RFC 6238, appendix B, for SHA-1: its eight digits, of which ours are the last six.
    #[test]
    fn codes_are_those_of_rfc_6238() {
        let cases = [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ];
        for (seconds, eight) in cases {
            assert_eq!(code(KEY, step_at(at(seconds))), eight[2..], "{seconds}");
        }
    }

    #[test]
    fn a_code_is_good_for_a_step_either_side_and_once() {
        let now = at(1_111_111_111);
        let present = step_at(now);
        for (offset, taken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let step = present + offset;
            let found = step_of(KEY, &code(KEY, step), now, 0);
            assert_eq!(found, taken.then_some(step), "{offset}");
        }
        let right = code(KEY, present);
        assert_eq!(step_of(KEY, &right, now, present), None, "used already");
        assert_eq!(step_of(KEY, &right, now, present - 1), Some(present));
        for wrong in ["", "000000", "05047", "0504711", "０５０４７１"] {
            assert_eq!(step_of(KEY, wrong, now, 0), None, "{wrong}");
        }
    }

    /// RFC 4648, section 10, without the padding.
    #[test]
    fn base32_is_that_of_rfc_4648() {
        for (bytes, text) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(base32(bytes.as_bytes()), text);
            assert_eq!(from_base32(text).as_deref(), Some(bytes.as_bytes()));
        }
    }

    #[test]
    fn what_a_person_types_into_the_app_gives_the_same_codes() {
        let typed = base32(KEY);
        assert_eq!(code_of_secret(&typed, at(59)).as_deref(), Some("287082"));
        assert_eq!(code_of_secret("no-secret", at(59)), None);
    }

    #[test]
    fn the_picture_holds_the_secret_and_whose_it_is() {
        assert_eq!(
            uri(KEY, "安居", "zhang.san"),
            "otpauth://totp/%E5%AE%89%E5%B1%85:zhang.san\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E5%AE%89%E5%B1%85"
        );
    }
}
