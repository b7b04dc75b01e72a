//! Deciding: approving a step, giving a request back, taking it back.

use db::{Digest, ReadTx, WriteTx};
use kernel::{ApprovalId, Error, OrBroken, Refusal, Result, StaffId};
use serde_json::json;

use super::ask::term_after;
use super::carry_out::{Approvable, CARRY_OUT, CARRY_OUT_AFTER, carry_out};
use super::model::{ApprovalStatus, Holder, Step, Verdict};
use super::store::{self, Approval, Decided};
use super::{APPROVAL_DECIDE, APPROVAL_WITHDRAW, rule, verify};
use crate::audit::{self, Subject};
use crate::job;
use crate::{App, Caller, Decision, IdempotencyKey, Once};

/// The longest note, in characters.
const LONGEST_NOTE: usize = 200;

/// Approves the step that a request stands at, and answers how it stands then. When that is
/// [`ApprovalStatus::Approved`], [`carry_out`] has to follow.
///
/// # Errors
/// `action_forbidden`; `approval_unknown` (not found); `approval_not_pending`,
/// `approval_of_oneself`, `approval_decided_before` (conflicts); `approval_not_yours`;
/// `approval_note_invalid`; those of [`App::write_once`].
pub async fn approve(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    id: ApprovalId,
    note: Option<&str>,
) -> Result<ApprovalStatus> {
    let note = note.map(checked_note).transpose()?;
    decide(app, caller, key, id, (Verdict::Approved, note)).await
}

/// The most requests approved at once.
pub const MOST_AT_ONCE: usize = 50;

/// What became of one of several requests: how it stands now, or why it couldn't be approved.
pub type Tried = (ApprovalId, Decision<ApprovalStatus>);

/// Approves the steps that several requests stand at, each by itself, and carries out what is
/// approved: what one of them is refused doesn't hold up the others.
///
/// # Errors
/// `action_forbidden`; `approvals_chosen_invalid`: none, or more than [`MOST_AT_ONCE`].
pub async fn approve_many(
    app: &App,
    businesses: &[Approvable],
    caller: &Caller,
    key: &IdempotencyKey,
    ids: &[ApprovalId],
) -> Result<Vec<Tried>> {
    app.enforce_widest(caller, &APPROVAL_DECIDE).await?;
    if !(1..=MOST_AT_ONCE).contains(&ids.len()) {
        let sentence = format!("一次请选择1至{MOST_AT_ONCE}个审批");
        let refusal = Refusal::invalid("approvals_chosen_invalid", sentence);
        return Err(refusal.at("approval_ids").into());
    }
    let mut tried = Vec::with_capacity(ids.len());
    for &id in ids {
        // The key of each follows from the client's, so that a repeated request repeats each.
        let own = Digest::new("approval.approve_many")
            .text(key.as_str())
            .column(id);
        let own: IdempotencyKey = own.finish().hex().parse()?;
        match approve_and_carry_out(app, businesses, caller, &own, id, None).await {
            Ok(status) => tried.push((id, Ok(status))),
            Err(Error::Refused(refusal)) => tried.push((id, Err(refusal))),
            Err(error) => {
                // The others are tried all the same; who approves is told which one broke.
                tracing::error!(%error, approval = %id, "approving one of several");
                let sentence = "办理时系统出错，已记入日志，请打开该审批核对后再办理";
                tried.push((id, Err(Refusal::unavailable("approval_broken", sentence))));
            }
        }
    }
    Ok(tried)
}

/// [`approve`], and [`carry_out`] after the last step; answers how the request stands then. It is
/// [`ApprovalStatus::Approved`] where something is in the way of carrying it out: the job
/// [`CARRY_OUT`] does it later.
///
/// # Errors
/// As [`approve`].
pub async fn approve_and_carry_out(
    app: &App,
    businesses: &[Approvable],
    caller: &Caller,
    key: &IdempotencyKey,
    id: ApprovalId,
    note: Option<&str>,
) -> Result<ApprovalStatus> {
    match approve(app, caller, key, id, note).await? {
        ApprovalStatus::Approved => {
            let carried_out = carry_out(app, businesses, caller.centre(), id).await;
            Ok(carried_out.unwrap_or_else(|error| put_off(id, &error)))
        }
        other => Ok(other),
    }
}

/// The approval stands whatever is in the way of carrying out: that is no answer to who approved.
fn put_off(id: ApprovalId, error: &Error) -> ApprovalStatus {
    match error {
        Error::Refused(in_the_way) => {
            let code = in_the_way.code();
            tracing::warn!(approval = %id, code, "what is approved is carried out later");
        }
        Error::Broken(broken) => {
            tracing::error!(approval = %id, error = %broken, "carrying out broke and is tried again");
        }
    }
    ApprovalStatus::Approved
}

/// Gives a request back to who asked it, with a reason: it ends.
///
/// # Errors
/// As [`approve`]; a note has to be given.
pub async fn give_back(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    id: ApprovalId,
    reason: &str,
) -> Result<ApprovalStatus> {
    let note = Some(checked_note(reason)?);
    decide(app, caller, key, id, (Verdict::Returned, note)).await
}

async fn decide(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    id: ApprovalId,
    (verdict, note): (Verdict, Option<String>),
) -> Result<ApprovalStatus> {
    app.enforce_widest(caller, &APPROVAL_DECIDE).await?;
    let asked = Digest::new(APPROVAL_DECIDE.code)
        .column(id)
        .column(verdict)
        .text_or_none(note.as_deref())
        .finish();
    match app.write_once(caller, &APPROVAL_DECIDE, key, asked).await? {
        Once::Replay(_) => {
            let mut tx = app.db.read(caller.centre()).await?;
            Ok(require_in(&mut tx, id).await?.status)
        }
        Once::Fresh(mut tx) => {
            let status = decide_in(&mut tx, app, caller, id, (verdict, note)).await?;
            tx.finish(id).await?;
            Ok(status)
        }
    }
}

async fn decide_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    id: ApprovalId,
    (verdict, note): (Verdict, Option<String>),
) -> Result<ApprovalStatus> {
    let approval = tx.optional(&store::APPROVAL_LOCKED, (id,)).await?;
    let approval = approval.ok_or_else(unknown)?;
    let steps = tx.all(&store::STEPS_OF, (id,)).await?;
    let step = step_of(&approval, &steps)?;
    let decider = caller.actor.staff_id().ok_or_else(unknown)?;
    let today = app.clock.today();
    let asked = (step.role_id, decider, today);
    let holders = tx.all(&store::HOLDERS, asked).await?;
    let holders: Vec<Holder> = holders.into_iter().map(holder).collect();
    let way = rule::may_decide(&approval, &steps, decider, &holders)?;
    let decided = Decided {
        step_id: step.step_id,
        verdict,
        decided_at: app.clock.now(),
        decided_by: decider,
        decided_by_name: caller.name.clone(),
        instead_of: way.instead_of(),
        note,
    };
    tell(tx, app, caller, (&approval, step), &decided).await?;
    tx.execute_one(&store::DECIDE_STEP, decided).await?;
    if verdict == Verdict::Returned {
        let ended = (id, ApprovalStatus::Returned, app.clock.now(), None);
        tx.execute_one(&store::END, ended).await?;
        return Ok(ApprovalStatus::Returned);
    }
    let next = steps.iter().find(|other| other.step_no == step.step_no + 1);
    match next {
        Some(next) => {
            let due_on = term_after(today, next.term_days)?;
            tx.execute_one(&store::GO_ON, (id, next.step_no, due_on))
                .await?;
            Ok(ApprovalStatus::Pending)
        }
        None => {
            tx.execute_one(&store::MARK_APPROVED, (id,)).await?;
            // Whoever approves carries it out as well, unless something stops them in between.
            let in_case = (id, CARRY_OUT_AFTER);
            job::enqueue_in(tx, &app.clock, caller, &CARRY_OUT, in_case).await?;
            Ok(ApprovalStatus::Approved)
        }
    }
}

/// Audits a decision: the step is its subject, so that each stands for itself.
async fn tell(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    (approval, step): (&Approval, &Step),
    decided: &Decided,
) -> Result<()> {
    let facts = verify::decision_facts(tx.centre(), decided);
    let detail = json!({
        "approval": approval.approval_id.to_string(),
        "business": approval.business,
        "step_no": step.step_no,
        "verdict": decided.verdict,
        "instead_of": decided.instead_of,
        "facts": facts.hex(),
    });
    let subject = Subject::new("approval_step", step.step_id);
    audit::record(tx, &app.clock, caller, &APPROVAL_DECIDE, subject, detail).await
}

/// Takes one's own request back, as long as it waits.
///
/// # Errors
/// `approval_unknown` (not found) also for somebody else's; `approval_not_pending` (conflict); those
/// of [`App::write_once`].
pub async fn withdraw(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    id: ApprovalId,
) -> Result<()> {
    let asked = Digest::new(APPROVAL_WITHDRAW.code).column(id).finish();
    let Once::Fresh(mut tx) = app
        .write_once(caller, &APPROVAL_WITHDRAW, key, asked)
        .await?
    else {
        return Ok(());
    };
    let approval = tx.optional(&store::APPROVAL_LOCKED, (id,)).await?;
    let own = approval.filter(|one| Some(one.maker_id) == caller.actor.staff_id());
    let approval = own.ok_or_else(unknown)?;
    if approval.status != ApprovalStatus::Pending {
        let sentence = format!("该审批{}，不能再撤回", approval.status.label());
        return Err(Refusal::conflict("approval_not_pending", sentence).into());
    }
    let ended = (id, ApprovalStatus::Withdrawn, app.clock.now(), None);
    tx.execute_one(&store::END, ended).await?;
    let (subject, detail) = (Subject::new("approval", id), json!({}));
    let (clock, action) = (&app.clock, &APPROVAL_WITHDRAW);
    audit::record(&mut tx, clock, caller, action, subject, detail).await?;
    tx.finish(id).await
}

/// The step that a request stands at.
fn step_of<'a>(approval: &Approval, steps: &'a [Step]) -> Result<&'a Step> {
    let mut steps = steps.iter();
    let step = steps.find(|step| step.step_no == approval.step_no);
    step.or_broken("the step that a request stands at")
}

type HolderRow = (
    StaffId,
    String,
    Option<kernel::BranchId>,
    crate::DataScope,
    bool,
);

pub(super) fn holder((staff_id, _, branch_id, data_scope, stands_in): HolderRow) -> Holder {
    Holder {
        staff_id,
        branch_id,
        data_scope,
        stands_in,
    }
}

pub(super) async fn require_in(tx: &mut ReadTx, id: ApprovalId) -> Result<Approval> {
    let approval = tx.optional(&store::APPROVAL_BY_ID, (id,)).await?;
    Ok(approval.ok_or_else(unknown)?)
}

pub(super) fn unknown() -> Refusal {
    Refusal::not_found("approval_unknown", "没有这个审批")
}

fn checked_note(text: &str) -> Decision<String> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST_NOTE {
        let sentence = format!("请填写意见，不超过{LONGEST_NOTE}字");
        return Err(Refusal::invalid("approval_note_invalid", sentence).at("note"));
    }
    Ok(text.to_owned())
}
