//! Giving a transfer case up.

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

/// Why a case is given up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TransferWithdrawn {
    /// On one line.
    #[schema(max_length = 120)]
    reason: String,
}

/// Ends a case because the new employer gives it up.
#[utoipa::path(
    post,
    path = "/api/transfer-cases/{id}/withdraw",
    tag = "transfer-cases",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = TransferWithdrawn,
    responses((status = 204, description = "ended"), ChangeRefusals)
)]
pub(crate) async fn withdraw_transfer_case(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(case_id): Named<TransferCaseId>,
    Key(key): Key,
    Body(TransferWithdrawn { reason }): Body<TransferWithdrawn>,
) -> Answer<StatusCode> {
    let decision = Decision::Withdraw;
    transfer::decide(&api.app, &staff.caller, &key, case_id, &decision, &reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
