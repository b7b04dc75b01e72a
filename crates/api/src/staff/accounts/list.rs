//! The list of accounts.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account::{self, AccountStatus};
use kernel::{AccountNo, EmployerId, Fen, Month};
use serde::Serialize;
use utoipa::ToSchema;

use super::AccountStatusCode;
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, Words, amount, code_words, or_none, summed, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Listing, Number, YearMonth, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 个人账户 as its list shows it. What is personal is masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountSummary {
    /// 个人账号.
    #[schema(value_type = Number)]
    pub(super) account_no: AccountNo,
    pub(super) name: String,
    pub(super) id_number: String,
    #[schema(value_type = Id)]
    pub(super) employer_id: EmployerId,
    pub(super) employer_name: String,
    #[schema(value_type = AccountStatusCode)]
    pub(super) status: AccountStatus,
    /// 缴存基数.
    #[schema(value_type = i64)]
    pub(super) base_fen: Fen,
    /// 月缴存额, both sides.
    #[schema(value_type = i64)]
    pub(super) monthly_fen: Fen,
    /// 账户余额.
    #[schema(value_type = i64)]
    pub(super) balance_fen: Fen,
    /// 缴至年月.
    #[schema(value_type = Option<YearMonth>)]
    pub(super) paid_through: Option<Month>,
}

impl From<account::AccountSummary> for AccountSummary {
    fn from(row: account::AccountSummary) -> AccountSummary {
        AccountSummary {
            account_no: row.account_no,
            name: row.name,
            id_number: row.id_number,
            employer_id: row.employer_id,
            employer_name: row.employer_name,
            status: row.status,
            base_fen: row.base_fen,
            monthly_fen: row.monthly_fen,
            balance_fen: row.balance_fen,
            paid_through: row.paid_through,
        }
    }
}

asked!(
    AccountsAsked: account::ACCOUNTS.info().0,
    bound ["id_number_lookup", "id_tail_lookup", "name_lookup", "mobile_lookup"],
    also ["id_number", "id_tail", "name", "mobile"]
);

/// The accounts that the caller may see. People are found by whole values; part of a name finds
/// beside `employer_id`.
#[utoipa::path(
    get,
    path = "/api/accounts",
    tag = "accounts",
    params(AccountsAsked),
    responses((status = 200, body = Listing<AccountSummary>), ReadRefusals)
)]
pub(crate) async fn list_accounts(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<AccountSummary>>> {
    Ok(Json(
        account::list(&api.app, &staff.caller, &query).await?.into(),
    ))
}

static SHEET: ListSheet<AccountSummary> = ListSheet {
    name: "accounts",
    title: "个人账户",
    columns: &[
        text("account_no", "个人账号", 14, |row| {
            row.account_no.to_string()
        }),
        text("name", "姓名", 12, |row| row.name.clone()),
        text("id_number", "证件号码", 22, |row| row.id_number.clone()),
        text("employer_name", "缴存单位", 36, |row| {
            row.employer_name.clone()
        }),
        text("status", "状态", 10, |row| row.status.label().to_owned()),
        summed(amount("base_fen", "缴存基数", |row| Some(row.base_fen))),
        summed(amount("monthly_fen", "月缴存额", |row| {
            Some(row.monthly_fen)
        })),
        text("paid_through", "缴至年月", 10, |row| {
            or_none(row.paid_through)
        }),
        summed(amount("balance_fen", "账户余额", |row| {
            Some(row.balance_fen)
        })),
    ],
    filters: &[
        ("status", code_words!(AccountStatus)),
        ("name", Words::Personal),
        ("employer_id", Words::OfRow(|row| row.employer_name.clone())),
    ],
};

/// The accounts that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/accounts/list.xlsx",
    tag = "accounts",
    params(AccountsAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_accounts(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(account::list(app, caller, query))
        })
        .await
}
