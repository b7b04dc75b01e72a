//! `/api/arrears`: 欠缴, employers that owe a month.

mod list;
mod totals;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_arrears))
        .routes(routes!(totals::total_arrears))
        .routes(routes!(list::export_arrears))
}
