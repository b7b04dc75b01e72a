//! What a registration asks, and what is wrong with one: every field looked at, all at once.

use db::{Digest, Digest32};
use kernel::{
    BranchId, CreditCode, Date, Error, MobileNumber, Month, PersonName, Rate, Refusal, Result,
};
use platform::form::Form;
use serde::{Deserialize, Serialize};
use settlement::bank_account::BankCode;

use super::model::{Affiliation, EconomicType, Industry};
use crate::member::{IdDocument, IdKind};

/// A registration as the clerk filled it in (缴存登记). Nothing is checked yet, so that what is wrong
/// can be told field by field and all together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// 单位名称.
    pub name: String,
    /// 统一社会信用代码.
    pub credit_code: String,
    /// 单位地址.
    pub address: String,
    /// 单位邮编.
    pub postcode: Option<String>,
    /// 单位电子信箱.
    pub email: Option<String>,
    /// 单位发薪日, 1 to 31.
    pub payday: i64,
    /// 单位隶属关系, a code of [`Affiliation`].
    pub affiliation: String,
    /// 单位经济类型, a code of [`EconomicType`].
    pub economic_type: String,
    /// 单位所属行业, a code of [`Industry`].
    pub industry: String,
    /// 单位设立日期.
    pub established_on: String,
    /// 单位开户日期; today when left out.
    pub opened_on: Option<String>,
    /// 起缴年月.
    pub first_month: String,
    /// 管理部.
    pub branch_id: BranchId,
    /// 受托银行代码, a code of [`BankCode`].
    pub bank_code: String,
    /// 单位缴存比例.
    pub employer_rate: Rate,
    /// 个人缴存比例.
    pub member_rate: Rate,
    /// 单位法人代表.
    pub legal_person: Person,
    /// 经办人.
    pub agent: Agent,
}

/// 法人代表 as filled in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// 姓名.
    pub name: String,
    /// 证件类型, a code of [`IdKind`].
    pub id_kind: String,
    /// 证件号码.
    pub id_number: String,
}

/// 经办人 as filled in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// 姓名.
    pub name: String,
    /// 证件类型, a code of [`IdKind`].
    pub id_kind: String,
    /// 证件号码.
    pub id_number: String,
    /// 手机号码.
    pub mobile: String,
    /// 固定电话号码.
    pub phone: Option<String>,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person(…)")
    }
}

impl std::fmt::Debug for Agent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Agent(…)")
    }
}

/// What policy and calendar ask of a registration.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms {
    /// The calendar's date in China.
    pub(crate) today: Date,
    /// 缴存比例下限 (Regulation article 18).
    pub(crate) rate_floor: Rate,
    /// 缴存比例上限 (建金管〔2005〕5号).
    pub(crate) rate_ceiling: Rate,
    /// Whether both sides must contribute at one rate.
    pub(crate) rates_equal: bool,
}

/// A registration whose fields are in order.
#[derive(Clone, Debug)]
pub(crate) struct Checked {
    pub(crate) organisation: Organisation,
    pub(crate) days: Days,
    pub(crate) employer_rate: Rate,
    pub(crate) member_rate: Rate,
    pub(crate) branch_id: BranchId,
    pub(crate) legal_person: CheckedPerson,
    pub(crate) agent: CheckedPerson,
    pub(crate) agent_mobile: MobileNumber,
    pub(crate) agent_phone: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Organisation {
    pub(crate) name: String,
    pub(crate) credit_code: CreditCode,
    pub(crate) address: String,
    pub(crate) postcode: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) payday: i64,
    pub(crate) affiliation: Affiliation,
    pub(crate) economic_type: EconomicType,
    pub(crate) industry: Industry,
    pub(crate) bank_code: BankCode,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Days {
    pub(crate) established_on: Date,
    pub(crate) opened_on: Date,
    pub(crate) first_month: Month,
}

#[derive(Clone, Debug)]
pub(crate) struct CheckedPerson {
    pub(crate) name: PersonName,
    pub(crate) document: IdDocument,
}

impl Registration {
    /// The digest of everything asked for, for the idempotency key.
    pub(crate) fn request_hash(&self) -> Result<Digest32> {
        let json = serde_json::to_string(self).map_err(|e| Error::broken(e.to_string()))?;
        Ok(Digest::new("employer.register").text(&json).finish())
    }

    /// Checks every field.
    ///
    /// # Errors
    /// `employer_invalid` with a finding for each field that is wrong.
    pub(crate) fn check(&self, terms: &Terms) -> std::result::Result<Checked, Refusal> {
        let mut form = Form::new();
        let organisation = self.organisation(&mut form);
        let days = self.days(&mut form, terms.today);
        self.rates(&mut form, terms);
        let person = &self.legal_person;
        let legal_person = checked_person(
            &mut form,
            [
                "/legal_person/name",
                "/legal_person/id_kind",
                "/legal_person/id_number",
            ],
            [&person.name, &person.id_kind, &person.id_number],
            terms.today,
        );
        let agent = checked_person(
            &mut form,
            ["/agent/name", "/agent/id_kind", "/agent/id_number"],
            [&self.agent.name, &self.agent.id_kind, &self.agent.id_number],
            terms.today,
        );
        let mobile = form.keep("/agent/mobile", MobileNumber::parse(&self.agent.mobile));
        let phone = phone(&mut form, self.agent.phone.as_deref());
        match (organisation, days, legal_person, agent, mobile, phone) {
            (
                Some(organisation),
                Some(days),
                Some(legal_person),
                Some(agent),
                Some(agent_mobile),
                Some(agent_phone),
            ) if form.is_clean() => Ok(Checked {
                organisation,
                days,
                employer_rate: self.employer_rate,
                member_rate: self.member_rate,
                branch_id: self.branch_id,
                legal_person,
                agent,
                agent_mobile,
                agent_phone,
            }),
            _ => Err(form.refusal("employer_invalid")),
        }
    }

    fn organisation(&self, form: &mut Form) -> Option<Organisation> {
        let name = form.text("name", "单位名称", &self.name, 255);
        let credit_code = form.keep("credit_code", CreditCode::parse(&self.credit_code));
        let address = form.text("address", "单位地址", &self.address, 255);
        let postcode = postcode(form, self.postcode.as_deref());
        let email = email(form, self.email.as_deref());
        if !(1..=31).contains(&self.payday) {
            form.find("payday", "payday_out_of_range", "发薪日应为1至31之间的整数");
        }
        let affiliation = form.code("affiliation", "单位隶属关系", &self.affiliation);
        let economic_type = form.code("economic_type", "单位经济类型", &self.economic_type);
        let industry = form.code("industry", "单位所属行业", &self.industry);
        let bank_code = form.code("bank_code", "受托银行", &self.bank_code);
        Some(Organisation {
            name: name?,
            credit_code: credit_code?,
            address: address?,
            postcode: postcode?,
            email: email?,
            payday: self.payday,
            affiliation: affiliation?,
            economic_type: economic_type?,
            industry: industry?,
            bank_code: bank_code?,
        })
    }

    /// Established, then opened, then contributing; nothing of it lies ahead but the first month,
    /// which is at most the month after opening.
    fn days(&self, form: &mut Form, today: Date) -> Option<Days> {
        let established_on = form.keep("established_on", Date::parse(&self.established_on));
        let opened_on = match self.opened_on.as_deref().map(str::trim) {
            None | Some("") => Some(today),
            Some(text) => form.keep("opened_on", Date::parse(text)),
        };
        let first_month = form.keep("first_month", Month::parse(&self.first_month));
        if opened_on.is_some_and(|opened| opened > today) {
            form.find("opened_on", "opened_on_ahead", "单位开户日期不能晚于今天");
        }
        let (established_on, first_month) = match (established_on, first_month) {
            (Some(established), first) => {
                if opened_on.is_some_and(|opened| established > opened) {
                    let sentence = "单位设立日期不能晚于单位开户日期";
                    form.find("established_on", "established_on_after_opening", sentence);
                }
                if first.is_some_and(|first| first < established.month()) {
                    let sentence = "起缴年月不能早于单位设立的月份";
                    form.find("first_month", "first_month_before_establishment", sentence);
                }
                (established, first?)
            }
            (None, _) => return None,
        };
        let opened_on = opened_on?;
        if first_month > opened_on.month().next() {
            let sentence = "起缴年月不能晚于单位开户的次月";
            form.find("first_month", "first_month_ahead", sentence);
        }
        Some(Days {
            established_on,
            opened_on,
            first_month,
        })
    }

    fn rates(&self, form: &mut Form, terms: &Terms) {
        let (floor, ceiling) = (terms.rate_floor, terms.rate_ceiling);
        let sides = [
            ("employer_rate_ppb", "单位缴存比例", self.employer_rate),
            ("member_rate_ppb", "个人缴存比例", self.member_rate),
        ];
        for (field, label, rate) in sides {
            if !(floor..=ceiling).contains(&rate) {
                let sentence = format!("{label}应在{floor}至{ceiling}之间，现为{rate}");
                form.find(field, "rate_out_of_range", sentence);
            }
        }
        if terms.rates_equal && self.employer_rate != self.member_rate {
            let sentence = "单位缴存比例与个人缴存比例应一致";
            form.find("member_rate_ppb", "rates_differ", sentence);
        }
    }
}

fn checked_person(
    form: &mut Form,
    [name_field, kind_field, number_field]: [&'static str; 3],
    [name, kind, number]: [&str; 3],
    today: Date,
) -> Option<CheckedPerson> {
    let name = form.keep(name_field, PersonName::parse(name));
    let kind: Option<IdKind> = form.code(kind_field, "证件类型", kind);
    let document =
        kind.and_then(|kind| form.keep(number_field, IdDocument::parse(kind, number, today)));
    Some(CheckedPerson {
        name: name?,
        document: document?,
    })
}

/// 组织机构代码 of a checked credit code: its ninth to seventeenth characters (GB 32100-2015).
pub(super) fn organisation_code(credit_code: &str) -> String {
    credit_code.chars().skip(8).take(9).collect()
}

/// 邮政编码: six digits.
pub(super) fn postcode(form: &mut Form, text: Option<&str>) -> Option<Option<String>> {
    let code = form.optional_text("postcode", "单位邮编", text, 6)?;
    if code.as_ref().is_some_and(|code| !is_digits(code, 6)) {
        form.find("postcode", "postcode_malformed", "邮政编码应为6位数字");
        return None;
    }
    Some(code)
}

fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An address that mail can be sent to, as far as its text tells: one @ between a name and a
/// domain that has a dot inside.
pub(super) fn email(form: &mut Form, text: Option<&str>) -> Option<Option<String>> {
    let email = form.optional_text("email", "单位电子信箱", text, 120)?;
    let well_formed = |email: &str| {
        let Some((local, domain)) = email.split_once('@') else {
            return false;
        };
        let labels: Vec<&str> = domain.split('.').collect();
        let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '@' | ',' | ';' | '<' | '>');
        !local.is_empty()
            && email.chars().filter(|c| *c != '@').all(plain)
            && !domain.contains('@')
            && labels.len() > 1
            && labels.iter().all(|label| !label.is_empty())
    };
    if email.as_deref().is_some_and(|email| !well_formed(email)) {
        form.find(
            "email",
            "email_malformed",
            "电子信箱格式不正确，应如 name@example.cn",
        );
        return None;
    }
    Some(email)
}

/// 固定电话: 7 to 20 digits and signs that people put between them.
pub(super) fn phone(form: &mut Form, text: Option<&str>) -> Option<Option<String>> {
    let phone = form.optional_text("/agent/phone", "固定电话", text, 20)?;
    let well_formed = |phone: &str| {
        phone.chars().filter(char::is_ascii_digit).count() >= 7
            && phone
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '(' | ')' | ' '))
    };
    if phone.as_deref().is_some_and(|phone| !well_formed(phone)) {
        form.find(
            "/agent/phone",
            "phone_malformed",
            "固定电话应为区号加号码，如 028-86543210",
        );
        return None;
    }
    Some(phone)
}
