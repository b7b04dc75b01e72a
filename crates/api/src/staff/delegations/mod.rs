//! `/api/delegations`: 代办.

mod deputies;
mod end;
mod list;
mod set;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_delegations))
        .routes(routes!(list::export_delegations))
        .routes(routes!(deputies::list_deputies))
        .routes(routes!(set::set_delegation))
        .routes(routes!(end::end_delegation))
}

crate::wire::code_schema! {
    DelegationStateCode = platform::approval::DelegationState;
}
