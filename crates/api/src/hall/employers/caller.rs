//! An agent as the caller of a request about the employer that the path names.

use std::str::FromStr;
use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use fund::agent;
use kernel::{AgentId, EmployerId, Refusal};
use platform::Caller;
use platform::hall_session;

use crate::Api;
use crate::hall::session::Visitor;
use crate::problem::Fault;

/// An agent that has signed in, whatever it acts for.
pub(crate) struct Agent {
    pub(crate) agent_id: AgentId,
    address: Option<String>,
}

impl FromRequestParts<Arc<Api>> for Agent {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, Fault> {
        let Visitor {
            holder, address, ..
        } = Visitor::from_request_parts(parts, api).await?;
        match holder.visitor {
            hall_session::Visitor::Agent(agent_id) => Ok(Agent { agent_id, address }),
            hall_session::Visitor::Member(_) => Err(of_agents().into()),
        }
    }
}

/// An agent acting for the employer that the path names as `employer_id`. Whether it does is read at
/// each request: of an employer that it doesn't act for it is told what it would be told if there were
/// none.
pub(crate) struct AgentCaller {
    pub(crate) caller: Caller,
    pub(crate) employer_id: EmployerId,
}

impl FromRequestParts<Arc<Api>> for AgentCaller {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, Fault> {
        let Agent { agent_id, address } = Agent::from_request_parts(parts, api).await?;
        let employer_id = named(parts, api, "employer_id").await?;
        let app = &api.app;
        let caller = agent::caller_of(app, api.centre, agent_id, employer_id, address).await?;
        Ok(AgentCaller {
            caller,
            employer_id,
        })
    }
}

/// The thing of an employer that the path names last. What is no id names nothing: 404.
pub(crate) struct Thing<T>(pub(crate) T);

impl<T: FromStr> FromRequestParts<Arc<Api>> for Thing<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, Fault> {
        let params = RawPathParams::from_request_parts(parts, api).await;
        let params = params.map_err(|_| nothing())?;
        let last = params.iter().last().and_then(|(_, text)| text.parse().ok());
        Ok(Thing(last.ok_or_else(nothing)?))
    }
}

async fn named<T: FromStr>(parts: &mut Parts, api: &Arc<Api>, name: &str) -> Result<T, Fault> {
    let params = RawPathParams::from_request_parts(parts, api).await;
    let params = params.map_err(|_| nothing())?;
    let named = params.iter().find(|(key, _)| *key == name);
    let named = named.and_then(|(_, text)| text.parse().ok());
    Ok(named.ok_or_else(nothing)?)
}

fn of_agents() -> Refusal {
    let sentence = "请以单位经办人身份登录单位网厅";
    Refusal::forbidden("agent_hall_only", sentence)
}

fn nothing() -> Refusal {
    Refusal::not_found("not_found", "没有找到所要的内容")
}
