//! The bookkeeper: takes posted vouchers in order, numbers them, chains them and adds them up.
//!
//! A turn, in one transaction: lock the book's chain head (so that of two servers one waits); read
//! up to [`MAX_TURN`] vouchers of the tail with their lines; give each the next number of its
//! month (gapless, 记-0001 a month), the next place and the next link; insert the seals; add the
//! turnover of exactly these vouchers to the period balances; delete exactly these from the tail;
//! move the head. Postings go on meanwhile: they touch none of these rows but their own.
//!
//! The order is that of the vouchers' ids, which is the order of their making, among those
//! committed when the turn begins. A voucher that commits later than a younger one gets the later
//! number; no number is ever left out.
//!
//! The day's close seals all of the day and takes the head under the centre's key; the caller
//! writes it outside the database as well, so that even a chain made anew is noticed.

mod store;

use std::collections::BTreeMap;

use db::{Db, Digest, Digest32, Keys, WriteTx};
use kernel::{CentreId, Clock, Date, Error, Instant, Month, Refusal, Result};

use crate::book::BookCode;
use crate::seal::{self, Content, Contents, Place};
pub(crate) use store::STATEMENTS;
use store::SealRow;

/// The most vouchers of one turn: what one transaction holds in memory and under the head's lock.
pub const MAX_TURN: usize = 500;

db::row! {
    /// The head of a book's chain at the close of a business day.
    pub struct DayHead {
        /// 账套.
        pub book: BookCode,
        /// 会计日期.
        pub business_date: Date,
        /// Which of the book's closed days it is, from 1 without a gap.
        pub day_number: i64,
        /// The place of the last voucher sealed.
        pub sequence: i64,
        /// The chain's hash there.
        pub hash: Digest32,
        /// When it was taken.
        pub made_at: Instant,
        /// HMAC-SM3 of all of these under the centre's key.
        pub mac: Digest32,
    }
}

impl DayHead {
    /// The HMAC that the row ought to have.
    pub(crate) fn proper_mac(&self, keys: &Keys, centre: CentreId) -> Digest32 {
        let fields = Digest::new("ledger.day_head")
            .column(centre)
            .column(self.book)
            .column(self.business_date)
            .int(self.day_number)
            .int(self.sequence)
            .column(self.hash)
            .column(self.made_at);
        keys.hmac("ledger.day_head", fields.finish().bytes())
    }
}

/// One turn for each book of a centre that has a tail, each in a transaction of its own. Says how
/// many vouchers were sealed: `limit` or more means that there may be others.
///
/// # Errors
/// Broken when the database fails.
pub async fn keep_books(db: &Db, centre: CentreId, clock: &Clock, limit: usize) -> Result<usize> {
    let waiting = db
        .read(centre)
        .await?
        .all(&store::BOOKS_WITH_TAIL, ())
        .await?;
    let mut sealed = 0;
    for (book,) in waiting {
        let mut tx = db.write(centre).await?;
        sealed += keep_books_in(&mut tx, clock, book, limit).await?;
        tx.commit().await?;
    }
    Ok(sealed)
}

/// One turn for one book, of at most `limit` and never more than [`MAX_TURN`] vouchers. Says how
/// many were sealed; 0 means that the tail is empty.
///
/// # Errors
/// Refused as `book_not_open`.
pub async fn keep_books_in(
    tx: &mut WriteTx,
    clock: &Clock,
    book: BookCode,
    limit: usize,
) -> Result<usize> {
    let (first, before) = lock_head(tx, book).await?;
    let limit = i64::try_from(limit.min(MAX_TURN)).expect("a turn is small");
    let mut contents = Contents::of(tx.centre());
    let each = |row: seal::ContentRow| {
        contents.push(&row);
        Ok(())
    };
    tx.for_each(&seal::CONTENTS_OF_TAIL, (book, limit), each)
        .await?;
    let contents = contents.finish();
    let seals = make_seals(tx, clock, book, (first, before), &contents).await?;
    let Some(last) = seals.last().cloned() else {
        return Ok(0);
    };
    tx.insert_many(&store::SEALS, seals).await?;
    let places = (book, first, last.sequence);
    tx.execute(&store::ADD_TO_BALANCES, places).await?;
    let cleared = tx
        .execute(&store::CLEAR_TAIL, (book, last.voucher_id))
        .await?;
    if cleared != u64::try_from(contents.len()).expect("a turn is small") {
        let gave = contents.len();
        let context = format!("the {book} tail gave {gave} vouchers and lost {cleared}");
        return Err(Error::broken(context));
    }
    let head = (book, last.sequence, last.hash);
    tx.execute_one(&store::MOVE_HEAD, head).await?;
    Ok(contents.len())
}

/// The numbers, places and links of a turn's vouchers, after the chain's head.
async fn make_seals(
    tx: &mut WriteTx,
    clock: &Clock,
    book: BookCode,
    (mut sequence, mut hash): (i64, Digest32),
    contents: &[Content],
) -> Result<Vec<SealRow>> {
    let last = BTreeMap::new();
    let mut numbers = Numbers { book, last };
    let sealed_at = clock.now();
    let mut seals = Vec::with_capacity(contents.len());
    for content in contents {
        let month = Month::of(content.business_date);
        let number = numbers.next(tx, month).await?;
        sequence += 1;
        let place = Place {
            book,
            sequence,
            month,
            number,
            sealed_at,
        };
        hash = seal::link(hash, place, content.digest);
        seals.push(SealRow {
            book,
            sequence,
            voucher_id: content.voucher_id,
            month,
            number,
            hash,
            sealed_at,
        });
    }
    Ok(seals)
}

/// Turns until the tail of a book is empty: for the day's close, when nothing is posted any more.
/// Says how many vouchers were sealed.
///
/// # Errors
/// As [`keep_books_in`].
pub async fn keep_all_in(tx: &mut WriteTx, clock: &Clock, book: BookCode) -> Result<usize> {
    let mut sealed = 0;
    loop {
        match keep_books_in(tx, clock, book, MAX_TURN).await? {
            0 => return Ok(sealed),
            turn => sealed += turn,
        }
    }
}

/// Takes the chain's head at the close of a business day under the centre's key. The caller has
/// locked the day against postings, and writes the head to the day sheet and the log.
///
/// # Errors
/// Refused as `day_tail_not_empty` (the bookkeeper has vouchers left), `day_head_taken`,
/// `book_not_open`.
pub async fn close_day_in(
    tx: &mut WriteTx,
    clock: &Clock,
    book: BookCode,
    business_date: Date,
) -> Result<DayHead> {
    let (sequence, hash) = lock_head(tx, book).await?;
    let (waiting,) = tx.one(&store::TAIL_LENGTH, (book,)).await?;
    if waiting > 0 {
        let sentence = format!("{}还有{waiting}张凭证等待编号", book.label());
        return Err(Refusal::conflict("day_tail_not_empty", sentence).into());
    }
    let (days,) = tx.one(&store::LAST_DAY_NUMBER, (book,)).await?;
    let mut head = DayHead {
        book,
        business_date,
        day_number: days + 1,
        sequence,
        hash,
        made_at: clock.now(),
        mac: Digest32::ZERO,
    };
    head.mac = head.proper_mac(tx.keys(), tx.centre());
    if tx.execute(&store::INSERT_DAY_HEAD, head.clone()).await? == 0 {
        let sentence = format!("{}{business_date}已日终", book.label());
        return Err(Refusal::conflict("day_head_taken", sentence).into());
    }
    Ok(head)
}

/// The vouchers that wait for the bookkeeper: how many, and since when the oldest does.
///
/// # Errors
/// Broken when the database fails.
pub async fn tail(tx: &mut db::ReadTx, book: BookCode) -> Result<(i64, Option<Instant>)> {
    let (waiting,) = tx.one(&store::TAIL_LENGTH, (book,)).await?;
    let oldest = tx.optional(&store::OLDEST_OF_TAIL, (book,)).await?;
    Ok((waiting, oldest.map(|(at,)| at)))
}

/// How far the bookkeeper is in a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// 账套.
    pub book: BookCode,
    /// The vouchers posted since the book was opened: those sealed and those that wait.
    pub posted: i64,
    /// Those that wait.
    pub waiting: i64,
    /// Since when the oldest of them waits.
    pub oldest: Option<Instant>,
}

/// How far the bookkeeper is, in each book that is open.
///
/// # Errors
/// Broken when the database fails.
pub async fn standing(tx: &mut db::ReadTx) -> Result<Vec<Standing>> {
    let mut all = Vec::new();
    for (book, sealed) in tx.all(&store::SEALED, ()).await? {
        let (waiting, oldest) = tail(tx, book).await?;
        all.push(Standing {
            book,
            posted: sealed.saturating_add(waiting),
            waiting,
            oldest,
        });
    }
    Ok(all)
}

async fn lock_head(tx: &mut WriteTx, book: BookCode) -> Result<(i64, Digest32)> {
    let head = tx.optional(&store::HEAD_LOCKED, (book,)).await?;
    let refusal = || Refusal::not_found("book_not_open", format!("尚未建立{}", book.label()));
    head.ok_or_else(|| refusal().into())
}

/// The last number given in each month of a turn.
struct Numbers {
    book: BookCode,
    last: BTreeMap<Month, i64>,
}

impl Numbers {
    async fn next(&mut self, tx: &mut WriteTx, month: Month) -> Result<i64> {
        let last = match self.last.get(&month) {
            Some(last) => *last,
            None => {
                tx.one(&crate::period::LAST_NUMBER, (self.book, month))
                    .await?
                    .0
            }
        };
        self.last.insert(month, last + 1);
        Ok(last + 1)
    }
}
