//! `/api/vouchers`: 凭证.

mod list;
mod show;
mod totals;

use std::sync::Arc;

use kernel::Month;
use ledger::voucher::number_label;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_vouchers))
        .routes(routes!(totals::total_vouchers))
        .routes(routes!(list::export_vouchers))
        .routes(routes!(show::show_voucher))
}

/// A voucher's number as people write it; none while the voucher waits for it.
pub(super) fn number(month: Option<Month>, number: Option<i64>) -> Option<String> {
    Some(number_label(month?, number?))
}

crate::wire::code_schema! {
    LedgerBookCode = ledger::BookCode;
    VoucherKindCode = ledger::VoucherKind;
}
