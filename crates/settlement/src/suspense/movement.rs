//! 暂收变动: money leaves an item of suspense.

use db::{ReadTx, WriteTx};
use kernel::{Clock, Date, Error, Fen, Instant, OrBroken, Refusal, Result, SuspenseId, VoucherId};
use platform::{App, Caller};

use super::{SUSPENSE_READ, Suspense, SuspenseStatus, serial_text, store};
use crate::arrival::{self, Purpose};

db::codes! {
    /// Where money went that left suspense.
    pub enum MovementKind {
        /// 分摊: to what it was meant for.
        Allocated = "allocated", "分摊";
        /// 退回: back to the payer.
        Returned = "returned", "退回";
        /// 银行冲正: the bank took the wire back.
        TakenBack = "taken_back", "银行冲正";
        /// 抵追款: used for what the bank took back before.
        Recovered = "recovered", "抵追款";
    }
}

db::row! {
    /// Money that left an item.
    pub struct Movement {
        /// The item.
        pub suspense_id: SuspenseId,
        /// Counts from 1 in the item.
        pub movement_no: i64,
        /// Where it went.
        pub kind: MovementKind,
        /// How much, positive.
        pub amount_fen: Fen,
        /// What it was meant for, in the words of the crate above.
        pub purpose: Option<String>,
        /// The id of that.
        pub purpose_id: Option<String>,
        /// 银行流水号 of a return or of the bank's own correction.
        pub bank_serial: Option<String>,
        /// The day the bank did it.
        pub value_date: Option<Date>,
        /// Why, in a person's words; empty where the purpose says it.
        pub reason: String,
        /// 记账日期.
        pub business_date: Date,
        /// The voucher that debits 21901.
        pub voucher_id: VoucherId,
        /// When.
        pub made_at: Instant,
        /// By whom: the actor's label.
        pub made_by: String,
        /// By whom: the name then.
        pub made_by_name: String,
    }
}

/// How money leaves an item.
#[derive(Clone, Debug)]
pub struct Taking {
    /// Where it goes.
    pub kind: MovementKind,
    /// How much, positive.
    pub amount: Fen,
    /// What it goes to.
    pub purpose: Option<Purpose>,
    /// The bank's serial and day, when the bank moved it.
    pub wire: Option<(String, Date)>,
    /// Why.
    pub reason: String,
    /// 记账日期.
    pub business_date: Date,
    /// The voucher that debits 21901 with the amount.
    pub voucher_id: VoucherId,
}

/// Takes money out of an item whose row the caller has locked; what its arrival says follows. The
/// voucher is posted already.
///
/// # Errors
/// `suspense_settled`, `suspense_too_small`.
pub async fn take_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    item: &Suspense,
    taking: Taking,
) -> Result<()> {
    check_left(item, taking.amount)?;
    let left = item.left_fen.checked_sub(taking.amount);
    let left = left.or_broken("what is left in suspense")?;
    let status = if left.is_zero() {
        SuspenseStatus::Settled
    } else {
        SuspenseStatus::Waiting
    };
    let seen = (item.suspense_id, item.left_fen, left, status);
    tx.execute_one(&store::TAKE, seen).await?;
    let (last,) = tx.one(&store::LAST_MOVEMENT, (item.suspense_id,)).await?;
    let purpose = taking.purpose.clone();
    let (bank_serial, value_date) = taking.wire.unzip();
    let movement = Movement {
        suspense_id: item.suspense_id,
        movement_no: last.unwrap_or(0) + 1,
        kind: taking.kind,
        amount_fen: taking.amount,
        purpose: purpose.as_ref().map(|purpose| purpose.kind.to_owned()),
        purpose_id: purpose.map(|purpose| purpose.id),
        bank_serial,
        value_date,
        reason: taking.reason,
        business_date: taking.business_date,
        voucher_id: taking.voucher_id,
        made_at: clock.now(),
        made_by: caller.actor.label(),
        made_by_name: caller.name.clone(),
    };
    tx.execute_one(&store::INSERT_MOVEMENT, movement).await?;
    if status == SuspenseStatus::Settled {
        arrival::settle_in(tx, item.arrival_id, taking.purpose).await?;
    }
    Ok(())
}

/// Whether so much can leave the item.
///
/// # Errors
/// `suspense_settled`, `suspense_too_small`; broken for an amount that isn't positive.
pub(crate) fn check_left(item: &Suspense, amount: Fen) -> Result<()> {
    let serial = serial_text(item.serial);
    if !amount.is_positive() {
        return Err(Error::broken(
            "an amount that isn't positive leaves suspense",
        ));
    }
    if item.status == SuspenseStatus::Settled {
        let sentence = format!("暂收款{serial}已经处理完毕，请刷新后再办理");
        return Err(Refusal::conflict("suspense_settled", sentence).into());
    }
    if amount > item.left_fen {
        let sentence = format!(
            "暂收款{serial}只剩 {} 元，不足 {} 元",
            item.left_fen.grouped(),
            amount.grouped()
        );
        return Err(Refusal::conflict("suspense_too_small", sentence).into());
    }
    Ok(())
}

/// The movements of an item, in order.
///
/// # Errors
/// `suspense_unknown`, `action_forbidden`.
pub async fn movements(
    app: &App,
    caller: &Caller,
    suspense_id: SuspenseId,
) -> Result<Vec<Movement>> {
    app.enforce_widest(caller, &SUSPENSE_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    super::require_in(&mut tx, suspense_id).await?;
    tx.all(&store::MOVEMENTS_OF, (suspense_id,)).await
}

/// The movements that a voucher carries.
///
/// # Errors
/// Broken only.
pub async fn movements_of_voucher_in(
    tx: &mut ReadTx,
    voucher_id: VoucherId,
) -> Result<Vec<Movement>> {
    tx.all(&store::MOVEMENTS_OF_VOUCHER, (voucher_id,)).await
}
