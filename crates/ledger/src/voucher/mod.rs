//! Vouchers (记账凭证): posting, reversal, search.
//!
//! What a posting does, in this order:
//!
//! | step | lock | refused as |
//! |---|---|---|
//! | the voucher in itself: lines, sides, sums, texts | – | `voucher_…`, `amount_overflow` |
//! | its period is open | the period's row, shared until commit | `period_closed`, `period_before_book` |
//! | its accounts exist and are leaves | – (see [`chart`](crate::chart)) | `account_unknown`, `account_is_summary` |
//! | insert the voucher | its posting key | `voucher_posted_twice`, `voucher_reversed_already` |
//! | insert the lines and a tail row | – | – |
//!
//! It locks nothing for itself that a whole centre shares: no counter, no balance, no chain head.
//! The [`bookkeeper`](crate::bookkeeper) takes the tail later and gives the number.
//!
//! Amounts are positive, except in a reversal, where every amount has the opposite sign of the
//! original's on the same side; see [`reverse`].

mod model;
mod posting;
mod rule;
mod search;
mod store;

use db::ReadTx;
use kernel::{Month, Refusal, Result, RunId, VoucherId};

use crate::book::BookCode;
pub use model::{
    Line, NewVoucher, Reversal, RunLine, Voucher, VoucherHead, VoucherKind, VoucherLine,
    VoucherSummary,
};
pub(crate) use posting::post_opening;
pub use posting::{post, reverse};
pub use rule::{MAX_AMOUNT, MAX_ATTACHMENTS, MAX_LINES, MAX_TEXT_CHARS};
pub use search::{VOUCHERS, VOUCHERS_OF_ACCOUNT, VOUCHERS_OF_NUMBER, search, search_totals};
pub(crate) use store::STATEMENTS;

/// A posted voucher with its lines.
///
/// # Errors
/// Refused as `voucher_unknown`.
pub async fn get(tx: &mut ReadTx, voucher_id: VoucherId) -> Result<Voucher> {
    let Some(head) = tx.optional(&store::VOUCHER, (voucher_id,)).await? else {
        return Err(Refusal::not_found("voucher_unknown", "没有这张凭证").into());
    };
    let lines = tx.all(&store::VOUCHER_LINES, (voucher_id,)).await?;
    Ok(Voucher { head, lines })
}

/// The summary voucher (汇总凭证) of a run: the turnover of each account over its
/// vouchers of a book.
///
/// # Errors
/// Broken when the database fails.
pub async fn run_lines(tx: &mut ReadTx, book: BookCode, run_id: RunId) -> Result<Vec<RunLine>> {
    tx.all(&store::RUN_LINES, (book, run_id)).await
}

/// A voucher's number as people write it: `2026-11 记-0001`.
#[must_use]
pub fn number_label(month: Month, number: i64) -> String {
    format!("{month} 记-{number:04}")
}
