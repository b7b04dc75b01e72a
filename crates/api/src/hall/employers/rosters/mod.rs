//! `/api/hall/employers/{employer_id}/rosters`: 清册 of an employer.

mod confirm;
mod discard;
mod faulty;
mod lines;
mod list;
mod missing;
mod show;
mod upload;
mod workbooks;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_hall_rosters, upload::upload_hall_roster))
        .routes(routes!(show::show_hall_roster))
        .routes(routes!(lines::list_hall_roster_lines))
        .routes(routes!(missing::list_hall_missing_members))
        .routes(routes!(faulty::export_hall_roster_findings))
        .routes(routes!(confirm::confirm_hall_roster))
        .routes(routes!(discard::discard_hall_roster))
        .routes(routes!(workbooks::hall_roster_template))
        .routes(routes!(workbooks::export_hall_next_roster))
}
