//! The trial balance.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Fen, Month};
use ledger::BookCode;
use ledger::balance::{TrialBalance, TrialRow, TrialTotals};
use ledger::chart::Side;
use serde::{Deserialize, Serialize};
use settlement::books;
use utoipa::{IntoParams, ToSchema};

use crate::Api;
use crate::extract::Question;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::staff::ledger_accounts::SideCode;
use crate::staff::vouchers::LedgerBookCode;
use crate::wire::YearMonth;

/// What is asked of the trial balance.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct BalancesAsked {
    /// 账套, `fund` unless said.
    #[param(value_type = Option<LedgerBookCode>)]
    book: Option<BookCode>,
    /// 会计期间, the present month unless said.
    #[param(value_type = Option<YearMonth>)]
    month: Option<Month>,
}

/// 科目余额表 of a month.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Balances {
    #[schema(value_type = YearMonth)]
    month: Month,
    /// Each account right before its sub-accounts.
    rows: Vec<BalanceRow>,
    totals: BalanceTotals,
    /// Vouchers that wait for the bookkeeper; they are in the figures already.
    tail_vouchers: i64,
}

/// A ledger account over a month.
#[derive(Debug, Serialize, ToSchema)]
struct BalanceRow {
    code: String,
    name: String,
    /// 科目级别, from 1.
    level: usize,
    /// 余额方向.
    #[schema(value_type = SideCode)]
    side: Side,
    /// Whether it has accounts below it, whose figures it sums.
    is_summary: bool,
    /// 期初余额, on the account's side.
    #[schema(value_type = i64)]
    opening_fen: Fen,
    /// 借方发生额.
    #[schema(value_type = i64)]
    debit_fen: Fen,
    /// 贷方发生额.
    #[schema(value_type = i64)]
    credit_fen: Fen,
    /// 期末余额, on the account's side.
    #[schema(value_type = i64)]
    closing_fen: Fen,
}

/// The sums over all accounts; each pair is equal.
#[derive(Debug, Serialize, ToSchema)]
struct BalanceTotals {
    #[schema(value_type = i64)]
    opening_debit_fen: Fen,
    #[schema(value_type = i64)]
    opening_credit_fen: Fen,
    #[schema(value_type = i64)]
    debit_fen: Fen,
    #[schema(value_type = i64)]
    credit_fen: Fen,
    #[schema(value_type = i64)]
    closing_debit_fen: Fen,
    #[schema(value_type = i64)]
    closing_credit_fen: Fen,
}

impl From<TrialRow> for BalanceRow {
    fn from(row: TrialRow) -> BalanceRow {
        BalanceRow {
            code: row.code.to_string(),
            name: row.name,
            level: row.code.level(),
            side: row.side,
            is_summary: row.is_summary,
            opening_fen: row.opening,
            debit_fen: row.debit,
            credit_fen: row.credit,
            closing_fen: row.closing,
        }
    }
}

impl From<TrialTotals> for BalanceTotals {
    fn from(totals: TrialTotals) -> BalanceTotals {
        BalanceTotals {
            opening_debit_fen: totals.opening_debit,
            opening_credit_fen: totals.opening_credit,
            debit_fen: totals.debit,
            credit_fen: totals.credit,
            closing_debit_fen: totals.closing_debit,
            closing_credit_fen: totals.closing_credit,
        }
    }
}

impl From<TrialBalance> for Balances {
    fn from(balance: TrialBalance) -> Balances {
        Balances {
            month: balance.last,
            rows: balance.rows.into_iter().map(BalanceRow::from).collect(),
            totals: balance.totals.into(),
            tail_vouchers: balance.tail_vouchers,
        }
    }
}

/// The trial balance of a month.
#[utoipa::path(
    get,
    path = "/api/balances",
    tag = "ledger",
    params(BalancesAsked),
    responses((status = 200, body = Balances), ReadRefusals)
)]
pub(crate) async fn show_balances(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Question(asked): Question<BalancesAsked>,
) -> Answer<Json<Balances>> {
    let book = asked.book.unwrap_or(BookCode::Fund);
    let month = asked.month.unwrap_or_else(|| api.app.clock.today().month());
    let (app, caller) = (&api.app, &staff.caller);
    Ok(Json(
        books::trial_balance(app, caller, book, (month, month))
            .await?
            .into(),
    ))
}
