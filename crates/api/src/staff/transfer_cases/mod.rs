//! `/api/transfer-cases`: 转移催办.

mod decline;
mod force;
mod list;
mod notice;
mod open;
mod show;
mod withdraw;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(open::open_transfer_cases))
        .routes(routes!(list::list_transfer_cases))
        .routes(routes!(list::export_transfer_cases))
        .routes(routes!(show::show_transfer_case))
        .routes(routes!(notice::print_transfer_notice))
        .routes(routes!(decline::decline_transfer_case))
        .routes(routes!(withdraw::withdraw_transfer_case))
        .routes(routes!(force::force_transfer_case))
}

crate::wire::code_schema! {
    TransferCaseStatusCode = fund::transfer::CaseStatus;
}
