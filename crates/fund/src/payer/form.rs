//! What a clerk fills in about payers, and what is wrong with it: every field, all at once.

use db::{Digest, Digest32};
use kernel::{ArrangementId, CreditCode, Date, EmployerId, Refusal, Result};
use platform::form::Form;
use serde::{Deserialize, Serialize};

use super::MAX_EMPLOYERS;
use super::model::PayerKind;
use super::rule::{Days, compared_account};

/// An employer that a payer is to pay for, as filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewArrangement {
    /// The employer.
    pub employer_id: EmployerId,
    /// From when.
    pub first_day: String,
    /// Until when, the day included, when that is agreed.
    pub last_day: Option<String>,
}

/// A payer as filled in. Nothing is checked yet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPayer {
    /// 代付单位名称.
    pub name: String,
    /// 代付类型, a code of [`PayerKind`].
    pub kind: String,
    /// 统一社会信用代码.
    pub credit_code: String,
    /// 付款账户号码.
    pub account_number: String,
    /// 代付依据: the document.
    pub basis: String,
    /// For whom it pays.
    pub employers: Vec<NewArrangement>,
}

impl std::fmt::Debug for NewPayer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewPayer({})", self.name)
    }
}

/// An arrangement that is to end, as filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewEnd {
    /// The arrangement.
    pub arrangement_id: ArrangementId,
    /// Its last day.
    pub last_day: String,
}

/// How what a payer pays for changes, as filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayerChange {
    /// 变更依据: the document.
    pub basis: String,
    /// Arrangements that end.
    pub end: Vec<NewEnd>,
    /// Employers that it pays for from now on.
    pub add: Vec<NewArrangement>,
}

/// An arrangement whose fields are in order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CheckedArrangement {
    pub(crate) employer_id: EmployerId,
    pub(crate) first_day: Date,
    pub(crate) last_day: Option<Date>,
}

impl CheckedArrangement {
    pub(crate) fn days(&self) -> Days {
        Days::new(self.first_day, self.last_day, None)
    }
}

pub(crate) struct CheckedPayer {
    pub(crate) name: String,
    pub(crate) kind: PayerKind,
    pub(crate) credit_code: CreditCode,
    /// As it is compared.
    pub(crate) account_number: String,
    pub(crate) basis: String,
    pub(crate) employers: Vec<CheckedArrangement>,
}

pub(crate) struct CheckedChange {
    pub(crate) basis: String,
    pub(crate) end: Vec<(ArrangementId, Date)>,
    pub(crate) add: Vec<CheckedArrangement>,
}

impl NewPayer {
    /// The digest of everything asked for.
    pub(crate) fn request_hash(&self) -> Digest32 {
        let digest = Digest::new("payer.register")
            .text(&self.name)
            .text(&self.kind)
            .text(&self.credit_code)
            .text(&self.account_number)
            .text(&self.basis);
        with_arrangements(digest, &self.employers).finish()
    }

    /// Checks every field.
    ///
    /// # Errors
    /// `payer_invalid` with a finding a field.
    pub(crate) fn check(&self) -> Result<CheckedPayer> {
        let mut form = Form::new();
        let name = form.text("name", "代付单位名称", &self.name, 120);
        let kind = form.code("kind", "代付类型", &self.kind);
        let credit_code = form.keep("credit_code", CreditCode::parse(&self.credit_code));
        let account_number = account(&mut form, &self.account_number);
        let basis = form.text("basis", "代付依据", &self.basis, 120);
        let employers = arrangements(&mut form, "employers", &self.employers);
        match (name, kind, credit_code, account_number, basis) {
            (Some(name), Some(kind), Some(credit_code), Some(account_number), Some(basis))
                if form.is_clean() =>
            {
                Ok(CheckedPayer {
                    name,
                    kind,
                    credit_code,
                    account_number,
                    basis,
                    employers,
                })
            }
            _ => Err(form.refusal("payer_invalid").into()),
        }
    }
}

impl PayerChange {
    /// The digest of everything asked for.
    pub(crate) fn request_hash(&self, payer: impl db::Column) -> Digest32 {
        let mut digest = Digest::new("payer.change").column(payer).text(&self.basis);
        for end in &self.end {
            digest = digest.column(end.arrangement_id).text(&end.last_day);
        }
        with_arrangements(digest.text("add"), &self.add).finish()
    }

    /// Checks every field.
    ///
    /// # Errors
    /// `payer_change_empty`; `payer_invalid` with a finding a field.
    pub(crate) fn check(&self) -> Result<CheckedChange> {
        let mut form = Form::new();
        let basis = form.text("basis", "变更依据", &self.basis, 120);
        let mut end = Vec::with_capacity(self.end.len());
        for (place, one) in self.end.iter().enumerate() {
            let last_day = form.keep(format!("/end/{place}/last_day"), Date::parse(&one.last_day));
            end.extend(last_day.map(|day| (one.arrangement_id, day)));
        }
        let add = arrangements(&mut form, "add", &self.add);
        match basis {
            Some(basis) if form.is_clean() => {
                if end.is_empty() && add.is_empty() {
                    let sentence = "请选择要增加或终止代付的单位";
                    return Err(Refusal::invalid("payer_change_empty", sentence).into());
                }
                Ok(CheckedChange { basis, end, add })
            }
            _ => Err(form.refusal("payer_invalid").into()),
        }
    }
}

fn with_arrangements(digest: Digest, arrangements: &[NewArrangement]) -> Digest {
    arrangements.iter().fold(digest, |digest, one| {
        digest
            .column(one.employer_id)
            .text(&one.first_day)
            .text_or_none(one.last_day.as_deref())
    })
}

/// As many characters as a wire tells of its payer's account (JGJ/T 320-2014).
fn account(form: &mut Form, text: &str) -> Option<String> {
    let text = form.text("account_number", "付款账户号码", text, 30)?;
    let number = compared_account(&text);
    if number.is_empty() {
        let sentence = "付款账户号码应为数字";
        form.find("account_number", "account_number_malformed", sentence);
        return None;
    }
    Some(number)
}

fn arrangements(form: &mut Form, field: &str, new: &[NewArrangement]) -> Vec<CheckedArrangement> {
    if new.len() > MAX_EMPLOYERS {
        let sentence = format!("一次最多登记{MAX_EMPLOYERS}个单位，请分次办理");
        form.find(field.to_owned(), "payer_too_many_employers", sentence);
        return Vec::new();
    }
    let mut checked: Vec<CheckedArrangement> = Vec::with_capacity(new.len());
    for (place, one) in new.iter().enumerate() {
        let at = |name: &str| format!("/{field}/{place}/{name}");
        let first_day = form.keep(at("first_day"), Date::parse(&one.first_day));
        let last_day = match one.last_day.as_deref().map(str::trim) {
            None | Some("") => Some(None),
            Some(text) => form.keep(at("last_day"), Date::parse(text)).map(Some),
        };
        let (Some(first_day), Some(last_day)) = (first_day, last_day) else {
            continue;
        };
        let one = CheckedArrangement {
            employer_id: one.employer_id,
            first_day,
            last_day,
        };
        if one.days().is_empty() {
            let sentence = "代付止日不能早于起日";
            form.find(at("last_day"), "arrangement_days_reversed", sentence);
        }
        let before = checked.iter().find(|other| {
            other.employer_id == one.employer_id && other.days().overlaps(one.days())
        });
        if before.is_some() {
            let sentence = "同一单位填了两行，代付起止日期重叠";
            form.find(at("employer_id"), "arrangement_repeated", sentence);
        }
        checked.push(one);
    }
    checked
}
