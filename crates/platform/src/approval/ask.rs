//! Asking: whether a use case may go on, or has to wait.

use db::{Digest, ReadTx, WriteTx};
use kernel::{
    ApprovalFlowId, ApprovalId, ApprovalStepId, Date, Error, Fen, OrBroken, Refusal, Result,
    StaffId, WorkingDays,
};
use serde_json::json;

use super::decide::holder;
use super::model::{ApprovalStatus, Passage, Request};
use super::rule::Parties;
use super::store::{self, Approval, FlowStep, NewStepRow};
use super::verify::STEPS;
use super::{APPROVAL_ASK, SEALED_AS, SERIES, rule, serial_text};
use crate::audit::{self, Subject};
use crate::once::replayed;
use crate::{Action, App, Caller, IdempotencyKey, Once, role};

impl App {
    /// Whether [`pass`](App::pass) would make the caller wait: for a use case that tells what is
    /// wrong before anybody is asked.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn needs_approval(
        &self,
        caller: &Caller,
        business: &Action,
        amount: Option<Fen>,
    ) -> Result<bool> {
        if caller.actor.is_system() || caller.approved.is_some() {
            return Ok(false);
        }
        let mut tx = self.db.read(caller.centre()).await?;
        let flow = flow_in(&mut tx, business, amount, self.clock.today()).await?;
        Ok(flow.is_some())
    }

    /// Whether the caller may go on with what it asks, or somebody has to approve it first: by the
    /// flow of its business today. Call it after `enforce`, before the write transaction is open; the
    /// answer for what was approved is [`Passage::Free`]. The system's own jobs need no approval.
    ///
    /// # Errors
    /// `action_forbidden` for who isn't staff, where approval is needed; `approval_pending` (conflict)
    /// when the thing waits for approval already;
    /// `approval_without_decider` (conflict) when nobody but the maker could decide a step; those of
    /// [`App::write_once`].
    pub async fn pass(
        &self,
        caller: &Caller,
        key: &IdempotencyKey,
        request: &Request<'_>,
    ) -> Result<Passage> {
        if caller.actor.is_system() {
            return Ok(Passage::Free);
        }
        let today = self.clock.today();
        let mut tx = self.db.read(caller.centre()).await?;
        if let Some(approved) = caller.approved {
            is_approved_in(&mut tx, approved, request).await?;
            return Ok(Passage::Free);
        }
        let flow = flow_in(&mut tx, request.business, request.amount, today).await?;
        let Some((flow_id, steps)) = flow else {
            return Ok(Passage::Free);
        };
        // Nobody decides for the halls: what needs approval is asked for at the counter.
        let maker = caller.actor.staff_id();
        let maker = maker.ok_or_else(|| request.business.forbidden())?;
        drop(tx);
        let serial = self.serials.next(caller.centre(), SERIES).await?;
        let hash = digest(request).finish();
        match self.write_once(caller, &APPROVAL_ASK, key, hash).await? {
            Once::Replay(id) => Ok(Passage::Pending(replayed(&id)?)),
            Once::Fresh(mut tx) => {
                somebody_decides_in(&mut tx, request, maker, &steps, today).await?;
                let asked = Asked {
                    maker,
                    serial,
                    flow_id,
                    steps: &steps,
                    due_on: due_on(today, &steps[0])?,
                };
                let id = ask_in(&mut tx, self, caller, request, &asked).await?;
                tx.finish(id).await?;
                Ok(Passage::Pending(id))
            }
        }
    }
}

/// The flow that a request goes by and the steps that it takes; none where it takes no step.
async fn flow_in(
    tx: &mut ReadTx,
    business: &Action,
    amount: Option<Fen>,
    today: Date,
) -> Result<Option<(ApprovalFlowId, Vec<FlowStep>)>> {
    let asked = (business.code.to_owned(), today);
    let Some((flow_id,)) = tx.optional(&store::FLOW_ON, asked).await? else {
        return Ok(None);
    };
    let flow = tx.all(&store::STEPS_OF_FLOW, (flow_id,)).await?;
    let steps = rule::steps_for(&flow, amount);
    let steps: Vec<FlowStep> = steps.into_iter().cloned().collect();
    Ok((!steps.is_empty()).then_some((flow_id, steps)))
}

/// That there is somebody for every step, each another person, so that nothing waits for nobody.
async fn somebody_decides_in(
    tx: &mut ReadTx,
    request: &Request<'_>,
    maker: StaffId,
    steps: &[FlowStep],
    today: Date,
) -> Result<()> {
    let branch = request.scope.branch();
    let parties = Parties::of(maker, request.subject.kind, &request.subject.id);
    let mut deciders = Vec::with_capacity(steps.len());
    for step in steps {
        let asked = (step.role_id, maker, today);
        let holders = tx.all(&store::HOLDERS, asked).await?;
        let holders = holders.into_iter().map(holder);
        let able = holders.filter(|holder| rule::could_decide(holder, parties, branch));
        deciders.push(able.map(|holder| holder.staff_id).collect());
    }
    if let Some(place) = rule::step_without_decider(&deciders) {
        let names = role::names_in(tx).await?;
        let role = names
            .get(&steps[place].role_id)
            .map_or("", |(_, name)| name);
        return Err(rule::nobody_decides(request.business.label, role).into());
    }
    Ok(())
}

/// That somebody would decide each step of what a business of the whole centre asks now, with the staff
/// as it stands in the transaction: for changes of the staff, so that nobody takes away the last one by
/// whom others could be put in their place.
///
/// # Errors
/// `approval_last_decider` (conflict), naming the role.
pub(crate) async fn still_decided_in(
    tx: &mut ReadTx,
    business: &Action,
    today: Date,
) -> Result<()> {
    let Some((_, steps)) = flow_in(tx, business, None, today).await? else {
        return Ok(());
    };
    let nobody = StaffId::NIL;
    let parties = Parties {
        maker: nobody,
        about: None,
    };
    let mut deciders = Vec::with_capacity(steps.len());
    for step in &steps {
        let holders = tx
            .all(&store::HOLDERS, (step.role_id, nobody, today))
            .await?;
        let holders = holders.into_iter().map(holder);
        let able = holders.filter(|holder| rule::could_decide(holder, parties, None));
        deciders.push(able.map(|holder| holder.staff_id).collect());
    }
    match rule::step_without_decider(&deciders) {
        None => Ok(()),
        Some(place) => {
            let names = role::names_in(tx).await?;
            let role = names.get(&steps[place].role_id);
            let role = role.map_or("", |(_, name)| name);
            Err(rule::nobody_would_decide(business.label, role).into())
        }
    }
}

/// The day by which a step that begins on a day should be decided.
pub(super) fn due_on(day: Date, step: &FlowStep) -> Result<Date> {
    term_after(day, step.term_days)
}

/// So many working days after a day.
pub(super) fn term_after(day: Date, days: i64) -> Result<Date> {
    let days = u16::try_from(days).or_broken("a term in working days")?;
    Ok(WorkingDays::national().add_working_days(day, days)?)
}

/// What the new rows need beside the request.
struct Asked<'a> {
    maker: StaffId,
    serial: i64,
    flow_id: ApprovalFlowId,
    steps: &'a [FlowStep],
    due_on: Date,
}

async fn ask_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    request: &Request<'_>,
    asked: &Asked<'_>,
) -> Result<ApprovalId> {
    let id = ApprovalId::new(&app.clock);
    let keys = tx.keys().of_row(tx.centre(), id);
    let command = request.command.to_string();
    let approval = Approval {
        approval_id: id,
        serial: asked.serial,
        business: request.business.code.to_owned(),
        subject_kind: request.subject.kind.to_owned(),
        subject_id: request.subject.id.clone(),
        branch_id: request.scope.branch(),
        amount_fen: request.amount,
        summary: request.summary.clone(),
        command: keys.seal(SEALED_AS, &command)?,
        flow_id: asked.flow_id,
        maker_id: asked.maker,
        maker_name: caller.name.clone(),
        asked_at: app.clock.now(),
        status: ApprovalStatus::Pending,
        step_no: 1,
        due_on: asked.due_on,
        ended_at: None,
        outcome: None,
    };
    let steps = steps_of(app, id, asked.steps);
    let facts = approval.facts(tx.centre(), tx.keys().hmac(SEALED_AS, command.as_bytes()));
    let facts = steps.iter().fold(STEPS.begin(facts), STEPS.add).finish();
    let (kind, subject_id) = (approval.subject_kind.clone(), approval.subject_id.clone());
    if tx.execute(&store::INSERT_APPROVAL, approval).await? == 0 {
        let open = tx.all(&store::OPEN_OF_SUBJECT, (kind, subject_id)).await?;
        return Err(waits_already(open.first()).into());
    }
    for step in steps {
        tx.execute_one(&store::INSERT_STEP, step).await?;
    }
    let detail = json!({
        "business": request.business.code,
        "subject": format!("{}:{}", request.subject.kind, request.subject.id),
        "amount_fen": request.amount,
        "steps": asked.steps.len(),
        "facts": facts.hex(),
    });
    let subject = Subject::new("approval", id);
    audit::record(tx, &app.clock, caller, &APPROVAL_ASK, subject, detail).await?;
    Ok(id)
}

/// Of the flow's steps those that the amount takes, numbered anew without gaps.
fn steps_of(app: &App, id: ApprovalId, steps: &[FlowStep]) -> Vec<NewStepRow> {
    let numbered = (1..).zip(steps);
    let row = |(step_no, step): (i64, &FlowStep)| NewStepRow {
        step_id: ApprovalStepId::new(&app.clock),
        approval_id: id,
        step_no,
        role_id: step.role_id,
        term_days: step.term_days,
    };
    numbered.map(row).collect()
}

fn waits_already(open: Option<&Approval>) -> Refusal {
    let which = open.map(|one| serial_text(one.serial)).unwrap_or_default();
    let sentence = format!("该业务已提交审批（{which}），尚未办结，不能重复提交");
    Refusal::conflict("approval_pending", sentence)
}

/// That the request is the one that was approved, and not another under its name.
async fn is_approved_in(tx: &mut ReadTx, id: ApprovalId, request: &Request<'_>) -> Result<()> {
    let approval = tx.optional(&store::APPROVAL_BY_ID, (id,)).await?;
    let approval = approval.or_broken("an approval that a caller carries")?;
    let keys = tx.keys().of_row(tx.centre(), id);
    let asked = request.command.to_string();
    let same = approval.status == ApprovalStatus::Approved
        && approval.business == request.business.code
        && approval.subject_kind == request.subject.kind
        && approval.subject_id == request.subject.id
        && keys.open(SEALED_AS, &approval.command)? == asked;
    match same {
        true => Ok(()),
        false => Err(Error::broken("what runs isn't what was approved")),
    }
}

fn digest(request: &Request<'_>) -> Digest {
    Digest::new(APPROVAL_ASK.code)
        .text(request.business.code)
        .text(request.subject.kind)
        .text(&request.subject.id)
        .column(request.amount)
        .text(&request.command.to_string())
}
