//! What keeps an opening load from being kept, and the workbook that tells it.

use std::collections::BTreeMap;

use kernel::Fen;
use sheet::{Heading, Value, Writer};

/// The most differences kept of a kind; beyond it they are counted.
pub const MAX_DIFFERENCES: usize = 10_000;

db::codes! {
    /// A kind of difference: a sheet of the workbook.
    pub enum DifferenceKind {
        /// A row that can't be read.
        Rows = "rows", "行内错误";
        /// People without an account, accounts without a person, one person with two.
        People = "people", "个人与账户";
        /// What an employer's account says, and its members' accounts come to.
        Employers = "employers", "单位与个人";
        /// Months paid twice, after the employer's paid-through month, or far from the first month.
        Months = "months", "缴存月份";
        /// Loans without a contract, arrears without a loan.
        Loans = "loans", "贷款";
        /// A bank account and its ledger account.
        Banks = "banks", "银行专户";
        /// The books by themselves, and what they say of accounts, loans, banks and suspense.
        Ledger = "ledger", "总账与明细";
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// A stable code.
    pub code: &'static str,
    /// The file it stands in; empty when it lies between files.
    pub file: &'static str,
    /// The line of the file, from 1; 0 when it is no line's.
    pub line: u64,
    /// The column by its Chinese name.
    pub column: &'static str,
    /// Whose it is: an account's number, a ledger account.
    pub subject: String,
    /// What it should be.
    pub expected: Option<Fen>,
    /// What it is.
    pub found: Option<Fen>,
    /// The Chinese sentence.
    pub sentence: String,
}

impl Difference {
    /// A difference between two amounts.
    pub(super) fn between(
        code: &'static str,
        subject: impl Into<String>,
        expected: Fen,
        found: Fen,
        sentence: impl Into<String>,
    ) -> Self {
        Self {
            expected: Some(expected),
            found: Some(found),
            ..Self::told(code, subject, sentence)
        }
    }

    /// A difference that is no amount.
    pub(super) fn told(
        code: &'static str,
        subject: impl Into<String>,
        sentence: impl Into<String>,
    ) -> Self {
        Self {
            code,
            file: "",
            line: 0,
            column: "",
            subject: subject.into(),
            expected: None,
            found: None,
            sentence: sentence.into(),
        }
    }

    pub(super) fn in_line(mut self, file: &'static str, line: u64, column: &'static str) -> Self {
        (self.file, self.line, self.column) = (file, line, column);
        self
    }
}

/// Every difference found, by kind.
#[derive(Clone, Debug, Default)]
pub struct Differences {
    kinds: BTreeMap<DifferenceKind, (Vec<Difference>, usize)>,
}

impl Differences {
    pub(super) fn add(&mut self, kind: DifferenceKind, difference: Difference) {
        let (kept, count) = self.kinds.entry(kind).or_default();
        *count += 1;
        if kept.len() < MAX_DIFFERENCES {
            kept.push(difference);
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// How many there are of each kind that there are any of.
    pub fn counts(&self) -> impl Iterator<Item = (DifferenceKind, usize)> {
        self.kinds.iter().map(|(kind, (_, count))| (*kind, *count))
    }

    /// Those of a kind, the first [`MAX_DIFFERENCES`] of them.
    #[must_use]
    pub fn of(&self, kind: DifferenceKind) -> &[Difference] {
        self.kinds.get(&kind).map_or(&[], |(kept, _)| kept)
    }

    /// The workbook: a sheet a kind.
    ///
    /// # Errors
    /// Those of [`Writer`].
    pub fn workbook(&self) -> Result<Vec<u8>, sheet::Error> {
        let headings = [
            Heading::text("文件", 34),
            Heading::count("行"),
            Heading::text("列", 20),
            Heading::text("对象", 26),
            Heading::amount("应为（元）"),
            Heading::amount("实为（元）"),
            Heading::amount("相差（元）"),
            Heading::text("说明", 70),
            Heading::text("代码", 28),
        ];
        let mut writer: Option<Writer> = None;
        for (kind, (kept, count)) in &self.kinds {
            let writer = match &mut writer {
                None => writer.insert(Writer::new(kind.label(), &headings)?),
                Some(writer) => {
                    writer.sheet(kind.label(), &headings)?;
                    writer
                }
            };
            for difference in kept {
                write(writer, difference)?;
            }
            if *count > kept.len() {
                let sentence = format!("另有{}处未列出", count - kept.len());
                write(writer, &Difference::told("beyond_limit", "", sentence))?;
            }
        }
        match writer {
            Some(writer) => writer.finish(),
            None => Writer::new("无差异", &headings)?.finish(),
        }
    }
}

fn write(writer: &mut Writer, difference: &Difference) -> Result<(), sheet::Error> {
    let amount = |amount: Option<Fen>| amount.map_or(Value::Empty, Value::Fen);
    let apart = difference.expected.zip(difference.found);
    let apart = apart.and_then(|(expected, found)| found.checked_sub(expected));
    let line = match i64::try_from(difference.line) {
        Ok(line) if line > 0 => Value::Count(line),
        _ => Value::Empty,
    };
    writer.row(&[
        Value::Text(difference.file),
        line,
        Value::Text(difference.column),
        Value::Text(&difference.subject),
        amount(difference.expected),
        amount(difference.found),
        amount(apart),
        Value::Text(&difference.sentence),
        Value::Text(difference.code),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_the_limit_differences_are_counted() {
        let mut differences = Differences::default();
        for line in 0..=MAX_DIFFERENCES {
            let difference = Difference::told("code", line.to_string(), "说明");
            differences.add(DifferenceKind::Rows, difference);
        }
        assert_eq!(differences.of(DifferenceKind::Rows).len(), MAX_DIFFERENCES);
        let counts: Vec<_> = differences.counts().collect();
        assert_eq!(counts, [(DifferenceKind::Rows, MAX_DIFFERENCES + 1)]);
    }

    #[test]
    fn each_kind_has_its_sheet() {
        let mut differences = Differences::default();
        let one = Difference::told("a", "1001", "没有");
        differences.add(DifferenceKind::People, one.clone());
        let (ten, nine) = (Fen::from_yuan(10), Fen::from_yuan(9));
        let two = Difference::between("b", "201", ten, nine, "不符");
        differences.add(DifferenceKind::Ledger, two);
        let bytes = differences.workbook().unwrap();
        let limits = sheet::Limits::default();
        let book = sheet::Spreadsheet::open(std::io::Cursor::new(bytes), &limits).unwrap();
        let names: Vec<_> = book
            .sheets()
            .iter()
            .map(|sheet| sheet.name.clone())
            .collect();
        assert_eq!(names, ["个人与账户", "总账与明细"]);
    }
}
