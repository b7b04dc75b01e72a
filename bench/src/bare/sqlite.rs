//! SQLite by rusqlite, with the pragmas that `db` sets.

use std::path::Path;
use std::time::Duration;

use rusqlite::types::Value;

use crate::Result;

pub(crate) struct Connection(rusqlite::Connection);

impl Connection {
    pub(crate) fn open(ours: &Path, copies: &Path) -> Result<Connection> {
        let connection = rusqlite::Connection::open_in_memory()?;
        connection.busy_timeout(Duration::from_secs(30))?;
        let path = |path: &Path| path.display().to_string();
        connection.execute("ATTACH ?1 AS public", [path(ours)])?;
        connection.execute("ATTACH ?1 AS bare", [path(copies)])?;
        connection.pragma_update(None, "foreign_keys", false)?;
        for schema in ["public", "bare"] {
            connection.pragma_update(Some(schema), "journal_mode", "WAL")?;
            connection.pragma_update(Some(schema), "synchronous", "FULL")?;
            // What `db` gives its writer.
            connection.pragma_update(Some(schema), "cache_size", -65_536)?;
        }
        Ok(Connection(connection))
    }

    pub(crate) fn batch(&self, script: &str) -> Result {
        Ok(self.0.execute_batch(script)?)
    }

    pub(crate) fn copy_shape(&self, table: &str) -> Result {
        self.batch(&format!("DROP TABLE IF EXISTS bare.{table}"))?;
        let texts = self.texts(&format!(
            "SELECT sql FROM public.sqlite_master WHERE tbl_name = '{table}' AND sql IS NOT NULL \
             ORDER BY type DESC"
        ))?;
        for text in texts {
            let kinds = ["CREATE TABLE ", "CREATE INDEX ", "CREATE UNIQUE INDEX "];
            let kind = kinds.into_iter().find(|kind| text.starts_with(kind));
            let kind = kind.ok_or_else(|| format!("how to copy {text}"))?;
            self.batch(&format!("{kind}bare.{}", &text[kind.len()..]))?;
        }
        Ok(())
    }

    pub(crate) fn numbers(&self, query: &str) -> Result<Vec<i64>> {
        let mut statement = self.0.prepare(query)?;
        let columns = statement.column_count();
        let numbers = statement.query_row([], |row| {
            (0..columns)
                .map(|column| Ok(row.get::<_, Option<i64>>(column)?.unwrap_or(0)))
                .collect()
        })?;
        Ok(numbers)
    }

    pub(crate) fn rows(&self, query: &str) -> Result<Vec<Vec<Value>>> {
        let mut statement = self.0.prepare(query)?;
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| {
            (0..columns).map(|column| row.get(column)).collect()
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    pub(crate) fn load(&mut self, table: &str, rows: Vec<Vec<Value>>) -> Result {
        let columns = rows.first().map_or(0, Vec::len);
        let marks = vec!["?"; columns].join(", ");
        let transaction = self.0.transaction()?;
        {
            let insert = format!("INSERT INTO bare.{table} VALUES ({marks})");
            let mut statement = transaction.prepare(&insert)?;
            for row in rows {
                statement.execute(rusqlite::params_from_iter(row))?;
            }
        }
        Ok(transaction.commit()?)
    }

    pub(crate) fn settle(&self) -> Result {
        self.batch("ANALYZE public; ANALYZE bare")?;
        self.checkpoint()
    }

    pub(crate) fn checkpoint(&self) -> Result {
        for schema in ["public", "bare"] {
            self.0.query_row(
                &format!("PRAGMA {schema}.wal_checkpoint(TRUNCATE)"),
                [],
                |_| Ok(()),
            )?;
        }
        Ok(())
    }

    pub(crate) fn explain(&self, sql: &str) -> Result<String> {
        let mut statement = self.0.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let unknown = vec![Value::Null; statement.parameter_count()];
        let lines = statement.query_map(rusqlite::params_from_iter(unknown), |row| {
            row.get::<_, String>(3)
        })?;
        Ok(lines.collect::<rusqlite::Result<Vec<_>>>()?.join("\n"))
    }

    fn texts(&self, query: &str) -> Result<Vec<String>> {
        let mut statement = self.0.prepare(query)?;
        let texts = statement.query_map([], |row| row.get(0))?;
        Ok(texts.collect::<rusqlite::Result<_>>()?)
    }
}
