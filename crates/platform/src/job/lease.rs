//! Leases: who works on a job, and whose outcome is taken.
//!
//! A lease is an id of its own. Taking a job writes it into the job's row; whatever a runner records
//! of the job asks for it. A runner that is thought dead and isn't finds another one there, and
//! nothing that it says is taken. Times are those of the servers' clocks: servers that differ by
//! seconds differ by that in how soon they take over.

use std::time::Duration;

use db::WriteTx;
use kernel::{CentreId, Error, Instant, JobId, JobLeaseId, OrBroken, Refusal, Result};

use super::model::{Claimed, JobStatus};
use super::rule::{self, Fate};
use super::store::{self, Failed};
use crate::App;

/// How long a runner holds a job without a sign of life: after a crash it is taken over by then.
pub(super) const LEASE: Duration = Duration::from_secs(60);
/// How often a runner says that it lives: so that two signs may be lost.
pub(super) const RENEW_EVERY: Duration = Duration::from_secs(20);
/// How many due jobs are looked at for one that nobody else takes.
const LOOKED_AT: i64 = 8;
/// What people are told of something that broke; the rest is for those who run the system.
const BROKE: &str = "系统内部出错，将自动重试；反复出错请联系系统管理员";
/// How long a job waits that a program gives back because it doesn't know its kind: for one that does.
const UNKNOWN_WAIT: Duration = Duration::from_secs(60);
/// Of a job that waits for another version of the program.
const UNKNOWN: &str = "本版本的程序没有这种任务，等待其他服务器办理";
/// Of a job whose runner vanished every time.
const VANISHED: &str = "运行多次被中断，没有完成，请系统管理员检查后重试";

/// Takes a job of the centre that is due, when there is one.
pub(super) async fn claim(app: &App, centre: CentreId) -> Result<Option<Claimed>> {
    let now = app.clock.now();
    // Looking first costs the embedded database no turn of its one writer.
    let mut tx = app.db.read(centre).await?;
    let due = tx.all(&store::DUE, (now, LOOKED_AT)).await?;
    drop(tx);
    for (job_id, status, attempts) in due {
        if status == JobStatus::Running && !rule::may_take_over(attempts) {
            bury(app, centre, job_id).await?;
            continue;
        }
        if let Some(claimed) = take(app, centre, job_id, now).await? {
            return Ok(Some(claimed));
        }
    }
    Ok(None)
}

async fn take(app: &App, centre: CentreId, job_id: JobId, now: Instant) -> Result<Option<Claimed>> {
    let lease_id = JobLeaseId::new(&app.clock);
    let mut tx = app.db.write(centre).await?;
    let asked = (job_id, lease_id, lease_end(now)?, now);
    let Some(taken) = tx.optional(&store::TAKE, asked).await? else {
        return Ok(None);
    };
    tx.commit().await?;
    Ok(Some(Claimed {
        centre,
        job_id,
        lease_id,
        kind: taken.kind,
        subject: taken.subject,
        asked_by: taken.asked_by,
        asked_by_name: taken.asked_by_name,
        attempts: taken.attempts,
        run_no: taken.run_no,
    }))
}

async fn bury(app: &App, centre: CentreId, job_id: JobId) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.write(centre).await?;
    let lapsed = tx.optional(&store::LAPSED_LOCKED, (job_id, now)).await?;
    let Some((kind, subject, attempts, again)) = lapsed else {
        return Ok(());
    };
    match again {
        true => begin_again_in(&mut tx, job_id, now).await?,
        false => {
            let buried = (job_id, now, VANISHED.to_owned());
            tx.execute_one(&store::BURY, buried).await?;
        }
    }
    tx.commit().await?;
    let error = "its runner vanished every time";
    tracing::error!(job = %job_id, kind, subject, attempts, again, error, "a job is dead");
    Ok(())
}

/// A run of the job has ended, and it was asked for again meanwhile: it waits for another, from the
/// first step on.
async fn begin_again_in(tx: &mut WriteTx, job_id: JobId, now: Instant) -> Result<()> {
    tx.execute(&store::FORGET_STEPS, (job_id,)).await?;
    tx.execute_one(&store::BEGIN_AGAIN, (job_id, now)).await
}

fn lease_end(now: Instant) -> Result<Instant> {
    now.checked_add(LEASE).or_broken("the end of a lease")
}

/// Says that the runner lives; whether it still holds the job.
///
/// # Errors
/// Broken when the database fails.
pub(super) async fn renew(app: &App, claimed: &Claimed) -> Result<bool> {
    let mut tx = app.db.write(claimed.centre).await?;
    let until = lease_end(app.clock.now())?;
    let renewed = (claimed.job_id, claimed.lease_id, until);
    let held = tx.execute(&store::RENEW, renewed).await? == 1;
    tx.commit().await?;
    Ok(held)
}

/// Keeps the job from being taken over until the transaction ends.
///
/// # Errors
/// Broken when the runner holds it no more.
pub(super) async fn hold_in(tx: &mut WriteTx, claimed: &Claimed) -> Result<()> {
    again_in(tx, claimed).await.map(|_| ())
}

async fn again_in(tx: &mut WriteTx, claimed: &Claimed) -> Result<bool> {
    let held = (claimed.job_id, claimed.lease_id);
    let held = tx.optional(&store::HELD_LOCKED, held).await?;
    held.map(|(again,)| again).ok_or_else(|| lost(claimed))
}

pub(super) fn lost(claimed: &Claimed) -> Error {
    Error::broken(format!("another runner has taken job {}", claimed.job_id))
}

/// Notes how far a step is.
///
/// # Errors
/// Broken when the runner holds the job no more.
pub(super) async fn tell(
    app: &App,
    claimed: &Claimed,
    step_no: i64,
    (done, total): (i64, i64),
) -> Result<()> {
    let mut tx = app.db.write(claimed.centre).await?;
    hold_in(&mut tx, claimed).await?;
    let told = (claimed.job_id, step_no, done, total);
    tx.execute(&store::TELL_STEP, told).await?;
    tx.commit().await
}

/// Notes that a step begins.
///
/// # Errors
/// Broken when the runner holds the job no more.
pub(super) async fn begin_step(app: &App, claimed: &Claimed, step_no: i64) -> Result<()> {
    let mut tx = app.db.write(claimed.centre).await?;
    hold_in(&mut tx, claimed).await?;
    let begun = (claimed.job_id, step_no, app.clock.now());
    tx.execute(&store::BEGIN_STEP, begun).await?;
    tx.commit().await
}

/// Notes that a step is done; with the last one the job is, or begins anew when it was asked for
/// again.
///
/// # Errors
/// Broken when the runner holds the job no more.
pub(super) async fn end_step(
    app: &App,
    claimed: &Claimed,
    (step_no, last): (i64, bool),
    told: String,
) -> Result<()> {
    let (now, job_id) = (app.clock.now(), claimed.job_id);
    let mut tx = app.db.write(claimed.centre).await?;
    let again = again_in(&mut tx, claimed).await?;
    tx.execute_one(&store::END_STEP, (job_id, step_no, now, told))
        .await?;
    match (last, again) {
        (false, _) => {}
        (true, false) => tx.execute_one(&store::END, (job_id, now)).await?,
        (true, true) => begin_again_in(&mut tx, job_id, now).await?,
    }
    tx.commit().await
}

/// Notes what kept the job from being done, and when it is tried again, if it is: one that is dead and
/// was asked for again meanwhile begins anew. Nothing when the runner holds it no more.
///
/// # Errors
/// Broken when the database fails: then the lease lapses.
pub(super) async fn fail(app: &App, claimed: &Claimed, error: &Error) -> Result<()> {
    let now = app.clock.now();
    let fate = rule::after_failure(error, claimed.attempts, claimed.job_id);
    let (status, due_at, ended_at) = match fate {
        Fate::Again(wait) => {
            let due_at = now.checked_add(wait).or_broken("when a job is due")?;
            (JobStatus::Waiting, due_at, None)
        }
        Fate::Dead => (JobStatus::Dead, now, Some(now)),
    };
    let failed = Failed {
        job_id: claimed.job_id,
        lease_id: claimed.lease_id,
        status,
        due_at,
        problem: error.refusal().map_or(BROKE, Refusal::sentence).to_owned(),
        problem_detail: chain_of(error),
        ended_at,
    };
    let mut tx = app.db.write(claimed.centre).await?;
    let held = (claimed.job_id, claimed.lease_id);
    let Some((again,)) = tx.optional(&store::HELD_LOCKED, held).await? else {
        log_lost(claimed, error);
        return Ok(());
    };
    match (fate, again) {
        (Fate::Dead, true) => begin_again_in(&mut tx, claimed.job_id, now).await?,
        _ => tx.execute_one(&store::FAIL, failed).await?,
    }
    tx.commit().await?;
    log(claimed, error, fate, again);
    Ok(())
}

fn log(claimed: &Claimed, error: &Error, fate: Fate, again: bool) {
    let (job, kind, subject) = (claimed.job_id, &claimed.kind, &claimed.subject);
    let attempts = claimed.attempts;
    match fate {
        Fate::Again(wait) => {
            tracing::warn!(%job, kind, subject, attempts, ?wait, %error, "a job is tried again");
        }
        Fate::Dead => {
            tracing::error!(%job, kind, subject, attempts, again, %error, "a job is dead");
        }
    }
}

/// What came of it is the other runner's to say.
fn log_lost(claimed: &Claimed, error: &Error) {
    let (job, kind) = (claimed.job_id, &claimed.kind);
    tracing::info!(%job, kind, %error, "a job was lost to another runner");
}

/// What an error says of itself and of what caused it.
fn chain_of(error: &Error) -> String {
    let mut text = match error {
        Error::Refused(refusal) => refusal.code().to_owned(),
        Error::Broken(broken) => broken.to_string(),
    };
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        let cause_text = cause.to_string();
        if !text.ends_with(&cause_text) {
            text.push_str(": ");
            text.push_str(&cause_text);
        }
        source = cause.source();
    }
    text
}

/// Gives a job back of which this program knows nothing: an older server, beside newer ones, must
/// neither do nor end what they asked for. It counts no attempt.
///
/// # Errors
/// Broken when the database fails: then the lease lapses.
pub(super) async fn postpone_unknown(app: &App, claimed: &Claimed) -> Result<()> {
    let due_at = app.clock.now().checked_add(UNKNOWN_WAIT);
    let due_at = due_at.or_broken("when a job is due")?;
    let mut tx = app.db.write(claimed.centre).await?;
    let given_back = (claimed.job_id, claimed.lease_id, due_at, UNKNOWN.to_owned());
    tx.execute(&store::POSTPONE, given_back).await?;
    tx.commit().await?;
    let (job, kind) = (claimed.job_id, &claimed.kind);
    tracing::warn!(%job, kind, "a job of a kind that this program doesn't know is given back");
    Ok(())
}

/// Gives the job back: the server stops.
///
/// # Errors
/// Broken when the database fails: then the lease lapses.
pub(super) async fn release(app: &App, claimed: &Claimed) -> Result<()> {
    let mut tx = app.db.write(claimed.centre).await?;
    let released = (claimed.job_id, claimed.lease_id, app.clock.now());
    tx.execute(&store::RELEASE, released).await?;
    tx.commit().await
}
