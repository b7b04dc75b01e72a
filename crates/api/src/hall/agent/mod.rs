//! `/api/hall/agent`: how employers' agents come in.

mod accept;
mod codes;
mod sign_in;

use std::sync::Arc;

use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(accept::accept_invitation))
        .routes(routes!(codes::send_agent_code))
        .routes(routes!(sign_in::sign_in_agent))
}

/// A mobile number and a password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AgentSecret {
    mobile: String,
    password: String,
}

impl From<AgentSecret> for fund::agent::Credentials {
    fn from(AgentSecret { mobile, password }: AgentSecret) -> Self {
        Self { mobile, password }
    }
}
