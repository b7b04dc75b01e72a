//! 短信: messages to people's mobiles.
//!
//! Contract: a message is written in the transaction of what it tells ([`queue_in`]) and sent by a job
//! once that is committed, so nothing is told of what didn't happen and nothing waits for the network.
//! Who sends is outside: [`MessageSender`], given to [`crate::App`] when the server starts. A server that
//! stops between the sending and its note sends once more.
//!
//! | from | to | by |
//! |---|---|---|
//! | queued, failed | sent | the job |
//! | queued, failed | failed | the sender couldn't, or there is none; the job tries again, by itself or by hand |
//! | queued, failed | expired | its time was over before, or the job was given up |
//!
//! The number and the text are sealed; the text is gone once the message is sent or expired. A message
//! is forgotten after [`KEPT`].

mod model;
mod send;
mod store;
#[cfg(test)]
mod tests;

pub use model::{MessageSender, MessageStatus, NewMessage, Recipient, Sending};
pub use send::{SEND, SEND_STEPS, give_up, queue_in};

pub(crate) use store::STATEMENTS;

use std::time::Duration;

use db::WriteTx;
use kernel::{Instant, OrBroken as _, Result};

/// How long a message is kept.
pub const KEPT: Duration = Duration::from_secs(30 * 24 * 3_600);

/// The column that numbers are sealed for, in the message's row.
pub const MOBILE: &str = "message.mobile";
/// The column that texts are sealed for, in the message's row.
pub const TEXT: &str = "message.text";

/// Forgets the messages of long ago.
pub(crate) async fn forget_in(tx: &mut WriteTx, now: Instant) -> Result<u64> {
    let before = now.checked_sub(KEPT).or_broken("a month ago")?;
    tx.execute(&store::DELETE_BEFORE, (before,)).await
}
