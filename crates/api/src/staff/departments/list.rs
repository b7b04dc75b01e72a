//! The departments of the centre.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::DepartmentId;
use platform::department;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Items};

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
