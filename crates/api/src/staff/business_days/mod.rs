//! `/api/business-days`: 营业日.

mod close;
mod list;
mod open;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_business_days))
        .routes(routes!(list::export_business_days))
        .routes(routes!(open::open_business_day))
        .routes(routes!(close::close_business_day))
}

crate::wire::code_schema! {
    DayStatusCode = platform::business_day::DayStatus;
}
