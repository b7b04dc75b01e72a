//! Idempotency: a state change happens once however often its request arrives.
//!
//! The client makes a key; the row of that key is the first insert of the transaction. Only
//! committed outcomes are kept, so a request that was refused or broke may come again under the
//! same key. Two requests at once: PostgreSQL makes the second wait on the first one's row, SQLite
//! has one writer; either way the second sees what the first did.

mod store;

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::str::FromStr;

use db::{Digest32, WriteTx};
use kernel::{Error, OrBroken, Refusal, Result};

use crate::{Action, App, Caller, Decision};

pub(crate) use store::STATEMENTS;

/// A client's key for one state change: 8 to 64 visible ASCII characters, such as a UUID.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// The key as the client wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for IdempotencyKey {
    type Err = Refusal;

    /// Refuses with `idempotency_key_invalid`.
    fn from_str(text: &str) -> Decision<Self> {
        let visible = text.bytes().all(|byte| byte.is_ascii_graphic());
        if (8..=64).contains(&text.len()) && visible {
            Ok(Self(text.to_owned()))
        } else {
            let sentence = "请求标识（Idempotency-Key）应为8至64个可见ASCII字符";
            Err(Refusal::invalid("idempotency_key_invalid", sentence))
        }
    }
}

/// Whether a request is new.
#[must_use]
pub enum Once {
    /// It is: do it in this transaction and call [`OnceTx::finish`].
    Fresh(Box<OnceTx>),
    /// It was done before; this is the resource it made.
    Replay(String),
}

/// A write transaction that holds its request's key. Dropped unfinished, it rolls back, key and
/// all.
pub struct OnceTx {
    tx: WriteTx,
    identity: store::Identity,
}

impl App {
    /// Opens the write transaction of a state change under the client's key. `request_hash` is a
    /// digest of everything the request asks for.
    ///
    /// # Errors
    /// `idempotency_key_reused` (conflict) when the caller used the key for another request of
    /// this action.
    pub async fn write_once(
        &self,
        caller: &Caller,
        action: &Action,
        key: &IdempotencyKey,
        request_hash: Digest32,
    ) -> Result<Once> {
        let identity = store::Identity {
            principal: caller.actor.label(),
            operation: action.code.to_owned(),
            request_key: key.0.clone(),
        };
        let mut tx = self.db.write(caller.centre()).await?;
        let row = identity.clone().row(request_hash, self.clock.now());
        if tx.execute(&store::TAKE_KEY, row).await? == 1 {
            return Ok(Once::Fresh(Box::new(OnceTx { tx, identity })));
        }
        let (hash, resource) = tx.one(&store::KEY_OUTCOME, identity).await?;
        if hash != request_hash {
            return Err(Refusal::conflict(
                "idempotency_key_reused",
                "同一请求标识已用于另一笔内容不同的业务，请重新提交",
            )
            .into());
        }
        resource
            .map(Once::Replay)
            .or_broken("a committed idempotency key has no outcome")
    }
}

impl OnceTx {
    /// Keeps the outcome under the key and commits everything.
    ///
    /// # Errors
    /// Broken when the database fails; then nothing happened.
    pub async fn finish(mut self, resource: impl fmt::Display) -> Result<()> {
        let (tx, identity) = (&mut self.tx, self.identity.clone());
        let outcome = (
            identity.principal,
            identity.operation,
            identity.request_key,
            resource.to_string(),
        );
        tx.execute_one(&store::KEEP_OUTCOME, outcome).await?;
        self.tx.commit().await
    }
}

impl Deref for OnceTx {
    type Target = WriteTx;

    fn deref(&self) -> &WriteTx {
        &self.tx
    }
}

impl DerefMut for OnceTx {
    fn deref_mut(&mut self) -> &mut WriteTx {
        &mut self.tx
    }
}

/// Reads the id that a replayed request made.
pub(crate) fn replayed<T: FromStr>(resource: &str) -> Result<T> {
    resource
        .parse()
        .map_err(|_| Error::broken("a kept outcome is not an id of its resource"))
}

#[cfg(test)]
mod tests;
