//! 转移催办: a member stands in a new employer's roster while another employer still has the account.
//!
//! One person has one account, and one employer contributes to it (Regulation article 13). So the
//! roster can't be confirmed with the person in it; a case asks the old employer to seal the account
//! within a term ([`policy::TRANSFER_TERM`]). Neither employer is told who the other is: who sees
//! only one of them is shown only that one.
//!
//! | event | status |
//! |---|---|
//! | opened for everyone of a roster whom another employer has | waiting |
//! | the old employer seals the account, see [`sealing`](crate::sealing) | sealed |
//! | the term is over; another clerk than who opened the case has a proof that the employment ended | forced: the centre seals the account |
//! | the old employer shows that the person still works there | declined |
//! | the new one gives it up | withdrawn |
//!
//! Once sealed, the account comes over with the new employer's next roster. Bounds: [`MAX_CASES`]
//! opened at once.

mod error;
mod list;
mod model;
mod notice;
mod rule;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub use list::{CaseItem, CaseView, Party, cases, show};
pub use model::{CaseStatus, Decision, TransferCase, serial_text};
pub use notice::notice;
pub use store::{CASES, CASES_OF_BRANCH};
pub(crate) use store::{CASES_AFTER, PROOF_NAMES, STATEMENTS};

use std::ops::Range;

use db::{Digest, ReadTx, Stmt, WriteTx};
use kernel::{
    AccountNo, BranchId, EmployerId, Month, OrBroken, Result, RosterId, SealingId, TransferCaseId,
    WorkingDays,
};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, IdempotencyKey, Once, Scope, file};
use serde_json::json;

use crate::reason::checked_reason;
use crate::sealing::{self, Sealing, ToSeal};
use crate::{employer, policy, roster};
use store::Ending;

/// Opening transfer cases.
pub const TRANSFER_OPEN: Action = Action {
    code: "transfer.open",
    label: "发起转移催办",
};
/// Giving a transfer case up.
pub const TRANSFER_WITHDRAW: Action = Action {
    code: "transfer.withdraw",
    label: "撤回转移催办",
};
/// Declining a transfer case.
pub const TRANSFER_DECLINE: Action = Action {
    code: "transfer.decline",
    label: "驳回转移催办",
};
/// Sealing an account on proof, after the term of its transfer case.
pub const TRANSFER_FORCE: Action = Action {
    code: "transfer.force",
    label: "强制封存",
};
/// Printing the notice to the old employer, which bears its member's whole name.
pub const TRANSFER_NOTIFY: Action = Action {
    code: "transfer.notify",
    label: "打印催办通知",
};
/// Looking at transfer cases.
pub const TRANSFER_READ: Action = Action {
    code: "transfer.read",
    label: "查看转移催办",
};
/// A case ended because the account was sealed. Follows from the sealing.
pub const TRANSFER_SETTLE: Action = Action {
    code: "transfer.settle",
    label: "转移催办办结",
};

/// The series that cases are numbered from.
const SERIES: &str = "transfer_case";

/// The cases after one that ended one way, so many.
type EndedAfter = Stmt<(TransferCaseId, i64), TransferCase>;

/// Every action by which a case ends, with the cases that ended so.
pub(crate) const ENDINGS: [(&Action, &EndedAfter); 4] = [
    (&TRANSFER_DECLINE, &store::DECLINED_AFTER),
    (&TRANSFER_FORCE, &store::FORCED_AFTER),
    (&TRANSFER_SETTLE, &store::SEALED_AFTER),
    (&TRANSFER_WITHDRAW, &store::WITHDRAWN_AFTER),
];

/// The most cases opened at once.
pub const MAX_CASES: i64 = 1_000;

/// Opens a case for everyone of a roster whom another employer still has, as many as [`MAX_CASES`].
/// Answers how many.
///
/// # Errors
/// `roster_unknown`, `action_forbidden`; `roster_not_previewed`; `nobody_to_transfer`;
/// `policy_missing`; `transfer_term_unknown` where the term counts working days of a year whose
/// holidays aren't known yet; those of [`App::write_once`].
pub async fn open(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    roster_id: RosterId,
) -> Result<usize> {
    // A stranger learns nothing of what exists: the right first, then the thing's own branch.
    app.enforce_widest(caller, &TRANSFER_OPEN).await?;
    let (scope, count) = {
        let mut tx = app.db.read(caller.centre()).await?;
        let roster = roster::require_in(&mut tx, roster_id).await?;
        let scope = employer::require_in(&mut tx, roster.employer_id)
            .await?
            .scope();
        (
            scope,
            openable_in(&mut tx, roster_id, roster.employer_id, MAX_CASES)
                .await?
                .len(),
        )
    };
    app.enforce(caller, &TRANSFER_OPEN, scope).await?;
    let serials = app.serials.reserve(caller.centre(), SERIES, count).await?;
    let asked = Digest::new("transfer.open").column(roster_id).finish();
    match app.write_once(caller, &TRANSFER_OPEN, key, asked).await? {
        Once::Replay(opened) => opened.parse().or_broken("a replayed count of cases"),
        Once::Fresh(mut tx) => {
            let opened = open_in(&mut tx, app, caller, roster_id, serials).await?;
            tx.finish(opened).await?;
            Ok(opened)
        }
    }
}

/// Whether a roster has anybody whom another employer keeps and who isn't waited for yet.
///
/// # Errors
/// Broken only.
pub(crate) async fn may_open_in(
    tx: &mut ReadTx,
    roster_id: RosterId,
    employer_id: EmployerId,
) -> Result<bool> {
    let one = openable_in(tx, roster_id, employer_id, 1).await?;
    Ok(!one.is_empty())
}

/// Whom a roster has and another employer keeps, with that employer and its branch.
async fn openable_in(
    tx: &mut ReadTx,
    roster_id: RosterId,
    employer_id: EmployerId,
    most: i64,
) -> Result<Vec<(AccountNo, EmployerId, BranchId)>> {
    let code = roster::ACTIVE_ELSEWHERE.to_owned();
    let asked = (roster_id, code, most, employer_id);
    tx.all(&store::OPENABLE, asked).await
}

async fn open_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    roster_id: RosterId,
    serials: Range<i64>,
) -> Result<usize> {
    let roster = roster::previewed_in(tx, roster_id).await?;
    let today = app.clock.today();
    let term = platform::policy::value(tx, &policy::TRANSFER_TERM, today).await?;
    let due_on = term.value.from(today, WorkingDays::national());
    let due_on = due_on.map_err(|unknown| error::term_unknown(&unknown))?;
    let most = i64::try_from(serials.clone().count()).or_broken("a count of serials")?;
    let code = roster::ACTIVE_ELSEWHERE.to_owned();
    let asked = (roster_id, code, most, roster.employer_id);
    let people = tx.all(&store::OPENABLE_KEPT, asked).await?;
    if people.is_empty() {
        return Err(error::nobody());
    }
    let new_branch_id = employer::require_in(tx, roster.employer_id)
        .await?
        .branch_id;
    let mut opened = 0;
    for ((account_no, old_employer_id, old_branch_id), serial) in people.into_iter().zip(serials) {
        let case = TransferCase {
            case_id: TransferCaseId::new(&app.clock),
            serial,
            account_no,
            old_employer_id,
            old_branch_id,
            new_employer_id: roster.employer_id,
            new_branch_id,
            roster_id,
            month: roster.month,
            opened_on: today,
            due_on,
            policy_version_id: term.version,
            opened_at: app.clock.now(),
            opened_by: caller.actor.label(),
            opened_by_name: caller.name.clone(),
            status: CaseStatus::Waiting,
            ended_at: None,
            ended_by: None,
            ended_by_name: None,
            ended_reason: None,
            proof: None,
            sealing_id: None,
        };
        opened += usize::from(record_opening_in(tx, app, caller, case).await?);
    }
    match opened {
        0 => Err(error::nobody()),
        opened => Ok(opened),
    }
}

/// Whether the case was opened: of two clerks who ask for one person, one does.
async fn record_opening_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    case: TransferCase,
) -> Result<bool> {
    let subject = Subject::new("transfer_case", case.case_id);
    let detail = json!({
        "serial": case.serial,
        "account": case.account_no.to_string(),
        "month": case.month.to_string(),
        "due_on": case.due_on.to_string(),
        "facts": case.facts(tx.centre()).hex(),
    });
    if tx.execute(&store::INSERT_CASE, case).await? == 0 {
        return Ok(false);
    }
    audit::record(tx, &app.clock, caller, &TRANSFER_OPEN, subject, detail).await?;
    Ok(true)
}

/// Ends a case by a person's decision. A forced one seals the account in the same transaction.
///
/// # Errors
/// `transfer_case_unknown`, `action_forbidden`; `reason_invalid`; `transfer_not_waiting`,
/// `transfer_not_due`, `transfer_same_person`; `file_unknown` for a proof that isn't stored;
/// `sealing_refused` when the account can't be sealed, see
/// [`sealing`](crate::sealing); those of [`App::write_once`].
pub async fn decide(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    case_id: TransferCaseId,
    decision: &Decision,
    reason: &str,
) -> Result<()> {
    let action = decision.action();
    // A stranger learns nothing of what exists: the right first, then the thing's own branch.
    app.enforce_widest(caller, action).await?;
    let case = {
        let mut tx = app.db.read(caller.centre()).await?;
        tx.optional(&store::CASE_BY_ID, (case_id,)).await?
    };
    let case = case.ok_or_else(error::unknown)?;
    app.enforce(caller, action, Scope::Branch(case.branch_for(decision)))
        .await?;
    let reason = checked_reason(reason)?;
    let asked = Digest::new(action.code)
        .column(case_id)
        .text(&reason)
        .column(decision.proof())
        .finish();
    let Once::Fresh(mut tx) = app.write_once(caller, action, key, asked).await? else {
        return Ok(());
    };
    if let Decision::Force { .. } = decision {
        // The employer first, as a sealing does: under its lock nobody else seals the account, so that
        // the case may be locked before it.
        employer::lock_in(&mut tx, case.old_employer_id).await?;
    }
    let case = tx.one(&store::CASE_LOCKED, (case_id,)).await?;
    rule::check(&case, decision, &caller.actor.label(), app.clock.today())?;
    let mut ending = ending_of(app, caller, &case, decision.status());
    ending.ended_reason = Some(reason.clone());
    if let Decision::Force { proof } = decision {
        file::load_in(&mut tx, *proof).await?;
        ending.proof = Some(*proof);
        let sealing = forced_in(&mut tx, app, caller, &case, &reason).await?;
        ending.sealing_id = Some(sealing.sealing.sealing_id);
        // The case ends first: the sealing ends those that still wait.
        end_in(&mut tx, app, caller, action, (case, ending)).await?;
        sealing::seal_in(&mut tx, app, caller, sealing).await?;
    } else {
        end_in(&mut tx, app, caller, action, (case, ending)).await?;
    }
    tx.finish(case_id).await
}

/// The sealing of the one account, from the month on that nobody has contributed for.
async fn forced_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    case: &TransferCase,
    reason: &str,
) -> Result<ToSeal> {
    let employer = employer::require_in(tx, case.old_employer_id).await?;
    let from = sealed_from_in(tx, case).await?;
    Ok(ToSeal {
        sealing: Sealing::forced(app, caller, &employer, from, reason),
        accounts: vec![case.account_no],
    })
}

/// The month from which the account of a case is sealed; see [`rule::sealed_from`].
async fn sealed_from_in(tx: &mut ReadTx, case: &TransferCase) -> Result<Month> {
    let asked = (case.account_no, case.old_employer_id);
    let (paid, assessed, until) = tx.one(&store::LAST_MONTHS, asked).await?;
    Ok(rule::sealed_from(case.month, paid.max(assessed), until))
}

/// Ends the cases that waited for the accounts of a sealing.
///
/// # Errors
/// Broken only.
pub(crate) async fn settle_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    sealing_id: SealingId,
) -> Result<()> {
    for case in tx.all(&store::WAITING_FOR_SEALING, (sealing_id,)).await? {
        let mut ending = ending_of(app, caller, &case, CaseStatus::Sealed);
        ending.sealing_id = Some(sealing_id);
        end_in(tx, app, caller, &TRANSFER_SETTLE, (case, ending)).await?;
    }
    Ok(())
}

fn ending_of(app: &App, caller: &Caller, case: &TransferCase, status: CaseStatus) -> Ending {
    Ending {
        case_id: case.case_id,
        status,
        ended_at: app.clock.now(),
        ended_by: caller.actor.label(),
        ended_by_name: caller.name.clone(),
        ended_reason: None,
        proof: None,
        sealing_id: None,
    }
}

/// Writes how a case ended, audited.
async fn end_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    action: &Action,
    (case, ending): (TransferCase, Ending),
) -> Result<()> {
    let ended = case.ended(&ending);
    let subject = Subject::new("transfer_case", ended.case_id);
    let detail = json!({
        "serial": ended.serial,
        "outcome": ended.status.label(),
        "reason": ended.ended_reason,
        "facts": ended.ended_facts(tx.centre()).hex(),
    });
    tx.execute_one(&store::END_CASE, ending).await?;
    audit::record(tx, &app.clock, caller, action, subject, detail).await
}
