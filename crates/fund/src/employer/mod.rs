//! Employers (缴存单位): registration, their list, and which months they have remitted and owe.
//!
//! An employer is known by its credit code, once in a centre. What was registered is changed by
//! [`change`], with its history; its status is set at registration and changed by the business of later
//! issues. Balance and people are never stored: see
//! [`EmployerRow`]. The month it has paid through is, see [`Paid`].

pub mod rule;

pub(crate) mod change;
mod figures;
mod list;
mod model;
mod registration;
mod store;
#[cfg(test)]
mod tests;
mod timeline;

pub(crate) use change::{
    ALL_CHANGES, APPROVABLE, CHANGES_AFTER, FieldChange, MISCOUNTED, taken_back,
};
pub use change::{Change, EMPLOYER_CHANGE, Field, NewChange, change, changes};
pub(crate) use figures::{Figures, account_figures};
pub use list::{
    EmployerMonth, EmployerSummary, EmployerView, MaskedPerson, list, months, show, totals,
};
pub(crate) use list::{monthly_in, owed_in, readable};
pub use model::{Affiliation, EconomicType, Employer, EmployerStatus, Industry};
pub use registration::{Agent, Person, Registration};
pub use rule::MonthStatus;
pub(crate) use rule::compared_name;
pub use store::{EMPLOYERS, EmployerRow};
pub(crate) use store::{EMPLOYERS_AFTER, KEPT_PAID, taken_over};
pub use timeline::{TIMELINE, timeline};

use db::{ReadTx, WriteTx};
use kernel::{Date, EmployerId, EmployerNo, Month, OrBroken, Refusal, Result, WorkingDays};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, IdempotencyKey, Once, Scope, branch};
use serde_json::json;

use crate::account::rule::{months_of_text, paid_through};
use crate::policy;
pub(crate) use model::sealed;
use registration::{Checked, Terms};

/// Registering an employer.
pub const EMPLOYER_REGISTER: Action = Action {
    code: "employer.register",
    label: "单位登记",
};
/// Looking at employers.
pub const EMPLOYER_READ: Action = Action {
    code: "employer.read",
    label: "查看单位",
};

/// Every statement of employers.
pub(crate) fn statements() -> impl Iterator<Item = &'static db::StmtInfo> {
    store::STATEMENTS.iter().chain(change::STATEMENTS)
}

/// The series that employer numbers come from.
const SERIES: &str = "employer_no";

/// Ten digits, of which the first is 2: an employer's number is never taken for an account's.
const FIRST_DIGIT: i64 = 2_000_000_000;

/// A registered employer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered {
    /// Its id.
    pub employer_id: EmployerId,
    /// 单位账号.
    pub employer_no: EmployerNo,
}

/// An employer.
///
/// # Errors
/// `employer_unknown`.
pub async fn require_in(tx: &mut ReadTx, employer_id: EmployerId) -> Result<Employer> {
    let employer = tx.optional(&store::EMPLOYER_BY_ID, (employer_id,)).await?;
    employer.ok_or_else(|| unknown().into())
}

/// Locks an employer, whose members are about to change: who contributes with it is decided once at
/// a time.
///
/// # Errors
/// Broken only.
pub(crate) async fn lock_in(tx: &mut WriteTx, employer_id: EmployerId) -> Result<()> {
    tx.one(&store::EMPLOYER_LOCKED, (employer_id,)).await?;
    Ok(())
}

/// Keeps until when an employer has paid, after a month of it was posted or taken back; the caller
/// has locked it before, see [`lock_in`], since two that end at once would each miss the other's.
///
/// # Errors
/// Broken only.
pub(crate) async fn renew_paid_in(tx: &mut WriteTx, employer_id: EmployerId) -> Result<()> {
    let (first, posted) = tx.one(&store::POSTED_MONTHS, (employer_id,)).await?;
    let Paid { through, last } = Paid::of(first, posted.as_deref())?;
    let kept = (employer_id, through, last);
    tx.execute_one(&store::KEEP_PAID, kept).await
}

/// What an employer has paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paid {
    /// 缴至年月: every month from its first to this one is posted.
    pub(crate) through: Option<Month>,
    /// The latest month that is posted: later than the other where months between are owed.
    pub(crate) last: Option<Month>,
}

impl Paid {
    /// From its first month and the posted ones as [`months_of_text`] reads them.
    pub(crate) fn of(first: Month, posted: Option<&str>) -> Result<Self> {
        let months = months_of_text(posted)?;
        Ok(Self {
            through: paid_through(first, &months),
            last: months.last().copied().filter(|month| *month >= first),
        })
    }
}

/// The last month whose remittance has fallen due before `on`, by the policy of that day; see
/// [`rule::month_due`].
///
/// # Errors
/// `policy_missing`, `calendar_year_unknown`.
pub async fn month_due_in(tx: &mut ReadTx, payday: i64, on: Date) -> Result<Option<Month>> {
    let deadline = platform::policy::value(tx, &policy::REMITTANCE_DEADLINE, on).await?;
    rule::month_due(payday, deadline.value, on, WorkingDays::national())
}

/// The last day on which the remittance of a month is in time, by the policy of `on`, as months
/// owed are counted; none while the holidays on the way aren't known.
///
/// # Errors
/// `policy_missing`.
pub(crate) async fn last_day_in(
    tx: &mut ReadTx,
    payday: i64,
    month: Month,
    on: Date,
) -> Result<Option<Date>> {
    let deadline = platform::policy::value(tx, &policy::REMITTANCE_DEADLINE, on).await?;
    Ok(rule::last_day(month, payday, deadline.value, WorkingDays::national()).ok())
}

/// Registers an employer (缴存登记, Regulation article 14).
///
/// # Errors
/// `employer_invalid` with a finding for each field that is wrong; `employer_exists` (conflict)
/// naming the number of the employer that has the credit code; `action_forbidden`, `policy_missing`
/// and those of [`App::write_once`].
pub async fn register(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    registration: Registration,
) -> Result<Registered> {
    app.enforce(
        caller,
        &EMPLOYER_REGISTER,
        Scope::Branch(registration.branch_id),
    )
    .await?;
    let checked = {
        let mut tx = app.db.read(caller.centre()).await?;
        checked_in(&mut tx, &registration, app.clock.today()).await?
    };
    let serial = app.serials.next(caller.centre(), SERIES).await?;
    let hash = registration.request_hash()?;
    match app
        .write_once(caller, &EMPLOYER_REGISTER, key, hash)
        .await?
    {
        Once::Replay(id) => {
            let employer_id = id.parse().or_broken("a replayed employer")?;
            let employer =
                require_in(&mut app.db.read(caller.centre()).await?, employer_id).await?;
            Ok(Registered {
                employer_id,
                employer_no: employer.employer_no,
            })
        }
        Once::Fresh(mut tx) => {
            let employer = seal(
                &tx,
                EmployerId::new(&app.clock),
                number_of(serial)?,
                &checked,
            )?;
            let registered = record_in(&mut tx, app, caller, employer).await?;
            tx.finish(registered.employer_id).await?;
            Ok(registered)
        }
    }
}

/// The registration with every field in order, and its branch one of the centre's.
async fn checked_in(tx: &mut ReadTx, registration: &Registration, today: Date) -> Result<Checked> {
    let policy = platform::policy::on(tx, today).await?;
    let terms = Terms {
        today,
        rate_floor: policy.get(&policy::RATE_FLOOR)?.value,
        rate_ceiling: policy.get(&policy::RATE_CEILING)?.value,
        rates_equal: policy.get(&policy::RATES_EQUAL)?.value,
    };
    let checked = registration.check(&terms)?;
    let branches = branch::all_in(tx).await?;
    if branches
        .iter()
        .any(|branch| branch.branch_id == checked.branch_id)
    {
        Ok(checked)
    } else {
        let refusal = Refusal::invalid("branch_unknown", "管理部不存在，请重新选择");
        Err(refusal.at("branch_id").into())
    }
}

/// Keeps an employer and records what was registered. Also for those that the centre brings with it.
///
/// # Errors
/// `employer_exists`.
pub(crate) async fn record_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    employer: Employer,
) -> Result<Registered> {
    let detail = json!({
        "employer_no": employer.employer_no,
        "facts": employer.facts(tx.keys(), tx.centre())?.hex(),
    });
    let registered = insert_in(tx, employer).await?;
    let subject = Subject::new("employer", registered.employer_id);
    audit::record(tx, &app.clock, caller, &EMPLOYER_REGISTER, subject, detail).await?;
    Ok(registered)
}

/// Employers registered from now on get numbers after `last`.
pub(crate) async fn number_after_in(tx: &mut WriteTx, app: &App, last: EmployerNo) -> Result<()> {
    let serial = (last.get() - FIRST_DIGIT).max(0);
    app.serials.continue_after_in(tx, SERIES, serial).await
}

async fn insert_in(tx: &mut WriteTx, employer: Employer) -> Result<Registered> {
    let registered = Registered {
        employer_id: employer.employer_id,
        employer_no: employer.employer_no,
    };
    let credit_code = employer.credit_code.clone();
    if tx.execute(&store::INSERT_EMPLOYER, employer).await? == 1 {
        return Ok(registered);
    }
    let credit_code = credit_code.or_broken("only a credit code can stand in the way")?;
    let (_, number) = tx
        .one(&store::EMPLOYER_BY_CREDIT_CODE, (credit_code,))
        .await?;
    Err(exists(number).into())
}

/// The refusal of a credit code that another employer has.
fn exists(number: EmployerNo) -> Refusal {
    let sentence = format!("该统一社会信用代码已登记，单位账号为{number}，请勿重复登记");
    Refusal::conflict("employer_exists", sentence).at("credit_code")
}

fn number_of(serial: i64) -> Result<EmployerNo> {
    let number = FIRST_DIGIT.checked_add(serial).and_then(EmployerNo::new);
    number.or_broken("employer numbers run out")
}

/// The row of a checked registration, what is personal sealed.
fn seal(
    tx: &ReadTx,
    employer_id: EmployerId,
    employer_no: EmployerNo,
    checked: &Checked,
) -> Result<Employer> {
    let keys = tx.keys().of_row(tx.centre(), employer_id);
    let Checked {
        organisation,
        days,
        legal_person,
        agent,
        ..
    } = checked;
    let credit_code = organisation.credit_code.as_str();
    Ok(Employer {
        employer_id,
        employer_no,
        name: organisation.name.clone(),
        name_compared: compared_name(&organisation.name),
        credit_code: Some(credit_code.to_owned()),
        organisation_code: Some(registration::organisation_code(credit_code)),
        address: organisation.address.clone(),
        postcode: organisation.postcode.clone(),
        email: organisation.email.clone(),
        payday: organisation.payday,
        affiliation: organisation.affiliation,
        economic_type: organisation.economic_type,
        industry: organisation.industry,
        established_on: days.established_on,
        opened_on: days.opened_on,
        first_month: days.first_month,
        branch_id: checked.branch_id,
        bank_code: organisation.bank_code,
        employer_rate: checked.employer_rate,
        member_rate: checked.member_rate,
        status: EmployerStatus::Opened,
        legal_person_name: keys.seal(sealed::LEGAL_PERSON_NAME, legal_person.name.as_str())?,
        legal_person_id_kind: legal_person.document.kind(),
        legal_person_id_number: keys.seal(
            sealed::LEGAL_PERSON_ID_NUMBER,
            legal_person.document.number(),
        )?,
        agent_name: keys.seal(sealed::AGENT_NAME, agent.name.as_str())?,
        agent_id_kind: agent.document.kind(),
        agent_id_number: keys.seal(sealed::AGENT_ID_NUMBER, agent.document.number())?,
        agent_mobile: keys.seal(sealed::AGENT_MOBILE, checked.agent_mobile.as_str())?,
        agent_phone: checked
            .agent_phone
            .as_deref()
            .map(|phone| keys.seal(sealed::AGENT_PHONE, phone))
            .transpose()?,
        change_count: 0,
    })
}

pub(crate) fn unknown() -> Refusal {
    Refusal::not_found("employer_unknown", "没有这个缴存单位，请核对后再查询")
}
