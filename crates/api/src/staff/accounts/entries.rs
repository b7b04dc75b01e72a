//! The entries of an account.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account::{self, EntryKind};
use fund::remittance;
use kernel::{AccountNo, Date, Fen, Month, RemittanceId, VoucherId};
use serde::Serialize;
use utoipa::ToSchema;

use super::EntryKindCode;
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, amount, code_words, or_none, summed, text,
};
use crate::extract::{Asked, Named};
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::staff::vouchers::number;
use crate::wire::{Day, Id, Listing, YearMonth, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 个人业务明细 (JGJ/T 320-2014 table 5.0.5): one movement of an account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EntryItem {
    /// Counts from 1 in the account.
    entry_no: i64,
    /// 记账日期.
    #[schema(value_type = Day)]
    business_date: Date,
    /// 起息日.
    #[schema(value_type = Day)]
    value_date: Date,
    #[schema(value_type = EntryKindCode)]
    kind: EntryKind,
    /// The kind in words; a reversal says so.
    label: String,
    /// 发生额, signed.
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// 上年结转余额 afterwards.
    #[schema(value_type = i64)]
    carried_after_fen: Fen,
    /// 当年归集余额 afterwards.
    #[schema(value_type = i64)]
    current_after_fen: Fen,
    /// 账户余额 afterwards.
    #[schema(value_type = i64)]
    balance_after_fen: Fen,
    /// 汇补缴年月.
    #[schema(value_type = Option<YearMonth>)]
    month: Option<Month>,
    #[schema(value_type = Id)]
    voucher_id: VoucherId,
    /// 凭证号; null while the voucher waits for it.
    voucher_number: Option<String>,
    /// The remittance that brought it or took it back.
    #[schema(value_type = Option<Id>)]
    remittance_id: Option<RemittanceId>,
    /// 业务流水 of that.
    source: Option<String>,
}

impl From<account::EntryItem> for EntryItem {
    fn from(row: account::EntryItem) -> EntryItem {
        EntryItem {
            label: row.label(),
            amount_fen: row.amount_fen(),
            entry_no: row.entry_no,
            business_date: row.business_date,
            value_date: row.value_date,
            kind: row.kind,
            carried_after_fen: row.carried_after_fen,
            current_after_fen: row.current_after_fen,
            balance_after_fen: row.balance_after_fen,
            month: row.month,
            voucher_id: row.voucher_id,
            voucher_number: number(Some(row.business_date.month()), row.voucher_number),
            remittance_id: row.remittance_id,
            source: row.remittance_serial.map(remittance::serial_text),
        }
    }
}

asked!(EntriesAsked: account::ENTRIES.info().0, bound ["account_no"]);

/// The entries of an account, the latest first.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/entries",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号"), EntriesAsked),
    responses((status = 200, body = Listing<EntryItem>), ReadOneRefusals)
)]
pub(crate) async fn list_account_entries(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    Asked(query): Asked,
) -> Answer<Json<Listing<EntryItem>>> {
    Ok(Json(
        account::entries(&api.app, &staff.caller, account_no, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<EntryItem> = ListSheet {
    name: "account_entries",
    title: "个人业务明细",
    columns: &[
        text("entry_no", "序号", 8, |row| row.entry_no.to_string()),
        text("business_date", "记账日期", 12, |row| {
            row.business_date.to_string()
        }),
        text("value_date", "起息日期", 12, |row| {
            row.value_date.to_string()
        }),
        text("label", "业务类型", 16, |row| row.label.clone()),
        text("month", "汇补缴年月", 12, |row| or_none(row.month)),
        summed(amount("amount_fen", "发生额", |row| {
            Some(row.amount_fen)
        })),
        amount("carried_after_fen", "上年结转余额", |row| {
            Some(row.carried_after_fen)
        }),
        amount("current_after_fen", "当年归集余额", |row| {
            Some(row.current_after_fen)
        }),
        amount("balance_after_fen", "账户余额", |row| {
            Some(row.balance_after_fen)
        }),
        text("voucher", "凭证号", 16, |row| {
            row.voucher_number.clone().unwrap_or_default()
        }),
        text("source", "业务流水", 16, |row| {
            or_none(row.source.as_ref())
        }),
    ],
    filters: &[("kind", code_words!(EntryKind))],
};

/// The entries of an account that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/entries/list.xlsx",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号"), EntriesAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_account_entries(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let export = export.of(&account_no, format!("个人账号：{account_no}"));
    export
        .list(&SHEET, asked, move |app, caller, query| {
            Box::pin(account::entries(app, caller, account_no, query))
        })
        .await
}
