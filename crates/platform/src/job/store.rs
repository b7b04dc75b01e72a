//! The statements of jobs and of the outbox.

use db::{Kind, List, ListColumn, ListInfo, Op};
use kernel::{Instant, JobId, JobLeaseId, OutboxEventId};

use super::model::JobStatus;

/// The columns of a [`JobRow`], in its order.
macro_rules! job_columns {
    () => {
        "j.job_id, j.kind, j.subject, j.status, j.attempts, j.due_at, j.problem, j.asked_by, \
         j.asked_by_name, j.asked_at, j.ended_at, j.cancel_reason"
    };
}

db::row! {
    /// A job as the list shows it.
    pub struct JobRow {
        /// Its id.
        pub job_id: JobId,
        /// Its kind: a code.
        pub kind: String,
        /// What it is about, as its kind names things.
        pub subject: String,
        /// How it stands.
        pub status: JobStatus,
        /// How often a runner took it since it was asked for or tried again by hand.
        pub attempts: i64,
        /// When a runner may take it: while it runs, the end of its runner's lease.
        pub due_at: Instant,
        /// What kept it from being done the last time, in a sentence.
        pub problem: Option<String>,
        /// The label of who asked for it.
        pub asked_by: String,
        /// The name then.
        pub asked_by_name: String,
        /// When.
        pub asked_at: Instant,
        /// When it was done, died or was given up.
        pub ended_at: Option<Instant>,
        /// Why it was given up.
        pub cancel_reason: Option<String>,
    }
}

db::row! {
    /// A job being asked for.
    pub(super) struct NewJob {
        pub(super) job_id: JobId,
        pub(super) kind: String,
        pub(super) subject: String,
        pub(super) due_at: Instant,
        pub(super) asked_by: String,
        pub(super) asked_by_name: String,
        pub(super) asked_at: Instant,
    }
}

db::row! {
    /// A job that a runner has taken.
    pub(super) struct Taken {
        pub(super) kind: String,
        pub(super) subject: String,
        pub(super) asked_by: String,
        pub(super) asked_by_name: String,
        pub(super) attempts: i64,
        pub(super) run_no: i64,
    }
}

db::row! {
    /// What a failure leaves.
    pub(super) struct Failed {
        pub(super) job_id: JobId,
        pub(super) lease_id: JobLeaseId,
        pub(super) status: JobStatus,
        pub(super) due_at: Instant,
        pub(super) problem: String,
        pub(super) problem_detail: String,
        pub(super) ended_at: Option<Instant>,
    }
}

db::row! {
    /// A step that was begun.
    pub(super) struct StepRow {
        pub(super) step_no: i64,
        pub(super) done: i64,
        pub(super) total: i64,
        pub(super) told: Option<String>,
        pub(super) begun_at: Instant,
        pub(super) ended_at: Option<Instant>,
    }
}

db::row! {
    /// Something that happened.
    pub(super) struct Event {
        pub(super) event_id: OutboxEventId,
        pub(super) event: String,
        pub(super) subject: String,
        pub(super) emitted_by: String,
        pub(super) emitted_by_name: String,
        pub(super) emitted_at: Instant,
    }
}

db::statements! {
    /// A job, or the one that is open already: it waits no longer than asked now, is done once more
    /// when it has begun, and is who asks now's.
    ENQUEUE: NewJob => (JobId,) =
        "INSERT INTO job (centre_id, job_id, kind, subject, status, again, run_no, attempts,
             due_at, asked_by, asked_by_name, asked_at)
         VALUES ($1, $2, $3, $4, 'waiting', FALSE, 1, 0, $5, $6, $7, $8)
         ON CONFLICT (centre_id, kind, subject) WHERE status IN ('waiting', 'running')
         DO UPDATE SET
             again = (job.again OR job.status = 'running' OR EXISTS (
                 SELECT 1 FROM job_step s
                 WHERE s.centre_id = job.centre_id AND s.job_id = job.job_id)),
             asked_by = excluded.asked_by, asked_by_name = excluded.asked_by_name,
             asked_at = excluded.asked_at,
             due_at = CASE WHEN job.status = 'waiting' AND excluded.due_at < job.due_at
                 THEN excluded.due_at ELSE job.due_at END
         RETURNING job_id";
    /// What runners may take, the longest due first.
    DUE: (Instant, i64) => (JobId, JobStatus, i64) =
        "SELECT job_id, status, attempts FROM job
         WHERE centre_id = $1 AND status IN ('waiting', 'running') AND due_at <= $2
         ORDER BY due_at, job_id LIMIT $3";
    /// A runner takes a job; no row when another was quicker.
    TAKE: (JobId, JobLeaseId, Instant, Instant) => Taken =
        "UPDATE job SET status = 'running', lease_id = $3, due_at = $4, attempts = attempts + 1
         WHERE centre_id = $1 AND job_id = $2 AND status IN ('waiting', 'running')
             AND due_at <= $5
         RETURNING kind, subject, asked_by, asked_by_name, attempts, run_no";
    /// The runner goes on holding it; no row when it holds it no more.
    RENEW: (JobId, JobLeaseId, Instant) => () =
        "UPDATE job SET due_at = $4
         WHERE centre_id = $1 AND job_id = $2 AND lease_id = $3 AND status = 'running'";
    /// The job, if the runner holds it, kept from being taken over.
    HELD_LOCKED [for update]: (JobId, JobLeaseId) => (bool,) =
        "SELECT again FROM job
         WHERE centre_id = $1 AND job_id = $2 AND lease_id = $3 AND status = 'running'";
    /// Every step of the job is done.
    END: (JobId, Instant) => () =
        "UPDATE job SET status = 'done', lease_id = NULL, problem = NULL, problem_detail = NULL,
             ended_at = $3
         WHERE centre_id = $1 AND job_id = $2";
    /// A run has ended, in whatever way, and the job was asked for again meanwhile.
    BEGIN_AGAIN: (JobId, Instant) => () =
        "UPDATE job SET status = 'waiting', again = FALSE, run_no = run_no + 1,
             lease_id = NULL, attempts = 0, due_at = $3, problem = NULL, problem_detail = NULL
         WHERE centre_id = $1 AND job_id = $2";
    /// It failed, in the hands of its runner.
    FAIL: Failed => () =
        "UPDATE job SET status = $4, due_at = $5, problem = $6, problem_detail = $7, ended_at = $8,
             lease_id = NULL
         WHERE centre_id = $1 AND job_id = $2 AND lease_id = $3 AND status = 'running'";
    /// The runner gives it back untouched, as when the server stops.
    RELEASE: (JobId, JobLeaseId, Instant) => () =
        "UPDATE job SET status = 'waiting', attempts = attempts - 1, due_at = $4, lease_id = NULL
         WHERE centre_id = $1 AND job_id = $2 AND lease_id = $3 AND status = 'running'";
    /// The runner gives it back untouched and says why: its program doesn't know such jobs.
    POSTPONE: (JobId, JobLeaseId, Instant, String) => () =
        "UPDATE job SET status = 'waiting', attempts = attempts - 1, due_at = $4, problem = $5,
             lease_id = NULL
         WHERE centre_id = $1 AND job_id = $2 AND lease_id = $3 AND status = 'running'";
    /// A job whose lease has lapsed, kept from being taken over.
    LAPSED_LOCKED [for update]: (JobId, Instant) => (String, String, i64, bool) =
        "SELECT kind, subject, attempts, again FROM job
         WHERE centre_id = $1 AND job_id = $2 AND status = 'running' AND due_at <= $3";
    /// Its runner vanished once too often.
    BURY: (JobId, Instant, String) => () =
        "UPDATE job SET status = 'dead', problem = $4, lease_id = NULL, ended_at = $3
         WHERE centre_id = $1 AND job_id = $2 AND status = 'running' AND due_at <= $3";
    /// A step begins; nothing when it has begun before.
    BEGIN_STEP: (JobId, i64, Instant) => () =
        "INSERT INTO job_step (centre_id, job_id, step_no, done, total, begun_at)
         VALUES ($1, $2, $3, 0, 0, $4) ON CONFLICT (centre_id, job_id, step_no) DO NOTHING";
    /// How far a step is.
    TELL_STEP: (JobId, i64, i64, i64) => () =
        "UPDATE job_step SET done = $4, total = $5
         WHERE centre_id = $1 AND job_id = $2 AND step_no = $3 AND ended_at IS NULL";
    /// A step ends.
    END_STEP: (JobId, i64, Instant, String) => () =
        "UPDATE job_step SET ended_at = $4, told = $5
         WHERE centre_id = $1 AND job_id = $2 AND step_no = $3 AND ended_at IS NULL";
    /// The steps that a job has begun, in order.
    STEPS_OF: (JobId,) => StepRow =
        "SELECT step_no, done, total, told, begun_at, ended_at FROM job_step
         WHERE centre_id = $1 AND job_id = $2 ORDER BY step_no";
    /// The steps of a job are forgotten.
    FORGET_STEPS: (JobId,) => () =
        "DELETE FROM job_step WHERE centre_id = $1 AND job_id = $2";
    /// A job of a kind about a thing that nobody has taken.
    WAITING_OF [for update]: (String, String) => (JobId,) =
        "SELECT job_id FROM job
         WHERE centre_id = $1 AND kind = $2 AND subject = $3 AND status = 'waiting'";
    /// The last job of a kind about a thing, unless it was done or given up.
    UNDONE_OF: (String, String) => (JobId,) =
        "SELECT job_id FROM job
         WHERE centre_id = $1 AND kind = $2 AND subject = $3
             AND status IN ('waiting', 'running', 'dead')
         ORDER BY job_id DESC LIMIT 1";
    /// A job is forgotten.
    FORGET: (JobId,) => () =
        "DELETE FROM job WHERE centre_id = $1 AND job_id = $2";
    /// A job.
    JOB_BY_ID: (JobId,) => JobRow =
        concat!("SELECT ", job_columns!(), " FROM job j WHERE j.centre_id = $1 AND j.job_id = $2");
    /// What broke inside, for those who run the system.
    PROBLEM_DETAIL: (JobId,) => (Option<String>,) =
        "SELECT problem_detail FROM job WHERE centre_id = $1 AND job_id = $2";
    /// A job, kept from another change.
    JOB_LOCKED [for update]: (JobId,) => JobRow =
        concat!("SELECT ", job_columns!(), " FROM job j WHERE j.centre_id = $1 AND j.job_id = $2");
    /// A dead job waits again, for whom it runs then; no row when the same was asked for anew meanwhile.
    REVIVE: (JobId, Instant, String, String) => () =
        "UPDATE job SET status = 'waiting', attempts = 0, due_at = $3, ended_at = NULL,
             asked_by = $4, asked_by_name = $5
         WHERE centre_id = $1 AND job_id = $2 AND status = 'dead' AND NOT EXISTS (
             SELECT 1 FROM job o WHERE o.centre_id = job.centre_id AND o.kind = job.kind
                 AND o.subject = job.subject AND o.status IN ('waiting', 'running'))";
    /// A dead job is given up.
    CANCEL: (JobId, Instant, String) => () =
        "UPDATE job SET status = 'cancelled', ended_at = $3, cancel_reason = $4
         WHERE centre_id = $1 AND job_id = $2 AND status = 'dead'";
    /// How many jobs stand how, and when the first of them may be taken: those that are not over.
    COUNTS: () => (JobStatus, i64, Instant) =
        "SELECT status, CAST(COUNT(*) AS BIGINT), MIN(due_at) FROM job
         WHERE centre_id = $1 AND status IN ('waiting', 'running', 'dead') GROUP BY status";
    /// Jobs that nobody needs any more: done or given up before a moment.
    ENDED_BEFORE: (JobStatus, Instant, i64) => (JobId,) =
        "SELECT job_id FROM job
         WHERE centre_id = $1 AND status = $2 AND ended_at < $3 ORDER BY job_id LIMIT $4";
    /// Something happened.
    EMIT: Event => () =
        "INSERT INTO outbox (centre_id, event_id, event, subject, emitted_by, emitted_by_name,
             emitted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// Whether anything of a kind waits to be told.
    ANY_EVENT: (String,) => (bool,) =
        "SELECT EXISTS (SELECT 1 FROM outbox WHERE centre_id = $1 AND event = $2)";
    /// What of a kind waits to be told, the oldest first.
    EVENTS_LOCKED [for update]: (String, i64) => Event =
        "SELECT event_id, event, subject, emitted_by, emitted_by_name, emitted_at FROM outbox
         WHERE centre_id = $1 AND event = $2 ORDER BY event_id LIMIT $3";
    /// Everybody was told.
    TOLD: (OutboxEventId,) => () =
        "DELETE FROM outbox WHERE centre_id = $1 AND event_id = $2";
}

/// Jobs, the latest first.
pub static JOBS: List<JobRow> = List::new(ListInfo {
    name: "jobs",
    joined: None,
    given: &[],
    select: job_columns!(),
    from: "job j",
    filter: "j.centre_id = $1",
    key: ListColumn::new("job_id", "j.job_id", Kind::Id, &[]).sorted(),
    columns: &[
        ListColumn::new("status", "j.status", Kind::Text, &[Op::Equal]),
        ListColumn::new("kind", "j.kind", Kind::Text, &[Op::Equal]),
        ListColumn::new("subject", "j.subject", Kind::Text, &[Op::Equal]),
    ],
    default_sort: "-job_id",
    totals: &[],
});
