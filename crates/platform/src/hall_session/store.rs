//! The statements of the halls' sessions.

use db::Digest32;
use kernel::{HallSessionId, Instant};

use super::Visitor;

db::row! {
    /// A session being begun.
    pub(crate) struct NewSession {
        pub session_id: HallSessionId,
        pub token_hash: Digest32,
        pub holder: Visitor,
        pub address: Option<String>,
        pub device: Option<String>,
        pub signed_in_at: Instant,
        pub idle_expires_at: Instant,
        pub expires_at: Instant,
    }
}

db::row! {
    /// A session.
    pub(crate) struct SessionRow {
        pub session_id: HallSessionId,
        pub holder: Visitor,
        pub idle_expires_at: Instant,
        pub expires_at: Instant,
    }
}

db::statements! {
    /// A session begins.
    INSERT_SESSION: NewSession => () =
        "INSERT INTO hall_session (centre_id, session_id, token_hash, holder, address, device,
             signed_in_at, idle_expires_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    /// The session of a token.
    SESSION_BY_TOKEN: (Digest32,) => SessionRow =
        "SELECT session_id, holder, idle_expires_at, expires_at FROM hall_session
         WHERE centre_id = $1 AND token_hash = $2";
    /// Something came; the idle end moves.
    TOUCH_SESSION: (HallSessionId, Instant) => () =
        "UPDATE hall_session SET idle_expires_at = $3 WHERE centre_id = $1 AND session_id = $2";
    /// A session ends.
    DELETE_SESSION: (HallSessionId,) => () =
        "DELETE FROM hall_session WHERE centre_id = $1 AND session_id = $2";
    /// The holder's sessions that have ended.
    DELETE_EXPIRED: (Visitor, Instant) => () =
        "DELETE FROM hall_session
         WHERE centre_id = $1 AND holder = $2 AND (idle_expires_at <= $3 OR expires_at <= $3)";
    /// The holder's sessions beyond so many, the oldest.
    DELETE_BEYOND: (Visitor, i64) => () =
        "DELETE FROM hall_session
         WHERE centre_id = $1 AND holder = $2 AND session_id NOT IN (
             SELECT k.session_id FROM hall_session k
             WHERE k.centre_id = $1 AND k.holder = $2 ORDER BY k.session_id DESC LIMIT $3)";
    /// All of the holder's sessions.
    DELETE_SESSIONS_OF: (Visitor,) => () =
        "DELETE FROM hall_session WHERE centre_id = $1 AND holder = $2";
    /// Everybody's sessions.
    DELETE_EVERY_SESSION: () => () = "DELETE FROM hall_session WHERE centre_id = $1";
}
