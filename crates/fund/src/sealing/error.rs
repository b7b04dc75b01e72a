//! Why a sealing is refused: sentences that a clerk can act on.

use kernel::{Error, Finding, Month, Refusal};

use super::MAX_ACCOUNTS;

pub(super) fn nobody() -> Error {
    Refusal::invalid("nobody_to_seal", "没有可封存的职工").into()
}

pub(super) fn too_large(count: usize) -> Error {
    let sentence = format!("一次最多封存 {MAX_ACCOUNTS} 人，本次为 {count} 人，请分次办理");
    Refusal::invalid("sealing_too_large", sentence).into()
}

pub(super) fn refused(many: usize, findings: Vec<Finding>) -> Error {
    let sentence = format!("{many} 个账户不能封存，本次未封存任何账户");
    Refusal::conflict("sealing_refused", sentence)
        .with_findings(findings)
        .into()
}

pub(super) fn changed_meanwhile() -> Error {
    let sentence = "办理期间有账户发生变化，本次未封存任何账户，请重试";
    Refusal::conflict("sealing_outdated", sentence).into()
}

pub(super) fn month_ahead(latest: Month) -> Refusal {
    let sentence = format!("封存年月最晚为下月 {latest}，请核对");
    Refusal::invalid("sealing_month_ahead", sentence).at("from_month")
}

pub(super) fn month_differs(month: Month) -> Error {
    let sentence = format!("封存未列入清册的职工，封存年月应为清册的年月 {month}");
    Refusal::invalid("sealing_month_differs", sentence)
        .at("from_month")
        .into()
}

pub(super) fn forced_here() -> Refusal {
    let sentence = "强制封存须经转移催办到期后凭证明办理";
    Refusal::invalid("seal_reason_invalid", sentence).at("reason")
}

pub(super) fn note_missing() -> Refusal {
    Refusal::invalid("sealing_note_invalid", "封存原因为“其他”的，请填写说明").at("note")
}

pub(super) fn note_invalid(most: usize) -> Refusal {
    let sentence = format!("说明最多 {most} 个字，不换行");
    Refusal::invalid("sealing_note_invalid", sentence).at("note")
}
