//! Why a roster is refused: sentences that a clerk can act on.

use kernel::{Error, Month, Refusal, RosterId};

use super::model::RosterStatus;
use crate::employer::EmployerStatus;
use crate::remittance::{self, ActiveRemittance, RemittanceStatus};

/// That there is no such roster.
#[must_use]
pub fn unknown(roster_id: RosterId) -> Error {
    Refusal::not_found("roster_unknown", format!("没有编号为 {roster_id} 的清册")).into()
}

pub(crate) fn empty() -> Error {
    Refusal::invalid("roster_empty", "清册中没有职工，请至少填写一行后再上传").into()
}

pub(crate) fn only_a_part() -> Error {
    let sentence = "这份文件只含有误的行，不是完整的清册；请上传包含全部职工的清册（可下载“全部行”，改好后上传）";
    Refusal::invalid("roster_partial", sentence)
        .at("file")
        .into()
}

pub(crate) fn discarded() -> Error {
    let sentence = "该清册已失效，其中的个人信息不再提供；请导出现行的清册";
    Refusal::conflict("roster_discarded", sentence).into()
}

pub(crate) fn read_otherwise() -> Error {
    let sentence = "系统更新后对原文件的读法已不同，请重新上传该文件后再导出";
    Refusal::conflict("roster_outdated", sentence).into()
}

pub(crate) fn faulty_export(rows: i64) -> Error {
    let sentence = format!("清册中还有 {rows} 行有误，请下载标注了问题的清册，更正后重新上传");
    Refusal::conflict("roster_faulty", sentence).into()
}

pub(crate) fn employer_cannot_remit(status: EmployerStatus) -> Refusal {
    let sentence = format!(
        "单位账户处于“{}”状态，不能汇缴；正常、开户、缓缴的单位才能汇缴",
        status.label()
    );
    Refusal::conflict("employer_cannot_remit", sentence)
}

/// The month has a remittance already: named, with the act of its page that frees the month.
pub(crate) fn remittance_exists(month: Month, active: &ActiveRemittance) -> Refusal {
    let serial = remittance::serial_text(active.serial);
    let act = match active.status {
        RemittanceStatus::Assessed => "如有误，请先取消该笔汇缴的核定",
        RemittanceStatus::Posting => "如有误，请待入账完成后再冲销",
        RemittanceStatus::Posted => "如有误，请先冲销该笔汇缴",
        // It has ended since it was found: nothing stands in the way any more.
        RemittanceStatus::Reversed | RemittanceStatus::Cancelled => "请刷新后再办理",
    };
    let sentence = format!(
        "该单位 {month} 已有汇缴 {serial}（{}），同一月份只能汇缴一次；{act}",
        active.status.label()
    );
    Refusal::conflict("remittance_exists", sentence)
        .at("month")
        .see("remittance", active.remittance_id, serial)
}

pub(crate) fn month_ahead(month: Month, current: Month) -> Refusal {
    let sentence = format!("{month} 尚未到来（当前为 {current}），不办理预缴");
    Refusal::invalid("month_ahead", sentence).at("month")
}

pub(crate) fn month_not_due(month: Month, due: Month) -> Refusal {
    let sentence = format!("该单位的应汇缴年月是 {due}，须逐月连续汇缴，不能办理 {month} 的汇缴");
    Refusal::conflict("month_not_due", sentence).at("month")
}

pub(crate) fn month_before_waits(month: Month, due: Month, waits: &ActiveRemittance) -> Refusal {
    let serial = remittance::serial_text(waits.serial);
    let sentence =
        format!("该单位 {due} 的汇缴 {serial} 已核定、尚未到账，入账之后才能办理 {month} 的汇缴");
    Refusal::conflict("month_not_due", sentence)
        .at("month")
        .see("remittance", waits.remittance_id, serial)
}

pub(crate) fn not_previewed(status: RosterStatus) -> Error {
    let sentence = format!("该清册{}，不能再确认或放弃", status.label());
    Refusal::conflict("roster_not_previewed", sentence).into()
}

pub(crate) fn faulty(rows: i64) -> Error {
    let sentence = format!("清册中还有 {rows} 行有误，请更正后重新上传");
    Refusal::conflict("roster_faulty", sentence).into()
}

pub(crate) fn terms_changed() -> Error {
    let sentence = "预览之后缴存政策或单位登记的缴存比例已变更，请重新上传清册";
    Refusal::conflict("roster_outdated", sentence).into()
}

pub(crate) fn accounts_changed(lines: i64, first_row: Option<i64>) -> Error {
    let first = first_row
        .map(|row| format!("（首见第 {row} 行）"))
        .unwrap_or_default();
    let sentence = format!("预览之后有 {lines} 名职工的账户已发生变化{first}，请重新上传清册");
    Refusal::conflict("roster_outdated", sentence).into()
}
