//! One staff member.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::StaffId;
use platform::staff;

use super::list::StaffMember;
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;

/// One staff member.
#[utoipa::path(
    get,
    path = "/api/staff/{id}",
    tag = "staff",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = StaffMember), ReadOneRefusals)
)]
pub(crate) async fn show_staff(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(staff_id): Named<StaffId>,
) -> Answer<Json<StaffMember>> {
    Ok(Json(
        staff::show(&api.app, &staff.caller, staff_id).await?.into(),
    ))
}
