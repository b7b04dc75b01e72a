//! 单位信息变更: what an employer registered is corrected or brought up to date.
//!
//! A change names its basis and the fields that it sets; each that differs becomes a row of
//! `employer_change` with what stood before and after, and the employer's row changes in the same
//! transaction. Who changes says how often the employer had been changed when they saw it, so that
//! of two clerks the second looks again. What was printed or posted under a former name keeps it:
//! vouchers and papers hold the name themselves.
//!
//! All fields need the same approval, where the business needs one: the name and the codes say whose
//! money it is, the payday when it is late, the address and the agent's mobile where notices and
//! codes go. None of them is harmless in the wrong hands.
//!
//! Bounds: at most one row a field and change; an employer is changed some dozens of times in its
//! life, so its history is read whole.

mod field;
mod form;
mod store;

pub use field::Field;
pub(crate) use field::Values;
pub use form::NewChange;
pub(crate) use store::{
    AFTER, ALL_CHANGES, BEFORE, CHANGES_AFTER, FieldChange, MISCOUNTED, STATEMENTS,
};

use db::{Keys, ReadTx, WriteTx};
use kernel::{CentreId, EmployerChangeId, EmployerId, Instant, OrBroken, Result};
use platform::approval::{Approvable, Outcome, Passage, Request, Run};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, IdempotencyKey, Once};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::list::readable;
use super::model::Employer;
use super::rule::{self, Difference};
use super::{lock_in, require_in};
use form::Checked;

/// Changing what an employer registered.
pub const EMPLOYER_CHANGE: Action = Action {
    code: "employer.change",
    label: "单位信息变更",
};

/// What is asked of [`change`], as it waits for approval.
#[derive(Serialize, Deserialize)]
struct Asked {
    employer_id: EmployerId,
    change: NewChange,
}

/// [`change`] as a business that may need approval.
pub(crate) const APPROVABLE: Approvable = Approvable {
    business: &EMPLOYER_CHANGE,
    by_amount: false,
    run: |run| Box::pin(run_approved(run)),
};

async fn run_approved(run: Run<'_>) -> Result<String> {
    let asked: Asked = run.asked()?;
    let (app, caller, id) = (run.app, run.caller, asked.employer_id);
    let outcome = change(app, caller, run.key, id, &asked.change).await?;
    let change_no = outcome.done().or_broken("what is approved is done")?;
    Ok(format!("已变更单位信息（第 {change_no} 次变更）"))
}

/// Changes what an employer registered (单位信息变更). Answers the number of the change, which counts
/// from 1 in the employer. It may need approval, see [`App::pass`].
///
/// # Errors
/// `action_forbidden`, `employer_unknown`; `employer_invalid` with a finding for each field that is
/// wrong, `employer_change_empty`; `employer_closed`, `employer_changed` and `employer_exists`
/// (conflicts); those of [`App::pass`] and [`App::write_once`].
pub async fn change(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    employer_id: EmployerId,
    change: &NewChange,
) -> Result<Outcome<i64>> {
    app.enforce_widest(caller, &EMPLOYER_CHANGE).await?;
    let employer = require_in(&mut app.db.read(caller.centre()).await?, employer_id).await?;
    let scope = employer.scope();
    app.enforce(caller, &EMPLOYER_CHANGE, scope).await?;
    // What is wrong is told before anybody is asked; what passes freely is checked where it is done.
    let summary = match app.needs_approval(caller, &EMPLOYER_CHANGE, None).await? {
        true => {
            let mut tx = app.db.read(caller.centre()).await?;
            summary(
                &employer,
                &checked_in(&mut tx, app, &employer, change).await?,
            )
        }
        false => String::new(),
    };
    let command = json!(Asked {
        employer_id,
        change: change.clone(),
    });
    let request = Request {
        business: &EMPLOYER_CHANGE,
        subject: Subject::new("employer", employer_id),
        scope,
        amount: None,
        summary,
        command: &command,
    };
    if let Passage::Pending(approval) = app.pass(caller, key, &request).await? {
        return Ok(Outcome::Pending(approval));
    }
    let asked = change.request_hash(employer_id);
    match app.write_once(caller, &EMPLOYER_CHANGE, key, asked).await? {
        Once::Replay(change_no) => {
            let change_no = change_no.parse().or_broken("a replayed change")?;
            Ok(Outcome::Done(change_no))
        }
        Once::Fresh(mut tx) => {
            let change_no = change_in(&mut tx, app, caller, employer_id, change).await?;
            tx.finish(change_no).await?;
            Ok(Outcome::Done(change_no))
        }
    }
}

/// What is to be changed, for an approver; what is personal masked.
fn summary(employer: &Employer, checked: &Checked) -> String {
    let differences = checked.differences.iter().map(|difference| {
        let shown = |value: &Option<String>| match value {
            Some(value) => format!("“{}”", difference.field.shown(value)),
            None => "空".to_owned(),
        };
        let (before, after) = (shown(&difference.before), shown(&difference.after));
        format!("{}由{before}改为{after}", difference.field.label())
    });
    let differences: Vec<String> = differences.collect();
    format!(
        "变更{}（{}）的{}（依据{}）",
        employer.name,
        employer.employer_no,
        differences.join("，"),
        checked.basis
    )
}

/// The change with every field in order, of an employer as it stands.
async fn checked_in(
    tx: &mut ReadTx,
    app: &App,
    employer: &Employer,
    change: &NewChange,
) -> Result<Checked> {
    rule::may_change(employer.status)?;
    rule::is_as_seen(change.seen, employer.change_count)?;
    let before = employer.values(&tx.keys().of_row(tx.centre(), employer.employer_id))?;
    let checked = change.check(&before, app.clock.today())?;
    for Difference { field, after, .. } in &checked.differences {
        if let (Field::CreditCode, Some(code)) = (field, after) {
            free_in(tx, code.clone()).await?;
        }
    }
    Ok(checked)
}

/// That no employer has the credit code. Of two who take one at once the index lets one through, and
/// the other, who comes again, is told here.
async fn free_in(tx: &mut ReadTx, code: String) -> Result<()> {
    let other = tx
        .optional(&super::store::EMPLOYER_BY_CREDIT_CODE, (code,))
        .await?;
    match other {
        Some((_, number)) => Err(super::exists(number).into()),
        None => Ok(()),
    }
}

async fn change_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    employer_id: EmployerId,
    change: &NewChange,
) -> Result<i64> {
    lock_in(tx, employer_id).await?;
    let mut employer = require_in(tx, employer_id).await?;
    let checked = checked_in(tx, app, &employer, change).await?;
    employer.change_count += 1;
    // One act, one moment, however many fields it is of.
    let (change_no, made_at) = (employer.change_count, app.clock.now());
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    let row = keys.of_row(centre, employer_id);
    for Difference {
        field,
        before,
        after,
    } in checked.differences
    {
        employer.put(field, after.clone(), &row)?;
        let changed = FieldChange {
            change_id: EmployerChangeId::new(&app.clock),
            employer_id,
            change_no,
            field,
            before_text: None,
            after_text: None,
            before_sealed: None,
            after_sealed: None,
            basis: checked.basis.clone(),
            made_at,
            made_by: caller.actor.label(),
            made_by_name: caller.name.clone(),
        };
        let changed = changed.holding(&keys, centre, [before, after])?;
        let subject = Subject::new("employer_change", changed.change_id);
        let detail = json!({
            "employer": employer_id.to_string(),
            "employer_no": employer.employer_no,
            "change_no": change_no,
            "field": field,
            "facts": changed.facts(&keys, centre)?.hex(),
        });
        tx.execute_one(&store::INSERT_CHANGE, changed).await?;
        audit::record(tx, &app.clock, caller, &EMPLOYER_CHANGE, subject, detail).await?;
    }
    tx.execute_one(&store::UPDATE_EMPLOYER, employer).await?;
    Ok(change_no)
}

/// A field that was changed, as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which change, counted from 1 in the employer; fields changed at once share it.
    pub change_no: i64,
    /// Which field.
    pub field: Field,
    /// What it held: a code by its word, what is personal masked.
    pub before: Option<String>,
    /// What it holds since.
    pub after: Option<String>,
    /// 变更依据.
    pub basis: String,
    /// When.
    pub made_at: Instant,
    /// By whom.
    pub made_by_name: String,
}

/// The changes of an employer, the latest first.
///
/// # Errors
/// `employer_unknown`, `action_forbidden`.
pub async fn changes(app: &App, caller: &Caller, employer_id: EmployerId) -> Result<Vec<Change>> {
    readable(app, caller, employer_id).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let rows = tx.all(&store::CHANGES_OF, (employer_id,)).await?;
    let (keys, centre) = (tx.keys(), tx.centre());
    let change = |row: FieldChange| {
        let shown = row.values(keys, centre)?.map(|value| {
            let value = value.as_deref();
            value.map(|value| row.field.shown(value))
        });
        let [before, after] = shown;
        Ok(Change {
            change_no: row.change_no,
            field: row.field,
            before,
            after,
            basis: row.basis,
            made_at: row.made_at,
            made_by_name: row.made_by_name,
        })
    };
    rows.into_iter().map(change).collect()
}

/// Takes an employer back through its changes, the latest first, to what was registered; none where
/// a change doesn't end in what stands there.
pub(crate) fn taken_back(
    employer: &Employer,
    changes: &[FieldChange],
    keys: &Keys,
    centre: CentreId,
) -> Option<Employer> {
    let mut employer = employer.clone();
    let row = keys.of_row(centre, employer.employer_id);
    for change in changes {
        let [before, after] = change.values(keys, centre).ok()?;
        if employer.value(change.field, &row).ok()? != after {
            return None;
        }
        employer.put(change.field, before, &row).ok()?;
    }
    Some(employer)
}

#[cfg(test)]
mod tests;
