//! The statements of branches.

use kernel::{BranchId, Instant};

db::row! {
    /// A branch.
    pub struct Branch {
        /// Its id.
        pub branch_id: BranchId,
        /// Its code, unique in the centre.
        pub code: String,
        /// Its name.
        pub name: String,
    }
}

db::statements! {
    /// A branch; no row when its code is taken.
    INSERT_BRANCH: (BranchId, String, String, Instant) => () =
        "INSERT INTO branch (centre_id, branch_id, code, name, added_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (centre_id, code) DO NOTHING";
    /// Every branch of the centre.
    ALL_BRANCHES: () => Branch =
        "SELECT branch_id, code, name FROM branch WHERE centre_id = $1 ORDER BY code";
}
