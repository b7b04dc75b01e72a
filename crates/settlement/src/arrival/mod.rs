//! Arrivals (到账): wires that a bank reported, each recorded once.
//!
//! received → posted (matched by the crate above, [`post_in`]) or suspense
//! ([`suspense::open_in`](crate::suspense::open_in)), both in the transaction that records it;
//! suspense → posted or settled when nothing of it waits any more, and back when a posting is
//! reversed. What the wire says never changes.
//! The use case that records an arrival stands above, where it can be matched: it checks the fields
//! ([`NewArrival::check`]), takes the serials, opens the transaction, and calls [`record_in`].

mod model;
mod store;

pub use model::{Arrival, ArrivalStatus, CheckedArrival, NewArrival};
pub use store::{ARRIVALS, ArrivalRow};
pub(crate) use store::{ARRIVALS_AFTER, STATEMENTS};

use std::collections::BTreeSet;

use db::{ListQuery, Listing, ReadTx, WriteTx};
use kernel::{
    ArrivalId, BankAccountId, CentreId, Clock, Date, Fen, RecoveryId, Refusal, Result, SuspenseId,
    VoucherId,
};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller};
use serde_json::json;

use crate::bank_account;

/// Recording an arrival.
pub const ARRIVAL_RECORD: Action = Action {
    code: "arrival.record",
    label: "录入到账",
};
/// Looking at arrivals.
pub const ARRIVAL_READ: Action = Action {
    code: "arrival.read",
    label: "查看到账",
};

/// The column that a payer's name is sealed for, in the row of the arrival.
pub const PAYER_NAME: &str = "arrival.payer_name";
/// The column that a payer's account is sealed for, in the row of the arrival.
pub const PAYER_ACCOUNT: &str = "arrival.payer_account";

/// What an arrival was meant for, in the words of the crate above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The kind of thing, such as `remittance`.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
}

/// An arrival as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrivalItem {
    /// Its id.
    pub arrival_id: ArrivalId,
    /// 到账流水号 as people see it.
    pub serial: String,
    /// The centre's account.
    pub bank_account_id: BankAccountId,
    /// Its name.
    pub bank_account_name: String,
    /// 银行流水号.
    pub bank_serial: String,
    /// The amount.
    pub amount_fen: Fen,
    /// 起息日.
    pub value_date: Date,
    /// 记账日期.
    pub business_date: Date,
    /// 付款账户名称.
    pub payer_name: String,
    /// 付款账户号码, masked.
    pub payer_account: String,
    /// 摘要.
    pub remark: String,
    /// 缴款码.
    pub payment_code: Option<String>,
    /// Where its money went.
    pub status: ArrivalStatus,
    /// What it was meant for.
    pub purpose: Option<String>,
    /// The id of that.
    pub purpose_id: Option<String>,
    /// Where it waits, when it does.
    pub suspense_id: Option<SuspenseId>,
    /// The first voucher that carries the money.
    pub voucher_id: Option<VoucherId>,
    /// 冲正日期: the day the bank took it back, when it did.
    pub taken_back_on: Option<Date>,
    /// The recovery of what of it was posted by then.
    pub recovery_id: Option<RecoveryId>,
}

/// Takes a serial for [`record_in`]. Before the transaction: see [`platform::Serials`].
///
/// # Errors
/// Broken only.
pub async fn next_serial(app: &App, centre: CentreId) -> Result<i64> {
    app.serials.next(centre, "arrival").await
}

/// Takes a serial back that came to nothing; see [`platform::Serials::give_back`].
pub async fn give_back_serial(app: &App, centre: CentreId, serial: i64) {
    app.serials.give_back(centre, "arrival", serial).await;
}

/// 到账流水号 as people see it: `DZ00000001`.
#[must_use]
pub fn serial_text(serial: i64) -> String {
    format!("DZ{serial:08}")
}

/// Records an arrival, not yet sent anywhere; the caller posts it or puts it into suspense in the
/// same transaction. Audited.
///
/// # Errors
/// `bank_account_unknown`; `arrival_recorded_twice` (conflict) when the bank account has an arrival
/// with this serial of the bank.
pub async fn record_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    serial: i64,
    checked: CheckedArrival,
    business_date: Date,
) -> Result<Arrival> {
    bank_account::require_in(tx, checked.bank_account_id).await?;
    let arrival_id = ArrivalId::new(clock);
    let keys = tx.keys().of_row(tx.centre(), arrival_id);
    let arrival = Arrival {
        arrival_id,
        serial,
        bank_account_id: checked.bank_account_id,
        bank_serial: checked.bank_serial,
        amount_fen: checked.amount,
        value_date: checked.value_date,
        business_date,
        payer_name: keys.seal(PAYER_NAME, &checked.payer_name)?,
        payer_account: keys.seal(PAYER_ACCOUNT, &checked.payer_account)?,
        remark: checked.remark,
        payment_code: checked.payment_code,
        status: ArrivalStatus::Received,
        purpose: None,
        purpose_id: None,
        voucher_id: None,
        recorded_at: clock.now(),
        recorded_by: caller.actor.label(),
    };
    if tx.execute(&store::INSERT_ARRIVAL, arrival.clone()).await? == 0 {
        let named = (arrival.bank_account_id, arrival.bank_serial);
        let (arrival_id, serial) = tx.one(&store::OF_BANK_SERIAL, named).await?;
        return Err(recorded_twice(arrival_id, serial).into());
    }
    let subject = Subject::new("arrival", arrival.arrival_id);
    let detail = json!({
        "serial": serial,
        "amount_fen": arrival.amount_fen,
        "facts": arrival.facts(tx.keys(), tx.centre())?.hex(),
    });
    audit::record(tx, clock, caller, &ARRIVAL_RECORD, subject, detail).await?;
    Ok(arrival)
}

/// An arrival.
///
/// # Errors
/// `arrival_unknown`.
pub async fn require_in(tx: &mut ReadTx, arrival_id: ArrivalId) -> Result<Arrival> {
    let arrival = tx.optional(&store::ARRIVAL_BY_ID, (arrival_id,)).await?;
    arrival.ok_or_else(|| Refusal::not_found("arrival_unknown", "没有这笔到账").into())
}

/// An arrival, its row locked: what becomes of it is settled by one clerk at a time.
///
/// # Errors
/// `arrival_unknown`.
pub async fn require_locked_in(tx: &mut WriteTx, arrival_id: ArrivalId) -> Result<Arrival> {
    let arrival = tx.optional(&store::ARRIVAL_LOCKED, (arrival_id,)).await?;
    arrival.ok_or_else(|| Refusal::not_found("arrival_unknown", "没有这笔到账").into())
}

/// Locks arrivals whose money is about to move, in the order of their ids: whoever moves money of
/// several waits for another who does, and never both.
///
/// # Errors
/// `arrival_unknown`.
pub async fn lock_in(
    tx: &mut WriteTx,
    arrivals: impl IntoIterator<Item = ArrivalId>,
) -> Result<()> {
    for arrival_id in arrivals.into_iter().collect::<BTreeSet<_>>() {
        require_locked_in(tx, arrival_id).await?;
    }
    Ok(())
}

/// Says what a recorded arrival was meant for and which voucher carries it; of several vouchers,
/// the first.
///
/// # Errors
/// Broken unless it was recorded in this transaction.
pub async fn post_in(
    tx: &mut WriteTx,
    arrival_id: ArrivalId,
    purpose: Purpose,
    voucher_id: VoucherId,
) -> Result<()> {
    let Purpose { kind, id } = purpose;
    tx.execute_one(
        &store::MARK_POSTED,
        (arrival_id, kind.to_owned(), id, voucher_id),
    )
    .await
}

/// Says that what an arrival had paid was taken back, before its money waits again.
///
/// # Errors
/// Broken only.
pub async fn forget_in(tx: &mut WriteTx, arrival_id: ArrivalId, purpose: Purpose) -> Result<()> {
    let Purpose { kind, id } = purpose;
    tx.execute(&store::FORGET_PURPOSE, (arrival_id, kind.to_owned(), id))
        .await?;
    Ok(())
}

/// Says that an item of an arrival's money left suspense, for `purpose` if it was for one; once
/// nothing waits the arrival is posted, or settled when it paid nothing. Its row is locked first: of
/// two that settle its last two items at once, each would see the other's waiting still.
pub(crate) async fn settle_in(
    tx: &mut WriteTx,
    arrival_id: ArrivalId,
    purpose: Option<Purpose>,
) -> Result<()> {
    require_locked_in(tx, arrival_id).await?;
    if let Some(Purpose { kind, id }) = purpose {
        tx.execute(&store::KEEP_PURPOSE, (arrival_id, kind.to_owned(), id))
            .await?;
    }
    tx.execute(&store::MARK_SETTLED, (arrival_id,)).await?;
    Ok(())
}

/// Says that an arrival's money waits; see [`crate::suspense`].
pub(crate) async fn suspend_in(
    tx: &mut WriteTx,
    arrival_id: ArrivalId,
    voucher_id: VoucherId,
) -> Result<()> {
    tx.execute_one(&store::MARK_SUSPENSE, (arrival_id, voucher_id))
        .await
}

/// Lists arrivals, the latest first. Filters: `arrival_id`, `value_date`, `business_date` (`.from`,
/// `.to`), `payment_code`, `status`, `bank_account_id`, `bank_serial`, `serial`.
///
/// # Errors
/// `action_forbidden` when the caller may do it nowhere: money at the bank belongs to no branch;
/// and what a list refuses.
pub async fn list(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<ArrivalItem>> {
    app.enforce_widest(caller, &ARRIVAL_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let Listing { items, next, count } = tx.list(&ARRIVALS, query).await?;
    let items = items
        .into_iter()
        .map(|row| open(&tx, row))
        .collect::<Result<_>>()?;
    Ok(Listing { items, next, count })
}

/// The totals (合计) over what [`list`] shows: `amount_fen`.
///
/// # Errors
/// As [`list`].
pub async fn totals(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Vec<(&'static str, i64)>> {
    app.enforce_widest(caller, &ARRIVAL_READ).await?;
    app.db
        .read(caller.centre())
        .await?
        .list_totals(&ARRIVALS, query)
        .await
}

fn open(tx: &ReadTx, row: ArrivalRow) -> Result<ArrivalItem> {
    let keys = tx.keys().of_row(tx.centre(), row.arrival_id);
    let payer_account = keys.open(PAYER_ACCOUNT, &row.payer_account)?;
    Ok(ArrivalItem {
        arrival_id: row.arrival_id,
        serial: serial_text(row.serial),
        bank_account_id: row.bank_account_id,
        bank_account_name: row.bank_account_name,
        bank_serial: row.bank_serial,
        amount_fen: row.amount_fen,
        value_date: row.value_date,
        business_date: row.business_date,
        payer_name: keys.open(PAYER_NAME, &row.payer_name)?,
        payer_account: masked_account(&payer_account),
        remark: row.remark,
        payment_code: row.payment_code,
        status: row.status,
        purpose: row.purpose,
        purpose_id: row.purpose_id,
        suspense_id: row.suspense_id,
        voucher_id: row.voucher_id,
        taken_back_on: row.taken_back_on,
        recovery_id: row.recovery_id,
    })
}

/// A payer's account as lists show it: the first and last four of 12 or more, else the last two.
#[must_use]
pub fn masked_account(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    let (head, tail) = if chars.len() >= 12 {
        (4, 4)
    } else {
        (0, chars.len().min(2))
    };
    let mut masked: String = chars[..head].iter().collect();
    masked.extend(std::iter::repeat_n('*', chars.len() - head - tail));
    masked.extend(&chars[chars.len() - tail..]);
    masked
}

fn recorded_twice(arrival_id: ArrivalId, serial: i64) -> Refusal {
    let serial = serial_text(serial);
    let sentence = format!("该银行流水号已录入为到账 {serial}，同一笔到账不能录入两次");
    Refusal::conflict("arrival_recorded_twice", sentence)
        .at("bank_serial")
        .see("arrival", arrival_id, serial)
}

#[cfg(test)]
mod tests;
