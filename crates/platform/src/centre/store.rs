//! The statements of centres.

use kernel::{CentreId, Instant};

db::row! {
    /// A registered centre.
    pub struct Centre {
        /// Its number.
        pub centre_id: CentreId,
        /// Its full name.
        pub name: String,
    }
}

db::statements! {
    /// A centre; no row when it is registered already.
    INSERT_CENTRE: (String, Instant) => () =
        "INSERT INTO centre (centre_id, name, registered_at) VALUES ($1, $2, $3)
         ON CONFLICT (centre_id) DO NOTHING";
    /// The transaction's centre.
    CENTRE: () => Centre = "SELECT centre_id, name FROM centre WHERE centre_id = $1";
}

db::across_centres! {
    /// Every centre.
    ALL_CENTRES: () => Centre = "SELECT centre_id, name FROM centre ORDER BY centre_id";
}
