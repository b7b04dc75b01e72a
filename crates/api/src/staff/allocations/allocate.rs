//! Allocating suspense to remittances.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::remittance::{self, AllocationLine};
use kernel::{Fen, RemittanceId, SuspenseId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::Id;

/// What goes where. Each remittance gets exactly what it expects.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewAllocation {
    #[schema(max_items = 500)]
    lines: Vec<NewAllocationLine>,
}

/// So much of an item goes to a remittance.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewAllocationLine {
    #[schema(value_type = Id)]
    suspense_id: SuspenseId,
    #[schema(value_type = Id)]
    remittance_id: RemittanceId,
    #[schema(value_type = i64)]
    amount_fen: Fen,
}

/// The remittances that were filled.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Allocation {
    #[schema(value_type = Vec<Id>)]
    remittance_ids: Vec<RemittanceId>,
}

impl From<NewAllocationLine> for AllocationLine {
    fn from(line: NewAllocationLine) -> AllocationLine {
        AllocationLine {
            suspense_id: line.suspense_id,
            remittance_id: line.remittance_id,
            amount_fen: line.amount_fen,
        }
    }
}

/// Allocates money that waits to remittances, and posts them.
#[utoipa::path(
    post,
    path = "/api/allocations",
    tag = "suspense",
    params(Key),
    request_body = NewAllocation,
    responses((status = 201, body = Allocation), ChangeRefusals)
)]
pub(crate) async fn allocate_suspense(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(form): Body<NewAllocation>,
) -> Answer<(StatusCode, Json<Allocation>)> {
    let lines: Vec<AllocationLine> = form.lines.into_iter().map(AllocationLine::from).collect();
    let remittance_ids = remittance::allocate(&api.app, &staff.caller, &key, &lines).await?;
    Ok((StatusCode::CREATED, Json(Allocation { remittance_ids })))
}
