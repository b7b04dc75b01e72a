//! The list of arrivals.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{ArrivalId, BankAccountId, Date, Fen, SuspenseId, VoucherId};
use serde::Serialize;
use settlement::arrival::{self, ArrivalItem, ArrivalStatus};
use utoipa::ToSchema;

use super::ArrivalStatusCode;
use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, asked};

/// 到账: a wire that a bank reported, and where its money went.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Arrival {
    #[schema(value_type = Id)]
    arrival_id: ArrivalId,
    /// 到账流水号.
    serial: String,
    #[schema(value_type = Id)]
    bank_account_id: BankAccountId,
    bank_account_name: String,
    /// 银行流水号.
    bank_serial: String,
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// 起息日.
    #[schema(value_type = Day)]
    value_date: Date,
    /// 记账日期.
    #[schema(value_type = Day)]
    business_date: Date,
    /// 付款人.
    payer_name: String,
    /// 付款账号, masked.
    payer_account: String,
    /// 摘要.
    remark: String,
    /// 缴款码.
    payment_code: Option<String>,
    #[schema(value_type = ArrivalStatusCode)]
    status: ArrivalStatus,
    /// The remittance that it paid.
    #[schema(value_type = Option<Id>)]
    remittance_id: Option<String>,
    /// Where it waits.
    #[schema(value_type = Option<Id>)]
    suspense_id: Option<SuspenseId>,
    /// The first voucher that carries the money.
    #[schema(value_type = Option<Id>)]
    voucher_id: Option<VoucherId>,
}

impl From<ArrivalItem> for Arrival {
    fn from(row: ArrivalItem) -> Arrival {
        let paid = row.purpose.as_deref() == Some(fund::remittance::PURPOSE);
        Arrival {
            arrival_id: row.arrival_id,
            serial: row.serial,
            bank_account_id: row.bank_account_id,
            bank_account_name: row.bank_account_name,
            bank_serial: row.bank_serial,
            amount_fen: row.amount_fen,
            value_date: row.value_date,
            business_date: row.business_date,
            payer_name: row.payer_name,
            payer_account: row.payer_account,
            remark: row.remark,
            payment_code: row.payment_code,
            status: row.status,
            remittance_id: row.purpose_id.filter(|_| paid),
            suspense_id: row.suspense_id,
            voucher_id: row.voucher_id,
        }
    }
}

asked!(ArrivalsAsked: arrival::ARRIVALS.info().0);

/// The arrivals of the centre, the latest first.
#[utoipa::path(
    get,
    path = "/api/arrivals",
    tag = "arrivals",
    params(ArrivalsAsked),
    responses((status = 200, body = Listing<Arrival>), ReadRefusals)
)]
pub(crate) async fn list_arrivals(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<Arrival>>> {
    Ok(Json(
        arrival::list(&api.app, &staff.caller, &query).await?.into(),
    ))
}
