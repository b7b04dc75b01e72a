//! Issuing papers: what they say is read in the transaction that issues them.

use db::{Digest, Digest32, ReadTx, WriteTx};
use kernel::{
    AccountNo, BranchId, CertificateId, EmployerId, MemberId, Month, OrBroken, Refusal,
    RemittanceId, Result,
};
use platform::audit::{self, Subject};
use platform::{App, Caller, IdempotencyKey, Once, centre};
use serde_json::json;

use super::code::Code;
use super::facts::{Contribution, EntryMade, Facts, MonthPaid, RemittancePaid, Said};
use super::model::{self, Certificate, CertificateStatus};
use super::{CERTIFICATE_ISSUE, store};
use crate::account::{self, Account, EntryItem, EntryKind, MonthKind};
use crate::employer::{self, Employer};
use crate::member;
use crate::remittance::{self, Remittance, RemittanceStatus};

/// How many months back a contribution certificate may list.
pub const MONTHS: [i32; 2] = [12, 24];

/// A paper that was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// The paper.
    pub certificate_id: CertificateId,
    /// Its code.
    pub code: Code,
}

/// Whose a paper is and what it is about.
#[derive(Clone, Copy, Default)]
struct About {
    employer_id: Option<EmployerId>,
    remittance_id: Option<RemittanceId>,
    member_id: Option<MemberId>,
    account_no: Option<AccountNo>,
    entry_no: Option<i64>,
}

/// Issues a member's 缴存证明 with the contributions of the last 12 or 24 months, the present one
/// included.
///
/// # Errors
/// `action_forbidden`; `account_unknown`; `certificate_months_invalid`; those of
/// [`App::write_once`].
pub async fn issue_contribution(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    account_no: AccountNo,
    span_months: i32,
) -> Result<Issued> {
    enforce_for_account(app, caller, account_no).await?;
    if !MONTHS.contains(&span_months) {
        let sentence = "缴存明细只能列出近12个月或近24个月";
        return Err(Refusal::invalid("certificate_months_invalid", sentence)
            .at("months")
            .into());
    }
    let asked = Digest::new("certificate.contribution")
        .column(account_no)
        .int(i64::from(span_months));
    once(app, caller, key, asked.finish(), async |tx| {
        let (account, employer) = account_in(tx, account_no).await?;
        let said = contribution_in(tx, app, &account, &employer, span_months).await?;
        let about = About {
            member_id: Some(account.member_id),
            account_no: Some(account_no),
            ..About::default()
        };
        Ok((employer.branch_id, about, Said::Contribution(said)))
    })
    .await
}

/// Issues an employer's 汇缴收据 for a posted remittance.
///
/// # Errors
/// `action_forbidden`; `remittance_unknown`; `certificate_remittance_not_posted` (conflict); those
/// of [`App::write_once`].
pub async fn issue_remittance_receipt(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    remittance_id: RemittanceId,
) -> Result<Issued> {
    app.enforce_widest(caller, &CERTIFICATE_ISSUE).await?;
    let (_, employer) = remittance::with_employer(app, caller, remittance_id).await?;
    app.enforce(caller, &CERTIFICATE_ISSUE, employer.scope())
        .await?;
    let asked = Digest::new("certificate.remittance").column(remittance_id);
    once(app, caller, key, asked.finish(), async |tx| {
        let remittance = remittance::require_in(tx, remittance_id).await?;
        let employer = employer::require_in(tx, remittance.employer_id).await?;
        let about = About {
            employer_id: Some(employer.employer_id),
            remittance_id: Some(remittance_id),
            ..About::default()
        };
        let branch = employer.branch_id;
        let said = remittance_paid(remittance, employer)?;
        Ok((branch, about, Said::RemittanceReceipt(said)))
    })
    .await
}

/// Issues a member's 入账回单 for one entry that brought money and stands.
///
/// # Errors
/// `action_forbidden`; `account_unknown`; `entry_unknown`; `certificate_entry_brought_nothing`,
/// `certificate_entry_taken_back` (conflicts); those of [`App::write_once`].
pub async fn issue_entry_receipt(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    account_no: AccountNo,
    entry_no: i64,
) -> Result<Issued> {
    enforce_for_account(app, caller, account_no).await?;
    let asked = Digest::new("certificate.entry")
        .column(account_no)
        .int(entry_no);
    once(app, caller, key, asked.finish(), async |tx| {
        let (account, employer) = account_in(tx, account_no).await?;
        let said = entry_made_in(tx, &account, entry_no).await?;
        let about = About {
            member_id: Some(account.member_id),
            account_no: Some(account_no),
            entry_no: Some(entry_no),
            ..About::default()
        };
        Ok((employer.branch_id, about, Said::EntryReceipt(said)))
    })
    .await
}

async fn enforce_for_account(app: &App, caller: &Caller, account_no: AccountNo) -> Result<()> {
    app.enforce_widest(caller, &CERTIFICATE_ISSUE).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let (account, employer) = account_in(&mut tx, account_no).await?;
    drop(tx);
    let scope = account::scope_of(&account, &employer);
    app.enforce(caller, &CERTIFICATE_ISSUE, scope).await
}

async fn account_in(tx: &mut ReadTx, account_no: AccountNo) -> Result<(Account, Employer)> {
    let account = account::get_in(tx, account_no).await?;
    let employer = employer::require_in(tx, account.employer_id).await?;
    Ok((account, employer))
}

/// Issues what `say` reads, once a key.
async fn once(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    asked: Digest32,
    say: impl AsyncFnOnce(&mut WriteTx) -> Result<(BranchId, About, Said)>,
) -> Result<Issued> {
    match app
        .write_once(caller, &CERTIFICATE_ISSUE, key, asked)
        .await?
    {
        Once::Replay(id) => {
            let id: CertificateId = id.parse().or_broken("a replayed certificate")?;
            let mut tx = app.db.read(caller.centre()).await?;
            let issued = tx.one(&store::CERTIFICATE_BY_ID, (id,)).await?;
            Ok(Issued {
                certificate_id: id,
                code: issued.opened_code(tx.keys(), tx.centre())?,
            })
        }
        Once::Fresh(mut tx) => {
            let (branch, about, said) = say(&mut tx).await?;
            let issued = issue_in(&mut tx, app, caller, branch, about, said).await?;
            tx.finish(issued.certificate_id).await?;
            Ok(issued)
        }
    }
}

async fn issue_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    branch_id: BranchId,
    about: About,
    said: Said,
) -> Result<Issued> {
    let (certificate_id, code) = (CertificateId::new(&app.clock), Code::random()?);
    let (kind, centre) = (said.kind(), tx.centre());
    let facts = Facts {
        centre_name: centre::get(tx).await?.name,
        public_address: app.public_address.clone(),
        said,
    };
    let facts = serde_json::to_string(&facts).or_broken("the facts of a certificate as JSON")?;
    let row_keys = tx.keys().of_row(centre, certificate_id);
    let certificate = Certificate {
        certificate_id,
        kind,
        status: CertificateStatus::Standing,
        code: row_keys.seal(model::CODE, code.plain())?,
        code_lookup: model::code_lookup(tx.keys(), centre, &code),
        branch_id,
        employer_id: about.employer_id,
        remittance_id: about.remittance_id,
        member_id: about.member_id,
        account_no: about.account_no,
        entry_no: about.entry_no,
        facts: row_keys.seal(model::FACTS, &facts)?,
        issued_at: app.clock.now(),
        issued_by: caller.actor.label(),
        issued_by_name: caller.name.clone(),
        voided_at: None,
        voided_by: None,
        voided_by_name: None,
        void_reason: None,
    };
    let detail = json!({
        "kind": kind.code(),
        "account_no": about.account_no.map(|no| no.to_string()),
        "entry_no": about.entry_no,
        "remittance": about.remittance_id.map(|id| id.to_string()),
        "facts": certificate.issued_facts(tx.keys(), centre)?.hex(),
    });
    tx.execute_one(&store::INSERT_CERTIFICATE, certificate)
        .await?;
    let subject = Subject::new("certificate", certificate_id);
    audit::record(tx, &app.clock, caller, &CERTIFICATE_ISSUE, subject, detail).await?;
    Ok(Issued {
        certificate_id,
        code,
    })
}

async fn contribution_in(
    tx: &mut ReadTx,
    app: &App,
    account: &Account,
    employer: &Employer,
    span_months: i32,
) -> Result<Contribution> {
    let as_of = app.clock.today();
    let person = member::of_account_in(tx, account.member_id).await?;
    let paid = account::paid_months_in(tx, account.account_no).await?;
    let before = Month::of(as_of).plus(-span_months);
    let before = before.or_broken("the first month of a certificate")?;
    let months = account::months_in(tx, account.account_no).await?;
    let months = months.into_iter().rev();
    let months = months.filter(|paid| paid.month > before && paid.kind != MonthKind::Reversed);
    let row = tx.keys().of_row(tx.centre(), person.member_id);
    Ok(Contribution {
        as_of,
        account_no: account.account_no,
        name: row.open(member::NAME, &person.name)?,
        id_kind: person.id_kind,
        id_number: row.open(member::ID_NUMBER, &person.id_number)?,
        employer_name: employer.name.clone(),
        status: account.status,
        opened_on: account.opened_on,
        base_fen: account.base_fen,
        employer_rate: account.employer_rate,
        member_rate: account.member_rate,
        employer_monthly_fen: account.employer_monthly_fen,
        member_monthly_fen: account.member_monthly_fen,
        balance_fen: account.balance_fen,
        paid_through: account::rule::member_paid_through(account.first_month, &paid),
        span_months,
        months: months
            .map(|paid| MonthPaid {
                month: paid.month,
                kind: paid.kind,
                employer_name: paid.employer_name,
                amount_fen: paid.amount_fen,
            })
            .collect(),
    })
}

fn remittance_paid(remittance: Remittance, employer: Employer) -> Result<RemittancePaid> {
    let posted_on = match (remittance.status, remittance.posted_on) {
        (RemittanceStatus::Posted, Some(posted_on)) => posted_on,
        (status, _) => {
            let sentence = format!("该汇缴{}，全部入账后才能开具收据", status.label());
            return Err(Refusal::conflict("certificate_remittance_not_posted", sentence).into());
        }
    };
    Ok(RemittancePaid {
        employer_no: employer.employer_no,
        employer_name: employer.name,
        serial: remittance.serial,
        payment_code: remittance.payment_code,
        month: remittance.month,
        people: remittance.people,
        employer_fen: remittance.employer_fen,
        member_fen: remittance.member_fen,
        total_fen: remittance.expected_fen,
        value_date: remittance.value_date,
        posted_on,
    })
}

async fn entry_made_in(tx: &mut ReadTx, account: &Account, entry_no: i64) -> Result<EntryMade> {
    let entry = account::entry_in(tx, account.account_no, entry_no).await?;
    check_entry(&entry)?;
    let asked = (account.account_no, entry_no);
    if let Some((on,)) = tx.optional(&store::TAKEN_BACK, asked).await? {
        let sentence = format!("这笔入账已于 {on} 冲销，不能再开具回单");
        return Err(Refusal::conflict("certificate_entry_taken_back", sentence).into());
    }
    let employer_name = match entry.remittance_id {
        Some(remittance_id) => {
            let remittance = remittance::require_in(tx, remittance_id).await?;
            let employer = employer::require_in(tx, remittance.employer_id).await?;
            Some(employer.name)
        }
        None => None,
    };
    let person = member::of_account_in(tx, account.member_id).await?;
    let row = tx.keys().of_row(tx.centre(), person.member_id);
    let id_number = row.open(member::ID_NUMBER, &person.id_number)?;
    Ok(EntryMade {
        account_no: account.account_no,
        name: row.open(member::NAME, &person.name)?,
        id_number_masked: member::masked_number(&id_number),
        employer_name,
        entry_no,
        label: entry.label(),
        month: entry.month,
        remittance_serial: entry.remittance_serial,
        business_date: entry.business_date,
        value_date: entry.value_date,
        amount_fen: entry.amount_fen(),
        balance_after_fen: entry.balance_after_fen,
    })
}

/// Whether an entry brought money: what came along when the centre moved in was paid elsewhere, and
/// what was advanced is nobody's payment.
fn check_entry(entry: &EntryItem) -> Result<()> {
    let is_paid = !matches!(entry.kind, EntryKind::TakenOver | EntryKind::Shortfall);
    if is_paid && entry.amount_fen().is_positive() {
        return Ok(());
    }
    let sentence = "这笔明细不是缴存或转入的款项，不能开具入账回单";
    Err(Refusal::conflict("certificate_entry_brought_nothing", sentence).into())
}
