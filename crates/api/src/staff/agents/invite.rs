//! Inviting somebody to act for an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::agent::{self, Delivery, Invited, Invitee, NewAgent};
use kernel::{AgentId, EmployerId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::Id;

/// Who is to act for the employer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgentInvitation {
    /// Who, unless it is the 经办人 registered with the employer.
    name: Option<String>,
    /// The same one's mobile number.
    mobile: Option<String>,
    /// 主办: whether it invites and ends the employer's others.
    is_lead: bool,
    /// Whether the code is sent to the mobile number; else it is told to the clerk, once.
    by_message: bool,
}

/// Somebody invited.
#[derive(Serialize, ToSchema)]
pub(crate) struct AgentInvited {
    #[schema(value_type = Id)]
    agent_id: AgentId,
    /// 邀请码 to be handed over; null where it was sent, and where the same was asked before.
    invitation_code: Option<String>,
}

impl From<AgentInvitation> for NewAgent {
    fn from(form: AgentInvitation) -> NewAgent {
        NewAgent {
            invitee: match (form.name, form.mobile) {
                (None, None) => Invitee::Registered,
                (name, mobile) => Invitee::Named {
                    name: name.unwrap_or_default(),
                    mobile: mobile.unwrap_or_default(),
                },
            },
            is_lead: form.is_lead,
            delivery: match form.by_message {
                true => Delivery::Sent,
                false => Delivery::Shown,
            },
        }
    }
}

/// Invites somebody to act for an employer in its hall, for seven days; again, with another code, who
/// hasn't come yet.
#[utoipa::path(
    post,
    path = "/api/employers/{id}/agents",
    tag = "agents",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = AgentInvitation,
    responses((status = 201, body = AgentInvited), ChangeRefusals)
)]
pub(crate) async fn invite_agent(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
    Key(key): Key,
    Body(form): Body<AgentInvitation>,
) -> Answer<(StatusCode, Json<AgentInvited>)> {
    let (app, caller) = (&api.app, &staff.caller);
    let Invited { agent_id, code } =
        agent::invite(app, caller, &key, employer_id, form.into()).await?;
    let invited = AgentInvited {
        agent_id,
        invitation_code: code,
    };
    Ok((StatusCode::CREATED, Json(invited)))
}
