//! Passwords: Argon2id with OWASP's parameters (19 MiB, two passes, one lane), kept in the stored
//! text, so that they can be raised without breaking what is stored.

use std::fmt;
use std::sync::Arc;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::{Error, OrBroken, Refusal, Result};
use tokio::sync::Semaphore;

use super::{password_rule, signs};
use crate::App;

/// Hashes under way at once: each takes 19 MiB and a core for some tens of milliseconds.
const SLOTS: usize = 4;
/// Hashes that may wait for a slot, a second or two for the last. More are refused at once, so that
/// a flood of sign-ins holds neither memory nor the patience of those who come after it.
const WAITING_MAX: usize = 64;
/// The longest text that is hashed at all, in bytes: the longest password in any script.
const LONGEST_BYTES: usize = 4 * password_rule::LONGEST;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Verified in place of the hash that an unknown name doesn't have: the same parameters, a fixed
/// salt, and a result that no password is known to give.
const DUMMY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA\
                     $AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A hashed password in the PHC text format. Doesn't show itself in logs.
#[derive(Clone)]
pub struct PasswordHash {
    pub(crate) text: String,
    pub(crate) is_initial: bool,
}

impl PasswordHash {
    /// The same of a password that its owner has to change: somebody else knows it.
    #[must_use]
    pub fn initial(self) -> Self {
        Self {
            is_initial: true,
            ..self
        }
    }
}

impl PasswordHash {
    /// The text that is stored.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// Signs of a password made here: 70 random bits.
const INITIAL_LENGTH: usize = 14;

/// A password made for someone else, to be told once. It doesn't show itself in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct InitialPassword(String);

impl InitialPassword {
    /// A random one.
    ///
    /// # Errors
    /// Broken when the system gives no random bytes.
    pub(crate) fn random() -> Result<Self> {
        Ok(Self(signs::random(INITIAL_LENGTH)?))
    }

    /// Its hash. It is random: the rules for what people choose aren't for it.
    ///
    /// # Errors
    /// `sign_in_busy` (unavailable).
    pub(crate) async fn hash(&self, app: &App) -> Result<PasswordHash> {
        Ok(app.passwords.hash(&self.0).await?.initial())
    }

    /// The password itself.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for InitialPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InitialPassword(…)")
    }
}

/// Hashes a password chosen for whoever signs in by this name and is called so. Call it before the
/// write transaction is open: it takes its time.
///
/// # Errors
/// `password_too_short`, `password_too_long`, `password_too_plain`, `password_names_its_owner`,
/// `password_common`; `sign_in_busy` (unavailable).
pub async fn hash_password(
    app: &App,
    password: &str,
    sign_in_name: &str,
    name: &str,
) -> Result<PasswordHash> {
    password_rule::acceptable(password, sign_in_name.trim(), name.trim())?;
    app.passwords.hash(password).await
}

/// Whether a password is the one whose hash is stored; without one it answers no, after as long a
/// time. Call it before the write transaction is open.
///
/// # Errors
/// `sign_in_busy` (unavailable).
pub async fn verify_password(app: &App, password: &str, stored: Option<String>) -> Result<bool> {
    app.passwords.verify(password, stored).await
}

/// Hashes and verifies, a few at a time, away from the threads that serve requests.
#[derive(Clone)]
pub(crate) struct Passwords {
    slots: Arc<Semaphore>,
    /// Places for those that have a slot and those that wait for one.
    places: Arc<Semaphore>,
}

impl Passwords {
    pub(crate) fn new() -> Self {
        Self {
            slots: Arc::new(Semaphore::new(SLOTS)),
            places: Arc::new(Semaphore::new(SLOTS + WAITING_MAX)),
        }
    }

    pub(super) async fn hash(&self, password: &str) -> Result<PasswordHash> {
        let password = password.to_owned();
        self.run(move || {
            let hash = argon2()?
                .hash_password(password.as_bytes())
                .map_err(broken)?;
            Ok(PasswordHash {
                text: hash.to_string(),
                is_initial: false,
            })
        })
        .await
    }

    /// Whether the password is the stored one. Without a stored one (an unknown name) it answers
    /// no, after as long a time.
    pub(crate) async fn verify(&self, password: &str, stored: Option<String>) -> Result<bool> {
        if password.len() > LONGEST_BYTES {
            return Ok(false);
        }
        let password = password.to_owned();
        self.run(move || {
            let known = stored.is_some();
            let text = stored.as_deref().unwrap_or(DUMMY);
            let hash = phc::PasswordHash::new(text).or_broken("reading a stored password hash")?;
            // The parameters are those of the stored hash.
            let right = match argon2()?.verify_password(password.as_bytes(), &hash) {
                Ok(()) => true,
                Err(argon2::password_hash::Error::PasswordInvalid) => false,
                Err(error) => return Err(broken(error)),
            };
            Ok(right && known)
        })
        .await
    }

    /// Keeps every slot, so that what is asked waits; how many wait or run can be seen.
    #[cfg(test)]
    pub(super) async fn hold(&self) -> tokio::sync::OwnedSemaphorePermit {
        let slots = Arc::clone(&self.slots).acquire_many_owned(4).await;
        slots.expect("the slots are never closed")
    }

    /// How many wait for a slot or have one.
    #[cfg(test)]
    pub(super) fn asked(&self) -> usize {
        SLOTS + WAITING_MAX - self.places.available_permits()
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let place = Arc::clone(&self.places).try_acquire_owned();
        let place = place
            .map_err(|_| Refusal::unavailable("sign_in_busy", "当前登录的人较多，请稍候再试"))?;
        let slot = Arc::clone(&self.slots)
            .acquire_owned()
            .await
            .or_broken("a password slot")?;
        // Both go along: a request that is dropped leaves the work running.
        let task = tokio::task::spawn_blocking(move || {
            let result = work();
            drop((slot, place));
            result
        });
        task.await.or_broken("hashing a password")?
    }
}

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(broken)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn broken(error: impl fmt::Display) -> Error {
    Error::broken(format!("hashing a password: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_stored_text_carries_owasp_s_parameters() {
        let hash = Passwords::new().hash("正确的马电池").await.unwrap().text;
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        let dummy: Vec<&str> = DUMMY.split('$').collect();
        let real: Vec<&str> = hash.split('$').collect();
        assert_eq!(
            dummy[..4],
            real[..4],
            "the dummy costs what a real one does"
        );
        let lengths = |parts: &[&str]| parts.iter().map(|part| part.len()).collect::<Vec<_>>();
        assert_eq!(lengths(&dummy), lengths(&real));
    }

    #[tokio::test]
    async fn only_the_right_password_verifies() {
        let passwords = Passwords::new();
        let hash = passwords.hash("正确的马电池").await.unwrap().text;
        let long = "长".repeat(200);
        for wrong in ["", "正确的马", "正确的马电池 ", long.as_str()] {
            assert!(
                !passwords.verify(wrong, Some(hash.clone())).await.unwrap(),
                "{wrong}"
            );
        }
        assert!(!passwords.verify("正确的马电池", None).await.unwrap());
        assert!(passwords.verify("正确的马电池", Some(hash)).await.unwrap());
    }

    #[tokio::test]
    async fn a_full_queue_refuses_at_once_and_the_waiting_get_their_turn() {
        let passwords = Passwords::new();
        let slots = u32::try_from(SLOTS).unwrap();
        let busy = passwords.slots.clone().acquire_many_owned(slots).await;
        let places = SLOTS + WAITING_MAX;
        let waiting: Vec<_> = (0..places)
            .map(|_| {
                let passwords = passwords.clone();
                tokio::spawn(async move { passwords.run(|| Ok(())).await })
            })
            .collect();
        while passwords.places.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        let refused = passwords.verify("正确的马电池", None).await.unwrap_err();
        assert_eq!(refused.refusal().unwrap().code(), "sign_in_busy");
        drop(busy);
        for task in waiting {
            task.await.unwrap().unwrap();
        }
        assert_eq!(passwords.places.available_permits(), places);
        assert!(!passwords.verify("正确的马电池", None).await.unwrap());
    }

    #[tokio::test]
    async fn a_damaged_hash_is_a_breakage_and_no_answer() {
        let error = Passwords::new()
            .verify("whatever1", Some("$argon2id$".to_owned()))
            .await;
        assert!(error.unwrap_err().refusal().is_none());
    }
}
