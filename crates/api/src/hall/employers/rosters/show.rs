//! One roster of an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster;
use kernel::RosterId;

use crate::Api;
use crate::hall::employers::caller::{AgentCaller, Thing};
use crate::hall::own;
use crate::problem::{Answer, ReadOneRefusals};
use crate::staff::rosters::Roster;

/// One roster.
#[utoipa::path(
    get,
    path = "/api/hall/employers/{employer_id}/rosters/{roster_id}",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(
        ("employer_id" = String, Path, format = "uuid"),
        ("roster_id" = String, Path, format = "uuid")
    ),
    responses((status = 200, body = Roster), ReadOneRefusals)
)]
pub(crate) async fn show_hall_roster(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Thing(roster_id): Thing<RosterId>,
) -> Answer<Json<Roster>> {
    let view = roster::roster(&api.app, &agent.caller, roster_id).await;
    let view = own(view, || roster::unknown(roster_id))?;
    Ok(Json(view.into()))
}
