//! `/api/policy`: 政策参数.

mod change;
mod list;
mod show;
mod versions;
mod withdraw;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_policy))
        .routes(routes!(list::export_policy))
        .routes(routes!(show::show_policy))
        .routes(routes!(versions::export_policy_versions))
        .routes(routes!(change::change_policy))
        .routes(routes!(withdraw::withdraw_policy_version))
}

crate::wire::code_schema! {
    ValueKindCode = platform::policy::ValueKind;
    VersionStateCode = platform::policy::VersionState;
}
