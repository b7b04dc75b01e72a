//! The rows of a file, whatever kind it is of.

use crate::delimited::DelimitedRows;
use crate::worksheet::WorksheetRows;
use crate::{Error, Row};

/// The rows of a file that hold something, in order. After an error there are no more.
pub struct Rows<'a>(Inner<'a>);

enum Inner<'a> {
    Worksheet(Box<WorksheetRows<'a>>),
    Delimited(Box<DelimitedRows<'a>>),
}

/// How far the reading of a file's rows has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub read_bytes: u64,
    /// Bytes there are.
    pub total_bytes: u64,
}

impl<'a> Rows<'a> {
    pub(crate) fn of_worksheet(rows: WorksheetRows<'a>) -> Self {
        Self(Inner::Worksheet(Box::new(rows)))
    }

    pub(crate) fn of_delimited(rows: DelimitedRows<'a>) -> Self {
        Self(Inner::Delimited(Box::new(rows)))
    }

    /// The name of the sheet being read; a text file has none.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match &self.0 {
            Inner::Worksheet(rows) => Some(rows.sheet()),
            Inner::Delimited(_) => None,
        }
    }

    /// Whether this column (from 0) is hidden.
    #[must_use]
    pub fn hides(&self, column: u16) -> bool {
        match &self.0 {
            Inner::Worksheet(rows) => rows.hides(column),
            Inner::Delimited(_) => false,
        }
    }

    /// How far the reading has come. Programs write no reliable number of rows into a file, so it
    /// is told in bytes.
    #[must_use]
    pub fn progress(&self) -> Progress {
        match &self.0 {
            Inner::Worksheet(rows) => rows.progress(),
            Inner::Delimited(rows) => rows.progress(),
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            Inner::Worksheet(rows) => rows.next(),
            Inner::Delimited(rows) => rows.next(),
        }
    }
}
