//! The months that an account's employers owe.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account;
use fund::employer::MonthStatus;
use kernel::{AccountNo, EmployerId, Fen, Month, RemittanceId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, amount, summed, text};
use crate::extract::Named;
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::staff::employers::MonthStatusCode;
use crate::wire::{Id, Items, YearMonth};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 欠缴月份: a month that an employer owes a member.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwedMonth {
    #[schema(value_type = YearMonth)]
    month: Month,
    /// Assessed while a remittance for it awaits its money, else owed.
    #[schema(value_type = MonthStatusCode)]
    status: MonthStatus,
    /// What was assessed for it; else an estimate, what a month came to last.
    #[schema(value_type = i64)]
    amount_fen: Fen,
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位名称.
    employer_name: String,
    /// The remittance that awaits its money.
    #[schema(value_type = Option<Id>)]
    remittance_id: Option<RemittanceId>,
}

impl From<account::OwedMonth> for OwedMonth {
    fn from(row: account::OwedMonth) -> OwedMonth {
        OwedMonth {
            month: row.month,
            status: match row.remittance_id {
                Some(_) => MonthStatus::Assessed,
                None => MonthStatus::Owed,
            },
            amount_fen: row.amount_fen,
            employer_id: row.employer_id,
            employer_name: row.employer_name,
            remittance_id: row.remittance_id,
        }
    }
}

/// The months that an account's employers owe as of today, the earliest first.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/owed-months",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号")),
    responses((status = 200, body = Items<OwedMonth>), ReadOneRefusals)
)]
pub(crate) async fn list_owed_months(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
) -> Answer<Json<Items<OwedMonth>>> {
    Ok(Json(Items::of(
        account::owed(&api.app, &staff.caller, account_no).await?,
    )))
}

static SHEET: ListSheet<OwedMonth> = ListSheet {
    name: "owed_months",
    title: "个人欠缴月份",
    columns: &[
        text("month", "月份", 10, |row| row.month.to_string()),
        text("employer_name", "缴存单位", 36, |row| {
            row.employer_name.clone()
        }),
        text("status", "状态", 12, |row| row.status.label().to_owned()),
        summed(amount("amount_fen", "应缴金额", |row| {
            Some(row.amount_fen)
        })),
    ],
    filters: &[],
};

/// The months that an account's employers owe, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/owed-months/list.xlsx",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号"), Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_owed_months(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let rows = account::owed(&export.app, &staff.caller, account_no).await?;
    let rows = rows.into_iter().map(OwedMonth::from).collect();
    let words = format!("个人账号：{account_no}");
    export
        .of(&account_no, words)
        .whole(&SHEET, asked, rows)
        .await
}
