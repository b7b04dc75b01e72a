//! Hiring a staff member.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::{BranchId, DepartmentId, StaffId};
use platform::staff::{self, NewStaff};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::Id;

/// A staff member to be hired.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Hiring {
    /// 登录名.
    #[schema(max_length = 32)]
    sign_in_name: String,
    /// 姓名.
    #[schema(max_length = 100)]
    name: String,
    /// Left out for staff of the centre as a whole.
    #[schema(value_type = Option<Id>)]
    branch_id: Option<BranchId>,
    #[schema(value_type = Option<Id>)]
    department_id: Option<DepartmentId>,
    /// 电话.
    #[schema(max_length = 20)]
    phone: Option<String>,
}

/// A staff member just hired.
#[derive(Serialize, ToSchema)]
pub(crate) struct Hired {
    #[schema(value_type = Id)]
    staff_id: StaffId,
    /// The password to begin with, told this once; null when the request was repeated.
    initial_password: Option<String>,
}

/// Hires a staff member, who has no role until another administrator gives one.
#[utoipa::path(
    post,
    path = "/api/staff",
    tag = "staff",
    params(Key),
    request_body = Hiring,
    responses((status = 201, body = Hired), ChangeRefusals)
)]
pub(crate) async fn hire_staff(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(form): Body<Hiring>,
) -> Answer<(StatusCode, Json<Hired>)> {
    let new = NewStaff {
        sign_in_name: form.sign_in_name,
        name: form.name,
        branch_id: form.branch_id,
        department_id: form.department_id,
        phone: form.phone,
    };
    let hired = staff::hire(&api.app, &staff.caller, &key, new).await?;
    let told = hired.initial_password.as_ref();
    let answer = Hired {
        staff_id: hired.staff_id,
        initial_password: told.map(|password| password.text().to_owned()),
    };
    Ok((StatusCode::CREATED, Json(answer)))
}
