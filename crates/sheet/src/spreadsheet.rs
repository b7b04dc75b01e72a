//! A file that somebody sends as a spreadsheet, told by its content and never by its name.

use std::io::{Read, Seek, SeekFrom};

use crate::delimited::Delimited;
use crate::foreign::{self, Container, Foreign};
use crate::package::Source;
use crate::workbook::Workbook;
use crate::{Error, HeaderSpec, Limits, Note, Rows, Sheet, Table};

/// The kind of a file is told from so many bytes.
const HEAD_BYTES: u64 = 8 << 10;

/// An open spreadsheet within its [`Limits`]: an Excel workbook, with macros (`.xlsm`, which are
/// never looked at) or without, or delimited text (`.csv`).
pub struct Spreadsheet(Content);

enum Content {
    Workbook(Box<Workbook>),
    Text(Box<Delimited>),
}

impl Spreadsheet {
    /// Opens a spreadsheet.
    ///
    /// All parts of a workbook are inflated once to measure them and all of a text is decoded once
    /// to tell its encoding, so this takes about a third of the time of reading the rows. Call it
    /// off the asynchronous threads.
    ///
    /// # Errors
    /// Every [`Error`] about the file as a whole: what it is instead of a spreadsheet, its size,
    /// its parts, its characters.
    pub fn open(source: impl Read + Seek + Send + 'static, limits: &Limits) -> Result<Self, Error> {
        let mut source: Box<dyn Source> = Box::new(source);
        let size_bytes = source.seek(SeekFrom::End(0))?;
        if size_bytes == 0 {
            return Err(Error::Empty);
        }
        if size_bytes > limits.file_bytes {
            return Err(Error::FileTooLarge {
                limit_bytes: limits.file_bytes,
            });
        }
        source.seek(SeekFrom::Start(0))?;
        let mut head = Vec::new();
        source.by_ref().take(HEAD_BYTES).read_to_end(&mut head)?;
        Ok(Self(match foreign::container(&head) {
            Container::Zip => Content::Workbook(Box::new(Workbook::open(source, limits)?)),
            Container::Text => {
                Content::Text(Box::new(Delimited::open(source, size_bytes, limits)?))
            }
            Container::Ole2 => {
                let foreign = foreign::ole2(&mut source)?;
                return Err(foreign.map_or(Error::Encrypted, Error::Foreign));
            }
            Container::Other(foreign) => return Err(Error::Foreign(foreign)),
        }))
    }

    /// The sheets of cells, in the order of their tabs; a text has none.
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        match &self.0 {
            Content::Workbook(workbook) => workbook.sheets(),
            Content::Text(_) => &[],
        }
    }

    /// The records below the header, with what its sender should know of the reading.
    ///
    /// Of a workbook the first visible sheet with the header is read. Hidden sheets are read only
    /// where no visible one holds anything: what is hidden was put aside.
    ///
    /// Looking at the first rows of every sheet inflates no more than [`Limits::inflated_bytes`],
    /// and reading the sheet found from its beginning as much again.
    ///
    /// # Errors
    /// [`Error::NoData`] if no sheet holds anything; where no sheet has the header, the error of
    /// the one that comes nearest; [`Foreign::Text`] for a text of words without columns; what
    /// reading a first row can meet.
    pub fn table(&mut self, spec: &HeaderSpec<'_>) -> Result<Table<Rows<'_>>, Error> {
        let is_words = matches!(&self.0, Content::Text(text) if !text.is_delimited());
        let (rows, notes) = match &mut self.0 {
            Content::Workbook(workbook) => {
                let (index, notes) = workbook.sheet_with(spec)?;
                (workbook.rows_at(index)?, notes)
            }
            Content::Text(text) => {
                let encoding = text.encoding();
                (text.rows()?, vec![Note::Text { encoding }])
            }
        };
        Table::noted(rows, spec, notes).map_err(|error| match error {
            Error::NoHeader { .. } if is_words => Error::Foreign(Foreign::Text),
            error => error,
        })
    }

    /// All rows: of a text, or of the first visible sheet that holds anything.
    ///
    /// # Errors
    /// [`Error::NoData`] if none does; what reading a first row can meet.
    pub fn rows(&mut self) -> Result<Rows<'_>, Error> {
        match &mut self.0 {
            Content::Workbook(workbook) => workbook.rows(),
            Content::Text(text) => text.rows(),
        }
    }

    /// All rows of the sheet with this name, visible or not.
    ///
    /// # Errors
    /// [`Error::NoSheet`], [`Error::Broken`].
    pub fn rows_of(&mut self, name: &str) -> Result<Rows<'_>, Error> {
        match &mut self.0 {
            Content::Workbook(workbook) => workbook.rows_of(name),
            Content::Text(_) => Err(Error::NoSheet {
                name: name.to_owned(),
            }),
        }
    }
}
