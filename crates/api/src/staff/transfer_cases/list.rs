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
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, Number, YearMonth, asked};

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
    /// 催办流水号.
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
