//! `/api/suspense`: 暂收.

mod candidates;
mod give_back;
mod list;
mod movements;
mod totals;

pub(super) use list::{Owner, name_of};

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_suspense))
        .routes(routes!(totals::total_suspense))
        .routes(routes!(list::export_suspense))
        .routes(routes!(movements::list_suspense_movements))
        .routes(routes!(movements::export_suspense_movements))
        .routes(routes!(candidates::list_candidates))
        .routes(routes!(give_back::return_suspense))
}

crate::wire::code_schema! {
    MovementKindCode = settlement::suspense::MovementKind;
    SuspenseStatusCode = settlement::suspense::SuspenseStatus;
}
