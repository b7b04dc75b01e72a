//! One request for approval.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{ApprovalId, Instant};
use platform::approval::{self, StepView, Verdict};
use serde::Serialize;
use utoipa::ToSchema;

use super::ApprovalVerdictCode;
use super::list::ApprovalSummary;
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::Moment;

/// 审批 with its steps.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Approval {
    #[serde(flatten)]
    summary: ApprovalSummary,
    /// Its steps, in order.
    steps: Vec<ApprovalStep>,
    /// What the caller may do with it: `approve`, `give_back`, `withdraw`.
    can: Vec<&'static str>,
}

/// 审批环节.
#[derive(Debug, Serialize, ToSchema)]
struct ApprovalStep {
    step_no: i64,
    /// The role that decides it.
    role_name: String,
    /// Working days for it.
    term_days: i64,
    /// What was decided.
    #[schema(value_type = Option<ApprovalVerdictCode>)]
    verdict: Option<Verdict>,
    #[schema(value_type = Option<Moment>)]
    decided_at: Option<Instant>,
    /// By whom.
    decided_by: Option<String>,
    /// Who was away, where that was a deputy.
    instead_of: Option<String>,
    /// What was said with it.
    note: Option<String>,
    /// Who may decide it now.
    deciders: Vec<String>,
}

impl From<StepView> for ApprovalStep {
    fn from(view: StepView) -> ApprovalStep {
        let step = view.step;
        ApprovalStep {
            step_no: step.step_no,
            role_name: step.role_name,
            term_days: step.term_days,
            verdict: step.verdict,
            decided_at: step.decided_at,
            decided_by: step.decided_by_name,
            instead_of: view.instead_of,
            note: step.note,
            deciders: view.deciders,
        }
    }
}

/// One request, with who decided what and who may decide now.
#[utoipa::path(
    get,
    path = "/api/approvals/{id}",
    tag = "approvals",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Approval), ReadOneRefusals)
)]
pub(crate) async fn show_approval(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(id): Named<ApprovalId>,
) -> Answer<Json<Approval>> {
    let view = approval::show(&api.app, &staff.caller, id).await?;
    let today = api.app.clock.today();
    Ok(Json(Approval {
        summary: ApprovalSummary::of(view.row, &api.actions, today),
        steps: view.steps.into_iter().map(ApprovalStep::from).collect(),
        can: view.can,
    }))
}
