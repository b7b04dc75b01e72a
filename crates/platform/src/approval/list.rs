//! Looking at requests: the inbox, one's own, all; and one with its steps.

use std::collections::HashMap;

use db::{Column as _, ListQuery, Listing, ReadTx};
use kernel::{ApprovalId, BranchId, Result, StaffId};

use super::decide::{holder, require_in, unknown};
use super::model::{ApprovalStatus, Step};
use super::rule::Parties;
use super::store::{self, APPROVALS, Approval, ApprovalRow};
use super::{APPROVAL_READ, rule};
use crate::{App, Caller, Scope, staff};

/// A request with its steps, as its page shows it.
#[derive(Clone, Debug)]
pub struct ApprovalView {
    /// What the list shows of it.
    pub row: ApprovalRow,
    /// Its steps, in order.
    pub steps: Vec<StepView>,
    /// What the caller may do with it: `approve`, `give_back`, `withdraw`.
    pub can: Vec<&'static str>,
}

/// A step, with who may decide it while it waits.
#[derive(Clone, Debug)]
pub struct StepView {
    /// The step.
    pub step: Step,
    /// The names of those who may, by a role of their own; empty once it is decided.
    pub deciders: Vec<String>,
    /// The name of who was away, where a deputy decided it.
    pub instead_of: Option<String>,
}

/// Lists requests, the latest first. Filters: `waits_for_me`, `status`, `business`, `maker_id`,
/// `branch_id`, `subject_id`, `serial`, `due_on`; order by `due_on`. Who may see one branch sees its
/// requests; everyone sees what they ask and what waits for them, as a deputy's does of another branch.
///
/// # Errors
/// What a list refuses.
pub async fn approvals(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Listing<ApprovalRow>> {
    let query = within(app, caller, query);
    let mut tx = app.db.read(caller.centre()).await?;
    tx.list(&APPROVALS, &query).await
}

/// The query as the caller may ask it: whose requests the list shows.
fn within(app: &App, caller: &Caller, query: &ListQuery) -> ListQuery {
    let me = caller.actor.staff_id().unwrap_or(StaffId::NIL);
    let (whole, branch) = match caller.grants.widest(&APPROVAL_READ) {
        Some(Scope::Centre) => (true, BranchId::NIL),
        Some(Scope::Branch(branch)) => (false, branch),
        Some(Scope::Employer { .. } | Scope::Member { .. }) | None => (false, BranchId::NIL),
    };
    ListQuery {
        given: vec![
            me.into_value(),
            app.clock.today().into_value(),
            whole.into_value(),
            branch.into_value(),
            me.to_string().into_value(),
        ],
        ..query.clone()
    }
}

/// What people call a request: its serial. None where there is no such request.
///
/// # Errors
/// Broken when the database fails.
pub async fn serial_in(tx: &mut ReadTx, id: ApprovalId) -> Result<Option<String>> {
    let found = tx.optional(&store::APPROVAL_BY_ID, (id,)).await?;
    Ok(found.map(|one| super::serial_text(one.serial)))
}

/// Opens the page of a request that the list shows.
///
/// # Errors
/// `approval_unknown` (not found), also for who may not see it.
pub async fn show(app: &App, caller: &Caller, id: ApprovalId) -> Result<ApprovalView> {
    let mut tx = app.db.read(caller.centre()).await?;
    let query = ListQuery {
        filters: vec![("approval_id".to_owned(), id.to_string())],
        limit: 1,
        ..ListQuery::default()
    };
    let query = within(app, caller, &query);
    let row = tx.list(&APPROVALS, &query).await?.items.pop();
    let row = row.ok_or_else(unknown)?;
    let approval = require_in(&mut tx, id).await?;
    let steps = tx.all(&store::STEPS_OF, (id,)).await?;
    let can = can_in(&mut tx, app, caller, &approval, &steps).await?;
    let names = match steps.iter().any(|step| step.instead_of.is_some()) {
        true => staff::names_by_id_in(&mut tx).await?,
        false => HashMap::new(),
    };
    let mut views = Vec::with_capacity(steps.len());
    for step in steps {
        let deciders = deciders_in(&mut tx, app, &approval, &step).await?;
        let instead_of = step.instead_of.and_then(|away| names.get(&away).cloned());
        views.push(StepView {
            step,
            deciders,
            instead_of,
        });
    }
    Ok(ApprovalView {
        row,
        steps: views,
        can,
    })
}

async fn can_in(
    tx: &mut ReadTx,
    app: &App,
    caller: &Caller,
    approval: &Approval,
    steps: &[Step],
) -> Result<Vec<&'static str>> {
    let Some(me) = caller.actor.staff_id() else {
        return Ok(Vec::new());
    };
    if approval.maker_id == me {
        let pending = approval.status == ApprovalStatus::Pending;
        return Ok(if pending {
            vec!["withdraw"]
        } else {
            Vec::new()
        });
    }
    let step = steps.iter().find(|step| step.step_no == approval.step_no);
    let Some(step) = step else {
        return Ok(Vec::new());
    };
    let asked = (step.role_id, me, app.clock.today());
    let holders = tx.all(&store::HOLDERS, asked).await?;
    let holders: Vec<_> = holders.into_iter().map(holder).collect();
    Ok(match rule::may_decide(approval, steps, me, &holders) {
        Ok(_) => vec!["approve", "give_back"],
        Err(_) => Vec::new(),
    })
}

/// Who may decide a step that waits, by a role of their own.
async fn deciders_in(
    tx: &mut ReadTx,
    app: &App,
    approval: &Approval,
    step: &Step,
) -> Result<Vec<String>> {
    if step.verdict.is_some() || approval.status != ApprovalStatus::Pending {
        return Ok(Vec::new());
    }
    let asked = (step.role_id, StaffId::NIL, app.clock.today());
    let holders = tx.all(&store::HOLDERS, asked).await?;
    let parties = Parties::of(
        approval.maker_id,
        &approval.subject_kind,
        &approval.subject_id,
    );
    let deciders = holders.into_iter().filter(|row| {
        let holder = holder(row.clone());
        rule::could_decide(&holder, parties, approval.branch_id)
    });
    Ok(deciders.map(|(_, name, ..)| name).collect())
}

/// What of a thing waits for approval, the latest first: for the pages of those things, which
/// authorise their readers themselves.
///
/// # Errors
/// Broken when the database fails.
pub async fn of_subject(
    tx: &mut ReadTx,
    kind: &str,
    id: &str,
) -> Result<Vec<(ApprovalId, String, String)>> {
    let asked = (kind.to_owned(), id.to_owned());
    let open = tx.all(&store::OPEN_OF_SUBJECT, asked).await?.into_iter();
    Ok(open
        .map(|one| {
            (
                one.approval_id,
                super::serial_text(one.serial),
                one.business,
            )
        })
        .collect())
}
