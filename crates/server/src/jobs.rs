//! `anju jobs`: what the system does by itself, on the terminal.

use std::io::Write;
use std::time::Duration;

use db::ListQuery;
use indicatif::ProgressBar;
use kernel::{Clock, JobId, OrBroken as _, Result};
use platform::job::{self, JobRow, JobStatus, JobView, Jobs, StepView};
use platform::{App, Caller};

use crate::config::Config;
use crate::{serve, terminal, wiring};

/// How many jobs are shown.
const SHOWN: u32 = 50;
/// How often a job that is followed is looked at.
const LOOKS_EVERY: Duration = Duration::from_millis(500);

/// Prints the latest jobs, or those that stand in one way.
///
/// # Errors
/// Those of [`serve::open_up_to_date`]; broken when the database fails or the output can't be written.
pub async fn list(
    config: &Config,
    status: Option<JobStatus>,
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let app = serve::open_up_to_date(config, &Clock::system()).await?;
    let of_status = |status: JobStatus| ("status".to_owned(), status.code().to_owned());
    let query = ListQuery {
        filters: status.map(of_status).into_iter().collect(),
        limit: SHOWN,
        ..ListQuery::default()
    };
    let caller = Caller::system("terminal", config.centre);
    let page = job::jobs(&app, &caller, &query).await?;
    let known = wiring::jobs();
    for row in &page.items {
        writeln!(out, "{}", line_of(row, &known)).or_broken("printing the jobs")?;
    }
    if page.items.is_empty() {
        writeln!(out, "没有系统任务").or_broken("printing the jobs")?;
    }
    Ok(())
}

fn line_of(row: &JobRow, known: &Jobs) -> String {
    let (id, status, attempts) = (row.job_id, row.status.label(), row.attempts);
    let (asked_at, label) = (row.asked_at.in_china(), known.label_of(&row.kind));
    let subject = &row.subject;
    let problem = row.problem.as_deref().unwrap_or_default();
    let line = format!("{id}  {asked_at}  {status}  {attempts}次  {label} {subject}  {problem}");
    line.trim_end().to_owned()
}

/// Waits for a job, drawing how far it is, and says whether it was done. The server does it; without one
/// it waits.
///
/// # Errors
/// `job_unknown`; those of [`serve::open_up_to_date`]; broken when the database fails or the output can't be written.
pub async fn follow(config: &Config, id: JobId, out: &mut (dyn Write + Send)) -> Result<bool> {
    let app = serve::open_up_to_date(config, &Clock::system()).await?;
    follow_with(&app, config, id, out).await
}

async fn follow_with(
    app: &App,
    config: &Config,
    id: JobId,
    out: &mut (dyn Write + Send),
) -> Result<bool> {
    let (caller, known) = (Caller::system("terminal", config.centre), wiring::jobs());
    let bar = terminal::progress(0, "等待");
    let mut printed = 0;
    let last = loop {
        let view = job::show(app, &known, &caller, id).await?;
        let ended = view.steps.iter().filter(|step| step.ended_at.is_some());
        for step in ended.skip(printed) {
            printed += 1;
            bar.suspend(|| writeln!(out, "✓ {}  {}", step.label, told(step)))
                .or_broken("printing a step")?;
        }
        draw(&bar, &view);
        if !view.row.status.is_open() {
            break view;
        }
        tokio::time::sleep(LOOKS_EVERY).await;
    };
    bar.finish_and_clear();
    let (label, status) = (&last.label, last.row.status.label());
    let problem = last.row.problem.as_deref().unwrap_or_default();
    let line = format!("{label} {}：{status} {problem}", last.row.subject);
    writeln!(out, "{}", line.trim_end()).or_broken("printing the job")?;
    Ok(last.row.status == JobStatus::Done)
}

/// Draws the step that is being done.
fn draw(bar: &ProgressBar, view: &JobView) {
    let doing = view.steps.iter().find(|step| step.ended_at.is_none());
    let Some(step) = doing else {
        return;
    };
    let count = |number: i64| u64::try_from(number).unwrap_or(0);
    bar.set_message(step.label.clone());
    bar.set_length(count(step.total));
    bar.set_position(count(step.done));
}

fn told(step: &StepView) -> &str {
    step.told.as_deref().unwrap_or_default()
}
