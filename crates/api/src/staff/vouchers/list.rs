//! The list of vouchers.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Date, Fen, VoucherId};
use ledger::{BookCode, VoucherKind, voucher};
use serde::Serialize;
use settlement::books;
use utoipa::ToSchema;

use super::{LedgerBookCode, VoucherKindCode, number};
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, amount, code_words, summed, text};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 凭证 as its list shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VoucherSummary {
    #[schema(value_type = Id)]
    pub(super) voucher_id: VoucherId,
    /// 账套.
    #[schema(value_type = LedgerBookCode)]
    pub(super) book: BookCode,
    /// 凭证号; null while it waits for the bookkeeper.
    pub(super) number: Option<String>,
    /// 会计日期.
    #[schema(value_type = Day)]
    pub(super) business_date: Date,
    #[schema(value_type = VoucherKindCode)]
    pub(super) kind: VoucherKind,
    /// 摘要.
    pub(super) summary: String,
    /// 借方合计, which is that of 贷方; negative in a reversal.
    #[schema(value_type = i64)]
    pub(super) debit_fen: Fen,
    /// What kind of business it belongs to, such as `remittance`.
    pub(super) source_kind: String,
    /// Which one.
    pub(super) source_id: String,
    /// 制单.
    pub(super) preparer: String,
    /// The voucher that it takes back.
    #[schema(value_type = Option<Id>)]
    pub(super) reverses: Option<VoucherId>,
    /// The voucher that takes it back.
    #[schema(value_type = Option<Id>)]
    pub(super) reversed_by: Option<VoucherId>,
}

impl From<voucher::VoucherSummary> for VoucherSummary {
    fn from(row: voucher::VoucherSummary) -> VoucherSummary {
        VoucherSummary {
            voucher_id: row.voucher_id,
            book: row.book,
            number: number(row.month, row.number),
            business_date: row.business_date,
            kind: row.kind,
            summary: row.summary,
            debit_fen: row.total,
            source_kind: row.source_kind,
            source_id: row.source_id,
            preparer: row.preparer,
            reverses: row.reverses,
            reversed_by: row.reversed_by,
        }
    }
}

asked!(VouchersAsked: voucher::VOUCHERS.info().0, also ["month", "account"]);

/// The vouchers that a search finds, the latest date first.
#[utoipa::path(
    get,
    path = "/api/vouchers",
    tag = "vouchers",
    params(VouchersAsked),
    responses((status = 200, body = Listing<VoucherSummary>), ReadRefusals)
)]
pub(crate) async fn list_vouchers(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<VoucherSummary>>> {
    Ok(Json(
        books::vouchers(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<VoucherSummary> = ListSheet {
    name: "vouchers",
    title: "凭证",
    columns: &[
        text("number", "凭证号", 16, |row| {
            row.number.clone().unwrap_or_else(|| "待编号".to_owned())
        }),
        text("business_date", "记账日期", 12, |row| {
            row.business_date.to_string()
        }),
        text("summary", "摘要", 44, |row| row.summary.clone()),
        summed(amount("debit_fen", "金额", |row| Some(row.debit_fen))),
        text("kind", "类型", 16, |row| {
            let taken_back = if row.reversed_by.is_some() {
                "（已被冲销）"
            } else {
                ""
            };
            format!("{}{taken_back}", row.kind.label())
        }),
        text("preparer", "制单", 12, |row| row.preparer.clone()),
    ],
    filters: &[
        ("kind", code_words!(VoucherKind)),
        ("book", code_words!(BookCode)),
    ],
};

/// The vouchers that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/vouchers/list.xlsx",
    tag = "vouchers",
    params(VouchersAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_vouchers(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(books::vouchers(app, caller, query))
        })
        .await
}
