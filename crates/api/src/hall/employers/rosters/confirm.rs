//! Confirming a roster of an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::roster;
use kernel::RosterId;

use crate::Api;
use crate::extract::Key;
use crate::hall::employers::caller::{AgentCaller, Thing};
use crate::hall::own;
use crate::problem::{Answer, ChangeRefusals};
use crate::staff::rosters::RemittanceAssessed;

/// Opens and adjusts the accounts of a roster and assesses its remittance.
#[utoipa::path(
    post,
    path = "/api/hall/employers/{employer_id}/rosters/{roster_id}/confirm",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(
        ("employer_id" = String, Path, format = "uuid"),
        ("roster_id" = String, Path, format = "uuid"),
        Key
    ),
    responses((status = 201, body = RemittanceAssessed), ChangeRefusals)
)]
pub(crate) async fn confirm_hall_roster(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Thing(roster_id): Thing<RosterId>,
    Key(key): Key,
) -> Answer<(StatusCode, Json<RemittanceAssessed>)> {
    let assessed = roster::confirm(&api.app, &agent.caller, &key, roster_id).await;
    let remittance_id = own(assessed, || roster::unknown(roster_id))?;
    Ok((StatusCode::CREATED, Json(remittance_id.into())))
}
