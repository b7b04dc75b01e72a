//! Ending an agent, by the employer's 主办.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::agent;
use kernel::AgentId;

use crate::Api;
use crate::extract::Key;
use crate::hall::employers::caller::{AgentCaller, Thing};
use crate::problem::{Answer, ChangeRefusals};

/// Ends what an agent does for the employer; the last 主办 stays.
#[utoipa::path(
    delete,
    path = "/api/hall/employers/{employer_id}/agents/{agent_id}",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(
        ("employer_id" = String, Path, format = "uuid"),
        ("agent_id" = String, Path, format = "uuid"),
        Key
    ),
    responses((status = 204, description = "ended"), ChangeRefusals)
)]
pub(crate) async fn end_hall_agent(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Thing(agent_id): Thing<AgentId>,
    Key(key): Key,
) -> Answer<StatusCode> {
    let (app, caller) = (&api.app, &agent.caller);
    agent::end(app, caller, &key, agent.employer_id, agent_id, None).await?;
    Ok(StatusCode::NO_CONTENT)
}
