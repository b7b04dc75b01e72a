//! A member's own account.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account::AccountStatus;
use fund::member::hall::{self, OwnAccount};
use kernel::{AccountNo, Date, Fen, Month, Rate};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::hall::session::MemberCaller;
use crate::problem::{Answer, ReadRefusals};
use crate::staff::accounts::AccountStatusCode;
use crate::wire::{Day, Number, YearMonth};

/// Who the member is, and its account. The name is whole, the numbers are masked.
#[derive(Serialize, ToSchema)]
pub(crate) struct Member {
    name: String,
    id_number_masked: String,
    mobile_masked: Option<String>,
    /// 单位名称.
    employer_name: String,
    account: MemberAccount,
    /// The day of which it speaks.
    #[schema(value_type = Day)]
    as_of: Date,
}

/// 个人账户, as its member sees it.
#[derive(Serialize, ToSchema)]
pub(crate) struct MemberAccount {
    #[schema(value_type = Number)]
    account_no: AccountNo,
    #[schema(value_type = AccountStatusCode)]
    status: AccountStatus,
    status_label: &'static str,
    /// 账户余额.
    #[schema(value_type = i64)]
    balance_fen: Fen,
    /// 上年结转余额.
    #[schema(value_type = i64)]
    carried_fen: Fen,
    /// 当年归集余额.
    #[schema(value_type = i64)]
    current_fen: Fen,
    /// 缴存基数.
    #[schema(value_type = i64)]
    base_fen: Fen,
    /// 单位缴存比例, in 10⁻⁹.
    #[schema(value_type = i64)]
    employer_rate: Rate,
    /// 个人缴存比例, in 10⁻⁹.
    #[schema(value_type = i64)]
    member_rate: Rate,
    /// 单位月缴存额.
    #[schema(value_type = i64)]
    employer_monthly_fen: Fen,
    /// 个人月缴存额.
    #[schema(value_type = i64)]
    member_monthly_fen: Fen,
    /// 开户日期.
    #[schema(value_type = Day)]
    opened_on: Date,
    /// 缴至年月.
    #[schema(value_type = Option<YearMonth>)]
    paid_through: Option<Month>,
}

impl From<OwnAccount> for Member {
    fn from(own: OwnAccount) -> Member {
        let account = own.account;
        Member {
            name: own.name,
            id_number_masked: own.id_number,
            mobile_masked: own.mobile,
            employer_name: own.employer_name,
            account: MemberAccount {
                account_no: account.account_no,
                status: account.status,
                status_label: account.status.label(),
                balance_fen: account.balance_fen,
                carried_fen: account.carried_fen,
                current_fen: account.current_fen,
                base_fen: account.base_fen,
                employer_rate: account.employer_rate,
                member_rate: account.member_rate,
                employer_monthly_fen: account.employer_monthly_fen,
                member_monthly_fen: account.member_monthly_fen,
                opened_on: account.opened_on,
                paid_through: own.paid_through,
            },
            as_of: own.as_of,
        }
    }
}

/// The member's own account. Not in the trail.
#[utoipa::path(
    get,
    path = "/api/hall/member",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    responses((status = 200, body = Member), ReadRefusals)
)]
pub(crate) async fn show_own_account(
    State(api): State<Arc<Api>>,
    MemberCaller(caller): MemberCaller,
) -> Answer<Json<Member>> {
    Ok(Json(hall::show(&api.app, &caller).await?.into()))
}
