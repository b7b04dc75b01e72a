//! PostgreSQL by tokio-postgres.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU32, Ordering};

use bytes::Bytes;
use futures_util::{SinkExt as _, TryStreamExt as _};
use tokio_postgres::{Client, NoTls, SimpleQueryMessage};

use crate::Result;

pub(crate) struct Connection(Client);

/// A database made for one centre.
pub(crate) struct Database {
    server: String,
    name: String,
}

impl Database {
    pub(crate) async fn create(server: &str) -> Result<Database> {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("anju_bench_{}_{number}", std::process::id());
        let connection = Connection::open(server).await?;
        let create = format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
        connection.batch(&create).await?;
        Ok(Database {
            server: server.to_owned(),
            name,
        })
    }

    /// Its address: the server's with this database's name.
    pub(crate) fn url(&self) -> String {
        let place = self.server.rsplit_once('/');
        let server = place.map_or(self.server.as_str(), |(server, _)| server);
        format!("{server}/{}", self.name)
    }

    /// Lets it stay.
    pub(crate) fn keep(mut self) {
        println!("kept: {}", self.url());
        self.name.clear();
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if self.name.is_empty() {
            return;
        }
        let server = self.server.clone();
        let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        // The runtime may be ending: a thread with its own does the last step.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
            runtime.block_on(async { Connection::open(&server).await?.batch(&drop).await })
        });
        match dropped.join() {
            Ok(Ok(())) => {}
            Ok(Err(failure)) => eprintln!("a database could not be removed: {failure}"),
            Err(_) => eprintln!("a database could not be removed"),
        }
    }
}

impl Connection {
    pub(crate) async fn open(url: &str) -> Result<Connection> {
        let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
        // Ends with the client; what it would tell the next statement tells too.
        drop(tokio::spawn(connection));
        Ok(Connection(client))
    }

    /// A script is sent statement by statement, because a checkpoint stands in no transaction.
    pub(crate) async fn batch(&self, script: &str) -> Result {
        for statement in statements(script) {
            self.0
                .batch_execute(&statement)
                .await
                .map_err(|error| told(&error, &statement))?;
        }
        Ok(())
    }

    pub(crate) async fn copy_shape(&self, table: &str) -> Result {
        self.batch("CREATE SCHEMA IF NOT EXISTS bare").await?;
        let options = self
            .texts(&format!(
                "SELECT unnest(reloptions) FROM pg_class WHERE oid = 'public.{table}'::regclass"
            ))
            .await?;
        let options = if options.is_empty() {
            String::new()
        } else {
            format!(" WITH ({})", options.join(", "))
        };
        self.batch(&format!(
            "DROP TABLE IF EXISTS bare.{table}; \
             CREATE TABLE bare.{table} (LIKE public.{table} INCLUDING ALL){options}"
        ))
        .await
    }

    pub(crate) async fn numbers(&self, query: &str) -> Result<Vec<i64>> {
        let row = self
            .0
            .query_one(query, &[])
            .await
            .map_err(|error| told(&error, query))?;
        (0..row.len())
            .map(|column| Ok(row.try_get::<_, Option<i64>>(column)?.unwrap_or(0)))
            .collect()
    }

    pub(crate) async fn rows(&self, query: &str) -> Result<Vec<Bytes>> {
        let copy = format!("COPY ({query}) TO STDOUT BINARY");
        Ok(self.0.copy_out(&copy).await?.try_collect().await?)
    }

    pub(crate) async fn load(&mut self, table: &str, rows: Vec<Bytes>) -> Result {
        let transaction = self.0.transaction().await?;
        let copy = format!("COPY bare.{table} FROM STDIN BINARY");
        let sink = transaction.copy_in::<_, Bytes>(&copy).await?;
        tokio::pin!(sink);
        for piece in rows {
            sink.feed(piece).await?;
        }
        sink.finish().await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn explain(&self, sql: &str) -> Result<String> {
        let marks = (1..)
            .take_while(|mark| sql.contains(&format!("${mark}")))
            .count();
        let nulls = vec!["NULL"; marks].join(", ");
        let call = if marks == 0 {
            String::new()
        } else {
            format!("({nulls})")
        };
        self.batch("DEALLOCATE ALL; SET plan_cache_mode = force_generic_plan")
            .await?;
        let prepare = format!("PREPARE asked AS {sql}");
        self.0
            .batch_execute(&prepare)
            .await
            .map_err(|error| told(&error, ""))?;
        Ok(self
            .texts(&format!("EXPLAIN EXECUTE asked{call}"))
            .await?
            .join("\n"))
    }

    async fn texts(&self, query: &str) -> Result<Vec<String>> {
        let messages = self
            .0
            .simple_query(query)
            .await
            .map_err(|error| told(&error, query))?;
        let rows = messages.iter().filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
            _ => None,
        });
        Ok(rows.collect())
    }
}

/// The server's version and what matters of its settings.
pub(crate) async fn version(url: &str) -> Result<String> {
    let connection = Connection::open(url).await?;
    let mut text = String::from("PostgreSQL");
    let _ = write!(
        text,
        " {}",
        connection.texts("SHOW server_version").await?.join("")
    );
    for setting in ["fsync", "synchronous_commit", "shared_buffers"] {
        let value = connection.texts(&format!("SHOW {setting}")).await?.join("");
        let _ = write!(text, " {setting}={value}");
    }
    Ok(text)
}

/// The statements of a script; none of ours holds a semicolon in a text.
fn statements(script: &str) -> Vec<String> {
    let lines = script.lines().filter(|line| !line.starts_with("--"));
    let text = lines.collect::<Vec<_>>().join("\n");
    let parts = text.split(';').map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

fn told(error: &tokio_postgres::Error, sql: &str) -> String {
    let why = error
        .as_db_error()
        .map_or_else(|| error.to_string(), ToString::to_string);
    format!("{why}\n{sql}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_its_statements_without_comments() {
        let script = "-- why; and how\nBEGIN;\nINSERT INTO a\n SELECT 1;\n;\nCOMMIT;";
        assert_eq!(
            statements(script),
            ["BEGIN", "INSERT INTO a\n SELECT 1", "COMMIT"]
        );
    }
}
