//! Proof of what was recorded: bank accounts, arrivals, suspense and recoveries hold what the audit
//! trail says they were recorded with. What became of the money is proved above, where it is known
//! what for.
//!
//! A page at a time, in the order of the ids: flat memory.

mod recoveries;

use db::ReadTx;
use kernel::{ArrivalId, BankAccountId, Result, SuspenseId};
use ledger::verify::{Finding, Report};
use platform::audit::{Recorded, compare_facts};

use crate::arrival::{ARRIVAL_RECORD, ARRIVALS_AFTER, Arrival};
use crate::bank_account::{BANK_ACCOUNT_REGISTER, BANK_ACCOUNTS_AFTER, BankAccount};
use crate::suspense::{SUSPENSE_AFTER, SUSPENSE_OPEN, Suspense};

/// Holds every bank account, arrival and item of suspense against the event of its recording:
/// `bank_account_facts_differ`, `arrival_facts_differ`, `suspense_facts_differ`; recoveries of wires
/// the same way, `recovery_facts_differ`, and what is left of each recovery against what came back
/// for it: `recovery_left_differs`.
///
/// # Errors
/// Broken when the database fails.
pub async fn verify(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let mut report = Report::default();
    check_bank_accounts(tx, &mut report).await?;
    check_arrivals(tx, &mut report).await?;
    check_suspense(tx, &mut report).await?;
    recoveries::check(tx, &mut report).await?;
    Ok(report.finish())
}

async fn check_bank_accounts(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let centre = tx.centre();
    let facts = |row: &BankAccount| Some(row.facts(centre));
    let recorded = Recorded {
        action: &BANK_ACCOUNT_REGISTER,
        rows_after: &BANK_ACCOUNTS_AFTER,
        nil: BankAccountId::NIL,
    };
    compare_facts(tx, &recorded, facts, |key, how| {
        let code = "bank_account_facts_differ";
        report.add(code, "bank_account", key, how.sentence("银行专户"));
    })
    .await
}

async fn check_arrivals(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    // A payer that can't be opened was altered, too.
    let facts = |row: &Arrival| row.facts(&keys, centre).ok();
    let recorded = Recorded {
        action: &ARRIVAL_RECORD,
        rows_after: &ARRIVALS_AFTER,
        nil: ArrivalId::NIL,
    };
    compare_facts(tx, &recorded, facts, |key, how| {
        let code = "arrival_facts_differ";
        report.add(code, "arrival", key, how.sentence("到账"));
    })
    .await
}

async fn check_suspense(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let centre = tx.centre();
    let facts = |row: &Suspense| Some(row.facts(centre));
    let recorded = Recorded {
        action: &SUSPENSE_OPEN,
        rows_after: &SUSPENSE_AFTER,
        nil: SuspenseId::NIL,
    };
    compare_facts(tx, &recorded, facts, |key, how| {
        let code = "suspense_facts_differ";
        report.add(code, "suspense", key, how.sentence("暂收款"));
    })
    .await
}

#[cfg(test)]
mod tests;
