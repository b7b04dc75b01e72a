//! `/api/approval-flows`: 审批流程.

mod list;
mod set;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_approval_flows))
        .routes(routes!(list::export_approval_flows))
        .routes(routes!(set::set_approval_flow))
}
