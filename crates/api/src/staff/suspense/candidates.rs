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
use crate::wire::{Id, YearMonth};

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
    /// Whether the payer was registered as paying for the employer on the wire's day.
    is_paid_for: bool,
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
            is_paid_for: row.is_paid_for,
            is_payer: row.is_payer,
            is_exact: row.is_exact,
        }
    }
}

/// What an item of suspense may be meant for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AllocationCandidates {
    /// The remittances, the likelier first.
    items: Vec<AllocationCandidate>,
    /// Whether the item is exactly what those that the payer pays for come to.
    is_split: bool,
    /// Whether the payer pays for more remittances than are here: whether the item is all of them
    /// together isn't known then.
    more_paid_for: bool,
}

/// The remittances that an item may be meant for, the likelier first: those of the employers that the
/// payer pays for, as many as one allocation may fill, and at most 50 others.
#[utoipa::path(
    get,
    path = "/api/suspense/{id}/candidates",
    tag = "suspense",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = AllocationCandidates), ReadOneRefusals)
)]
pub(crate) async fn list_candidates(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(suspense_id): Named<SuspenseId>,
) -> Answer<Json<AllocationCandidates>> {
    let found = remittance::candidates(&api.app, &staff.caller, suspense_id).await?;
    let items = found.remittances.into_iter();
    Ok(Json(AllocationCandidates {
        items: items.map(AllocationCandidate::from).collect(),
        is_split: found.is_split,
        more_paid_for: found.more_paid_for,
    }))
}
