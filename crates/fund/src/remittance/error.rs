//! Why something about a remittance is refused: sentences that a clerk can act on.

use kernel::{Error, Refusal, RemittanceId};

use super::model::{Remittance, RemittanceStatus, RuleVerdict};
use super::payment_code::{NotAPaymentCode, PaymentCode};

/// That there is no such remittance.
#[must_use]
pub fn unknown(remittance_id: RemittanceId) -> Error {
    Refusal::not_found(
        "remittance_unknown",
        format!("没有编号为 {remittance_id} 的汇缴"),
    )
    .into()
}

pub(crate) fn rule_broken(rule: &RuleVerdict) -> Error {
    let sentence = format!("{}：{}，要求{}", rule.rule, rule.input, rule.limit_text);
    Refusal::conflict("remittance_rule_broken", sentence).into()
}

pub(crate) fn not_assessed(status: RemittanceStatus) -> Error {
    let sentence = format!("该汇缴{}，只有待到账的汇缴可以取消核定", status.label());
    Refusal::conflict("remittance_not_assessed", sentence).into()
}

pub(crate) fn not_awaiting(remittance: &Remittance) -> Error {
    let sentence = format!(
        "{} 汇缴（缴款码{}）{}，只有待到账的汇缴可以分摊",
        remittance.month,
        remittance.payment_code,
        remittance.status.label()
    );
    Refusal::conflict("remittance_not_awaiting", sentence).into()
}

/// A slip of the pen at the desk is put right there: the money would wait for a person otherwise.
pub(crate) fn code_invalid(fault: &NotAPaymentCode) -> Error {
    let sentence = format!("{fault}；对方没有写明缴款码的，请清空此栏");
    Refusal::invalid(kernel::Fault::code(fault), sentence)
        .at("payment_code")
        .into()
}

/// A code with right check digits that no remittance has.
pub(crate) fn code_unknown(code: PaymentCode) -> Error {
    let sentence = format!(
        "没有缴款码为 {code} 的汇缴，请核对；对方写的就是这个号码的，请清空此栏，把它记入附言"
    );
    Refusal::invalid("payment_code_unknown", sentence)
        .at("payment_code")
        .into()
}

pub(crate) fn not_posted(status: RemittanceStatus) -> Error {
    let sentence = format!("该汇缴{}，只有已入账的汇缴可以冲销", status.label());
    Refusal::conflict("remittance_not_posted", sentence).into()
}
