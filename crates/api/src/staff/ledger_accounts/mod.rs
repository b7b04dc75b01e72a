//! `/api/ledger-accounts`: 会计科目.

mod lines;
mod list;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_ledger_accounts))
        .routes(routes!(lines::list_ledger_lines))
        .routes(routes!(lines::export_ledger_lines))
}

crate::wire::code_schema! {
    SideCode = ledger::chart::Side;
}
