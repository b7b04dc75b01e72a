//! Voiding a resolution that was recorded by mistake.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use kernel::ResolutionId;
use platform::resolution;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Why a resolution is voided.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResolutionVoiding {
    #[schema(max_length = 200)]
    reason: String,
}

/// Voids a resolution that nothing cites. It stays, noted as voided.
#[utoipa::path(
    post,
    path = "/api/resolutions/{id}/void",
    tag = "resolutions",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = ResolutionVoiding,
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn void_resolution(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(resolution_id): Named<ResolutionId>,
    Key(key): Key,
    Body(ResolutionVoiding { reason }): Body<ResolutionVoiding>,
) -> Answer<StatusCode> {
    resolution::void(&api.app, &staff.caller, &key, resolution_id, &reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
