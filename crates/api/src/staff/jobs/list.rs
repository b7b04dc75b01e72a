//! The list of jobs.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Instant, JobId};
use platform::job::{self, JOBS, JobRow, JobStatus, Jobs, MAX_ATTEMPTS};
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
    pub(super) fn of(row: JobRow, known: &Jobs) -> JobSummary {
        JobSummary {
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
    let page = job::jobs(&api.app, &staff.caller, &query).await?;
    Ok(Json(Listing::of(page, |row| {
        JobSummary::of(row, &api.jobs)
    })))
}

/// A job with its kind's word.
struct Worded {
    row: JobRow,
    label: String,
}

static SHEET: ListSheet<Worded> = ListSheet {
    name: "jobs",
    title: "系统任务",
    columns: &[
        text("asked_at", "提交", 20, |job| job.row.asked_at.in_china()),
        text("kind_label", "任务", 16, |job| job.label.clone()),
        text("subject", "对象", 38, |job| job.row.subject.clone()),
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
                let page = job::jobs(app, caller, query).await?;
                Ok(page.map(|row| Worded {
                    label: known.jobs.label_of(&row.kind).to_owned(),
                    row,
                }))
            })
        })
        .await
}
