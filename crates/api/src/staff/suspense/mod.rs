//! `/api/suspense`: 暂收.

mod list;
mod totals;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_suspense))
        .routes(routes!(totals::total_suspense))
}

crate::wire::code_schema! {
    SuspenseStatusCode = settlement::suspense::SuspenseStatus;
}
