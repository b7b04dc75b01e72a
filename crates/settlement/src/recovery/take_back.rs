//! 银行冲正: a wire that the bank credited and takes back. What of it still waits in suspense goes back
//! with it, what was posted becomes a claim.

use std::collections::HashSet;

use db::{Digest, WriteTx};
use kernel::{
    ArrivalId, CentreId, Date, Fen, OrBroken, RecoveryId, Refusal, Result, SuspenseId, VoucherId,
};
use ledger::{BookCode, Line, NewVoucher, VoucherKind, voucher};
use platform::audit::{self, Subject};
use platform::{App, Caller, IdempotencyKey, Once, Scope, business_day};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::store::{self, Recovery};
use super::{CLAIM_ACCOUNT, RECOVERY_OPEN, RECOVERY_RECORD, RecoveryKind, RecoveryStatus};
use crate::arrival::{self, Arrival};
use crate::bank_account;
use crate::suspense::{self, MovementKind, SUSPENSE_ACCOUNT, Suspense, SuspenseStatus, Taking};
use platform::form::Form;

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
    // The items first, as whoever takes money out of them does. One that came before the wire was
    // locked would be locked after it: then nothing is done, and the clerk looks again.
    let items = locked_in(tx, checked.arrival_id).await?;
    let arrival = arrival::require_locked_in(tx, checked.arrival_id).await?;
    let waiting = suspense::of_arrival_in(tx, checked.arrival_id).await?;
    let locked: HashSet<SuspenseId> = items.iter().map(|item| item.suspense_id).collect();
    let is_new = |item: &Suspense| {
        item.status == SuspenseStatus::Waiting && !locked.contains(&item.suspense_id)
    };
    if waiting.iter().any(is_new) {
        let sentence = "这笔到账刚刚有变动，没有登记冲正，请刷新后再试";
        return Err(Refusal::conflict("arrival_changed", sentence).into());
    }
    check_whole_in(tx, &arrival).await?;
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
        open_in(tx, app, caller, recovery).await?;
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

/// What of a wire waits, its items locked in the order of their ids.
async fn locked_in(tx: &mut WriteTx, arrival_id: ArrivalId) -> Result<Vec<Suspense>> {
    let waiting = suspense::of_arrival_in(tx, arrival_id).await?;
    let mut ids: Vec<SuspenseId> = waiting.iter().map(|item| item.suspense_id).collect();
    ids.sort_unstable();
    let mut items = Vec::with_capacity(ids.len());
    for id in ids {
        let item = suspense::require_locked_in(tx, id).await?;
        items.extend((item.status == SuspenseStatus::Waiting).then_some(item));
    }
    Ok(items)
}

/// Opens the recovery of what can't go back with the wire.
async fn open_in(tx: &mut WriteTx, app: &App, caller: &Caller, recovery: Recovery) -> Result<()> {
    let subject = Subject::new("recovery", recovery.recovery_id);
    let detail = json!({
        "amount_fen": recovery.amount_fen,
        "facts": recovery.facts(tx.centre()).hex(),
    });
    tx.execute_one(&store::INSERT_RECOVERY, recovery).await?;
    audit::record(tx, &app.clock, caller, &RECOVERY_OPEN, subject, detail).await
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
