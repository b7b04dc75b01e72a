//! `/api/audit-events`: 审计记录.

mod list;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_audit_events))
        .routes(routes!(list::export_audit_events))
}

crate::wire::code_schema! {
    OutcomeCode = platform::audit::Outcome;
}
