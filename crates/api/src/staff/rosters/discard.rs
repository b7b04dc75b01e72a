//! Discarding a roster.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::roster;
use kernel::RosterId;

use crate::Api;
use crate::extract::{Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Gives a roster up: its rows' personal data are deleted; the uploaded file stays, sealed.
#[utoipa::path(
    post,
    path = "/api/rosters/{id}/discard",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid"), Key),
    responses((status = 204, description = "discarded"), ChangeRefusals)
)]
pub(crate) async fn discard_roster(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
    Key(key): Key,
) -> Answer<StatusCode> {
    roster::discard(&api.app, &staff.caller, &key, roster_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
