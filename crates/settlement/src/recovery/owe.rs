//! 错缴: what a reversal found no longer in accounts, and the crate above advanced to them.

use std::collections::HashMap;

use db::{Digest32, ReadTx, WriteTx};
use kernel::{CentreId, Date, Fen, RecoveryId, Result, VoucherId};
use platform::{App, Caller};

use super::store::{self, Recovery};
use super::{RecoveryKind, RecoveryStatus};

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

/// The recoveries of a reversal's shortfalls, to be opened by [`owe_in`]. Each one's
/// [`facts`](Recovery::facts) are for the crate above to keep with the shortfall, for which the event
/// of the reversal vouches.
#[must_use]
pub fn recoveries_of(
    app: &App,
    caller: &Caller,
    shortfalls: Vec<Shortfall>,
    of: &Reversed<'_>,
) -> Vec<Recovery> {
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
    rows.collect()
}

/// Opens recoveries. Their voucher is posted already.
///
/// # Errors
/// Broken only.
pub async fn owe_in(tx: &mut WriteTx, recoveries: Vec<Recovery>) -> Result<()> {
    tx.insert_many(&store::RECOVERIES_OF_REVERSAL, recoveries)
        .await?;
    Ok(())
}

/// The facts of the recoveries from one to another, both included, as they stand now.
///
/// # Errors
/// Broken only.
pub async fn facts_between_in(
    tx: &mut ReadTx,
    (first, last): (RecoveryId, RecoveryId),
) -> Result<HashMap<RecoveryId, Digest32>> {
    let (centre, mut facts) = (tx.centre(), HashMap::new());
    tx.for_each(
        &store::RECOVERIES_BETWEEN,
        (first, last),
        |row: Recovery| {
            facts.insert(row.recovery_id, row.facts(centre));
            Ok(())
        },
    )
    .await?;
    Ok(facts)
}
