//! The statements of files.

use db::{Digest32, Sealed};
use kernel::Instant;

use crate::Scope;

db::row! {
    /// An uploaded file as one branch knows it, without its bytes.
    pub struct FileObject {
        /// The SM3 of its bytes: its name in the system.
        pub sm3: Digest32,
        /// Its size in bytes.
        pub size_bytes: i64,
        /// The branch of who uploaded it, or the centre.
        pub scope: Scope,
        /// The name it was last uploaded under there.
        pub name: String,
        /// Its media type as the browser told it.
        pub media_type: String,
        /// The label of the actor who uploaded it last.
        pub uploaded_by: String,
        /// When.
        pub uploaded_at: Instant,
    }
}

db::row! {
    /// An upload being noted.
    pub(crate) struct Upload {
        pub sm3: Digest32,
        pub scope: Scope,
        pub name: String,
        pub media_type: String,
        pub uploaded_by: String,
        pub uploaded_at: Instant,
    }
}

impl Upload {
    /// The file as this upload makes it known.
    pub(crate) fn of_size(self, size_bytes: i64) -> FileObject {
        FileObject {
            sm3: self.sm3,
            size_bytes,
            scope: self.scope,
            name: self.name,
            media_type: self.media_type,
            uploaded_by: self.uploaded_by,
            uploaded_at: self.uploaded_at,
        }
    }
}

db::statements! {
    /// The sealed bytes; no row when the same bytes lie there already.
    INSERT_FILE: (Digest32, i64, Sealed) => () =
        "INSERT INTO file (centre_id, sm3, size_bytes, content)
         VALUES ($1, $2, $3, $4) ON CONFLICT (centre_id, sm3) DO NOTHING";
    /// The last upload of these bytes in its scope.
    PUT_UPLOAD: Upload => () =
        "INSERT INTO file_upload
             (centre_id, sm3, scope, name, media_type, uploaded_by, uploaded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (centre_id, sm3, scope) DO UPDATE SET
             name = excluded.name, media_type = excluded.media_type,
             uploaded_by = excluded.uploaded_by, uploaded_at = excluded.uploaded_at";
    /// A file as each scope knows it, the last upload first.
    UPLOADS: (Digest32,) => FileObject =
        "SELECT f.sm3, f.size_bytes, u.scope, u.name, u.media_type, u.uploaded_by, u.uploaded_at
         FROM file_upload u
         JOIN file f ON f.centre_id = u.centre_id AND f.sm3 = u.sm3
         WHERE u.centre_id = $1 AND u.sm3 = $2 ORDER BY u.uploaded_at DESC, u.scope";
    /// Files after one that nobody uploaded since a moment, with their sizes.
    LYING: (Digest32, Instant, i64) => (Digest32, i64) =
        "SELECT f.sm3, f.size_bytes FROM file f
         WHERE f.centre_id = $1 AND f.sm3 > $2 AND NOT EXISTS (
             SELECT 1 FROM file_upload u
             WHERE u.centre_id = f.centre_id AND u.sm3 = f.sm3 AND u.uploaded_at >= $3)
         ORDER BY f.sm3 LIMIT $4";
    /// A file, kept from being named until the transaction ends.
    FILE_LOCKED [for update]: (Digest32,) => (Digest32,) =
        "SELECT sm3 FROM file WHERE centre_id = $1 AND sm3 = $2";
    /// Whether somebody uploaded it since a moment.
    UPLOADED_SINCE: (Digest32, Instant) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM file_upload
         WHERE centre_id = $1 AND sm3 = $2 AND uploaded_at >= $3";
    /// Its uploads go.
    FORGET_UPLOADS: (Digest32,) => () =
        "DELETE FROM file_upload WHERE centre_id = $1 AND sm3 = $2";
    /// It goes; its uploads have gone before.
    FORGET_FILE: (Digest32,) => () = "DELETE FROM file WHERE centre_id = $1 AND sm3 = $2";
    /// Its sealed bytes.
    CONTENT: (Digest32,) => (Sealed,) =
        "SELECT content FROM file WHERE centre_id = $1 AND sm3 = $2";
}
