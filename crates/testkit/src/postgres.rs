//! The PostgreSQL server of the tests: making databases and removing them.

use std::io::Write as _;
use std::sync::atomic::{AtomicU32, Ordering};

use db::Backend;
use tokio_postgres::NoTls;

/// The server that `TEST_PG_URL` names.
#[derive(Clone)]
pub(crate) struct Server {
    url: String,
}

/// A database of the tests, removed when dropped.
pub(crate) struct Database {
    server: Server,
    name: String,
}

impl Server {
    /// The server, or nothing after saying so.
    pub(crate) fn named_by_environment() -> Option<Server> {
        if let Ok(url) = std::env::var("TEST_PG_URL") {
            return Some(Server { url });
        }
        assert!(
            std::env::var_os("CI").is_none(),
            "TEST_PG_URL is not set, and in CI no test is skipped"
        );
        // Past the harness, which keeps what a passing test prints: nobody must think it ran.
        let _ = writeln!(
            std::io::stdout(),
            "skipped: on PostgreSQL, TEST_PG_URL is not set"
        );
        None
    }

    /// A new, empty database.
    pub(crate) async fn create_template(&self) -> Database {
        let name = fresh_name("template");
        self.run(&format!("CREATE DATABASE {name} TEMPLATE template0"))
            .await;
        Database {
            server: self.clone(),
            name,
        }
    }

    /// A new database that holds what `template` holds.
    pub(crate) async fn create_from(&self, template: &str) -> Database {
        let name = fresh_name("test");
        self.run(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
            .await;
        Database {
            server: self.clone(),
            name,
        }
    }

    /// Ends the connections to `name`: a template can't be cloned while someone is connected.
    pub(crate) async fn close_connections(&self, name: &str) {
        self.run(&format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        ))
        .await;
        // A terminated backend leaves a moment later; the clone would be refused until then.
        self.run(&format!(
            "DO $$ BEGIN FOR turn IN 1..200 LOOP \
             EXIT WHEN NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = '{name}'); \
             PERFORM pg_sleep(0.02); PERFORM pg_stat_clear_snapshot(); END LOOP; END $$"
        ))
        .await;
    }

    async fn run(&self, sql: &str) {
        let (client, connection) = tokio_postgres::connect(&self.url, NoTls)
            .await
            .expect("TEST_PG_URL answers");
        let running = tokio::spawn(connection);
        client.batch_execute(sql).await.expect(sql);
        drop(client);
        running
            .await
            .expect("the connection's task ends")
            .expect("the connection closes");
    }
}

impl Database {
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Where it is: the server's address with this database's name.
    pub(crate) fn backend(&self) -> Backend {
        let (server, _) = self
            .server
            .url
            .rsplit_once('/')
            .expect("the address names a database");
        Backend::Postgres {
            url: format!("{server}/{}", self.name),
            root_certificate: None,
        }
    }

    /// Its name, the database staying for as long as the server does.
    pub(crate) fn keep(mut self) -> String {
        std::mem::take(&mut self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if self.name.is_empty() {
            return;
        }
        let (server, name) = (self.server.clone(), std::mem::take(&mut self.name));
        // The test's runtime is ending: a thread with its own does the last step.
        let removed = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            runtime
                .expect("a runtime for one statement")
                .block_on(server.run(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")));
        })
        .join();
        if removed.is_err() {
            eprintln!("a test's database could not be removed");
        }
    }
}

fn fresh_name(kind: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    format!("anju_{kind}_{}_{number}", std::process::id())
}
