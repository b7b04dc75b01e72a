//! Discarding a roster of an employer.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::roster;
use kernel::RosterId;

use crate::Api;
use crate::extract::Key;
use crate::hall::employers::caller::{AgentCaller, Thing};
use crate::hall::own;
use crate::problem::{Answer, ChangeRefusals};

/// Gives a roster up: its rows' personal data are deleted; the uploaded file stays, sealed.
#[utoipa::path(
    post,
    path = "/api/hall/employers/{employer_id}/rosters/{roster_id}/discard",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(
        ("employer_id" = String, Path, format = "uuid"),
        ("roster_id" = String, Path, format = "uuid"),
        Key
    ),
    responses((status = 204, description = "discarded"), ChangeRefusals)
)]
pub(crate) async fn discard_hall_roster(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Thing(roster_id): Thing<RosterId>,
    Key(key): Key,
) -> Answer<StatusCode> {
    let discarded = roster::discard(&api.app, &agent.caller, &key, roster_id).await;
    own(discarded, || roster::unknown(roster_id))?;
    Ok(StatusCode::NO_CONTENT)
}
