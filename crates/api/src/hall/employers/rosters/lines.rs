//! The lines of a roster of an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster;
use kernel::RosterId;

use crate::Api;
use crate::extract::Asked;
use crate::hall::employers::caller::{AgentCaller, Thing};
use crate::hall::own;
use crate::problem::{Answer, ReadOneRefusals};
use crate::staff::rosters::RosterLine;
use crate::wire::{Listing, asked, named};

asked!(LinesAsked: named(fund::lists(), "roster_lines"), bound ["roster_id"]);

/// The lines of a roster. Of people who work elsewhere they tell no more than that they do.
#[utoipa::path(
    get,
    path = "/api/hall/employers/{employer_id}/rosters/{roster_id}/lines",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(
        ("employer_id" = String, Path, format = "uuid"),
        ("roster_id" = String, Path, format = "uuid"),
        LinesAsked
    ),
    responses((status = 200, body = Listing<RosterLine>), ReadOneRefusals)
)]
pub(crate) async fn list_hall_roster_lines(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Thing(roster_id): Thing<RosterId>,
    Asked(query): Asked,
) -> Answer<Json<Listing<RosterLine>>> {
    let lines = roster::lines(&api.app, &agent.caller, roster_id, &query).await;
    let lines = own(lines, || roster::unknown(roster_id))?;
    Ok(Json(lines.into()))
}
