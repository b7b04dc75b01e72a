//! `/api/hall/employers/{employer_id}/agents`: 经办人 of an employer, for its 主办.

mod end;
mod invite;
mod list;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_hall_agents, invite::invite_hall_agent))
        .routes(routes!(end::end_hall_agent))
}
