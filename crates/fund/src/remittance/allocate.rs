//! 暂收分摊: money that waits is allocated to what it was meant for.
//!
//! One item may fill several remittances, of several employers and months (财政统发, 劳务派遣), and
//! several items one remittance. Each remittance is filled exactly, or nothing is allocated: what is
//! too little stays where it is and can be seen.

use std::collections::BTreeMap;

use db::{Digest, WriteTx};
use kernel::{Error, Fen, Finding, OrBroken, Refusal, RemittanceId, Result, SuspenseId};
use platform::{Action, App, Caller, IdempotencyKey, Once, Scope, business_day};
use serde::{Deserialize, Serialize};
use settlement::arrival;
use settlement::bank_account::{self, Nature};
use settlement::suspense::{self, Suspense, SuspenseStatus};

use super::funding::{self, Filling, MAX_PEOPLE};
use super::model::{Remittance, RemittanceStatus};
use super::{error, rule, run, store};
use crate::account::bulk;

/// Allocating suspense to remittances.
pub const REMITTANCE_ALLOCATE: Action = Action {
    code: "remittance.allocate",
    label: "分摊暂收款",
};

/// The most lines of one request.
pub const MAX_LINES: usize = 500;

/// So much of an item goes to a remittance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllocationLine {
    /// The item of suspense.
    pub suspense_id: SuspenseId,
    /// The remittance.
    pub remittance_id: RemittanceId,
    /// How much.
    pub amount_fen: Fen,
}

/// Allocates money that waits to remittances, each of which is posted. Answers those that are
/// filled, in the order of their ids.
///
/// # Errors
/// `action_forbidden`; `allocation_empty`, `allocation_too_long`, `allocation_too_many_people`;
/// `allocation_not_exact` with a finding for each remittance that would get too little or too
/// much; `remittance_unknown`, `remittance_not_awaiting`, `accounts_not_postable`;
/// `suspense_unknown`, `suspense_settled`, `suspense_too_small`,
/// `bank_account_not_for_contributions`; `business_day_not_open`, `period_closed`; those of
/// [`App::write_once`].
pub async fn allocate(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    lines: &[AllocationLine],
) -> Result<Vec<RemittanceId>> {
    allocate_in_chunks(app, caller, key, lines, bulk::MAX_CHUNK).await
}

/// [`allocate`] with vouchers of so many lines.
pub(super) async fn allocate_in_chunks(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    lines: &[AllocationLine],
    chunk_lines: i64,
) -> Result<Vec<RemittanceId>> {
    app.enforce(caller, &REMITTANCE_ALLOCATE, Scope::Centre)
        .await?;
    let by_remittance = grouped(lines)?;
    let remittances: Vec<RemittanceId> = by_remittance.keys().copied().collect();
    let asked = request_hash(lines);
    let first = remittances.first().copied();
    let first = first.or_broken("an allocation without a remittance")?;
    if let Once::Fresh(mut tx) = app
        .write_once(caller, &REMITTANCE_ALLOCATE, key, asked)
        .await?
    {
        allocate_in(&mut tx, app, caller, &by_remittance, chunk_lines).await?;
        tx.finish(first).await?;
    }
    for remittance_id in &remittances {
        // The money is allocated whatever becomes of the rest, which the job goes on with.
        let rest = run::post_rest(app, caller.centre(), *remittance_id, chunk_lines).await;
        if let Err(error) = rest {
            tracing::error!(%remittance_id, %error, "a remittance can't be posted on");
        }
    }
    Ok(remittances)
}

/// What each remittance gets, by its id: the order in which rows are locked.
type Allocation = BTreeMap<RemittanceId, Vec<(SuspenseId, Fen)>>;

fn grouped(lines: &[AllocationLine]) -> Result<Allocation> {
    if lines.is_empty() {
        let sentence = "请选择暂收款和要分摊的汇缴";
        return Err(Refusal::invalid("allocation_empty", sentence).into());
    }
    if lines.len() > MAX_LINES {
        let sentence = format!("一次最多分摊{MAX_LINES}行，请分次办理");
        return Err(Refusal::invalid("allocation_too_long", sentence).into());
    }
    let mut allocation = Allocation::new();
    for line in lines {
        if !line.amount_fen.is_positive() {
            let sentence = "分摊金额应大于零";
            return Err(Refusal::invalid("amount_not_positive", sentence).into());
        }
        let parts = allocation.entry(line.remittance_id).or_default();
        match parts.iter_mut().find(|(id, _)| *id == line.suspense_id) {
            Some(_) => {
                let sentence = "同一笔暂收款对同一笔汇缴只能填一行";
                return Err(Refusal::invalid("allocation_repeated", sentence).into());
            }
            None => parts.push((line.suspense_id, line.amount_fen)),
        }
    }
    Ok(allocation)
}

fn request_hash(lines: &[AllocationLine]) -> db::Digest32 {
    let mut digest = Digest::new("remittance.allocate");
    for line in lines {
        digest = digest
            .column(line.suspense_id)
            .column(line.remittance_id)
            .column(line.amount_fen);
    }
    digest.finish()
}

async fn allocate_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    allocation: &Allocation,
    chunk_lines: i64,
) -> Result<()> {
    let business_date = business_day::posting_date(tx).await?;
    let remittances = awaiting_in(tx, allocation).await?;
    funding::lock_employers_in(tx, &remittances).await?;
    let mut items = items_in(tx, allocation).await?;
    let mut fillings = Vec::with_capacity(remittances.len());
    for remittance in remittances {
        let parts = &allocation[&remittance.remittance_id];
        let mut taken = Vec::with_capacity(parts.len());
        for (suspense_id, amount) in parts {
            let item = items.get_mut(suspense_id).or_broken("an item not locked")?;
            taken.push((item.clone(), *amount));
            lessen(item, *amount);
        }
        let filling = Filling {
            wire: None,
            items: taken,
            value_date: business_date,
            business_date,
            chunk_lines,
        };
        fillings.push((remittance, filling));
    }
    funding::fill_all_in(tx, app, caller, fillings).await?;
    Ok(())
}

/// What an item holds after an amount left it, as the next line of the request sees it. Where that
/// is too much, the taking refuses.
fn lessen(item: &mut Suspense, amount: Fen) {
    item.left_fen = item.left_fen.checked_sub(amount).unwrap_or_default();
    if !item.left_fen.is_positive() {
        item.status = SuspenseStatus::Settled;
    }
}

/// The remittances, their rows locked, each of which gets exactly what it expects.
async fn awaiting_in(tx: &mut WriteTx, allocation: &Allocation) -> Result<Vec<Remittance>> {
    let mut remittances = Vec::with_capacity(allocation.len());
    let (mut findings, mut people) = (Vec::new(), 0);
    for (remittance_id, parts) in allocation {
        let remittance = tx
            .optional(&store::REMITTANCE_LOCKED, (*remittance_id,))
            .await?;
        let remittance = remittance.ok_or_else(|| error::unknown(*remittance_id))?;
        if remittance.status != RemittanceStatus::Assessed {
            return Err(error::not_awaiting(&remittance));
        }
        let given = Fen::sum(parts.iter().map(|(_, amount)| *amount));
        if given != Some(remittance.expected_fen) {
            findings.push(not_exact(&remittance, given));
        }
        let not_postable = funding::not_postable_in(tx, &remittance).await?;
        if not_postable > 0 {
            let reason = rule::not_postable(not_postable);
            return Err(Refusal::conflict(reason.code, reason.sentence).into());
        }
        people += remittance.people;
        remittances.push(remittance);
    }
    if people > MAX_PEOPLE {
        let sentence = format!("一次分摊的汇缴合计不能超过{MAX_PEOPLE}人，请分次办理");
        return Err(Refusal::invalid("allocation_too_many_people", sentence).into());
    }
    if findings.is_empty() {
        return Ok(remittances);
    }
    let sentence = "每笔汇缴分到的金额须与应缴金额一致，请核对";
    Err(Refusal::invalid("allocation_not_exact", sentence)
        .with_findings(findings)
        .into())
}

fn not_exact(remittance: &Remittance, given: Option<Fen>) -> Finding {
    let sentence = format!(
        "{} 汇缴（缴款码{}）应缴 {} 元，分到 {} 元",
        remittance.month,
        remittance.payment_code,
        remittance.expected_fen.grouped(),
        given.unwrap_or_default().grouped()
    );
    Finding::new(
        remittance.remittance_id.to_string(),
        "allocation_not_exact",
        sentence,
    )
}

/// The items, their rows locked in the order of their ids. What came into an account of the centre
/// that isn't one for contributions can't become the members'.
async fn items_in(
    tx: &mut WriteTx,
    allocation: &Allocation,
) -> Result<BTreeMap<SuspenseId, Suspense>> {
    let mut wanted: Vec<SuspenseId> = allocation.values().flatten().map(|(id, _)| *id).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut items = BTreeMap::new();
    for suspense_id in wanted {
        let item = suspense::require_locked_in(tx, suspense_id).await?;
        let arrival = arrival::require_in(tx, item.arrival_id).await?;
        let bank = bank_account::require_in(tx, arrival.bank_account_id).await?;
        if bank.nature != Nature::Fund {
            let reason = rule::not_the_fund_s(bank.nature);
            return Err(Error::from(Refusal::conflict(reason.code, reason.sentence)));
        }
        items.insert(suspense_id, item);
    }
    Ok(items)
}
