//! An employer's members as its next roster.

use std::sync::Arc;

use axum::extract::State;
use fund::roster;
use kernel::EmployerId;

use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ExportRefusals};
use crate::session::Staff;
use crate::staff::rosters;
use crate::workbook::{MEDIA_TYPE, Workbook};

/// The employer's contributing members as the roster of the month that comes next, in the
/// template's shape, as an `.xlsx` file. Names and numbers are whole; it is audited.
#[utoipa::path(
    get,
    path = "/api/employers/{id}/next-roster.xlsx",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_next_roster(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
) -> Answer<Workbook> {
    let exported = roster::next_workbook(&api.app, &staff.caller, employer_id).await?;
    Ok(rosters::workbook(&api.app, exported).await?)
}
