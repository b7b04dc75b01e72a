//! Cancelling a remittance that isn't paid.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::remittance;
use kernel::RemittanceId;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Why a remittance is cancelled.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cancellation {
    /// On one line.
    #[schema(max_length = 120)]
    reason: String,
}

/// Gives up a remittance that isn't paid; its month may be assessed anew.
#[utoipa::path(
    post,
    path = "/api/remittances/{id}/cancel",
    tag = "remittances",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = Cancellation,
    responses((status = 204, description = "cancelled"), ChangeRefusals)
)]
pub(crate) async fn cancel_remittance(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(remittance_id): Named<RemittanceId>,
    Key(key): Key,
    Body(Cancellation { reason }): Body<Cancellation>,
) -> Answer<StatusCode> {
    remittance::cancel(&api.app, &staff.caller, &key, remittance_id, &reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
