//! `/api/resolutions`: 管委会决议.

mod list;
mod show;
mod void;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_resolutions))
        .routes(routes!(list::export_resolutions))
        .routes(routes!(show::show_resolution))
        .routes(routes!(void::void_resolution))
}

crate::wire::code_schema! {
    MatterCode = platform::resolution::Matter;
}
