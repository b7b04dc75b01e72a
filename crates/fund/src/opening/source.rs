//! Reading one file: which encoding it is in, its SM3, and its rows as texts by column.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use csv::ByteRecord;
use db::Digest32;
use encoding_rs::GB18030;
use kernel::{Broken, Error, Refusal, Result};

use super::tables::TableFile;

/// A file that is there.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) table: &'static TableFile,
    path: PathBuf,
    pub(super) sm3: Digest32,
    utf8: bool,
}

impl Source {
    /// Looks at a file once: its digest, and whether all of it is UTF-8; else it is GB18030. `None`
    /// when the folder hasn't got it.
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
        let mut looked_at = Utf8::of(BufReader::new(file));
        let sm3 = Digest32::of_reader(&mut looked_at).map_err(|error| unreadable(table, error))?;
        let utf8 = looked_at.is_whole();
        Ok(Some(Source {
            table,
            path,
            sm3,
            utf8,
        }))
    }

    /// Its rows.
    ///
    /// # Errors
    /// `opening_column_missing` naming the columns that the header lacks.
    pub(super) fn rows(&self) -> Result<Rows> {
        let table = self.table;
        let file = File::open(&self.path).map_err(|error| unreadable(table, error))?;
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .has_headers(true)
            .from_reader(BufReader::new(file));
        let header = reader
            .byte_headers()
            .map_err(|error| unreadable(table, error))?
            .iter()
            .map(|name| decoded(name, self.utf8).unwrap_or_default())
            .collect::<Vec<_>>();
        Ok(Rows {
            table,
            places: places(table, &header)?,
            utf8: self.utf8,
            reader,
        })
    }
}

/// Where each column of the table stands in the file.
fn places(table: &'static TableFile, header: &[String]) -> Result<Vec<Option<usize>>> {
    let plain = |name: &str| name.trim().trim_start_matches('\u{FEFF}').to_lowercase();
    let header: Vec<String> = header.iter().map(|name| plain(name)).collect();
    let place = |column: &super::tables::Column| {
        let (key, name) = (column.key.to_lowercase(), column.name);
        header
            .iter()
            .position(|found| *found == key || found == name)
    };
    let places: Vec<Option<usize>> = table.columns.iter().map(place).collect();
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
pub(super) struct Rows {
    pub(super) table: &'static TableFile,
    places: Vec<Option<usize>>,
    utf8: bool,
    reader: csv::Reader<BufReader<File>>,
}

/// A row: the texts of the table's columns without the spaces around them, empty where the file has
/// none.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) line: u64,
    texts: Vec<Option<String>>,
}

impl Record {
    /// The text of the table's `index`th column; `None` when it isn't in the file's encoding.
    pub(super) fn text(&self, index: usize) -> Option<&str> {
        self.texts.get(index)?.as_deref()
    }
}

impl Rows {
    /// The next row that holds anything.
    pub(super) fn next(&mut self) -> Result<Option<Record>> {
        let mut bytes = ByteRecord::new();
        loop {
            let more = self
                .reader
                .read_byte_record(&mut bytes)
                .map_err(|error| unreadable(self.table, error))?;
            if !more {
                return Ok(None);
            }
            if bytes.iter().any(|field| !field.trim_ascii().is_empty()) {
                let line = bytes.position().map_or(0, csv::Position::line);
                let text = |place: &Option<usize>| {
                    let field = place.and_then(|place| bytes.get(place));
                    field.map_or_else(|| Some(String::new()), |field| decoded(field, self.utf8))
                };
                let texts = self.places.iter().map(text).collect();
                return Ok(Some(Record { line, texts }));
            }
        }
    }
}

/// A field's text without the spaces around it. Fields are cut before they are decoded: no byte of a
/// character of GB18030 is a comma, a quote or a line's end.
fn decoded(field: &[u8], utf8: bool) -> Option<String> {
    let text = if utf8 {
        std::str::from_utf8(field).ok()?.trim().to_owned()
    } else {
        let text = GB18030.decode_without_bom_handling_and_without_replacement(field)?;
        text.trim().to_owned()
    };
    Some(text)
}

fn unreadable(table: &TableFile, error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Broken::caused_by(table.file, error).into()
}

/// Watches what is read through it for anything that isn't UTF-8.
struct Utf8<R> {
    inner: R,
    /// The beginning of a character whose rest comes next.
    rest: Vec<u8>,
    fine: bool,
}

impl<R> Utf8<R> {
    const fn of(inner: R) -> Self {
        Self {
            inner,
            rest: Vec::new(),
            fine: true,
        }
    }

    /// Whether all of it was, to the last character.
    fn is_whole(&self) -> bool {
        self.fine && self.rest.is_empty()
    }

    fn look(&mut self, bytes: &[u8]) {
        let mut held = std::mem::take(&mut self.rest);
        held.extend_from_slice(bytes);
        if let Err(error) = std::str::from_utf8(&held) {
            self.fine = error.error_len().is_none();
            self.rest = held.split_off(error.valid_up_to());
        }
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        if self.fine {
            self.look(&buffer[..count]);
        }
        Ok(count)
    }
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

    fn texts(source: &Source) -> Vec<(u64, Vec<Option<String>>)> {
        let mut rows = source.rows().unwrap();
        let mut all = Vec::new();
        while let Some(record) = rows.next().unwrap() {
            all.push((record.line, record.texts));
        }
        all
    }

    #[test]
    fn a_file_is_read_in_either_encoding_under_either_name_of_a_column() {
        let text = "终止年月,个人账号,备注,QSNY\r\n202412, 1001 ,\"张三，李四\",202401\r\n,,,\r\n202410,1002,,202409\r\n";
        let (gb, _, _) = GB18030.encode(text);
        let utf8 = format!("\u{FEFF}{text}");
        for bytes in [utf8.as_bytes(), gb.as_ref()] {
            let (_folder, source) = written(bytes);
            let row = |texts: [&str; 4]| texts.map(|text| Some(text.to_owned())).to_vec();
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
    fn a_character_cut_by_the_buffer_is_whole_and_half_a_one_is_not() {
        let text = "个人账号".repeat(5_000);
        let (_folder, source) = written(text.as_bytes());
        assert!(source.utf8);
        let (_folder, source) = written(&text.as_bytes()[..text.len() - 1]);
        assert!(!source.utf8);
        assert_eq!(source.sm3, Digest32::of(&text.as_bytes()[..text.len() - 1]));
    }

    #[test]
    fn a_column_that_is_missing_is_named() {
        let (_folder, source) = written("个人账号,起始年月\n".as_bytes());
        let error = source.rows().err().unwrap();
        let refusal = error.refusal().unwrap();
        assert_eq!(refusal.code(), "opening_column_missing");
        assert!(refusal.sentence().contains("终止年月（ZZNY）"));
    }
}
