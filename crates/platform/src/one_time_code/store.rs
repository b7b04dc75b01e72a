//! The statements of one-time codes.

use db::Lookup;
use kernel::{Instant, OneTimeCodeId};

db::row! {
    /// A code.
    pub(crate) struct CodeRow {
        pub(crate) purpose: String,
        pub(crate) subject: Lookup,
        pub(crate) code_id: OneTimeCodeId,
        pub(crate) code_hash: Lookup,
        pub(crate) tries: i64,
        pub(crate) made_at: Instant,
        pub(crate) expires_at: Instant,
    }
}

db::row! {
    /// A code being made, unless one was made since.
    pub(crate) struct MakeCode {
        pub(crate) made: CodeRow,
        pub(crate) soonest: Instant,
    }
}

db::statements! {
    /// When the code of a claim was made.
    MADE_AT: (String, Lookup) => (Instant,) =
        "SELECT made_at FROM one_time_code
         WHERE centre_id = $1 AND purpose = $2 AND subject = $3";
    /// A code takes the place of the one before; no row when that is too young.
    MAKE_CODE: MakeCode => () =
        "INSERT INTO one_time_code (centre_id, purpose, subject, code_id, code_hash, tries, made_at,
             expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (centre_id, purpose, subject) DO UPDATE
             SET code_id = excluded.code_id, code_hash = excluded.code_hash,
                 tries = excluded.tries, made_at = excluded.made_at,
                 expires_at = excluded.expires_at
             WHERE one_time_code.made_at <= $9";
    /// The code of a claim, kept from another try.
    CODE_LOCKED [for update]: (String, Lookup) => CodeRow =
        "SELECT purpose, subject, code_id, code_hash, tries, made_at, expires_at
         FROM one_time_code WHERE centre_id = $1 AND purpose = $2 AND subject = $3";
    /// A code was wrong.
    TRIED_CODE: (String, Lookup) => () =
        "UPDATE one_time_code SET tries = tries + 1
         WHERE centre_id = $1 AND purpose = $2 AND subject = $3";
    /// A code has been used.
    DELETE_CODE: (String, Lookup) => () =
        "DELETE FROM one_time_code WHERE centre_id = $1 AND purpose = $2 AND subject = $3";
    /// The codes of the past.
    DELETE_EXPIRED: (Instant,) => () =
        "DELETE FROM one_time_code WHERE centre_id = $1 AND expires_at < $2";
}
