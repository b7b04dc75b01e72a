//! 追款: what is to come back, and when it has.
//!
//! A wire that the bank credited and takes back (银行冲正): what of it still waits in suspense goes back
//! with it (21901 / 101). What was posted can't be taken from the members behind their backs: it
//! becomes a claim (11901 / 101). And what a reversal finds no longer in an account (错缴): the crate
//! above advances it to the account (11902 / 201) and opens a recovery for it ([`owe_in`]). A recovery
//! is open until as much has come back, from a new wire or from a posting that was reversed, both by
//! way of suspense (21901 / 11901 or 11902). open → recovered; only that and what is left change.

mod store;

pub(crate) use store::STATEMENTS;
pub use store::{RECOVERIES, Recovery, RecoveryRow};

use db::{Digest, ListQuery, Listing, WriteTx};
use kernel::{
    ArrivalId, CentreId, Date, Fen, OrBroken, RecoveryId, Refusal, Result, SuspenseId, VoucherId,
};
use ledger::{AccountCode, BookCode, Line, NewVoucher, VoucherKind, voucher};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, IdempotencyKey, Once, Scope, business_day};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::arrival::{self, Arrival, Purpose};
use crate::bank_account;
use crate::form::Form;
use crate::suspense::{self, MovementKind, SUSPENSE_ACCOUNT, Suspense, Taking};

/// Recording that the bank took a wire back, and what comes back of it.
pub const RECOVERY_RECORD: Action = Action {
    code: "recovery.record",
    label: "登记银行冲正与追款",
};
/// Looking at recoveries.
pub const RECOVERY_READ: Action = Action {
    code: "recovery.read",
    label: "查看追款",
};

/// 11901 银行冲正待追回款 (其他应收款).
pub const CLAIM_ACCOUNT: AccountCode = AccountCode::literal("11901");

/// 11902 错缴待追回款 (其他应收款).
pub const SHORTFALL_ACCOUNT: AccountCode = AccountCode::literal("11902");

/// The purpose of money that comes back, in movements of suspense.
const PURPOSE: &str = "recovery";

db::codes! {
    /// What made a recovery necessary.
    pub enum RecoveryKind {
        /// 银行冲正: the bank took a wire back that was posted.
        TakenBack = "taken_back", "银行冲正";
        /// 错缴: a reversal found too little in an account.
        Shortfall = "shortfall", "错缴";
    }
}

impl RecoveryKind {
    /// The ledger account that the claim stands on.
    #[must_use]
    pub const fn claim_account(self) -> AccountCode {
        match self {
            Self::TakenBack => CLAIM_ACCOUNT,
            Self::Shortfall => SHORTFALL_ACCOUNT,
        }
    }
}

db::codes! {
    /// Whether something is still to come back.
    pub enum RecoveryStatus {
        /// 追款中.
        Open = "open", "追款中";
        /// 已追回.
        Recovered = "recovered", "已追回";
    }
}

/// What the bank's advice says of a wire that it takes back. Nothing is checked yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewTakenBack {
    /// The wire as it was recorded.
    pub arrival_id: ArrivalId,
    /// 银行流水号 of the correction.
    pub bank_serial: String,
    /// The day the bank did it.
    pub value_date: String,
    /// Why, as the bank says.
    pub reason: String,
}

struct Checked {
    arrival_id: ArrivalId,
    bank_serial: String,
    value_date: Date,
    reason: String,
}

impl NewTakenBack {
    fn check(self, today: Date) -> Result<Checked> {
        let mut form = Form::new();
        let bank_serial = form.text("bank_serial", "银行流水号", &self.bank_serial, 40);
        let value_date = form.keep("value_date", Date::parse(&self.value_date));
        if value_date.is_some_and(|date| date > today) {
            form.find("value_date", "value_date_ahead", "冲正日期不能晚于今天");
        }
        let reason = form.text("reason", "冲正原因", &self.reason, 200);
        match (bank_serial, value_date, reason) {
            (Some(bank_serial), Some(value_date), Some(reason)) if form.is_clean() => Ok(Checked {
                arrival_id: self.arrival_id,
                bank_serial,
                value_date,
                reason,
            }),
            _ => Err(form.refusal("taken_back_invalid").into()),
        }
    }
}

/// What came of a wire that the bank took back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// The voucher.
    pub voucher_id: VoucherId,
    /// What still waited and went back at once.
    pub from_suspense_fen: Fen,
    /// The recovery of the rest.
    pub recovery_id: Option<RecoveryId>,
}

/// A recovery as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryItem {
    /// Its id.
    pub recovery_id: RecoveryId,
    /// 追款流水号 as people see it.
    pub serial: String,
    /// What made it necessary.
    pub kind: RecoveryKind,
    /// The wire that was taken back.
    pub arrival_id: Option<ArrivalId>,
    /// 到账流水号 of it.
    pub arrival_serial: Option<String>,
    /// 付款账户名称 of it.
    pub payer_name: Option<String>,
    /// What is to come back.
    pub amount_fen: Fen,
    /// What is still to come back.
    pub left_fen: Fen,
    /// The id of whose it is, in the words of the crate above.
    pub owner: Option<String>,
    /// The number of the account that fell short, in the words of the crate above.
    pub debtor: Option<String>,
    /// Whether something still is.
    pub status: RecoveryStatus,
    /// Why the bank took it back, or the posting was reversed.
    pub reason: String,
    /// 记账日期.
    pub business_date: Date,
    /// Calendar days since then.
    pub age_days: i32,
    /// The voucher that made the claim.
    pub voucher_id: VoucherId,
}

/// 追款流水号 as people see it: `ZK00000001`.
#[must_use]
pub fn serial_text(serial: i64) -> String {
    format!("ZK{serial:08}")
}

async fn next_serial(app: &App, centre: CentreId) -> Result<i64> {
    app.serials.next(centre, "recovery").await
}

/// Records that the bank took a wire back. `owner` is the id of whose money it was, when the crate
/// above knows.
///
/// # Errors
/// `action_forbidden`; `taken_back_invalid` with a finding a field; `arrival_unknown`;
/// `arrival_taken_back_already`, `arrival_partly_returned` when money of it went back to the payer
/// before; `business_day_not_open`, `period_closed`; those of [`App::write_once`].
pub async fn record(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewTakenBack,
    owner: Option<String>,
) -> Result<TakenBack> {
    app.enforce(caller, &RECOVERY_RECORD, Scope::Centre).await?;
    let asked = Digest::new("recovery.record")
        .column(new.arrival_id)
        .text(&new.bank_serial)
        .text(&new.value_date)
        .text(&new.reason)
        .finish();
    let checked = new.check(app.clock.today())?;
    let arrival_id = checked.arrival_id;
    let serial = next_serial(app, caller.centre()).await?;
    if let Once::Fresh(mut tx) = app.write_once(caller, &RECOVERY_RECORD, key, asked).await? {
        take_back_in(&mut tx, app, caller, checked, owner, serial).await?;
        tx.finish(arrival_id).await?;
    }
    let mut tx = app.db.read(caller.centre()).await?;
    let (voucher_id, from_suspense) = tx
        .one(&store::TAKEN_BACK, (posting_key(arrival_id),))
        .await?;
    let recovery = tx
        .optional(&store::RECOVERY_OF_ARRIVAL, (arrival_id,))
        .await?;
    Ok(TakenBack {
        voucher_id,
        from_suspense_fen: from_suspense.unwrap_or(Fen::ZERO),
        recovery_id: recovery.map(|recovery| recovery.recovery_id),
    })
}

/// A wire is taken back once: the key of its voucher.
fn posting_key(arrival_id: ArrivalId) -> String {
    format!("arrival:{arrival_id}:taken-back")
}

async fn take_back_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    checked: Checked,
    owner: Option<String>,
    serial: i64,
) -> Result<()> {
    let business_date = business_day::posting_date(tx).await?;
    let arrival = arrival::require_locked_in(tx, checked.arrival_id).await?;
    check_whole_in(tx, &arrival).await?;
    let mut items = Vec::new();
    for item in suspense::of_arrival_in(tx, arrival.arrival_id).await? {
        items.push(suspense::require_locked_in(tx, item.suspense_id).await?);
    }
    let waiting = Fen::sum(items.iter().map(|item| item.left_fen)).or_broken("what waits")?;
    let claim = arrival.amount_fen.checked_sub(waiting);
    let claim = claim.filter(|claim| !claim.is_negative());
    let claim = claim.or_broken("more waits than arrived")?;
    let amounts = (waiting, claim);
    let voucher = voucher_of(tx, caller, &arrival, &checked, amounts, business_date).await?;
    let voucher_id = voucher::post(tx, &app.clock, voucher).await?;
    for item in &items {
        let taking = Taking {
            kind: MovementKind::TakenBack,
            amount: item.left_fen,
            purpose: None,
            wire: Some((checked.bank_serial.clone(), checked.value_date)),
            reason: checked.reason.clone(),
            business_date,
            voucher_id,
        };
        suspense::take_in(tx, &app.clock, caller, item, taking).await?;
    }
    if claim.is_positive() {
        let recovery = Recovery {
            recovery_id: RecoveryId::new(&app.clock),
            serial,
            kind: RecoveryKind::TakenBack,
            arrival_id: Some(arrival.arrival_id),
            amount_fen: claim,
            left_fen: claim,
            owner,
            debtor: None,
            status: RecoveryStatus::Open,
            bank_serial: Some(checked.bank_serial.clone()),
            value_date: Some(checked.value_date),
            reason: checked.reason.clone(),
            business_date,
            voucher_id,
            opened_at: app.clock.now(),
            opened_by: caller.actor.label(),
            opened_by_name: caller.name.clone(),
        };
        tx.execute_one(&store::INSERT_RECOVERY, recovery).await?;
    }
    let subject = Subject::new("arrival", arrival.arrival_id);
    let detail = json!({
        "bank_serial": checked.bank_serial,
        "from_suspense_fen": waiting,
        "claim_fen": claim,
        "voucher": voucher_id.to_string(),
    });
    audit::record(tx, &app.clock, caller, &RECOVERY_RECORD, subject, detail).await
}

/// Whether the wire is still whole on our side: what was returned to the payer can't be taken back
/// by the bank as well.
async fn check_whole_in(tx: &mut WriteTx, arrival: &Arrival) -> Result<()> {
    let (returned, taken_back) = tx
        .one(&store::GONE_OF_ARRIVAL, (arrival.arrival_id,))
        .await?;
    let known = tx
        .optional(&store::RECOVERY_OF_ARRIVAL, (arrival.arrival_id,))
        .await?;
    if taken_back > 0 || known.is_some() {
        let sentence = "这笔到账已登记过银行冲正，不能重复登记";
        return Err(Refusal::conflict("arrival_taken_back_already", sentence).into());
    }
    if returned > 0 {
        let sentence = "这笔到账已有款项退回付款人，请与银行核对后用手工凭证处理";
        return Err(Refusal::conflict("arrival_partly_returned", sentence).into());
    }
    Ok(())
}

async fn voucher_of(
    tx: &mut WriteTx,
    caller: &Caller,
    arrival: &Arrival,
    checked: &Checked,
    (waiting, claim): (Fen, Fen),
    business_date: Date,
) -> Result<NewVoucher> {
    let bank = bank_account::require_in(tx, arrival.bank_account_id).await?;
    let mut lines = Vec::with_capacity(3);
    if waiting.is_positive() {
        lines.push(Line::debit(SUSPENSE_ACCOUNT, waiting));
    }
    if claim.is_positive() {
        lines.push(Line::debit(CLAIM_ACCOUNT, claim));
    }
    lines.push(Line::credit(bank.ledger_account, arrival.amount_fen));
    let serial = arrival::serial_text(arrival.serial);
    Ok(NewVoucher {
        book: BookCode::Fund,
        business_date,
        kind: VoucherKind::Automatic,
        summary: format!("银行冲正到账{serial}：{}", checked.reason),
        preparer: caller.actor.label(),
        authority: "财会字〔1999〕33号 其他应收款".to_owned(),
        attachments: 1,
        source_kind: "arrival",
        source_id: arrival.arrival_id.to_string(),
        posting_key: posting_key(arrival.arrival_id),
        run_id: None,
        detail_digest: None,
        lines,
    })
}

/// What a reversal found no longer in an account.
#[derive(Clone, Debug)]
pub struct Shortfall {
    /// The id of its recovery.
    pub recovery_id: RecoveryId,
    /// The serial of it, see [`reserve_serials`].
    pub serial: i64,
    /// How much.
    pub amount: Fen,
    /// The number of the account, in the words of the crate above.
    pub debtor: String,
}

/// What the shortfalls of one reversal have in common.
#[derive(Clone, Debug)]
pub struct Reversed<'a> {
    /// The id of whose posting was reversed, in the words of the crate above.
    pub owner: String,
    /// Why.
    pub reason: &'a str,
    /// 记账日期.
    pub business_date: Date,
    /// The voucher that debits 11902 with all of them.
    pub voucher_id: VoucherId,
}

/// Takes serials for [`owe_in`], before the transaction.
///
/// # Errors
/// Broken only.
pub async fn reserve_serials(app: &App, centre: CentreId, count: usize) -> Result<Vec<i64>> {
    Ok(app
        .serials
        .reserve(centre, "recovery", count)
        .await?
        .collect())
}

/// Opens a recovery for each shortfall of a reversal. The voucher is posted already; the event of the
/// reversal, which the crate above records, vouches for them.
///
/// # Errors
/// Broken only.
pub async fn owe_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    shortfalls: Vec<Shortfall>,
    of: &Reversed<'_>,
) -> Result<()> {
    let (opened_at, opened_by) = (app.clock.now(), caller.actor.label());
    let rows = shortfalls.into_iter().map(|one| Recovery {
        recovery_id: one.recovery_id,
        serial: one.serial,
        kind: RecoveryKind::Shortfall,
        arrival_id: None,
        amount_fen: one.amount,
        left_fen: one.amount,
        owner: Some(of.owner.clone()),
        debtor: Some(one.debtor),
        status: RecoveryStatus::Open,
        bank_serial: None,
        value_date: None,
        reason: of.reason.to_owned(),
        business_date: of.business_date,
        voucher_id: of.voucher_id,
        opened_at,
        opened_by: opened_by.clone(),
        opened_by_name: caller.name.clone(),
    });
    let rows: Vec<Recovery> = rows.collect();
    tx.insert_many(&store::RECOVERIES_OF_REVERSAL, rows).await?;
    Ok(())
}

/// Uses money that waits for what is to come back: 21901 / 11901 or 11902. Answers the voucher.
///
/// # Errors
/// `action_forbidden`; `recovery_unknown`, `recovery_done`, `recovery_smaller`; `suspense_unknown`,
/// `suspense_settled`, `suspense_too_small`; `business_day_not_open`, `period_closed`; those of
/// [`App::write_once`].
pub async fn recover(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    recovery_id: RecoveryId,
    suspense_id: SuspenseId,
    amount: Fen,
) -> Result<VoucherId> {
    app.enforce(caller, &RECOVERY_RECORD, Scope::Centre).await?;
    let asked = Digest::new("recovery.recover")
        .column(recovery_id)
        .column(suspense_id)
        .column(amount)
        .finish();
    match app.write_once(caller, &RECOVERY_RECORD, key, asked).await? {
        Once::Replay(voucher) => voucher.parse().or_broken("a replayed voucher"),
        Once::Fresh(mut tx) => {
            let recovery = tx.optional(&store::RECOVERY_LOCKED, (recovery_id,)).await?;
            let recovery = recovery.ok_or_else(unknown)?;
            let item = suspense::require_locked_in(&mut tx, suspense_id).await?;
            let voucher_id = recover_in(&mut tx, app, caller, &recovery, &item, amount).await?;
            tx.finish(voucher_id).await?;
            Ok(voucher_id)
        }
    }
}

async fn recover_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    recovery: &Recovery,
    item: &Suspense,
    amount: Fen,
) -> Result<VoucherId> {
    let business_date = business_day::posting_date(tx).await?;
    let left = left_of(recovery, amount)?;
    suspense::check_left(item, amount)?;
    let (serial, from) = (
        serial_text(recovery.serial),
        suspense::serial_text(item.serial),
    );
    let voucher = NewVoucher {
        book: BookCode::Fund,
        business_date,
        kind: VoucherKind::Automatic,
        summary: format!("暂收款{from}抵{}追款{serial}", recovery.kind.label()),
        preparer: caller.actor.label(),
        authority: "财会字〔1999〕33号 其他应收款".to_owned(),
        attachments: 0,
        source_kind: "recovery",
        source_id: recovery.recovery_id.to_string(),
        // What is left tells the times apart.
        posting_key: format!("recovery:{}:{}", recovery.recovery_id, left.get()),
        run_id: None,
        detail_digest: None,
        lines: vec![
            Line::debit(SUSPENSE_ACCOUNT, amount).with_memo(from),
            Line::credit(recovery.kind.claim_account(), amount).with_memo(serial),
        ],
    };
    let voucher_id = voucher::post(tx, &app.clock, voucher).await?;
    let taking = Taking {
        kind: MovementKind::Recovered,
        amount,
        purpose: Some(Purpose {
            kind: PURPOSE,
            id: recovery.recovery_id.to_string(),
        }),
        wire: None,
        reason: String::new(),
        business_date,
        voucher_id,
    };
    suspense::take_in(tx, &app.clock, caller, item, taking).await?;
    let status = if left.is_zero() {
        RecoveryStatus::Recovered
    } else {
        RecoveryStatus::Open
    };
    let seen = (recovery.recovery_id, recovery.left_fen, left, status);
    tx.execute_one(&store::LESSEN, seen).await?;
    let subject = Subject::new("recovery", recovery.recovery_id);
    let detail = json!({
        "amount_fen": amount,
        "suspense": item.suspense_id.to_string(),
        "voucher": voucher_id.to_string(),
    });
    audit::record(tx, &app.clock, caller, &RECOVERY_RECORD, subject, detail).await?;
    Ok(voucher_id)
}

/// What is left of a recovery after an amount came back.
fn left_of(recovery: &Recovery, amount: Fen) -> Result<Fen> {
    let serial = serial_text(recovery.serial);
    if recovery.status == RecoveryStatus::Recovered {
        let sentence = format!("追款{serial}已全部追回");
        return Err(Refusal::conflict("recovery_done", sentence).into());
    }
    if !amount.is_positive() {
        let sentence = "抵追款的金额应大于零";
        return Err(Refusal::invalid("amount_not_positive", sentence)
            .at("amount_fen")
            .into());
    }
    let left = recovery.left_fen.checked_sub(amount);
    left.filter(|left| !left.is_negative()).ok_or_else(|| {
        let sentence = format!(
            "追款{serial}只剩 {} 元待追回，不能抵 {} 元",
            recovery.left_fen.grouped(),
            amount.grouped()
        );
        Refusal::conflict("recovery_smaller", sentence)
            .at("amount_fen")
            .into()
    })
}

fn unknown() -> kernel::Error {
    Refusal::not_found("recovery_unknown", "没有这笔追款").into()
}

/// Lists recoveries, the latest first. Filters: `status`, `kind`, `arrival_id`, `recovery_id`,
/// `owner`, `debtor`.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn list(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<RecoveryItem>> {
    app.enforce_widest(caller, &RECOVERY_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let today = app.clock.today();
    let Listing { items, next, count } = tx.list(&RECOVERIES, query).await?;
    let items = items
        .into_iter()
        .map(|row| shown(&tx, row, today))
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
    app.enforce_widest(caller, &RECOVERY_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    tx.list_totals(&RECOVERIES, query).await
}

fn shown(tx: &db::ReadTx, row: RecoveryRow, today: Date) -> Result<RecoveryItem> {
    let payer_name = match (row.arrival_id, &row.payer_name) {
        (Some(arrival_id), Some(name)) => {
            let keys = tx.keys().of_row(tx.centre(), arrival_id);
            Some(keys.open(arrival::PAYER_NAME, name)?)
        }
        _ => None,
    };
    Ok(RecoveryItem {
        recovery_id: row.recovery_id,
        serial: serial_text(row.serial),
        kind: row.kind,
        arrival_id: row.arrival_id,
        arrival_serial: row.arrival_serial.map(arrival::serial_text),
        payer_name,
        amount_fen: row.amount_fen,
        left_fen: row.left_fen,
        owner: row.owner,
        debtor: row.debtor,
        status: row.status,
        reason: row.reason,
        business_date: row.business_date,
        age_days: row.business_date.days_until(today).max(0),
        voucher_id: row.voucher_id,
    })
}
