//! One remittance.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::payer::PaidBy;
use fund::remittance::{self, RemittanceView, RuleVerdict, Verdict};
use kernel::{
    ArrivalId, Date, EmployerNo, Fen, Instant, RemittanceId, RosterId, SuspenseId, VoucherId,
};
use serde::Serialize;
use settlement::arrival;
use utoipa::ToSchema;

use super::list::RemittanceSummary;
use super::{PaidByCode, VerdictCode};
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Moment, Number};

/// 汇缴.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Remittance {
    #[serde(flatten)]
    summary: RemittanceSummary,
    /// 单位账号.
    #[schema(value_type = Number)]
    employer_no: EmployerNo,
    /// 汇缴期限: the last day on which it is in time; null while the holidays on the way aren't known.
    #[schema(value_type = Option<Day>)]
    due_on: Option<Date>,
    /// Who posted it; null before that.
    posted_by: Option<String>,
    /// The roster it was assessed from.
    #[schema(value_type = Id)]
    roster_id: RosterId,
    /// 单位缴存额.
    #[schema(value_type = i64)]
    employer_fen: Fen,
    /// 个人缴存额.
    #[schema(value_type = i64)]
    member_fen: Fen,
    /// Its vouchers in order, those that took them back last.
    #[schema(value_type = Vec<Id>)]
    voucher_ids: Vec<VoucherId>,
    /// What filled it, in order.
    fundings: Vec<Funding>,
    /// What waits for it: too little came, or too much for the month before.
    #[schema(value_type = i64)]
    waiting_fen: Fen,
    /// What else of the employer's waits in suspense.
    #[schema(value_type = i64)]
    employer_waiting_fen: Fen,
    /// What it was held against when it was assessed.
    rules: Vec<RuleLine>,
    /// What its reversal found no longer in the accounts, or frozen in them.
    shortfall: Option<ReversalShortfall>,
    /// What the caller may do with it: `cancel`, `allocate`, `reverse`.
    can: Vec<&'static str>,
    #[schema(value_type = Moment)]
    assessed_at: Instant,
    assessed_by: String,
    /// Why it was cancelled or reversed.
    ended_reason: Option<String>,
}

/// What a reversal made receivable.
#[derive(Debug, Serialize, ToSchema)]
struct ReversalShortfall {
    /// Of how many members.
    people: i64,
    #[schema(value_type = i64)]
    amount_fen: Fen,
}

/// Money that filled a remittance.
#[derive(Debug, Serialize, ToSchema)]
struct Funding {
    /// The arrival that it is of.
    #[schema(value_type = Id)]
    arrival_id: ArrivalId,
    /// 到账流水号 of it.
    arrival_serial: String,
    /// The item of suspense that it came by; straight from the wire without one.
    #[schema(value_type = Option<Id>)]
    suspense_id: Option<SuspenseId>,
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// 付款人 of the wire.
    payer_name: String,
    /// 到账日期.
    #[schema(value_type = Day)]
    value_date: Date,
    /// What the payer is to the employer.
    #[schema(value_type = PaidByCode)]
    paid_by: PaidBy,
}

impl From<remittance::FundingView> for Funding {
    fn from(row: remittance::FundingView) -> Funding {
        Funding {
            arrival_id: row.arrival_id,
            arrival_serial: arrival::serial_text(row.arrival_serial),
            suspense_id: row.suspense_id,
            amount_fen: row.amount_fen,
            payer_name: row.payer_name,
            value_date: row.value_date,
            paid_by: row.paid_by,
        }
    }
}

/// A rule with what it looked at and what it said.
#[derive(Debug, Serialize, ToSchema)]
struct RuleLine {
    rule: String,
    input: String,
    limit: String,
    /// The document that the limit comes from.
    source: String,
    #[schema(value_type = VerdictCode)]
    verdict: Verdict,
}

impl From<RuleVerdict> for RuleLine {
    fn from(row: RuleVerdict) -> RuleLine {
        let RuleVerdict {
            rule,
            input,
            limit_text,
            source,
            verdict,
            ..
        } = row;
        RuleLine {
            rule,
            input,
            limit: limit_text,
            source,
            verdict,
        }
    }
}

impl From<RemittanceView> for Remittance {
    fn from(view: RemittanceView) -> Remittance {
        let voucher_ids = view.voucher_ids();
        let remittance = view.remittance;
        Remittance {
            employer_no: view.employer_no,
            due_on: view.due_on,
            posted_by: view.posted_by,
            roster_id: remittance.roster_id,
            employer_fen: remittance.employer_fen,
            member_fen: remittance.member_fen,
            voucher_ids,
            fundings: view.fundings.into_iter().map(Funding::from).collect(),
            waiting_fen: view.waiting_fen,
            employer_waiting_fen: view.employer_waiting_fen,
            rules: view.rules.into_iter().map(RuleLine::from).collect(),
            shortfall: view
                .shortfall
                .map(|(people, amount_fen)| ReversalShortfall { people, amount_fen }),
            can: view.can,
            assessed_at: remittance.assessed_at,
            assessed_by: remittance.assessed_by_name.clone(),
            ended_reason: remittance.ended_reason.clone(),
            summary: RemittanceSummary::of(remittance, view.employer_name),
        }
    }
}

/// One remittance.
#[utoipa::path(
    get,
    path = "/api/remittances/{id}",
    tag = "remittances",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Remittance), ReadOneRefusals)
)]
pub(crate) async fn show_remittance(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(remittance_id): Named<RemittanceId>,
) -> Answer<Json<Remittance>> {
    Ok(Json(
        remittance::remittance(&api.app, &staff.caller, remittance_id)
            .await?
            .into(),
    ))
}
