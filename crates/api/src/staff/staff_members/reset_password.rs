//! Giving a staff member a new password.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::StaffId;
use platform::staff;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// A new password.
#[derive(Serialize, ToSchema)]
pub(crate) struct PasswordReset {
    /// Told this once; null when the request was repeated.
    initial_password: Option<String>,
}

/// Gives a staff member a new password and ends their sessions.
#[utoipa::path(
    post,
    path = "/api/staff/{id}/reset-password",
    tag = "staff",
    params(("id" = String, Path, format = "uuid"), Key),
    responses((status = 200, body = PasswordReset), ChangeRefusals)
)]
pub(crate) async fn reset_staff_password(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(staff_id): Named<StaffId>,
    Key(key): Key,
) -> Answer<Json<PasswordReset>> {
    let password = staff::reset_password(&api.app, &staff.caller, &key, staff_id).await?;
    let initial_password = password.map(|password| password.text().to_owned());
    Ok(Json(PasswordReset { initial_password }))
}
