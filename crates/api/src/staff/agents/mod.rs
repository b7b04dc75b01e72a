//! `/api/employers/{id}/agents` and `/api/agents`: 经办人 who come in by the employers' hall.

mod end;
mod invite;
mod list;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_agents, invite::invite_agent))
        .routes(routes!(end::end_agent))
}

crate::wire::code_schema! {
    AgentStatusCode = fund::agent::AgentStatus;
}
