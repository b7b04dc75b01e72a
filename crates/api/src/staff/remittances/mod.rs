//! `/api/remittances`: 汇缴.

mod cancel;
mod line_totals;
mod lines;
mod list;
mod preview_reversal;
mod reverse;
mod show;
mod totals;

pub(crate) use list::RemittanceSummary;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_remittances))
        .routes(routes!(totals::total_remittances))
        .routes(routes!(list::export_remittances))
        .routes(routes!(show::show_remittance))
        .routes(routes!(lines::list_remittance_lines))
        .routes(routes!(line_totals::total_remittance_lines))
        .routes(routes!(lines::export_remittance_lines))
        .routes(routes!(cancel::cancel_remittance))
        .routes(routes!(preview_reversal::preview_reversal))
        .routes(routes!(reverse::reverse_remittance))
}

crate::wire::code_schema! {
    RemittanceStatusCode = fund::remittance::RemittanceStatus;
    PaidByCode = fund::payer::PaidBy;
    VerdictCode = fund::remittance::Verdict;
}
