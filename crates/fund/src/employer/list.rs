//! Looking at employers: their list, one employer's page, its months.

use std::collections::HashMap;

use db::{ListQuery, Listing, ReadTx, RowKeys, Sealed};
use kernel::{
    BranchId, Date, EmployerId, EmployerNo, Fen, Month, Refusal, RemittanceId, Result, WorkingDays,
};
use platform::{App, Caller, Scope};
use settlement::suspense;

use super::model::{Employer, EmployerStatus, sealed};
use super::rule::{self, MonthStatus};
use super::store::{self, EMPLOYERS, EmployerRow, RemittedMonth};
use super::{EMPLOYER_CHANGE, EMPLOYER_READ, require_in};
use crate::account::rule::{months_of_text, months_owed, months_unpaid, paid_through};
use crate::member::{self, IdKind};
use crate::policy;
use crate::remittance;
use crate::roster::{ROSTER_UPLOAD, may_remit};

/// An employer as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmployerSummary {
    /// Its id.
    pub employer_id: EmployerId,
    /// 单位账号.
    pub employer_no: EmployerNo,
    /// 单位名称.
    pub name: String,
    /// 统一社会信用代码.
    pub credit_code: Option<String>,
    /// 单位账户状态.
    pub status: EmployerStatus,
    /// 管理部.
    pub branch_id: BranchId,
    /// Its name.
    pub branch_name: String,
    /// 单位缴存人数.
    pub people: i64,
    /// 单位封存人数.
    pub sealed_people: i64,
    /// 缴至年月.
    pub paid_through: Option<Month>,
    /// 欠缴月数, as of the day asked.
    pub months_owed: i64,
    /// 单位账户余额: what its accounts hold together.
    pub balance_fen: Fen,
    /// What the caller may do with it: `change`, `upload_roster`.
    pub can: Vec<&'static str>,
}

/// A person of an employer as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaskedPerson {
    /// 姓名, masked.
    pub name: String,
    /// 证件类型.
    pub id_kind: IdKind,
    /// 证件号码, masked.
    pub id_number: String,
    /// 手机号码, masked.
    pub mobile: Option<String>,
    /// 固定电话号码, masked.
    pub phone: Option<String>,
}

/// An employer with everything its page shows; what is personal is masked.
#[derive(Clone, Debug)]
pub struct EmployerView {
    /// The employer.
    pub employer: Employer,
    /// What the list shows of it.
    pub summary: EmployerSummary,
    /// 单位法人代表.
    pub legal_person: MaskedPerson,
    /// 经办人.
    pub agent: MaskedPerson,
    /// The month that its next roster is for.
    pub next_month: Month,
    /// Why no roster of that month can be uploaded today; told to who may upload one.
    pub next_month_refused: Option<Refusal>,
}

/// A month of an employer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmployerMonth {
    /// The month.
    pub month: Month,
    /// How it stands.
    pub status: MonthStatus,
    /// The remittance that stands for it.
    pub remittance_id: Option<RemittanceId>,
    /// The people in it; of a month owed those who contribute now.
    pub people: i64,
    /// What it comes to; of a month owed an estimate by what a month comes to now.
    pub amount_fen: Fen,
    /// What waits for it already, of a month assessed.
    pub waiting_fen: Fen,
}

/// Lists employers. Filters: `employer_no`, `name`, `name.contains`, `credit_code`, `status`,
/// `contributes`, `branch_id`; order by `employer_no` or `name`.
///
/// # Errors
/// `action_forbidden`, `policy_missing`, and what a list refuses.
pub async fn list(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Listing<EmployerSummary>> {
    let scope = app.enforce_widest(caller, &EMPLOYER_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let Listing { items, next, count } = tx.list(&EMPLOYERS, &within(query, scope)).await?;
    let mut due = Due::on(&mut tx, app.clock.today()).await?;
    let items = items
        .into_iter()
        .map(|row| summary(row, &mut due, caller))
        .collect::<Result<_>>()?;
    Ok(Listing { items, next, count })
}

/// The totals (合计) over what [`list`] shows: `people`, `sealed_people`, `balance_fen`.
///
/// # Errors
/// As [`list`].
pub async fn totals(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Vec<(&'static str, i64)>> {
    let scope = app.enforce_widest(caller, &EMPLOYER_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    tx.list_totals(&EMPLOYERS, &within(query, scope)).await
}

/// The query within what the caller may see.
fn within(query: &ListQuery, scope: Scope) -> ListQuery {
    scope.narrow(query.clone())
}

/// Opens one employer's page.
///
/// # Errors
/// `employer_unknown`, `action_forbidden`, `policy_missing`.
pub async fn show(app: &App, caller: &Caller, employer_id: EmployerId) -> Result<EmployerView> {
    let employer = readable(app, caller, employer_id).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let row = tx.one(&store::EMPLOYER_ROW, (employer_id,)).await?;
    let mut due = Due::on(&mut tx, app.clock.today()).await?;
    let summary = summary(row, &mut due, caller)?;
    let keys = tx.keys().of_row(tx.centre(), employer_id);
    let legal_person = person(
        &keys,
        (sealed::LEGAL_PERSON_NAME, &employer.legal_person_name),
        employer.legal_person_id_kind,
        (
            sealed::LEGAL_PERSON_ID_NUMBER,
            &employer.legal_person_id_number,
        ),
    )?;
    let mut agent = person(
        &keys,
        (sealed::AGENT_NAME, &employer.agent_name),
        employer.agent_id_kind,
        (sealed::AGENT_ID_NUMBER, &employer.agent_id_number),
    )?;
    let mobile = keys.open(sealed::AGENT_MOBILE, &employer.agent_mobile)?;
    agent.mobile = Some(member::masked_mobile(&mobile));
    if let Some(phone) = &employer.agent_phone {
        let phone = keys.open(sealed::AGENT_PHONE, phone)?;
        agent.phone = Some(member::masked_number(&phone));
    }
    let (next_month, next_month_refused) =
        remittance::next_roster_in(&mut tx, app, &employer).await?;
    Ok(EmployerView {
        employer,
        // It names a remittance: who uploads is told it anyway, who only looks has no use for it.
        next_month_refused: next_month_refused.filter(|_| summary.can.contains(&"upload_roster")),
        summary,
        legal_person,
        agent,
        next_month,
    })
}

/// The months of an employer, the latest first: from its first month to the last that has fallen
/// due, and those remitted beyond.
///
/// # Errors
/// `employer_unknown`, `action_forbidden`, `policy_missing`.
pub async fn months(
    app: &App,
    caller: &Caller,
    employer_id: EmployerId,
) -> Result<Vec<EmployerMonth>> {
    let employer = readable(app, caller, employer_id).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let due = Due::on(&mut tx, app.clock.today())
        .await?
        .of(employer.payday)?;
    let remitted = tx.all(&store::REMITTED, (employer_id,)).await?;
    let (people, monthly) = tx.one(&store::A_MONTH_NOW, (employer_id,)).await?;
    let now = (people, monthly.unwrap_or(Fen::ZERO));
    let mut months = months_of(employer.first_month, due, remitted, now);
    for month in &mut months {
        if let (MonthStatus::Assessed, Some(id)) = (month.status, month.remittance_id) {
            month.waiting_fen = suspense::waiting_for_in(&mut tx, &id.to_string()).await?;
        }
    }
    Ok(months)
}

/// Every month from the first to the last due, and what was remitted beyond; the latest first. `now`
/// is how many contribute and what a month comes to today.
fn months_of(
    first: Month,
    due: Option<Month>,
    remitted: Vec<RemittedMonth>,
    now: (i64, Fen),
) -> Vec<EmployerMonth> {
    let mut by_month: HashMap<Month, RemittedMonth> =
        remitted.into_iter().map(|row| (row.month, row)).collect();
    let last = by_month.keys().copied().chain(due).max();
    let span = last.map_or(0, |last| first.months_between(last) + 1).max(0);
    let months = (0..span).rev().filter_map(|n| first.plus(n));
    months
        .filter_map(|month| match by_month.remove(&month) {
            Some(row) => Some(EmployerMonth {
                month,
                status: if row.status == "posted" {
                    MonthStatus::Paid
                } else {
                    MonthStatus::Assessed
                },
                remittance_id: Some(row.remittance_id),
                people: row.people,
                amount_fen: row.expected_fen,
                waiting_fen: Fen::ZERO,
            }),
            None => due.filter(|due| month <= *due).map(|_| EmployerMonth {
                month,
                status: MonthStatus::Owed,
                remittance_id: None,
                people: now.0,
                amount_fen: now.1,
                waiting_fen: Fen::ZERO,
            }),
        })
        .collect()
}

/// The months that an employer owes on a day, in order: [`EmployerSummary::months_owed`] one by one.
///
/// # Errors
/// `policy_missing`.
pub(crate) async fn owed_in(
    tx: &mut ReadTx,
    on: Date,
    employer_id: EmployerId,
) -> Result<Vec<Month>> {
    let row = tx.one(&store::EMPLOYER_ROW, (employer_id,)).await?;
    let due = Due::on(tx, on).await?.of_contributing(&row)?;
    let paid = months_of_text(row.paid.as_deref())?;
    Ok(months_unpaid(row.first_month, due, &paid).collect())
}

/// What a month of an employer's contributing members comes to now, both sides.
///
/// # Errors
/// Broken only.
pub(crate) async fn monthly_in(tx: &mut ReadTx, employer_id: EmployerId) -> Result<Fen> {
    let (_, monthly) = tx.one(&store::A_MONTH_NOW, (employer_id,)).await?;
    Ok(monthly.unwrap_or(Fen::ZERO))
}

/// The employer, once the caller may see it.
pub(crate) async fn readable(
    app: &App,
    caller: &Caller,
    employer_id: EmployerId,
) -> Result<Employer> {
    app.enforce_widest(caller, &EMPLOYER_READ).await?;
    let employer = require_in(&mut app.db.read(caller.centre()).await?, employer_id).await?;
    app.enforce(caller, &EMPLOYER_READ, employer.scope())
        .await?;
    Ok(employer)
}

fn summary(row: EmployerRow, due: &mut Due, caller: &Caller) -> Result<EmployerSummary> {
    let paid = months_of_text(row.paid.as_deref())?;
    let scope = Scope::Employer {
        branch: row.branch_id,
        employer: row.employer_id,
    };
    let may_upload = may_remit(row.status) && caller.may(&ROSTER_UPLOAD, scope);
    let may_change = rule::may_change(row.status).is_ok() && caller.may(&EMPLOYER_CHANGE, scope);
    let verbs = [("change", may_change), ("upload_roster", may_upload)];
    let due = due.of_contributing(&row)?;
    Ok(EmployerSummary {
        employer_id: row.employer_id,
        employer_no: row.employer_no,
        name: row.name,
        credit_code: row.credit_code,
        status: row.status,
        branch_id: row.branch_id,
        branch_name: row.branch_name,
        people: row.figures.people,
        sealed_people: row.figures.sealed_people,
        paid_through: paid_through(row.first_month, &paid)
            .or_else(|| rule::paid_before(row.first_month, row.taken_over)),
        months_owed: months_owed(row.first_month, due, &paid),
        balance_fen: row.figures.balance_fen,
        can: verbs
            .into_iter()
            .filter_map(|(verb, may)| may.then_some(verb))
            .collect(),
    })
}

fn person(
    keys: &RowKeys<'_>,
    (name_column, name): (&str, &Sealed),
    id_kind: IdKind,
    (number_column, number): (&str, &Sealed),
) -> Result<MaskedPerson> {
    Ok(MaskedPerson {
        name: member::masked_name(&keys.open(name_column, name)?),
        id_kind,
        id_number: member::masked_number(&keys.open(number_column, number)?),
        mobile: None,
        phone: None,
    })
}

/// The last months that have fallen due on one day, by payday: a page of employers has few
/// paydays.
struct Due {
    deadline: kernel::Deadline,
    on: Date,
    known: HashMap<i64, Option<Month>>,
}

impl Due {
    async fn on(tx: &mut ReadTx, on: Date) -> Result<Self> {
        let deadline = platform::policy::value(tx, &policy::REMITTANCE_DEADLINE, on)
            .await?
            .value;
        Ok(Self {
            deadline,
            on,
            known: HashMap::new(),
        })
    }

    /// Of an employer; nothing falls due for one that is closed or out of business.
    fn of_contributing(&mut self, row: &EmployerRow) -> Result<Option<Month>> {
        match row.status {
            EmployerStatus::Normal | EmployerStatus::Opened | EmployerStatus::Deferred => {
                self.of(row.payday)
            }
            EmployerStatus::Closed | EmployerStatus::Sealed | EmployerStatus::Other => Ok(None),
        }
    }

    fn of(&mut self, payday: i64) -> Result<Option<Month>> {
        if let Some(month) = self.known.get(&payday) {
            return Ok(*month);
        }
        let month = rule::month_due(payday, self.deadline, self.on, WorkingDays::national())?;
        self.known.insert(payday, month);
        Ok(month)
    }
}
