//! `/api/balances`: 科目余额.

mod show;

use std::sync::Arc;

use kernel::{Clock, Month};
use ledger::BookCode;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;
use crate::staff::vouchers::LedgerBookCode;
use crate::wire::YearMonth;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(show::show_balances))
        .routes(routes!(show::export_balances))
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

/// Which month of which book is to leave as a workbook.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct BookExportAsked {
    /// 账套, `fund` unless said.
    #[param(value_type = Option<LedgerBookCode>)]
    book: Option<BookCode>,
    /// 会计期间, the present month unless said.
    #[param(value_type = Option<YearMonth>)]
    month: Option<Month>,
    /// 要导出的栏目，逗号分隔；不填为全部.
    pub(super) columns: Option<String>,
}

impl BookExportAsked {
    pub(super) fn book(&self) -> BookCode {
        self.book.unwrap_or(BookCode::Fund)
    }

    pub(super) fn month(&self, clock: &Clock) -> Month {
        self.month.unwrap_or_else(|| clock.today().month())
    }
}
