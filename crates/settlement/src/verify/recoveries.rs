//! Recoveries: of wires against the event of their opening, and what is left of any against the
//! movements of suspense that came back for it. Those of shortfalls are vouched for by the reversals
//! that found them, in the crate above.

use std::collections::HashMap;

use db::ReadTx;
use kernel::{Fen, RecoveryId, Result};
use ledger::verify::Report;
use platform::audit::{Recorded, compare_facts};

use crate::recovery::{
    PURPOSE, RECOVERED_BETWEEN, RECOVERIES_AFTER, RECOVERY_OPEN, Recovery, RecoveryStatus,
    TAKEN_BACK_AFTER,
};

/// Recoveries read at once.
const PAGE: i64 = 1_000;

/// Holds every recovery against its opening and what came back: `recovery_facts_differ`,
/// `recovery_left_differs`.
pub(super) async fn check(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let centre = tx.centre();
    let facts = |row: &Recovery| Some(row.facts(centre));
    let recorded = Recorded {
        action: &RECOVERY_OPEN,
        rows_after: &TAKEN_BACK_AFTER,
        nil: RecoveryId::NIL,
    };
    compare_facts(tx, &recorded, facts, |key, how| {
        let code = "recovery_facts_differ";
        report.add(code, "recovery", key, how.sentence("银行冲正追款"));
    })
    .await?;
    check_left(tx, report).await
}

async fn check_left(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let mut after = RecoveryId::NIL;
    loop {
        let page: Vec<(RecoveryId, Option<Recovery>)> =
            tx.keyed(&RECOVERIES_AFTER, (after, PAGE)).await?;
        let (Some((first, _)), Some((last, _))) = (page.first(), page.last()) else {
            return Ok(());
        };
        let came_back = came_back_in(tx, (*first, *last)).await?;
        for recovery in page.iter().filter_map(|(_, row)| row.as_ref()) {
            let id = recovery.recovery_id.to_string();
            let back = came_back.get(&id).copied().unwrap_or(Some(Fen::ZERO));
            if !fits(recovery, back) {
                let sentence = "追款的余额或状态与为其收回的款项不符";
                report.add("recovery_left_differs", "recovery", &id, sentence);
            }
        }
        after = *last;
    }
}

/// What came back for recoveries, by the text of their ids; none where it is no amount any more.
async fn came_back_in(
    tx: &mut ReadTx,
    (first, last): (RecoveryId, RecoveryId),
) -> Result<HashMap<String, Option<Fen>>> {
    let mut back: HashMap<String, Option<Fen>> = HashMap::new();
    let asked = (PURPOSE.to_owned(), first.to_string(), last.to_string());
    tx.for_each(&RECOVERED_BETWEEN, asked, |(id, amount): (String, Fen)| {
        let sum = back.entry(id).or_insert(Some(Fen::ZERO));
        *sum = sum.and_then(|sum| sum.checked_add(amount));
        Ok(())
    })
    .await?;
    Ok(back)
}

fn fits(recovery: &Recovery, back: Option<Fen>) -> bool {
    let left = back.and_then(|back| recovery.amount_fen.checked_sub(back));
    let status = if recovery.left_fen.is_positive() {
        RecoveryStatus::Open
    } else {
        RecoveryStatus::Recovered
    };
    left == Some(recovery.left_fen) && !recovery.left_fen.is_negative() && recovery.status == status
}
