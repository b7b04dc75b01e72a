//! What people do with dead jobs: have them tried again, or give them up.

use db::{Digest, WriteTx};
use kernel::{JobId, Refusal, Result};
use serde_json::{Value, json};

use super::list::unknown;
use super::model::{Cancelled, JobStatus, Jobs, asking_staff};
use super::store::{self, JobRow};
use super::{JOB_CANCEL, JOB_RETRY};
use crate::audit::{self, Subject};
use crate::session;
use crate::{Action, App, Caller, Decision, IdempotencyKey, Once, Scope};

/// The longest reason, in characters.
const LONGEST_REASON: usize = 200;

/// Has a dead job tried again, at the step that it died at and as often as a new one. It stays its
/// asker's, with their rights; where they have left it becomes the caller's.
///
/// # Errors
/// `action_forbidden`; `job_unknown` (not found); `job_not_dead`, `job_asked_anew` (conflicts); those of
/// [`App::write_once`].
pub async fn retry(app: &App, caller: &Caller, key: &IdempotencyKey, id: JobId) -> Result<()> {
    app.enforce(caller, &JOB_RETRY, Scope::Centre).await?;
    let hash = Digest::new(JOB_RETRY.code).column(id).finish();
    let Once::Fresh(mut tx) = app.write_once(caller, &JOB_RETRY, key, hash).await? else {
        return Ok(());
    };
    let job = dead_in(&mut tx, id, "重试").await?;
    let (asked_by, asked_by_name) = asker_in(&mut tx, caller, &job).await?;
    let revived = (id, app.clock.now(), asked_by, asked_by_name);
    if tx.execute(&store::REVIVE, revived).await? == 0 {
        return Err(asked_anew().into());
    }
    let detail = json!({ "kind": job.kind, "subject": job.subject });
    tell(&mut tx, app, caller, &JOB_RETRY, (&job, detail)).await?;
    tx.finish(id).await?;
    app.wake_jobs();
    Ok(())
}

/// For whom a job runs that `caller` has tried again: its asker, unless they have left.
async fn asker_in(tx: &mut WriteTx, caller: &Caller, job: &JobRow) -> Result<(String, String)> {
    let gone = match asking_staff(&job.asked_by)? {
        Some(staff) => session::caller_of_staff_in(tx, staff).await?.is_none(),
        None => false,
    };
    Ok(match gone {
        true => (caller.actor.label(), caller.name.clone()),
        false => (job.asked_by.clone(), job.asked_by_name.clone()),
    })
}

/// Gives a dead job up, with a reason: what it was to do isn't done, and who has to know it is told in
/// the same transaction.
///
/// # Errors
/// `action_forbidden`; `job_cancel_reason_invalid`; `job_unknown` (not found); `job_not_dead`
/// (conflict); those of [`App::write_once`].
pub async fn cancel(
    app: &App,
    known: &Jobs,
    caller: &Caller,
    key: &IdempotencyKey,
    id: JobId,
    reason: &str,
) -> Result<()> {
    app.enforce(caller, &JOB_CANCEL, Scope::Centre).await?;
    let reason = checked_reason(reason)?;
    let hash = Digest::new(JOB_CANCEL.code)
        .column(id)
        .text(&reason)
        .finish();
    let Once::Fresh(mut tx) = app.write_once(caller, &JOB_CANCEL, key, hash).await? else {
        return Ok(());
    };
    let job = dead_in(&mut tx, id, "取消").await?;
    let cancelled = (id, app.clock.now(), reason.clone());
    tx.execute_one(&store::CANCEL, cancelled).await?;
    let detail = json!({ "kind": job.kind, "subject": job.subject, "reason": reason });
    tell(&mut tx, app, caller, &JOB_CANCEL, (&job, detail)).await?;
    for follows in known
        .on_cancel
        .iter()
        .filter(|one| one.kind.code == job.kind)
    {
        let cancelled = Cancelled {
            tx: &mut tx,
            app,
            caller,
            subject: &job.subject,
            reason: &reason,
        };
        (follows.run)(cancelled).await?;
    }
    tx.finish(id).await
}

async fn tell(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    action: &Action,
    (job, detail): (&JobRow, Value),
) -> Result<()> {
    let subject = Subject::new("job", job.job_id);
    audit::record(tx, &app.clock, caller, action, subject, detail).await
}

async fn dead_in(tx: &mut WriteTx, id: JobId, verb: &str) -> Result<JobRow> {
    let job = tx.optional(&store::JOB_LOCKED, (id,)).await?;
    let job = job.ok_or_else(unknown)?;
    if job.status != JobStatus::Dead {
        let status = job.status.label();
        let sentence = format!("该任务{status}，只有已停止的任务才能{verb}");
        return Err(Refusal::conflict("job_not_dead", sentence).into());
    }
    Ok(job)
}

fn asked_anew() -> Refusal {
    let sentence = "同一任务已另行提交，正在等待或运行，不必重试";
    Refusal::conflict("job_asked_anew", sentence)
}

fn checked_reason(text: &str) -> Decision<String> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST_REASON {
        let sentence = format!("请填写取消原因，不超过{LONGEST_REASON}字");
        return Err(Refusal::invalid("job_cancel_reason_invalid", sentence).at("reason"));
    }
    Ok(text.to_owned())
}
