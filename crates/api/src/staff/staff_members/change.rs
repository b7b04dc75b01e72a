//! Putting a staff member elsewhere, or into other roles.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use kernel::{BranchId, DepartmentId, StaffId};
use platform::staff::{self, Assignment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Id, PendingApproval, Reply};

/// 岗位: where a staff member works and which roles they have, as a whole.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StaffAssignment {
    /// Left out for staff of the centre as a whole.
    #[schema(value_type = Option<Id>)]
    branch_id: Option<BranchId>,
    #[schema(value_type = Option<Id>)]
    department_id: Option<DepartmentId>,
    /// The codes of all roles, at least one.
    #[schema(value_type = Vec<String>)]
    roles: BTreeSet<String>,
}

/// A staff member who was put elsewhere.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StaffChanged {
    #[schema(value_type = Id)]
    staff_id: StaffId,
}

/// Puts a staff member where this says, with exactly these roles. It holds from their next request
/// on. It may need approval.
#[utoipa::path(
    post,
    path = "/api/staff/{id}/change",
    tag = "staff",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = StaffAssignment,
    responses(
        (status = 200, body = StaffChanged),
        (status = 202, body = PendingApproval),
        ChangeRefusals
    )
)]
pub(crate) async fn change_staff(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(staff_id): Named<StaffId>,
    Key(key): Key,
    Body(form): Body<StaffAssignment>,
) -> Answer<Reply<StaffChanged>> {
    let assignment = Assignment {
        branch_id: form.branch_id,
        department_id: form.department_id,
        roles: form.roles,
    };
    let (app, caller) = (&api.app, &staff.caller);
    let outcome = staff::change(app, caller, &key, staff_id, &assignment).await?;
    Ok(Reply::of(StatusCode::OK, outcome, |()| StaffChanged {
        staff_id,
    }))
}
