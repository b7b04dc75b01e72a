//! Declining a transfer case.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::transfer::{self, Decision};
use kernel::TransferCaseId;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Why a case is declined: the person still works with the old employer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TransferDeclined {
    /// On one line.
    #[schema(max_length = 120)]
    reason: String,
}

/// Ends a case because the person still works with the old employer.
#[utoipa::path(
    post,
    path = "/api/transfer-cases/{id}/decline",
    tag = "transfer-cases",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = TransferDeclined,
    responses((status = 204, description = "ended"), ChangeRefusals)
)]
pub(crate) async fn decline_transfer_case(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(case_id): Named<TransferCaseId>,
    Key(key): Key,
    Body(TransferDeclined { reason }): Body<TransferDeclined>,
) -> Answer<StatusCode> {
    let decision = Decision::Decline;
    transfer::decide(&api.app, &staff.caller, &key, case_id, &decision, &reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
