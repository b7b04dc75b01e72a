//! The rosters of an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster;

use crate::Api;
use crate::extract::Asked;
use crate::hall::employers::caller::AgentCaller;
use crate::problem::{Answer, ReadOneRefusals};
use crate::staff::rosters::RosterSummary;
use crate::wire::{Listing, asked};

asked!(RostersAsked: roster::ROSTERS.info().0, bound ["employer_id", "branch_id"]);

/// The employer's rosters, newest first.
#[utoipa::path(
    get,
    path = "/api/hall/employers/{employer_id}/rosters",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(("employer_id" = String, Path, format = "uuid"), RostersAsked),
    responses((status = 200, body = Listing<RosterSummary>), ReadOneRefusals)
)]
pub(crate) async fn list_hall_rosters(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Asked(query): Asked,
) -> Answer<Json<Listing<RosterSummary>>> {
    Ok(Json(
        roster::rosters(&api.app, &agent.caller, &query)
            .await?
            .into(),
    ))
}
