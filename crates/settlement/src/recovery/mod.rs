//! 追款: what is to come back, and when it has.
//!
//! A wire that the bank credited and takes back (银行冲正): what of it still waits in suspense goes back
//! with it (21901 / 101). What was posted can't be taken from the members behind their backs: it
//! becomes a claim (11901 / 101). And what a reversal finds no longer in an account (错缴): the crate
//! above advances it to the account (11902 / 201) and opens a recovery for it ([`owe_in`]). A recovery
//! is open until as much has come back, from a new wire or from a posting that was reversed, both by
//! way of suspense (21901 / 11901 or 11902). open → recovered; only that and what is left change.

mod owe;
mod recover;
mod store;
mod take_back;

pub use owe::{Reversed, Shortfall, facts_between_in, owe_in, recoveries_of, reserve_serials};
pub(crate) use recover::PURPOSE;
pub use recover::recover;
pub(crate) use store::{RECOVERED_BETWEEN, RECOVERIES_AFTER, STATEMENTS, TAKEN_BACK_AFTER};
pub use store::{RECOVERIES, Recovery, RecoveryRow};
pub use take_back::{NewTakenBack, TakenBack, record};

use db::{ListQuery, Listing};
use kernel::{ArrivalId, Date, Fen, RecoveryId, Result, VoucherId};
use ledger::AccountCode;
use platform::{Action, App, Caller, business_day};

use crate::arrival;

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

/// What a claim on a wire that was taken back is audited as. Nobody is granted it: it follows from
/// recording that.
pub(crate) const RECOVERY_OPEN: Action = Action {
    code: "recovery.open",
    label: "转入追款",
};

/// 11901 银行冲正待追回款 (其他应收款).
pub const CLAIM_ACCOUNT: AccountCode = AccountCode::literal("11901");

/// 11902 错缴待追回款 (其他应收款).
pub const SHORTFALL_ACCOUNT: AccountCode = AccountCode::literal("11902");

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

/// Lists recoveries, the latest first. Filters: `status`, `kind`, `arrival_id`, `recovery_id`,
/// `owner`, `debtor`.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn list(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<RecoveryItem>> {
    app.enforce_widest(caller, &RECOVERY_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let today = business_day::date_in(&mut tx, &app.clock).await?;
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
