//! What a paper says, as it is kept: figures and names of the moment it was issued.

use kernel::{AccountNo, Date, EmployerNo, Fen, Month, Rate};
use serde::{Deserialize, Serialize};

use super::model::CertificateKind;
use crate::account::{AccountStatus, MonthKind};
use crate::member::IdKind;

/// Everything that a paper is drawn from, but for its code and when it was issued. Not `Debug`: it
/// is personal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Facts {
    /// Who issues it.
    pub(crate) centre_name: String,
    /// Where the public reaches the centre's pages, without a slash at the end; unknown where the
    /// configuration doesn't tell.
    pub(crate) public_address: Option<String>,
    pub(crate) said: Said,
}

/// What it is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Said {
    Contribution(Contribution),
    RemittanceReceipt(RemittancePaid),
    EntryReceipt(EntryMade),
}

/// A member's account on a day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Contribution {
    pub(crate) as_of: Date,
    pub(crate) account_no: AccountNo,
    pub(crate) name: String,
    pub(crate) id_kind: IdKind,
    pub(crate) id_number: String,
    pub(crate) employer_name: String,
    pub(crate) status: AccountStatus,
    pub(crate) opened_on: Date,
    pub(crate) base_fen: Fen,
    pub(crate) employer_rate: Rate,
    pub(crate) member_rate: Rate,
    pub(crate) employer_monthly_fen: Fen,
    pub(crate) member_monthly_fen: Fen,
    pub(crate) balance_fen: Fen,
    pub(crate) paid_through: Option<Month>,
    /// How many months back the list of months goes.
    pub(crate) span_months: i32,
    /// The months that money came in for, the earliest first.
    pub(crate) months: Vec<MonthPaid>,
}

/// A month that money came in for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MonthPaid {
    pub(crate) month: Month,
    pub(crate) kind: MonthKind,
    pub(crate) employer_name: String,
    pub(crate) amount_fen: Fen,
}

/// A posted remittance.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RemittancePaid {
    pub(crate) employer_no: EmployerNo,
    pub(crate) employer_name: String,
    /// 汇缴流水号.
    pub(crate) serial: i64,
    pub(crate) payment_code: String,
    pub(crate) month: Month,
    pub(crate) people: i64,
    pub(crate) employer_fen: Fen,
    pub(crate) member_fen: Fen,
    pub(crate) total_fen: Fen,
    pub(crate) value_date: Option<Date>,
    pub(crate) posted_on: Date,
}

/// An entry that brought money.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EntryMade {
    pub(crate) account_no: AccountNo,
    pub(crate) name: String,
    /// Masked: the paper needs it only to tell two people apart.
    pub(crate) id_number_masked: String,
    /// Who paid it, where somebody did.
    pub(crate) employer_name: Option<String>,
    pub(crate) entry_no: i64,
    /// What it was, in the words of the page.
    pub(crate) label: String,
    pub(crate) month: Option<Month>,
    /// 汇缴流水号, where a remittance brought it.
    pub(crate) remittance_serial: Option<i64>,
    pub(crate) business_date: Date,
    pub(crate) value_date: Date,
    pub(crate) amount_fen: Fen,
    pub(crate) balance_after_fen: Fen,
}

impl Said {
    pub(crate) const fn kind(&self) -> CertificateKind {
        match self {
            Self::Contribution(_) => CertificateKind::Contribution,
            Self::RemittanceReceipt(_) => CertificateKind::RemittanceReceipt,
            Self::EntryReceipt(_) => CertificateKind::EntryReceipt,
        }
    }
}
