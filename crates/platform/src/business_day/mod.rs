//! The business day (营业日): the date on which what is done now is posted. It is opened and closed
//! by people and is not the wall clock's date.
//!
//! Contract: at most one day of a centre is open; days are opened in ascending order; a closed day
//! never opens again. A posting keeps the open day from closing ([`posting_date`]) until it
//! commits; the close waits for the postings under way ([`lock_for_close`]) and those that come
//! after it find the next day. The close itself stands where the books are, one crate up.

mod rule;
mod store;
mod verify;

pub use rule::next_working_day;
pub use store::DAYS;
pub use verify::verify;

pub(crate) use store::STATEMENTS;

use db::{Digest, ListQuery, Listing, ReadTx, WriteTx};
use kernel::{Clock, Date, Refusal, Result};
use serde_json::json;

use crate::audit::{self, Subject};
use crate::job::outbox;
use crate::{Action, App, Caller, IdempotencyKey, Once, Scope};

/// Opening a business day.
pub const BUSINESS_DAY_OPEN: Action = Action {
    code: "business_day.open",
    label: "开启营业日",
};
/// Closing a business day; the use case stands where the books are.
pub const BUSINESS_DAY_CLOSE: Action = Action {
    code: "business_day.close",
    label: "日终",
};
/// Reading the list of business days.
pub const BUSINESS_DAY_READ: Action = Action {
    code: "business_day.read",
    label: "查看营业日",
};

/// The event of a day that was closed; about its date.
pub const BUSINESS_DAY_CLOSED: &str = "business_day.closed";

db::codes! {
    /// 营业日状态: the state of a business day.
    pub enum DayStatus {
        /// 营业中: postings go here.
        Open = "open", "营业中";
        /// 已日终: nothing is posted here any more.
        Closed = "closed", "已日终";
    }
}

db::row! {
    /// A business day.
    pub struct BusinessDay {
        /// Its date.
        pub date: Date,
        /// Whether it is open.
        pub status: DayStatus,
        /// When it was opened.
        pub opened_at: kernel::Instant,
        /// The label of the actor who opened it.
        pub opened_by: String,
        /// When it was closed.
        pub closed_at: Option<kernel::Instant>,
        /// The label of the actor who closed it.
        pub closed_by: Option<String>,
    }
}

/// The open day, when there is one.
///
/// # Errors
/// Broken when the database fails.
pub async fn current(tx: &mut ReadTx) -> Result<Option<BusinessDay>> {
    tx.optional(&store::OPEN_DAY, ()).await
}

/// The last day opened, whatever its state.
///
/// # Errors
/// Broken when the database fails.
pub async fn last(tx: &mut ReadTx) -> Result<Option<BusinessDay>> {
    tx.optional(&store::LAST_DAY, ()).await
}

/// The last day that was closed, and when it was.
///
/// # Errors
/// Broken when the database fails.
pub async fn last_closed(tx: &mut ReadTx) -> Result<Option<(Date, kernel::Instant)>> {
    let last = tx.optional(&store::LAST_CLOSED, ()).await?;
    Ok(last.and_then(|(date, closed_at)| Some((date, closed_at?))))
}

/// 会计日期 as pages tell it: the open day, else the last one, else the calendar's.
///
/// # Errors
/// Broken when the database fails.
pub async fn date_in(tx: &mut ReadTx, clock: &Clock) -> Result<Date> {
    Ok(last(tx).await?.map_or(clock.today(), |day| day.date))
}

/// The date to post on, kept from closing until the transaction ends.
///
/// # Errors
/// `business_day_not_open` (unavailable).
pub async fn posting_date(tx: &mut WriteTx) -> Result<Date> {
    // Having waited for a close, PostgreSQL finds the closed row gone from the answer but doesn't
    // look for the day that the close opened; a second statement sees it.
    for _ in 0..2 {
        if let Some((date,)) = tx.optional(&store::OPEN_DATE_SHARED, ()).await? {
            return Ok(date);
        }
    }
    Err(not_open().into())
}

/// The open day, once no posting holds it. Until the transaction ends none begins.
///
/// # Errors
/// `business_day_not_open` (unavailable).
pub async fn lock_for_close(tx: &mut WriteTx) -> Result<Date> {
    let locked = tx.optional(&store::OPEN_DATE_LOCKED, ()).await?;
    locked.map(|(date,)| date).ok_or_else(|| not_open().into())
}

/// Marks the day closed that [`lock_for_close`] has locked, audits it and tells whoever waits for it
/// ([`BUSINESS_DAY_CLOSED`]).
///
/// # Errors
/// `business_day_not_open` (unavailable) when that day isn't open.
pub async fn mark_closed_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    date: Date,
) -> Result<()> {
    let (closed_at, closed_by) = (clock.now(), caller.actor.label());
    let facts = verify::closing_facts(tx.centre(), date, closed_at, &closed_by);
    let closing = (date, closed_at, closed_by);
    if tx.execute(&store::CLOSE_DAY, closing).await? == 0 {
        return Err(not_open().into());
    }
    let subject = Subject::new("business_day", date);
    let detail = json!({ "facts": facts.hex() });
    audit::record(tx, clock, caller, &BUSINESS_DAY_CLOSE, subject, detail).await?;
    outbox::emit_in(tx, clock, caller, (BUSINESS_DAY_CLOSED, date)).await
}

/// Opens a day within a transaction, such as that of the close before it, and audits it. Any date
/// later than every day before may be opened, up to 31 days after the last of them and after today,
/// whichever is later; a centre may work on a holiday.
///
/// # Errors
/// `business_day_already_open`, `business_day_not_later` (both conflicts); `business_day_too_far`.
pub async fn open_in(tx: &mut WriteTx, clock: &Clock, caller: &Caller, date: Date) -> Result<()> {
    let last = tx.optional(&store::LAST_DAY, ()).await?;
    rule::may_open(last.as_ref(), clock.now().date_in_china(), date)?;
    let row = store::NewDay {
        date,
        status: DayStatus::Open,
        opened_at: clock.now(),
        opened_by: caller.actor.label(),
    };
    let facts = verify::opening_facts(tx.centre(), date, row.opened_at, &row.opened_by);
    if tx.execute(&store::INSERT_DAY, row).await? == 0 {
        return Err(rule::already_open(None).into());
    }
    let subject = Subject::new("business_day", date);
    let detail = json!({ "facts": facts.hex() });
    audit::record(tx, clock, caller, &BUSINESS_DAY_OPEN, subject, detail).await
}

/// Opens a day: the centre's first, or one after a close that opened none.
///
/// # Errors
/// `action_forbidden`, those of [`open_in`] and of [`App::write_once`].
pub async fn open(app: &App, caller: &Caller, key: &IdempotencyKey, date: Date) -> Result<()> {
    app.enforce(caller, &BUSINESS_DAY_OPEN, Scope::Centre)
        .await?;
    let hash = Digest::new("business_day.open").column(date).finish();
    match app
        .write_once(caller, &BUSINESS_DAY_OPEN, key, hash)
        .await?
    {
        Once::Replay(_) => Ok(()),
        Once::Fresh(mut tx) => {
            open_in(&mut tx, &app.clock, caller, date).await?;
            tx.finish(date).await
        }
    }
}

/// Lists the days, latest first.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn list(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<BusinessDay>> {
    app.enforce_widest(caller, &BUSINESS_DAY_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    tx.list(&DAYS, query).await
}

fn not_open() -> Refusal {
    Refusal::unavailable(
        "business_day_not_open",
        "当前没有开启的营业日，请先开启营业日再办理",
    )
}

#[cfg(test)]
mod tests;
