//! The national codes (JGJ/T 320-2014 appendix A) of what the opening load reads: the code, the word
//! beside it, and what it is here.

use settlement::bank_account::{BankCode, Nature};

use crate::account::AccountStatus;
use crate::employer::{Affiliation, EconomicType, EmployerStatus, Industry};
use crate::member::IdKind;

/// A code set: code, word, meaning.
pub(super) type Codes<T> = &'static [(&'static str, &'static str, T)];

/// 证件类型 A.1.
pub(super) const ID_KINDS: Codes<IdKind> = &[
    ("01", "身份证", IdKind::ResidentId),
    ("02", "军官证", IdKind::Officer),
    ("03", "护照", IdKind::Passport),
    ("04", "外国人永久居留证", IdKind::PermanentResidence),
    ("99", "其他", IdKind::Other),
];

/// 单位账户状态 A.4.
pub(super) const EMPLOYER_STATUSES: Codes<EmployerStatus> = &[
    ("01", "正常", EmployerStatus::Normal),
    ("02", "开户", EmployerStatus::Opened),
    ("03", "缓缴", EmployerStatus::Deferred),
    ("04", "销户", EmployerStatus::Closed),
    ("05", "封存", EmployerStatus::Sealed),
    ("99", "其他", EmployerStatus::Other),
];

/// 个人账户状态 A.6.
pub(super) const ACCOUNT_STATUSES: Codes<AccountStatus> = &[
    ("01", "正常", AccountStatus::Normal),
    ("02", "封存", AccountStatus::Sealed),
    ("03", "合并销户", AccountStatus::Merged),
    ("04", "外部转出销户", AccountStatus::TransferredOut),
    ("05", "提取销户", AccountStatus::Withdrawn),
    ("06", "冻结", AccountStatus::Frozen),
    ("99", "其他", AccountStatus::Other),
];

/// 专户性质 A.32: the standard's codes are not settled, so ours and the words are read.
pub(super) const NATURES: Codes<Nature> = &[
    ("fund", "住房公积金存款户", Nature::Fund),
    ("surplus", "增值收益存款户", Nature::Surplus),
    ("entrusted", "委托贷款户", Nature::Entrusted),
];

/// 余额方向 A.27: whether it is the debit side.
pub(super) const SIDES: Codes<bool> = &[("01", "借", true), ("02", "贷", false)];

/// 贷款还款方式 A.11.
pub(super) const REPAYMENT_METHODS: Codes<&str> = &[
    ("01", "等额本息", "01"),
    ("02", "等额本金", "02"),
    ("03", "一次还款付息", "03"),
    ("04", "自由还款方式", "04"),
    ("99", "其他", "99"),
];

/// The sets whose codes are the national ones here too.
pub(super) fn affiliations() -> Vec<(&'static str, &'static str, Affiliation)> {
    Affiliation::ALL
        .iter()
        .map(|c| (c.code(), c.label(), *c))
        .collect()
}

/// 单位经济类型 (GB/T 12402).
pub(super) fn economic_types() -> Vec<(&'static str, &'static str, EconomicType)> {
    EconomicType::ALL
        .iter()
        .map(|c| (c.code(), c.label(), *c))
        .collect()
}

/// 单位所属行业 (GB/T 4754), by section.
pub(super) fn industries() -> Vec<(&'static str, &'static str, Industry)> {
    Industry::ALL
        .iter()
        .map(|c| (c.code(), c.label(), *c))
        .collect()
}

/// 银行代码.
pub(super) fn banks() -> Vec<(&'static str, &'static str, BankCode)> {
    BankCode::ALL
        .iter()
        .map(|c| (c.code(), c.label(), *c))
        .collect()
}
