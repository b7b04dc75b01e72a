//! Noting that a staff member has left.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use kernel::StaffId;
use platform::staff;

use crate::Api;
use crate::extract::{Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Notes that a staff member has left: their sessions end at once and they sign in no more.
#[utoipa::path(
    post,
    path = "/api/staff/{id}/leave",
    tag = "staff",
    params(("id" = String, Path, format = "uuid"), Key),
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn leave_staff(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(staff_id): Named<StaffId>,
    Key(key): Key,
) -> Answer<StatusCode> {
    staff::leave(&api.app, &staff.caller, &key, staff_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
