//! Sealing an account on proof, after the term of its transfer case.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use db::Digest32;
use fund::transfer::{self, Decision};
use kernel::TransferCaseId;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named, file_digest};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// What proves that the person's employment has ended.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TransferForced {
    /// The stored file.
    #[serde(deserialize_with = "file_digest")]
    #[schema(value_type = String, pattern = "^[0-9a-f]{64}$")]
    proof: Digest32,
    /// On one line.
    #[schema(max_length = 120)]
    reason: String,
}

/// Seals the account of a case whose term is over, on proof; not by who opened the case.
#[utoipa::path(
    post,
    path = "/api/transfer-cases/{id}/force",
    tag = "transfer-cases",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = TransferForced,
    responses((status = 204, description = "sealed"), ChangeRefusals)
)]
pub(crate) async fn force_transfer_case(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(case_id): Named<TransferCaseId>,
    Key(key): Key,
    Body(TransferForced { proof, reason }): Body<TransferForced>,
) -> Answer<StatusCode> {
    let decision = Decision::Force { proof };
    transfer::decide(&api.app, &staff.caller, &key, case_id, &decision, &reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
