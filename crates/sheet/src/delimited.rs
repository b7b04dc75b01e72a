//! Delimited text: `.csv` and `.txt` files, by RFC 4180 with the separators and encodings that
//! spreadsheet programs save.
//!
//! The file is read once to tell its encoding and once for its rows; in memory are a piece of it
//! and the row at hand. What RFC 4180 doesn't allow is refused: a quote that is never closed would
//! silently make the people after it part of one cell.

use crate::cell::visible;
use crate::encoding::{Decoded, Reading};
use crate::number::Decimal;
use crate::package::Source;
use crate::{Cell, Encoding, Error, Kind, Limits, Progress, Row, Rows};

/// What separates the cells of a row; of equally frequent ones the first is taken.
const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];
/// The separator is told from so many lines.
const LINES_COUNTED: usize = 20;

/// A text file and how it is read.
pub(crate) struct Delimited {
    source: Box<dyn Source>,
    size_bytes: u64,
    reading: Reading,
    separator: u8,
    is_delimited: bool,
    limits: Limits,
}

impl Delimited {
    /// Looks at a whole text file.
    pub(crate) fn open(
        mut source: Box<dyn Source>,
        size_bytes: u64,
        limits: &Limits,
    ) -> Result<Self, Error> {
        let reading = Reading::of(&mut *source)?;
        let mut text = Decoded::new(&mut *source, reading)?;
        let first = text.fill()?;
        let separator = separator(first);
        let is_delimited = is_delimited(first, separator);
        Ok(Self {
            source,
            size_bytes,
            reading,
            separator,
            is_delimited,
            limits: limits.clone(),
        })
    }

    /// Whether its first lines look like rows of cells, and not like sentences.
    pub(crate) fn is_delimited(&self) -> bool {
        self.is_delimited
    }

    pub(crate) fn encoding(&self) -> Encoding {
        self.reading.encoding
    }

    /// The rows from the beginning.
    pub(crate) fn rows(&mut self) -> Result<Rows<'_>, Error> {
        Ok(Rows::of_delimited(DelimitedRows {
            text: Decoded::new(&mut *self.source, self.reading)?,
            size_bytes: self.size_bytes,
            separator: self.separator,
            limits: &self.limits,
            number: 1,
            given: 0,
            ended: false,
        }))
    }
}

/// The separator that stands most often outside quotes in the first lines. There are more columns
/// than amounts with thousands separators among them, so a comma in amounts doesn't mislead.
fn separator(text: &[u8]) -> u8 {
    let count = |separator: &u8| {
        let (mut quoted, mut lines, mut count) = (false, 0, 0_usize);
        for byte in text {
            match byte {
                b'"' => quoted = !quoted,
                b'\n' if !quoted => lines += 1,
                byte if !quoted && byte == separator => count += 1,
                _ => {}
            }
            if lines == LINES_COUNTED {
                break;
            }
        }
        count
    };
    // Of equal ones `max_by_key` takes the last.
    let most = SEPARATORS.iter().rev().max_by_key(|one| count(one));
    *most.expect("there are separators")
}

/// Whether most of the first lines that hold anything are of several cells: sentences have a comma
/// here and there, rows have one each.
fn is_delimited(text: &[u8], separator: u8) -> bool {
    let lines = text.split(|byte| *byte == b'\n');
    let lines = lines.filter(|line| !line.trim_ascii().is_empty());
    let (mut several, mut all) = (0, 0);
    for line in lines.take(LINES_COUNTED) {
        several += usize::from(line.contains(&separator));
        all += 1;
    }
    several * 2 > all
}

/// The rows of a text file that hold something, in order. After an error there are no more.
pub(crate) struct DelimitedRows<'a> {
    text: Decoded<'a>,
    size_bytes: u64,
    separator: u8,
    limits: &'a Limits,
    /// The row being read, from 1: as spreadsheet programs number it, which count a cell of
    /// several lines as one row.
    number: u32,
    given: usize,
    ended: bool,
}

impl DelimitedRows<'_> {
    pub(crate) fn progress(&self) -> Progress {
        Progress {
            read_bytes: self.text.read_bytes(),
            total_bytes: self.size_bytes,
        }
    }

    fn read(&mut self) -> Result<Option<Row>, Error> {
        loop {
            let mut cells = Vec::new();
            let mut column = 0;
            let end = loop {
                let (written, end) = self.written(column)?;
                cells.extend(self.cell(column, &written)?);
                column += 1;
                if end != End::Cell {
                    break end;
                }
            };
            let number = self.number;
            self.number += 1;
            if !cells.is_empty() {
                return self.give(number, cells).map(Some);
            }
            if end == End::Text {
                return Ok(None);
            }
        }
    }

    fn give(&mut self, number: u32, cells: Vec<Cell>) -> Result<Row, Error> {
        let limit = self.limits.rows;
        if self.given == limit {
            return Err(Error::TooManyRows { limit });
        }
        self.given += 1;
        Ok(Row {
            number,
            hidden: false,
            cells,
        })
    }

    /// The next cell as written, without its quotes, and how it ended.
    fn written(&mut self, column: usize) -> Result<(Vec<u8>, End), Error> {
        let row = self.number;
        // No character is longer than four bytes.
        let most_bytes = self.limits.cell_chars.saturating_mul(4);
        let mut open = OpenCell::default();
        loop {
            let text = self.text.fill()?;
            if text.is_empty() {
                let ended = (open.written, End::Text);
                return match open.place {
                    Place::Quoted => Err(Error::QuoteUnclosed { row }),
                    _ => Ok(ended),
                };
            }
            for (index, byte) in text.iter().enumerate() {
                match open.take(*byte, self.separator) {
                    Step::On if open.written.len() > most_bytes => {
                        // More lines than a cell may hold: a quote was forgotten somewhere.
                        return Err(if open.written.contains(&b'\n') {
                            Error::QuoteUnclosed { row }
                        } else {
                            self.too_long(column)
                        });
                    }
                    Step::On => {}
                    Step::Ended(end) => {
                        self.text.consume(index + 1);
                        return Ok((open.written, end));
                    }
                    Step::Misquoted => return Err(Error::QuoteUnclosed { row }),
                }
            }
            let length = text.len();
            self.text.consume(length);
        }
    }

    fn too_long(&self, column: usize) -> Error {
        Error::CellTooLong {
            row: self.number,
            column: u16::try_from(column).unwrap_or(u16::MAX),
            limit: self.limits.cell_chars,
        }
    }

    /// The cell that was written so, if it holds anything.
    fn cell(&self, column: usize, written: &[u8]) -> Result<Option<Cell>, Error> {
        let text = std::str::from_utf8(written).expect("decoded, and cut at ASCII characters");
        if text.trim().is_empty() {
            return Ok(None);
        }
        let fits = u16::try_from(column).ok();
        let Some(column) = fits.filter(|column| *column < self.limits.columns) else {
            return Err(Error::TooManyColumns {
                row: self.number,
                limit: self.limits.columns,
            });
        };
        if text.chars().nth(self.limits.cell_chars).is_some() {
            return Err(self.too_long(column.into()));
        }
        Ok(Some(cell(column, text)))
    }
}

impl Iterator for DelimitedRows<'_> {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let row = self.read().transpose();
        self.ended = !matches!(row, Some(Ok(_)));
        row
    }
}

/// What a text means. All of it is text, but for three things that spreadsheet programs do:
/// `="0123"` keeps a number text, another formula was never calculated, and `5.2E+17` is what is
/// left of a number of 18 digits in a cell too narrow for it.
fn cell(column: u16, text: &str) -> Cell {
    let trimmed = text.trim();
    let of = |kind, text: &str| Cell {
        column,
        kind,
        text: visible(text.to_owned()),
        formula: kind == Kind::Uncalculated,
        precision_lost: false,
    };
    if let Some(formula) = trimmed.strip_prefix('=').filter(|rest| !rest.is_empty()) {
        let quoted = formula
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .filter(|inside| !inside.contains('"'));
        return quoted.map_or_else(
            || of(Kind::Uncalculated, ""),
            |inside| of(Kind::Text, inside),
        );
    }
    let scientific = trimmed
        .contains(['E', 'e'])
        .then(|| Decimal::parse(trimmed));
    match scientific.flatten().filter(Decimal::precision_lost) {
        Some(number) => Cell {
            precision_lost: true,
            ..of(Kind::Number, &number.plain())
        },
        None => of(Kind::Text, text),
    }
}

/// A cell being read.
#[derive(Default)]
struct OpenCell {
    written: Vec<u8>,
    place: Place,
}

/// Where in a cell the reading is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Start,
    Plain,
    Quoted,
    /// After a quote that closes the cell unless another one follows.
    Closing,
}

/// What came of a byte.
enum Step {
    On,
    Ended(End),
    /// A quote that neither opens nor closes a cell.
    Misquoted,
}

/// What ended a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Cell,
    Row,
    Text,
}

impl OpenCell {
    fn take(&mut self, byte: u8, separator: u8) -> Step {
        match (self.place, byte) {
            (Place::Start, b'"') => self.place = Place::Quoted,
            (Place::Quoted, b'"') => self.place = Place::Closing,
            (Place::Closing, b'"') => {
                self.place = Place::Quoted;
                self.written.push(byte);
            }
            (Place::Quoted, _) => self.written.push(byte),
            (_, b'\n') => return Step::Ended(End::Row),
            (_, byte) if byte == separator => return Step::Ended(End::Cell),
            (Place::Closing, _) => return Step::Misquoted,
            // Some programs write ="0123" without quotes around it.
            (Place::Plain, b'"') if self.written.first() != Some(&b'=') => return Step::Misquoted,
            (Place::Start | Place::Plain, _) => {
                self.place = Place::Plain;
                self.written.push(byte);
            }
        }
        Step::On
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn open(text: &str) -> Delimited {
        let bytes = text.as_bytes().to_vec();
        let size_bytes = bytes.len() as u64;
        Delimited::open(Box::new(Cursor::new(bytes)), size_bytes, &Limits::default()).unwrap()
    }

    /// Each row as its number and its cells, `|` between them.
    fn read(text: &str) -> Result<Vec<(u32, String)>, Error> {
        let mut delimited = open(text);
        let rows = delimited.rows()?.map(|row| {
            let row = row?;
            let texts: Vec<_> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
            Ok((row.number, texts.join("|")))
        });
        rows.collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &str)]) {
        let read = read(text).unwrap();
        let read: Vec<_> = read
            .iter()
            .map(|(row, text)| (*row, text.as_str()))
            .collect();
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        check("a,b\nc,d", &[(1, "a|b"), (2, "c|d")]);
        check("\n\na\n,,\n \nb\n\n", &[(3, "a"), (6, "b")]);
        check("a,\"b\nb\",c\nd", &[(1, "a|b\nb|c"), (2, "d")]);
        check("", &[]);
        check(",,\n", &[]);
    }

    #[test]
    fn quotes_enclose_separators_line_ends_and_quotes() {
        check("\"a,b\",\"c\"\"d\"\n", &[(1, "a,b|c\"d")]);
        check("\"\",a\n", &[(1, "a")]);
        check("\"a\"", &[(1, "a")]);
        check("\"\"\"\"\n", &[(1, "\"")]);
    }

    #[test]
    fn a_quote_that_neither_opens_nor_closes_is_refused_at_its_row() {
        for (text, row) in [
            ("a,b\n\"c,d\ne,f\n", 2),
            ("a\n\"b\nc\"d,e\n", 2),
            ("a\n5\",b\n", 2),
            ("a,\"b\"c\n", 1),
        ] {
            assert!(
                matches!(read(text), Err(Error::QuoteUnclosed { row: found }) if found == row),
                "{text}"
            );
        }
        let swallowed = format!("a\n\"b{}", "\n张三,510107199001010015,5000".repeat(1_000));
        assert!(matches!(
            read(&swallowed),
            Err(Error::QuoteUnclosed { row: 2 })
        ));
    }

    #[test]
    fn the_separator_is_the_most_frequent_one_outside_quotes() {
        for (text, separator) in [
            ("a,b,c\n1,2,3\n", b','),
            ("a\tb\tc\n1,000\t2,000\t3\n", b'\t'),
            ("a;b;c\n\"1,2,3,4,5,6\";2;3\n", b';'),
            ("说明：一；二;三\n姓名,证件号码,缴存基数\n", b','),
            ("a\nb\n", b','),
        ] {
            assert_eq!(open(text).separator, separator, "{text}");
        }
    }

    #[test]
    fn what_spreadsheet_programs_do_to_numbers_is_understood() {
        for (written, kind, text, precision_lost) in [
            ("=\"0123\"", Kind::Text, "0123", false),
            ("\"=\"\"0123\"\"\"", Kind::Text, "0123", false),
            ("=SUM(A1:A2)", Kind::Uncalculated, "", false),
            ("=", Kind::Text, "=", false),
            ("5.199E+17", Kind::Number, "519900000000000000", true),
            ("1E5", Kind::Text, "1E5", false),
            ("E12345678", Kind::Text, "E12345678", false),
            (
                "519900199001010015",
                Kind::Text,
                "519900199001010015",
                false,
            ),
        ] {
            let mut delimited = open(&format!("{written}\n"));
            let row = delimited.rows().unwrap().next().unwrap().unwrap();
            let cell = &row.cells[0];
            assert_eq!((cell.kind, cell.text.as_str()), (kind, text), "{written}");
            assert_eq!(cell.precision_lost, precision_lost, "{written}");
            assert_eq!(cell.formula, kind == Kind::Uncalculated);
        }
    }

    #[test]
    fn limits_hold_row_by_row() {
        let limits = Limits {
            rows: 2,
            columns: 3,
            cell_chars: 4,
            ..Limits::default()
        };
        let read = |text: &str| {
            let source = Box::new(Cursor::new(text.as_bytes().to_vec()));
            let mut delimited = Delimited::open(source, 0, &limits).unwrap();
            let rows: Result<Vec<Row>, Error> = delimited.rows().unwrap().collect();
            rows.map(|rows| rows.len())
        };
        assert_eq!(read("一二三四,b,c,,,,\n\n\nd\n").unwrap(), 2);
        for (text, code) in [
            ("a\nb\nc\n", "sheet_too_many_rows"),
            ("a,b,c,d\n", "sheet_too_many_columns"),
            ("a,一二三四五\n", "sheet_cell_too_long"),
            (
                "a,一二三四五一二三四五一二三四五一二三四五\n",
                "sheet_cell_too_long",
            ),
        ] {
            assert_eq!(read(text).unwrap_err().code(), code, "{text}");
        }
        let far = format!("{}x\n", ",".repeat(70_000));
        assert_eq!(read(&far).unwrap_err().code(), "sheet_too_many_columns");
        assert_eq!(read(&",".repeat(70_000)).unwrap(), 0);
    }
}
