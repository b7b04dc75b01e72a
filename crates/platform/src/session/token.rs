//! Session and CSRF tokens.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use db::{Digest, Digest32};
use kernel::{CentreId, OrBroken, Result};
use subtle::ConstantTimeEq as _;

const RANDOM_BYTES: usize = 32;

/// A session's token: the centre's number, which tells where to look, and 256 random bits.
pub(crate) struct Token {
    centre: CentreId,
    text: String,
}

impl Token {
    pub(crate) fn random(centre: CentreId) -> Result<Self> {
        let mut bytes = [0; RANDOM_BYTES];
        getrandom::fill(&mut bytes).or_broken("making a session token")?;
        Ok(Self {
            centre,
            text: format!("{centre}.{}", URL_SAFE_NO_PAD.encode(bytes)),
        })
    }

    /// Reads a token's form; whether there is such a session is another question.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (centre, secret) = text.split_once('.')?;
        let centre: CentreId = centre.parse().ok()?;
        let bytes = URL_SAFE_NO_PAD.decode(secret).ok()?;
        let canonical = bytes.len() == RANDOM_BYTES && centre.to_string().len() + 44 == text.len();
        canonical.then(|| Self {
            centre,
            text: text.to_owned(),
        })
    }

    pub(crate) const fn centre(&self) -> CentreId {
        self.centre
    }

    /// What is stored. A fast hash is enough: 256 random bits can't be guessed.
    pub(crate) fn hash(&self) -> Digest32 {
        Digest::new("session.token").text(&self.text).finish()
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }
}

/// The CSRF token of a session, derived from its token.
#[must_use]
pub fn csrf_token(session_token: &str) -> String {
    Digest::new("session.csrf")
        .text(session_token)
        .finish()
        .hex()
}

/// Whether the CSRF token that a request carries is the session's; in constant time.
#[must_use]
pub fn csrf_matches(session_token: &str, sent: &str) -> bool {
    csrf_token(session_token)
        .as_bytes()
        .ct_eq(sent.as_bytes())
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_made_here_is_read() {
        let token = Token::random(CentreId::new(430_100).unwrap())
            .unwrap()
            .into_text();
        let secret = token.split_once('.').unwrap().1.to_owned();
        let bad = [
            String::new(),
            ".".to_owned(),
            secret.clone(),
            format!("0.{secret}"),
            format!("-1.{secret}"),
            format!("0430100.{secret}"),
            format!("430100.{}", &secret[1..]),
            format!("430100.{secret}A"),
            format!("430100.{secret}="),
            format!("430100.{}", "安".repeat(14)),
        ];
        for text in bad {
            assert!(Token::read(&text).is_none(), "{text}");
        }
        assert_eq!(Token::read(&token).unwrap().centre().get(), 430_100);
    }

    #[test]
    fn tokens_differ_and_their_hash_is_not_the_token() {
        let centre = CentreId::new(1).unwrap();
        let (one, two) = (
            Token::random(centre).unwrap(),
            Token::random(centre).unwrap(),
        );
        assert_ne!(one.hash(), two.hash());
        assert!(!one.text.contains(&one.hash().hex()));
    }

    #[test]
    fn a_csrf_token_belongs_to_one_session() {
        let centre = CentreId::new(1).unwrap();
        let mine = Token::random(centre).unwrap().into_text();
        let other = Token::random(centre).unwrap().into_text();
        for wrong in [
            "",
            &csrf_token(&other),
            &csrf_token(&mine)[1..],
            mine.as_str(),
        ] {
            assert!(!csrf_matches(&mine, wrong), "{wrong}");
        }
        assert!(csrf_matches(&mine, &csrf_token(&mine)));
    }
}
