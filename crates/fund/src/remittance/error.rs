//! Why something about a remittance is refused: sentences that a clerk can act on.

use kernel::{Error, Refusal, RemittanceId};

use super::model::{Remittance, RemittanceStatus, RuleVerdict};

pub(crate) fn unknown(remittance_id: RemittanceId) -> Error {
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

pub(crate) fn not_posted(status: RemittanceStatus) -> Error {
    let sentence = format!("该汇缴{}，只有已入账的汇缴可以冲销", status.label());
    Refusal::conflict("remittance_not_posted", sentence).into()
}
