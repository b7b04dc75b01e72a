//! Whom one may name as a deputy.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::StaffId;
use platform::approval;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::Id;

/// Whom the caller may name as a deputy, and for whom.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Deputies {
    /// Whether for anybody, beside oneself.
    for_anybody: bool,
    /// Everyone who works here.
    staff: Vec<Deputy>,
}

/// Somebody who may be named as a deputy.
#[derive(Debug, Serialize, ToSchema)]
struct Deputy {
    #[schema(value_type = Id)]
    staff_id: StaffId,
    name: String,
    /// 管理部; missing for who works for the whole centre.
    branch_name: Option<String>,
}

impl From<approval::Deputy> for Deputy {
    fn from(row: approval::Deputy) -> Deputy {
        Deputy {
            staff_id: row.staff_id,
            name: row.name,
            branch_name: row.branch_name,
        }
    }
}

/// Whom the caller may name as a deputy, and for whom.
#[utoipa::path(
    get,
    path = "/api/delegations/deputies",
    tag = "delegations",
    responses((status = 200, body = Deputies), ReadRefusals)
)]
pub(crate) async fn list_deputies(
    State(api): State<Arc<Api>>,
    staff: Staff,
) -> Answer<Json<Deputies>> {
    let deputies = approval::deputies(&api.app, &staff.caller).await?;
    Ok(Json(Deputies {
        for_anybody: deputies.for_anybody,
        staff: deputies.staff.into_iter().map(Deputy::from).collect(),
    }))
}
