//! The notice to the old employer of a case, to be printed.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::transfer;
use kernel::TransferCaseId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ExportRefusals};
use crate::session::Staff;

/// What the notice says beyond the case: the name is whole, it goes to the member's own employer.
#[derive(Serialize, ToSchema)]
pub(crate) struct TransferNotice {
    name: String,
}

/// What the notice to the old employer says beyond the case. Audited: the name is whole.
#[utoipa::path(
    get,
    path = "/api/transfer-cases/{id}/notice",
    tag = "transfer-cases",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = TransferNotice), ExportRefusals)
)]
pub(crate) async fn print_transfer_notice(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(case_id): Named<TransferCaseId>,
) -> Answer<Json<TransferNotice>> {
    let name = transfer::notice(&api.app, &staff.caller, case_id).await?;
    Ok(Json(TransferNotice { name }))
}
