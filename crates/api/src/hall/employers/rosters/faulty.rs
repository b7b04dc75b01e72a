//! The rows of a roster of an employer with what is wrong with them.

use std::sync::Arc;

use axum::extract::State;
use fund::roster::{self, Part};
use kernel::RosterId;

use crate::Api;
use crate::extract::Question;
use crate::hall::employers::caller::{AgentCaller, Thing};
use crate::hall::own;
use crate::problem::{Answer, ExportRefusals};
use crate::staff::rosters::{self, FindingsAsked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// A roster's rows as they were written, with a column of what is wrong with them, as an `.xlsx` file to
/// be corrected and uploaded again. Names and numbers are whole; it is audited.
#[utoipa::path(
    get,
    path = "/api/hall/employers/{employer_id}/rosters/{roster_id}/faulty",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(
        ("employer_id" = String, Path, format = "uuid"),
        ("roster_id" = String, Path, format = "uuid"),
        FindingsAsked
    ),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_hall_roster_findings(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Thing(roster_id): Thing<RosterId>,
    Question(asked): Question<FindingsAsked>,
) -> Answer<Workbook> {
    let part = asked.rows.unwrap_or(Part::Whole);
    let exported = roster::findings_workbook(&api.app, &agent.caller, roster_id, part).await;
    let exported = own(exported, || roster::unknown(roster_id))?;
    Ok(rosters::workbook(exported))
}
