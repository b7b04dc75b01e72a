//! What an employer has to pay for a month, and what has come of it.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::agent::{self, PaymentPage};
use fund::remittance::{self, FundingView};
use kernel::{Date, Fen, RemittanceId, RosterId};
use serde::Serialize;
use settlement::arrival;
use utoipa::ToSchema;

use crate::Api;
use crate::hall::employers::PayTo;
use crate::hall::employers::caller::{AgentCaller, Thing};
use crate::hall::own;
use crate::problem::{Answer, ReadOneRefusals};
use crate::staff::remittances::RemittanceSummary;
use crate::wire::{Day, Id};

/// 汇缴 as the employer's hall shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HallRemittance {
    #[serde(flatten)]
    summary: RemittanceSummary,
    /// 汇缴状态, in words.
    status_label: &'static str,
    /// The amount to pay in capital characters.
    expected_words: String,
    /// 单位缴存额.
    #[schema(value_type = i64)]
    employer_fen: Fen,
    /// 个人缴存额.
    #[schema(value_type = i64)]
    member_fen: Fen,
    /// 汇缴期限: the last day on which it is in time; null while the holidays on the way aren't known.
    #[schema(value_type = Option<Day>)]
    due_on: Option<Date>,
    /// The roster it was assessed from.
    #[schema(value_type = Id)]
    roster_id: RosterId,
    /// How much of it has come.
    #[schema(value_type = i64)]
    received_fen: Fen,
    /// What of that waits: too little came, or too much for the month before.
    #[schema(value_type = i64)]
    waiting_fen: Fen,
    /// What filled it, in order.
    fundings: Vec<HallFunding>,
    /// Where it is paid to; null while the centre has no account for contributions.
    pay_to: Option<PayTo>,
    /// Why it was cancelled or reversed.
    ended_reason: Option<String>,
}

/// Money that filled a remittance.
#[derive(Debug, Serialize, ToSchema)]
struct HallFunding {
    /// 到账流水号.
    arrival_serial: String,
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// 付款人 of the wire.
    payer_name: String,
    /// 到账日期.
    #[schema(value_type = Day)]
    value_date: Date,
}

impl From<FundingView> for HallFunding {
    fn from(row: FundingView) -> HallFunding {
        HallFunding {
            arrival_serial: arrival::serial_text(row.arrival_serial),
            amount_fen: row.amount_fen,
            payer_name: row.payer_name,
            value_date: row.value_date,
        }
    }
}

impl From<PaymentPage> for HallRemittance {
    fn from(page: PaymentPage) -> HallRemittance {
        let remittance = page.view.remittance;
        HallRemittance {
            status_label: remittance.status.label(),
            expected_words: remittance.expected_fen.uppercase(),
            employer_fen: remittance.employer_fen,
            member_fen: remittance.member_fen,
            due_on: page.view.due_on,
            roster_id: remittance.roster_id,
            received_fen: page.received_fen,
            waiting_fen: page.view.waiting_fen,
            fundings: page.view.fundings.into_iter().map(Into::into).collect(),
            pay_to: page.pay_to.map(PayTo::from),
            ended_reason: remittance.ended_reason.clone(),
            summary: RemittanceSummary::of(remittance, page.view.employer_name),
        }
    }
}

/// One remittance: what to pay, where, by which code, and what has come.
#[utoipa::path(
    get,
    path = "/api/hall/employers/{employer_id}/remittances/{remittance_id}",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(
        ("employer_id" = String, Path, format = "uuid"),
        ("remittance_id" = String, Path, format = "uuid")
    ),
    responses((status = 200, body = HallRemittance), ReadOneRefusals)
)]
pub(crate) async fn show_hall_remittance(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Thing(remittance_id): Thing<RemittanceId>,
) -> Answer<Json<HallRemittance>> {
    let page = agent::payment_page(&api.app, &agent.caller, remittance_id).await;
    let page = own(page, || remittance::unknown(remittance_id))?;
    Ok(Json(page.into()))
}
