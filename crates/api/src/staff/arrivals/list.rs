//! The list of arrivals.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{ArrivalId, BankAccountId, Date, Fen, RecoveryId, SuspenseId, VoucherId};
use serde::Serialize;
use settlement::arrival::{self, ArrivalItem, ArrivalStatus};
use utoipa::ToSchema;

use super::ArrivalStatusCode;
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, Words, amount, code_words, sentence, summed, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

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
    /// 冲正日期: the day the bank took it back, when it did.
    #[schema(value_type = Option<Day>)]
    taken_back_on: Option<Date>,
    /// The recovery of what of it was posted by then.
    #[schema(value_type = Option<Id>)]
    recovery_id: Option<RecoveryId>,
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
            taken_back_on: row.taken_back_on,
            recovery_id: row.recovery_id,
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

static SHEET: ListSheet<Arrival> = ListSheet {
    name: "arrivals",
    title: "到账",
    columns: &[
        text("serial", "业务流水", 20, |row| row.serial.clone()),
        text("value_date", "到账日期", 12, |row| {
            row.value_date.to_string()
        }),
        text("business_date", "会计日期", 12, |row| {
            row.business_date.to_string()
        }),
        text("bank_account", "收款账户", 30, |row| {
            row.bank_account_name.clone()
        }),
        text("bank_serial", "银行流水号", 22, |row| {
            row.bank_serial.clone()
        }),
        text("payer_name", "付款人", 32, |row| row.payer_name.clone()),
        text("payer_account", "付款账号", 22, |row| {
            row.payer_account.clone()
        }),
        sentence("remark", "附言", |row| row.remark.clone()),
        text("payment_code", "缴款码", 14, |row| {
            row.payment_code.clone().unwrap_or_default()
        }),
        summed(amount("amount_fen", "金额", |row| Some(row.amount_fen))),
        text("status", "结果", 24, |row| match row.taken_back_on {
            Some(day) => format!("{}，{day} 银行冲正", row.status.label()),
            None => row.status.label().to_owned(),
        }),
    ],
    filters: &[
        ("status", code_words!(ArrivalStatus)),
        (
            "bank_account_id",
            Words::OfRow(|row| row.bank_account_name.clone()),
        ),
    ],
};

/// The arrivals that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/arrivals/list.xlsx",
    tag = "arrivals",
    params(ArrivalsAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_arrivals(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(arrival::list(app, caller, query))
        })
        .await
}
