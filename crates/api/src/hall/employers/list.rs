//! For whom an agent acts.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::agent::{self, ActedFor};
use kernel::{EmployerId, EmployerNo};
use serde::Serialize;
use utoipa::ToSchema;

use super::caller::Agent;
use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::wire::{Id, Items, Number};

/// An employer that the agent acts for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HallEmployerSummary {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位账号.
    #[schema(value_type = Number)]
    employer_no: EmployerNo,
    name: String,
    /// 主办: whether it invites and ends the employer's other agents.
    is_lead: bool,
    /// 欠缴月数, as of today.
    months_owed: i64,
    /// Remittances that wait for their money.
    unpaid_remittances: i64,
}

impl From<ActedFor> for HallEmployerSummary {
    fn from(row: ActedFor) -> HallEmployerSummary {
        HallEmployerSummary {
            employer_id: row.employer_id,
            employer_no: row.employer_no,
            name: row.name,
            is_lead: row.is_lead,
            months_owed: row.months_owed,
            unpaid_remittances: row.unpaid_remittances,
        }
    }
}

/// The employers that the agent acts for.
#[utoipa::path(
    get,
    path = "/api/hall/employers",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    responses((status = 200, body = Items<HallEmployerSummary>), ReadRefusals)
)]
pub(crate) async fn list_hall_employers(
    State(api): State<Arc<Api>>,
    agent: Agent,
) -> Answer<Json<Items<HallEmployerSummary>>> {
    let acted_for = agent::acts_for(&api.app, api.centre, agent.agent_id).await?;
    Ok(Json(Items::of(acted_for)))
}
