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
use crate::export::{Chosen, Export, ExportAsked, ListSheet, Words, code_words, text};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Listing, Moment, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

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

static SHEET: ListSheet<StaffMember> = ListSheet {
    name: "staff",
    title: "工作人员",
    columns: &[
        text("sign_in_name", "登录名", 14, |row| {
            row.sign_in_name.clone()
        }),
        text("name", "姓名", 12, |row| row.name.clone()),
        text("branch", "管理部", 18, |row| {
            row.branch_name
                .clone()
                .unwrap_or_else(|| "全中心".to_owned())
        }),
        text("department", "科室", 14, |row| {
            row.department_name.clone().unwrap_or_default()
        }),
        text("roles", "角色", 30, |row| {
            let roles = row.roles.iter().map(|role| role.name.as_str());
            roles.collect::<Vec<_>>().join("、")
        }),
        text("phone", "电话", 14, |row| {
            row.phone.clone().unwrap_or_default()
        }),
        text("status", "状态", 10, |row| row.status.label().to_owned()),
        text("added_at", "新增时间", 20, |row| {
            row.added_at.in_china()
        }),
        text("left_at", "离职时间", 20, |row| {
            row.left_at.map_or_else(String::new, Instant::in_china)
        }),
    ],
    filters: &[
        ("status", code_words!(StaffStatus)),
        (
            "branch_id",
            Words::OfRow(|row| row.branch_name.clone().unwrap_or_default()),
        ),
    ],
};

/// The staff that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/staff/list.xlsx",
    tag = "staff",
    params(StaffAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_staff(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(staff::list(app, caller, query))
        })
        .await
}
