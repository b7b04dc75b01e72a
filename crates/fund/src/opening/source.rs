//! Reading one file: its SM3, and its rows as texts by column.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use db::Digest32;
use kernel::{Broken, Error, Refusal, Result};
use sheet::{Limits, Row, Spreadsheet};

use super::tables::{Column, TableFile};

/// What is told of a national table has no bound but the centre's size: rows are read one by one.
const LIMITS: Limits = Limits {
    file_bytes: u64::MAX,
    rows: usize::MAX,
    inflated_bytes: 4 << 30,
    entries: 1_000,
    columns: 256,
    cell_chars: 1_000,
    shared_strings_bytes: 128 << 20,
};

/// A file that is there.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) table: &'static TableFile,
    path: PathBuf,
    pub(super) sm3: Digest32,
}

impl Source {
    /// Looks at a file: its digest. `None` when the folder hasn't got it.
    ///
    /// # Errors
    /// Broken when it can't be read.
    pub(super) fn find(folder: &Path, table: &'static TableFile) -> Result<Option<Source>> {
        let path = folder.join(table.file);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(table, error)),
        };
        let sm3 = Digest32::of_reader(&mut BufReader::new(file));
        Ok(Some(Source {
            table,
            path,
            sm3: sm3.map_err(|error| unreadable(table, error))?,
        }))
    }

    /// Opens it: its encoding is told from all of it.
    ///
    /// # Errors
    /// The refusals of [`Spreadsheet::open`], naming the file.
    pub(super) fn open(&self) -> Result<Opened> {
        let table = self.table;
        let file = File::open(&self.path).map_err(|error| unreadable(table, error))?;
        let spreadsheet =
            Spreadsheet::open(file, &LIMITS).map_err(|error| refused(table, error))?;
        Ok(Opened { table, spreadsheet })
    }
}

/// A file being read.
pub(super) struct Opened {
    table: &'static TableFile,
    spreadsheet: Spreadsheet,
}

impl Opened {
    /// Its rows below the header.
    ///
    /// # Errors
    /// `opening_column_missing` naming the columns that the header lacks.
    pub(super) fn rows(&mut self) -> Result<Rows<'_>> {
        let table = self.table;
        let mut rows = self
            .spreadsheet
            .rows()
            .map_err(|error| refused(table, error))?;
        let header = rows.next().transpose();
        let header = header.map_err(|error| refused(table, error))?;
        let places = places(table, header.as_ref())?;
        Ok(Rows {
            table,
            places,
            rows,
        })
    }
}

/// Where each column of the table stands in the file.
fn places(table: &'static TableFile, header: Option<&Row>) -> Result<Vec<Option<u16>>> {
    let cells = header.map_or(&[][..], |row| &row.cells);
    let place = |column: &Column| {
        let named = cells.iter().find(|cell| {
            let found = cell.text.trim();
            found.eq_ignore_ascii_case(column.key) || found == column.name
        });
        named.map(|cell| cell.column)
    };
    let places: Vec<Option<u16>> = table.columns.iter().map(place).collect();
    let missing: Vec<String> = table
        .columns
        .iter()
        .zip(&places)
        .filter(|(column, place)| column.required && place.is_none())
        .map(|(column, _)| format!("{}（{}）", column.name, column.key))
        .collect();
    if missing.is_empty() {
        return Ok(places);
    }
    let sentence = format!(
        "{}{}缺少这些列：{}",
        table.file,
        table.title,
        missing.join("、")
    );
    Err(Refusal::invalid("opening_column_missing", sentence)
        .at(table.file)
        .into())
}

/// The rows of a file.
pub(super) struct Rows<'a> {
    table: &'static TableFile,
    places: Vec<Option<u16>>,
    rows: sheet::Rows<'a>,
}

/// A row: the texts of the table's columns without the spaces around them, empty where the file has
/// none.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) line: u64,
    texts: Vec<String>,
}

impl Record {
    /// The text of the table's `index`th column.
    pub(super) fn text(&self, index: usize) -> &str {
        self.texts.get(index).map_or("", String::as_str)
    }
}

impl Rows<'_> {
    /// The next row that holds anything.
    ///
    /// # Errors
    /// The refusals of the rows, naming the file.
    pub(super) fn next(&mut self) -> Result<Option<Record>> {
        let row = self.rows.next().transpose();
        let row = row.map_err(|error| refused(self.table, error))?;
        Ok(row.map(|row| {
            let text = |place: &Option<u16>| {
                let cell = place.and_then(|place| row.cell(place));
                cell.map_or_else(String::new, |cell| cell.text.trim().to_owned())
            };
            Record {
                line: u64::from(row.number),
                texts: self.places.iter().map(text).collect(),
            }
        }))
    }
}

fn unreadable(table: &TableFile, error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Broken::caused_by(table.file, error).into()
}

/// What is wrong with a file as a whole, with its name.
fn refused(table: &TableFile, error: sheet::Error) -> Error {
    if let sheet::Error::Io(_) = error {
        return unreadable(table, error);
    }
    let sentence = format!("{}：{}", table.file, error.sentence());
    Refusal::invalid(error.code(), sentence)
        .at(table.file)
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::opening::tables::PAID_MONTHS;

    fn written(bytes: &[u8]) -> (tempfile::TempDir, Source) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(PAID_MONTHS.file), bytes).unwrap();
        let source = Source::find(folder.path(), &PAID_MONTHS).unwrap().unwrap();
        (folder, source)
    }

    fn texts(source: &Source) -> Vec<(u64, Vec<String>)> {
        let mut opened = source.open().unwrap();
        let mut rows = opened.rows().unwrap();
        let mut all = Vec::new();
        while let Some(record) = rows.next().unwrap() {
            all.push((record.line, record.texts));
        }
        all
    }

    #[test]
    fn a_file_is_read_in_either_encoding_under_either_name_of_a_column() {
        let text = "终止年月,grzh,备注,QSNY\r\n202412, 1001 ,\"张三，李四\",202401\r\n,,,\r\n202410,1002,,202409\r\n";
        // The same in GB18030: 终止年月, 备注, 张三，李四.
        let gb18030 = b"\xD6\xD5\xD6\xB9\xC4\xEA\xD4\xC2,grzh,\xB1\xB8\xD7\xA2,QSNY\r\n202412, 1001 ,\"\xD5\xC5\xC8\xFD\xA3\xAC\xC0\xEE\xCB\xC4\",202401\r\n,,,\r\n202410,1002,,202409\r\n";
        let marked = format!("\u{FEFF}{text}");
        for bytes in [text.as_bytes(), marked.as_bytes(), gb18030.as_slice()] {
            let (_folder, source) = written(bytes);
            assert_eq!(source.sm3, Digest32::of(bytes));
            let row = |texts: [&str; 4]| texts.map(str::to_owned).to_vec();
            assert_eq!(
                texts(&source),
                [
                    (2, row(["1001", "202401", "202412", ""])),
                    (4, row(["1002", "202409", "202410", ""])),
                ]
            );
        }
    }

    #[test]
    fn a_column_that_is_missing_is_named() {
        let (_folder, source) = written("个人账号,起始年月\n".as_bytes());
        let error = source.open().unwrap().rows().err().unwrap();
        let refusal = error.refusal().unwrap();
        assert_eq!(refusal.code(), "opening_column_missing");
        assert!(refusal.sentence().contains("终止年月（ZZNY）"));
    }

    #[test]
    fn a_file_that_is_no_text_is_named() {
        let (_folder, source) = written(b"");
        let error = source.open().err().unwrap();
        let refusal = error.refusal().unwrap();
        assert_eq!(refusal.code(), "sheet_empty_file");
        assert!(refusal.sentence().contains("paid_months.csv"));
    }
}
