//! What an item of suspense may be meant for.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance::{self, Candidate};
use kernel::{EmployerId, Fen, Month, RemittanceId, SuspenseId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Id, Items, YearMonth};

/// A remittance that awaits money and may be what an item is meant for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AllocationCandidate {
    #[schema(value_type = Id)]
    remittance_id: RemittanceId,
    /// 汇缴流水号.
    serial: String,
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位名称.
    employer_name: String,
    #[schema(value_type = YearMonth)]
    month: Month,
    /// 汇缴人数.
    people: i64,
    #[schema(value_type = i64)]
    expected_fen: Fen,
    /// 缴款码.
    payment_code: String,
    /// Whether the money is known to be this employer's.
    is_owner: bool,
    /// Whether the payer is called as the employer.
    is_payer: bool,
    /// Whether as much waits as the remittance expects.
    is_exact: bool,
}

impl From<Candidate> for AllocationCandidate {
    fn from(row: Candidate) -> AllocationCandidate {
        AllocationCandidate {
            remittance_id: row.remittance_id,
            serial: remittance::serial_text(row.serial),
            employer_id: row.employer_id,
            employer_name: row.employer_name,
            month: row.month,
            people: row.people,
            expected_fen: row.expected_fen,
            payment_code: row.payment_code,
            is_owner: row.is_owner,
            is_payer: row.is_payer,
            is_exact: row.is_exact,
        }
    }
}

/// The remittances that an item may be meant for, the likelier first; at most 50.
#[utoipa::path(
    get,
    path = "/api/suspense/{id}/candidates",
    tag = "suspense",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Items<AllocationCandidate>), ReadOneRefusals)
)]
pub(crate) async fn list_candidates(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(suspense_id): Named<SuspenseId>,
) -> Answer<Json<Items<AllocationCandidate>>> {
    Ok(Json(Items::of(
        remittance::candidates(&api.app, &staff.caller, suspense_id).await?,
    )))
}
