//! A member's statement, to be printed.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account;
use kernel::{AccountNo, Date, Fen};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::entries::EntryItem;
use crate::Api;
use crate::extract::{Named, Question};
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Day, Number};

/// Which days a statement is asked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct StatementAsked {
    /// The first day; all before it unless said.
    #[param(inline, value_type = Option<Day>)]
    from: Option<Date>,
    /// The last day; all after it unless said.
    #[param(inline, value_type = Option<Day>)]
    to: Option<Date>,
}

/// 缴存明细 of a member over a period. The name is whole, the number of the document masked.
#[derive(Serialize, ToSchema)]
pub(crate) struct AccountStatement {
    #[schema(value_type = Number)]
    account_no: AccountNo,
    name: String,
    id_number: String,
    /// 单位名称.
    employer_name: String,
    /// The first day of the period.
    #[schema(value_type = Day)]
    from: Date,
    /// The last day of the period.
    #[schema(value_type = Day)]
    to: Date,
    /// 期初余额.
    #[schema(value_type = i64)]
    opening_fen: Fen,
    /// 发生额合计, signed.
    #[schema(value_type = i64)]
    moved_fen: Fen,
    /// 期末余额.
    #[schema(value_type = i64)]
    closing_fen: Fen,
    /// The earliest first.
    entries: Vec<EntryItem>,
}

impl From<account::Statement> for AccountStatement {
    fn from(statement: account::Statement) -> AccountStatement {
        AccountStatement {
            account_no: statement.account_no,
            name: statement.name,
            id_number: statement.id_number,
            employer_name: statement.employer_name,
            from: statement.from,
            to: statement.to,
            opening_fen: statement.opening_fen,
            moved_fen: statement.moved_fen,
            closing_fen: statement.closing_fen,
            entries: statement.entries.into_iter().map(EntryItem::from).collect(),
        }
    }
}

/// The statement of an account, to be printed for the member. Audited: the name is whole.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/statement",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号"), StatementAsked),
    responses((status = 200, body = AccountStatement), ReadOneRefusals)
)]
pub(crate) async fn print_account_statement(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    Question(StatementAsked { from, to }): Question<StatementAsked>,
) -> Answer<Json<AccountStatement>> {
    Ok(Json(
        account::statement(&api.app, &staff.caller, account_no, from, to)
            .await?
            .into(),
    ))
}
