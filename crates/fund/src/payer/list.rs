//! Looking at payers: what their list and pages show.

use db::{Column, ListQuery, Listing, ReadTx};
use kernel::{ArrangementId, Date, EmployerId, EmployerNo, Instant, PayerId, Result};
use platform::{App, Caller, Scope};
use settlement::arrival::masked_account;

use super::model::{ACCOUNT_NUMBER, PayerKind, PayerStatus};
use super::rule::Days;
use super::store::{ARRANGEMENTS, ArrangementRow, PAYERS, PayerRow};
use super::{PAYER_CHANGE, PAYER_END, PAYER_READ, serial_text, unknown};
use crate::employer;

/// A payer as its list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayerSummary {
    /// Its id.
    pub payer_id: PayerId,
    /// 代付单位编号 as people see it.
    pub serial: String,
    /// 代付单位名称.
    pub name: String,
    /// 代付类型.
    pub kind: PayerKind,
    /// 统一社会信用代码.
    pub credit_code: String,
    /// 付款账户号码, masked.
    pub account_number: String,
    /// 代付依据.
    pub basis: String,
    /// Whether it still pays.
    pub status: PayerStatus,
    /// How many employers it pays for today.
    pub employers: i64,
    /// When it was registered.
    pub registered_at: Instant,
    /// By whom.
    pub registered_by_name: String,
    /// When it was ended.
    pub ended_at: Option<Instant>,
    /// Why.
    pub ended_reason: Option<String>,
    /// What the caller may do with it: `change`, `end`.
    pub can: Vec<&'static str>,
}

/// An employer that a payer pays, paid or will pay for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidEmployer {
    /// The arrangement.
    pub arrangement_id: ArrangementId,
    /// Who pays.
    pub payer_id: PayerId,
    /// 代付单位名称.
    pub payer_name: String,
    /// 代付类型.
    pub payer_kind: PayerKind,
    /// The employer.
    pub employer_id: EmployerId,
    /// 单位账号.
    pub employer_no: EmployerNo,
    /// 单位名称.
    pub employer_name: String,
    /// From when.
    pub first_day: Date,
    /// Until when, the day included: as agreed, or as it was ended before.
    pub last_day: Option<Date>,
    /// The document that it stands on.
    pub basis: String,
    /// When it was recorded.
    pub made_at: Instant,
    /// By whom.
    pub made_by_name: String,
    /// Why it was ended, when it was.
    pub ended_reason: Option<String>,
    /// Whether its last day is still to come.
    pub lasts: bool,
    /// Whether it may be ended.
    pub can_end: bool,
}

/// Lists payers, the latest first. Filters: `payer_id`, `serial`, `name` (`.contains`), `kind`,
/// `status`, `credit_code`.
///
/// # Errors
/// `action_forbidden` when the caller may do it nowhere: payers belong to no branch; and what a
/// list refuses.
pub async fn list(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<PayerSummary>> {
    app.enforce_widest(caller, &PAYER_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let query = on(query, app.clock.today());
    let Listing { items, next, count } = tx.list(&PAYERS, &query).await?;
    let items = items
        .into_iter()
        .map(|row| shown(&tx, caller, row))
        .collect::<Result<_>>()?;
    Ok(Listing { items, next, count })
}

/// The totals (合计) over what [`list`] shows: `employers`.
///
/// # Errors
/// As [`list`].
pub async fn totals(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Vec<(&'static str, i64)>> {
    app.enforce_widest(caller, &PAYER_READ).await?;
    let query = on(query, app.clock.today());
    app.db
        .read(caller.centre())
        .await?
        .list_totals(&PAYERS, &query)
        .await
}

/// One payer.
///
/// # Errors
/// `action_forbidden`, `payer_unknown`.
pub async fn show(app: &App, caller: &Caller, payer_id: PayerId) -> Result<PayerSummary> {
    app.enforce_widest(caller, &PAYER_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    require_in(&mut tx, app, caller, payer_id).await
}

async fn require_in(
    tx: &mut ReadTx,
    app: &App,
    caller: &Caller,
    payer_id: PayerId,
) -> Result<PayerSummary> {
    let one = ListQuery {
        filters: vec![("payer_id".to_owned(), payer_id.to_string())],
        limit: 1,
        ..ListQuery::default()
    };
    let found = tx.list(&PAYERS, &on(&one, app.clock.today())).await?;
    let row = found.items.into_iter().next();
    shown(tx, caller, row.ok_or_else(unknown)?)
}

/// Lists for whom a payer pays, paid or will pay, the latest first. Filters: `employer_id`,
/// `stands` (today).
///
/// # Errors
/// `action_forbidden`, `payer_unknown`, and what a list refuses.
pub async fn arrangements(
    app: &App,
    caller: &Caller,
    payer_id: PayerId,
    query: &ListQuery,
) -> Result<Listing<PaidEmployer>> {
    app.enforce_widest(caller, &PAYER_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let today = app.clock.today();
    let payer = require_in(&mut tx, app, caller, payer_id).await?;
    let may_change = payer.can.contains(&"change");
    let mut query = on(query, today);
    let of = ("payer_id".to_owned(), payer_id.to_string());
    query.filters.push(of);
    let Listing { items, next, count } = tx.list(&ARRANGEMENTS, &query).await?;
    let items = items
        .into_iter()
        .map(|row| paid(row, today, may_change))
        .collect();
    Ok(Listing { items, next, count })
}

/// Lists who pays, paid or will pay for an employer, the latest first. Filters: `payer_id`, `stands`
/// (today).
///
/// # Errors
/// `action_forbidden`, `employer_unknown`, and what a list refuses.
pub async fn payers_of(
    app: &App,
    caller: &Caller,
    employer_id: EmployerId,
    query: &ListQuery,
) -> Result<Listing<PaidEmployer>> {
    app.enforce_widest(caller, &PAYER_READ).await?;
    employer::readable(app, caller, employer_id).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let today = app.clock.today();
    let mut query = on(query, today);
    let of = ("employer_id".to_owned(), employer_id.to_string());
    query.filters.push(of);
    let may_change = caller.may(&PAYER_CHANGE, Scope::Centre);
    let page = tx.list(&ARRANGEMENTS, &query).await?;
    Ok(page.map(|row| paid(row, today, may_change)))
}

/// The query with the day that the list is given.
fn on(query: &ListQuery, day: Date) -> ListQuery {
    ListQuery {
        given: vec![day.into_value()],
        ..query.clone()
    }
}

fn shown(tx: &ReadTx, caller: &Caller, row: PayerRow) -> Result<PayerSummary> {
    let keys = tx.keys().of_row(tx.centre(), row.payer_id);
    let account = keys.open(ACCOUNT_NUMBER, &row.account_number)?;
    let may = [("change", &PAYER_CHANGE), ("end", &PAYER_END)];
    let may = may.into_iter().filter(|(_, action)| {
        row.status == PayerStatus::Paying && caller.may(action, Scope::Centre)
    });
    Ok(PayerSummary {
        can: may.map(|(what, _)| what).collect(),
        payer_id: row.payer_id,
        serial: serial_text(row.serial),
        name: row.name,
        kind: row.kind,
        credit_code: row.credit_code,
        account_number: masked_account(&account),
        basis: row.basis,
        status: row.status,
        employers: row.employers,
        registered_at: row.registered_at,
        registered_by_name: row.registered_by_name,
        ended_at: row.ended_at,
        ended_reason: row.ended_reason,
    })
}

fn paid(row: ArrangementRow, today: Date, may_change: bool) -> PaidEmployer {
    let days = Days::new(row.first_day, row.last_day, row.ended_on);
    let lasts = days.reaches(today);
    PaidEmployer {
        arrangement_id: row.arrangement_id,
        payer_id: row.payer_id,
        payer_name: row.payer_name,
        payer_kind: row.payer_kind,
        employer_id: row.employer_id,
        employer_no: row.employer_no,
        employer_name: row.employer_name,
        first_day: row.first_day,
        last_day: days.last,
        basis: row.basis,
        made_at: row.made_at,
        made_by_name: row.made_by_name,
        ended_reason: row.ended_reason,
        lasts,
        can_end: may_change && lasts && row.ended_on.is_none(),
    }
}
