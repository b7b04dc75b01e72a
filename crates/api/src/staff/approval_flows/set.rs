//! Setting how a business is approved.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use kernel::{ApprovalFlowId, Fen};
use platform::approval::{self, NewFlow, NewStep};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, PendingApproval, Reply};

/// A flow as it is set.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApprovalFlowChange {
    /// An action's code.
    business: String,
    /// The first day it holds, today or later.
    #[schema(value_type = Day)]
    effective_from: String,
    /// 依据: the document that sets it.
    #[schema(max_length = 100)]
    source: String,
    #[schema(max_length = 100)]
    reason: String,
    /// In order, nine at most; none: no approval from that day on.
    #[schema(max_items = 9)]
    steps: Vec<ApprovalFlowStepChange>,
}

/// A step of a flow as it is set.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApprovalFlowStepChange {
    /// The code of the role that decides it.
    role: String,
    /// The amount from which it is taken; always, where it is missing.
    #[schema(value_type = Option<i64>)]
    from_fen: Option<Fen>,
    /// Working days for it, 1 to 60.
    term_days: i64,
}

/// A flow that was set.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ApprovalFlowSet {
    #[schema(value_type = Id)]
    flow_id: ApprovalFlowId,
}

/// Sets how a business is approved from a day on. What was asked before goes its way by the flow it
/// began with. It may need approval itself.
#[utoipa::path(
    post,
    path = "/api/approval-flows",
    tag = "approval-flows",
    params(Key),
    request_body = ApprovalFlowChange,
    responses(
        (status = 201, body = ApprovalFlowSet),
        (status = 202, body = PendingApproval),
        ChangeRefusals
    )
)]
pub(crate) async fn set_approval_flow(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(form): Body<ApprovalFlowChange>,
) -> Answer<Reply<ApprovalFlowSet>> {
    let steps = form.steps.into_iter().map(|step| NewStep {
        role: step.role,
        from_fen: step.from_fen.unwrap_or(Fen::ZERO),
        term_days: step.term_days,
    });
    let new = NewFlow {
        business: form.business,
        effective_from: form.effective_from,
        source: form.source,
        reason: form.reason,
        steps: steps.collect(),
    };
    let (app, caller) = (&api.app, &staff.caller);
    let outcome = approval::record_flow(app, caller, &key, &api.businesses, &new).await?;
    let created = StatusCode::CREATED;
    Ok(Reply::of(created, outcome, |flow_id| ApprovalFlowSet {
        flow_id,
    }))
}
