//! The statements of messages.

use db::Sealed;
use kernel::{Instant, MessageId};

use super::model::MessageStatus;

db::row! {
    /// A message.
    pub(crate) struct MessageRow {
        pub(crate) message_id: MessageId,
        pub(crate) mobile: Sealed,
        pub(crate) text: Option<Sealed>,
        pub(crate) status: MessageStatus,
        pub(crate) queued_at: Instant,
        pub(crate) expires_at: Option<Instant>,
        pub(crate) ended_at: Option<Instant>,
    }
}

db::statements! {
    /// A message waits to be sent.
    INSERT_MESSAGE: MessageRow => () =
        "INSERT INTO message (centre_id, message_id, mobile, text, status, queued_at, expires_at,
             ended_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// A message.
    MESSAGE_BY_ID: (MessageId,) => MessageRow =
        "SELECT message_id, mobile, text, status, queued_at, expires_at, ended_at FROM message
         WHERE centre_id = $1 AND message_id = $2";
    /// A message couldn't be sent for now.
    MESSAGE_FAILED: (MessageId,) => () =
        "UPDATE message SET status = 'failed' WHERE centre_id = $1 AND message_id = $2";
    /// A message is sent, or never will be: its text is gone.
    END_MESSAGE: (MessageId, MessageStatus, Instant) => () =
        "UPDATE message SET status = $3, ended_at = $4, text = NULL
         WHERE centre_id = $1 AND message_id = $2 AND ended_at IS NULL";
    /// A message to nobody.
    DELETE_MESSAGE: (MessageId,) => () =
        "DELETE FROM message WHERE centre_id = $1 AND message_id = $2";
    /// The messages of long ago.
    DELETE_BEFORE: (Instant,) => () =
        "DELETE FROM message WHERE centre_id = $1 AND queued_at < $2";
}
