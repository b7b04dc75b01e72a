//! The branches of the centre.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::BranchId;
use platform::branch;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Items};

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
