//! The audit trail (审计记录): who did what to what, when and from where.
//!
//! Contract: an event is written in the transaction of the act it tells, so one is never without
//! the other; nothing updates or deletes it. The event goes into the trail unsealed and into the
//! tail; a keeper ([`seal`]) takes the tail in order and chains each event to the one before with
//! SM3. So an act locks nothing that the centre shares.
//!
//! What [`verify`] proves. An event altered, removed or slipped in is named when the rows around it
//! were left alone. The links carry no key, so whoever may write the database can make the whole
//! chain anew; against that the chain's end is taken at each close of a business day under the
//! centre's key ([`close_day_in`]) and written outside the database as well, and the chain must run
//! through every such head. Not proved is what is younger than the last head, against someone who
//! rewrites events, seals and the chain's end together. Whoever takes the last days' heads and
//! business days away too is convicted by the copies outside, and so is who holds the key.
//!
//! What is audited: every state change, denial, sign-in, export and unmasking. Details hold ids
//! and figures, never names of members, ID numbers or phones. Where nothing else could prove a row
//! the detail of its recording holds the digest of what was recorded ([`compare_facts`]).

mod day;
mod facts;
mod model;
mod seal;
mod store;
mod verify;

pub use day::{DayHead, close_day_in, day_head};
pub use facts::{Difference, Parts, Recorded, compare_facts, compare_facts_with};
pub use model::{Event, Outcome, Subject};
pub use seal::{Head, MAX_BATCH, head, seal, seal_in};
pub use store::EVENTS;
pub use verify::{Verification, verify};

pub(crate) use model::NewEvent;
pub(crate) use store::STATEMENTS;

use std::time::Duration;

use db::{ListQuery, Listing, ReadTx, WriteTx};
use kernel::{AuditId, Clock, Date, Error, Instant, Refusal, Result};

use crate::{Action, App, Caller, Scope};

/// Searching the audit trail.
pub const AUDIT_READ: Action = Action {
    code: "audit.read",
    label: "查看审计记录",
};

/// The longest detail kept, in bytes of JSON. A longer one is a mistake of the program: what an
/// act is about stands in its own tables.
pub const MAX_DETAIL_BYTES: usize = 16 * 1024;

/// When an action was last done, as the trail has it; none when it never was.
///
/// # Errors
/// Broken when the database fails.
pub async fn last_done(tx: &mut ReadTx, action: &Action) -> Result<Option<Instant>> {
    let done = tx.optional(&store::LAST_DONE, (action.code.to_owned(),));
    Ok(done.await?.map(|(at,): (Instant,)| at))
}

/// Records that the caller did the action, in the transaction that does it.
///
/// # Errors
/// Broken when the detail is longer than [`MAX_DETAIL_BYTES`] or the database fails.
pub async fn record(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    action: &Action,
    subject: Subject,
    detail: serde_json::Value,
) -> Result<()> {
    let event = NewEvent {
        action,
        outcome: Outcome::Done,
        subject,
        detail,
    };
    record_event(tx, clock, caller, event).await
}

/// Records an event of any outcome.
pub(crate) async fn record_event(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    event: NewEvent<'_>,
) -> Result<()> {
    let detail = event.detail.to_string();
    if detail.len() > MAX_DETAIL_BYTES {
        let action = event.action.code;
        return Err(Error::broken(format!(
            "the audit detail of {action} is too long"
        )));
    }
    let audit_id = AuditId::new(clock);
    let row = Event {
        audit_id,
        at: clock.now(),
        actor: caller.actor.label(),
        actor_name: caller.name.clone(),
        address: caller.address.clone(),
        action: event.action.code.to_owned(),
        outcome: event.outcome,
        subject_kind: event.subject.kind.to_owned(),
        subject_id: event.subject.id,
        detail,
    };
    tx.execute_one(&store::INSERT_EVENT, row).await?;
    tx.execute_one(&store::INSERT_TAIL, (audit_id,)).await
}

/// Searches the trail, newest first. Beside the columns of [`EVENTS`] it takes the filters `day.from`
/// and `day.to`: calendar days in China, both included.
///
/// # Errors
/// `action_forbidden`; `filter_invalid` for a day that is none, and what a list refuses.
pub async fn events(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<Event>> {
    app.enforce(caller, &AUDIT_READ, Scope::Centre).await?;
    let mut query = query.clone();
    for (name, value) in &mut query.filters {
        instants_of_day(name, value)?;
    }
    let mut tx = app.db.read(caller.centre()).await?;
    tx.list(&EVENTS, &query).await
}

/// From a day's midnight in China to the last instant before the next.
const DAY_TO_ITS_END: Duration = Duration::from_micros(24 * 60 * 60 * 1_000_000 - 1);

/// Turns a bound in days into one in instants.
fn instants_of_day(name: &mut String, value: &mut String) -> Result<()> {
    let is_end = match name.as_str() {
        "day.from" => false,
        "day.to" => true,
        _ => return Ok(()),
    };
    let bound = value.parse::<Date>().ok().and_then(|day| {
        let midnight = format!("{day}T00:00:00+08:00").parse::<Instant>().ok()?;
        midnight.checked_add(if is_end {
            DAY_TO_ITS_END
        } else {
            Duration::ZERO
        })
    });
    let bound = bound.ok_or_else(|| {
        let sentence = format!("日期“{value}”无法识别，应如 2026-11-22");
        Refusal::invalid("filter_invalid", sentence).at(name.clone())
    })?;
    *name = if is_end { "at.to" } else { "at.from" }.to_owned();
    *value = bound.to_string();
    Ok(())
}

/// The events that wait to be sealed: how many, and since when the oldest does.
///
/// # Errors
/// Broken when the database fails.
pub async fn tail(tx: &mut ReadTx) -> Result<(i64, Option<Instant>)> {
    let (waiting,) = tx.one(&store::TAIL_LENGTH, ()).await?;
    let oldest = tx.optional(&store::TAIL_OLDEST, ()).await?;
    Ok((waiting, oldest.map(|(at,)| at)))
}

#[cfg(test)]
mod tests;
