//! One row being read: each field by its column, everything wrong with it told.

use kernel::{AccountNo, Date, EmployerNo, Fault, Fen, Month, Rate};

use super::differences::{Difference, DifferenceKind, Differences};
use super::source::Record;
use super::tables::TableFile;

/// A row at hand. A method that answers `None` has told why.
pub(super) struct Reading<'a> {
    table: &'static TableFile,
    record: &'a Record,
    differences: &'a mut Differences,
    faulty: bool,
}

impl<'a> Reading<'a> {
    pub(super) const fn new(
        table: &'static TableFile,
        record: &'a Record,
        differences: &'a mut Differences,
    ) -> Self {
        Self {
            table,
            record,
            differences,
            faulty: false,
        }
    }

    pub(super) fn line(&self) -> u64 {
        self.record.line
    }

    pub(super) fn line_no(&self) -> i64 {
        i64::try_from(self.record.line).unwrap_or(i64::MAX)
    }

    /// Whether anything wrong was told.
    pub(super) const fn is_faulty(&self) -> bool {
        self.faulty
    }

    /// Leaves the row out: what is wrong with it is told once for all rows that have it.
    pub(super) const fn leave_out(&mut self) {
        self.faulty = true;
    }

    /// Tells what is wrong with a column.
    pub(super) fn find(&mut self, key: &str, code: &'static str, sentence: impl Into<String>) {
        self.faulty = true;
        let column = self.table.columns.iter().find(|column| column.key == key);
        let name = column.map_or("", |column| column.name);
        let subject = self.record.text(0).to_owned();
        let told = Difference::told(code, subject, sentence);
        let told = told.in_line(self.table.file, self.record.line, name);
        self.differences.add(DifferenceKind::Rows, told);
    }

    /// The text, empty when there is none.
    pub(super) fn text(&self, key: &str) -> String {
        let columns = self.table.columns;
        let index = columns.iter().position(|column| column.key == key);
        index.map_or("", |index| self.record.text(index)).to_owned()
    }

    /// A text that must be there, of at most so many characters.
    pub(super) fn required(&mut self, key: &str, max: usize) -> Option<String> {
        let text = self.text(key);
        if text.is_empty() {
            self.find(key, "field_missing", "不能为空");
            return None;
        }
        self.within(key, text, max)
    }

    /// A text that may be empty.
    pub(super) fn optional(&mut self, key: &str, max: usize) -> Option<Option<String>> {
        let text = self.text(key);
        if text.is_empty() {
            return Some(None);
        }
        self.within(key, text, max).map(Some)
    }

    fn within(&mut self, key: &str, text: String, max: usize) -> Option<String> {
        if text.chars().count() > max {
            self.find(key, "field_too_long", format!("不能超过{max}个字"));
            return None;
        }
        if text.chars().any(char::is_control) {
            self.find(key, "field_control_character", "含有不可见的控制字符");
            return None;
        }
        Some(text)
    }

    /// A value that must be there.
    pub(super) fn value<T, F: Fault>(
        &mut self,
        key: &str,
        read: impl FnOnce(&str) -> Result<T, F>,
    ) -> Option<T> {
        let text = self.required(key, 255)?;
        self.keep(key, read(&text))
    }

    /// A value that may be left out.
    pub(super) fn maybe<T, F: Fault>(
        &mut self,
        key: &str,
        read: impl FnOnce(&str) -> Result<T, F>,
    ) -> Option<Option<T>> {
        match self.optional(key, 255)? {
            None => Some(None),
            Some(text) => self.keep(key, read(&text)).map(Some),
        }
    }

    /// The value, or a finding.
    pub(super) fn keep<T, F: Fault>(&mut self, key: &str, value: Result<T, F>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(fault) => {
                self.find(key, fault.code(), fault.to_string());
                None
            }
        }
    }

    /// An amount that must be there.
    pub(super) fn amount(&mut self, key: &str) -> Option<Fen> {
        self.value(key, Fen::parse)
    }

    /// An amount that must be there and isn't negative.
    pub(super) fn sum(&mut self, key: &str) -> Option<Fen> {
        let amount = self.amount(key)?;
        self.not_negative(key, amount)
    }

    /// An amount that isn't negative, zero when left out.
    pub(super) fn sum_or_zero(&mut self, key: &str) -> Option<Fen> {
        let amount = self.maybe(key, Fen::parse)?.unwrap_or(Fen::ZERO);
        self.not_negative(key, amount)
    }

    fn not_negative(&mut self, key: &str, amount: Fen) -> Option<Fen> {
        if amount.is_negative() {
            self.find(key, "amount_negative", "金额不能为负数");
            return None;
        }
        Some(amount)
    }

    /// A date that must be there; a time of day behind it is left alone.
    pub(super) fn date(&mut self, key: &str) -> Option<Date> {
        self.value(key, |text| Date::parse(day_of(text)))
    }

    /// A date that may be left out.
    pub(super) fn maybe_date(&mut self, key: &str) -> Option<Option<Date>> {
        self.maybe(key, |text| Date::parse(day_of(text)))
    }

    /// A month that must be there.
    pub(super) fn month(&mut self, key: &str) -> Option<Month> {
        self.value(key, Month::parse)
    }

    /// A month that may be left out.
    pub(super) fn maybe_month(&mut self, key: &str) -> Option<Option<Month>> {
        self.maybe(key, Month::parse)
    }

    /// A rate of contribution: the standard keeps percents, some systems fractions.
    pub(super) fn contribution_rate(&mut self, key: &str) -> Option<Rate> {
        let rate = self.value(key, Rate::parse_percent)?;
        // No rate is below one percent: what is, was written as a fraction.
        let one_percent = Rate::from_percent(1);
        if rate >= one_percent || rate.ppb() == 0 {
            return Some(rate);
        }
        rate.ppb().checked_mul(100).map(Rate::new)
    }

    /// A rate of interest: the standard keeps seven decimals of a fraction, `0.0310000`; percents
    /// are told by their size or their sign.
    pub(super) fn interest_rate(&mut self, key: &str) -> Option<Rate> {
        let text = self.required(key, 20)?;
        let read = match Rate::parse(&text) {
            Ok(rate) => Ok(rate),
            Err(_) => Rate::parse_percent(&text),
        };
        self.keep(key, read)
    }

    /// A whole number that isn't negative.
    pub(super) fn count(&mut self, key: &str) -> Option<i64> {
        let text = self.required(key, 20)?;
        let whole = text.strip_suffix(".00").unwrap_or(&text);
        match whole.parse::<u32>() {
            Ok(count) => Some(i64::from(count)),
            Err(_) => {
                self.find(key, "count_malformed", "应为不小于零的整数");
                None
            }
        }
    }

    /// A code of a set as the standard writes it, or its Chinese word.
    pub(super) fn code<T: Copy>(&mut self, key: &str, set: &[(&str, &str, T)]) -> Option<T> {
        let text = self.required(key, 255)?;
        self.code_of(key, set, &text)
    }

    /// A code that may be left out.
    pub(super) fn maybe_code<T: Copy>(
        &mut self,
        key: &str,
        set: &[(&str, &str, T)],
    ) -> Option<Option<T>> {
        match self.optional(key, 255)? {
            None => Some(None),
            Some(text) => self.code_of(key, set, &text).map(Some),
        }
    }

    fn code_of<T: Copy>(&mut self, key: &str, set: &[(&str, &str, T)], text: &str) -> Option<T> {
        let known = set
            .iter()
            .find(|(code, label, _)| *code == text || *label == text);
        if known.is_none() {
            let codes: Vec<String> = set
                .iter()
                .map(|(code, label, _)| format!("{code}{label}"))
                .collect();
            let sentence = format!("没有代码“{text}”，应为：{}", codes.join("、"));
            self.find(key, "code_unknown", sentence);
        }
        known.map(|(_, _, value)| *value)
    }

    /// 个人账号, kept as it is: digits, the first not zero.
    pub(super) fn account_no(&mut self, key: &str) -> Option<AccountNo> {
        let text = self.required(key, 20)?;
        self.whole_number(key, &text)?;
        self.keep(key, text.parse())
    }

    /// 单位账号, kept as it is.
    pub(super) fn employer_no(&mut self, key: &str) -> Option<EmployerNo> {
        let text = self.required(key, 20)?;
        self.whole_number(key, &text)?;
        self.keep(key, text.parse())
    }

    /// 单位账号 that may be left out.
    pub(super) fn maybe_employer_no(&mut self, key: &str) -> Option<Option<EmployerNo>> {
        match self.text(key).is_empty() {
            true => Some(None),
            false => self.employer_no(key).map(Some),
        }
    }

    /// Leading zeros would be lost: two numbers may differ by them alone.
    fn whole_number(&mut self, key: &str, text: &str) -> Option<()> {
        if text.starts_with('0') {
            self.find(key, "number_leading_zero", "账号不能以0开头，请改编后移入");
            return None;
        }
        Some(())
    }
}

/// The day of `2010-05-01 00:00:00` and `2010-05-01T00:00:00`.
fn day_of(text: &str) -> &str {
    text.split([' ', 'T']).next().unwrap_or(text)
}
