//! How businesses are approved: steps, roles, amounts and terms, from a day on.

use std::collections::BTreeMap;

use db::{Digest, Digest32, ReadTx, WriteTx};
use kernel::{ApprovalFlowId, Clock, Date, Fen, Instant, OrBroken, Refusal, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::carry_out::{Approvable, Run};
use super::model::{NewStep, Outcome, Passage, Request};
use super::rule::{self, AskedStep};
use super::standard::{rights, standard};
use super::store::{self, Flow, FlowStep};
use super::verify::{self, FLOW_STEPS};
use super::{APPROVAL_FLOW_READ, APPROVAL_FLOW_SET};
use crate::audit::{self, Subject};
use crate::once::replayed;
use crate::{App, Caller, Decision, IdempotencyKey, Once, Scope, role};

/// A flow as somebody sets it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewFlow {
    /// The business: an action's code.
    pub business: String,
    /// The first day it holds.
    pub effective_from: String,
    /// The document that sets it.
    pub source: String,
    /// Why.
    pub reason: String,
    /// Its steps, in order; none: no approval from that day on.
    pub steps: Vec<NewStep>,
}

/// A flow with its steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowView {
    /// Its id.
    pub flow_id: ApprovalFlowId,
    /// The business: an action's code.
    pub business: String,
    /// The first day it holds.
    pub effective_from: Date,
    /// Whether it is the one that holds today.
    pub in_force: bool,
    /// The document that sets it.
    pub source: String,
    /// Why it was recorded.
    pub reason: String,
    /// When.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by_name: String,
    /// Its steps, in order.
    pub steps: Vec<FlowStepView>,
}

/// A step of a flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowStepView {
    /// The name of the role that decides it.
    pub role_name: String,
    /// The code of that role.
    pub role: String,
    /// The amount from which it is taken.
    pub from_fen: Fen,
    /// Working days for it.
    pub term_days: i64,
}

/// Every flow, by business, the latest first.
///
/// # Errors
/// `action_forbidden`.
pub async fn flows(app: &App, caller: &Caller) -> Result<Vec<FlowView>> {
    app.enforce(caller, &APPROVAL_FLOW_READ, Scope::Centre)
        .await?;
    let today = app.clock.today();
    let mut tx = app.db.read(caller.centre()).await?;
    let names = role::names_in(&mut tx).await?;
    let mut in_force: BTreeMap<String, ApprovalFlowId> = BTreeMap::new();
    let mut views = Vec::new();
    for flow in tx.all(&store::ALL_FLOWS, ()).await? {
        if flow.effective_from <= today {
            in_force
                .entry(flow.business.clone())
                .or_insert(flow.flow_id);
        }
        let steps = tx.all(&store::STEPS_OF_FLOW, (flow.flow_id,)).await?;
        let steps = steps.into_iter().map(|step| {
            let (role, role_name) = names.get(&step.role_id).cloned().unwrap_or_default();
            FlowStepView {
                role_name,
                role,
                from_fen: step.from_fen,
                term_days: step.term_days,
            }
        });
        views.push(FlowView {
            flow_id: flow.flow_id,
            in_force: in_force.get(&flow.business) == Some(&flow.flow_id),
            business: flow.business,
            effective_from: flow.effective_from,
            source: flow.source,
            reason: flow.reason,
            recorded_at: flow.recorded_at,
            recorded_by_name: flow.recorded_by_name,
            steps: steps.collect(),
        });
    }
    Ok(views)
}

/// Sets how one of `businesses` is approved from a day on. It may need approval itself.
///
/// # Errors
/// `action_forbidden`; `approval_business_unknown`, `approval_flow_invalid`,
/// `approval_flow_too_early`; `role_unknown` (not found); `approval_flow_exists` (conflict); those of
/// [`App::pass`] and [`App::write_once`].
pub async fn record_flow(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    businesses: &[Approvable],
    new: &NewFlow,
) -> Result<Outcome<ApprovalFlowId>> {
    app.enforce(caller, &APPROVAL_FLOW_SET, Scope::Centre)
        .await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let checked = checked_in(&mut tx, businesses, new).await?;
    // What was approved was asked in time, however long the approval took.
    if caller.approved.is_none() {
        rule::check_beginning(checked.effective_from, app.clock.today())?;
    }
    drop(tx);
    let command = json!(new);
    let request = Request {
        business: &APPROVAL_FLOW_SET,
        subject: Subject::new("approval_flow_of", &new.business),
        scope: Scope::Centre,
        amount: None,
        summary: checked.summary(),
        command: &command,
    };
    if let Passage::Pending(approval) = app.pass(caller, key, &request).await? {
        return Ok(Outcome::Pending(approval));
    }
    match app
        .write_once(caller, &APPROVAL_FLOW_SET, key, new.digest())
        .await?
    {
        Once::Replay(id) => Ok(Outcome::Done(replayed(&id)?)),
        Once::Fresh(mut tx) => {
            let id = record_in(&mut tx, &app.clock, caller, businesses, new).await?;
            tx.finish(id).await?;
            Ok(Outcome::Done(id))
        }
    }
}

/// Runs an approved [`record_flow`] of one of `businesses`.
///
/// # Errors
/// As [`record_flow`].
pub async fn run_approved_flow(run: Run<'_>, businesses: &[Approvable]) -> Result<String> {
    let asked: NewFlow = run.asked()?;
    let outcome = record_flow(run.app, run.caller, run.key, businesses, &asked).await?;
    outcome.done().or_broken("what is approved is done")?;
    Ok("已设置审批流程".to_owned())
}

/// Sets the [standard] flows, as of today: for a centre that is being founded.
///
/// # Errors
/// As [`record_flow`].
pub async fn seed_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    businesses: &[Approvable],
) -> Result<()> {
    for new in standard(clock.today()) {
        record_in(tx, clock, caller, businesses, &new).await?;
    }
    Ok(())
}

/// Sets the flows by which [rights](super::rights) are given, as of today: for a centre that has its
/// director.
///
/// # Errors
/// As [`record_flow`].
pub async fn seed_rights_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    businesses: &[Approvable],
) -> Result<()> {
    for new in rights(clock.today()) {
        record_in(tx, clock, caller, businesses, &new).await?;
    }
    Ok(())
}

/// A flow that may be set.
struct Checked<'a> {
    business: &'a Approvable,
    effective_from: Date,
    source: String,
    reason: String,
    steps: Vec<AskedStep>,
    /// What the roles of the steps are called, in their order.
    role_names: Vec<String>,
}

impl Checked<'_> {
    /// What is to be set, for an approver.
    fn summary(&self) -> String {
        let step = |(step, role): (&AskedStep, &String)| match step.from.is_positive() {
            true => format!("{role}（{} 元起）", step.from.grouped()),
            false => role.clone(),
        };
        let steps: Vec<String> = self.steps.iter().zip(&self.role_names).map(step).collect();
        let steps = match steps.is_empty() {
            true => "不需审批".to_owned(),
            false => steps.join("、"),
        };
        format!(
            "“{}”自 {} 起的审批环节设为：{steps}（依据{}；{}）",
            self.business.business.label, self.effective_from, self.source, self.reason
        )
    }
}

async fn checked_in<'a>(
    tx: &mut ReadTx,
    businesses: &'a [Approvable],
    new: &NewFlow,
) -> Result<Checked<'a>> {
    let source = text(&new.source, "source", "设置依据")?;
    let reason = text(&new.reason, "reason", "设置原因")?;
    let business = businesses
        .iter()
        .find(|known| known.business.code == new.business);
    let business = business.ok_or_else(|| {
        let sentence = format!("“{}”不是可以设置审批的业务", new.business);
        Refusal::invalid("approval_business_unknown", sentence).at("business")
    })?;
    let effective_from = first_day(&new.effective_from)?;
    let mut steps = Vec::with_capacity(new.steps.len());
    for step in &new.steps {
        steps.push(AskedStep {
            role_id: role::id_in(tx, &step.role).await?,
            from: step.from_fen,
            term_days: step.term_days,
        });
    }
    rule::check_steps(&steps)?;
    if !business.by_amount && steps.iter().any(|step| step.from.is_positive()) {
        let sentence = "这项业务不涉及金额，各环节不能设置起办金额";
        return Err(Refusal::invalid("approval_flow_invalid", sentence)
            .at("steps")
            .into());
    }
    let names = role::names_in(tx).await?;
    for step in &steps {
        if tx
            .optional(&store::ROLE_DECIDES, (step.role_id,))
            .await?
            .is_none()
        {
            let name = names.get(&step.role_id).map_or("", |(_, name)| name);
            let sentence = format!("角色“{name}”没有“办理审批”的权限，不能作为审批环节");
            let refusal = Refusal::invalid("approval_flow_invalid", sentence);
            return Err(refusal.at("steps").into());
        }
    }
    let name_of = |step: &AskedStep| names.get(&step.role_id).map(|(_, name)| name.clone());
    let role_names = steps.iter().map(|step| name_of(step).unwrap_or_default());
    Ok(Checked {
        business,
        effective_from,
        source,
        reason,
        role_names: role_names.collect(),
        steps,
    })
}

async fn record_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    businesses: &[Approvable],
    new: &NewFlow,
) -> Result<ApprovalFlowId> {
    let checked = checked_in(tx, businesses, new).await?;
    let flow = Flow {
        flow_id: ApprovalFlowId::new(clock),
        business: new.business.clone(),
        effective_from: checked.effective_from,
        source: checked.source,
        reason: checked.reason,
        recorded_at: clock.now(),
        recorded_by: caller.actor.label(),
        recorded_by_name: caller.name.clone(),
    };
    keep_in(tx, clock, caller, flow, &checked.steps).await
}

async fn keep_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    flow: Flow,
    steps: &[AskedStep],
) -> Result<ApprovalFlowId> {
    let flow_id = flow.flow_id;
    let rows: Vec<FlowStep> = (1..)
        .zip(steps)
        .map(|(step_no, step)| FlowStep {
            flow_id,
            step_no,
            role_id: step.role_id,
            from_fen: step.from,
            term_days: step.term_days,
        })
        .collect();
    let facts = FLOW_STEPS.begin(verify::flow_facts(tx.centre(), &flow));
    let facts = rows.iter().fold(facts, FLOW_STEPS.add).finish();
    let detail = json!({
        "business": flow.business,
        "effective_from": flow.effective_from,
        "steps": steps.len(),
        "facts": facts.hex(),
    });
    let from = flow.effective_from;
    if tx.execute(&store::INSERT_FLOW, flow).await? == 0 {
        let sentence = format!("这项业务自{from}起已有审批流程");
        return Err(Refusal::conflict("approval_flow_exists", sentence)
            .at("effective_from")
            .into());
    }
    tx.insert_many(&store::FLOW_STEPS_IN_BULK, rows).await?;
    let subject = Subject::new("approval_flow", flow_id);
    audit::record(tx, clock, caller, &APPROVAL_FLOW_SET, subject, detail).await?;
    Ok(flow_id)
}

fn text(text: &str, field: &'static str, what: &str) -> Decision<String> {
    crate::text::name(text, "approval_flow_invalid", what).map_err(|refusal| refusal.at(field))
}

fn first_day(text: &str) -> Decision<Date> {
    text.parse().map_err(|_| {
        let sentence = "请填写生效日期，如 2026-11-22";
        Refusal::invalid("approval_flow_invalid", sentence).at("effective_from")
    })
}

impl NewFlow {
    fn digest(&self) -> Digest32 {
        let head = Digest::new(APPROVAL_FLOW_SET.code)
            .text(&self.business)
            .text(&self.effective_from)
            .text(&self.source)
            .text(&self.reason);
        let steps = self.steps.iter();
        let with = |digest: Digest, step: &NewStep| {
            digest
                .text(&step.role)
                .column(step.from_fen)
                .int(step.term_days)
        };
        steps.fold(head, with).finish()
    }
}
