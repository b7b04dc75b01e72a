//! The fields of an employer that can be changed, each read and written as the text that a form has.

use db::{RowKeys, Sealed};
use kernel::{OrBroken, Result};
use std::collections::BTreeMap;

use crate::employer::model::{Affiliation, EconomicType, Employer, Industry, sealed};
use crate::employer::rule::compared_name;
use crate::member::{self, IdKind};
use settlement::bank_account::BankCode;

db::codes! {
    /// A field of an employer that can be changed. Rates aren't among them: with them every member's
    /// monthly amount changes, which is the roster's business; nor are the days of opening and first
    /// contribution, from which months are owed, nor the branch.
    pub enum Field {
        /// 单位名称.
        Name = "name", "单位名称";
        /// 统一社会信用代码.
        CreditCode = "credit_code", "统一社会信用代码";
        /// 组织机构代码: it follows from the credit code and is never asked for by itself.
        OrganisationCode = "organisation_code", "组织机构代码";
        /// 单位地址.
        Address = "address", "单位地址";
        /// 单位邮编.
        Postcode = "postcode", "单位邮编";
        /// 单位电子信箱.
        Email = "email", "单位电子信箱";
        /// 单位发薪日.
        Payday = "payday", "单位发薪日";
        /// 单位隶属关系.
        Affiliation = "affiliation", "单位隶属关系";
        /// 单位经济类型.
        EconomicType = "economic_type", "单位经济类型";
        /// 单位所属行业.
        Industry = "industry", "单位所属行业";
        /// 受托银行.
        BankCode = "bank_code", "受托银行";
        /// 单位法人代表姓名.
        LegalPersonName = "legal_person_name", "法定代表人姓名";
        /// 单位法人代表证件类型.
        LegalPersonIdKind = "legal_person_id_kind", "法定代表人证件类型";
        /// 单位法人代表证件号码.
        LegalPersonIdNumber = "legal_person_id_number", "法定代表人证件号码";
        /// 经办人姓名.
        AgentName = "agent_name", "经办人姓名";
        /// 经办人证件类型.
        AgentIdKind = "agent_id_kind", "经办人证件类型";
        /// 经办人证件号码.
        AgentIdNumber = "agent_id_number", "经办人证件号码";
        /// 经办人手机号码.
        AgentMobile = "agent_mobile", "经办人手机号码";
        /// 经办人固定电话号码.
        AgentPhone = "agent_phone", "经办人固定电话";
    }
}

/// What the fields of an employer hold, opened: for the moment in which they are compared.
pub(crate) type Values = BTreeMap<Field, Option<String>>;

impl Field {
    /// Where the form has it: what a finding names.
    pub(crate) const fn pointer(self) -> &'static str {
        match self {
            Self::LegalPersonName => "/legal_person/name",
            Self::LegalPersonIdKind => "/legal_person/id_kind",
            Self::LegalPersonIdNumber => "/legal_person/id_number",
            Self::AgentName => "/agent/name",
            Self::AgentIdKind => "/agent/id_kind",
            Self::AgentIdNumber => "/agent/id_number",
            Self::AgentMobile => "/agent/mobile",
            Self::AgentPhone => "/agent/phone",
            other => other.code(),
        }
    }

    /// Whether it is of a person, so that it is sealed and shown masked.
    pub(crate) const fn is_personal(self) -> bool {
        self.sealed_as().is_some()
    }

    /// The column that it is sealed for in the employer's row.
    const fn sealed_as(self) -> Option<&'static str> {
        match self {
            Self::LegalPersonName => Some(sealed::LEGAL_PERSON_NAME),
            Self::LegalPersonIdNumber => Some(sealed::LEGAL_PERSON_ID_NUMBER),
            Self::AgentName => Some(sealed::AGENT_NAME),
            Self::AgentIdNumber => Some(sealed::AGENT_ID_NUMBER),
            Self::AgentMobile => Some(sealed::AGENT_MOBILE),
            Self::AgentPhone => Some(sealed::AGENT_PHONE),
            _ => None,
        }
    }

    /// A value as people see it: a code by its word, what is personal masked.
    pub(crate) fn shown(self, value: &str) -> String {
        match self {
            Self::LegalPersonName | Self::AgentName => member::masked_name(value),
            Self::LegalPersonIdNumber | Self::AgentIdNumber | Self::AgentPhone => {
                member::masked_number(value)
            }
            Self::AgentMobile => member::masked_mobile(value),
            Self::Affiliation => word(value, Affiliation::label),
            Self::EconomicType => word(value, EconomicType::label),
            Self::Industry => word(value, Industry::label),
            Self::BankCode => word(value, BankCode::label),
            Self::LegalPersonIdKind | Self::AgentIdKind => word(value, IdKind::label),
            _ => value.to_owned(),
        }
    }
}

/// The word of a code; a text that is none stands for itself.
fn word<T: std::str::FromStr>(code: &str, label: fn(T) -> &'static str) -> String {
    let word = code.parse().ok().map(label);
    word.unwrap_or(code).to_owned()
}

impl Employer {
    /// What its fields hold.
    ///
    /// # Errors
    /// Broken when what is personal can't be opened.
    pub(crate) fn values(&self, keys: &RowKeys<'_>) -> Result<Values> {
        let value = |field: &Field| Ok((*field, self.value(*field, keys)?));
        Field::ALL.iter().map(value).collect()
    }

    /// What a field holds.
    ///
    /// # Errors
    /// Broken when what is personal can't be opened.
    pub(crate) fn value(&self, field: Field, keys: &RowKeys<'_>) -> Result<Option<String>> {
        let code = |code: &str| Ok(Some(code.to_owned()));
        let opened = |value: &Sealed| {
            let column = field.sealed_as().or_broken("a sealed field")?;
            keys.open(column, value).map(Some)
        };
        match field {
            Field::Name => Ok(Some(self.name.clone())),
            Field::CreditCode => Ok(self.credit_code.clone()),
            Field::OrganisationCode => Ok(self.organisation_code.clone()),
            Field::Address => Ok(Some(self.address.clone())),
            Field::Postcode => Ok(self.postcode.clone()),
            Field::Email => Ok(self.email.clone()),
            Field::Payday => Ok(Some(self.payday.to_string())),
            Field::Affiliation => code(self.affiliation.code()),
            Field::EconomicType => code(self.economic_type.code()),
            Field::Industry => code(self.industry.code()),
            Field::BankCode => code(self.bank_code.code()),
            Field::LegalPersonIdKind => code(self.legal_person_id_kind.code()),
            Field::AgentIdKind => code(self.agent_id_kind.code()),
            Field::LegalPersonName => opened(&self.legal_person_name),
            Field::LegalPersonIdNumber => opened(&self.legal_person_id_number),
            Field::AgentName => opened(&self.agent_name),
            Field::AgentIdNumber => opened(&self.agent_id_number),
            Field::AgentMobile => opened(&self.agent_mobile),
            Field::AgentPhone => self.agent_phone.as_ref().map_or(Ok(None), opened),
        }
    }

    /// Puts a value, checked before, into a field.
    ///
    /// # Errors
    /// Broken when the field can't hold it.
    pub(crate) fn put(
        &mut self,
        field: Field,
        value: Option<String>,
        keys: &RowKeys<'_>,
    ) -> Result<()> {
        let text = || value.clone().or_broken("a field that is never empty");
        let sealed = || {
            let column = field.sealed_as().or_broken("a sealed field")?;
            keys.seal(column, &text()?)
        };
        match field {
            Field::Name => {
                self.name = text()?;
                self.name_compared = compared_name(&self.name);
            }
            Field::CreditCode => self.credit_code = value,
            Field::OrganisationCode => self.organisation_code = value,
            Field::Address => self.address = text()?,
            Field::Postcode => self.postcode = value,
            Field::Email => self.email = value,
            Field::Payday => self.payday = read(&text()?)?,
            Field::Affiliation => self.affiliation = read(&text()?)?,
            Field::EconomicType => self.economic_type = read(&text()?)?,
            Field::Industry => self.industry = read(&text()?)?,
            Field::BankCode => self.bank_code = read(&text()?)?,
            Field::LegalPersonIdKind => self.legal_person_id_kind = read(&text()?)?,
            Field::AgentIdKind => self.agent_id_kind = read(&text()?)?,
            Field::LegalPersonName => self.legal_person_name = sealed()?,
            Field::LegalPersonIdNumber => self.legal_person_id_number = sealed()?,
            Field::AgentName => self.agent_name = sealed()?,
            Field::AgentIdNumber => self.agent_id_number = sealed()?,
            Field::AgentMobile => self.agent_mobile = sealed()?,
            Field::AgentPhone => {
                self.agent_phone = value.as_ref().map(|_| sealed()).transpose()?;
            }
        }
        Ok(())
    }
}

fn read<T: std::str::FromStr>(text: &str) -> Result<T> {
    text.parse().ok().or_broken("a value that its field holds")
}
