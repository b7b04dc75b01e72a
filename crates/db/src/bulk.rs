//! Bulk loads: COPY on PostgreSQL, a prepared insert on SQLite.

use std::marker::PhantomData;

use crate::row::{Field, Params};
use crate::value::Kind;

/// A table's columns to be loaded with rows `R`, the centre first and not part of `R`.
pub struct Bulk<R> {
    pub(crate) info: BulkInfo,
    rows: PhantomData<fn(R)>,
}

#[derive(Clone, Copy)]
pub(crate) struct BulkInfo {
    pub(crate) table: &'static str,
    pub(crate) columns: &'static [&'static str],
    pub(crate) kinds: &'static [Kind],
}

impl<R: Params> Bulk<R> {
    /// A load of `columns` (in the order of `R`'s fields, without `centre_id`) into `table`.
    ///
    /// # Panics
    /// When `R` has another number of fields; in a constant, that is when it is compiled.
    pub const fn new(table: &'static str, columns: &'static [&'static str]) -> Bulk<R> {
        assert!(columns.len() == R::KINDS.len(), "as many columns as fields");
        Bulk {
            info: BulkInfo {
                table,
                columns,
                kinds: R::KINDS,
            },
            rows: PhantomData,
        }
    }
}

impl<R: Params + Field> Bulk<R> {
    /// A load into `table`, whose columns have the names of `R`'s fields.
    pub const fn of(table: &'static str) -> Bulk<R> {
        Bulk::new(table, R::COLUMNS)
    }
}

impl BulkInfo {
    pub(crate) fn insert_sql(&self) -> String {
        let marks: Vec<String> = (1..=self.columns.len() + 1)
            .map(|n| format!("${n}"))
            .collect();
        format!(
            "INSERT INTO {} (centre_id, {}) VALUES ({})",
            self.table,
            self.columns.join(", "),
            marks.join(", ")
        )
    }

    pub(crate) fn copy_sql(&self) -> String {
        format!(
            "COPY {} (centre_id, {}) FROM STDIN BINARY",
            self.table,
            self.columns.join(", ")
        )
    }
}
