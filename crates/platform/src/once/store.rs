//! The statements of idempotency keys.

use db::Digest32;
use kernel::Instant;

db::row! {
    /// What names a request: who asks for what under which key.
    pub(crate) struct Identity {
        /// The actor's label.
        pub principal: String,
        /// The action's code.
        pub operation: String,
        /// The client's key.
        pub request_key: String,
    }
}

db::row! {
    /// A key being taken.
    pub(crate) struct KeyRow {
        pub principal: String,
        pub operation: String,
        pub request_key: String,
        pub request_hash: Digest32,
        pub taken_at: Instant,
    }
}

impl Identity {
    pub(crate) fn row(self, request_hash: Digest32, taken_at: Instant) -> KeyRow {
        let Self {
            principal,
            operation,
            request_key,
        } = self;
        KeyRow {
            principal,
            operation,
            request_key,
            request_hash,
            taken_at,
        }
    }
}

db::statements! {
    /// The first insert of a state change; no row when the key was used before.
    TAKE_KEY: KeyRow => () =
        "INSERT INTO idempotency_key
             (centre_id, principal, operation, request_key, request_hash, taken_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (centre_id, principal, operation, request_key) DO NOTHING";
    /// What was asked for and what came of it.
    KEY_OUTCOME: Identity => (Digest32, Option<String>) =
        "SELECT request_hash, resource FROM idempotency_key
         WHERE centre_id = $1 AND principal = $2 AND operation = $3 AND request_key = $4";
    /// The resource that the request made; the last write of its transaction.
    KEEP_OUTCOME: (String, String, String, String) => () =
        "UPDATE idempotency_key SET resource = $5
         WHERE centre_id = $1 AND principal = $2 AND operation = $3 AND request_key = $4";
}
