//! The list of jobs.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use db::{ListQuery, ReadTx};
use fund::remittance::{self, POST_REST};
use kernel::{Instant, JobId, Result};
use platform::approval::{self, CARRY_OUT};
use platform::job::{self, JOBS, JobRow, JobStatus, Jobs, MAX_ATTEMPTS};
use platform::{App, Caller};
use serde::Serialize;
use utoipa::ToSchema;

use super::JobStatusCode;
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, code_words, count, or_none, sentence, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Listing, Moment, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 系统任务: work that is done apart from the request that asked for it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct JobSummary {
    #[schema(value_type = Id)]
    job_id: JobId,
    /// Its kind: a code.
    kind: String,
    /// What people call it.
    kind_label: String,
    /// What it is about, as its kind names things: a date, an id.
    subject: String,
    /// The kind of thing that is, where this version of the program knows it.
    subject_kind: Option<&'static str>,
    /// What people call it, where that isn't what `subject` says: a serial.
    subject_name: Option<String>,
    #[schema(value_type = JobStatusCode)]
    pub(super) status: JobStatus,
    /// How often it was tried since it was asked for or tried again by hand.
    attempts: i64,
    /// How often it is tried before it is dead.
    attempts_max: i64,
    /// When it is tried next, where it waits; while it runs, when it counts as cut short unless its
    /// runner gives a sign of life.
    #[schema(value_type = Moment)]
    due_at: Instant,
    /// What kept it from being done the last time.
    problem: Option<String>,
    /// Who asked for it.
    asked_by_name: String,
    #[schema(value_type = Moment)]
    asked_at: Instant,
    #[schema(value_type = Option<Moment>)]
    ended_at: Option<Instant>,
    /// Why it was given up.
    cancel_reason: Option<String>,
}

impl JobSummary {
    pub(super) fn of(row: JobRow, known: &Jobs, subject_name: Option<String>) -> JobSummary {
        JobSummary {
            subject_kind: known.about_of(&row.kind),
            subject_name,
            job_id: row.job_id,
            kind_label: known.label_of(&row.kind).to_owned(),
            kind: row.kind,
            subject: row.subject,
            status: row.status,
            attempts: row.attempts,
            attempts_max: MAX_ATTEMPTS,
            due_at: row.due_at,
            problem: row.problem,
            asked_by_name: row.asked_by_name,
            asked_at: row.asked_at,
            ended_at: row.ended_at,
            cancel_reason: row.cancel_reason,
        }
    }
}

/// What people call the thing that a job is about, where the job names it by an id.
pub(super) async fn name_of(tx: &mut ReadTx, row: &JobRow) -> Result<Option<String>> {
    let (kind, subject) = (row.kind.as_str(), &row.subject);
    if kind == CARRY_OUT.code
        && let Ok(id) = subject.parse()
    {
        return approval::serial_in(tx, id).await;
    }
    if kind == POST_REST.code
        && let Ok(id) = subject.parse()
    {
        return remittance::serial_in(tx, id).await;
    }
    Ok(None)
}

/// A job with what people call its subject.
type NamedJob = (JobRow, Option<String>);

async fn named(app: &App, caller: &Caller, query: &ListQuery) -> Result<db::Listing<NamedJob>> {
    let page = job::jobs(app, caller, query).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let mut names = Vec::with_capacity(page.items.len());
    for row in &page.items {
        names.push(name_of(&mut tx, row).await?);
    }
    let mut names = names.into_iter();
    Ok(page.map(|row| (row, names.next().flatten())))
}

asked!(JobsAsked: JOBS.info().0);

/// The jobs of the centre, the latest first.
#[utoipa::path(
    get,
    path = "/api/jobs",
    tag = "jobs",
    params(JobsAsked),
    responses((status = 200, body = Listing<JobSummary>), ReadRefusals)
)]
pub(crate) async fn list_jobs(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<JobSummary>>> {
    let page = named(&api.app, &staff.caller, &query).await?;
    Ok(Json(Listing::of(page, |(row, name)| {
        JobSummary::of(row, &api.jobs, name)
    })))
}

/// A job with the words for its kind and its subject.
struct Worded {
    row: JobRow,
    label: String,
    about: String,
}

impl Worded {
    fn of((row, name): NamedJob, known: &Jobs) -> Worded {
        let about = match row.subject.is_empty() {
            true => "全中心".to_owned(),
            false => name.unwrap_or_else(|| row.subject.clone()),
        };
        Worded {
            label: known.label_of(&row.kind).to_owned(),
            about,
            row,
        }
    }
}

static SHEET: ListSheet<Worded> = ListSheet {
    name: "jobs",
    title: "系统任务",
    columns: &[
        text("asked_at", "提交", 20, |job| job.row.asked_at.in_china()),
        text("kind_label", "任务", 16, |job| job.label.clone()),
        text("subject", "对象", 38, |job| job.about.clone()),
        text("status", "状态", 10, |job| {
            job.row.status.label().to_owned()
        }),
        count("attempts", "次数", |job| Some(job.row.attempts)),
        text("due_at", "下次运行", 20, |job| {
            let waits = job.row.status == JobStatus::Waiting;
            let due_at = waits.then(|| job.row.due_at.in_china());
            due_at.unwrap_or_default()
        }),
        text("ended_at", "结束", 20, |job| {
            let ended_at = job.row.ended_at.map(Instant::in_china);
            ended_at.unwrap_or_default()
        }),
        text("asked_by_name", "提交人", 12, |job| {
            job.row.asked_by_name.clone()
        }),
        sentence("problem", "未完成的原因", |job| {
            or_none(job.row.problem.as_ref())
        }),
        sentence("cancel_reason", "取消原因", |job| {
            or_none(job.row.cancel_reason.as_ref())
        }),
    ],
    filters: &[("status", code_words!(JobStatus))],
};

/// The jobs that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/jobs/list.xlsx",
    tag = "jobs",
    params(JobsAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_jobs(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let known = Arc::clone(&api);
    export
        .list(&SHEET, asked, move |app, caller, query| {
            let known = Arc::clone(&known);
            Box::pin(async move {
                let page = named(app, caller, query).await?;
                Ok(page.map(|row| Worded::of(row, &known.jobs)))
            })
        })
        .await
}
