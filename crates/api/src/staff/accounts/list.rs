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
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Listing, Number, YearMonth, asked};

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
