//! How a staff member signs in, and what the security administrator may do about it.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::StaffId;
use platform::session;

use crate::Api;
use crate::extract::{Key, Named};
use crate::problem::{Answer, ChangeRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::staff::session::SignIns;

/// How a staff member signs in.
#[utoipa::path(
    get,
    path = "/api/staff/{id}/sign-ins",
    tag = "staff",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = SignIns), ReadOneRefusals)
)]
pub(crate) async fn show_staff_sign_ins(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(staff_id): Named<StaffId>,
) -> Answer<Json<SignIns>> {
    let facts = session::of_staff(&api.app, &staff.caller, staff_id).await?;
    Ok(Json(SignIns::new(facts, None)))
}

/// Ends every session of a staff member.
#[utoipa::path(
    post,
    path = "/api/staff/{id}/end-sessions",
    tag = "staff",
    params(("id" = String, Path, format = "uuid"), Key),
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn end_staff_sessions(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(staff_id): Named<StaffId>,
    Key(key): Key,
) -> Answer<StatusCode> {
    session::end_all(&api.app, &staff.caller, &key, staff_id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lifts the lock-out of a staff member.
#[utoipa::path(
    post,
    path = "/api/staff/{id}/unlock",
    tag = "staff",
    params(("id" = String, Path, format = "uuid"), Key),
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn unlock_staff(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(staff_id): Named<StaffId>,
    Key(key): Key,
) -> Answer<StatusCode> {
    session::unlock(&api.app, &staff.caller, &key, staff_id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a staff member's second factor away and ends their sessions.
#[utoipa::path(
    post,
    path = "/api/staff/{id}/reset-second-factor",
    tag = "staff",
    params(("id" = String, Path, format = "uuid"), Key),
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn reset_staff_second_factor(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(staff_id): Named<StaffId>,
    Key(key): Key,
) -> Answer<StatusCode> {
    session::reset_second_factor(&api.app, &staff.caller, &key, staff_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
