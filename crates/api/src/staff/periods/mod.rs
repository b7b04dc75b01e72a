//! `/api/periods`: 会计期间.

mod close;
mod list;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_periods))
        .routes(routes!(list::export_periods))
        .routes(routes!(close::close_period))
}

crate::wire::code_schema! {
    PeriodStatusCode = ledger::period::PeriodStatus;
}
