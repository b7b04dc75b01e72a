//! The employer that an agent acts for.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::agent::{self, EmployerPage};
use kernel::{EmployerId, EmployerNo, Fen, Month, Rate, RosterId};
use serde::Serialize;
use utoipa::ToSchema;

use super::PayTo;
use super::caller::AgentCaller;
use crate::Api;
use crate::problem::{Answer, Problem, ReadOneRefusals};
use crate::wire::{Id, Number, YearMonth};

/// 缴存单位 as its hall shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HallEmployer {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位账号.
    #[schema(value_type = Number)]
    employer_no: EmployerNo,
    name: String,
    /// 单位账户状态, in words.
    status_label: &'static str,
    /// 缴存人数.
    members: i64,
    /// What a month of them comes to now, both sides.
    #[schema(value_type = i64)]
    monthly_fen: Fen,
    /// 单位缴存比例, in parts per billion.
    #[schema(value_type = i64)]
    employer_rate: Rate,
    /// 个人缴存比例, in parts per billion.
    #[schema(value_type = i64)]
    member_rate: Rate,
    /// 缴至年月.
    #[schema(value_type = Option<YearMonth>)]
    paid_through: Option<Month>,
    /// The month that the next roster is for.
    #[schema(value_type = YearMonth)]
    next_month: Month,
    /// What an upload of that month's roster would be refused with today; null where nothing stands in
    /// the way.
    next_month_refused: Option<Problem>,
    /// The months owed, in order.
    #[schema(value_type = Vec<YearMonth>)]
    months_owed: Vec<Month>,
    /// The roster that waits to be confirmed.
    open_roster: Option<OpenRoster>,
    /// Where it pays to; null while the centre has no account for contributions.
    pay_to: Option<PayTo>,
    /// What the agent may do: `upload_roster`, while a month is to be remitted; `manage_agents`.
    can: Vec<&'static str>,
}

/// A roster that waits to be confirmed.
#[derive(Debug, Serialize, ToSchema)]
struct OpenRoster {
    #[schema(value_type = Id)]
    roster_id: RosterId,
    #[schema(value_type = YearMonth)]
    month: Month,
}

impl From<EmployerPage> for HallEmployer {
    fn from(page: EmployerPage) -> HallEmployer {
        let (view, summary) = (page.view.employer, page.view.summary);
        HallEmployer {
            employer_id: summary.employer_id,
            employer_no: summary.employer_no,
            name: summary.name,
            status_label: summary.status.label(),
            members: summary.people,
            monthly_fen: page.monthly_fen,
            employer_rate: view.employer_rate,
            member_rate: view.member_rate,
            paid_through: summary.paid_through,
            next_month: page.view.next_month,
            next_month_refused: page.view.next_month_refused.as_ref().map(Problem::from),
            months_owed: page.months_owed,
            open_roster: page
                .open_roster
                .map(|(roster_id, month)| OpenRoster { roster_id, month }),
            pay_to: page.pay_to.map(PayTo::from),
            can: page.can,
        }
    }
}

/// The employer.
#[utoipa::path(
    get,
    path = "/api/hall/employers/{employer_id}",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(("employer_id" = String, Path, format = "uuid")),
    responses((status = 200, body = HallEmployer), ReadOneRefusals)
)]
pub(crate) async fn show_hall_employer(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
) -> Answer<Json<HallEmployer>> {
    let page = agent::employer_page(&api.app, &agent.caller, agent.employer_id).await?;
    Ok(Json(page.into()))
}
