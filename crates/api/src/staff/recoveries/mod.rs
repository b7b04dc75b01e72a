//! `/api/recoveries`: 追款.

mod list;
mod recover;
mod totals;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_recoveries))
        .routes(routes!(totals::total_recoveries))
        .routes(routes!(list::export_recoveries))
        .routes(routes!(recover::recover))
}

crate::wire::code_schema! {
    RecoveryKindCode = settlement::recovery::RecoveryKind;
    RecoveryStatusCode = settlement::recovery::RecoveryStatus;
}
