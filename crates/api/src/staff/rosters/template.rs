//! The empty roster that employers fill in.

use std::sync::Arc;

use axum::extract::State;
use fund::roster;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::workbook::{MEDIA_TYPE, Workbook};

/// The empty roster as an `.xlsx` file.
#[utoipa::path(
    get,
    path = "/api/rosters/template",
    tag = "rosters",
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ReadRefusals)
)]
pub(crate) async fn roster_template(State(api): State<Arc<Api>>, staff: Staff) -> Answer<Workbook> {
    let bytes = roster::template(&api.app, &staff.caller).await?;
    Ok(super::template_workbook(bytes))
}
