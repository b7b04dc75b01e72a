//! Books (账套): the fund's, and the centre's own, kept apart by 财会字〔1999〕33号.
//!
//! A book begins with a month; nothing is posted before it but the opening balances. Its row is
//! the lock of the book's frame: opening a period holds it shared, closing a period and adding a
//! ledger account hold it for themselves.

mod store;

use db::{Digest, Digest32, Keys, ReadTx, WriteTx};
use kernel::{CentreId, Clock, Instant, Month, Refusal, Result};

use crate::chart::{self, StandardAccount};
pub(crate) use store::STATEMENTS;

db::codes! {
    /// 账套.
    pub enum BookCode {
        /// The books of the housing provident fund.
        Fund = "fund", "公积金账套";
        /// The books of the centre as a public institution.
        Centre = "centre", "中心账套";
    }
}

db::row! {
    /// A book of a centre.
    pub struct Book {
        /// Which one.
        pub book: BookCode,
        /// The first month that is kept in it.
        pub first_month: Month,
        /// When it was opened.
        pub opened_at: Instant,
        pub(crate) mac: Digest32,
    }
}

impl Book {
    /// The row's HMAC under the centre's key, by which an alteration is noticed.
    pub(crate) fn proper_mac(&self, keys: &Keys, centre: CentreId) -> Digest32 {
        let fields = Digest::new("ledger.book")
            .column(centre)
            .column(self.book)
            .column(self.first_month)
            .column(self.opened_at);
        keys.hmac("ledger.book", fields.finish().bytes())
    }
}

/// Opens a book that is kept from `first_month` on, with its chart of accounts.
///
/// # Errors
/// Refused as `book_open_already`.
pub async fn open_in(
    tx: &mut WriteTx,
    clock: &Clock,
    book: BookCode,
    first_month: Month,
    chart: &[StandardAccount],
) -> Result<()> {
    let mut row = Book {
        book,
        first_month,
        opened_at: clock.now(),
        mac: Digest32::ZERO,
    };
    row.mac = row.proper_mac(tx.keys(), tx.centre());
    if tx.execute(&store::INSERT_BOOK, row).await? == 0 {
        let sentence = format!("{}已经建立", book.label());
        return Err(Refusal::conflict("book_open_already", sentence).into());
    }
    tx.execute_one(&store::INSERT_CHAIN_HEAD, (book, 0, Digest32::ZERO))
        .await?;
    chart::seed_in(tx, clock, book, chart).await
}

/// The centre's books.
///
/// # Errors
/// Broken when the database fails.
pub async fn all(tx: &mut ReadTx) -> Result<Vec<Book>> {
    tx.all(&store::BOOKS, ()).await
}

/// One book.
///
/// # Errors
/// Refused as `book_not_open`.
pub async fn get(tx: &mut ReadTx, book: BookCode) -> Result<Book> {
    found(tx.optional(&store::BOOK, (book,)).await?, book)
}

/// One book, kept from changing its frame until the transaction ends.
pub(crate) async fn keep_in(tx: &mut WriteTx, book: BookCode) -> Result<Book> {
    found(tx.optional(&store::BOOK_KEPT, (book,)).await?, book)
}

/// One book, its frame taken for changing.
pub(crate) async fn lock_in(tx: &mut WriteTx, book: BookCode) -> Result<Book> {
    found(tx.optional(&store::BOOK_LOCKED, (book,)).await?, book)
}

fn found(row: Option<Book>, book: BookCode) -> Result<Book> {
    let refusal = || Refusal::not_found("book_not_open", format!("尚未建立{}", book.label()));
    row.ok_or_else(|| refusal().into())
}
