//! Accounting months (会计期间): opened by the first posting, closed in order.
//!
//! Why no voucher slips into a closed month: a posting holds the row of its month shared from
//! before it looks at the status until it commits; closing takes the row for update, so it waits
//! for the postings under way, and every later one reads `closed`. A month that has no row yet is
//! opened under a shared lock on the book, which closing takes for update as well; so while a
//! month is being closed no earlier one can come into being, and a month up to the last closed one
//! is never opened again. When closing looks at the tail it holds both, so every voucher of the
//! month is committed and visible: an empty tail means that all of them are numbered, and their
//! number is kept in the row.
//!
//! SQLite has one writer at a time, so there the locks are the transaction itself.
//!
//! Lock order: book, then periods by month, then the rest. A transaction that posts into several
//! months posts into the earliest first.

mod store;

use db::{Digest, Digest32, Keys, ReadTx, WriteTx};
use kernel::{CentreId, Clock, Instant, Month, Refusal, Result};

use crate::book::{self, BookCode};
pub(crate) use store::{LAST_NUMBER, STATEMENTS};

db::codes! {
    /// Whether a month takes postings.
    pub enum PeriodStatus {
        /// It does.
        Open = "open", "未结账";
        /// It doesn't any more.
        Closed = "closed", "已结账";
    }
}

db::row! {
    /// An accounting month of a book.
    pub struct Period {
        /// The month.
        pub month: Month,
        /// Whether it takes postings.
        pub status: PeriodStatus,
        /// How many vouchers it had when it closed; 0 while it is open.
        pub vouchers: i64,
        /// When its first voucher was posted.
        pub opened_at: Instant,
        /// When it was closed.
        pub closed_at: Option<Instant>,
        /// Who closed it; empty while it is open.
        pub closed_by: String,
        pub(crate) mac: Digest32,
    }
}

impl Period {
    /// The row's HMAC under the centre's key: a month opened again behind the back is noticed.
    pub(crate) fn proper_mac(&self, keys: &Keys, centre: CentreId, book: BookCode) -> Digest32 {
        let fields = Digest::new("ledger.period")
            .column(centre)
            .column(book)
            .column(self.month)
            .column(self.status)
            .int(self.vouchers)
            .column(self.opened_at)
            .column(self.closed_at)
            .text(&self.closed_by);
        keys.hmac("ledger.period", fields.finish().bytes())
    }
}

/// The months of a book that have been opened, the latest first.
///
/// # Errors
/// Broken when the database fails.
pub async fn all(tx: &mut ReadTx, book: BookCode) -> Result<Vec<Period>> {
    tx.all(&store::PERIODS, (book,)).await
}

/// Closes a month (结账). Its vouchers are all numbered then and nothing can join them.
///
/// # Errors
/// Refused as `period_not_opened` (nothing was posted in it), `period_closed_already`,
/// `period_earlier_open` (close that one first), `period_tail_not_empty` (vouchers of the month
/// still wait for the bookkeeper), `book_not_open`.
pub async fn close_in(
    tx: &mut WriteTx,
    clock: &Clock,
    book: BookCode,
    month: Month,
    closed_by: &str,
) -> Result<()> {
    book::lock_in(tx, book).await?;
    let Some(mut period) = tx.optional(&store::PERIOD_LOCKED, (book, month)).await? else {
        let sentence = format!("{month}没有记账，不需要结账");
        return Err(Refusal::not_found("period_not_opened", sentence).into());
    };
    if period.status == PeriodStatus::Closed {
        let sentence = format!("{month}已经结账");
        return Err(Refusal::conflict("period_closed_already", sentence).into());
    }
    if let Some((earlier,)) = tx.optional(&store::EARLIER_OPEN, (book, month)).await? {
        let sentence = format!("{earlier}尚未结账，请先结{earlier}的账");
        return Err(Refusal::conflict("period_earlier_open", sentence).into());
    }
    let (waiting,) = tx.one(&store::TAIL_UP_TO, (book, month.last_day())).await?;
    if waiting > 0 {
        let sentence = format!("{month}还有{waiting}张凭证等待编号，请稍后再结账");
        return Err(Refusal::conflict("period_tail_not_empty", sentence).into());
    }
    (period.vouchers,) = tx.one(&store::LAST_NUMBER, (book, month)).await?;
    period.status = PeriodStatus::Closed;
    period.closed_at = Some(clock.now());
    closed_by.clone_into(&mut period.closed_by);
    period.mac = period.proper_mac(tx.keys(), tx.centre(), book);
    let Period {
        status,
        vouchers,
        closed_at,
        closed_by,
        mac,
        ..
    } = period;
    let values = (book, month, status, vouchers, closed_at, closed_by, mac);
    tx.execute_one(&store::CLOSE, values).await
}

/// Holds a month open until the transaction ends, opening it when it is new.
///
/// # Errors
/// Refused as `period_closed`, `period_before_book`, `book_not_open`.
pub(crate) async fn keep_open_in(
    tx: &mut WriteTx,
    clock: &Clock,
    book: BookCode,
    month: Month,
) -> Result<()> {
    match tx.optional(&store::STATUS_KEPT, (book, month)).await? {
        Some((PeriodStatus::Open,)) => Ok(()),
        Some((PeriodStatus::Closed,)) => Err(closed(month).into()),
        None => open(tx, clock, book, month).await,
    }
}

/// Takes every open month of a book, so that no posting is under way. The book is locked already.
pub(crate) async fn lock_open_in(tx: &mut WriteTx, book: BookCode) -> Result<()> {
    tx.all(&store::OPEN_LOCKED, (book,)).await.map(drop)
}

async fn open(tx: &mut WriteTx, clock: &Clock, book: BookCode, month: Month) -> Result<()> {
    let frame = book::keep_in(tx, book).await?;
    if month < frame.first_month {
        let sentence = format!(
            "{}自{}起建账，不能记入{month}",
            book.label(),
            frame.first_month
        );
        return Err(Refusal::conflict("period_before_book", sentence).into());
    }
    if let Some((last_closed,)) = tx.optional(&store::LAST_CLOSED, (book,)).await?
        && month <= last_closed
    {
        return Err(closed(month).into());
    }
    let mut period = Period {
        month,
        status: PeriodStatus::Open,
        vouchers: 0,
        opened_at: clock.now(),
        closed_at: None,
        closed_by: String::new(),
        mac: Digest32::ZERO,
    };
    period.mac = period.proper_mac(tx.keys(), tx.centre(), book);
    // No row inserted: another posting opened the month meanwhile. It can't be closed before the
    // shared lock on the book is gone, so it is open all the same.
    let values = (book, month, period.status, period.opened_at, period.mac);
    tx.execute(&store::OPEN, values).await.map(drop)
}

fn closed(month: Month) -> Refusal {
    Refusal::conflict("period_closed", format!("{month}已经结账，不能再记账"))
}
