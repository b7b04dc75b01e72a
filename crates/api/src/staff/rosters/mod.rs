//! `/api/rosters`: 清册.

mod confirm;
mod discard;
mod lines;
mod list;
mod show;
mod template;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(template::roster_template))
        .routes(routes!(list::list_rosters))
        .routes(routes!(show::show_roster))
        .routes(routes!(lines::list_roster_lines))
        .routes(routes!(confirm::confirm_roster))
        .routes(routes!(discard::discard_roster))
}

crate::wire::code_schema! {
    RosterStatusCode = fund::roster::RosterStatus;
    RosterChangeCode = fund::roster::Change;
}
