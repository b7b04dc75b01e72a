//! Who of an employer doesn't stand in a roster.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster;
use kernel::{PageRequest, RosterId};

use crate::Api;
use crate::extract::Question;
use crate::hall::employers::caller::{AgentCaller, Thing};
use crate::hall::own;
use crate::problem::{Answer, ReadOneRefusals};
use crate::staff::rosters::{MissingAsked, MissingMember};
use crate::wire::Listing;

/// The employer's contributing members who don't stand in the roster, by account number.
#[utoipa::path(
    get,
    path = "/api/hall/employers/{employer_id}/rosters/{roster_id}/missing-members",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(
        ("employer_id" = String, Path, format = "uuid"),
        ("roster_id" = String, Path, format = "uuid"),
        MissingAsked
    ),
    responses((status = 200, body = Listing<MissingMember>), ReadOneRefusals)
)]
pub(crate) async fn list_hall_missing_members(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Thing(roster_id): Thing<RosterId>,
    Question(asked): Question<MissingAsked>,
) -> Answer<Json<Listing<MissingMember>>> {
    let page = PageRequest::new(asked.after, asked.limit)?;
    let missing = roster::missing(&api.app, &agent.caller, roster_id, &page).await;
    let missing = own(missing, || roster::unknown(roster_id))?;
    Ok(Json(missing.into()))
}
