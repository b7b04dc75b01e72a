//! The departments of the centre.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::DepartmentId;
use platform::department;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, text};
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Items};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 科室.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Department {
    #[schema(value_type = Id)]
    department_id: DepartmentId,
    code: String,
    name: String,
}

impl From<department::Department> for Department {
    fn from(row: department::Department) -> Department {
        Department {
            department_id: row.department_id,
            code: row.code,
            name: row.name,
        }
    }
}

/// The centre's departments, by code.
#[utoipa::path(
    get,
    path = "/api/departments",
    tag = "departments",
    responses((status = 200, body = Items<Department>), ReadRefusals)
)]
pub(crate) async fn list_departments(
    State(api): State<Arc<Api>>,
    staff: Staff,
) -> Answer<Json<Items<Department>>> {
    Ok(Json(Items::of(
        department::list(&api.app, &staff.caller).await?,
    )))
}

static SHEET: ListSheet<Department> = ListSheet {
    name: "departments",
    title: "科室",
    columns: &[
        text("code", "编号", 12, |row| row.code.clone()),
        text("name", "名称", 32, |row| row.name.clone()),
    ],
    filters: &[],
};

/// The centre's departments as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/departments/list.xlsx",
    tag = "departments",
    params(Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_departments(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let rows = department::list(&export.app, &staff.caller).await?;
    let rows = rows.into_iter().map(Department::from).collect();
    export.whole(&SHEET, asked, rows).await
}
