//! A roster as it was understood, to be imported again.

use std::sync::Arc;

use axum::extract::State;
use fund::roster;
use kernel::RosterId;

use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ExportRefusals};
use crate::session::Staff;
use crate::workbook::{MEDIA_TYPE, Workbook};

/// The lines of a roster without faults in the template's shape, as an `.xlsx` file. Names and
/// numbers are whole; it is audited.
#[utoipa::path(
    get,
    path = "/api/rosters/{id}/lines.xlsx",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_roster_lines(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
) -> Answer<Workbook> {
    let exported = roster::roster_workbook(&api.app, &staff.caller, roster_id).await?;
    Ok(super::workbook(&api.app, exported).await?)
}
