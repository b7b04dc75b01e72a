//! How businesses are approved.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{ApprovalFlowId, Date, Fen, Instant};
use platform::approval::{self, FlowStepView, FlowView};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Moment};

/// The businesses that can be made to need approval, and every flow that was set.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ApprovalFlows {
    businesses: Vec<ApprovableBusiness>,
    /// By business, the latest first.
    flows: Vec<ApprovalFlow>,
}

/// A business that can be made to need approval.
#[derive(Debug, Serialize, ToSchema)]
struct ApprovableBusiness {
    /// An action's code.
    business: &'static str,
    label: &'static str,
    /// Whether it moves money, so that steps may begin at an amount.
    by_amount: bool,
}

/// 审批流程: how a business is approved from a day on.
#[derive(Debug, Serialize, ToSchema)]
struct ApprovalFlow {
    #[schema(value_type = Id)]
    flow_id: ApprovalFlowId,
    /// An action's code.
    business: String,
    /// The first day it holds.
    #[schema(value_type = Day)]
    effective_from: Date,
    /// Whether it is the one that holds today.
    in_force: bool,
    /// 依据.
    source: String,
    reason: String,
    #[schema(value_type = Moment)]
    recorded_at: Instant,
    recorded_by: String,
    /// In order; none: no approval.
    steps: Vec<ApprovalFlowStep>,
}

/// A step of a flow.
#[derive(Debug, Serialize, ToSchema)]
struct ApprovalFlowStep {
    /// The code of the role that decides it.
    role: String,
    role_name: String,
    /// The amount from which it is taken.
    #[schema(value_type = i64)]
    from_fen: Fen,
    /// Working days for it.
    term_days: i64,
}

impl From<FlowStepView> for ApprovalFlowStep {
    fn from(step: FlowStepView) -> ApprovalFlowStep {
        ApprovalFlowStep {
            role: step.role,
            role_name: step.role_name,
            from_fen: step.from_fen,
            term_days: step.term_days,
        }
    }
}

impl From<FlowView> for ApprovalFlow {
    fn from(flow: FlowView) -> ApprovalFlow {
        ApprovalFlow {
            flow_id: flow.flow_id,
            business: flow.business,
            effective_from: flow.effective_from,
            in_force: flow.in_force,
            source: flow.source,
            reason: flow.reason,
            recorded_at: flow.recorded_at,
            recorded_by: flow.recorded_by_name,
            steps: flow.steps.into_iter().map(ApprovalFlowStep::from).collect(),
        }
    }
}

/// How businesses are approved: now, before and from days to come.
#[utoipa::path(
    get,
    path = "/api/approval-flows",
    tag = "approval-flows",
    responses((status = 200, body = ApprovalFlows), ReadRefusals)
)]
pub(crate) async fn list_approval_flows(
    State(api): State<Arc<Api>>,
    staff: Staff,
) -> Answer<Json<ApprovalFlows>> {
    let flows = approval::flows(&api.app, &staff.caller).await?;
    let businesses = api.businesses.iter().map(|known| ApprovableBusiness {
        business: known.business.code,
        label: known.business.label,
        by_amount: known.by_amount,
    });
    Ok(Json(ApprovalFlows {
        businesses: businesses.collect(),
        flows: flows.into_iter().map(ApprovalFlow::from).collect(),
    }))
}
