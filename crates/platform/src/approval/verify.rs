//! Proving approvals: what was asked, decided and set is as it was recorded.

use db::{Digest, Digest32, ReadTx};
use kernel::{ApprovalFlowId, ApprovalId, ApprovalStepId, CentreId, DelegationId, Finding, Result};

use super::store::{self, Approval, Decided, DelegationRow, Flow, FlowStep, NewStepRow};
use super::{APPROVAL_ASK, APPROVAL_DECIDE, APPROVAL_FLOW_SET, DELEGATION_SET, SEALED_AS};
use crate::audit::{Difference, Parts, Recorded, compare_facts, compare_facts_with};

/// The steps of a request, of which its facts hold what never changes.
pub(super) const STEPS: Parts<'_, ApprovalId, NewStepRow> = Parts {
    between: &store::STEPS_BETWEEN,
    of: |step| step.approval_id,
    add: |digest, step| {
        digest
            .column(step.step_id)
            .int(step.step_no)
            .column(step.role_id)
            .int(step.term_days)
    },
};

/// The steps of a flow.
pub(super) const FLOW_STEPS: Parts<'_, ApprovalFlowId, FlowStep> = Parts {
    between: &store::FLOW_STEPS_BETWEEN,
    of: |step| step.flow_id,
    add: |digest, step| {
        digest
            .int(step.step_no)
            .column(step.role_id)
            .column(step.from_fen)
            .int(step.term_days)
    },
};

/// What is recorded of a flow, beside its steps.
pub(super) fn flow_facts(centre: CentreId, flow: &Flow) -> Digest32 {
    Digest::new(APPROVAL_FLOW_SET.code)
        .column(centre)
        .column(flow.flow_id)
        .text(&flow.business)
        .column(flow.effective_from)
        .text(&flow.source)
        .text(&flow.reason)
        .column(flow.recorded_at)
        .text(&flow.recorded_by)
        .text(&flow.recorded_by_name)
        .finish()
}

/// What is recorded of a decision.
pub(super) fn decision_facts(centre: CentreId, decided: &Decided) -> Digest32 {
    Digest::new(APPROVAL_DECIDE.code)
        .column(centre)
        .column(decided.step_id)
        .column(decided.verdict)
        .column(decided.decided_at)
        .column(decided.decided_by)
        .text(&decided.decided_by_name)
        .column(decided.instead_of)
        .text_or_none(decided.note.as_deref())
        .finish()
}

/// What is recorded of a delegation; that it ended is an event of its own.
pub(super) fn delegation_facts(centre: CentreId, row: &DelegationRow) -> Digest32 {
    Digest::new(DELEGATION_SET.code)
        .column(centre)
        .column(row.delegation_id)
        .column(row.from_staff)
        .column(row.to_staff)
        .column(row.first_day)
        .column(row.last_day)
        .text(&row.reason)
        .column(row.recorded_at)
        .text(&row.recorded_by)
        .finish()
}

/// Holds every request with its steps, every decision, flow and delegation against the events of its
/// recording: `approval_facts_differ` at `/approval/<id>`, `approval_decision_differs` at
/// `/approval_step/<id>`, `approval_flow_differs` at `/approval_flow/<id>`, `delegation_differs` at
/// `/delegation/<id>`.
///
/// # Errors
/// Broken when the database fails.
pub async fn verify(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let mut findings = requests_in(tx).await?;
    findings.extend(decisions_in(tx).await?);
    findings.extend(flows_in(tx).await?);
    findings.extend(delegations_in(tx).await?);
    Ok(findings)
}

fn finding(table: &str, id: &str, code: &'static str, sentence: String) -> Finding {
    Finding::new(format!("/{table}/{id}"), code, sentence)
}

async fn requests_in(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let (centre, keys) = (tx.centre(), tx.keys().clone());
    let mut findings = Vec::new();
    let recorded = Recorded {
        action: &APPROVAL_ASK,
        rows_after: &store::APPROVALS_AFTER,
        nil: ApprovalId::NIL,
    };
    let facts = |approval: &Approval| {
        let row = keys.of_row(centre, approval.approval_id);
        let command = row.open(SEALED_AS, &approval.command).ok()?;
        Some(approval.facts(centre, keys.hmac(SEALED_AS, command.as_bytes())))
    };
    let found = |id: &str, how: Difference| {
        let sentence = how.sentence("审批");
        findings.push(finding("approval", id, "approval_facts_differ", sentence));
    };
    compare_facts_with(tx, &recorded, facts, &STEPS, found).await?;
    Ok(findings)
}

async fn decisions_in(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let centre = tx.centre();
    let mut findings = Vec::new();
    let recorded = Recorded {
        action: &APPROVAL_DECIDE,
        rows_after: &store::DECIDED_AFTER,
        nil: ApprovalStepId::NIL,
    };
    let facts = |step: &Decided| Some(decision_facts(centre, step));
    let found = |id: &str, how: Difference| {
        let sentence = how.sentence_of_act("审批环节的办理");
        let code = "approval_decision_differs";
        findings.push(finding("approval_step", id, code, sentence));
    };
    compare_facts(tx, &recorded, facts, found).await?;
    Ok(findings)
}

async fn flows_in(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let centre = tx.centre();
    let mut findings = Vec::new();
    let recorded = Recorded {
        action: &APPROVAL_FLOW_SET,
        rows_after: &store::FLOWS_AFTER,
        nil: ApprovalFlowId::NIL,
    };
    let facts = |flow: &Flow| Some(flow_facts(centre, flow));
    let found = |id: &str, how: Difference| {
        let sentence = how.sentence("审批流程");
        findings.push(finding(
            "approval_flow",
            id,
            "approval_flow_differs",
            sentence,
        ));
    };
    compare_facts_with(tx, &recorded, facts, &FLOW_STEPS, found).await?;
    Ok(findings)
}

async fn delegations_in(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let centre = tx.centre();
    let mut findings = Vec::new();
    let recorded = Recorded {
        action: &DELEGATION_SET,
        rows_after: &store::DELEGATIONS_AFTER,
        nil: DelegationId::NIL,
    };
    let facts = |row: &DelegationRow| Some(delegation_facts(centre, row));
    let found = |id: &str, how: Difference| {
        let sentence = how.sentence("代办设置");
        findings.push(finding("delegation", id, "delegation_differs", sentence));
    };
    compare_facts(tx, &recorded, facts, found).await?;
    Ok(findings)
}
