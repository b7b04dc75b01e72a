//! Opening balances (期初余额): the balances that a book begins with, as its first voucher.

use db::{Digest32, WriteTx};
use kernel::{Clock, Result, VoucherId};

use crate::book::{self, BookCode};
use crate::voucher::{self, Line, NewVoucher, VoucherKind};

/// What a book begins with.
#[derive(Clone, Debug)]
pub struct OpeningBalances {
    /// 账套.
    pub book: BookCode,
    /// One line an account that has a balance; debits and credits balance.
    pub lines: Vec<Line>,
    /// 制单.
    pub preparer: String,
    /// The document that the balances were taken from, such as the closing sheet handed over.
    pub authority: String,
    /// 附件单据数.
    pub attachments: i64,
    /// Which of the opening vouchers this is, from 1: a book that begins with many items of one
    /// account needs more lines than one voucher has.
    pub part: u32,
    /// The digest over the subsidiary entries that the balances consist of, when it carries them.
    pub detail_digest: Option<Digest32>,
}

/// Posts the opening balances of a book, each part once. The voucher is dated the day before the book's
/// first month, so that month shows them as opening balances and not as turnover.
///
/// # Errors
/// Refused as `voucher_posted_twice` the second time, `period_closed` when the first month is
/// closed, and as [`voucher::post`] is.
pub async fn post_in(
    tx: &mut WriteTx,
    clock: &Clock,
    opening: OpeningBalances,
) -> Result<VoucherId> {
    let book = book::get(tx, opening.book).await?;
    let posting_key = match opening.part {
        1 => format!("opening:{}", opening.book),
        part => format!("opening:{}:{part}", opening.book),
    };
    let voucher = NewVoucher {
        book: opening.book,
        business_date: book.first_month.first_day().prev(),
        kind: VoucherKind::Opening,
        summary: format!("{}期初余额", opening.book.label()),
        preparer: opening.preparer,
        authority: opening.authority,
        attachments: opening.attachments,
        source_kind: "opening",
        source_id: opening.book.code().to_owned(),
        posting_key,
        run_id: None,
        detail_digest: opening.detail_digest,
        lines: opening.lines,
    };
    voucher::post_opening(tx, clock, book.first_month, voucher).await
}
