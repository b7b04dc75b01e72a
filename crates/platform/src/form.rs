//! Checking what a person filled in: every field is looked at, and everything wrong is told at
//! once, each finding beside its field.

use std::borrow::Cow;
use std::str::FromStr;

use kernel::{Fault, Finding, Refusal};

/// The findings of one form in the making. A method that answers `None` has told why.
#[derive(Debug, Default)]
pub struct Form {
    findings: Vec<Finding>,
}

impl Form {
    /// A form with nothing found yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Tells that something is wrong with a field.
    pub fn find(
        &mut self,
        field: impl Into<Cow<'static, str>>,
        code: &'static str,
        sentence: impl Into<String>,
    ) {
        self.findings.push(Finding::new(field, code, sentence));
    }

    /// The value, or a finding about its field.
    pub fn keep<T, F: Fault>(
        &mut self,
        field: impl Into<Cow<'static, str>>,
        value: Result<T, F>,
    ) -> Option<T> {
        value
            .map_err(|fault| self.findings.push(fault.finding(field)))
            .ok()
    }

    /// A text that must be there, without surrounding space: `field_missing`, `field_too_long`,
    /// `field_control_character`. `label` is the field's Chinese name, `max` counts characters.
    pub fn text(
        &mut self,
        field: impl Into<Cow<'static, str>>,
        label: &str,
        text: &str,
        max: usize,
    ) -> Option<String> {
        let field = field.into();
        if text.trim().is_empty() {
            self.find(field, "field_missing", format!("请填写{label}"));
            return None;
        }
        self.optional_text(field, label, Some(text), max)?
    }

    /// A text that may be left out: blank is none. The outer `None` says that it is wrong.
    pub fn optional_text(
        &mut self,
        field: impl Into<Cow<'static, str>>,
        label: &str,
        text: Option<&str>,
        max: usize,
    ) -> Option<Option<String>> {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
            return Some(None);
        };
        if text.chars().count() > max {
            self.find(field, "field_too_long", format!("{label}不能超过{max}个字"));
            return None;
        }
        if text.chars().any(char::is_control) {
            let sentence = format!("{label}含有换行或不可见字符");
            self.find(field, "field_control_character", sentence);
            return None;
        }
        Some(Some(text.to_owned()))
    }

    /// A code of a closed set: `code_unknown`.
    pub fn code<T: FromStr>(
        &mut self,
        field: impl Into<Cow<'static, str>>,
        label: &str,
        code: &str,
    ) -> Option<T> {
        let value = code.trim().parse().ok();
        if value.is_none() {
            self.find(
                field,
                "code_unknown",
                format!("{label}不在可选范围内，请重新选择"),
            );
        }
        value
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// The refusal that carries the findings, in the order they were told.
    #[must_use]
    pub fn refusal(self, code: &'static str) -> Refusal {
        let sentence = match self.findings.as_slice() {
            [only] => only.sentence.clone(),
            findings => format!("有{}处需要更正", findings.len()),
        };
        Refusal::invalid(code, sentence).with_findings(self.findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_wrong_is_told_at_once_in_order() {
        let mut form = Form::new();
        assert_eq!(form.text("name", "名称", "  ", 3), None);
        assert_eq!(form.text("address", "地址", "一二三四", 3), None);
        assert_eq!(form.text("remark", "摘要", "一\n二", 3), None);
        assert_eq!(form.code::<i64>("kind", "类别", "x"), None);
        let refusal = form.refusal("thing_invalid");
        let found: Vec<_> = refusal
            .findings()
            .iter()
            .map(|f| (f.field.as_ref(), f.code))
            .collect();
        assert_eq!(
            found,
            [
                ("name", "field_missing"),
                ("address", "field_too_long"),
                ("remark", "field_control_character"),
                ("kind", "code_unknown"),
            ]
        );
        assert_eq!(refusal.sentence(), "有4处需要更正");
    }

    #[test]
    fn what_is_right_comes_back_trimmed() {
        let mut form = Form::new();
        assert_eq!(
            form.text("name", "名称", " 一二三 ", 3).as_deref(),
            Some("一二三")
        );
        assert_eq!(
            form.optional_text("phone", "电话", Some(" "), 3),
            Some(None)
        );
        assert_eq!(form.code::<i64>("n", "数", " 7 "), Some(7));
        assert!(form.is_clean());
    }
}
