//! How businesses are approved.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{ApprovalFlowId, Date, Fen, Instant};
use platform::approval::{self, FlowStepView, FlowView};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, count, or_none, sentence, text};
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Moment};
use crate::workbook::{MEDIA_TYPE, Workbook};

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

/// A business with its flows, the latest first.
struct FlowsOf {
    label: &'static str,
    flows: Vec<FlowView>,
}

impl FlowsOf {
    fn in_force(&self) -> Option<&FlowView> {
        self.flows.iter().find(|flow| flow.in_force)
    }

    /// Those of days to come, the next first.
    fn upcoming(&self) -> impl Iterator<Item = &FlowView> {
        let to_come = self.flows.iter().take_while(|flow| !flow.in_force);
        let mut to_come: Vec<&FlowView> = to_come.collect();
        to_come.reverse();
        to_come.into_iter()
    }
}

/// The steps of a flow in a sentence.
fn steps_said(flow: &FlowView) -> String {
    let step = |step: &FlowStepView| {
        let from = match step.from_fen.is_positive() {
            true => format!("满 {} 元，", step.from_fen.grouped()),
            false => String::new(),
        };
        format!("{}（{from}{} 个工作日）", step.role_name, step.term_days)
    };
    match flow.steps.is_empty() {
        true => "不需审批".to_owned(),
        false => flow.steps.iter().map(step).collect::<Vec<_>>().join(" → "),
    }
}

static SHEET: ListSheet<FlowsOf> = ListSheet {
    name: "approval_flows",
    title: "审批流程",
    columns: &[
        text("label", "业务", 20, |row| row.label.to_owned()),
        sentence("steps", "现行流程", |row| {
            row.in_force()
                .map_or_else(|| "不需审批".to_owned(), steps_said)
        }),
        text("effective_from", "生效日期", 12, |row| {
            or_none(row.in_force().map(|flow| flow.effective_from))
        }),
        sentence("source", "依据", |row| {
            or_none(row.in_force().map(|flow| flow.source.as_str()))
        }),
        sentence("upcoming", "待生效", |row| {
            let said = |flow: &FlowView| format!("{} 起 {}", flow.effective_from, steps_said(flow));
            let upcoming: Vec<String> = row.upcoming().map(said).collect();
            or_none((!upcoming.is_empty()).then(|| upcoming.join("；")))
        }),
        count("history", "历次", |row| {
            i64::try_from(row.flows.len()).ok()
        }),
    ],
    filters: &[],
};

/// How each business is approved, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/approval-flows/businesses.xlsx",
    tag = "approval-flows",
    params(Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_approval_flows(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let flows = approval::flows(&export.app, &staff.caller).await?;
    let of = |business: &str| {
        let flows = flows.iter().filter(|flow| flow.business == business);
        flows.cloned().collect()
    };
    let rows = api.businesses.iter().map(|known| FlowsOf {
        label: known.business.label,
        flows: of(known.business.code),
    });
    let rows = rows.collect();
    export.whole(&SHEET, asked, rows).await
}
