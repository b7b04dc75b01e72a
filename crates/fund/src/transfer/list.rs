//! Looking at transfer cases. Who may see only one of the two employers is told only that one.

use db::{Column, ListQuery, Listing, ReadTx};
use kernel::{AccountNo, BranchId, Date, EmployerId, Instant, Month, Result, TransferCaseId};
use platform::{App, Caller, Scope};

use super::model::{CaseStatus, Decision, TransferCase};
use super::store::{self, CASES, CASES_OF_BRANCH, CaseRow};
use super::{TRANSFER_NOTIFY, TRANSFER_READ, error, rule};
use crate::member;
use crate::sealing::ACCOUNT_SEAL;

/// One of the two employers of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The employer.
    pub employer_id: EmployerId,
    /// 单位名称.
    pub employer_name: String,
}

/// A case as the list shows it; what is personal is masked.
#[derive(Clone, Debug)]
pub struct CaseItem {
    /// Its id.
    pub case_id: TransferCaseId,
    /// Its number in the centre.
    pub serial: i64,
    /// 个人账号.
    pub account_no: AccountNo,
    /// 姓名, masked.
    pub name: String,
    /// 证件号码, masked.
    pub id_number: String,
    /// The employer that is asked, when the caller may know it.
    pub old: Option<Party>,
    /// The employer that takes the person on, when the caller may know it.
    pub new: Option<Party>,
    /// From when the new one contributes.
    pub month: Month,
    /// When the old one was asked.
    pub opened_on: Date,
    /// The last day of its term.
    pub due_on: Date,
    /// How far it has come.
    pub status: CaseStatus,
}

/// A case as its page shows it.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// What the list shows.
    pub item: CaseItem,
    /// When it was opened.
    pub opened_at: Instant,
    /// By whom, for who may know the new employer: its clerk's name would tell.
    pub opened_by_name: Option<String>,
    /// When it ended.
    pub ended_at: Option<Instant>,
    /// By whom, for who may know the employer whose side ended it.
    pub ended_by_name: Option<String>,
    /// Why; the same.
    pub ended_reason: Option<String>,
    /// The file that proves a forced sealing, for who may know the old employer: it stands in it.
    pub proof: Option<db::Digest32>,
    /// 封存年月 at the earliest: the month from which the new employer contributes, or the one after the
    /// last that is paid or assessed; while it waits, for who may know the old employer.
    pub seal_from: Option<Month>,
    /// What the caller may do with it: `withdraw`, `decline`, `seal`, `force`, `notify`.
    pub can: Vec<&'static str>,
}

/// Lists cases, newest first. Filters: `status`, `account_no`; `old_employer_id` and
/// `new_employer_id` for those alone who may see every case whole.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn cases(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<CaseItem>> {
    let scope = app.enforce_widest(caller, &TRANSFER_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let rows = match scope {
        Scope::Branch(branch) => {
            let mut query = query.clone();
            query.given = vec![branch.into_value()];
            tx.list(&CASES_OF_BRANCH, &query).await?
        }
        Scope::Centre => tx.list(&CASES, query).await?,
        Scope::Employer { .. } | Scope::Member { .. } => {
            return Err(TRANSFER_READ.forbidden().into());
        }
    };
    let Listing { items, next, count } = rows;
    let items = items.into_iter().map(|row| open(&tx, caller, row));
    Ok(Listing {
        items: items.collect::<Result<_>>()?,
        next,
        count,
    })
}

/// One case.
///
/// # Errors
/// `transfer_case_unknown`, also for one that concerns neither employer of the caller's branch;
/// `action_forbidden`.
pub async fn show(app: &App, caller: &Caller, case_id: TransferCaseId) -> Result<CaseView> {
    app.enforce_widest(caller, &TRANSFER_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let case = tx.optional(&store::CASE_BY_ID, (case_id,)).await?;
    let case = case
        .filter(|case| sees(caller, case.old_branch_id) || sees(caller, case.new_branch_id))
        .ok_or_else(error::unknown)?;
    let row = tx.one(&store::CASE_ROW, (case_id,)).await?;
    let sees_new = sees(caller, case.new_branch_id);
    let sees_old = sees(caller, case.old_branch_id);
    let sees_end = match case.status {
        CaseStatus::Withdrawn => sees_new,
        _ => sees_old,
    };
    let seal_from = match case.status == CaseStatus::Waiting && sees_old {
        true => Some(super::sealed_from_in(&mut tx, &case).await?),
        false => None,
    };
    Ok(CaseView {
        seal_from,
        item: open(&tx, caller, row)?,
        opened_at: case.opened_at,
        ended_at: case.ended_at,
        can: can(app, caller, &case),
        opened_by_name: sees_new.then_some(case.opened_by_name),
        ended_by_name: case.ended_by_name.filter(|_| sees_end),
        ended_reason: case.ended_reason.filter(|_| sees_end),
        proof: case.proof.filter(|_| sees_old),
    })
}

fn sees(caller: &Caller, branch: BranchId) -> bool {
    caller.may(&TRANSFER_READ, Scope::Branch(branch))
}

/// What the caller may do with a case.
fn can(app: &App, caller: &Caller, case: &TransferCase) -> Vec<&'static str> {
    let (by, today) = (caller.actor.label(), app.clock.today());
    // Which proof doesn't matter yet.
    let proof = db::Digest::new("no proof yet").finish();
    let may_notify = case.status == CaseStatus::Waiting
        && caller.may(&TRANSFER_NOTIFY, Scope::Branch(case.old_branch_id));
    let decisions = [
        ("withdraw", Decision::Withdraw),
        ("decline", Decision::Decline),
        ("force", Decision::Force { proof }),
    ]
    .into_iter()
    .filter(|(_, decision)| {
        caller.may(decision.action(), Scope::Branch(case.branch_for(decision)))
            && rule::check(case, decision, &by, today).is_ok()
    })
    .map(|(what, _)| what);
    let beside = [
        ("seal", may_seal(caller, case, &by)),
        ("notify", may_notify),
    ];
    let beside = beside.into_iter().filter(|(_, may)| *may);
    decisions.chain(beside.map(|(what, _)| what)).collect()
}

/// Whether the caller may seal the account for the old employer: not who opened the case.
fn may_seal(caller: &Caller, case: &TransferCase, by: &str) -> bool {
    case.status == CaseStatus::Waiting
        && by != case.opened_by
        && caller.may(&ACCOUNT_SEAL, Scope::Branch(case.old_branch_id))
}

fn open(tx: &ReadTx, caller: &Caller, row: CaseRow) -> Result<CaseItem> {
    let keys = tx.keys().of_row(tx.centre(), row.member_id);
    let party = |branch, employer_id, employer_name| {
        sees(caller, branch).then_some(Party {
            employer_id,
            employer_name,
        })
    };
    Ok(CaseItem {
        case_id: row.case_id,
        serial: row.serial,
        account_no: row.account_no,
        name: member::masked_name(&keys.open(member::NAME, &row.name)?),
        id_number: member::masked_number(&keys.open(member::ID_NUMBER, &row.id_number)?),
        old: party(
            row.old_branch_id,
            row.old_employer_id,
            row.old_employer_name,
        ),
        new: party(
            row.new_branch_id,
            row.new_employer_id,
            row.new_employer_name,
        ),
        month: row.month,
        opened_on: row.opened_on,
        due_on: row.due_on,
        status: row.status,
    })
}
