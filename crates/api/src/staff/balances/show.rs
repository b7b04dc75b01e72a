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

use super::BookExportAsked;
use crate::Api;
use crate::export::{Export, ExportAsked, ListSheet, amount, text};
use crate::extract::Question;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::staff::ledger_accounts::SideCode;
use crate::staff::vouchers::LedgerBookCode;
use crate::wire::YearMonth;
use crate::workbook::{MEDIA_TYPE, Workbook};

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

/// A row of the trial balance on paper: an account, or one of the two rows of sums.
struct PaperRow {
    code: String,
    name: String,
    side: &'static str,
    opening: Option<Fen>,
    debit: Option<Fen>,
    credit: Option<Fen>,
    closing: Option<Fen>,
}

static SHEET: ListSheet<PaperRow> = ListSheet {
    name: "balances",
    title: "科目余额表",
    columns: &[
        text("code", "科目编码", 14, |row| row.code.clone()),
        text("name", "科目名称", 36, |row| row.name.clone()),
        text("side", "方向", 6, |row| row.side.to_owned()),
        amount("opening_fen", "期初余额", |row| row.opening),
        amount("debit_fen", "本期借方", |row| row.debit),
        amount("credit_fen", "本期贷方", |row| row.credit),
        amount("closing_fen", "期末余额", |row| row.closing),
    ],
    filters: &[],
};

impl PaperRow {
    /// The accounts that held or moved anything, and the sums of either side as the books give
    /// them: a sum over the rows would count sub-accounts twice.
    fn all(balance: TrialBalance) -> Vec<PaperRow> {
        let totals = balance.totals;
        let moved = |row: &TrialRow| {
            let figures = [row.opening, row.debit, row.credit, row.closing];
            figures.iter().any(|figure| *figure != Fen::ZERO)
        };
        let accounts = balance.rows.into_iter().filter(moved).map(|row| PaperRow {
            code: row.code.to_string(),
            name: row.name,
            side: row.side.label(),
            opening: Some(row.opening),
            debit: Some(row.debit),
            credit: Some(row.credit),
            closing: Some(row.closing),
        });
        let sum = |code: &str, opening, debit, credit, closing| PaperRow {
            code: code.to_owned(),
            name: String::new(),
            side: "",
            opening: Some(opening),
            debit,
            credit,
            closing: Some(closing),
        };
        let (debit, credit) = (Some(totals.debit), Some(totals.credit));
        let (before, after) = (totals.opening_debit, totals.closing_debit);
        let debits = sum("借方合计", before, debit, None, after);
        let (before, after) = (totals.opening_credit, totals.closing_credit);
        let credits = sum("贷方合计", before, None, credit, after);
        accounts.chain([debits, credits]).collect()
    }
}

/// The trial balance of a month as an `.xlsx` file, with the accounts that held or moved anything.
/// Audited.
#[utoipa::path(
    get,
    path = "/api/balances/list.xlsx",
    tag = "ledger",
    params(BookExportAsked),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_balances(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Question(asked): Question<BookExportAsked>,
) -> Answer<Workbook> {
    let (book, month) = (asked.book(), asked.month(&api.app.clock));
    let export = Export::begin(&api, &staff.caller).await?;
    let months = (month, month);
    let balance = books::trial_balance(&export.app, &staff.caller, book, months).await?;
    let asked = ExportAsked::of(asked.columns, &[("month", month.to_string())]);
    export.whole(&SHEET, asked, PaperRow::all(balance)).await
}
