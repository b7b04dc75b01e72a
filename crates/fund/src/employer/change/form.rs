//! What a change asks, and what is wrong with one: every field looked at, all at once.

use std::collections::BTreeMap;

use db::{Digest, Digest32};
use kernel::{CreditCode, Date, EmployerId, MobileNumber, PersonName, Refusal};
use platform::form::Form;
use serde::{Deserialize, Serialize};
use settlement::bank_account::BankCode;

use super::field::{Field, Values};
use crate::employer::model::{Affiliation, EconomicType, Industry};
use crate::employer::registration::{email, organisation_code, phone, postcode};
use crate::employer::rule::{self, Difference};
use crate::member::{IdDocument, IdKind};

/// A change as the clerk filled it in (单位信息变更). Nothing is checked yet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewChange {
    /// How often the employer had been changed when the clerk saw it.
    pub seen: i64,
    /// 变更依据: the document, or why.
    pub basis: String,
    /// What the fields are to hold; the others stay. Empty where a field is to be emptied.
    pub values: BTreeMap<Field, String>,
}

impl std::fmt::Debug for NewChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewChange(…)")
    }
}

/// A change whose fields are in order.
pub(crate) struct Checked {
    pub(crate) basis: String,
    pub(crate) differences: Vec<Difference>,
}

impl NewChange {
    /// The digest of everything asked for, for the idempotency key.
    pub(crate) fn request_hash(&self, employer_id: EmployerId) -> Digest32 {
        let digest = Digest::new("employer.change")
            .column(employer_id)
            .int(self.seen)
            .text(&self.basis);
        let with = |digest: Digest, (field, value): (&Field, &String)| {
            digest.text(field.code()).text(value)
        };
        self.values.iter().fold(digest, with).finish()
    }

    /// Checks every field against what the employer holds.
    ///
    /// # Errors
    /// `employer_invalid` with a finding for each field that is wrong; `employer_change_empty`.
    pub(crate) fn check(&self, before: &Values, today: Date) -> Result<Checked, Refusal> {
        let mut form = Form::new();
        let basis = form.text("basis", "变更依据", &self.basis, 120);
        let mut after = before.clone();
        for (field, text) in &self.values {
            if let Some(value) = checked(&mut form, *field, text) {
                after.insert(*field, value);
            }
        }
        for document in DOCUMENTS {
            self.document(&mut form, document, &mut after, today);
        }
        match basis {
            Some(basis) if form.is_clean() => {
                if after.get(&Field::CreditCode) != before.get(&Field::CreditCode) {
                    let code = after.get(&Field::CreditCode).cloned().flatten();
                    let code = code.as_deref().map(organisation_code);
                    after.insert(Field::OrganisationCode, code);
                }
                let differences = rule::differences(before, &after)?;
                Ok(Checked { basis, differences })
            }
            _ => Err(form.refusal("employer_invalid")),
        }
    }

    /// Holds a person's document together: a number is one of its kind.
    fn document(
        &self,
        form: &mut Form,
        (kind_field, number_field): (Field, Field),
        after: &mut Values,
        today: Date,
    ) {
        let asked = |field| self.values.contains_key(&field);
        if !asked(kind_field) && !asked(number_field) {
            return;
        }
        let kind = after.get(&kind_field).cloned().flatten();
        let number = after.get(&number_field).cloned().flatten();
        let Some(kind) = kind.and_then(|kind| kind.parse().ok()) else {
            return;
        };
        let parsed = IdDocument::parse(kind, number.as_deref().unwrap_or_default(), today);
        if let Some(document) = form.keep(number_field.pointer(), parsed) {
            after.insert(kind_field, Some(document.kind().code().to_owned()));
            after.insert(number_field, Some(document.number().to_owned()));
        }
    }
}

/// The kind and the number of each person's document.
const DOCUMENTS: [(Field, Field); 2] = [
    (Field::LegalPersonIdKind, Field::LegalPersonIdNumber),
    (Field::AgentIdKind, Field::AgentIdNumber),
];

/// The value of a field in the form in which it is kept; the outer `None` says that it is wrong, or
/// not to be asked for.
fn checked(form: &mut Form, field: Field, text: &str) -> Option<Option<String>> {
    let (at, label) = (field.pointer(), field.label());
    match field {
        Field::Name | Field::Address => form.text(at, label, text, 255).map(Some),
        Field::CreditCode => {
            let code = form.keep(at, CreditCode::parse(text))?;
            Some(Some(code.as_str().to_owned()))
        }
        Field::OrganisationCode => None,
        Field::Postcode => postcode(form, Some(text)),
        Field::Email => email(form, Some(text)),
        Field::Payday => payday(form, text),
        Field::Affiliation => code(form, field, text, Affiliation::code),
        Field::EconomicType => code(form, field, text, EconomicType::code),
        Field::Industry => code(form, field, text, Industry::code),
        Field::BankCode => code(form, field, text, BankCode::code),
        Field::LegalPersonIdKind | Field::AgentIdKind => code(form, field, text, IdKind::code),
        Field::LegalPersonName | Field::AgentName => {
            let name = form.keep(at, PersonName::parse(text))?;
            Some(Some(name.as_str().to_owned()))
        }
        // Looked at together with its kind.
        Field::LegalPersonIdNumber | Field::AgentIdNumber => Some(Some(text.to_owned())),
        Field::AgentMobile => {
            let mobile = form.keep(at, MobileNumber::parse(text))?;
            Some(Some(mobile.as_str().to_owned()))
        }
        Field::AgentPhone => phone(form, Some(text)),
    }
}

fn code<T: std::str::FromStr>(
    form: &mut Form,
    field: Field,
    text: &str,
    code: fn(T) -> &'static str,
) -> Option<Option<String>> {
    let value = form.code(field.pointer(), field.label(), text)?;
    Some(Some(code(value).to_owned()))
}

fn payday(form: &mut Form, text: &str) -> Option<Option<String>> {
    let day = text.trim().parse::<i64>().ok();
    match day.filter(|day| (1..=31).contains(day)) {
        Some(day) => Some(Some(day.to_string())),
        None => {
            form.find("payday", "payday_out_of_range", "发薪日应为1至31之间的整数");
            None
        }
    }
}
