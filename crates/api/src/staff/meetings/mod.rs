//! `/api/meetings`: 管委会会议.

mod list;
mod record;
mod record_resolution;
mod show;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_meetings, record::record_meeting))
        .routes(routes!(list::export_meetings))
        .routes(routes!(show::show_meeting))
        .routes(routes!(record_resolution::record_resolution))
}
