//! 抵追款: money that came back, from a new wire or from a posting that was reversed, meets what was
//! to come back. Both wait in suspense first.

use db::{Digest, WriteTx};
use kernel::{Date, Fen, OrBroken, RecoveryId, Refusal, Result, SuspenseId, VoucherId};
use ledger::{BookCode, Line, NewVoucher, VoucherKind, voucher};
use platform::audit::{self, Subject};
use platform::{App, Caller, IdempotencyKey, Once, Scope, business_day};
use serde_json::json;

use super::store::{self, Recovery};
use super::{RECOVERY_RECORD, RecoveryStatus, serial_text};
use crate::arrival::Purpose;
use crate::suspense::{self, MovementKind, SUSPENSE_ACCOUNT, Suspense, Taking};

/// The purpose of money that comes back, in movements of suspense.
pub(crate) const PURPOSE: &str = "recovery";

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
            let business_date = business_day::posting_date(&mut tx).await?;
            let recovery = tx.optional(&store::RECOVERY_LOCKED, (recovery_id,)).await?;
            let recovery = recovery.ok_or_else(unknown)?;
            let item = suspense::require_locked_in(&mut tx, suspense_id).await?;
            let voucher_id = recover_in(
                &mut tx,
                app,
                caller,
                (&recovery, &item),
                (amount, business_date),
            )
            .await?;
            tx.finish(voucher_id).await?;
            Ok(voucher_id)
        }
    }
}

async fn recover_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    (recovery, item): (&Recovery, &Suspense),
    (amount, business_date): (Fen, Date),
) -> Result<VoucherId> {
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
