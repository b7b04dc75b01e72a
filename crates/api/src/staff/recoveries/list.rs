//! The list of recoveries.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance::{self, RecoveryOf};
use kernel::{AccountNo, ArrivalId, Date, Fen, RecoveryId, VoucherId};
use serde::Serialize;
use settlement::recovery::{self, RecoveryKind, RecoveryStatus};
use utoipa::ToSchema;

use super::{RecoveryKindCode, RecoveryStatusCode};
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, Words, amount, code_words, count, or_none, sentence,
    summed, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::staff::suspense::{Owner, name_of};
use crate::wire::{Day, Id, Listing, Number, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 追款: what is to come back: a bank took it back after it was posted, or a reversal found it no
/// longer in an account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Recovery {
    #[schema(value_type = Id)]
    recovery_id: RecoveryId,
    /// 追款流水号.
    serial: String,
    #[schema(value_type = RecoveryKindCode)]
    kind: RecoveryKind,
    /// The wire that the bank took back.
    #[schema(value_type = Option<Id>)]
    arrival_id: Option<ArrivalId>,
    /// 到账流水号 of the wire.
    arrival_serial: Option<String>,
    payer_name: Option<String>,
    /// The employer from whom it is to come back, or whose remittance was reversed.
    owner: Option<Owner>,
    /// The member whose account fell short.
    debtor: Option<Debtor>,
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// What is still to come back.
    #[schema(value_type = i64)]
    left_fen: Fen,
    #[schema(value_type = RecoveryStatusCode)]
    status: RecoveryStatus,
    /// Why the bank took it back, or the remittance was reversed.
    reason: String,
    /// 记账日期.
    #[schema(value_type = Day)]
    business_date: Date,
    /// Calendar days since then.
    age_days: i32,
    #[schema(value_type = Id)]
    voucher_id: VoucherId,
}

/// A member whose account fell short. What is personal is masked.
#[derive(Debug, Serialize, ToSchema)]
struct Debtor {
    #[schema(value_type = Number)]
    account_no: AccountNo,
    name: String,
}

impl From<remittance::Debtor> for Debtor {
    fn from(debtor: remittance::Debtor) -> Debtor {
        Debtor {
            account_no: debtor.account_no,
            name: debtor.name,
        }
    }
}

impl From<RecoveryOf> for Recovery {
    fn from((row, owner, debtor): RecoveryOf) -> Recovery {
        Recovery {
            recovery_id: row.recovery_id,
            serial: row.serial,
            kind: row.kind,
            debtor: debtor.map(Debtor::from),
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

static SHEET: ListSheet<Recovery> = ListSheet {
    name: "recoveries",
    title: "追款",
    columns: &[
        text("serial", "追款流水", 20, |row| row.serial.clone()),
        text("business_date", "入账日期", 14, |row| {
            row.business_date.to_string()
        }),
        count("age_days", "账龄（天）", |row| {
            Some(i64::from(row.age_days))
        }),
        text("kind", "事由", 16, |row| row.kind.label().to_owned()),
        text("arrival", "被冲到账", 20, |row| {
            or_none(row.arrival_serial.as_ref())
        }),
        text("payer_name", "付款人 / 职工", 32, |row| {
            let debtor = row.debtor.as_ref();
            let member = debtor.map(|one| format!("{}（{}）", one.name, one.account_no));
            or_none(member.as_ref().or(row.payer_name.as_ref()))
        }),
        text("owner", "单位", 32, |row| name_of(row.owner.as_ref())),
        sentence("reason", "原因", |row| row.reason.clone()),
        summed(amount("amount_fen", "追款金额", |row| {
            Some(row.amount_fen)
        })),
        summed(amount("left_fen", "尚未追回", |row| Some(row.left_fen))),
        text("status", "状态", 12, |row| row.status.label().to_owned()),
    ],
    filters: &[
        ("kind", code_words!(RecoveryKind)),
        ("status", code_words!(RecoveryStatus)),
        ("owner", Words::OfRow(|row| name_of(row.owner.as_ref()))),
    ],
};

/// The recoveries that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/recoveries/list.xlsx",
    tag = "recoveries",
    params(RecoveriesAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_recoveries(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(remittance::recoveries(app, caller, query))
        })
        .await
}
