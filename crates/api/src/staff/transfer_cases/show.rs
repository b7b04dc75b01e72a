//! One transfer case.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::transfer::{self, CaseView};
use kernel::{Instant, Month, TransferCaseId};
use serde::Serialize;
use utoipa::ToSchema;

use super::list::TransferCaseSummary;
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Moment, YearMonth};

/// 转移催办 as its page shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TransferCase {
    #[serde(flatten)]
    summary: TransferCaseSummary,
    #[schema(value_type = Moment)]
    opened_at: Instant,
    /// Null when it isn't the caller's to know, as the next two.
    opened_by_name: Option<String>,
    #[schema(value_type = Option<Moment>)]
    ended_at: Option<Instant>,
    ended_by_name: Option<String>,
    ended_reason: Option<String>,
    /// The stored file that proves a forced sealing, by the SM3 of its bytes.
    proof: Option<String>,
    /// 封存年月 at the earliest, while it waits; null when the old employer isn't the caller's to know.
    #[schema(value_type = Option<YearMonth>)]
    seal_from: Option<Month>,
    /// What the caller may do with it: `withdraw`, `decline`, `seal`, `force`, `notify`.
    can: Vec<&'static str>,
}

impl From<CaseView> for TransferCase {
    fn from(view: CaseView) -> TransferCase {
        TransferCase {
            summary: view.item.into(),
            opened_at: view.opened_at,
            opened_by_name: view.opened_by_name,
            ended_at: view.ended_at,
            ended_by_name: view.ended_by_name,
            ended_reason: view.ended_reason,
            proof: view.proof.map(|proof| proof.hex()),
            seal_from: view.seal_from,
            can: view.can,
        }
    }
}

/// One case.
#[utoipa::path(
    get,
    path = "/api/transfer-cases/{id}",
    tag = "transfer-cases",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = TransferCase), ReadOneRefusals)
)]
pub(crate) async fn show_transfer_case(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(case_id): Named<TransferCaseId>,
) -> Answer<Json<TransferCase>> {
    Ok(Json(
        transfer::show(&api.app, &staff.caller, case_id)
            .await?
            .into(),
    ))
}
