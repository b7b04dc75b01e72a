//! The rows of a sheet, one at a time.

use std::ops::RangeInclusive;

use quick_xml::events::{BytesStart, Event};

use crate::cell::visible;
use crate::format::NumberFormat;
use crate::number::Decimal;
use crate::strings::Text;
use crate::workbook::Shared;
use crate::xml::{Xml, attribute};
use crate::{Cell, Error, Kind, Progress, Row};

/// The last row of a sheet in Excel.
const LAST_ROW: u32 = 1_048_576;
/// The columns of a sheet in Excel, A to XFD.
const SHEET_COLUMNS: u16 = 16_384;

/// The rows of a sheet that hold something, in order. After an error there are no more.
pub(crate) struct WorksheetRows<'a> {
    xml: Xml<'a>,
    open: OpenRow<'a>,
    sheet: &'a str,
    total_bytes: u64,
    hidden_columns: Vec<RangeInclusive<u16>>,
    given: usize,
    ended: bool,
}

impl<'a> WorksheetRows<'a> {
    pub(crate) fn new(xml: Xml<'a>, shared: &'a Shared, sheet: &'a str, total_bytes: u64) -> Self {
        Self {
            xml,
            open: OpenRow::new(shared),
            sheet,
            total_bytes,
            hidden_columns: Vec::new(),
            given: 0,
            ended: false,
        }
    }

    /// The name of the sheet being read.
    pub(crate) fn sheet(&self) -> &str {
        self.sheet
    }

    /// Whether the column is hidden: known from the first row on, as columns stand before rows.
    pub(crate) fn hides(&self, column: u16) -> bool {
        let mut hidden = self.hidden_columns.iter();
        hidden.any(|columns| columns.contains(&column))
    }

    pub(crate) fn progress(&self) -> Progress {
        Progress {
            read_bytes: self.xml.read_bytes(),
            total_bytes: self.total_bytes,
        }
    }

    fn read(&mut self) -> Result<Option<Row>, Error> {
        loop {
            match self.xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "col" => {
                    self.hidden_columns.extend(hidden_columns(&element));
                    if self.hidden_columns.len() > usize::from(SHEET_COLUMNS) {
                        return Err(self.xml.broken("too many columns"));
                    }
                }
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
                        self.open.place = Place::Sheet;
                        let cells = std::mem::take(&mut self.open.cells);
                        if !cells.is_empty() {
                            return self
                                .give(Row {
                                    number: self.open.number,
                                    hidden: self.open.hidden,
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

impl Iterator for WorksheetRows<'_> {
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

/// Where in the sheet the reading is. A row within a row, or a cell that stands in none, would mix
/// their cells up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Sheet,
    Row,
    Cell,
}

/// The row and the cell being read.
struct OpenRow<'a> {
    shared: &'a Shared,
    place: Place,
    number: u32,
    hidden: bool,
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
            place: Place::Sheet,
            number: 0,
            hidden: false,
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
            "row" if self.place != Place::Sheet => return Err("a row within a row"),
            "row" => {
                self.place = Place::Row;
                let number = match attribute(element, "r") {
                    Some(text) => text.parse().map_err(|_| "a row without a number")?,
                    None => self.number + 1,
                };
                if number <= self.number || number > LAST_ROW {
                    return Err("rows out of order");
                }
                (self.number, self.next_column) = (number, 0);
                self.hidden = is_hidden(element);
            }
            "c" if self.place != Place::Row => return Err("a cell outside its row"),
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
        self.place = Place::Cell;
        Ok(())
    }

    fn end(&mut self, name: &str) {
        self.value.close(if name == "v" { "t" } else { name });
    }

    fn text(&mut self, event: &Event<'_>) {
        self.value.push(event, &self.shared.limits);
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        self.place = Place::Row;
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
                let text = text.ok_or(Refusal::Broken("no such shared string"))?;
                (Kind::Text, visible(text.to_owned()))
            }
            Stored::InlineString | Stored::FormulaString => (Kind::Text, visible(value)),
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

/// Whether a row or a stretch of columns is hidden.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"))
}

/// The columns (from 0) of a `col` element, if it hides them.
fn hidden_columns(element: &BytesStart<'_>) -> Option<RangeInclusive<u16>> {
    let number = |name| {
        attribute(element, name)?
            .trim()
            .parse::<u16>()
            .ok()?
            .checked_sub(1)
    };
    is_hidden(element).then(|| Some(number("min")?..=number("max")?))?
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::column_letters;

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
