//! 事件: what happened, told to whoever waits for it without being known.
//!
//! A crate writes an event in the transaction in which it happens; the crates above say which job
//! follows from it ([`Subscriber`]). Turning an event into its jobs and forgetting it is one
//! transaction: everybody is told, each once.

use std::collections::BTreeSet;
use std::fmt;

use db::WriteTx;
use kernel::{CentreId, Clock, JobId, OutboxEventId, Result};

use super::model::Subscriber;
use super::store::{self, Event, NewJob};
use crate::{App, Caller};

/// The most events that one transaction tells.
const MOST_AT_ONCE: usize = 100;

/// Says that something happened to a thing.
///
/// # Errors
/// Broken when the database fails.
pub async fn emit_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    (event, subject): (&'static str, impl fmt::Display),
) -> Result<()> {
    let event = Event {
        event_id: OutboxEventId::new(clock),
        event: event.to_owned(),
        subject: subject.to_string(),
        emitted_by: caller.actor.label(),
        emitted_by_name: caller.name.clone(),
        emitted_at: clock.now(),
    };
    tx.execute_one(&store::EMIT, event).await
}

/// Turns what happened in a centre into the jobs that follow from it. What nobody in this program waits
/// for stays: a newer one, which runs beside it for a while, knows who does.
///
/// # Errors
/// Broken when the database fails.
pub(super) async fn deliver(app: &App, subscribers: &[Subscriber], centre: CentreId) -> Result<()> {
    let known: BTreeSet<&str> = subscribers.iter().map(|one| one.event).collect();
    for event in known {
        deliver_all_of(app, subscribers, centre, event).await?;
    }
    Ok(())
}

async fn deliver_all_of(
    app: &App,
    subscribers: &[Subscriber],
    centre: CentreId,
    event: &str,
) -> Result<()> {
    loop {
        let mut tx = app.db.read(centre).await?;
        let (any,) = tx.one(&store::ANY_EVENT, (event.to_owned(),)).await?;
        drop(tx);
        if !any {
            return Ok(());
        }
        let mut tx = app.db.write(centre).await?;
        let most = i64::try_from(MOST_AT_ONCE).unwrap_or(i64::MAX);
        let asked = (event.to_owned(), most);
        let events = tx.all(&store::EVENTS_LOCKED, asked).await?;
        for event in &events {
            deliver_in(&mut tx, &app.clock, subscribers, event).await?;
        }
        tx.commit().await?;
        if events.len() < MOST_AT_ONCE {
            return Ok(());
        }
    }
}

async fn deliver_in(
    tx: &mut WriteTx,
    clock: &Clock,
    subscribers: &[Subscriber],
    event: &Event,
) -> Result<()> {
    for subscriber in subscribers.iter().filter(|one| one.event == event.event) {
        let now = clock.now();
        let new = NewJob {
            job_id: JobId::new(clock),
            kind: subscriber.kind.code.to_owned(),
            subject: (subscriber.subject)(&event.subject),
            due_at: now,
            asked_by: event.emitted_by.clone(),
            asked_by_name: event.emitted_by_name.clone(),
            asked_at: now,
        };
        tx.one(&store::ENQUEUE, new).await?;
    }
    tx.execute_one(&store::TOLD, (event.event_id,)).await
}
