//! Databases for tests: one a test, of each kind, cloned from a template made once.
//!
//! [`both!`] turns one test into two, on SQLite and on PostgreSQL. PostgreSQL is the server that
//! `TEST_PG_URL` names (`cargo xtask test` starts one); without it those tests say loudly that
//! they were skipped, and in CI they fail. Only `server` depends on this crate, for its tests.
#![expect(
    clippy::expect_used,
    reason = "a test that can't be set up fails by panicking"
)]

mod postgres;

use std::future::Future;
use std::path::PathBuf;
use std::sync::{Once, OnceLock};

use db::{Backend, Config, Db, Keys};
use tempfile::TempDir;
use tokio::sync::OnceCell;
use tracing_subscriber::filter::LevelFilter;

/// Connections a test's database may hold; many tests share one PostgreSQL.
const CONNECTIONS: usize = 8;

/// A database kind a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// The embedded database.
    Sqlite,
    /// The server that `TEST_PG_URL` names.
    Postgres,
}

/// A test's own database; it goes when this is dropped.
pub struct TestDatabase {
    /// The database, filled as the template was.
    pub db: Db,
    /// Where it is, for those who open it a second time or behind its back.
    pub backend: Backend,
    // Dropped after the pool above, which is what lets the database be removed.
    _folder: Option<TempDir>,
    _postgres: Option<postgres::Database>,
}

/// What every test's database is cloned from.
pub struct Template {
    keys: OnceLock<Keys>,
    sqlite: OnceCell<TemplateFile>,
    postgres: OnceCell<String>,
}

struct TemplateFile {
    path: PathBuf,
    _folder: TempDir,
}

impl Template {
    /// A template that is filled when first cloned.
    pub const fn new() -> Template {
        Template {
            keys: OnceLock::new(),
            sqlite: OnceCell::const_new(),
            postgres: OnceCell::const_new(),
        }
    }

    /// The keys of the template and all its clones.
    pub fn keys(&self) -> Keys {
        self.keys
            .get_or_init(|| Keys::random().expect("random bytes"))
            .clone()
    }

    /// A clone on `on`. The first one fills the template with `fill`; `None` when there is no
    /// server to run on, which has been said on the terminal.
    ///
    /// # Panics
    /// When the database can't be made, and in CI when there is no server.
    pub async fn clone_on<F>(&self, on: On, fill: impl FnOnce(Db) -> F) -> Option<TestDatabase>
    where
        F: Future<Output = ()>,
    {
        match on {
            On::Sqlite => Some(self.clone_file(fill).await),
            On::Postgres => self.clone_postgres(fill).await,
        }
    }

    async fn clone_file<F: Future<Output = ()>>(&self, fill: impl FnOnce(Db) -> F) -> TestDatabase {
        let template = self
            .sqlite
            .get_or_init(async || {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let path = folder.path().join("template.db");
                // Dropping the last connection writes the log back into the one file.
                fill(self.open(Backend::Sqlite { path: path.clone() })).await;
                TemplateFile {
                    path,
                    _folder: folder,
                }
            })
            .await;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("anju.db");
        std::fs::copy(&template.path, &path).expect("the template can be copied");
        let backend = Backend::Sqlite { path };
        TestDatabase {
            db: self.open(backend.clone()),
            backend,
            _folder: Some(folder),
            _postgres: None,
        }
    }

    async fn clone_postgres<F: Future<Output = ()>>(
        &self,
        fill: impl FnOnce(Db) -> F,
    ) -> Option<TestDatabase> {
        let server = postgres::Server::named_by_environment()?;
        let template = self
            .postgres
            .get_or_init(async || {
                let database = server.create_template().await;
                fill(self.open(database.backend())).await;
                server.close_connections(database.name()).await;
                database.keep()
            })
            .await;
        let database = server.create_from(template).await;
        let backend = database.backend();
        Some(TestDatabase {
            db: self.open(backend.clone()),
            backend,
            _folder: None,
            _postgres: Some(database),
        })
    }

    fn open(&self, backend: Backend) -> Db {
        let config = Config {
            backend,
            connections: CONNECTIONS,
        };
        Db::open(&config, self.keys()).expect("the test's database opens")
    }
}

/// Prints what the product logs as broken with the output of the test that met it, so that a failed
/// test says why an answer was `internal_error`.
pub fn tell_what_breaks() {
    static TOLD: Once = Once::new();
    TOLD.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(LevelFilter::ERROR)
            .with_ansi(false)
            .with_test_writer()
            .init();
    });
}

impl Default for Template {
    fn default() -> Self {
        Template::new()
    }
}

/// Declares a test that runs on both databases, as `name::sqlite` and `name::postgres`. Its
/// argument is made by `<Type>::on(testkit::On) -> Option<Type>`.
#[macro_export]
macro_rules! both {
    ($($(#[$meta:meta])* async fn $name:ident($argument:ident: $type:ty) $body:block)*) => {$(
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn check($argument: $type) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                $crate::tell_what_breaks();
                check(<$type>::on($crate::On::Sqlite).await.unwrap()).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                $crate::tell_what_breaks();
                if let Some(argument) = <$type>::on($crate::On::Postgres).await {
                    check(argument).await;
                }
            }
        }
    )*};
}
