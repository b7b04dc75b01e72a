//! `/api/approvals`: 审批.

mod approve_many;
mod decide;
mod list;
mod show;
mod withdraw;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_approvals))
        .routes(routes!(list::export_approvals))
        .routes(routes!(show::show_approval))
        .routes(routes!(decide::approve))
        .routes(routes!(decide::give_back_approval))
        .routes(routes!(approve_many::approve_many))
        .routes(routes!(withdraw::withdraw_approval))
}

crate::wire::code_schema! {
    ApprovalStatusCode = platform::approval::ApprovalStatus;
    ApprovalVerdictCode = platform::approval::Verdict;
}
