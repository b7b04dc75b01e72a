//! `/api/balances`: 科目余额.

mod show;

use std::sync::Arc;

use ledger::BookCode;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;
use crate::staff::vouchers::LedgerBookCode;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new().routes(routes!(show::show_balances))
}

/// Which book is asked about.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct BookAsked {
    /// 账套, `fund` unless said.
    #[param(value_type = Option<LedgerBookCode>)]
    book: Option<BookCode>,
}

impl BookAsked {
    pub(super) fn book(&self) -> BookCode {
        self.book.unwrap_or(BookCode::Fund)
    }
}
