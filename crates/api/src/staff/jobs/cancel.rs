//! Giving a dead job up.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use kernel::JobId;
use platform::job;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Why a job is given up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct JobCancellation {
    #[schema(max_length = 200)]
    reason: String,
}

/// Gives a dead job up: what it was to do isn't done.
#[utoipa::path(
    post,
    path = "/api/jobs/{id}/cancel",
    tag = "jobs",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = JobCancellation,
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn cancel_job(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(id): Named<JobId>,
    Key(key): Key,
    Body(JobCancellation { reason }): Body<JobCancellation>,
) -> Answer<StatusCode> {
    job::cancel(&api.app, &api.jobs, &staff.caller, &key, id, &reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
