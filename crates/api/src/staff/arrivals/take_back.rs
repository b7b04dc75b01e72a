//! Recording that the bank took a wire back.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance;
use kernel::{ArrivalId, Fen, RecoveryId, VoucherId};
use serde::{Deserialize, Serialize};
use settlement::recovery::NewTakenBack;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id};

/// What the bank's advice says of a wire that it takes back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArrivalTakeBack {
    /// 银行流水号 of the correction.
    #[schema(max_length = 40)]
    bank_serial: String,
    /// The day the bank did it.
    #[schema(value_type = Day)]
    value_date: String,
    #[schema(max_length = 200)]
    reason: String,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ArrivalTakenBack {
    #[schema(value_type = Id)]
    voucher_id: VoucherId,
    /// What still waited and went back at once.
    #[schema(value_type = i64)]
    from_suspense_fen: Fen,
    /// The recovery of the rest.
    #[schema(value_type = Option<Id>)]
    recovery_id: Option<RecoveryId>,
}

/// Records that the bank took a wire back; what was posted of it is to be recovered.
#[utoipa::path(
    post,
    path = "/api/arrivals/{id}/take-back",
    tag = "arrivals",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = ArrivalTakeBack,
    responses((status = 200, body = ArrivalTakenBack), ChangeRefusals)
)]
pub(crate) async fn take_back_arrival(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(arrival_id): Named<ArrivalId>,
    Key(key): Key,
    Body(form): Body<ArrivalTakeBack>,
) -> Answer<Json<ArrivalTakenBack>> {
    let new = NewTakenBack {
        arrival_id,
        bank_serial: form.bank_serial,
        value_date: form.value_date,
        reason: form.reason,
    };
    let taken = remittance::taken_back(&api.app, &staff.caller, &key, new).await?;
    Ok(Json(ArrivalTakenBack {
        voucher_id: taken.voucher_id,
        from_suspense_fen: taken.from_suspense_fen,
        recovery_id: taken.recovery_id,
    }))
}
