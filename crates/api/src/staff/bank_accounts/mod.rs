//! `/api/bank-accounts`: 银行专户.

mod list;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new().routes(routes!(list::list_bank_accounts))
}

crate::wire::code_schema! {
    BankAccountNatureCode = settlement::bank_account::Nature;
}
