//! Money fills a remittance: claimed, its first chunk posted, and where the money came from told, in
//! the caller's transaction.
//!
//! Whatever way it comes, the amounts together are exactly what the remittance expects: a wire,
//! items of suspense, or both. What a wire brings beyond that begins to wait under the employer.

use std::collections::BTreeSet;

use db::WriteTx;
use kernel::{
    BatchId, Date, EmployerId, Error, Fen, Month, OrBroken, RemittanceId, Result, RunId,
    SuspenseId, VoucherId,
};
use ledger::Line;
use platform::audit::{self, Subject};
use platform::{App, Caller};
use serde_json::json;
use settlement::arrival::{self, Arrival, Purpose};
use settlement::bank_account;
use settlement::suspense::{self, MovementKind, NewSuspense, SUSPENSE_ACCOUNT, Suspense, Taking};

use super::model::{Remittance, RemittanceStatus};
use super::posting::Incoming;
use super::store::{self, Claim, FundingRow};
use super::{REMITTANCE_POST, rule, run};
use crate::employer;

/// What an arrival's money is meant for, as settlement keeps it.
pub const PURPOSE: &str = "remittance";

/// The most members of remittances that one request fills: what its transaction may hold.
pub(crate) const MAX_PEOPLE: i64 = 100_000;

/// A wire that fills a remittance, wholly or as the last of several.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wire<'a> {
    pub(crate) arrival: &'a Arrival,
    /// What of it the remittance takes.
    pub(crate) amount: Fen,
    /// The serial of the item in which the rest waits.
    pub(crate) suspense_serial: i64,
}

/// What fills a remittance.
#[derive(Debug)]
pub(crate) struct Filling<'a> {
    pub(crate) wire: Option<Wire<'a>>,
    /// Items of suspense, their rows locked, and what of each the remittance takes.
    pub(crate) items: Vec<(Suspense, Fen)>,
    /// 起息日.
    pub(crate) value_date: Date,
    /// 记账日期.
    pub(crate) business_date: Date,
    /// The most lines of the voucher.
    pub(crate) chunk_lines: i64,
}

impl Filling<'_> {
    fn total(&self) -> Option<Fen> {
        let of_wire = self.wire.map(|wire| wire.amount);
        let of_items = self.items.iter().map(|(_, amount)| *amount);
        Fen::sum(of_items.chain(of_wire))
    }
}

/// Lines of a batch whose accounts can't take the month's money any more: they are closed or sealed
/// by that month, or the month is paid.
pub(crate) async fn not_postable_in(tx: &mut WriteTx, remittance: &Remittance) -> Result<i64> {
    let asked: (BatchId, EmployerId, Month) = (
        remittance.batch_id,
        remittance.employer_id,
        remittance.month,
    );
    Ok(tx.one(&store::NOT_POSTABLE, asked).await?.0)
}

/// Fills a remittance that is assessed and whose row is locked. Answers it when chunks are left.
///
/// # Errors
/// Those of [`fill_all_in`].
pub(crate) async fn fill_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    remittance: Remittance,
    filling: Filling<'_>,
) -> Result<Option<RemittanceId>> {
    let left = fill_all_in(tx, app, caller, vec![(remittance, filling)]).await?;
    Ok(left.first().copied())
}

/// Locks the employers of remittances that are about to be filled, in the order of their ids: after
/// the remittances, before the items of suspense and the accounts. So does a roster that is
/// confirmed, which waits for the same items and accounts.
///
/// # Errors
/// Broken only.
pub(crate) async fn lock_employers_in(tx: &mut WriteTx, remittances: &[Remittance]) -> Result<()> {
    let employers = remittances.iter().map(|remittance| remittance.employer_id);
    for employer_id in employers.collect::<BTreeSet<_>>() {
        employer::lock_in(tx, employer_id).await?;
    }
    Ok(())
}

/// Fills remittances that are assessed and whose rows are locked. Answers those with chunks left.
///
/// All are claimed before any is posted, and the accounts locked then, in their order, whichever
/// remittance they are of. Their employers are locked already, see [`lock_employers_in`], and what
/// of suspense fills them.
///
/// # Errors
/// Those of [`ledger::voucher::post`] and of the bulk posting; broken when the amounts aren't what
/// one expects.
pub(crate) async fn fill_all_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    fillings: Vec<(Remittance, Filling<'_>)>,
) -> Result<Vec<RemittanceId>> {
    for (remittance, filling) in &fillings {
        claim_in(tx, app, caller, remittance, filling).await?;
    }
    let employers = fillings
        .iter()
        .map(|(remittance, _)| remittance.employer_id);
    for employer_id in employers.collect::<BTreeSet<_>>() {
        tx.execute(&store::EMPLOYER_HAS_REMITTED, (employer_id,))
            .await?;
    }
    // One alone takes the locks of its accounts and of its money where it posts.
    if fillings.len() > 1 {
        let chunk_lines = fillings.iter().map(|(_, filling)| filling.chunk_lines);
        let chunk = (chunk_lines.max().unwrap_or_default(),);
        tx.lock(&store::LOCK_CLAIMED, chunk).await?;
        let items = fillings.iter().flat_map(|(_, filling)| &filling.items);
        arrival::lock_in(tx, items.map(|(item, _)| item.arrival_id)).await?;
    }
    let mut left = Vec::new();
    for (remittance, filling) in &fillings {
        left.extend(post_first_in(tx, app, caller, remittance, filling).await?);
    }
    Ok(left)
}

/// Takes a remittance for the money, and tells where that came from.
async fn claim_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    remittance: &Remittance,
    filling: &Filling<'_>,
) -> Result<()> {
    let remittance_id = remittance.remittance_id;
    if remittance.status != RemittanceStatus::Assessed
        || filling.total() != Some(remittance.expected_fen)
    {
        return Err(Error::broken(format!(
            "remittance {remittance_id} is filled with what it doesn't expect"
        )));
    }
    let claim = Claim {
        remittance_id,
        value_date: filling.value_date,
        run_id: RunId::new(&app.clock),
        preparer: caller.actor.label(),
    };
    tx.execute_one(&store::CLAIM, claim).await?;
    tell_in(tx, remittance_id, filling).await
}

/// Posts the first chunk of a remittance that is claimed, which brings the money in. Answers it when
/// chunks are left.
async fn post_first_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    remittance: &Remittance,
    filling: &Filling<'_>,
) -> Result<Option<RemittanceId>> {
    let remittance_id = remittance.remittance_id;
    let over = Over::of(app, filling)?;
    let incoming = incoming_in(tx, filling, over.as_ref()).await?;
    let claimed = tx.one(&store::REMITTANCE_BY_ID, (remittance_id,)).await?;
    let stretch = (filling.business_date, filling.chunk_lines);
    let (to_line, voucher_id) =
        run::post_chunk_in(tx, app, &claimed, Some(incoming), stretch).await?;
    settle_in(tx, app, caller, remittance, filling, voucher_id).await?;
    if let Some(over) = over {
        keep_over_in(tx, app, caller, remittance, filling, &over, voucher_id).await?;
    }
    let subject = Subject::new("remittance", remittance_id);
    let detail = json!({
        "serial": remittance.serial,
        "lines": [1, to_line],
        "voucher": voucher_id.to_string(),
    });
    audit::record(tx, &app.clock, caller, &REMITTANCE_POST, subject, detail).await?;
    Ok((to_line < remittance.people).then_some(remittance_id))
}

/// What a wire brings beyond what the remittance takes of it.
#[derive(Debug)]
struct Over {
    suspense_id: SuspenseId,
    serial: i64,
    amount: Fen,
}

impl Over {
    fn of(app: &App, filling: &Filling<'_>) -> Result<Option<Over>> {
        let Some(wire) = filling.wire else {
            return Ok(None);
        };
        let amount = wire.arrival.amount_fen.checked_sub(wire.amount);
        let amount = amount.filter(|amount| !amount.is_negative());
        let amount = amount.or_broken("more taken of a wire than it brought")?;
        Ok(amount.is_positive().then(|| Over {
            suspense_id: SuspenseId::new(&app.clock),
            serial: wire.suspense_serial,
            amount,
        }))
    }
}

/// Writes what filled the remittance: what waited first, the wire last.
async fn tell_in(
    tx: &mut WriteTx,
    remittance_id: RemittanceId,
    filling: &Filling<'_>,
) -> Result<()> {
    let items = filling
        .items
        .iter()
        .map(|(item, amount)| (item.arrival_id, Some(item.suspense_id), *amount));
    let wire = filling
        .wire
        .iter()
        .map(|wire| (wire.arrival.arrival_id, None, wire.amount));
    let rows = items.chain(wire).zip(1..).map(|(funding, funding_no)| {
        let (arrival_id, suspense_id, amount_fen) = funding;
        FundingRow {
            remittance_id,
            funding_no,
            arrival_id,
            suspense_id,
            amount_fen,
        }
    });
    let rows: Vec<FundingRow> = rows.collect();
    tx.insert_many(&store::FUNDINGS, rows).await?;
    Ok(())
}

/// The lines by which the first voucher brings the money in.
async fn incoming_in(
    tx: &mut WriteTx,
    filling: &Filling<'_>,
    over: Option<&Over>,
) -> Result<Incoming> {
    let mut incoming = Incoming::default();
    if let Some(wire) = filling.wire {
        let bank = bank_account::require_in(tx, wire.arrival.bank_account_id).await?;
        let line = Line::debit(bank.ledger_account, wire.arrival.amount_fen);
        incoming.debits.push(line);
    }
    for (item, amount) in &filling.items {
        let serial = suspense::serial_text(item.serial);
        let line = Line::debit(SUSPENSE_ACCOUNT, *amount).with_memo(serial);
        incoming.debits.push(line);
    }
    if let Some(over) = over {
        let serial = suspense::serial_text(over.serial);
        let line = Line::credit(SUSPENSE_ACCOUNT, over.amount).with_memo(serial);
        incoming.over.push(line);
    }
    Ok(incoming)
}

/// Says of the wire and of the items where their money went.
async fn settle_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    remittance: &Remittance,
    filling: &Filling<'_>,
    voucher_id: VoucherId,
) -> Result<()> {
    let purpose = Purpose {
        kind: PURPOSE,
        id: remittance.remittance_id.to_string(),
    };
    if let Some(wire) = filling.wire {
        arrival::post_in(tx, wire.arrival.arrival_id, purpose.clone(), voucher_id).await?;
    }
    arrival::lock_in(tx, filling.items.iter().map(|(item, _)| item.arrival_id)).await?;
    for (item, amount) in &filling.items {
        let taking = Taking {
            kind: MovementKind::Allocated,
            amount: *amount,
            purpose: Some(purpose.clone()),
            wire: None,
            reason: String::new(),
            business_date: filling.business_date,
            voucher_id,
        };
        suspense::take_in(tx, &app.clock, caller, item, taking).await?;
    }
    Ok(())
}

async fn keep_over_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    remittance: &Remittance,
    filling: &Filling<'_>,
    over: &Over,
    voucher_id: VoucherId,
) -> Result<()> {
    let wire = filling.wire.or_broken("something is over without a wire")?;
    let new = NewSuspense {
        serial: over.serial,
        arrival: wire.arrival,
        amount: over.amount,
        owner: Some(remittance.employer_id.to_string()),
        named: None,
        business_date: filling.business_date,
        reason: rule::over(wire.arrival.amount_fen, over.amount, remittance),
    };
    suspense::keep_in(tx, &app.clock, caller, over.suspense_id, new, voucher_id).await?;
    Ok(())
}
