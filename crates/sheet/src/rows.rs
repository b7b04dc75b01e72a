//! The rows of a sheet, one at a time.

use quick_xml::events::{BytesStart, Event};

use crate::Error;
use crate::format::NumberFormat;
use crate::number::Decimal;
use crate::strings::Text;
use crate::workbook::Shared;
use crate::xml::{Xml, attribute};

/// The last row of a sheet in Excel.
const LAST_ROW: u32 = 1_048_576;
/// The columns of a sheet in Excel, A to XFD.
const SHEET_COLUMNS: u16 = 16_384;

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text as typed.
    Text,
    /// A number as plain decimal text of at most 15 significant digits: `6500`, `0.05`; with
    /// zeros in front if the cell's format shows them.
    Number,
    /// A number shown as a percentage: `5%`, `12.5%`.
    Percent,
    /// A day, a time of day or both: `2024-05-01`, `13:30:00`, `2024-05-01 13:30:00`. A month
    /// (`2024年5月`) is its first day here, as Excel stores it.
    Date,
    /// `TRUE` or `FALSE`.
    Bool,
    /// An error such as `#N/A`.
    Error,
    /// A formula that was never calculated: there is no text. Opening the file in Excel and
    /// saving it calculates it.
    Uncalculated,
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The column, counted from 0.
    pub column: u16,
    /// What the text is.
    pub kind: Kind,
    /// What people see, in the form that [`Kind`] says; spaces around it are kept.
    pub text: String,
    /// Whether a formula calculated it.
    pub formula: bool,
    /// Whether it is a number of 16 or more digits before the point. Excel keeps 15: an ID or
    /// card number typed into such a cell has lost its last digits and must be typed anew, as
    /// text.
    pub precision_lost: bool,
}

/// A row that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row's number in the sheet, from 1, as Excel shows it.
    pub number: u32,
    /// Its cells that hold more than spaces, from left to right.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell in this column (from 0), if it holds anything.
    #[must_use]
    pub fn cell(&self, column: u16) -> Option<&Cell> {
        let index = self
            .cells
            .binary_search_by_key(&column, |cell| cell.column)
            .ok()?;
        Some(&self.cells[index])
    }
}

/// The rows of a sheet that hold something, in order. After an error there are no more.
pub struct Rows<'a> {
    xml: Xml<'a>,
    open: OpenRow<'a>,
    sheet: &'a str,
    given: usize,
    ended: bool,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(xml: Xml<'a>, shared: &'a Shared, sheet: &'a str) -> Self {
        Self {
            xml,
            open: OpenRow::new(shared),
            sheet,
            given: 0,
            ended: false,
        }
    }

    /// The name of the sheet being read.
    #[must_use]
    pub fn sheet(&self) -> &str {
        self.sheet
    }

    fn read(&mut self) -> Result<Option<Row>, Error> {
        loop {
            match self.xml.next()? {
                Event::Start(element) => {
                    let opened = self.open.start(&element);
                    opened.map_err(|why| self.xml.broken(why))?;
                }
                Event::End(element) => match element.local_name().as_ref() {
                    "c" => match self.open.end_cell() {
                        Ok(()) => {}
                        Err(Refusal::Broken(why)) => return Err(self.xml.broken(why)),
                        Err(Refusal::Limit(error)) => return Err(error),
                    },
                    "row" => {
                        let cells = std::mem::take(&mut self.open.cells);
                        if !cells.is_empty() {
                            return self
                                .give(Row {
                                    number: self.open.number,
                                    cells,
                                })
                                .map(Some);
                        }
                    }
                    // What follows the cells (links, merged ranges, pictures) says nothing.
                    "sheetData" => return Ok(None),
                    name => self.open.end(name),
                },
                Event::Eof => return Ok(None),
                event => self.open.text(&event),
            }
        }
    }

    fn give(&mut self, row: Row) -> Result<Row, Error> {
        let limit = self.open.shared.limits.rows;
        if self.given == limit {
            return Err(Error::TooManyRows { limit });
        }
        self.given += 1;
        Ok(row)
    }
}

impl Iterator for Rows<'_> {
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

/// Why a cell ends the reading.
enum Refusal {
    Broken(&'static str),
    Limit(Error),
}

/// The type of a cell in the file (ECMA-376 part 1, 18.18.11).
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Stored {
    #[default]
    Number,
    SharedString,
    InlineString,
    FormulaString,
    Bool,
    Error,
    IsoDate,
}

impl Stored {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "n" => Self::Number,
            "s" => Self::SharedString,
            "inlineStr" => Self::InlineString,
            "str" => Self::FormulaString,
            "b" => Self::Bool,
            "e" => Self::Error,
            "d" => Self::IsoDate,
            _ => return None,
        })
    }
}

/// The row and the cell being read.
struct OpenRow<'a> {
    shared: &'a Shared,
    number: u32,
    cells: Vec<Cell>,
    /// The column after the last cell's: a cell without a reference stands there.
    next_column: u16,
    column: u16,
    stored: Stored,
    format: NumberFormat,
    formula: bool,
    value: Text,
}

impl<'a> OpenRow<'a> {
    fn new(shared: &'a Shared) -> Self {
        Self {
            shared,
            number: 0,
            cells: Vec::new(),
            next_column: 0,
            column: 0,
            stored: Stored::default(),
            format: NumberFormat::default(),
            formula: false,
            value: Text::default(),
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), &'static str> {
        match element.local_name().as_ref() {
            "row" => {
                let number = match attribute(element, "r") {
                    Some(text) => text.parse().map_err(|_| "a row without a number")?,
                    None => self.number + 1,
                };
                if number <= self.number || number > LAST_ROW {
                    return Err("rows out of order");
                }
                (self.number, self.next_column) = (number, 0);
            }
            "c" => self.start_cell(element)?,
            "f" => self.formula = true,
            // A value and the text of an inline string are never both there.
            "v" => self.value.open("t"),
            name => self.value.open(name),
        }
        Ok(())
    }

    fn start_cell(&mut self, element: &BytesStart<'_>) -> Result<(), &'static str> {
        let (mut column, mut stored, mut style) = (self.next_column, Stored::Number, None);
        for attribute in element.attributes().with_checks(false).flatten() {
            match attribute.key.as_ref() {
                "r" => column = column_of(&attribute.value).ok_or("a cell without a column")?,
                "t" => stored = Stored::from_name(&attribute.value).ok_or("a type of cell")?,
                "s" => style = attribute.value.parse::<usize>().ok(),
                _ => {}
            }
        }
        if column < self.next_column || column >= SHEET_COLUMNS {
            return Err("cells out of order");
        }
        let formats = &self.shared.formats;
        self.format = style
            .and_then(|style| formats.get(style).copied())
            .unwrap_or_default();
        (self.column, self.next_column) = (column, column + 1);
        (self.stored, self.formula) = (stored, false);
        Ok(())
    }

    fn end(&mut self, name: &str) {
        self.value.close(if name == "v" { "t" } else { name });
    }

    fn text(&mut self, event: &Event<'_>) {
        self.value.push(event, &self.shared.limits);
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        let value = self.value.take();
        let (kind, text) = self.shown(value)?;
        if text.trim().is_empty() && kind != Kind::Uncalculated {
            return Ok(());
        }
        let (row, limits) = (self.number, &self.shared.limits);
        if self.column >= limits.columns {
            return Err(Refusal::Limit(Error::TooManyColumns {
                row,
                limit: limits.columns,
            }));
        }
        if text.len() > limits.cell_chars && text.chars().nth(limits.cell_chars).is_some() {
            let (column, limit) = (self.column, limits.cell_chars);
            return Err(Refusal::Limit(Error::CellTooLong { row, column, limit }));
        }
        let precision_lost = kind == Kind::Number && lost(&text);
        let formula = self.formula;
        self.cells.push(Cell {
            column: self.column,
            kind,
            text,
            formula,
            precision_lost,
        });
        Ok(())
    }

    /// What people see of a value as it is stored.
    fn shown(&self, value: String) -> Result<(Kind, String), Refusal> {
        if value.is_empty() && self.formula && self.stored == Stored::Number {
            return Ok((Kind::Uncalculated, value));
        }
        Ok(match self.stored {
            Stored::Number => self.number(value),
            Stored::SharedString if value.is_empty() => (Kind::Text, value),
            Stored::SharedString => {
                let index = value.trim().parse().ok();
                let text = index.and_then(|index| self.shared.strings.get(index));
                (
                    Kind::Text,
                    text.ok_or(Refusal::Broken("no such shared string"))?
                        .to_owned(),
                )
            }
            Stored::InlineString | Stored::FormulaString => (Kind::Text, value),
            Stored::Bool => match value.trim() {
                "" => (Kind::Bool, value),
                "0" | "false" => (Kind::Bool, "FALSE".into()),
                _ => (Kind::Bool, "TRUE".into()),
            },
            Stored::Error => (Kind::Error, value),
            Stored::IsoDate => (Kind::Date, iso_date(value)),
        })
    }

    /// A number in its cell's format; what is no number after all is shown as it is.
    fn number(&self, value: String) -> (Kind, String) {
        let Some(decimal) = Decimal::parse(&value) else {
            return (Kind::Text, value);
        };
        let shown = match self.format {
            NumberFormat::Plain => None,
            NumberFormat::Percent => Some((Kind::Percent, decimal.percent())),
            NumberFormat::Date => decimal
                .date_time(self.shared.from_1904)
                .map(|text| (Kind::Date, text)),
            NumberFormat::Padded(width) => decimal
                .padded(width.into())
                .map(|text| (Kind::Number, text)),
        };
        shown.unwrap_or_else(|| (Kind::Number, decimal.plain()))
    }
}

/// Whether a shown number is too long for Excel to have kept it.
fn lost(text: &str) -> bool {
    text.len() > 15 && Decimal::parse(text).is_some_and(|decimal| decimal.precision_lost())
}

/// `2024-05-01T00:00:00.000` as `2024-05-01`; what is no date stays as it is.
fn iso_date(value: String) -> String {
    let Ok(moment) = value
        .trim()
        .trim_end_matches('Z')
        .parse::<jiff::civil::DateTime>()
    else {
        return value;
    };
    if moment.time() == jiff::civil::Time::midnight() {
        return moment.date().to_string();
    }
    format!("{} {}", moment.date(), moment.time())
}

/// The column, from 0, of a cell reference such as `AB12`.
fn column_of(reference: &str) -> Option<u16> {
    let letters = reference.trim_end_matches(|c: char| c.is_ascii_digit());
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    letters
        .bytes()
        .try_fold(0_u16, |column, letter| {
            letter
                .is_ascii_alphabetic()
                .then(|| column * 26 + u16::from(letter.to_ascii_uppercase() - b'A') + 1)
        })
        .map(|column| column - 1)
}

/// The letters of a column counted from 0: 0 is `A`, 27 is `AB`.
pub(crate) fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).expect("less than 26");
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (255, "IV"),
            (16_383, "XFD"),
        ] {
            assert_eq!(column_letters(column), letters);
            assert_eq!(column_of(&format!("{letters}7")), Some(column));
        }
        for reference in ["", "7", "ABCD1", "中1", "A:1"] {
            assert_eq!(column_of(reference), None, "{reference}");
        }
    }

    #[test]
    fn iso_dates_are_shown_without_midnight() {
        for (stored, shown) in [
            ("2024-05-01", "2024-05-01"),
            ("2024-05-01T00:00:00.000", "2024-05-01"),
            ("2024-05-01T13:30:00Z", "2024-05-01 13:30:00"),
            ("PT1H", "PT1H"),
        ] {
            assert_eq!(iso_date(stored.to_owned()), shown);
        }
    }
}
