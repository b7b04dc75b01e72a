//! Who acts for an employer in its hall.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::agent::{self, AgentStatus, AgentView};
use kernel::{AgentId, EmployerId, Instant};
use serde::Serialize;
use utoipa::ToSchema;

use super::AgentStatusCode;
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Id, Items, Moment};

/// 经办人 of an employer. What is personal is masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmployerAgent {
    #[schema(value_type = Id)]
    agent_id: AgentId,
    name: String,
    mobile: String,
    /// 主办: whether it invites and ends the employer's others.
    is_lead: bool,
    #[schema(value_type = AgentStatusCode)]
    status: AgentStatus,
    #[schema(value_type = Moment)]
    invited_at: Instant,
    invited_by: String,
    /// Until when it can accept; null where it has, and where the invitation is over.
    #[schema(value_type = Option<Moment>)]
    acceptable_until: Option<Instant>,
    #[schema(value_type = Option<Moment>)]
    accepted_at: Option<Instant>,
    #[schema(value_type = Option<Moment>)]
    ended_at: Option<Instant>,
    ended_reason: Option<String>,
    /// What the caller may do with it: `end`.
    can: Vec<&'static str>,
}

impl From<AgentView> for EmployerAgent {
    fn from(view: AgentView) -> EmployerAgent {
        EmployerAgent {
            agent_id: view.agent_id,
            name: view.name,
            mobile: view.mobile,
            is_lead: view.is_lead,
            status: view.status,
            invited_at: view.invited_at,
            invited_by: view.invited_by,
            acceptable_until: view.acceptable_until,
            accepted_at: view.accepted_at,
            ended_at: view.ended_at,
            ended_reason: view.ended_reason,
            can: view.can,
        }
    }
}

/// The agents of an employer, those that act or are awaited first; at most 100.
#[utoipa::path(
    get,
    path = "/api/employers/{id}/agents",
    tag = "agents",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Items<EmployerAgent>), ReadOneRefusals)
)]
pub(crate) async fn list_agents(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
) -> Answer<Json<Items<EmployerAgent>>> {
    let agents = agent::agents(&api.app, &staff.caller, employer_id).await?;
    Ok(Json(Items::of(agents)))
}
