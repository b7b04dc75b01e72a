//! `/api/roles`: 角色.

mod add;
mod grants;
mod list;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_roles, add::add_role))
        .routes(routes!(list::export_roles))
        .routes(routes!(grants::export_role_grants))
}

crate::wire::code_schema! {
    DataScopeCode = platform::DataScope;
}
