//! The databases without the product: one text for both, run by their own drivers.
//!
//! Ours is seen as schema `public`, the copies of its tables as `bare`. On PostgreSQL both lie in one
//! database; on SQLite the copies lie in a file of their own, attached beside ours.

mod postgres;
mod sqlite;

use std::path::Path;

pub(crate) use postgres::Database as PostgresDatabase;
pub(crate) use postgres::version as postgres_version;

use crate::Result;

/// A connection past the product.
pub(crate) enum Bare {
    Sqlite(sqlite::Connection),
    Postgres(postgres::Connection),
}

/// Rows read out, to be loaded elsewhere.
pub(crate) enum Rows {
    Sqlite(Vec<Vec<rusqlite::types::Value>>),
    Postgres(Vec<bytes::Bytes>),
}

impl Bare {
    pub(crate) fn sqlite(ours: &Path, copies: &Path) -> Result<Bare> {
        Ok(Bare::Sqlite(sqlite::Connection::open(ours, copies)?))
    }

    pub(crate) async fn postgres(url: &str) -> Result<Bare> {
        Ok(Bare::Postgres(postgres::Connection::open(url).await?))
    }

    /// Makes a copy of each table, with its keys and indexes and without foreign keys, in the place
    /// of an earlier one; with its rows if wanted.
    pub(crate) async fn copy_tables(&self, tables: &[&str], with_rows: bool) -> Result {
        for table in tables {
            match self {
                Bare::Sqlite(connection) => connection.copy_shape(table)?,
                Bare::Postgres(connection) => connection.copy_shape(table).await?,
            }
            if with_rows {
                let copy = format!("INSERT INTO bare.{table} SELECT * FROM public.{table}");
                self.batch(&copy).await?;
            }
        }
        Ok(())
    }

    /// Runs a script of several statements, outside a transaction of its own making.
    pub(crate) async fn batch(&self, script: &str) -> Result {
        match self {
            Bare::Sqlite(connection) => connection.batch(script),
            Bare::Postgres(connection) => connection.batch(script).await,
        }
    }

    /// Runs a script as one transaction.
    pub(crate) async fn transact(&self, script: &str) -> Result {
        self.batch(&format!("BEGIN;\n{script}\nCOMMIT;")).await
    }

    /// The whole numbers of the one row that a query answers; missing ones are 0.
    pub(crate) async fn numbers(&self, query: &str) -> Result<Vec<i64>> {
        match self {
            Bare::Sqlite(connection) => connection.numbers(query),
            Bare::Postgres(connection) => connection.numbers(query).await,
        }
    }

    /// Reads the rows of a query into memory.
    pub(crate) async fn read(&self, query: &str) -> Result<Rows> {
        match self {
            Bare::Sqlite(connection) => Ok(Rows::Sqlite(connection.rows(query)?)),
            Bare::Postgres(connection) => Ok(Rows::Postgres(connection.rows(query).await?)),
        }
    }

    /// Loads rows that were read into a copy, in one transaction: a prepared insert a row, or COPY.
    pub(crate) async fn load(&mut self, table: &str, rows: Rows) -> Result {
        match (self, rows) {
            (Bare::Sqlite(connection), Rows::Sqlite(rows)) => connection.load(table, rows),
            (Bare::Postgres(connection), Rows::Postgres(rows)) => {
                connection.load(table, rows).await
            }
            _ => Err("rows of another database".into()),
        }
    }

    /// Statistics as hours of running would have made them, and nothing left to be written later
    /// in the time of others.
    pub(crate) async fn settle(&self) -> Result {
        match self {
            Bare::Sqlite(connection) => connection.settle(),
            Bare::Postgres(connection) => connection.batch("VACUUM ANALYZE; CHECKPOINT").await,
        }
    }

    /// Writes out what waits, so that nobody pays for another's pages.
    pub(crate) async fn checkpoint(&self) -> Result {
        match self {
            Bare::Sqlite(connection) => connection.checkpoint(),
            Bare::Postgres(connection) => connection.batch("CHECKPOINT").await,
        }
    }

    /// How the planner would run a statement whose parameters it doesn't know.
    pub(crate) async fn explain(&self, sql: &str) -> Result<String> {
        match self {
            Bare::Sqlite(connection) => connection.explain(sql),
            Bare::Postgres(connection) => connection.explain(sql).await,
        }
    }
}
