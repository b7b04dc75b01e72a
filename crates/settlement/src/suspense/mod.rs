//! Suspense (暂收): arrived money that waits for what it is meant for, one row an item.
//!
//! It is in the books from the moment it arrives: debit the bank account, credit 21901 暂收款. What
//! nobody could match says why, in words that a clerk can act on. Money leaves an item by
//! [movements](Movement), in one or in several, each with its voucher: allocated to what it was
//! meant for, returned to the payer, taken back by the bank, or used for what the bank took back.
//! waiting → settled when nothing is left; only that and what is left change in the item.

mod carried;
mod give_back;
mod movement;
mod store;

pub use carried::{Carried, carry_in};
pub(crate) use give_back::APPROVABLE;
pub use give_back::{Return, SUSPENSE_RETURN, give_back};
pub(crate) use movement::check_left;
pub use movement::{Movement, MovementKind, Taking, movements, movements_of_voucher_in, take_in};
pub(crate) use store::{STATEMENTS, SUSPENSE_AFTER};
pub use store::{SUSPENSE, Suspense, SuspenseRow};

use db::{ListQuery, Listing, ReadTx, WriteTx};
use kernel::{
    ArrivalId, CentreId, Clock, Date, Error, Fen, Refusal, Result, SuspenseId, VoucherId,
};
use ledger::{AccountCode, BookCode, Line, NewVoucher, VoucherKind, voucher};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, business_day};
use serde_json::json;

use crate::arrival::{self, Arrival};
use crate::bank_account;

/// Looking at suspense.
pub const SUSPENSE_READ: Action = Action {
    code: "suspense.read",
    label: "查看暂收款",
};

/// What money that begins to wait is audited as. Nobody is granted it: it follows from the arrival
/// that nothing matched, or from the reversal that brought the money back.
pub(crate) const SUSPENSE_OPEN: Action = Action {
    code: "suspense.open",
    label: "转入暂收",
};

/// 21901 暂收款 (其他应付款).
pub const SUSPENSE_ACCOUNT: AccountCode = AccountCode::literal("21901");

db::codes! {
    /// Whether an item of suspense still waits.
    pub enum SuspenseStatus {
        /// 待处理.
        Waiting = "waiting", "待处理";
        /// 已处理: nothing of it is left.
        Settled = "settled", "已处理";
    }
}

/// Why money waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// A stable code, such as `payment_code_unknown`.
    pub code: &'static str,
    /// The Chinese sentence for the clerk.
    pub sentence: String,
}

/// Money that begins to wait.
#[derive(Clone, Debug)]
pub struct NewSuspense<'a> {
    /// A serial from [`next_serial`].
    pub serial: i64,
    /// The arrival, just recorded or just taken back from what it was posted to.
    pub arrival: &'a Arrival,
    /// How much of it waits.
    pub amount: Fen,
    /// The id of whose it is, in the words of the crate above; none when nobody knows.
    pub owner: Option<String>,
    /// The id of what its payment code named, in the words of the crate above.
    pub named: Option<String>,
    /// 记账日期.
    pub business_date: Date,
    /// Why.
    pub reason: Reason,
}

/// An item of suspense as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuspenseItem {
    /// Its id.
    pub suspense_id: SuspenseId,
    /// 暂收流水号 as people see it.
    pub serial: String,
    /// The arrival.
    pub arrival_id: ArrivalId,
    /// 到账流水号 of the arrival.
    pub arrival_serial: String,
    /// The amount.
    pub amount_fen: Fen,
    /// What of it still waits.
    pub left_fen: Fen,
    /// The id of whose it is, in the words of the crate above.
    pub owner: Option<String>,
    /// The id of what its payment code named, in the words of the crate above.
    pub named: Option<String>,
    /// Why it waits: the stable code.
    pub reason_code: String,
    /// Why it waits, in Chinese.
    pub reason_sentence: String,
    /// Whether it still does.
    pub status: SuspenseStatus,
    /// 付款账户名称.
    pub payer_name: String,
    /// 摘要 of the wire.
    pub remark: String,
    /// 记账日期.
    pub business_date: Date,
    /// Calendar days since then, up to the 会计日期.
    pub age_days: i32,
    /// The voucher that put it here.
    pub voucher_id: VoucherId,
}

/// Takes a serial for [`open_in`]. Before the transaction: see [`platform::Serials`].
///
/// # Errors
/// Broken only.
pub async fn next_serial(app: &App, centre: CentreId) -> Result<i64> {
    app.serials.next(centre, "suspense").await
}

/// Takes so many serials; see [`next_serial`].
///
/// # Errors
/// Broken only.
pub async fn reserve_serials(app: &App, centre: CentreId, count: usize) -> Result<Vec<i64>> {
    Ok(app
        .serials
        .reserve(centre, "suspense", count)
        .await?
        .collect())
}

/// Takes a serial back that came to nothing; see [`platform::Serials::give_back`].
pub async fn give_back_serial(app: &App, centre: CentreId, serial: i64) {
    app.serials.give_back(centre, "suspense", serial).await;
}

/// 暂收流水号 as people see it: `ZS00000001`.
#[must_use]
pub fn serial_text(serial: i64) -> String {
    format!("ZS{serial:08}")
}

/// Puts an arrival's money into suspense with a voucher of its own: 101 / 21901. Audited.
///
/// # Errors
/// Those of [`ledger::voucher::post`].
pub async fn open_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    new: NewSuspense<'_>,
) -> Result<Suspense> {
    let NewSuspense {
        serial,
        arrival,
        amount,
        business_date,
        ..
    } = new;
    let suspense_id = SuspenseId::new(clock);
    let bank = bank_account::require_in(tx, arrival.bank_account_id)
        .await?
        .ledger_account;
    let voucher = NewVoucher {
        book: BookCode::Fund,
        business_date,
        kind: VoucherKind::Automatic,
        summary: format!("到账{}转入暂收", arrival::serial_text(arrival.serial)),
        preparer: caller.actor.label(),
        authority: "财会字〔1999〕33号 其他应付款".to_owned(),
        attachments: 1,
        source_kind: "suspense",
        source_id: suspense_id.to_string(),
        posting_key: format!("suspense:{suspense_id}"),
        run_id: None,
        detail_digest: None,
        lines: vec![
            Line::debit(bank, amount),
            Line::credit(SUSPENSE_ACCOUNT, amount).with_memo(serial_text(serial)),
        ],
    };
    let voucher_id = voucher::post(tx, clock, voucher).await?;
    keep_in(tx, clock, caller, suspense_id, new, voucher_id).await
}

/// Keeps an item whose money another voucher puts into 21901: what is over when the rest of the
/// arrival is posted. That voucher names it by [`serial_text`]. Audited.
///
/// # Errors
/// Broken unless the arrival was recorded, or when more of it would wait than it brought.
pub async fn keep_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    suspense_id: SuspenseId,
    new: NewSuspense<'_>,
    voucher_id: VoucherId,
) -> Result<Suspense> {
    check_amount_in(tx, &new).await?;
    let suspense = Suspense {
        suspense_id,
        serial: new.serial,
        arrival_id: new.arrival.arrival_id,
        amount_fen: new.amount,
        left_fen: new.amount,
        owner: new.owner,
        named: new.named,
        reason_code: new.reason.code.to_owned(),
        reason_sentence: new.reason.sentence,
        status: SuspenseStatus::Waiting,
        business_date: new.business_date,
        voucher_id,
        opened_at: clock.now(),
    };
    tx.execute_one(&store::INSERT_SUSPENSE, suspense.clone())
        .await?;
    arrival::suspend_in(tx, suspense.arrival_id, voucher_id).await?;
    let subject = Subject::new("suspense", suspense_id);
    let detail = json!({
        "serial": suspense.serial,
        "amount_fen": suspense.amount_fen,
        "arrival": suspense.arrival_id.to_string(),
        "facts": suspense.facts(tx.centre()).hex(),
    });
    audit::record(tx, clock, caller, &SUSPENSE_OPEN, subject, detail).await?;
    Ok(suspense)
}

/// No more of an arrival waits than it brought.
async fn check_amount_in(tx: &mut WriteTx, new: &NewSuspense<'_>) -> Result<()> {
    let waiting = of_arrival_in(tx, new.arrival.arrival_id).await?;
    let waiting = waiting.iter().map(|item| item.left_fen);
    let together = Fen::sum(waiting.chain([new.amount]));
    if new.amount.is_positive() && together.is_some_and(|sum| sum <= new.arrival.amount_fen) {
        return Ok(());
    }
    let arrival = new.arrival.arrival_id;
    Err(Error::broken(format!(
        "of arrival {arrival} more would wait than it brought, or nothing"
    )))
}

/// The items in which an arrival's money waits, the oldest first.
///
/// # Errors
/// Broken only.
pub async fn of_arrival_in(tx: &mut ReadTx, arrival_id: ArrivalId) -> Result<Vec<Suspense>> {
    tx.all(&store::WAITING_OF_ARRIVAL, (arrival_id,)).await
}

/// The items that wait and whose payment code named something, the oldest first, their rows locked.
///
/// # Errors
/// Broken only.
pub async fn named_locked_in(tx: &mut WriteTx, named: &str) -> Result<Vec<Suspense>> {
    tx.all(&store::WAITING_OF_NAMED_LOCKED, (named.to_owned(),))
        .await
}

/// Locks what an owner paid too much before, for [`name_over_in`] later in the transaction: items are
/// locked before accounts.
///
/// # Errors
/// Broken only.
pub async fn lock_over_in(tx: &mut WriteTx, owner: &str) -> Result<()> {
    tx.lock(&store::LOCK_OVER, (owner.to_owned(),)).await
}

/// Keeps what an owner paid too much before for what it pays next. Only what is surely the owner's:
/// what a person allocated or the bank sent with another purpose stays where it is.
///
/// # Errors
/// Broken only.
pub async fn name_over_in(tx: &mut WriteTx, owner: &str, named: &str) -> Result<()> {
    let (owner, named) = (owner.to_owned(), named.to_owned());
    tx.execute(&store::NAME_OVER, (owner, named)).await?;
    Ok(())
}

/// Lets go what waited for something that won't be paid.
///
/// # Errors
/// Broken only.
pub async fn unname_in(tx: &mut WriteTx, named: &str) -> Result<()> {
    tx.lock(&store::LOCK_NAMED, (named.to_owned(),)).await?;
    tx.execute(&store::UNNAME, (named.to_owned(),)).await?;
    Ok(())
}

/// How much waits for something.
///
/// # Errors
/// Broken only.
pub async fn waiting_for_in(tx: &mut ReadTx, named: &str) -> Result<Fen> {
    let (sum,) = tx
        .one(&store::WAITING_OF_NAMED, (named.to_owned(),))
        .await?;
    Ok(sum.unwrap_or(Fen::ZERO))
}

/// The items of an owner that wait, the oldest first; at most 100.
///
/// # Errors
/// Broken only.
pub async fn of_owner_in(tx: &mut ReadTx, owner: &str) -> Result<Vec<Suspense>> {
    tx.all(&store::WAITING_OF_OWNER, (owner.to_owned(),)).await
}

/// An item, its row locked. Lock several in the order of their ids.
///
/// # Errors
/// `suspense_unknown`.
pub async fn require_locked_in(tx: &mut WriteTx, suspense_id: SuspenseId) -> Result<Suspense> {
    let found = tx.optional(&store::SUSPENSE_LOCKED, (suspense_id,)).await?;
    found.ok_or_else(|| unknown().into())
}

/// An item.
///
/// # Errors
/// `suspense_unknown`.
pub async fn require_in(tx: &mut ReadTx, suspense_id: SuspenseId) -> Result<Suspense> {
    let found = tx.optional(&store::SUSPENSE_BY_ID, (suspense_id,)).await?;
    found.ok_or_else(|| unknown().into())
}

fn unknown() -> Refusal {
    Refusal::not_found("suspense_unknown", "没有这笔暂收款")
}

/// How many items wait, and how much they are together.
///
/// # Errors
/// Broken only.
pub async fn waiting_in(tx: &mut ReadTx) -> Result<(i64, Fen)> {
    let (items, amount) = tx.one(&store::WAITING, ()).await?;
    Ok((items, amount.unwrap_or(Fen::ZERO)))
}

/// Lists suspense, the latest first; the oldest first in the order `serial`. Filters:
/// `status`, `arrival_id`, `suspense_id`, `serial`, `owner`, `named`, `reason_code`,
/// `business_date`.
///
/// # Errors
/// `action_forbidden` when the caller may do it nowhere: money at the bank belongs to no branch;
/// and what a list refuses.
pub async fn list(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<SuspenseItem>> {
    app.enforce_widest(caller, &SUSPENSE_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let today = business_day::date_in(&mut tx, &app.clock).await?;
    let Listing { items, next, count } = tx.list(&SUSPENSE, query).await?;
    let items = items
        .into_iter()
        .map(|row| open(&tx, row, today))
        .collect::<Result<_>>()?;
    Ok(Listing { items, next, count })
}

/// The totals (合计) over what [`list`] shows: `amount_fen`, `left_fen`.
///
/// # Errors
/// As [`list`].
pub async fn totals(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Vec<(&'static str, i64)>> {
    app.enforce_widest(caller, &SUSPENSE_READ).await?;
    app.db
        .read(caller.centre())
        .await?
        .list_totals(&SUSPENSE, query)
        .await
}

fn open(tx: &ReadTx, row: SuspenseRow, today: Date) -> Result<SuspenseItem> {
    // The payer is sealed in the row of the arrival.
    let payer = tx.keys().of_row(tx.centre(), row.arrival_id);
    Ok(SuspenseItem {
        suspense_id: row.suspense_id,
        serial: serial_text(row.serial),
        arrival_id: row.arrival_id,
        arrival_serial: arrival::serial_text(row.arrival_serial),
        amount_fen: row.amount_fen,
        left_fen: row.left_fen,
        owner: row.owner,
        named: row.named,
        reason_code: row.reason_code,
        reason_sentence: row.reason_sentence,
        status: row.status,
        payer_name: payer.open(arrival::PAYER_NAME, &row.payer_name)?,
        remark: row.remark,
        business_date: row.business_date,
        age_days: row.business_date.days_until(today).max(0),
        voucher_id: row.voucher_id,
    })
}
