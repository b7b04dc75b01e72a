//! `/api/hall/employers/{employer_id}/remittances`: 汇缴 of an employer.

mod list;
mod receipt;
mod show;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_hall_remittances))
        .routes(routes!(show::show_hall_remittance))
        .routes(routes!(receipt::issue_hall_receipt))
        .routes(routes!(receipt::print_hall_certificate))
}
