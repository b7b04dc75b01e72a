//! The list of staff.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{BranchId, DepartmentId, Instant, StaffId};
use platform::staff::{self, StaffRole, StaffStatus, StaffView};
use serde::Serialize;
use utoipa::ToSchema;

use super::StaffStatusCode;
use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Listing, Moment, asked};

/// 工作人员.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StaffMember {
    #[schema(value_type = Id)]
    staff_id: StaffId,
    /// 登录名.
    sign_in_name: String,
    /// 姓名.
    name: String,
    /// Null for staff of the centre as a whole.
    #[schema(value_type = Option<Id>)]
    branch_id: Option<BranchId>,
    /// 管理部.
    branch_name: Option<String>,
    #[schema(value_type = Option<Id>)]
    department_id: Option<DepartmentId>,
    /// 科室.
    department_name: Option<String>,
    /// 电话, masked.
    phone: Option<String>,
    #[schema(value_type = StaffStatusCode)]
    status: StaffStatus,
    /// When they were added.
    #[schema(value_type = Moment)]
    added_at: Instant,
    /// When they left.
    #[schema(value_type = Option<Moment>)]
    left_at: Option<Instant>,
    /// By code.
    roles: Vec<RoleName>,
    /// What the caller may do: `change`, `leave`, `reset_password`.
    can: Vec<&'static str>,
}

/// A role by its code and name.
#[derive(Debug, Serialize, ToSchema)]
struct RoleName {
    code: String,
    name: String,
}

impl From<StaffRole> for RoleName {
    fn from(role: StaffRole) -> RoleName {
        RoleName {
            code: role.code,
            name: role.name,
        }
    }
}

impl From<StaffView> for StaffMember {
    fn from(view: StaffView) -> StaffMember {
        let (branch_id, branch_name) = view.branch.unzip();
        let (department_id, department_name) = view.department.unzip();
        StaffMember {
            staff_id: view.staff_id,
            sign_in_name: view.sign_in_name,
            name: view.name,
            branch_id,
            branch_name,
            department_id,
            department_name,
            phone: view.phone,
            status: view.status,
            added_at: view.added_at,
            left_at: view.left_at,
            roles: view.roles.into_iter().map(RoleName::from).collect(),
            can: view.can,
        }
    }
}

asked!(StaffAsked: staff::list_info());

/// Who works or worked for the centre, by sign-in name.
#[utoipa::path(
    get,
    path = "/api/staff",
    tag = "staff",
    params(StaffAsked),
    responses((status = 200, body = Listing<StaffMember>), ReadRefusals)
)]
pub(crate) async fn list_staff(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<StaffMember>>> {
    Ok(Json(
        staff::list(&api.app, &staff.caller, &query).await?.into(),
    ))
}
