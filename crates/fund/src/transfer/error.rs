//! Why something can't be done with a transfer case: sentences that a clerk can act on.

use kernel::{Date, Error, Refusal, UnknownYear};

use super::model::CaseStatus;

pub(super) fn unknown() -> Refusal {
    Refusal::not_found("transfer_case_unknown", "没有这笔转移催办，请核对后再查询")
}

pub(super) fn nobody() -> Error {
    let sentence = "该清册中没有可发起转移催办的职工：在其他单位缴存的都已在转移催办中";
    Refusal::conflict("nobody_to_transfer", sentence).into()
}

pub(super) fn not_waiting(status: CaseStatus) -> Refusal {
    let sentence = format!("该转移催办{}，不能再办理", status.label());
    Refusal::conflict("transfer_not_waiting", sentence)
}

pub(super) fn not_due(due_on: Date) -> Refusal {
    let sentence = format!("原单位的办理期限至 {due_on} 止，期满后方可强制封存");
    Refusal::conflict("transfer_not_due", sentence)
}

pub(super) fn same_person() -> Refusal {
    let sentence = "发起转移催办的人不能办理强制封存，请由其他人员办理";
    Refusal::forbidden("transfer_same_person", sentence)
}

pub(super) fn term_unknown(unknown: &UnknownYear) -> Error {
    let sentence = format!("不能计算转移催办期限：{unknown}");
    Refusal::unavailable("transfer_term_unknown", sentence).into()
}
