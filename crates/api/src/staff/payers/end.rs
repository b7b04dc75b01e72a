//! Ending a payer.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::payer;
use kernel::PayerId;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Why a payer is ended.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PayerEnd {
    /// On one line.
    #[schema(max_length = 120)]
    reason: String,
}

/// Ends a payer, and what of its arrangements still stands.
#[utoipa::path(
    post,
    path = "/api/payers/{id}/end",
    tag = "payers",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = PayerEnd,
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn end_payer(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(payer_id): Named<PayerId>,
    Key(key): Key,
    Body(PayerEnd { reason }): Body<PayerEnd>,
) -> Answer<StatusCode> {
    payer::end(&api.app, &staff.caller, &key, payer_id, &reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
