//! Totals over those who don't stand in a roster.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster;
use kernel::RosterId;

use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::Totals;

/// 合计 over the members who don't stand in the roster.
#[utoipa::path(
    get,
    path = "/api/rosters/{id}/missing-members/totals",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Totals), ReadOneRefusals)
)]
pub(crate) async fn total_missing_members(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
) -> Answer<Json<Totals>> {
    Ok(Json(
        roster::missing_totals(&api.app, &staff.caller, roster_id)
            .await?
            .into(),
    ))
}
