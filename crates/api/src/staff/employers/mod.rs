//! `/api/employers`: 缴存单位.

mod change;
mod changes;
mod list;
mod months;
mod next_roster;
mod payers;
mod register;
mod show;
mod timeline;
mod totals;
mod upload_roster;

pub(crate) use upload_roster::{RosterUpload, RosterUploaded, read_roster};

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_employers, register::register_employer))
        .routes(routes!(totals::total_employers))
        .routes(routes!(list::export_employers))
        .routes(routes!(show::show_employer))
        .routes(routes!(
            changes::list_employer_changes,
            change::change_employer
        ))
        .routes(routes!(changes::export_employer_changes))
        .routes(routes!(months::list_employer_months))
        .routes(routes!(months::export_employer_months))
        .routes(routes!(payers::list_employer_payers))
        .routes(routes!(payers::export_employer_payers))
        .routes(routes!(timeline::list_employer_timeline))
        .routes(routes!(timeline::export_employer_timeline))
        .routes(routes!(upload_roster::upload_roster))
        .routes(routes!(next_roster::export_next_roster))
}

crate::wire::code_schema! {
    EmployerFieldCode = fund::employer::Field;
    EmployerStatusCode = fund::employer::EmployerStatus;
    MonthStatusCode = fund::employer::MonthStatus;
}
