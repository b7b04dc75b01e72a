//! `/api/hall/member`: a member before its own account.

mod codes;
mod entries;
mod papers;
mod show;
mod sign_in;
mod years;

pub(super) use codes::CodeSent;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(codes::ask_member_code))
        .routes(routes!(sign_in::enter_member_hall))
        .routes(routes!(show::show_own_account))
        .routes(routes!(entries::list_own_entries))
        .routes(routes!(years::list_own_years))
        .routes(routes!(
            papers::list_own_certificates,
            papers::issue_own_certificate
        ))
        .routes(routes!(papers::issue_own_receipt))
        .routes(routes!(papers::print_own_certificate))
}
