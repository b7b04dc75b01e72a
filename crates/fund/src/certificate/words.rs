//! A paper's words: the same facts as a file to print, and as the few lines that the public check
//! shows.

use kernel::{Date, Fen, Month, OrBroken as _, Result};
use render::{Align, Check, Column, Paper, Part, Table};

use super::code::Code;
use super::facts::{Contribution, EntryMade, Facts, MonthPaid, RemittancePaid, Said};
use super::model::Certificate;
use crate::account::MonthKind;
use crate::member::{masked_name, masked_number};
use crate::remittance;

/// Labels with their values.
pub(super) type Lines = Vec<(String, String)>;

/// The page that checks a code, from the public address on.
const CHECK_PAGE: &str = "/hall/verify?code=";

const MONTH_COLUMNS: [Column; 4] = [
    Column {
        heading: "缴存年月",
        share: 14,
        align: Align::Middle,
    },
    Column {
        heading: "业务",
        share: 14,
        align: Align::Middle,
    },
    Column {
        heading: "缴存单位",
        share: 46,
        align: Align::Start,
    },
    Column {
        heading: "金额（元）",
        share: 20,
        align: Align::End,
    },
];

/// The paper of a certificate.
///
/// # Errors
/// Broken when its amounts leave the range of money.
pub(super) fn paper(certificate: &Certificate, code: &Code, facts: &Facts) -> Result<Paper> {
    let issued_on = certificate.issued_at.date_in_china();
    Ok(Paper {
        issuer: facts.centre_name.clone(),
        title: facts.said.paper_title().to_owned(),
        issued_at: certificate.issued_at,
        parts: facts.said.parts()?,
        signature: vec![facts.centre_name.clone(), in_chinese(issued_on)],
        check: check_of(code, facts),
    })
}

fn check_of(code: &Code, facts: &Facts) -> Check {
    let address = facts.public_address.as_ref();
    let how = match address {
        Some(_) => "扫描二维码，或打开上面的网址输入核验码，可核验真伪和是否仍然有效",
        None => "在本中心网上大厅的“核验证明和回单”页输入核验码，可核验真伪和是否仍然有效",
    };
    Check {
        code: code.to_string(),
        address: address.map(|address| format!("{address}{CHECK_PAGE}{}", code.plain())),
        explanation: format!("{how}。本件由系统出具，内容与核验结果不一致的，以核验结果为准。"),
    }
}

impl Said {
    /// The paper's heading.
    const fn paper_title(&self) -> &'static str {
        match self {
            Self::Contribution(_) => "住房公积金缴存证明",
            Self::RemittanceReceipt(_) => "住房公积金汇缴收据",
            Self::EntryReceipt(_) => "住房公积金入账回单",
        }
    }

    /// What tells it from others of its kind, such as `2026-10 汇缴收据`.
    pub(super) fn title(&self) -> String {
        let kind = self.kind().label();
        match self {
            Self::Contribution(said) => format!("{kind}（截至 {}）", said.as_of),
            Self::RemittanceReceipt(said) => format!("{} {kind}", said.month),
            Self::EntryReceipt(said) => match said.month {
                Some(month) => format!("{month} {kind}"),
                None => format!("{} {kind}", said.business_date),
            },
        }
    }

    /// Whose it is, masked as lists show it; an employer's name is no secret.
    pub(super) fn holder_masked(&self) -> String {
        match self {
            Self::Contribution(said) => masked_name(&said.name),
            Self::RemittanceReceipt(said) => said.employer_name.clone(),
            Self::EntryReceipt(said) => masked_name(&said.name),
        }
    }

    /// The holder's document, masked; an employer's paper tells none.
    pub(super) fn id_number_masked(&self) -> Option<String> {
        match self {
            Self::Contribution(said) => Some(masked_number(&said.id_number)),
            Self::RemittanceReceipt(_) => None,
            Self::EntryReceipt(said) => Some(said.id_number_masked.clone()),
        }
    }

    /// What whoever holds the paper compares it with: its figures, and nothing that identifies a
    /// person.
    pub(super) fn told(&self) -> Lines {
        match self {
            Self::Contribution(said) => said.told(),
            Self::RemittanceReceipt(said) => said.lines(),
            Self::EntryReceipt(said) => said.told(),
        }
    }

    fn parts(&self) -> Result<Vec<Part>> {
        match self {
            Self::Contribution(said) => said.parts(),
            Self::RemittanceReceipt(said) => Ok(vec![
                Part::Facts(said.lines()),
                Part::Paragraph("上述款项已按汇缴清册全部记入职工个人账户。".to_owned()),
            ]),
            Self::EntryReceipt(said) => Ok(vec![Part::Facts(said.lines())]),
        }
    }
}

impl Contribution {
    fn told(&self) -> Lines {
        let monthly = self
            .employer_monthly_fen
            .checked_add(self.member_monthly_fen);
        lines([
            ("截止日期", self.as_of.to_string()),
            ("缴存单位", self.employer_name.clone()),
            ("账户状态", self.status.label().to_owned()),
            ("缴存基数", yuan(self.base_fen)),
            ("月缴存额", monthly.map_or_else(String::new, yuan)),
            ("缴至年月", or_dash(self.paid_through)),
            ("账户余额", yuan(self.balance_fen)),
        ])
    }

    fn person(&self) -> Lines {
        lines([
            ("姓名", self.name.clone()),
            ("个人账号", self.account_no.to_string()),
            ("证件类型", self.id_kind.label().to_owned()),
            ("证件号码", self.id_number.clone()),
            ("缴存单位", self.employer_name.clone()),
        ])
    }

    fn account(&self) -> Lines {
        lines([
            ("开户日期", self.opened_on.to_string()),
            ("账户状态", self.status.label().to_owned()),
            ("缴存基数", yuan(self.base_fen)),
            ("缴至年月", or_dash(self.paid_through)),
            ("单位缴存比例", self.employer_rate.to_string()),
            ("个人缴存比例", self.member_rate.to_string()),
            ("单位月缴存额", yuan(self.employer_monthly_fen)),
            ("个人月缴存额", yuan(self.member_monthly_fen)),
            ("账户余额", yuan(self.balance_fen)),
            ("截止日期", self.as_of.to_string()),
            ("余额大写", self.balance_fen.uppercase()),
        ])
    }

    fn parts(&self) -> Result<Vec<Part>> {
        let said = format!(
            "兹证明{}在本中心缴存住房公积金，截至{}，其个人账户情况如下：",
            self.name,
            in_chinese(self.as_of)
        );
        let mut parts = vec![
            Part::Paragraph(said),
            Part::Facts(self.person()),
            Part::Facts(self.account()),
        ];
        if self.months.is_empty() {
            let none = format!("近{}个月没有缴存记录。", self.span_months);
            parts.push(Part::Paragraph(none));
            return Ok(parts);
        }
        let total = Fen::sum(self.months.iter().map(|paid| paid.amount_fen));
        let total = total.or_broken("the months of a certificate")?;
        let mut rows: Vec<Vec<String>> = self.months.iter().map(MonthPaid::row).collect();
        let count = format!("{}个月", self.months.len());
        rows.push(vec![
            "合计".to_owned(),
            count,
            String::new(),
            total.grouped(),
        ]);
        parts.push(Part::Table(Table {
            caption: format!("近{}个月缴存明细", self.span_months),
            columns: MONTH_COLUMNS.to_vec(),
            rows,
        }));
        Ok(parts)
    }
}

impl MonthPaid {
    fn row(&self) -> Vec<String> {
        // What such a month brought lies in the opening balance, and isn't known apart.
        let amount = match self.kind {
            MonthKind::TakenOver => "—".to_owned(),
            _ => self.amount_fen.grouped(),
        };
        vec![
            self.month.to_string(),
            self.kind.label().to_owned(),
            self.employer_name.clone(),
            amount,
        ]
    }
}

impl RemittancePaid {
    fn lines(&self) -> Lines {
        lines([
            ("缴存单位", self.employer_name.clone()),
            ("单位账号", self.employer_no.to_string()),
            ("缴存年月", self.month.to_string()),
            ("汇缴流水号", remittance::serial_text(self.serial)),
            ("缴款码", self.payment_code.clone()),
            ("汇缴人数", format!("{}人", self.people)),
            ("起息日期", or_dash(self.value_date)),
            ("单位缴存额", yuan(self.employer_fen)),
            ("个人缴存额", yuan(self.member_fen)),
            ("金额合计", yuan(self.total_fen)),
            ("记账日期", self.posted_on.to_string()),
            ("金额大写", self.total_fen.uppercase()),
        ])
    }
}

impl EntryMade {
    fn told(&self) -> Lines {
        let mut told = self.lines();
        told.retain(|(label, _)| !matches!(label.as_str(), "姓名" | "证件号码" | "个人账号"));
        told
    }

    fn lines(&self) -> Lines {
        let serial = self.remittance_serial.map(remittance::serial_text);
        lines([
            ("姓名", self.name.clone()),
            ("证件号码", self.id_number_masked.clone()),
            ("个人账号", self.account_no.to_string()),
            ("明细序号", self.entry_no.to_string()),
            ("缴存单位", or_dash(self.employer_name.clone())),
            ("业务类型", self.label.clone()),
            ("缴存年月", or_dash(self.month)),
            ("业务流水号", or_dash(serial)),
            ("记账日期", self.business_date.to_string()),
            ("起息日期", self.value_date.to_string()),
            ("入账金额", yuan(self.amount_fen)),
            ("账户余额", yuan(self.balance_after_fen)),
            ("金额大写", self.amount_fen.uppercase()),
        ])
    }
}

fn lines<const N: usize>(lines: [(&str, String); N]) -> Lines {
    let lines = lines.into_iter();
    lines
        .map(|(label, value)| (label.to_owned(), value))
        .collect()
}

fn yuan(fen: Fen) -> String {
    format!("{} 元", fen.grouped())
}

fn or_dash(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "—".to_owned(), |value| value.to_string())
}

/// `2026年11月8日`.
pub(super) fn in_chinese(date: Date) -> String {
    let month = Month::of(date);
    format!("{}年{}月{}日", date.year(), month.month(), date.day())
}
