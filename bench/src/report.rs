//! What was measured, for the terminal, for `docs/PERFORMANCE.md` and for programs.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::Serialize;

use crate::Result;

/// Sums and single pages stand in the table only when they take longer; the file has all.
const SHOWN_MICROS: u64 = 200_000;

/// One figure beside its baseline.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// P2, P3 and so on; `load` for what the others stand on.
    pub measure: &'static str,
    /// Which database.
    pub database: &'static str,
    /// What was done.
    pub what: String,
    /// Accounts of the centre.
    pub accounts: usize,
    /// What the figures count.
    pub unit: &'static str,
    /// Ours.
    pub ours: u64,
    /// The baseline's, where there is one.
    pub bare: Option<u64>,
    /// Ours in thousandths of the baseline.
    pub ratio_thousandths: Option<u64>,
    /// What is to be reached, in words.
    pub reach: &'static str,
    /// Whether it is; nothing where the measure asks for nothing at this size.
    pub reached: Option<bool>,
}

/// The times of one list.
#[derive(Clone, Debug, Serialize)]
pub struct ListRow {
    /// Which database.
    pub database: &'static str,
    /// Accounts of the centre.
    pub accounts: usize,
    /// The path.
    pub list: String,
    /// Whether it is a list; else sums over one or a single page, which P8 doesn't judge.
    pub is_list: bool,
    /// Clients at once.
    pub clients: usize,
    /// Different questions asked.
    pub questions: usize,
    /// Half of the answers came within, in microseconds.
    pub p50_micros: u64,
    /// So did 95 of 100.
    pub p95_micros: u64,
    /// The slowest.
    pub max_micros: u64,
    /// What the slowest was asked.
    pub slowest: String,
}

/// All that a run found out.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Machine, versions, load before and after.
    pub machine: String,
    /// The figures.
    pub rows: Vec<Row>,
    /// The lists.
    pub lists: Vec<ListRow>,
    /// What else should be known, in sentences.
    pub notes: Vec<String>,
}

impl Report {
    pub(crate) fn new(machine: String) -> Report {
        Report {
            machine,
            rows: Vec::new(),
            lists: Vec::new(),
            notes: Vec::new(),
        }
    }

    pub(crate) fn add(&mut self, row: Row) {
        println!("{}", line(&row));
        self.rows.push(row);
    }

    pub(crate) fn add_list(&mut self, row: ListRow) {
        println!("{}", list_line(&row));
        self.lists.push(row);
    }

    pub(crate) fn note(&mut self, sentence: String) {
        println!("{sentence}");
        self.notes.push(sentence);
    }

    pub(crate) fn machine_after(&mut self, load: &str) {
        self.machine = format!("{}; at the end {load}", self.machine);
    }

    /// The tables as Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = format!("**Machine.** {}\n\n", self.machine);
        text.push_str("| | database | what | ours | bare | ratio | reach | |\n");
        text.push_str("|---|---|---|---|---|---|---|---|\n");
        for row in &self.rows {
            text.push_str(&line(row));
            text.push('\n');
        }
        if !self.lists.is_empty() {
            text.push_str(
                "\n| list | database | accounts | clients | questions | P50 | P95 | max | slowest \
                 |\n|---|---|---|---|---|---|---|---|---|\n",
            );
        }
        let shown = |row: &&ListRow| row.is_list || row.p95_micros > SHOWN_MICROS;
        for row in self.lists.iter().filter(shown) {
            text.push_str(&list_line(row));
            text.push('\n');
        }
        for note in &self.notes {
            let _ = write!(text, "\n{note}\n");
        }
        text
    }

    /// Writes `report.md` and `report.jsonl` into a folder.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn write(&self, folder: &Path) -> Result {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("report.md"), self.markdown())?;
        let mut lines = String::new();
        for row in &self.rows {
            lines.push_str(&serde_json::to_string(row)?);
            lines.push('\n');
        }
        for row in &self.lists {
            lines.push_str(&serde_json::to_string(row)?);
            lines.push('\n');
        }
        fs::write(folder.join("report.jsonl"), lines)?;
        Ok(())
    }
}

fn line(row: &Row) -> String {
    let bare = row.bare.map_or_else(|| "–".to_owned(), grouped);
    let ratio = row
        .ratio_thousandths
        .map_or_else(|| "–".to_owned(), decimal);
    let reached = match row.reached {
        Some(true) => "✓",
        Some(false) => "✗",
        None => "",
    };
    format!(
        "| {} | {} | {} | {} {} | {bare} | {ratio} | {} | {reached} |",
        row.measure,
        row.database,
        row.what,
        grouped(row.ours),
        row.unit,
        row.reach
    )
}

fn list_line(row: &ListRow) -> String {
    format!(
        "| `{}` | {} | {} | {} | {} | {} | {} | {} | `{}` |",
        row.list,
        row.database,
        grouped(row.accounts as u64),
        row.clients,
        row.questions,
        millis(row.p50_micros),
        millis(row.p95_micros),
        millis(row.max_micros),
        row.slowest
    )
}

/// `1,234,567`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Thousandths as `0.61`.
fn decimal(thousandths: u64) -> String {
    format!("{}.{:02}", thousandths / 1_000, thousandths % 1_000 / 10)
}

/// Microseconds as `12.3 ms`.
pub(crate) fn millis(micros: u64) -> String {
    format!("{}.{} ms", micros / 1_000, micros % 1_000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_times_are_in_milliseconds() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(decimal(1_049), "1.04");
        assert_eq!(millis(12_345), "12.3 ms");
    }
}
