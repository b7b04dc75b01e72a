//! The statements of files.

use db::{Digest32, Sealed};
use kernel::{BranchId, Instant};

db::row! {
    /// An uploaded file, without its bytes.
    pub struct FileObject {
        /// The SM3 of its bytes: its name in the system.
        pub sm3: Digest32,
        /// The name it was first uploaded under.
        pub name: String,
        /// Its media type as the browser told it.
        pub media_type: String,
        /// Its size in bytes.
        pub size_bytes: i64,
        /// The branch of who uploaded it.
        pub branch_id: Option<BranchId>,
        /// The label of the actor who uploaded it.
        pub stored_by: String,
        /// When.
        pub stored_at: Instant,
    }
}

db::row! {
    /// A file being stored.
    pub(crate) struct NewFile {
        pub sm3: Digest32,
        pub name: String,
        pub media_type: String,
        pub size_bytes: i64,
        pub branch_id: Option<BranchId>,
        pub stored_by: String,
        pub stored_at: Instant,
        pub content: Sealed,
    }
}

db::statements! {
    /// A file; no row when the same bytes lie there already.
    INSERT_FILE: NewFile => () =
        "INSERT INTO file (centre_id, sm3, name, media_type, size_bytes, branch_id, stored_by,
             stored_at, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (centre_id, sm3) DO NOTHING";
    /// What a file is.
    FILE: (Digest32,) => FileObject =
        "SELECT sm3, name, media_type, size_bytes, branch_id, stored_by, stored_at
         FROM file WHERE centre_id = $1 AND sm3 = $2";
    /// Its sealed bytes.
    CONTENT: (Digest32,) => (Sealed,) =
        "SELECT content FROM file WHERE centre_id = $1 AND sm3 = $2";
}
