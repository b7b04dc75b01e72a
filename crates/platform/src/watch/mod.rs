//! Availability, kept by the system itself: unserved minutes of the minutes in which it was to serve.
//!
//! Each server beats each minute ([`beat`]) for each centre, in the centre's own rows: one row an
//! uninterrupted time, its end moved on by the beats. A server that is gone writes nothing, so what
//! nobody served is known from what isn't there, and any process that reads the database tells it
//! ([`availability_in`]), those that serve and `anju availability` alike.
//!
//! Contract: a row never says more than was beaten. A beat that the clock, set back or forward, puts
//! before the last or beyond [`TOLERANCE`] after it begins a row of its own. A beat is a write: a
//! server that doesn't reach its database doesn't beat, because it doesn't serve.
//!
//! What was announced before it began ([`plan_stop`]) isn't service time and is listed apart; what was
//! stopped properly without a word before is unserved like any other gap. Of what lies between a
//! backup and its restoring the rows tell nothing ([`forget_in`]); that is listed apart as well.
//!
//! One beat alone says that a server came up, not that it served: who crashes within its first minute,
//! again and again, serves nobody. Only the latest is believed, until the tolerance is over.
//!
//! Bounds: one statement a minute, a server and a centre. Rows are kept for good: a server that is
//! started anew every day leaves 365 a year, one that crashes at once and is started every five
//! seconds 17,280 a day, until somebody looks.
//!
//! What is deliberately absent: opening hours (the halls are open day and night).

mod rule;
mod store;

pub use rule::{Availability, Cause, MAX_PLANNED, Outage, Span, TOLERANCE};
pub use store::{PlannedStop, ServiceInterval};

pub(crate) use store::STATEMENTS;

use db::{ReadTx, WriteTx};
use kernel::{
    CentreId, Clock, Date, Error, Instant, OrBroken as _, PlannedStopId, Result, ServiceIntervalId,
};
use serde_json::json;

use self::rule::Excused;
use crate::audit::{self, Subject};
use crate::{Action, App, Caller, Scope, keys};

/// Looking at how the system is.
pub const STATUS_READ: Action = Action {
    code: "status.read",
    label: "查看系统状态",
};
/// Announcing a stop. It is done at the terminal, so nobody is granted it.
pub const STOP_PLAN: Action = Action {
    code: "status.plan_stop",
    label: "登记计划停机",
};

/// Says that this server serves the centre now. `running` is what the beat before returned, and what
/// this one returns is for the next.
///
/// # Errors
/// Broken when the database fails.
pub async fn beat(
    app: &App,
    centre: CentreId,
    running: Option<ServiceIntervalId>,
) -> Result<ServiceIntervalId> {
    let mut tx = app.db.write(centre).await?;
    // After the wait for the one writer, which may have been long.
    let now = app.clock.now();
    let since = now.checked_sub(TOLERANCE).or_broken("a time of service")?;
    if let Some(id) = running
        && tx.execute(&store::BEAT, (id, now, since, false)).await? == 1
    {
        tx.commit().await?;
        return Ok(id);
    }
    let id = ServiceIntervalId::new(&app.clock);
    let ring = keys::ring_of(tx.keys());
    tx.execute_one(&store::BEGIN, (id, now, ring)).await?;
    tx.commit().await?;
    Ok(id)
}

/// Says that this server was told to stop serving the centre and does so now.
///
/// # Errors
/// Broken when the database fails.
pub async fn stop(app: &App, centre: CentreId, running: ServiceIntervalId) -> Result<()> {
    let mut tx = app.db.write(centre).await?;
    let now = app.clock.now();
    let since = now.checked_sub(TOLERANCE).or_broken("a time of service")?;
    tx.execute(&store::BEAT, (running, now, since, true))
        .await?;
    tx.commit().await
}

/// Announces a stop: `span`, which hasn't begun, and why.
///
/// # Errors
/// `action_forbidden`; `planned_stop_invalid` when the time has begun, is none or longer than
/// [`MAX_PLANNED`]; `planned_stop_reason_invalid`.
pub async fn plan_stop(
    app: &App,
    caller: &Caller,
    span: Span,
    reason: &str,
) -> Result<PlannedStopId> {
    app.enforce(caller, &STOP_PLAN, Scope::Centre).await?;
    let reason = rule::plan(app.clock.now(), span, reason)?;
    let planned_stop_id = PlannedStopId::new(&app.clock);
    let mut tx = app.db.write(caller.centre()).await?;
    let detail = json!({ "from_at": span.from, "to_at": span.to, "reason": reason });
    let stop = PlannedStop {
        planned_stop_id,
        from_at: span.from,
        to_at: span.to,
        reason,
    };
    tx.execute_one(&store::PLAN, stop).await?;
    let subject = Subject::new("planned_stop", planned_stop_id);
    audit::record(&mut tx, &app.clock, caller, &STOP_PLAN, subject, detail).await?;
    tx.commit().await?;
    Ok(planned_stop_id)
}

/// How available the centre was from the beginning of one date to the end of another, as far as that
/// has come, and no earlier than a server first served it.
///
/// # Errors
/// `action_forbidden`; broken when the database fails.
pub async fn availability(
    app: &App,
    caller: &Caller,
    (first, last): (Date, Date),
) -> Result<Availability> {
    app.enforce(caller, &STATUS_READ, Scope::Centre).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    availability_in(&mut tx, &app.clock, (first, last)).await
}

/// [`availability`] for who has authorised the reader.
///
/// # Errors
/// Broken when the database fails.
pub async fn availability_in(
    tx: &mut ReadTx,
    clock: &Clock,
    (first, last): (Date, Date),
) -> Result<Availability> {
    let asked = Span {
        from: midnight(first)?,
        to: midnight(last.next())?,
    };
    let now = clock.now();
    let Some((served_since,)) = tx.optional(&store::FIRST_BEGIN, ()).await? else {
        return Ok(Availability::none(asked));
    };
    let span = Span {
        from: asked.from.max(served_since),
        to: asked.to.min(now),
    };
    if span.from >= span.to {
        return Ok(Availability::none(asked));
    }
    let before = tx.optional(&store::LAST_BEFORE, (span.from,)).await?;
    let recent = now.checked_sub(TOLERANCE).or_broken("a time of service")?;
    let within = (span.from, span.to, recent);
    let within = tx.all(&store::WITHIN, within).await?;
    // The nearest on either side tell how long a gap is that reaches over an end.
    let next = tx.optional(&store::FIRST_AFTER, (span.to,)).await?;
    let served = before.into_iter().chain(within).chain(next).collect();
    let excused = excused(tx, span).await?;
    Ok(rule::availability(span, now, served, &excused))
}

/// What of a span isn't service time where nobody served, by its begin.
async fn excused(tx: &mut ReadTx, span: Span) -> Result<Vec<Excused>> {
    let unknown = tx.all(&store::UNKNOWN_WITHIN, (span.from, span.to)).await?;
    let unknown = unknown.into_iter().map(|(from, to)| Excused {
        span: Span { from, to },
        cause: Cause::Unknown,
        reason: None,
    });
    let plans = tx.all(&store::PLANS_WITHIN, (span.from, span.to)).await?;
    let mut all: Vec<Excused> = unknown
        .chain(plans.into_iter().map(Excused::from))
        .collect();
    all.sort_by_key(|excused| excused.span.from);
    Ok(all)
}

/// Notes that nobody knows who was served since a backup was made at `made_at`: the beats that came
/// after it are lost. Returns the time; none when the clock says that there is none.
///
/// # Errors
/// Broken when the database fails.
pub(crate) async fn forget_in(
    tx: &mut WriteTx,
    clock: &Clock,
    made_at: Instant,
) -> Result<Option<Span>> {
    let now = clock.now();
    // Who had beaten shortly before it was made went on serving.
    let beaten = tx.optional(&store::LAST_BEAT, (made_at,)).await?;
    let beaten = beaten.map(|(at,): (Instant,)| at);
    let from = beaten.filter(|at| made_at.since(*at) <= TOLERANCE);
    let span = Span {
        from: from.unwrap_or(made_at),
        to: now,
    };
    if span.from >= span.to {
        return Ok(None);
    }
    tx.execute_one(&store::FORGET, (span.from, span.to)).await?;
    Ok(Some(span))
}

fn midnight(date: Date) -> Result<Instant> {
    Instant::at_start_of(date).ok_or_else(|| Error::broken("a date of service"))
}

/// The servers that serve the centre now, as far as their beats tell: since when, and when they last
/// beat. One that was killed is among them until the tolerance is over.
///
/// # Errors
/// Broken when the database fails.
pub async fn serving_in(tx: &mut ReadTx, clock: &Clock) -> Result<Vec<ServiceInterval>> {
    let now = clock.now();
    let since = now.checked_sub(TOLERANCE).or_broken("a time of service")?;
    tx.all(&store::SERVING, (since, now)).await
}

/// The data keys of each server that serves the centre now, as [`keys::ring_of`] writes them.
pub(crate) async fn rings_in(tx: &mut ReadTx, clock: &Clock) -> Result<Vec<String>> {
    let since = clock.now().checked_sub(TOLERANCE);
    let since = since.or_broken("a time of service")?;
    let rings = tx.all(&store::RINGS, (since,)).await?;
    Ok(rings.into_iter().map(|(ring,)| ring).collect())
}

/// Those of the server that began to serve the centre last; none before the first.
pub(crate) async fn last_ring_in(tx: &mut ReadTx) -> Result<Option<String>> {
    let last = tx.optional(&store::LAST_RING, ()).await?;
    Ok(last.map(|(ring,)| ring))
}

#[cfg(test)]
mod rule_tests;
#[cfg(test)]
mod tests;
