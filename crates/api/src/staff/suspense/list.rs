//! The list of suspense.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance;
use kernel::{ArrivalId, Date, EmployerId, Fen, SuspenseId, VoucherId};
use serde::Serialize;
use settlement::suspense::{self, SuspenseItem, SuspenseStatus};
use utoipa::ToSchema;

use super::SuspenseStatusCode;
use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, Reason, asked};

/// 暂收: arrived money that waits for what it is meant for, and why.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Suspense {
    #[schema(value_type = Id)]
    suspense_id: SuspenseId,
    /// 暂收流水号.
    serial: String,
    #[schema(value_type = Id)]
    arrival_id: ArrivalId,
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// What of it still waits.
    #[schema(value_type = i64)]
    left_fen: Fen,
    /// The employer whose it is, when that is known.
    owner: Option<Owner>,
    reason: Reason,
    #[schema(value_type = SuspenseStatusCode)]
    status: SuspenseStatus,
    payer_name: String,
    /// 摘要.
    remark: String,
    /// 记账日期.
    #[schema(value_type = Day)]
    business_date: Date,
    /// Calendar days since then.
    age_days: i32,
    /// The voucher that put it here.
    #[schema(value_type = Id)]
    voucher_id: VoucherId,
}

/// An employer whose money something is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Owner {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位名称.
    employer_name: String,
}

impl From<remittance::Owner> for Owner {
    fn from(owner: remittance::Owner) -> Owner {
        Owner {
            employer_id: owner.employer_id,
            employer_name: owner.employer_name,
        }
    }
}

impl From<(SuspenseItem, Option<remittance::Owner>)> for Suspense {
    fn from((row, owner): (SuspenseItem, Option<remittance::Owner>)) -> Suspense {
        Suspense {
            suspense_id: row.suspense_id,
            serial: row.serial,
            arrival_id: row.arrival_id,
            amount_fen: row.amount_fen,
            left_fen: row.left_fen,
            owner: owner.map(Owner::from),
            reason: Reason {
                code: row.reason_code,
                sentence: row.reason_sentence,
            },
            status: row.status,
            payer_name: row.payer_name,
            remark: row.remark,
            business_date: row.business_date,
            age_days: row.age_days,
            voucher_id: row.voucher_id,
        }
    }
}

asked!(SuspenseAsked: suspense::SUSPENSE.info().0);

/// Money that waits or waited, the latest first.
#[utoipa::path(
    get,
    path = "/api/suspense",
    tag = "suspense",
    params(SuspenseAsked),
    responses((status = 200, body = Listing<Suspense>), ReadRefusals)
)]
pub(crate) async fn list_suspense(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<Suspense>>> {
    Ok(Json(
        remittance::waiting(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
