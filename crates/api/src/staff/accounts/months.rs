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
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Items, YearMonth};

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
