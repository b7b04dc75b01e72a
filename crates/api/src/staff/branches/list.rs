//! The branches of the centre.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::BranchId;
use platform::branch;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, text};
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Items};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 管理部.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Branch {
    #[schema(value_type = Id)]
    branch_id: BranchId,
    code: String,
    name: String,
}

impl From<branch::Branch> for Branch {
    fn from(row: branch::Branch) -> Branch {
        Branch {
            branch_id: row.branch_id,
            code: row.code,
            name: row.name,
        }
    }
}

/// The centre's branches, by code.
#[utoipa::path(
    get,
    path = "/api/branches",
    tag = "branches",
    responses((status = 200, body = Items<Branch>), ReadRefusals)
)]
pub(crate) async fn list_branches(
    State(api): State<Arc<Api>>,
    staff: Staff,
) -> Answer<Json<Items<Branch>>> {
    Ok(Json(Items::of(
        branch::list(&api.app, &staff.caller).await?,
    )))
}

static SHEET: ListSheet<Branch> = ListSheet {
    name: "branches",
    title: "管理部",
    columns: &[
        text("code", "编号", 12, |row| row.code.clone()),
        text("name", "名称", 32, |row| row.name.clone()),
    ],
    filters: &[],
};

/// The centre's branches as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/branches/list.xlsx",
    tag = "branches",
    params(Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_branches(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let rows = branch::list(&export.app, &staff.caller).await?;
    let rows = rows.into_iter().map(Branch::from).collect();
    export.whole(&SHEET, asked, rows).await
}
