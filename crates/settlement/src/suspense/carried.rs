//! Suspense that a centre brings with it: money that arrived before the books were opened here.

use db::WriteTx;
use kernel::{BankAccountId, Clock, Date, Fen, Result, SuspenseId, VoucherId};
use platform::Caller;

use super::{NewSuspense, Reason, keep_in};
use crate::arrival::{self, CheckedArrival};

/// Money that waits, as the system before knew it.
#[derive(Clone, Debug)]
pub struct Carried {
    /// A serial of arrivals, see [`arrival::next_serial`].
    pub arrival_serial: i64,
    /// A serial of suspense, see [`super::next_serial`].
    pub serial: i64,
    /// The centre's account that the money lies in.
    pub bank_account_id: BankAccountId,
    /// 银行流水号: unique in the bank account.
    pub bank_serial: String,
    /// The amount.
    pub amount_fen: Fen,
    /// 到账日期.
    pub arrived_on: Date,
    /// 付款账户名称.
    pub payer_name: String,
    /// 付款账户号码, empty when it isn't known any more.
    pub payer_account: String,
    /// 摘要.
    pub remark: String,
    /// The id of whose it is, in the words of the crate above; none when nobody knows.
    pub owner: Option<String>,
    /// Why it waits.
    pub reason: Reason,
}

/// Keeps an item with its arrival. The voucher of the opening balances carries both: it debits the
/// bank account and credits 21901 with this amount in lines of their own.
///
/// # Errors
/// Those of [`arrival::record_in`] and [`keep_in`].
pub async fn carry_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    carried: Carried,
    business_date: Date,
    voucher_id: VoucherId,
) -> Result<SuspenseId> {
    let checked = CheckedArrival {
        bank_account_id: carried.bank_account_id,
        bank_serial: carried.bank_serial,
        amount: carried.amount_fen,
        value_date: carried.arrived_on,
        payer_name: carried.payer_name,
        payer_account: carried.payer_account,
        remark: carried.remark,
        payment_code: None,
    };
    let serial = carried.arrival_serial;
    let arrival = arrival::record_in(tx, clock, caller, serial, checked, business_date).await?;
    let suspense_id = SuspenseId::new(clock);
    let new = NewSuspense {
        serial: carried.serial,
        arrival: &arrival,
        amount: carried.amount_fen,
        owner: carried.owner,
        named: None,
        business_date,
        reason: carried.reason,
    };
    keep_in(tx, clock, caller, suspense_id, new, voucher_id).await?;
    Ok(suspense_id)
}
