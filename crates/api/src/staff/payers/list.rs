//! The list of payers.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::payer::{self, PayerKind, PayerStatus};
use kernel::{Instant, PayerId};
use serde::Serialize;
use utoipa::ToSchema;

use super::{PayerKindCode, PayerStatusCode};
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, Words, code_words, count, sentence, summed, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Listing, Moment, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 代付单位: a legal person that pays for employers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PayerSummary {
    #[schema(value_type = Id)]
    payer_id: PayerId,
    /// 代付单位编号.
    serial: String,
    /// 代付单位名称.
    name: String,
    #[schema(value_type = PayerKindCode)]
    kind: PayerKind,
    /// 统一社会信用代码.
    credit_code: String,
    /// 付款账户号码, masked.
    account_number: String,
    /// 代付依据.
    basis: String,
    #[schema(value_type = PayerStatusCode)]
    status: PayerStatus,
    /// How many employers it pays for today.
    employers: i64,
    #[schema(value_type = Moment)]
    registered_at: Instant,
    registered_by: String,
    #[schema(value_type = Option<Moment>)]
    ended_at: Option<Instant>,
    /// Why it was ended.
    ended_reason: Option<String>,
    /// What the caller may do with it: `change`, `end`.
    can: Vec<&'static str>,
}

impl From<payer::PayerSummary> for PayerSummary {
    fn from(row: payer::PayerSummary) -> PayerSummary {
        PayerSummary {
            payer_id: row.payer_id,
            serial: row.serial,
            name: row.name,
            kind: row.kind,
            credit_code: row.credit_code,
            account_number: row.account_number,
            basis: row.basis,
            status: row.status,
            employers: row.employers,
            registered_at: row.registered_at,
            registered_by: row.registered_by_name,
            ended_at: row.ended_at,
            ended_reason: row.ended_reason,
            can: row.can,
        }
    }
}

asked!(PayersAsked: payer::PAYERS.info().0);

/// Payers, the latest first.
#[utoipa::path(
    get,
    path = "/api/payers",
    tag = "payers",
    params(PayersAsked),
    responses((status = 200, body = Listing<PayerSummary>), ReadRefusals)
)]
pub(crate) async fn list_payers(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<PayerSummary>>> {
    Ok(Json(
        payer::list(&api.app, &staff.caller, &query).await?.into(),
    ))
}

static SHEET: ListSheet<PayerSummary> = ListSheet {
    name: "payers",
    title: "代付单位",
    columns: &[
        text("serial", "编号", 16, |row| row.serial.clone()),
        text("name", "代付单位名称", 32, |row| row.name.clone()),
        text("kind", "代付类型", 12, |row| {
            row.kind.label().to_owned()
        }),
        text("credit_code", "统一社会信用代码", 22, |row| {
            row.credit_code.clone()
        }),
        text("account_number", "付款账户", 22, |row| {
            row.account_number.clone()
        }),
        summed(count("employers", "代付单位数", |row| {
            Some(row.employers)
        })),
        sentence("basis", "代付依据", |row| row.basis.clone()),
        text("status", "状态", 10, |row| row.status.label().to_owned()),
        text("registered_at", "登记时间", 20, |row| {
            row.registered_at.in_china()
        }),
        text("registered_by", "登记人", 12, |row| {
            row.registered_by.clone()
        }),
    ],
    filters: &[
        ("payer_id", Words::OfRow(|row| row.name.clone())),
        ("kind", code_words!(PayerKind)),
        ("status", code_words!(PayerStatus)),
    ],
};

/// The payers that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/payers/list.xlsx",
    tag = "payers",
    params(PayersAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_payers(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(payer::list(app, caller, query))
        })
        .await
}
