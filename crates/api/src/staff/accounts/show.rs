//! One account.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account::{self, AccountView};
use kernel::{AccountNo, Date, Fen, Month, Rate};
use serde::Serialize;
use utoipa::ToSchema;

use super::list::AccountSummary;
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Day, YearMonth};

/// 个人账户. What is personal is masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Account {
    #[serde(flatten)]
    summary: AccountSummary,
    /// 证件类型, a code.
    id_kind: &'static str,
    /// 上年结转余额.
    #[schema(value_type = i64)]
    carried_fen: Fen,
    /// 当年归集余额.
    #[schema(value_type = i64)]
    current_fen: Fen,
    /// 单位缴存比例.
    #[schema(value_type = i64)]
    employer_rate_ppb: Rate,
    /// 个人缴存比例.
    #[schema(value_type = i64)]
    member_rate_ppb: Rate,
    /// 单位月缴存额.
    #[schema(value_type = i64)]
    employer_monthly_fen: Fen,
    /// 个人月缴存额.
    #[schema(value_type = i64)]
    member_monthly_fen: Fen,
    /// 开户日期.
    #[schema(value_type = Day)]
    opened_on: Date,
    /// 起缴年月: the first month due from the employer.
    #[schema(value_type = YearMonth)]
    first_month: Month,
    /// 封存年月 of a sealed account: the first month no longer due.
    #[schema(value_type = Option<YearMonth>)]
    sealed_from: Option<Month>,
    /// 手机号码.
    mobile: Option<String>,
    /// 欠缴月数.
    months_owed: i64,
    /// 连续缴存月数.
    continuous_months: i64,
}

impl From<AccountView> for Account {
    fn from(view: AccountView) -> Account {
        let account = view.account;
        Account {
            summary: AccountSummary {
                account_no: account.account_no,
                name: view.name,
                id_number: view.id_number,
                employer_id: account.employer_id,
                employer_name: view.employer_name,
                status: account.status,
                base_fen: account.base_fen,
                monthly_fen: account.monthly_fen(),
                balance_fen: account.balance_fen,
                paid_through: view.paid_through,
            },
            id_kind: view.id_kind.code(),
            carried_fen: account.carried_fen,
            current_fen: account.current_fen,
            employer_rate_ppb: account.employer_rate,
            member_rate_ppb: account.member_rate,
            employer_monthly_fen: account.employer_monthly_fen,
            member_monthly_fen: account.member_monthly_fen,
            opened_on: account.opened_on,
            first_month: account.first_month,
            sealed_from: account.sealed_from,
            mobile: view.mobile,
            months_owed: view.months_owed,
            continuous_months: view.continuous_months,
        }
    }
}

/// One account. Opening a person's page is audited.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号")),
    responses((status = 200, body = Account), ReadOneRefusals)
)]
pub(crate) async fn show_account(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
) -> Answer<Json<Account>> {
    Ok(Json(
        account::show(&api.app, &staff.caller, account_no)
            .await?
            .into(),
    ))
}
