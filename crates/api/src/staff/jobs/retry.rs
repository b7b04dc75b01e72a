//! Having a dead job tried again.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use kernel::JobId;
use platform::job;

use crate::Api;
use crate::extract::{Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Has a dead job tried again, at the step that it died at.
#[utoipa::path(
    post,
    path = "/api/jobs/{id}/retry",
    tag = "jobs",
    params(("id" = String, Path, format = "uuid"), Key),
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn retry_job(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(id): Named<JobId>,
    Key(key): Key,
) -> Answer<StatusCode> {
    job::retry(&api.app, &staff.caller, &key, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
