//! The job that forgets jobs: what was done, and what was given up, is of no use after a month; nor are
//! messages. The audit trail keeps who asked for what.

use std::time::Duration;

use kernel::{OrBroken, Result};

use super::model::{JobKind, JobStatus, Run, Step};
use super::queue::forget_in;
use super::store;
use crate::{message, one_time_code};

/// Forgetting jobs that ended long ago; about the centre as a whole.
pub const SWEEP: JobKind = JobKind {
    code: "job.sweep",
    label: "清理系统任务",
    about: "centre",
};

/// Its steps.
pub const SWEEP_STEPS: &[Step] = &[
    Step {
        code: "forget",
        label: "删除30天前结束的任务",
        run: |run| Box::pin(sweep(run)),
    },
    Step {
        code: "forget_messages",
        label: "删除30天前的短信和过期的验证码",
        run: |run| Box::pin(sweep_messages(run)),
    },
];

/// How long a job is kept after its end.
const KEPT: Duration = Duration::from_secs(30 * 24 * 3_600);
/// The most that one transaction forgets.
const MOST_AT_ONCE: i64 = 500;

async fn sweep(run: &Run<'_>) -> Result<String> {
    let before = run.app.clock.now().checked_sub(KEPT);
    let before = before.or_broken("a month ago")?;
    let mut forgotten = 0;
    for status in [JobStatus::Done, JobStatus::Cancelled] {
        loop {
            let mut tx = run.app.db.write(run.centre()).await?;
            let asked = (status, before, MOST_AT_ONCE);
            let ended = tx.all(&store::ENDED_BEFORE, asked).await?;
            if ended.is_empty() {
                break;
            }
            for (job_id,) in &ended {
                forget_in(&mut tx, *job_id).await?;
            }
            tx.commit().await?;
            forgotten += ended.len();
        }
    }
    Ok(format!("删除任务 {forgotten} 个"))
}

async fn sweep_messages(run: &Run<'_>) -> Result<String> {
    let now = run.app.clock.now();
    let mut tx = run.app.db.write(run.centre()).await?;
    let messages = message::forget_in(&mut tx, now).await?;
    let codes = one_time_code::forget_in(&mut tx, now).await?;
    tx.commit().await?;
    Ok(format!("删除短信 {messages} 条，验证码 {codes} 个"))
}
