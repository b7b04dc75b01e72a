//! Opening a database and beginning transactions.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use kernel::{CentreId, Clock, Error, Result};
use tokio::sync::Mutex;

use crate::conn::{Conn, Driver, Held};
use crate::keys::Keys;
use crate::migrate::{self, MigrationSet, StepDone};
use crate::tx::{AllTx, ReadTx, WriteTx};
use crate::{postgres, sqlite};

/// Where the database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Backend {
    /// A file of the embedded database; made when missing.
    Sqlite {
        /// The file.
        path: PathBuf,
    },
    /// A PostgreSQL database.
    Postgres {
        /// `postgres://user:password@host:port/database`.
        url: String,
        /// PEM file with the certificates that the server's must descend from; with it
        /// connections are encrypted.
        root_certificate: Option<PathBuf>,
    },
}

/// How to open a database.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where it is.
    pub backend: Backend,
    /// The most connections held at once; on SQLite, readers beside the one writer.
    pub connections: usize,
}

/// A database. Clones share its connections.
#[derive(Clone)]
pub struct Db {
    pub(crate) inner: Arc<Inner>,
    /// Where every reading transaction is the same one.
    moment: Option<Moment>,
}

/// A reading transaction that those who ask for one take turns with.
#[derive(Clone)]
struct Moment {
    centre: CentreId,
    conn: Arc<Mutex<Conn>>,
}

pub(crate) struct Inner {
    pub(crate) pool: Pool,
    keys: Keys,
}

pub(crate) enum Pool {
    Sqlite(sqlite::Pool),
    Postgres(postgres::Pool),
}

impl fmt::Debug for Db {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.inner.pool {
            Pool::Sqlite(_) => "Db(SQLite)",
            Pool::Postgres(_) => "Db(PostgreSQL)",
        })
    }
}

impl Db {
    /// Opens the database that `config` names.
    ///
    /// # Errors
    /// Broken when it can't be reached or opened. PostgreSQL is first reached when first used.
    pub fn open(config: &Config, keys: Keys) -> Result<Db> {
        let pool = match &config.backend {
            Backend::Sqlite { path } => Pool::Sqlite(sqlite::Pool::open(path, config.connections)?),
            Backend::Postgres {
                url,
                root_certificate,
            } => Pool::Postgres(postgres::Pool::open(
                url,
                root_certificate.as_deref(),
                config.connections,
            )?),
        };
        Ok(Db::of(pool, keys))
    }

    /// Opens the database that `config` names as it is, for who looks at it or copies it: nothing is
    /// made and nothing is written.
    ///
    /// # Errors
    /// Broken when it isn't there or can't be opened. PostgreSQL is first reached when first used.
    pub fn open_existing(config: &Config, keys: Keys) -> Result<Db> {
        match &config.backend {
            Backend::Sqlite { path } => {
                let pool = sqlite::Pool::open_existing(path, config.connections)?;
                Ok(Db::of(Pool::Sqlite(pool), keys))
            }
            Backend::Postgres { .. } => Db::open(config, keys),
        }
    }

    fn of(pool: Pool, keys: Keys) -> Db {
        Db {
            inner: Arc::new(Inner { pool, keys }),
            moment: None,
        }
    }

    /// The database as `centre` is at one moment: every transaction that then reads the centre sees
    /// the same state, that of the first. For what is read in many steps and must fit together,
    /// such as all pages of a list. The moment lasts until the last clone is dropped, and holds one
    /// connection as long; writing goes on as ever and isn't seen.
    ///
    /// # Errors
    /// Broken when the database can't be reached.
    pub async fn at_one_moment(&self, centre: CentreId) -> Result<Db> {
        let conn = Arc::new(Mutex::new(self.begin_read().await?));
        Ok(Db {
            inner: Arc::clone(&self.inner),
            moment: Some(Moment { centre, conn }),
        })
    }

    /// The keys that seal personal data.
    pub fn keys(&self) -> &Keys {
        &self.inner.keys
    }

    /// Begins a transaction that reads one state of `centre`'s data.
    ///
    /// # Errors
    /// Broken when the database can't be reached; at one moment also inside another transaction.
    pub async fn read(&self, centre: CentreId) -> Result<ReadTx> {
        let conn = match &self.moment {
            // Waiting for the one before would be waiting for oneself.
            Some(moment) if moment.centre == centre => Arc::clone(&moment.conn)
                .try_lock_owned()
                .map(Held::Lent)
                .map_err(|_| Error::broken("one transaction inside another at one moment"))?,
            _ => Held::Own(Box::new(self.begin_read().await?)),
        };
        Ok(ReadTx::new(conn, centre, self.inner.keys.clone()))
    }

    /// Begins a transaction that may change `centre`'s data.
    ///
    /// # Errors
    /// Broken when the database can't be reached.
    pub async fn write(&self, centre: CentreId) -> Result<WriteTx> {
        Ok(WriteTx::new(
            Held::Own(Box::new(self.begin_write().await?)),
            centre,
            self.inner.keys.clone(),
        ))
    }

    /// Begins a transaction that reads across centres, for the report `name`. The only way: every
    /// other transaction sees one centre.
    ///
    /// # Errors
    /// Broken when the database can't be reached.
    pub async fn read_all(&self, name: &'static str) -> Result<AllTx> {
        tracing::debug!(report = name, "reading across centres");
        Ok(AllTx::new(self.begin_read().await?))
    }

    /// Brings the schema up to date: runs the steps that have not run yet, in order.
    ///
    /// # Errors
    /// Broken when a step fails (nothing of it stays) or when a step that has run differs now.
    pub async fn migrate(&self, sets: &[&MigrationSet], clock: &Clock) -> Result<usize> {
        migrate::run(self, sets, clock).await
    }

    /// The steps of the schema that have run, by name; none where there is no schema.
    ///
    /// # Errors
    /// Broken when the database can't be read.
    pub async fn steps_done(&self) -> Result<Vec<StepDone>> {
        migrate::done(self).await
    }

    pub(crate) async fn begin_read(&self) -> Result<Conn> {
        Ok(Conn::new(match &self.inner.pool {
            Pool::Sqlite(pool) => Driver::Sqlite(pool.read().await?),
            Pool::Postgres(pool) => Driver::Postgres(pool.read().await?),
        }))
    }

    pub(crate) async fn begin_write(&self) -> Result<Conn> {
        Ok(Conn::new(match &self.inner.pool {
            Pool::Sqlite(pool) => Driver::Sqlite(pool.write().await?),
            Pool::Postgres(pool) => Driver::Postgres(pool.write().await?),
        }))
    }

    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self.inner.pool, Pool::Postgres(_))
    }
}
