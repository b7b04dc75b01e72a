//! Signatures of what leaves the installation: SM2 with SM3 (GB/T 32918.2), the signer named as GB/T
//! 35276 has it where nobody says otherwise. Whoever has the public key can tell, with our program or
//! with OpenSSL, that a file came from here and is as it left.

use kernel::{Refusal, Result};
use sm2::SecretKey;
use sm2::dsa::signature::{Signer as _, Verifier as _};
use sm2::dsa::{Signature as Pair, SigningKey, VerifyingKey};
use sm2::pkcs8::{DecodePublicKey as _, EncodePublicKey as _, LineEnding};

use super::Keys;

/// 默认用户标识 (GB/T 35276).
pub const SIGNER_ID: &str = "1234567812345678";

/// A detached signature, in DER as other programs take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature(Vec<u8>);

impl Signature {
    /// What a file with a signature holds.
    #[must_use]
    pub fn from_der(bytes: Vec<u8>) -> Signature {
        Signature(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.0
    }
}

/// Whose signatures can be checked.
#[derive(Clone, Debug)]
pub struct PublicKey(sm2::PublicKey);

impl PublicKey {
    /// Reads a public key of SM2.
    ///
    /// # Errors
    /// `public_key_invalid`.
    pub fn from_pem(text: &str) -> Result<PublicKey> {
        sm2::PublicKey::from_public_key_pem(text)
            .map(PublicKey)
            .map_err(|_| {
                let sentence = "这不是 SM2 公钥（PEM 格式）";
                Refusal::invalid("public_key_invalid", sentence).into()
            })
    }

    /// The key as other programs read it.
    ///
    /// # Panics
    /// Never: a point of the curve has its encoding.
    #[must_use]
    pub fn pem(&self) -> String {
        let pem = self.0.to_public_key_pem(LineEnding::LF);
        pem.expect("a point of the curve has its encoding")
    }

    /// Whether `signature` is one of these bytes by the holder of this key.
    #[must_use]
    pub fn signed(&self, bytes: &[u8], signature: &Signature) -> bool {
        let key = VerifyingKey::new(SIGNER_ID, self.0);
        let pair = Pair::from_der(&signature.0);
        match (key, pair) {
            (Ok(key), Ok(pair)) => key.verify(bytes, &pair).is_ok(),
            _ => false,
        }
    }
}

impl Keys {
    /// Signs bytes for the installation.
    ///
    /// # Panics
    /// With a probability of 2⁻²⁵⁶: SM2 has no signature for some digests.
    #[must_use]
    pub fn sign(&self, bytes: &[u8]) -> Signature {
        let pair: Pair = self.inner.sign.sign(bytes);
        Signature(pair.to_der().as_bytes().to_vec())
    }

    /// The key by which everybody can check what the installation signed.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        let point = *self.inner.sign.verifying_key().as_affine();
        PublicKey(sm2::PublicKey::from_affine(point).expect("a public key is a point"))
    }
}

/// The signing key whose number these bytes are; none when they are no such number.
pub(super) fn signing_key(bytes: &[u8; 32]) -> Option<SigningKey> {
    let secret = SecretKey::from_slice(bytes).ok()?;
    SigningKey::new(SIGNER_ID, &secret).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KeyRing;

    #[test]
    fn a_signature_is_of_these_bytes_and_this_key() {
        let keys = KeyRing::random().unwrap().keys();
        let other = KeyRing::random().unwrap().keys();
        let signature = keys.sign("清册".as_bytes());
        let public = PublicKey::from_pem(&keys.public_key().pem()).unwrap();
        assert!(public.signed("清册".as_bytes(), &signature));
        assert!(!public.signed("清单".as_bytes(), &signature));
        assert!(!other.public_key().signed("清册".as_bytes(), &signature));
        for position in 0..signature.der().len() {
            let mut altered = signature.der().to_vec();
            altered[position] ^= 1;
            let altered = Signature::from_der(altered);
            assert!(
                !public.signed("清册".as_bytes(), &altered),
                "byte {position}"
            );
        }
        let none = Signature::from_der(Vec::new());
        assert!(!public.signed("清册".as_bytes(), &none));
        let refused = PublicKey::from_pem("-----BEGIN PUBLIC KEY-----\n").unwrap_err();
        assert_eq!(refused.refusal().unwrap().code(), "public_key_invalid");
    }

    #[test]
    fn the_key_survives_the_key_file() {
        let ring = KeyRing::random().unwrap();
        let read_back = KeyRing::parse(&ring.text()).unwrap();
        assert_eq!(
            ring.keys().public_key().pem(),
            read_back.keys().public_key().pem()
        );
    }
}
