//! The list of transfer cases.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::transfer::{self, CaseItem, CaseStatus};
use kernel::{AccountNo, Date, EmployerId, Month, TransferCaseId};
use serde::Serialize;
use utoipa::ToSchema;

use super::TransferCaseStatusCode;
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, Words, code_words, text};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, Number, YearMonth, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// One of the two employers of a case.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TransferParty {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位名称.
    employer_name: String,
}

impl From<transfer::Party> for TransferParty {
    fn from(party: transfer::Party) -> TransferParty {
        TransferParty {
            employer_id: party.employer_id,
            employer_name: party.employer_name,
        }
    }
}

/// 转移催办: an employer is asked to seal the account of a member who works elsewhere. What is
/// personal is masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TransferCaseSummary {
    #[schema(value_type = Id)]
    case_id: TransferCaseId,
    /// 业务流水.
    serial: String,
    #[schema(value_type = Number)]
    account_no: AccountNo,
    name: String,
    id_number: String,
    /// 原单位; null when it isn't the caller's to know.
    old: Option<TransferParty>,
    /// 新单位; null when it isn't the caller's to know.
    new: Option<TransferParty>,
    /// 缴存年月 from which the new employer contributes.
    #[schema(value_type = YearMonth)]
    month: Month,
    /// The day the old employer was asked.
    #[schema(value_type = Day)]
    opened_on: Date,
    /// The last day of its term.
    #[schema(value_type = Day)]
    due_on: Date,
    #[schema(value_type = TransferCaseStatusCode)]
    status: CaseStatus,
}

impl From<CaseItem> for TransferCaseSummary {
    fn from(case: CaseItem) -> TransferCaseSummary {
        TransferCaseSummary {
            case_id: case.case_id,
            serial: transfer::serial_text(case.serial),
            account_no: case.account_no,
            name: case.name,
            id_number: case.id_number,
            old: case.old.map(TransferParty::from),
            new: case.new.map(TransferParty::from),
            month: case.month,
            opened_on: case.opened_on,
            due_on: case.due_on,
            status: case.status,
        }
    }
}

asked!(TransferCasesAsked: transfer::CASES.info().0);

/// The cases that the caller may see, newest first. Staff of a branch see those that concern an
/// employer of theirs, and may not ask for one employer's.
#[utoipa::path(
    get,
    path = "/api/transfer-cases",
    tag = "transfer-cases",
    params(TransferCasesAsked),
    responses((status = 200, body = Listing<TransferCaseSummary>), ReadRefusals)
)]
pub(crate) async fn list_transfer_cases(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<TransferCaseSummary>>> {
    Ok(Json(
        transfer::cases(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<TransferCaseSummary> = ListSheet {
    name: "transfer_cases",
    title: "转移催办",
    columns: &[
        text("serial", "业务流水", 16, |row| row.serial.clone()),
        text("name", "姓名", 12, |row| row.name.clone()),
        text("id_number", "证件号码", 22, |row| row.id_number.clone()),
        text("account_no", "个人账号", 14, |row| {
            row.account_no.to_string()
        }),
        text("old", "原单位", 32, |row| name_of(row.old.as_ref())),
        text("new", "新单位", 32, |row| name_of(row.new.as_ref())),
        text("month", "转入年月", 12, |row| row.month.to_string()),
        text("opened_on", "发起日期", 12, |row| {
            row.opened_on.to_string()
        }),
        text("due_on", "办理期限", 12, |row| row.due_on.to_string()),
        text("status", "状态", 16, |row| row.status.label().to_owned()),
    ],
    filters: &[
        ("status", code_words!(CaseStatus)),
        (
            "old_employer_id",
            Words::OfRow(|row| name_of(row.old.as_ref())),
        ),
        (
            "new_employer_id",
            Words::OfRow(|row| name_of(row.new.as_ref())),
        ),
    ],
};

fn name_of(party: Option<&TransferParty>) -> String {
    party.map_or_else(String::new, |party| party.employer_name.clone())
}

/// The cases that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/transfer-cases/list.xlsx",
    tag = "transfer-cases",
    params(TransferCasesAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_transfer_cases(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(transfer::cases(app, caller, query))
        })
        .await
}
