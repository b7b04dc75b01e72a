//! The rows of a roster with what is wrong with them, to be corrected and uploaded again.

use std::sync::Arc;

use axum::extract::State;
use fund::roster::{self, Part};
use kernel::RosterId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::RosterPartCode;
use crate::Api;
use crate::extract::{Named, Question};
use crate::problem::{Answer, ExportRefusals};
use crate::session::Staff;
use crate::workbook::{MEDIA_TYPE, Workbook};

/// What is asked of the rows with their findings.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct FindingsAsked {
    /// `all` unless said: corrected, it is the roster to upload. A workbook of the faulty rows
    /// alone is refused as a roster.
    #[param(inline, value_type = Option<RosterPartCode>)]
    pub(crate) rows: Option<Part>,
}

/// A roster's rows as they were written, with a column of what is wrong with them, as an `.xlsx`
/// file. Names and numbers are whole; it is audited.
#[utoipa::path(
    get,
    path = "/api/rosters/{id}/findings.xlsx",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid"), FindingsAsked),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_roster_findings(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
    Question(asked): Question<FindingsAsked>,
) -> Answer<Workbook> {
    let part = asked.rows.unwrap_or(Part::Whole);
    let exported = roster::findings_workbook(&api.app, &staff.caller, roster_id, part).await?;
    Ok(super::workbook(exported))
}
