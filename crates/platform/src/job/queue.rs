//! Asking for jobs, in the transaction that makes them necessary.

use std::fmt;
use std::time::Duration;

use db::WriteTx;
use kernel::{Clock, JobId, OrBroken, Result};
use serde_json::json;

use super::JOB_ASK;
use super::model::JobKind;
use super::store::{self, NewJob};
use crate::audit::{self, Subject};
use crate::{App, Caller};

/// Asks for a job about a thing, to be done after a while, and answers it. Where one of the kind is open
/// about the same thing, that one is answered: it waits no longer than this asks for, is done once more
/// when it has begun already, and runs as this caller, though not the run that is under way. Locks the job's row: after whatever the act is about.
///
/// # Errors
/// Broken when the database fails.
pub async fn enqueue_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    kind: &JobKind,
    (subject, after): (impl fmt::Display, Duration),
) -> Result<JobId> {
    let asked_at = clock.now();
    let due_at = asked_at.checked_add(after).or_broken("when a job is due")?;
    let new = NewJob {
        job_id: JobId::new(clock),
        kind: kind.code.to_owned(),
        subject: subject.to_string(),
        due_at,
        asked_by: caller.actor.label(),
        asked_by_name: caller.name.clone(),
        asked_at,
    };
    let (job_id,) = tx.one(&store::ENQUEUE, new).await?;
    Ok(job_id)
}

/// [`enqueue_in`] at once, at somebody's wish: audited. Whoever authorised it calls this.
///
/// # Errors
/// As [`enqueue_in`].
pub async fn ask_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    kind: &JobKind,
    subject: impl fmt::Display,
) -> Result<JobId> {
    let detail = json!({ "kind": kind.code, "subject": subject.to_string() });
    let at_once = (subject, Duration::ZERO);
    let job_id = enqueue_in(tx, &app.clock, caller, kind, at_once).await?;
    let subject = Subject::new("job", job_id);
    audit::record(tx, &app.clock, caller, &JOB_ASK, subject, detail).await?;
    Ok(job_id)
}

/// Forgets a job that nobody has taken: what it was to do is done. For who asks for a job only in case
/// that they don't come to it themselves.
///
/// # Errors
/// Broken when the database fails.
pub async fn settle_in(tx: &mut WriteTx, kind: &JobKind, subject: impl fmt::Display) -> Result<()> {
    let of = (kind.code.to_owned(), subject.to_string());
    if let Some((job_id,)) = tx.optional(&store::WAITING_OF, of).await? {
        forget_in(tx, job_id).await?;
    }
    Ok(())
}

/// Forgets a job with its steps.
pub(super) async fn forget_in(tx: &mut WriteTx, job_id: JobId) -> Result<()> {
    tx.execute(&store::FORGET_STEPS, (job_id,)).await?;
    tx.execute_one(&store::FORGET, (job_id,)).await
}
