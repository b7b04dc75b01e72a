//! What left an item of suspense.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Date, Fen, Instant, SuspenseId, VoucherId};
use serde::Serialize;
use settlement::suspense::{self, MovementKind};
use utoipa::ToSchema;

use super::MovementKindCode;
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Items, Moment};

/// 暂收变动.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SuspenseMovement {
    /// Counts from 1 in the item.
    movement_no: i64,
    #[schema(value_type = MovementKindCode)]
    kind: MovementKind,
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// What it went to, such as `remittance`.
    purpose: Option<String>,
    /// The id of that.
    purpose_id: Option<String>,
    /// 银行流水号 of a return or of the bank's correction.
    bank_serial: Option<String>,
    /// The day the bank did it.
    #[schema(value_type = Option<Day>)]
    value_date: Option<Date>,
    reason: String,
    #[schema(value_type = Day)]
    business_date: Date,
    #[schema(value_type = Id)]
    voucher_id: VoucherId,
    #[schema(value_type = Moment)]
    made_at: Instant,
    made_by: String,
}

impl From<suspense::Movement> for SuspenseMovement {
    fn from(row: suspense::Movement) -> SuspenseMovement {
        SuspenseMovement {
            movement_no: row.movement_no,
            kind: row.kind,
            amount_fen: row.amount_fen,
            purpose: row.purpose,
            purpose_id: row.purpose_id,
            bank_serial: row.bank_serial,
            value_date: row.value_date,
            reason: row.reason,
            business_date: row.business_date,
            voucher_id: row.voucher_id,
            made_at: row.made_at,
            made_by: row.made_by_name,
        }
    }
}

/// What left an item of suspense, in order.
#[utoipa::path(
    get,
    path = "/api/suspense/{id}/movements",
    tag = "suspense",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Items<SuspenseMovement>), ReadOneRefusals)
)]
pub(crate) async fn list_suspense_movements(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(suspense_id): Named<SuspenseId>,
) -> Answer<Json<Items<SuspenseMovement>>> {
    Ok(Json(Items::of(
        suspense::movements(&api.app, &staff.caller, suspense_id).await?,
    )))
}
