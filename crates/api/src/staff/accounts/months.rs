//! The months of an account that money came in for.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account::{self, MonthItem, MonthKind};
use kernel::{AccountNo, Fen, Month};
use serde::Serialize;
use utoipa::ToSchema;

use super::MemberMonthKindCode;
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, amount, summed, text};
use crate::extract::Named;
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Items, YearMonth};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 缴存月份台账: a month of a member.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MemberMonth {
    #[schema(value_type = YearMonth)]
    month: Month,
    #[schema(value_type = MemberMonthKindCode)]
    kind: MonthKind,
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// The entry that brought it.
    entry_no: i64,
    /// Who paid.
    employer_name: String,
}

impl From<MonthItem> for MemberMonth {
    fn from(row: MonthItem) -> MemberMonth {
        let MonthItem {
            month,
            kind,
            amount_fen,
            entry_no,
            employer_name,
        } = row;
        MemberMonth {
            month,
            kind,
            amount_fen,
            entry_no,
            employer_name,
        }
    }
}

/// The months of an account that money came in for, the latest first.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/months",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号")),
    responses((status = 200, body = Items<MemberMonth>), ReadOneRefusals)
)]
pub(crate) async fn list_account_months(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
) -> Answer<Json<Items<MemberMonth>>> {
    Ok(Json(Items::of(
        account::months(&api.app, &staff.caller, account_no).await?,
    )))
}

static SHEET: ListSheet<MemberMonth> = ListSheet {
    name: "account_months",
    title: "个人缴存月份",
    columns: &[
        text("month", "月份", 10, |row| row.month.to_string()),
        text("kind", "方式", 12, |row| row.kind.label().to_owned()),
        summed(amount("amount_fen", "金额", |row| Some(row.amount_fen))),
        text("employer_name", "缴存单位", 36, |row| {
            row.employer_name.clone()
        }),
        text("entry_no", "明细序号", 10, |row| {
            row.entry_no.to_string()
        }),
    ],
    filters: &[],
};

/// The months of an account that money came in for, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/months/list.xlsx",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号"), Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_account_months(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let rows = account::months(&export.app, &staff.caller, account_no).await?;
    let rows = rows.into_iter().map(MemberMonth::from).collect();
    let words = format!("个人账号：{account_no}");
    export
        .of(&account_no, words)
        .whole(&SHEET, asked, rows)
        .await
}
