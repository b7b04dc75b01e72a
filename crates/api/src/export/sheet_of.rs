//! What a list's workbook looks like: its columns, each from a field of a row.

use std::fmt;

use kernel::{Fen, Refusal};
use sheet::{Heading, Value};

use super::Words;

/// A list as a workbook. `T` is the row as the list answers it.
pub(crate) struct ListSheet<T: 'static> {
    /// The list's name in the trail and of the file, ASCII.
    pub(crate) name: &'static str,
    /// Its name for people, 31 characters at most.
    pub(crate) title: &'static str,
    /// Every column that can be asked for; the first without a sum says 合计 at the end.
    pub(crate) columns: &'static [Column<T>],
    /// How values of filters are put into words; those not named stand as they are.
    pub(crate) filters: &'static [(&'static str, Words<T>)],
}

/// A column.
pub(crate) struct Column<T> {
    /// As the console calls it.
    pub(crate) key: &'static str,
    title: &'static str,
    width_chars: u8,
    value: Taken<T>,
    /// Whether it is summed at the end.
    pub(super) summed: bool,
}

/// What a column takes of a row.
enum Taken<T> {
    Text(fn(&T) -> String),
    Sentence(fn(&T) -> String),
    Amount(fn(&T) -> Option<Fen>),
    Count(fn(&T) -> Option<i64>),
}

/// Words, numbers that are names, dates and months: what isn't computed with.
pub(crate) const fn text<T>(
    key: &'static str,
    title: &'static str,
    width_chars: u8,
    of: fn(&T) -> String,
) -> Column<T> {
    column(key, title, width_chars, Taken::Text(of))
}

/// What people wrote, in as many lines as it takes.
pub(crate) const fn sentence<T>(
    key: &'static str,
    title: &'static str,
    of: fn(&T) -> String,
) -> Column<T> {
    column(key, title, 32, Taken::Sentence(of))
}

/// Money.
pub(crate) const fn amount<T>(
    key: &'static str,
    title: &'static str,
    of: fn(&T) -> Option<Fen>,
) -> Column<T> {
    column(key, title, 16, Taken::Amount(of))
}

/// How many.
pub(crate) const fn count<T>(
    key: &'static str,
    title: &'static str,
    of: fn(&T) -> Option<i64>,
) -> Column<T> {
    column(key, title, 10, Taken::Count(of))
}

const fn column<T>(
    key: &'static str,
    title: &'static str,
    width_chars: u8,
    value: Taken<T>,
) -> Column<T> {
    Column {
        key,
        title,
        width_chars,
        value,
        summed: false,
    }
}

/// The same column, summed at the end. Amounts and counts alone.
pub(crate) const fn summed<T>(mut column: Column<T>) -> Column<T> {
    assert!(
        matches!(column.value, Taken::Amount(_) | Taken::Count(_)),
        "nothing else has a sum"
    );
    column.summed = true;
    column
}

impl<T> Column<T> {
    pub(super) fn heading(&self) -> Heading {
        match self.value {
            Taken::Text(_) => Heading::text(self.title, self.width_chars),
            Taken::Sentence(_) => Heading::sentences(self.title, self.width_chars),
            Taken::Amount(_) => Heading::amount(self.title),
            Taken::Count(_) => Heading::count(self.title),
        }
    }

    pub(super) fn cell(&self, row: &T) -> Cell {
        match self.value {
            Taken::Text(of) | Taken::Sentence(of) => Cell::Text(of(row)),
            Taken::Amount(of) => of(row).map_or(Cell::Empty, Cell::Amount),
            Taken::Count(of) => of(row).map_or(Cell::Empty, Cell::Count),
        }
    }

    /// What stands under it at the end.
    pub(super) fn sum(&self, sum: i64) -> Cell {
        match self.value {
            Taken::Amount(_) if self.summed => Cell::Amount(Fen::new(sum)),
            Taken::Count(_) if self.summed => Cell::Count(sum),
            _ => Cell::Empty,
        }
    }
}

impl<T> ListSheet<T> {
    /// The columns of these keys, in their order; all where none is named.
    pub(super) fn chosen(&self, keys: Option<&str>) -> Result<Vec<&'static Column<T>>, Refusal> {
        let keys = keys.unwrap_or_default();
        if keys.is_empty() {
            return Ok(self.columns.iter().collect());
        }
        let mut chosen: Vec<&Column<T>> = Vec::new();
        for key in keys.split(',') {
            let known = self.columns.iter().find(|column| column.key == key);
            let known = known.ok_or_else(|| {
                let sentence = format!("“{}”没有“{key}”这个栏目", self.title);
                Refusal::invalid("export_columns_unknown", sentence).at("columns")
            })?;
            if !chosen.iter().any(|column| column.key == key) {
                chosen.push(known);
            }
        }
        Ok(chosen)
    }
}

/// A cell of a row, with what it holds.
pub(super) enum Cell {
    Empty,
    Text(String),
    Amount(Fen),
    Count(i64),
}

impl Cell {
    pub(super) fn value(&self) -> Value<'_> {
        match self {
            Cell::Empty => Value::Empty,
            Cell::Text(text) if text.is_empty() => Value::Empty,
            Cell::Text(text) => Value::Text(text),
            Cell::Amount(amount) => Value::Fen(*amount),
            Cell::Count(count) => Value::Count(*count),
        }
    }

    /// What it adds to a sum.
    pub(super) fn figure(&self) -> i64 {
        match self {
            Cell::Amount(amount) => amount.get(),
            Cell::Count(count) => *count,
            Cell::Empty | Cell::Text(_) => 0,
        }
    }
}

/// A value as text, empty where there is none.
pub(crate) fn or_none(value: Option<impl fmt::Display>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
