//! The list of recoveries.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance;
use kernel::{ArrivalId, Date, Fen, RecoveryId, VoucherId};
use serde::Serialize;
use settlement::recovery::{self, RecoveryItem, RecoveryStatus};
use utoipa::ToSchema;

use super::RecoveryStatusCode;
use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::staff::suspense::Owner;
use crate::wire::{Day, Id, Listing, asked};

/// 追款: what a bank took back after it was posted, and that is to come back.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Recovery {
    #[schema(value_type = Id)]
    recovery_id: RecoveryId,
    /// 追款流水号.
    serial: String,
    #[schema(value_type = Id)]
    arrival_id: ArrivalId,
    /// 到账流水号 of the wire.
    arrival_serial: String,
    payer_name: String,
    /// The employer from whom it is to come back.
    owner: Option<Owner>,
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// What is still to come back.
    #[schema(value_type = i64)]
    left_fen: Fen,
    #[schema(value_type = RecoveryStatusCode)]
    status: RecoveryStatus,
    /// Why the bank took it back.
    reason: String,
    /// 记账日期.
    #[schema(value_type = Day)]
    business_date: Date,
    /// Calendar days since then.
    age_days: i32,
    #[schema(value_type = Id)]
    voucher_id: VoucherId,
}

impl From<(RecoveryItem, Option<remittance::Owner>)> for Recovery {
    fn from((row, owner): (RecoveryItem, Option<remittance::Owner>)) -> Recovery {
        Recovery {
            recovery_id: row.recovery_id,
            serial: row.serial,
            arrival_id: row.arrival_id,
            arrival_serial: row.arrival_serial,
            payer_name: row.payer_name,
            owner: owner.map(Owner::from),
            amount_fen: row.amount_fen,
            left_fen: row.left_fen,
            status: row.status,
            reason: row.reason,
            business_date: row.business_date,
            age_days: row.age_days,
            voucher_id: row.voucher_id,
        }
    }
}

asked!(RecoveriesAsked: recovery::RECOVERIES.info().0);

/// Recoveries, the latest first.
#[utoipa::path(
    get,
    path = "/api/recoveries",
    tag = "recoveries",
    params(RecoveriesAsked),
    responses((status = 200, body = Listing<Recovery>), ReadRefusals)
)]
pub(crate) async fn list_recoveries(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<Recovery>>> {
    Ok(Json(
        remittance::recoveries(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
