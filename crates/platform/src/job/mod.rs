//! 系统任务: work that is done apart from the request that asked for it, and is done whatever happens.
//!
//! A job is written in the transaction that makes it necessary ([`enqueue_in`]); what a crate tells
//! without knowing who listens is an event, written likewise ([`outbox::emit_in`]) and turned into
//! jobs. So nothing is lost between a commit and what has to follow from it, and nothing follows from
//! what was rolled back.
//!
//! A job names what it is about (`subject`) and holds no argument: what else it needs stands in the rows
//! of that thing, as they are when it runs. Of a kind and a subject one job is open at a time, by a
//! unique index; asked for again when it has begun, it is done once more afterwards. It runs with the
//! rights of who asked for it last, as they are then; who retries a dead one takes the place of an asker
//! who has left.
//!
//! | from | to | by |
//! |---|---|---|
//! | waiting, due | running | a runner that takes a lease ([`work`]) |
//! | running, lease lapsed | running | another runner, which goes on at the step |
//! | running | done | its last step ended; waiting, when it was asked for again meanwhile |
//! | running | waiting, later | something broke: [`rule::after_failure`] |
//! | running | dead | what a rule refused; what broke the tenth time; waiting, when it was asked for again meanwhile |
//! | running | waiting, later | this version of the program doesn't know its kind: another's may |
//! | dead | waiting, cancelled | [`retry`], [`cancel`] |
//!
//! Contract: a step is done at least once. Its outcome is taken only from the runner that holds the
//! lease; a runner that has lost it, though it doesn't know, may still be in the middle of a transaction. So
//! a step's own transactions must bear being done again: under [`Run::key`], or by locking what they
//! change. What must not even be begun twice calls [`Run::hold_in`] in its transaction.
//!
//! Bounds: [`work::MAX_RUNNING`] jobs at once in a server, [`work::MAX_OF_CENTRE`] of one centre; a lease
//! of [`lease::LEASE`], renewed while the job runs.
//!
//! What is deliberately absent: schedules by the clock (a day's work hangs on its close), priorities,
//! arguments.

pub mod outbox;

mod lease;
mod list;
mod model;
mod queue;
mod retry;
mod rule;
mod store;
mod sweep;
mod work;

pub use list::{JobCounts, JobView, StepView, counts_in, jobs, show, undone_of};
pub use model::{
    CancelRunner, Cancelled, Job, JobKind, JobStatus, Jobs, OnCancel, Run, Step, StepRunner,
    Subscriber,
};
pub use queue::{ask_in, enqueue_in, settle_in};
pub use retry::{cancel, retry};
pub use rule::MAX_ATTEMPTS;
pub use store::{JOBS, JobRow};
pub use sweep::{SWEEP, SWEEP_STEPS};
pub use work::{run_due, work};

pub(crate) use store::STATEMENTS;

use crate::Action;

/// Looking at jobs.
pub const JOB_READ: Action = Action {
    code: "job.read",
    label: "查看系统任务",
};
/// Having a dead job tried again.
pub const JOB_RETRY: Action = Action {
    code: "job.retry",
    label: "重试系统任务",
};
/// Giving a dead job up.
pub const JOB_CANCEL: Action = Action {
    code: "job.cancel",
    label: "取消系统任务",
};
/// Asking for a job. It follows from what is asked, so nobody is granted it.
pub(crate) const JOB_ASK: Action = Action {
    code: "job.ask",
    label: "提交系统任务",
};

#[cfg(test)]
mod tests;
