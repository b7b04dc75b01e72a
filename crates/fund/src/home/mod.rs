//! The figures of the first page: what the fund holds, what came in, what waits for someone.
//!
//! For staff who may see one branch alone, employers, accounts and remittances are that branch's;
//! what comes into the centre's bank accounts and books belongs to no branch. Each comes
//! from the rows that it counts, none is kept beside them; the balance of the fund is that of 201
//! in the books, which the accounts prove. Bounds: about ten statements whatever the centre's size,
//! all but the count of accounts over a day, a year or what waits.

mod store;

pub(crate) use store::STATEMENTS;

use std::collections::HashMap;

use db::ReadTx;
use kernel::{BranchId, Date, Error, Fen, Month, OrBroken, Result};
use ledger::{AccountCode, BookCode, balance, bookkeeper};
use platform::{Action, App, Caller, Scope, business_day};

use crate::arrears;
use store::{Figures, Today};

/// Looking at the first page.
pub const HOME_READ: Action = Action {
    code: "home.read",
    label: "查看首页",
};

/// 201 住房公积金: what the members own.
const MEMBERS: AccountCode = AccountCode::literal("201");

/// How many months the trend goes back, the present one included.
const TREND_MONTHS: i32 = 12;

/// The figures of the first page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// 会计日期: the open day, else the last one, else the calendar's.
    pub business_date: Date,
    /// The branch that employers, accounts and remittances are of; the whole centre's without one.
    pub branch_name: Option<String>,
    /// 住房公积金余额.
    pub fund_balance_fen: Fen,
    /// Employers that contribute.
    pub employers: i64,
    /// Accounts that contribute.
    pub accounts: i64,
    /// 到账 on the business date.
    pub arrivals: i64,
    /// What they are together.
    pub arrivals_fen: Fen,
    /// What of them was posted to accounts.
    pub posted_fen: Fen,
    /// Vouchers of the business date.
    pub vouchers: i64,
    /// 暂收 that waits.
    pub suspense: i64,
    /// What it is together.
    pub suspense_fen: Fen,
    /// 汇缴 that were assessed and aren't paid.
    pub remittances_assessed: i64,
    /// Employers that owe a month.
    pub employers_in_arrears: i64,
    /// 汇缴 by the month they are for, twelve months up to that of the business date.
    pub trend: Vec<RemittedMonth>,
    /// Vouchers that wait for the bookkeeper.
    pub tail_vouchers: i64,
    /// How long the oldest of them has waited, in seconds.
    pub tail_age_s: u64,
}

/// What was remitted for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RemittedMonth {
    /// 缴存年月.
    pub month: Month,
    /// Posted remittances.
    pub remittances: i64,
    /// What they are together.
    pub remitted_fen: Fen,
}

impl Home {
    /// What was remitted for the month of the business date.
    #[must_use]
    pub fn present(&self) -> RemittedMonth {
        *self
            .trend
            .last()
            .expect("the trend ends with the present month")
    }
}

/// The figures of the first page.
///
/// # Errors
/// `action_forbidden`, `policy_missing`.
pub async fn home(app: &App, caller: &Caller) -> Result<Home> {
    let branch = match app.enforce_widest(caller, &HOME_READ).await? {
        Scope::Branch(branch) => Some(branch),
        Scope::Centre => None,
        Scope::Employer { .. } | Scope::Member { .. } => return Err(HOME_READ.forbidden().into()),
    };
    let today = app.clock.today();
    let mut tx = app.db.read(caller.centre()).await?;
    let business_date = business_day::date_in(&mut tx, &app.clock).await?;
    let figures: Figures = match branch {
        Some(branch) => tx.one(&store::FIGURES_OF_BRANCH, (branch,)).await?,
        None => tx.one(&store::FIGURES, ()).await?,
    };
    let of_day: Today = tx.one(&store::TODAY, (business_date,)).await?;
    let (suspense, suspense_fen) = settlement::suspense::waiting_in(&mut tx).await?;
    let (tail_vouchers, oldest) = bookkeeper::tail(&mut tx, BookCode::Fund).await?;
    let waited = oldest.map(|at| app.clock.now().since(at));
    Ok(Home {
        business_date,
        branch_name: branch_name(&mut tx, branch).await?,
        fund_balance_fen: fund_balance(&mut tx).await?,
        employers: figures.employers,
        accounts: figures.accounts,
        arrivals: of_day.arrivals,
        arrivals_fen: of_day.arrivals_fen.unwrap_or(Fen::ZERO),
        posted_fen: of_day.posted_fen.unwrap_or(Fen::ZERO),
        vouchers: of_day.vouchers,
        suspense,
        suspense_fen,
        remittances_assessed: figures.remittances_assessed,
        employers_in_arrears: arrears::count_in(&mut tx, today, branch).await?,
        trend: trend(&mut tx, business_date.month(), branch).await?,
        tail_vouchers,
        tail_age_s: waited.map_or(0, |waited| waited.as_secs()),
    })
}

/// The balance of 201; nothing before the books are open.
async fn fund_balance(tx: &mut ReadTx) -> Result<Fen> {
    match balance::of_account(tx, BookCode::Fund, MEMBERS).await {
        Err(error) if no_account(&error) => Ok(Fen::ZERO),
        balance => balance,
    }
}

fn no_account(error: &Error) -> bool {
    error
        .refusal()
        .is_some_and(|refusal| refusal.code() == "account_unknown")
}

async fn branch_name(tx: &mut ReadTx, branch: Option<BranchId>) -> Result<Option<String>> {
    match branch {
        Some(branch) => Ok(Some(tx.one(&store::BRANCH_NAME, (branch,)).await?.0)),
        None => Ok(None),
    }
}

/// What was remitted for each of the months up to `last`; a month without a remittance is there.
async fn trend(
    tx: &mut ReadTx,
    last: Month,
    branch: Option<BranchId>,
) -> Result<Vec<RemittedMonth>> {
    let first = last
        .plus(1 - TREND_MONTHS)
        .or_broken("a year before the business date")?;
    let rows = match branch {
        Some(branch) => {
            let asked = (first, last, branch);
            tx.all(&store::REMITTED_OF_BRANCH, asked).await?
        }
        None => tx.all(&store::REMITTED, (first, last)).await?,
    };
    let sums: HashMap<Month, (i64, Fen)> = rows
        .into_iter()
        .map(|(month, count, sum)| (month, (count, sum)))
        .collect();
    let months = (0..TREND_MONTHS).filter_map(|n| first.plus(n));
    let of = |month| {
        let (remittances, remitted_fen) = sums.get(&month).copied().unwrap_or((0, Fen::ZERO));
        RemittedMonth {
            month,
            remittances,
            remitted_fen,
        }
    };
    Ok(months.map(of).collect())
}
