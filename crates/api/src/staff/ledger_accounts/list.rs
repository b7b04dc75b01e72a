//! The chart of accounts.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use ledger::chart::{Account, Side};
use serde::Serialize;
use settlement::books;
use utoipa::ToSchema;

use super::SideCode;
use crate::Api;
use crate::extract::Question;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::staff::balances::BookAsked;
use crate::wire::Items;

/// 会计科目.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LedgerAccount {
    /// 科目编号, which carries the tree.
    code: String,
    name: String,
    /// 余额方向.
    #[schema(value_type = SideCode)]
    side: Side,
    /// 科目级别, from 1.
    level: usize,
    /// The code of the account above.
    parent: Option<String>,
    /// Whether it has accounts below it, and so takes no postings.
    is_summary: bool,
}

impl From<Account> for LedgerAccount {
    fn from(account: Account) -> LedgerAccount {
        LedgerAccount {
            code: account.code.to_string(),
            name: account.name,
            side: account.side,
            level: account.code.level(),
            parent: account.code.parent().map(|parent| parent.to_string()),
            is_summary: account.is_summary,
        }
    }
}

/// The chart of accounts, each right before its sub-accounts.
#[utoipa::path(
    get,
    path = "/api/ledger-accounts",
    tag = "ledger",
    params(BookAsked),
    responses((status = 200, body = Items<LedgerAccount>), ReadRefusals)
)]
pub(crate) async fn list_ledger_accounts(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Question(asked): Question<BookAsked>,
) -> Answer<Json<Items<LedgerAccount>>> {
    let accounts = books::accounts(&api.app, &staff.caller, asked.book()).await?;
    Ok(Json(Items::of(accounts)))
}
