//! Looking at jobs: all of them, and one with its steps.

use std::fmt;

use db::{ListQuery, Listing, ReadTx};
use kernel::{Instant, JobId, Refusal, Result};

use super::model::{JobKind, JobStatus, Jobs, Step};
use super::store::{self, JOBS, JobRow, StepRow};
use super::{JOB_CANCEL, JOB_READ, JOB_RETRY};
use crate::{App, Caller, Scope};

/// A job with its steps, as its page shows it.
#[derive(Clone, Debug)]
pub struct JobView {
    /// What the list shows of it.
    pub row: JobRow,
    /// What people call its kind.
    pub label: String,
    /// Its steps in order, those included that it hasn't come to.
    pub steps: Vec<StepView>,
    /// What broke inside; only for who may have it tried again.
    pub problem_detail: Option<String>,
    /// What the caller may do with it: `retry`, `cancel`.
    pub can: Vec<&'static str>,
}

/// A step.
#[derive(Clone, Debug)]
pub struct StepView {
    /// What people call it.
    pub label: String,
    /// How far it is, in whatever it counts.
    pub done: i64,
    /// How much there is of that; 0 where it isn't known.
    pub total: i64,
    /// What came of it.
    pub told: Option<String>,
    /// When it began; none when the job hasn't come to it.
    pub begun_at: Option<Instant>,
    /// When it was done.
    pub ended_at: Option<Instant>,
}

/// Lists jobs, the latest first. Filters: `status`, `kind`, `subject`.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn jobs(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<JobRow>> {
    app.enforce(caller, &JOB_READ, Scope::Centre).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    tx.list(&JOBS, query).await
}

/// One job with its steps. Whoever asked for it sees it too.
///
/// # Errors
/// `action_forbidden`; `job_unknown` (not found).
pub async fn show(app: &App, known: &Jobs, caller: &Caller, id: JobId) -> Result<JobView> {
    let mut tx = app.db.read(caller.centre()).await?;
    let row = tx.optional(&store::JOB_BY_ID, (id,)).await?;
    let steps = tx.all(&store::STEPS_OF, (id,)).await?;
    let detail = tx.optional(&store::PROBLEM_DETAIL, (id,)).await?;
    drop(tx);
    let own = row
        .as_ref()
        .is_some_and(|row| row.asked_by == caller.actor.label());
    if !own {
        app.enforce(caller, &JOB_READ, Scope::Centre).await?;
    }
    let row = row.ok_or_else(unknown)?;
    let looks_inside = caller.may(&JOB_RETRY, Scope::Centre);
    Ok(JobView {
        label: known.label_of(&row.kind).to_owned(),
        steps: views(known.of(&row.kind).map_or(&[], |job| job.steps), &steps),
        problem_detail: detail.and_then(|(text,)| text).filter(|_| looks_inside),
        can: can(caller, &row),
        row,
    })
}

/// How many jobs there are that are not over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JobCounts {
    /// Those that wait for a runner or for their time.
    pub waiting: i64,
    /// Those that a runner has.
    pub running: i64,
    /// Those that somebody has to look at.
    pub dead: i64,
    /// When the first of those that wait may be taken.
    pub oldest_due_at: Option<Instant>,
}

/// Counts the jobs that are not over.
///
/// # Errors
/// Broken when the database fails.
pub async fn counts_in(tx: &mut ReadTx) -> Result<JobCounts> {
    let mut counts = JobCounts::default();
    for (status, count, due_at) in tx.all(&store::COUNTS, ()).await? {
        match status {
            JobStatus::Waiting => (counts.waiting, counts.oldest_due_at) = (count, Some(due_at)),
            JobStatus::Running => counts.running = count,
            JobStatus::Dead => counts.dead = count,
            JobStatus::Done | JobStatus::Cancelled => {}
        }
    }
    Ok(counts)
}

/// The last job of a kind about a thing, while it is open or dead: for the pages of those things, which
/// authorise their readers themselves.
///
/// # Errors
/// Broken when the database fails.
pub async fn undone_of(
    tx: &mut ReadTx,
    kind: &JobKind,
    subject: impl fmt::Display,
) -> Result<Option<JobId>> {
    let of = (kind.code.to_owned(), subject.to_string());
    let found = tx.optional(&store::UNDONE_OF, of).await?;
    Ok(found.map(|(id,)| id))
}

fn can(caller: &Caller, row: &JobRow) -> Vec<&'static str> {
    let may = [("retry", &JOB_RETRY), ("cancel", &JOB_CANCEL)];
    let may = may
        .into_iter()
        .filter(|(_, action)| row.status == JobStatus::Dead && caller.may(action, Scope::Centre));
    may.map(|(verb, _)| verb).collect()
}

/// The steps that are known of, each with what is stored of it.
fn views(known: &[Step], begun: &[StepRow]) -> Vec<StepView> {
    let view = |(step_no, step): (i64, &Step)| {
        let row = begun.iter().find(|row| row.step_no == step_no);
        StepView {
            label: step.label.to_owned(),
            done: row.map_or(0, |row| row.done),
            total: row.map_or(0, |row| row.total),
            told: row.and_then(|row| row.told.clone()),
            begun_at: row.map(|row| row.begun_at),
            ended_at: row.and_then(|row| row.ended_at),
        }
    };
    (1..).zip(known).map(view).collect()
}

pub(super) fn unknown() -> Refusal {
    Refusal::not_found("job_unknown", "没有这个系统任务")
}
