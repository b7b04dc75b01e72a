//! The close of the business day (日终).
//!
//! | step | why then |
//! |---|---|
//! | bookkeeper and audit keeper bring their tails down | each turn its own short transaction, so that the close itself is short |
//! | lock the day | waits for the postings under way; those that come after find the next day |
//! | bookkeeper empties the tail, takes the head of each book's chain under the centre's key | nothing can join the day any more |
//! | mark it closed, open the next working day | in the same transaction: no moment without a day |
//! | seal the audit trail, take the head of its chain under the key | covers the close itself |
//!
//! At a desk the close is a job ([`ask_close`]) whose steps these are, each told while it goes on; a
//! server that stops in the middle goes on at the step. The day itself is closed by one transaction, so
//! that there is no moment in which a day is closed by half.
//!
//! The heads, of the books and of the audit trail, go to the caller and to the log as well, outside
//! the database: a chain made anew behind the back would not fit them.

mod job;
mod store;

pub use job::{DAY_CLOSE, DAY_CLOSE_STEPS, ask_close};
pub use platform::business_day::open;
pub use store::ChainHead;
pub(crate) use store::STATEMENTS;

use std::collections::BTreeMap;

use db::{Digest, Digest32, ListQuery, Listing, ReadTx, WriteTx};
use kernel::{CentreId, Date, Error, JobId, OrBroken, Refusal, Result, WorkingDays};
use ledger::bookkeeper::{self, MAX_TURN};
use ledger::{BookCode, book};
use platform::business_day::{self, BUSINESS_DAY_CLOSE, BusinessDay, DayStatus};
use platform::{App, Caller, IdempotencyKey, Once, Scope, audit, staff};

/// A closed day.
#[derive(Clone, Debug)]
pub struct ClosedDay {
    /// 会计日期.
    pub date: Date,
    /// The vouchers of the day in all books.
    pub vouchers: i64,
    /// The head of each book's chain.
    pub heads: Vec<ChainHead>,
    /// The head of the audit trail's chain.
    pub audit_head: audit::DayHead,
    /// The day that is open now; none when the next year's holidays aren't known yet, then one is
    /// opened by hand.
    pub opened: Option<Date>,
}

/// A business day as people look back on it.
#[derive(Clone, Debug)]
pub struct DayView {
    /// The day; who opened and who closed it are named as people know them.
    pub day: BusinessDay,
    /// The vouchers of the day in all books.
    pub vouchers: i64,
    /// HMAC-SM3 of the head of the fund's chain at the close, as the day sheet and the log show it.
    pub head: Option<Digest32>,
    /// Of the open day the job that closes it, or that couldn't.
    pub closing: Option<JobId>,
}

/// Lists the days with what they left, latest first; see [`business_day::list`].
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn list(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<DayView>> {
    let days = business_day::list(app, caller, query).await?;
    let dates = || days.items.iter().map(|day| day.date);
    let (Some(first), Some(last)) = (dates().min(), dates().max()) else {
        return Ok(days.map(|day| DayView {
            day,
            vouchers: 0,
            head: None,
            closing: None,
        }));
    };
    let mut tx = app.db.read(caller.centre()).await?;
    let vouchers = tx.all(&store::VOUCHERS_BETWEEN, (first, last)).await?;
    let vouchers: BTreeMap<Date, i64> = vouchers.into_iter().collect();
    let heads = tx.all(&store::FUND_HEADS_BETWEEN, (first, last)).await?;
    let heads: BTreeMap<Date, Digest32> = heads.into_iter().collect();
    let names = staff::names_in(&mut tx).await?;
    let mut days_of = days.items.iter();
    let open = days_of.find(|day| day.status == DayStatus::Open);
    let closing = match open {
        Some(day) => platform::job::undone_of(&mut tx, &DAY_CLOSE, day.date).await?,
        None => None,
    };
    Ok(days.map(|mut day| {
        day.opened_by = names.of(&day.opened_by);
        day.closed_by = day.closed_by.map(|label| names.of(&label));
        let vouchers = vouchers.get(&day.date).copied().unwrap_or_default();
        DayView {
            head: heads.get(&day.date).copied(),
            vouchers,
            closing: closing.filter(|_| day.status == DayStatus::Open),
            day,
        }
    }))
}

/// Closes the business day `date`, which must be the open one, and opens the next working day, at once.
/// The date is the caller's: of two who press at once, one closes the day and the other is told.
///
/// # Errors
/// `action_forbidden`, `business_day_not_open`, `business_day_changed` (conflict), and those of [`App::write_once`].
pub async fn close(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    date: Date,
) -> Result<ClosedDay> {
    app.enforce(caller, &BUSINESS_DAY_CLOSE, Scope::Centre)
        .await?;
    while book_turn(app, caller.centre()).await?.1 {}
    while trail_turn(app, caller.centre()).await?.1 {}
    let closed = close_once(app, caller, key, date).await?;
    log(caller.centre(), &closed);
    Ok(closed)
}

/// The transaction that closes the day, under the key.
async fn close_once(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    date: Date,
) -> Result<ClosedDay> {
    let hash = Digest::new("business_day.close").column(date).finish();
    match app
        .write_once(caller, &BUSINESS_DAY_CLOSE, key, hash)
        .await?
    {
        Once::Replay(date) => {
            let date = date.parse().or_broken("a replayed business date")?;
            closed_in(&mut app.db.read(caller.centre()).await?, date).await
        }
        Once::Fresh(mut tx) => {
            close_in(&mut tx, app, caller, date).await?;
            let closed = closed_in(&mut tx, date).await?;
            tx.finish(date).await?;
            Ok(closed)
        }
    }
}

/// Writes the heads outside the database.
fn log(centre: CentreId, closed: &ClosedDay) {
    let (centre, date) = (centre.get(), closed.date);
    for head in &closed.heads {
        tracing::info!(
            centre, %date, book = %head.book,
            sequence = head.sequence, hash = %head.hash, mac = %head.mac,
            "business day closed"
        );
    }
    let head = &closed.audit_head;
    tracing::info!(
        centre, %date, position = head.position, hash = %head.hash, mac = %head.mac,
        "audit trail sealed"
    );
}

/// One turn of the bookkeeper: how many vouchers it numbered and chained, and whether more may wait.
async fn book_turn(app: &App, centre: CentreId) -> Result<(i64, bool)> {
    let kept = bookkeeper::keep_books(&app.db, centre, &app.clock, MAX_TURN).await?;
    let count = i64::try_from(kept).or_broken("a turn fits")?;
    Ok((count, kept >= MAX_TURN))
}

/// One turn of the audit keeper: how many events it sealed, and whether more may wait.
async fn trail_turn(app: &App, centre: CentreId) -> Result<(i64, bool)> {
    let batch = audit::MAX_BATCH;
    let sealed = audit::seal(&app.db, centre, batch).await?;
    let count = i64::try_from(sealed).or_broken("a batch fits")?;
    Ok((count, count >= i64::from(batch)))
}

async fn close_in(tx: &mut WriteTx, app: &App, caller: &Caller, date: Date) -> Result<()> {
    let open = business_day::lock_for_close(tx).await?;
    if open != date {
        return Err(changed(date, open).into());
    }
    for book in book::all(tx).await? {
        bookkeeper::keep_all_in(tx, &app.clock, book.book).await?;
        bookkeeper::close_day_in(tx, &app.clock, book.book, date).await?;
    }
    business_day::mark_closed_in(tx, &app.clock, caller, date).await?;
    match business_day::next_working_day(WorkingDays::national(), date) {
        Ok(next) => business_day::open_in(tx, &app.clock, caller, next).await?,
        Err(error) if unknown_year(&error) => {
            tracing::warn!(%date, "no next business day opened: the year's holidays are unknown");
        }
        Err(error) => return Err(error),
    }
    audit::close_day_in(tx, &app.clock, date).await?;
    Ok(())
}

fn changed(date: Date, open: Date) -> Refusal {
    let sentence = format!("{date}已不是当前营业日（当前为{open}），请刷新后再办理日终");
    Refusal::conflict("business_day_changed", sentence).at("date")
}

fn unknown_year(error: &Error) -> bool {
    error
        .refusal()
        .is_some_and(|refusal| refusal.code() == "calendar_year_unknown")
}

async fn closed_in(tx: &mut ReadTx, date: Date) -> Result<ClosedDay> {
    let mut vouchers = 0;
    for book in BookCode::ALL {
        vouchers += tx.one(&store::VOUCHERS_OF_DAY, (*book, date)).await?.0;
    }
    let heads = tx.all(&store::HEADS_OF_DAY, (date,)).await?;
    let audit_head = audit::day_head(tx, date)
        .await?
        .or_broken("a closed day without the head of its audit trail")?;
    let (opened,) = tx.one(&store::DAY_AFTER, (date,)).await?;
    Ok(ClosedDay {
        date,
        vouchers,
        heads,
        audit_head,
        opened,
    })
}

#[cfg(test)]
mod tests;
