//! The roles, what each may do and who has it.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::StaffId;
use platform::DataScope;
use platform::role::{self, RoleWithActions};
use serde::Serialize;
use utoipa::ToSchema;

use super::DataScopeCode;
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, count, sentence, text};
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Items};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 角色.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Role {
    code: String,
    name: String,
    /// 数据范围.
    #[schema(value_type = DataScopeCode)]
    data_scope: DataScope,
    /// The codes of its actions.
    actions: Vec<String>,
    /// The active staff who have it.
    staff: Vec<RoleHolder>,
}

/// Someone who has a role.
#[derive(Debug, Serialize, ToSchema)]
struct RoleHolder {
    #[schema(value_type = Id)]
    staff_id: StaffId,
    name: String,
}

impl From<RoleWithActions> for Role {
    fn from(row: RoleWithActions) -> Role {
        let holder = |(staff_id, name)| RoleHolder { staff_id, name };
        Role {
            code: row.role.code,
            name: row.role.name,
            data_scope: row.role.data_scope,
            actions: row.actions,
            staff: row.staff.into_iter().map(holder).collect(),
        }
    }
}

/// The centre's roles, by code, each with its actions and who has it.
#[utoipa::path(
    get,
    path = "/api/roles",
    tag = "roles",
    responses((status = 200, body = Items<Role>), ReadRefusals)
)]
pub(crate) async fn list_roles(
    State(api): State<Arc<Api>>,
    staff: Staff,
) -> Answer<Json<Items<Role>>> {
    Ok(Json(Items::of(role::list(&api.app, &staff.caller).await?)))
}

static SHEET: ListSheet<Role> = ListSheet {
    name: "roles",
    title: "角色",
    columns: &[
        text("name", "角色", 16, |row| row.name.clone()),
        text("data_scope", "数据范围", 12, |row| {
            row.data_scope.label().to_owned()
        }),
        count("actions", "操作数", |row| {
            i64::try_from(row.actions.len()).ok()
        }),
        count("people", "人数", |row| {
            i64::try_from(row.staff.len()).ok()
        }),
        sentence("staff", "在职人员", |row| {
            let names: Vec<&str> = row.staff.iter().map(|one| one.name.as_str()).collect();
            names.join("、")
        }),
    ],
    filters: &[],
};

/// The centre's roles as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/roles/list.xlsx",
    tag = "roles",
    params(Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_roles(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let rows = role::list(&export.app, &staff.caller).await?;
    let rows = rows.into_iter().map(Role::from).collect();
    export.whole(&SHEET, asked, rows).await
}
