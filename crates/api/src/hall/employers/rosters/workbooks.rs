//! What an employer fills in: the empty roster, and its members as the next one.

use std::sync::Arc;

use axum::extract::State;
use fund::roster;

use crate::Api;
use crate::hall::employers::caller::AgentCaller;
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::staff::rosters;
use crate::workbook::{MEDIA_TYPE, Workbook};

/// The empty roster as an `.xlsx` file.
#[utoipa::path(
    get,
    path = "/api/hall/employers/{employer_id}/roster-template",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(("employer_id" = String, Path, format = "uuid")),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ReadOneRefusals)
)]
pub(crate) async fn hall_roster_template(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
) -> Answer<Workbook> {
    let bytes = roster::template(&api.app, &agent.caller).await?;
    Ok(rosters::template_workbook(bytes))
}

/// The employer's contributing members as the roster of the month that comes next, in the template's
/// shape, as an `.xlsx` file. Names and numbers are whole; it is audited.
#[utoipa::path(
    get,
    path = "/api/hall/employers/{employer_id}/roster-export",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(("employer_id" = String, Path, format = "uuid")),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_hall_next_roster(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
) -> Answer<Workbook> {
    let exported = roster::next_workbook(&api.app, &agent.caller, agent.employer_id).await?;
    Ok(rosters::workbook(exported))
}
