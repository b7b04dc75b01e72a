//! What those who watch the database ask of it: what it is, how large, how busy.

use kernel::{Error, OrBroken as _, Result};

use crate::conn::Call;
use crate::open::{Db, Pool};
use crate::value::{Column as _, Kind};

/// The connections of one server to its database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connections {
    /// Those that a transaction has now.
    pub in_use: usize,
    /// How many there may be.
    pub most: usize,
}

impl Db {
    /// What people call this kind of database.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.inner.pool {
            Pool::Sqlite(_) => "SQLite",
            Pool::Postgres(_) => "PostgreSQL",
        }
    }

    /// How busy this server's connections are.
    #[must_use]
    pub fn connections(&self) -> Connections {
        let (in_use, most) = match &self.inner.pool {
            Pool::Sqlite(pool) => pool.connections(),
            Pool::Postgres(pool) => pool.connections(),
        };
        Connections { in_use, most }
    }

    /// How large the database is, in bytes, all its centres together.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn size_bytes(&self) -> Result<u64> {
        let call = Call {
            name: "the size of the database",
            sqlite: "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
            postgres: "SELECT pg_database_size(current_database())",
            params: &[],
            centred: false,
            columns: &[Kind::Int],
            values: &[],
            long: false,
        };
        let mut size = None;
        let mut conn = self.begin_read().await?;
        conn.query(&call, &mut |row| {
            size = row
                .next()
                .map(i64::from_value)
                .transpose()
                .map_err(|error| Error::broken(format!("the size of the database: {error}")))?;
            Ok(())
        })
        .await?;
        let size = size.or_broken("the size of the database")?;
        u64::try_from(size).or_broken("the size of the database")
    }
}
