//! Inviting an agent, by the employer's 主办.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::agent::{self, Delivery, Invitee, NewAgent};
use kernel::AgentId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key};
use crate::hall::employers::caller::AgentCaller;
use crate::problem::{Answer, ChangeRefusals};
use crate::wire::Id;

/// Who is to act for the employer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HallAgentInvitation {
    name: String,
    mobile: String,
    /// 主办: whether it invites and ends others, too.
    is_lead: bool,
}

/// Somebody invited.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HallAgentInvited {
    #[schema(value_type = Id)]
    agent_id: AgentId,
    /// That the code is sent to the mobile number: always.
    invitation_code_sent: bool,
}

/// Invites somebody to act for the employer; the code is sent to the mobile number.
#[utoipa::path(
    post,
    path = "/api/hall/employers/{employer_id}/agents",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(("employer_id" = String, Path, format = "uuid"), Key),
    request_body = HallAgentInvitation,
    responses((status = 201, body = HallAgentInvited), ChangeRefusals)
)]
pub(crate) async fn invite_hall_agent(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Key(key): Key,
    Body(form): Body<HallAgentInvitation>,
) -> Answer<(StatusCode, Json<HallAgentInvited>)> {
    let new = NewAgent {
        invitee: Invitee::Named {
            name: form.name,
            mobile: form.mobile,
        },
        is_lead: form.is_lead,
        delivery: Delivery::Sent,
    };
    let invited = agent::invite(&api.app, &agent.caller, &key, agent.employer_id, new).await?;
    let invited = HallAgentInvited {
        agent_id: invited.agent_id,
        invitation_code_sent: true,
    };
    Ok((StatusCode::CREATED, Json(invited)))
}
