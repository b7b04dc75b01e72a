//! Ending an agent.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::agent;
use kernel::{AgentId, EmployerId};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::Id;

/// For which employer an agent is to act no longer, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgentEnd {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// On one line.
    #[schema(max_length = 120)]
    reason: String,
}

/// Ends what an agent does for an employer. With its last employer the agent ends, and its sessions at
/// once.
#[utoipa::path(
    post,
    path = "/api/agents/{id}/end",
    tag = "agents",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = AgentEnd,
    responses((status = 204, description = "ended"), ChangeRefusals)
)]
pub(crate) async fn end_agent(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(agent_id): Named<AgentId>,
    Key(key): Key,
    Body(form): Body<AgentEnd>,
) -> Answer<StatusCode> {
    let (app, caller, reason) = (&api.app, &staff.caller, form.reason.as_str());
    agent::end(app, caller, &key, form.employer_id, agent_id, Some(reason)).await?;
    Ok(StatusCode::NO_CONTENT)
}
