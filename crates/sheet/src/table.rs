//! The records below a header.

use crate::header::{find_header, plain};
use crate::{Cell, Error, Header, HeaderSpec, Note, Row, Rows};

/// Skipped rows are listed up to this many; the rest are only counted.
const SKIPPED_LISTED: usize = 100;
/// Hidden rows are listed up to this many; the rest are only counted.
const HIDDEN_LISTED: usize = 10;

/// What a row of totals begins with.
const TOTALS: [&str; 7] = [
    "合计",
    "小计",
    "总计",
    "共计",
    "累计",
    "本页合计",
    "本页小计",
];
/// What a line below the table begins with.
const FOOTERS: [&str; 17] = [
    "制表人",
    "制表",
    "制单人",
    "填表人",
    "填报人",
    "经办人",
    "复核人",
    "审核人",
    "负责人",
    "单位负责人",
    "单位盖章",
    "单位(盖章)",
    "单位公章",
    "联系电话",
    "填表日期",
    "制表日期",
    "备注",
];

/// What stands in front of a number to make it text; input methods make it the others.
const APOSTROPHES: [char; 4] = ['\'', '‘', '’', '＇'];

/// Why a row is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkippedBecause {
    /// It sums up the rows above: 合计, 小计.
    Totals,
    /// It is a line below the table: 制表人, 审核人.
    Footer,
    /// The columns looked for are empty in it, or hold only formulas that come to nothing or 0,
    /// as in rows prepared and never filled in.
    NothingFilledIn,
}

/// A row that was left out, to be told to the person who uploaded the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its number in the sheet, from 1.
    pub row: u32,
    /// Why.
    pub because: SkippedBecause,
    /// What its first cell says.
    pub text: String,
}

/// The records of a sheet: the rows below the header, by key.
///
/// Empty rows are passed over. A row of totals and the lines below the table are left out and
/// listed in [`Table::skipped`]; a row in which every required column is filled is a record
/// whatever else it says.
pub struct Table<I> {
    rows: I,
    /// The row after the header, which was read to find where the header ends.
    pending: Option<Result<Row, Error>>,
    header: Header,
    skipped: Vec<Skipped>,
    skipped_count: usize,
    notes: Vec<Note>,
    hidden: Vec<u32>,
    hidden_count: usize,
}

impl<'a> Table<Rows<'a>> {
    /// Finds the header of rows of which something is to be told.
    pub(crate) fn noted(
        rows: Rows<'a>,
        spec: &HeaderSpec<'_>,
        notes: Vec<Note>,
    ) -> Result<Self, Error> {
        let mut table = Self::new(rows, spec)?;
        table.notes = notes;
        let columns = table.header.columns.iter();
        let hidden = columns.filter(|column| table.rows.hides(column.column));
        let titles: Vec<String> = hidden.map(|column| column.title.clone()).collect();
        if !titles.is_empty() {
            table.notes.push(Note::ColumnsHidden { titles });
        }
        Ok(table)
    }
}

impl<I: Iterator<Item = Result<Row, Error>>> Table<I> {
    /// Finds the header: the first of the first 20 filled rows that has all required columns.
    ///
    /// # Errors
    /// [`Error::ColumnsRepeated`] if that row names a column twice; if there is no such row,
    /// [`Error::ColumnsMissing`] about the row that comes nearest, or [`Error::NoHeader`] if none
    /// names any column; [`Error::NoData`] if there is no row at all; errors of reading.
    pub fn new(mut rows: I, spec: &HeaderSpec<'_>) -> Result<Self, Error> {
        let found = find_header(&mut rows, spec)?;
        Ok(Self {
            rows,
            pending: found.below,
            header: found.header,
            skipped: Vec::new(),
            skipped_count: 0,
            notes: Vec::new(),
            hidden: Vec::new(),
            hidden_count: 0,
        })
    }

    /// The rows that the records are read from: which sheet they are of, how far they are read.
    pub fn rows(&self) -> &I {
        &self.rows
    }

    /// The header found.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The rows left out so far: the first 100 of them.
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// How many rows were left out so far.
    pub fn skipped_count(&self) -> usize {
        self.skipped_count
    }

    /// What the sender should know of the reading so far.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = self.notes.clone();
        if self.hidden_count > 0 {
            notes.push(Note::RowsHidden {
                rows: self.hidden.clone(),
                count: self.hidden_count,
            });
        }
        notes
    }

    fn skip(&mut self, row: &Row, because: SkippedBecause) {
        self.skipped_count += 1;
        if self.skipped.len() < SKIPPED_LISTED {
            let text = row.cells.first().map(|cell| cell.text.trim().to_owned());
            self.skipped.push(Skipped {
                row: row.number,
                because,
                text: text.unwrap_or_default(),
            });
        }
    }

    fn record(&mut self, row: &Row) -> Record {
        if row.hidden {
            self.hidden_count += 1;
            if self.hidden.len() < HIDDEN_LISTED {
                self.hidden.push(row.number);
            }
        }
        let cells = self
            .header
            .columns
            .iter()
            .map(|column| (column.key, row.cell(column.column).cloned()));
        Record {
            row: row.number,
            cells: cells.collect(),
        }
    }

    /// Why a row is no record, if it is none.
    fn why_skipped(&self, row: &Row) -> Option<SkippedBecause> {
        let complete = self
            .header
            .columns
            .iter()
            .filter(|column| column.required)
            .all(|column| row.cell(column.column).is_some_and(is_filled_in));
        if complete {
            return None;
        }
        // The label may stand behind a running number.
        let labels = row.cells.iter().take(2).map(|cell| plain(&cell.text));
        if let Some(label) = labels.into_iter().find_map(|text| label(&text)) {
            return Some(label);
        }
        let mut looked_for = self.header.columns.iter();
        let filled = looked_for.any(|column| row.cell(column.column).is_some_and(is_filled_in));
        (!filled).then_some(SkippedBecause::NothingFilledIn)
    }
}

impl<I: Iterator<Item = Result<Row, Error>>> Iterator for Table<I> {
    type Item = Result<Record, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let row = match self.pending.take().or_else(|| self.rows.next())? {
                Ok(row) => row,
                Err(error) => return Some(Err(error)),
            };
            match self.why_skipped(&row) {
                Some(because) => self.skip(&row, because),
                None => return Some(Ok(self.record(&row))),
            }
        }
    }
}

/// One row of a table, its cells by the keys of their columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The row's number in the sheet, from 1.
    pub row: u32,
    cells: Vec<(&'static str, Option<Cell>)>,
}

impl Record {
    /// The cell in the column of this key; `None` if it is empty or the sheet has no such column.
    #[must_use]
    pub fn cell(&self, key: &str) -> Option<&Cell> {
        self.cells.iter().find(|(name, _)| *name == key)?.1.as_ref()
    }

    /// The text of that cell without the spaces around it and without the apostrophe in front by
    /// which people and programs mark a number as text; empty where there is none.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        let text = self.cell(key).map_or("", |cell| cell.text.trim());
        text.strip_prefix(APOSTROPHES).map_or(text, str::trim_start)
    }
}

/// Whether someone wrote the cell: not a prepared formula that comes to nothing.
fn is_filled_in(cell: &Cell) -> bool {
    !cell.formula || !matches!(cell.text.trim(), "" | "0")
}

/// Whether a [`plain`] text begins a row of totals.
pub(crate) fn is_totals(text: &str) -> bool {
    TOTALS.iter().any(|label| text.starts_with(label))
}

fn label(text: &str) -> Option<SkippedBecause> {
    // After a footer's label stands a colon or nothing; a longer word is another word.
    let is_footer = |label: &&str| {
        text.strip_prefix(*label)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    if is_totals(text) {
        Some(SkippedBecause::Totals)
    } else if FOOTERS.iter().any(is_footer) {
        Some(SkippedBecause::Footer)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Kind};

    const SPEC: HeaderSpec<'_> = HeaderSpec {
        columns: &[
            Column {
                key: "name",
                names: &["姓名"],
                required: true,
            },
            Column {
                key: "id",
                names: &["证件号码"],
                required: true,
            },
            Column {
                key: "base",
                names: &["缴存基数"],
                required: false,
            },
        ],
    };

    /// A row written as its cells, `|` between them; `=` begins a formula's result.
    fn row(number: u32, text: &str) -> Row {
        let cells = text
            .split('|')
            .zip(0..)
            .filter(|(text, _)| !text.is_empty());
        let cell = |(text, column): (&str, u16)| Cell {
            column,
            kind: Kind::Text,
            text: text.trim_start_matches('=').to_owned(),
            formula: text.starts_with('='),
            precision_lost: false,
        };
        Row {
            number,
            hidden: false,
            cells: cells.map(cell).collect(),
        }
    }

    fn read(body: &[&str]) -> (Vec<u32>, Vec<(u32, SkippedBecause)>) {
        let texts = std::iter::once(&"序号|姓名|证件号码|缴存基数").chain(body);
        let rows = texts.zip(1..).map(|(text, number)| Ok(row(number, text)));
        let mut table = Table::new(rows, &SPEC).unwrap();
        let records = table.by_ref().map(|record| record.unwrap().row).collect();
        (
            records,
            table
                .skipped()
                .iter()
                .map(|skipped| (skipped.row, skipped.because))
                .collect(),
        )
    }

    #[test]
    fn totals_and_footers_are_left_out_and_told() {
        let (records, skipped) = read(&[
            "1|张三|110101199001011234|5000",
            "2|李四||5000",
            "小 计|||=10000",
            "3|王五|110101199001011235|=6000",
            "|合计：3人||16000",
            "制表人：赵六||审核人：",
            "备注",
        ]);
        assert_eq!(records, [2, 3, 5]);
        let because: Vec<_> = skipped.iter().map(|(_, because)| *because).collect();
        assert_eq!(
            because,
            [
                SkippedBecause::Totals,
                SkippedBecause::Totals,
                SkippedBecause::Footer,
                SkippedBecause::Footer
            ]
        );
    }

    #[test]
    fn a_complete_row_is_a_record_whatever_it_says() {
        let (records, skipped) = read(&["合计|合计|110101199001011234|", "1|制表明|1|5"]);
        assert_eq!((records, skipped), (vec![2, 3], vec![]));
    }

    #[test]
    fn prepared_rows_are_not_records() {
        let (records, skipped) = read(&["1|||=0", "2||", "3|||0", "4|=|=|", "5||1|"]);
        assert_eq!(records, [4, 6]);
        assert_eq!(skipped.len(), 3);
        assert!(
            skipped
                .iter()
                .all(|(_, because)| *because == SkippedBecause::NothingFilledIn)
        );
    }

    #[test]
    fn the_list_of_skipped_rows_is_bounded() {
        let body: Vec<String> = (0..250).map(|number| format!("{number}")).collect();
        let texts = std::iter::once("姓名|证件号码|缴存基数|序号".to_owned())
            .chain(body.iter().map(|number| format!("|||{number}")));
        let rows = texts.zip(1..).map(|(text, number)| Ok(row(number, &text)));
        let mut table = Table::new(rows, &SPEC).unwrap();
        assert!(table.next().is_none());
        assert_eq!((table.skipped().len(), table.skipped_count()), (100, 250));
    }
}
