//! One job, and how it goes on.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use kernel::{Instant, JobId};
use platform::job::{self, JobView, Jobs, StepView};
use serde::Serialize;
use utoipa::ToSchema;

use super::list::{JobSummary, name_of};
use crate::Api;
use crate::events::{self, AsksForEvents};
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::Moment;

/// How often a job that is watched is looked at.
const LOOKS_EVERY: Duration = Duration::from_millis(500);
/// How often it is looked at before whoever watches has to ask again: a server that stops isn't held up
/// for longer than that, nor does it look for nobody.
const LOOKS_MAX: u32 = 40;

/// 系统任务 with its steps.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Job {
    #[serde(flatten)]
    summary: JobSummary,
    /// Its steps in order, those included that it hasn't come to.
    steps: Vec<JobStep>,
    /// What broke inside; only for who may have it tried again.
    problem_detail: Option<String>,
    /// What the caller may do with it: `retry`, `cancel`.
    can: Vec<&'static str>,
}

/// A step of a job.
#[derive(Debug, Serialize, ToSchema)]
struct JobStep {
    label: String,
    /// How far it is, in whatever it counts.
    done: i64,
    /// How much there is of that; 0 where it isn't known.
    total: i64,
    /// What came of it.
    told: Option<String>,
    #[schema(value_type = Option<Moment>)]
    begun_at: Option<Instant>,
    #[schema(value_type = Option<Moment>)]
    ended_at: Option<Instant>,
}

impl Job {
    fn of(view: JobView, known: &Jobs, subject_name: Option<String>) -> Job {
        Job {
            summary: JobSummary::of(view.row, known, subject_name),
            steps: view.steps.into_iter().map(JobStep::from).collect(),
            problem_detail: view.problem_detail,
            can: view.can,
        }
    }
}

impl From<StepView> for JobStep {
    fn from(step: StepView) -> JobStep {
        JobStep {
            label: step.label,
            done: step.done,
            total: step.total,
            told: step.told,
            begun_at: step.begun_at,
            ended_at: step.ended_at,
        }
    }
}

/// One job. Who asked for it sees it as well as those who see all. With `Accept: text/event-stream` it
/// is told by events as it goes on: `progress` with it again and again, `done` with it when it has
/// ended or after some twenty seconds, when whoever watches asks again.
#[utoipa::path(
    get,
    path = "/api/jobs/{id}",
    tag = "jobs",
    params(("id" = String, Path, format = "uuid")),
    responses(
        (status = 200, content((Job = "application/json"), (String = "text/event-stream"))),
        ReadOneRefusals
    )
)]
pub(crate) async fn show_job(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(id): Named<JobId>,
    AsksForEvents(asks_for_events): AsksForEvents,
) -> Answer<Response> {
    let first = job::show(&api.app, &api.jobs, &staff.caller, id).await?;
    let mut tx = api.app.db.read(staff.caller.centre()).await?;
    let name = name_of(&mut tx, &first.row).await?;
    drop(tx);
    if !asks_for_events {
        return Ok(Json(Job::of(first, &api.jobs, name)).into_response());
    }
    Ok(events::told(move |teller| async move {
        let mut view = first;
        for _ in 0..LOOKS_MAX {
            if !view.row.status.is_open() {
                break;
            }
            teller.tell(Job::of(view, &api.jobs, name.clone()));
            tokio::time::sleep(LOOKS_EVERY).await;
            view = job::show(&api.app, &api.jobs, &staff.caller, id).await?;
        }
        Ok(Job::of(view, &api.jobs, name))
    }))
}
