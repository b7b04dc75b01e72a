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
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, amount, or_none, sentence, summed, text,
};
use crate::extract::Named;
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Items, Moment};
use crate::workbook::{MEDIA_TYPE, Workbook};

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

static SHEET: ListSheet<SuspenseMovement> = ListSheet {
    name: "suspense_movements",
    title: "暂收变动",
    columns: &[
        text("movement_no", "序号", 8, |row| {
            row.movement_no.to_string()
        }),
        text("business_date", "记账日期", 12, |row| {
            row.business_date.to_string()
        }),
        text("kind", "变动", 14, |row| row.kind.label().to_owned()),
        summed(amount("amount_fen", "金额", |row| Some(row.amount_fen))),
        text("bank_serial", "银行流水号", 22, |row| {
            or_none(row.bank_serial.as_deref())
        }),
        text("value_date", "银行日期", 12, |row| {
            or_none(row.value_date)
        }),
        sentence("reason", "原因", |row| row.reason.clone()),
        text("made_by", "经办", 12, |row| row.made_by.clone()),
        text("made_at", "办理时间", 20, |row| row.made_at.in_china()),
    ],
    filters: &[],
};

/// What left an item of suspense, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/suspense/{id}/movements/list.xlsx",
    tag = "suspense",
    params(("id" = String, Path, format = "uuid"), Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_suspense_movements(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(suspense_id): Named<SuspenseId>,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let rows = suspense::movements(&export.app, &staff.caller, suspense_id).await?;
    let rows = rows.into_iter().map(SuspenseMovement::from).collect();
    let export = export.of(&suspense_id, "一笔暂收的变动".to_owned());
    export.whole(&SHEET, asked, rows).await
}
