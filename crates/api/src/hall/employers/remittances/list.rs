//! The remittances of an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance;

use crate::Api;
use crate::extract::Asked;
use crate::hall::employers::caller::AgentCaller;
use crate::problem::{Answer, ReadOneRefusals};
use crate::staff::remittances::RemittanceSummary;
use crate::wire::{Listing, asked};

asked!(RemittancesAsked: remittance::REMITTANCES.info().0, bound ["employer_id", "branch_id"]);

/// The employer's remittances, newest first.
#[utoipa::path(
    get,
    path = "/api/hall/employers/{employer_id}/remittances",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(("employer_id" = String, Path, format = "uuid"), RemittancesAsked),
    responses((status = 200, body = Listing<RemittanceSummary>), ReadOneRefusals)
)]
pub(crate) async fn list_hall_remittances(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Asked(query): Asked,
) -> Answer<Json<Listing<RemittanceSummary>>> {
    Ok(Json(
        remittance::remittances(&api.app, &agent.caller, &query)
            .await?
            .into(),
    ))
}
