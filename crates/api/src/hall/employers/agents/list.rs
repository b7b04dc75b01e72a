//! Who acts for an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::agent::{self, AgentStatus, AgentView};
use kernel::{AgentId, Instant};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::hall::employers::caller::AgentCaller;
use crate::problem::{Answer, ReadOneRefusals};
use crate::wire::{Id, Items, Moment};

/// An agent of the employer. What is personal is masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HallAgent {
    #[schema(value_type = Id)]
    agent_id: AgentId,
    name: String,
    mobile_masked: String,
    /// 主办: whether it invites and ends the others.
    is_lead: bool,
    /// When the invitation was accepted; null until then.
    #[schema(value_type = Option<Moment>)]
    accepted_at: Option<Instant>,
    /// What the caller may do with it: `end`.
    can: Vec<&'static str>,
}

impl From<AgentView> for HallAgent {
    fn from(view: AgentView) -> HallAgent {
        HallAgent {
            agent_id: view.agent_id,
            name: view.name,
            mobile_masked: view.mobile,
            is_lead: view.is_lead,
            accepted_at: view.accepted_at,
            can: view.can,
        }
    }
}

/// The agents of the employer that act or are awaited; for its 主办.
#[utoipa::path(
    get,
    path = "/api/hall/employers/{employer_id}/agents",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(("employer_id" = String, Path, format = "uuid")),
    responses((status = 200, body = Items<HallAgent>), ReadOneRefusals)
)]
pub(crate) async fn list_hall_agents(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
) -> Answer<Json<Items<HallAgent>>> {
    let agents = agent::agents(&api.app, &agent.caller, agent.employer_id).await?;
    let live = agents
        .into_iter()
        .filter(|one| one.status != AgentStatus::Ended);
    Ok(Json(Items::of(live)))
}
