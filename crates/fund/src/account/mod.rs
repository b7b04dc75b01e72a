//! Accounts (个人账户): one a person a centre (Regulation article 13), with the entries that make up
//! its balance and the months that money came in for.
//!
//! States: normal ⇄ sealed, frozen, and the closed ones. A sealed account has a 封存年月, the first
//! month that its employer no longer contributes for; contributing again with the same employer
//! (启封) or with another (内部转移) begins a new first month. A balance has two buckets, carried forward from last year (上年结转) and collected this
//! year (当年归集), because they bear different interest. It moves by entries only, each with what
//! the account holds after it; nothing posted is changed, a correction is a negative entry that
//! names the one it reverses. Paid-through month, months owed and continuous months are read off
//! the months ([`rule`]), never stored.
//!
//! | what | where |
//! |---|---|
//! | opening, in bulk | [`open_many_in`] |
//! | posting and taking back, in bulk | [`bulk`] |
//! | the digest that binds entries to their voucher | [`EntryDigest`] |
//! | lists and pages | [`list`], [`show`], [`entries`], [`months`], [`owed`], [`statement`] |
//! | what is personal, whole, for a reason | [`unmask`] |
//!
//! Bounds: [`MAX_OPENING`] accounts opened a call, [`bulk::MAX_CHUNK`] posted a chunk,
//! [`MAX_PARTIAL`] found by part of a name, [`MAX_STATEMENT`] entries on a statement.

pub mod bulk;
mod change;
pub mod rule;

mod digest;
mod list;
mod model;
mod opening;
mod owed;
mod statement;
mod store;
#[cfg(test)]
mod tests;
mod timeline;
mod unmask;

pub(crate) use change::{
    CAME_OF_ROSTERS, CAME_OF_SEALINGS, digest_taken_over_in, write_all_in, write_of_roster_in,
    write_of_sealing_in,
};
pub use change::{Change, ChangeKind, Maker};
pub use digest::EntryDigest;
pub use list::{
    ACCOUNTS, ACCOUNTS_OF_PERSON, AccountRow, AccountSummary, ENTRIES, EntryItem, MAX_PARTIAL,
};
pub use model::{Account, AccountStatus, BatchLine, Entry, EntryKind, MonthKind};
pub(crate) use opening::number_after_in;
pub use opening::{MAX_OPENING, NewAccount, open_many_in, reserve_numbers};
pub use owed::{OwedMonth, owed};
pub use statement::{ACCOUNT_STATEMENT, MAX_STATEMENT, Statement, statement};
pub use store::MonthItem;
pub(crate) use store::{account_columns, takes_month};
pub use timeline::{TIMELINE, timeline};
pub use unmask::{MEMBER_UNMASK, UnmaskPurpose, WholeMember, unmask};

use db::{ListQuery, Listing, ReadTx};
use kernel::{AccountNo, Date, EmployerId, MemberId, Month, OrBroken, Refusal, Result, VoucherId};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, Scope};
use serde_json::json;

use crate::employer::{self, Employer};
use crate::member::{self, IdKind};

/// Looking at accounts and at the people behind them.
pub const ACCOUNT_READ: Action = Action {
    code: "account.read",
    label: "查看个人账户",
};

pub(crate) fn statements() -> impl Iterator<Item = &'static db::StmtInfo> {
    [store::STATEMENTS, list::STATEMENTS, change::STATEMENTS]
        .into_iter()
        .flatten()
}

/// An account with everything its page shows; what is personal is masked.
#[derive(Clone, Debug)]
pub struct AccountView {
    /// The account.
    pub account: Account,
    /// 姓名, masked.
    pub name: String,
    /// 证件类型.
    pub id_kind: IdKind,
    /// 证件号码, masked.
    pub id_number: String,
    /// 手机号码, masked.
    pub mobile: Option<String>,
    /// 单位名称.
    pub employer_name: String,
    /// 缴至年月.
    pub paid_through: Option<Month>,
    /// 欠缴月数, as of the day asked.
    pub months_owed: i64,
    /// 连续缴存月数.
    pub continuous_months: i64,
}

/// An account.
///
/// # Errors
/// `account_unknown`.
pub async fn get_in(tx: &mut ReadTx, account_no: AccountNo) -> Result<Account> {
    let account = tx.optional(&store::ACCOUNT_BY_NO, (account_no,)).await?;
    account.ok_or_else(|| unknown().into())
}

/// The one account of a person, if it has one.
///
/// # Errors
/// Broken only.
pub async fn of_member_in(tx: &mut ReadTx, member_id: MemberId) -> Result<Option<Account>> {
    tx.optional(&store::ACCOUNT_BY_MEMBER, (member_id,)).await
}

/// The months of an account that are paid, in order, for the functions of [`rule`].
///
/// # Errors
/// Broken only.
pub async fn paid_months_in(tx: &mut ReadTx, account_no: AccountNo) -> Result<Vec<Month>> {
    let months = tx.all(&store::PAID_MONTHS, (account_no,)).await?;
    Ok(months.into_iter().map(|(month,)| month).collect())
}

/// Hands each entry of a voucher to `each`, in the order of its detail digest.
///
/// # Errors
/// What `each` returns.
pub async fn entries_of_voucher_in(
    tx: &mut ReadTx,
    voucher_id: VoucherId,
    each: impl FnMut(Entry) -> Result<()> + Send,
) -> Result<()> {
    tx.for_each(&store::ENTRIES_BY_VOUCHER, (voucher_id,), each)
        .await
}

/// Lists accounts. Filters: `account_no`, `employer_id`, `status`, `contributes`, `branch_id`; `id_number`,
/// `id_tail` (last six), `mobile` and `name` exactly; `name` beside `employer_id` by any part of it.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn list(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Listing<AccountSummary>> {
    let scope = app.enforce_widest(caller, &ACCOUNT_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let rows = match found_by_part_in(&mut tx, caller, query).await? {
        Some(found) => found,
        None => {
            let query = list::sealed_filters(&tx, query, app.clock.today());
            tx.list(list::list_for(&query), &within(query, scope))
                .await?
        }
    };
    let Listing { items, next, count } = rows;
    let items = items
        .into_iter()
        .map(|row| row.open(&tx))
        .collect::<Result<_>>()?;
    Ok(Listing { items, next, count })
}

/// The accounts of an employer whose members' names hold a part, when that is what is asked.
async fn found_by_part_in(
    tx: &mut ReadTx,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Option<Listing<AccountRow>>> {
    let Some((employer_id, part, status)) = partial(query) else {
        return Ok(None);
    };
    let employer = employer::require_in(tx, employer_id).await?;
    if !caller.may(&ACCOUNT_READ, employer.scope()) {
        return Err(employer::unknown().into());
    }
    list::by_part_of_name(tx, employer_id, part, status)
        .await
        .map(Some)
}

/// The totals (合计) over what [`list`] shows: `base_fen`, `monthly_fen`, `balance_fen`.
///
/// # Errors
/// As [`list`].
pub async fn totals(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Vec<(&'static str, i64)>> {
    let scope = app.enforce_widest(caller, &ACCOUNT_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    if let Some(found) = found_by_part_in(&mut tx, caller, query).await? {
        return list::summed(&found.items);
    }
    let query = list::sealed_filters(&tx, query, app.clock.today());
    tx.list_totals(list::list_for(&query), &within(query, scope))
        .await
}

/// Opens one account's page. A member of staff opening a person is audited.
///
/// # Errors
/// `account_unknown`, `action_forbidden`.
pub async fn show(app: &App, caller: &Caller, account_no: AccountNo) -> Result<AccountView> {
    let (account, employer) = readable(app, caller, account_no).await?;
    let mut tx = app.db.write(caller.centre()).await?;
    let subject = Subject::new("account", account_no);
    audit::record(
        &mut tx,
        &app.clock,
        caller,
        &ACCOUNT_READ,
        subject,
        json!({}),
    )
    .await?;
    let view = view(&mut tx, account, &employer, app.clock.today()).await?;
    tx.commit().await?;
    Ok(view)
}

/// Lists the entries of an account, the latest first.
///
/// # Errors
/// `account_unknown`, `action_forbidden`, and what a list refuses.
pub async fn entries(
    app: &App,
    caller: &Caller,
    account_no: AccountNo,
    query: &ListQuery,
) -> Result<Listing<EntryItem>> {
    readable(app, caller, account_no).await?;
    app.db
        .read(caller.centre())
        .await?
        .list(&ENTRIES, &of(account_no, query))
        .await
}

/// The totals (合计) over what [`entries`] shows: `amount_fen`.
///
/// # Errors
/// As [`entries`].
pub async fn entry_totals(
    app: &App,
    caller: &Caller,
    account_no: AccountNo,
    query: &ListQuery,
) -> Result<Vec<(&'static str, i64)>> {
    readable(app, caller, account_no).await?;
    app.db
        .read(caller.centre())
        .await?
        .list_totals(&ENTRIES, &of(account_no, query))
        .await
}

/// The query among the account's own entries.
fn of(account_no: AccountNo, query: &ListQuery) -> ListQuery {
    let mut query = query.clone();
    query
        .filters
        .push(("account_no".to_owned(), account_no.to_string()));
    query
}

/// The months of an account that money came in for, the latest first.
///
/// # Errors
/// `account_unknown`, `action_forbidden`.
pub async fn months(app: &App, caller: &Caller, account_no: AccountNo) -> Result<Vec<MonthItem>> {
    readable(app, caller, account_no).await?;
    app.db
        .read(caller.centre())
        .await?
        .all(&store::MONTHS, (account_no,))
        .await
}

/// The same months, for what is done with them in a transaction.
pub(crate) async fn months_in(tx: &mut ReadTx, account_no: AccountNo) -> Result<Vec<MonthItem>> {
    tx.all(&store::MONTHS, (account_no,)).await
}

/// One entry of an account.
///
/// # Errors
/// `entry_unknown`.
pub(crate) async fn entry_in(
    tx: &mut ReadTx,
    account_no: AccountNo,
    entry_no: i64,
) -> Result<EntryItem> {
    let mut query = of(account_no, &ListQuery::default());
    let one = ("entry_no".to_owned(), entry_no.to_string());
    query.filters.push(one);
    query.limit = 1;
    let found = tx.list(&ENTRIES, &query).await?.items.into_iter().next();
    found.ok_or_else(|| Refusal::not_found("entry_unknown", "该账户没有这笔明细").into())
}

/// The changes of an account (个人账户变更), the latest first.
///
/// # Errors
/// `account_unknown`, `action_forbidden`.
pub async fn changes(app: &App, caller: &Caller, account_no: AccountNo) -> Result<Vec<Change>> {
    readable(app, caller, account_no).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    tx.all(&change::CHANGES_OF, (account_no,)).await
}

/// The account and its employer, once the caller may see them.
pub(crate) async fn readable(
    app: &App,
    caller: &Caller,
    account_no: AccountNo,
) -> Result<(Account, Employer)> {
    app.enforce_widest(caller, &ACCOUNT_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let account = get_in(&mut tx, account_no).await?;
    let employer = employer::require_in(&mut tx, account.employer_id).await?;
    drop(tx);
    app.enforce(caller, &ACCOUNT_READ, scope_of(&account, &employer))
        .await?;
    Ok((account, employer))
}

/// What is the member's, as far as permission goes, at the branch of its employer.
pub(crate) const fn scope_of(account: &Account, employer: &Employer) -> Scope {
    Scope::Member {
        branch: employer.branch_id,
        member: account.member_id,
    }
}

async fn view(
    tx: &mut ReadTx,
    account: Account,
    employer: &Employer,
    today: Date,
) -> Result<AccountView> {
    let person = member::of_account_in(tx, account.member_id).await?;
    let paid = paid_months_in(tx, account.account_no).await?;
    let owed = owed::unpaid_in(tx, &account, employer, today, &paid).await?;
    let row = tx.keys().of_row(tx.centre(), person.member_id);
    let mobile = person
        .mobile
        .as_ref()
        .map(|mobile| row.open(member::MOBILE, mobile))
        .transpose()?;
    Ok(AccountView {
        name: member::masked_name(&row.open(member::NAME, &person.name)?),
        id_kind: person.id_kind,
        id_number: member::masked_number(&row.open(member::ID_NUMBER, &person.id_number)?),
        mobile: mobile.as_deref().map(member::masked_mobile),
        employer_name: employer.name.clone(),
        paid_through: rule::member_paid_through(account.first_month, &paid),
        months_owed: i64::try_from(owed.len()).or_broken("months owed")?,
        continuous_months: rule::continuous_months(&paid),
        account,
    })
}

/// A search for part of a name within one employer, when the query is one: those two filters, and
/// at most a status beside them. With any other filter a name is looked up exactly.
fn partial(query: &ListQuery) -> Option<(EmployerId, &str, Option<AccountStatus>)> {
    let (mut employer_id, mut part, mut status) = (None, None, None);
    for (name, value) in &query.filters {
        match name.as_str() {
            "employer_id" => employer_id = Some(value.parse().ok()?),
            "name" => part = Some(value.as_str()),
            "status" => status = Some(value.parse().ok()?),
            _ => return None,
        }
    }
    Some((employer_id?, part?, status))
}

/// The query within what the caller may see.
fn within(query: ListQuery, scope: Scope) -> ListQuery {
    scope.narrow(query)
}

fn unknown() -> Refusal {
    Refusal::not_found("account_unknown", "没有这个个人账户，请核对账号")
}
