//! `/api/jobs`: 系统任务.

mod cancel;
mod list;
mod retry;
mod show;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_jobs))
        .routes(routes!(list::export_jobs))
        .routes(routes!(show::show_job))
        .routes(routes!(retry::retry_job))
        .routes(routes!(cancel::cancel_job))
}

crate::wire::code_schema! {
    JobStatusCode = platform::job::JobStatus;
}
