//! Balances: the trial balance and an account's detail.
//!
//! Read as sealed + tail in one statement: turnover of the sealed vouchers from the period
//! balances, that of the vouchers still waiting from their lines. So a balance is right the moment
//! a posting commits, whatever the bookkeeper is doing.
//!
//! Balances are signed on the account's own side: an asset with more debits than credits and a
//! liability with more credits than debits are positive.

mod detail;
mod store;

use std::collections::BTreeMap;

use db::ReadTx;
use kernel::{Fen, Month, OrBroken as _, Result};

use crate::book::BookCode;
use crate::chart::{self, Account, AccountCode, Side};
pub use detail::{Detail, DetailLine, MAX_DETAIL_LINES, detail};
pub(crate) use store::STATEMENTS;
use store::Turnover;

/// A line of the trial balance. A summary account shows the sum of the accounts under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialRow {
    /// 科目编号.
    pub code: AccountCode,
    /// 科目名称.
    pub name: String,
    /// 余额方向.
    pub side: Side,
    /// Whether it is a summary account.
    pub is_summary: bool,
    /// 期初余额, signed on the account's side.
    pub opening: Fen,
    /// 本期借方发生额.
    pub debit: Fen,
    /// 本期贷方发生额.
    pub credit: Fen,
    /// 期末余额, signed on the account's side.
    pub closing: Fen,
}

/// The sums of the trial balance over the leaves; each pair is equal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TrialTotals {
    /// Opening balances of the accounts whose side is debit.
    pub opening_debit: Fen,
    /// Opening balances of the accounts whose side is credit.
    pub opening_credit: Fen,
    /// Debit turnover.
    pub debit: Fen,
    /// Credit turnover.
    pub credit: Fen,
    /// Closing balances of the accounts whose side is debit.
    pub closing_debit: Fen,
    /// Closing balances of the accounts whose side is credit.
    pub closing_credit: Fen,
}

/// The trial balance (试算平衡表, 科目余额表) of a span of months.
#[derive(Clone, Debug)]
pub struct TrialBalance {
    /// The first month.
    pub first: Month,
    /// The last month.
    pub last: Month,
    /// One a ledger account, each right before its sub-accounts.
    pub rows: Vec<TrialRow>,
    /// The sums.
    pub totals: TrialTotals,
    /// How many vouchers of the book wait for the bookkeeper; they are in the figures already.
    pub tail_vouchers: i64,
}

/// The trial balance from `first` to `last`, both included.
///
/// # Errors
/// Broken when the database fails or holds turnover on an account that the chart lacks.
pub async fn trial_balance(
    tx: &mut ReadTx,
    book: BookCode,
    first: Month,
    last: Month,
) -> Result<TrialBalance> {
    let accounts = chart::all(tx, book).await?;
    let span = (first.first_day(), last.last_day());
    let whole_chart = (String::new(), ":".to_owned());
    let values = (
        book,
        first,
        last,
        span.0,
        span.1,
        whole_chart.0,
        whole_chart.1,
    );
    let turnover = tx.all(&store::TURNOVER, values).await?;
    let (tail_vouchers, _) = crate::bookkeeper::tail(tx, book).await?;
    let rows = roll_up(&accounts, &turnover)?;
    let totals = totals(&rows)?;
    Ok(TrialBalance {
        first,
        last,
        rows,
        totals,
        tail_vouchers,
    })
}

/// The present balance of an account with all under it, signed on its side.
///
/// # Errors
/// Refused as `account_unknown`.
pub async fn of_account(tx: &mut ReadTx, book: BookCode, code: AccountCode) -> Result<Fen> {
    let account = chart::get(tx, book, code).await?;
    let (net,) = tx
        .one(
            &store::NET_WITHIN,
            (book, code.to_string(), code.range_end()),
        )
        .await?;
    on_side(net, account.side)
}

/// Debits less credits, seen from a side.
fn on_side(net: Fen, side: Side) -> Result<Fen> {
    match side {
        Side::Debit => Ok(net),
        Side::Credit => net.checked_neg().or_broken("a balance has no opposite"),
    }
}

/// Adds each leaf's turnover to itself and to all above it.
fn roll_up(accounts: &[Account], turnover: &[Turnover]) -> Result<Vec<TrialRow>> {
    let mut sums: BTreeMap<AccountCode, [Fen; 4]> = accounts
        .iter()
        .map(|account| (account.code, [Fen::ZERO; 4]))
        .collect();
    for leaf in turnover {
        let amounts = [
            leaf.debit_before,
            leaf.credit_before,
            leaf.debit,
            leaf.credit,
        ];
        for code in leaf.account.lineage() {
            let row = sums.get_mut(&code);
            let row = row.or_broken(format!("turnover on {code}, which the chart lacks"))?;
            for (sum, amount) in row.iter_mut().zip(amounts) {
                *sum = add(*sum, amount)?;
            }
        }
    }
    accounts
        .iter()
        .map(|account| trial_row(account, sums[&account.code]))
        .collect()
}

fn trial_row(account: &Account, sums: [Fen; 4]) -> Result<TrialRow> {
    let [debit_before, credit_before, debit, credit] = sums;
    let before = sub(debit_before, credit_before)?;
    let after = add(before, sub(debit, credit)?)?;
    Ok(TrialRow {
        code: account.code,
        name: account.name.clone(),
        side: account.side,
        is_summary: account.is_summary,
        opening: on_side(before, account.side)?,
        debit,
        credit,
        closing: on_side(after, account.side)?,
    })
}

fn totals(rows: &[TrialRow]) -> Result<TrialTotals> {
    let mut totals = TrialTotals::default();
    for row in rows.iter().filter(|row| !row.is_summary) {
        let (opening, closing) = match row.side {
            Side::Debit => (&mut totals.opening_debit, &mut totals.closing_debit),
            Side::Credit => (&mut totals.opening_credit, &mut totals.closing_credit),
        };
        *opening = add(*opening, row.opening)?;
        *closing = add(*closing, row.closing)?;
        totals.debit = add(totals.debit, row.debit)?;
        totals.credit = add(totals.credit, row.credit)?;
    }
    Ok(totals)
}

fn add(one: Fen, other: Fen) -> Result<Fen> {
    one.checked_add(other)
        .or_broken("a sum of balances overflows")
}

fn sub(one: Fen, other: Fen) -> Result<Fen> {
    one.checked_sub(other)
        .or_broken("a difference of balances overflows")
}
