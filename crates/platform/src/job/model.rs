//! What a job is, how it stands, and what its steps get.

use std::future::Future;
use std::pin::Pin;

use db::WriteTx;
use kernel::{CentreId, JobId, JobLeaseId, OrBroken, Refusal, Result, StaffId};

use super::lease;
use crate::session;
use crate::{App, Caller, IdempotencyKey};

db::codes! {
    /// How a job stands.
    pub enum JobStatus {
        /// 等待: for its moment, or for a runner.
        Waiting = "waiting", "等待";
        /// 运行中: a runner holds it.
        Running = "running", "运行中";
        /// 已完成.
        Done = "done", "已完成";
        /// 已停止: it isn't tried again by itself; somebody has to look.
        Dead = "dead", "已停止";
        /// 已取消: it was dead, and somebody gave it up.
        Cancelled = "cancelled", "已取消";
    }
}

impl JobStatus {
    /// Whether it is still to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Running)
    }
}

/// A kind of job, by which crates name what they ask for.
#[derive(Debug, PartialEq, Eq)]
pub struct JobKind {
    /// The stable code, such as `business_day.close`.
    pub code: &'static str,
    /// What people call it, such as 日终.
    pub label: &'static str,
    /// The kind of thing it is about, as the audit trail names its subjects.
    pub about: &'static str,
}

/// What a step does. It answers the sentence that people are told of it.
pub type StepRunner =
    for<'a> fn(&'a Run<'a>) -> Pin<Box<dyn Future<Output = Result<String>> + Send + 'a>>;

/// A step of a job, done before the next one begins.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The stable code, such as `audit_trail`.
    pub code: &'static str,
    /// What people call it.
    pub label: &'static str,
    /// Does it.
    pub run: StepRunner,
}

/// A kind with the steps that do it.
#[derive(Clone, Copy, Debug)]
pub struct Job {
    /// The kind.
    pub kind: &'static JobKind,
    /// Its steps, in order; at least one.
    pub steps: &'static [Step],
}

/// Who waits for an event.
#[derive(Clone, Copy, Debug)]
pub struct Subscriber {
    /// The event's code, such as `business_day.closed`.
    pub event: &'static str,
    /// The job that follows from it.
    pub kind: &'static JobKind,
    /// What that job is about, by what the event is about.
    pub subject: fn(&str) -> String,
}

/// A job being given up by hand, for who has to know of it.
pub struct Cancelled<'a> {
    /// The transaction that gives it up.
    pub tx: &'a mut WriteTx,
    /// Everything a use case stands on.
    pub app: &'a App,
    /// Who gives it up.
    pub caller: &'a Caller,
    /// What it is about, as its kind names things.
    pub subject: &'a str,
    /// Why.
    pub reason: &'a str,
}

/// What has to follow in the transaction that gives a job up.
pub type CancelRunner =
    for<'a> fn(Cancelled<'a>) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// Who has to know that a job of a kind is given up: what waited for it waits no more.
#[derive(Clone, Copy, Debug)]
pub struct OnCancel {
    /// The kind.
    pub kind: &'static JobKind,
    /// What follows. It takes any subject, even of a thing that doesn't exist.
    pub run: CancelRunner,
}

/// Everything a server can do by jobs. Handed in from above, as actions are.
#[derive(Clone, Debug, Default)]
pub struct Jobs {
    /// Every kind of job.
    pub jobs: Vec<Job>,
    /// Who waits for which event.
    pub subscribers: Vec<Subscriber>,
    /// Who has to know what is given up.
    pub on_cancel: Vec<OnCancel>,
}

impl Jobs {
    /// The job of a kind, by its code.
    #[must_use]
    pub fn of(&self, code: &str) -> Option<&Job> {
        self.jobs.iter().find(|job| job.kind.code == code)
    }

    /// What people call a kind; its code where this version of the program doesn't know it.
    #[must_use]
    pub fn label_of<'a>(&self, code: &'a str) -> &'a str {
        self.of(code).map_or(code, |job| job.kind.label)
    }

    /// The kind of thing that jobs of a kind are about; none where this version of the program doesn't
    /// know it.
    #[must_use]
    pub fn about_of(&self, code: &str) -> Option<&'static str> {
        self.of(code).map(|job| job.kind.about)
    }
}

/// A job that a runner holds.
#[derive(Clone, Debug)]
pub(super) struct Claimed {
    pub(super) centre: CentreId,
    pub(super) job_id: JobId,
    pub(super) lease_id: JobLeaseId,
    pub(super) kind: String,
    pub(super) subject: String,
    pub(super) asked_by: String,
    pub(super) asked_by_name: String,
    /// How often it was taken, this time included.
    pub(super) attempts: i64,
    /// The so-manieth time that it is done from its first step on.
    pub(super) run_no: i64,
}

/// What a step gets.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    /// Everything a use case stands on.
    pub app: &'a App,
    pub(super) claimed: &'a Claimed,
    pub(super) kind: &'static JobKind,
    pub(super) step_no: i64,
}

impl Run<'_> {
    /// The centre it runs in.
    #[must_use]
    pub const fn centre(&self) -> CentreId {
        self.claimed.centre
    }

    /// What it is about.
    ///
    /// # Errors
    /// Broken when that isn't how its kind names things.
    pub fn subject<T: std::str::FromStr>(&self) -> Result<T> {
        let subject = &self.claimed.subject;
        subject.parse().ok().or_broken("what a job is about")
    }

    /// A key under which a step does something once, however often it is tried. When the job was asked
    /// for again while it ran, the run that follows has keys of its own: it does anew.
    ///
    /// # Errors
    /// Broken when it can't be one.
    pub fn key(&self) -> Result<IdempotencyKey> {
        let (job, run_no, step) = (self.claimed.job_id, self.claimed.run_no, self.step_no);
        let key = format!("job-{job}-{run_no}-{step}").parse();
        key.ok().or_broken("the key of a job's step")
    }

    /// Who asked for it last before it was taken, with the rights of this moment; the system itself
    /// where it did.
    ///
    /// # Errors
    /// `job_asker_left` (conflict) when that is somebody who has left.
    pub async fn caller(&self) -> Result<Caller> {
        let Some(staff) = asking_staff(&self.claimed.asked_by)? else {
            return Ok(Caller::system(self.kind.code, self.centre()));
        };
        let mut tx = self.app.db.read(self.centre()).await?;
        let caller = session::caller_of_staff_in(&mut tx, staff).await?;
        Ok(caller.ok_or_else(|| left(&self.claimed.asked_by_name))?)
    }

    /// Tells how far the step is, in whatever it counts, for those who watch. Every few hundred
    /// milliseconds at most: each time is a short transaction.
    ///
    /// # Errors
    /// Broken when the lease is lost, so that the step stops where it is.
    pub async fn tell(&self, done: i64, total: i64) -> Result<()> {
        lease::tell(self.app, self.claimed, self.step_no, (done, total)).await
    }

    /// Holds the job until the transaction ends: no other runner can take it over meanwhile. Locks
    /// the job's row, after whatever the act is about.
    ///
    /// # Errors
    /// Broken when the lease is lost.
    pub async fn hold_in(&self, tx: &mut WriteTx) -> Result<()> {
        lease::hold_in(tx, self.claimed).await
    }
}

/// The staff member whom a label names; none where the system asked.
pub(super) fn asking_staff(asked_by: &str) -> Result<Option<StaffId>> {
    let staff = asked_by.strip_prefix("staff:").map(str::parse);
    staff.transpose().ok().or_broken("who asked for a job")
}

fn left(name: &str) -> Refusal {
    let sentence = format!("提交人{name}已离职，该任务不能再办理");
    Refusal::conflict("job_asker_left", sentence)
}
