//! Suspense (暂收): arrived money that waits for what it is meant for, one row an item.
//!
//! It is in the books from the moment it arrives: debit the bank account, credit 21901 暂收款. What
//! nobody could match says why, in words that a clerk can act on. waiting → allocated or returned;
//! only that status changes, the voucher stands, and either end brings its own.

mod store;

pub(crate) use store::{STATEMENTS, SUSPENSE_AFTER};
pub use store::{SUSPENSE, Suspense, SuspenseRow};

use db::{ListQuery, Listing, ReadTx, WriteTx};
use kernel::{ArrivalId, CentreId, Clock, Date, Error, Fen, Result, SuspenseId, VoucherId};
use ledger::{AccountCode, BookCode, Line, NewVoucher, VoucherKind, voucher};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller};
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
        /// 已分摊: allocated to what it was meant for.
        Allocated = "allocated", "已分摊";
        /// 已退回: returned to the payer.
        Returned = "returned", "已退回";
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
    /// Calendar days since then.
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

/// 暂收流水号 as people see it: `ZS00000001`.
#[must_use]
pub fn serial_text(serial: i64) -> String {
    format!("ZS{serial:08}")
}

/// Puts an arrival's money into suspense with its voucher. Audited.
///
/// # Errors
/// Those of [`ledger::voucher::post`]; broken when the money waits already.
pub async fn open_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    new: NewSuspense<'_>,
) -> Result<Suspense> {
    let NewSuspense {
        serial,
        arrival,
        business_date,
        reason,
    } = new;
    let suspense_id = SuspenseId::new(clock);
    let bank = bank_account::require_in(tx, arrival.bank_account_id)
        .await?
        .ledger_account;
    let amount = arrival.amount_fen;
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
    let suspense = Suspense {
        suspense_id,
        serial,
        arrival_id: arrival.arrival_id,
        amount_fen: amount,
        reason_code: reason.code.to_owned(),
        reason_sentence: reason.sentence,
        status: SuspenseStatus::Waiting,
        business_date,
        voucher_id,
        opened_at: clock.now(),
    };
    if tx
        .execute(&store::INSERT_SUSPENSE, suspense.clone())
        .await?
        == 0
    {
        let arrival = arrival.arrival_id;
        return Err(Error::broken(format!(
            "arrival {arrival} waits in suspense already"
        )));
    }
    arrival::suspend_in(tx, arrival.arrival_id, voucher_id).await?;
    let subject = Subject::new("suspense", suspense_id);
    let detail = json!({
        "serial": serial,
        "amount_fen": amount,
        "arrival": arrival.arrival_id.to_string(),
        "facts": suspense.facts(tx.centre()).hex(),
    });
    audit::record(tx, clock, caller, &SUSPENSE_OPEN, subject, detail).await?;
    Ok(suspense)
}

/// The item in which an arrival's money waits, while it does.
///
/// # Errors
/// Broken only.
pub async fn of_arrival_in(tx: &mut ReadTx, arrival_id: ArrivalId) -> Result<Option<Suspense>> {
    tx.optional(&store::WAITING_OF_ARRIVAL, (arrival_id,)).await
}

/// How many items wait, and how much they are together.
///
/// # Errors
/// Broken only.
pub async fn waiting_in(tx: &mut ReadTx) -> Result<(i64, Fen)> {
    let (items, amount) = tx.one(&store::WAITING, ()).await?;
    Ok((items, amount.unwrap_or(Fen::ZERO)))
}

/// Lists suspense, the latest first. Filters: `status`, `arrival_id`, `suspense_id`, `serial`.
///
/// # Errors
/// `action_forbidden` when the caller may do it nowhere: money at the bank belongs to no branch;
/// and what a list refuses.
pub async fn list(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<SuspenseItem>> {
    app.enforce_widest(caller, &SUSPENSE_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let today = app.clock.today();
    let Listing { items, next, count } = tx.list(&SUSPENSE, query).await?;
    let items = items
        .into_iter()
        .map(|row| open(&tx, row, today))
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
