//! `/api/arrivals`: 到账.

mod list;
mod record;
mod take_back;
mod totals;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_arrivals, record::record_arrival))
        .routes(routes!(totals::total_arrivals))
        .routes(routes!(list::export_arrivals))
        .routes(routes!(take_back::take_back_arrival))
}

crate::wire::code_schema! {
    ArrivalStatusCode = settlement::arrival::ArrivalStatus;
}
