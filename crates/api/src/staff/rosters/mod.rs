//! `/api/rosters`: 清册.

mod confirm;
mod discard;
mod line_totals;
mod lines;
mod list;
mod missing;
mod missing_totals;
mod show;
mod template;
mod totals;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(template::roster_template))
        .routes(routes!(list::list_rosters))
        .routes(routes!(totals::total_rosters))
        .routes(routes!(show::show_roster))
        .routes(routes!(lines::list_roster_lines))
        .routes(routes!(line_totals::total_roster_lines))
        .routes(routes!(missing::list_missing_members))
        .routes(routes!(missing_totals::total_missing_members))
        .routes(routes!(confirm::confirm_roster))
        .routes(routes!(discard::discard_roster))
}

crate::wire::code_schema! {
    RosterStatusCode = fund::roster::RosterStatus;
    RosterChangeCode = fund::roster::Change;
}
