//! What was collected between two days: the figures of the ministry's monthly statistics (items 102,
//! 108, 110 and 112) that contributions alone make. Counted from the rows; nothing is kept.

mod store;

use db::ReadTx;
use kernel::{Date, Fen, Month, Result};

pub(crate) use store::STATEMENTS;

/// What was collected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// 本期单位账户开户数 (110).
    pub employers_opened: i64,
    /// 本期个人账户开户数 (112).
    pub accounts_opened: i64,
    /// 本期实缴职工人数 (102): those who paid for the month asked.
    pub contributors: i64,
    /// 本期实缴存额 (108) without interest: what was paid in less what was taken back.
    pub contributed_fen: Fen,
}

/// Counts what was collected from one day to another, both included, and who paid for `month`.
///
/// # Errors
/// Broken only.
pub async fn collected_in(
    tx: &mut ReadTx,
    (from, to): (Date, Date),
    month: Month,
) -> Result<Collected> {
    let (employers_opened,) = tx.one(&store::EMPLOYERS_OPENED, (from, to)).await?;
    let (accounts_opened,) = tx.one(&store::ACCOUNTS_OPENED, (from, to)).await?;
    let (contributors,) = tx.one(&store::CONTRIBUTORS, (month,)).await?;
    let (contributed,) = tx.one(&store::CONTRIBUTED, (from, to)).await?;
    Ok(Collected {
        employers_opened,
        accounts_opened,
        contributors,
        contributed_fen: contributed.unwrap_or(Fen::ZERO),
    })
}
