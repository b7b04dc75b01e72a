//! Proof of the fund: what members have is what the entries say, what the books say, and what the
//! banks brought.
//!
//! | what | where |
//! |---|---|
//! | entry numbers without a gap, running balances made again, accounts equal to their last entry | `accounts` |
//! | 201 in the books (sealed and tail) = Σ accounts = Σ entries | `accounts` |
//! | each account stands, and is whose, as its last change says; changes follow each other and their rosters | `changes` |
//! | every entry has its voucher, of its date; detail digests made again; 201 of each voucher | `vouchers` |
//! | months and entries name each other, reversals mirror what they take back | `vouchers` |
//! | remittances, their lines, their vouchers and the entries agree | `money` |
//! | arrivals, suspense (21901) and what a run has still to distribute (21902) | `money` |
//! | what reversals found short, its recoveries (11902) and entries agree | `shortfalls` |
//! | sealed values open in their own rows | `people` |
//! | each member's mobile is the new number of its last change | `people` |
//! | members' look-up keys, sex and birth dates are those of what is sealed | `people` |
//! | each remittance says what its roster, arrival, vouchers, entries and months say | `origin` |
//! | what employers keep of the months they have paid, made again from the remittances; their changes counted | `employers` |
//! | employers are what was registered and what changed since | `facts` |
//! | employers, their changes, rosters with what came of them, remittances with their rules, payers and whom they pay for, agents and whom they act for, certificates, changes of mobiles hold what the audit trail says was recorded | `facts` |
//!
//! Streamed: every table is read once in order. What stays in memory is a sum a voucher and a few
//! figures a remittance. Every reference that has no foreign key (architecture, Storage 8) is
//! proved here.

mod accounts;
mod changes;
mod employers;
mod facts;
mod money;
mod origin;
mod people;
mod shortfalls;
mod store;
#[cfg(test)]
mod tests;
mod vouchers;

use db::ReadTx;
use kernel::Result;

pub use ledger::verify::Finding;

/// Every statement of the proof.
pub(crate) fn statements() -> impl Iterator<Item = &'static db::StmtInfo> {
    store::STATEMENTS
        .iter()
        .chain(origin::STATEMENTS)
        .chain(shortfalls::STATEMENTS)
}

/// The most rows that one question about references answers.
const MAX_ROWS: i64 = 1_000;

/// What was proved, and what is wrong.
#[derive(Clone, Debug, Default)]
pub struct Verification {
    /// Accounts read.
    pub accounts: i64,
    /// Entries read.
    pub entries: i64,
    /// Vouchers whose entries were digested anew.
    pub vouchers: i64,
    /// Remittances read.
    pub remittances: i64,
    /// Members whose sealed values were opened.
    pub members: i64,
    /// What is wrong; empty when everything holds.
    pub findings: Vec<Finding>,
}

/// What was proved and found so far.
#[derive(Default)]
struct Report {
    verification: Verification,
    found: ledger::verify::Report,
}

impl Report {
    fn add(
        &mut self,
        code: &'static str,
        table: &'static str,
        key: &(impl ToString + ?Sized),
        sentence: impl Into<String>,
    ) {
        self.found.add(code, table, key, sentence);
    }

    fn finish(self) -> Verification {
        Verification {
            findings: self.found.finish(),
            ..self.verification
        }
    }
}

/// Proves the fund of a centre.
///
/// # Errors
/// Broken when the database fails, or a column holds what its type can't be.
pub async fn verify(tx: &mut ReadTx) -> Result<Verification> {
    let mut report = Report::default();
    accounts::check(tx, &mut report).await?;
    changes::check(tx, &mut report).await?;
    employers::check(tx, &mut report).await?;
    vouchers::check(tx, &mut report).await?;
    money::check(tx, &mut report).await?;
    people::check(tx, &mut report).await?;
    origin::check(tx, &mut report).await?;
    facts::check(tx, &mut report).await?;
    Ok(report.finish())
}

/// An amount of 128 bits as people read it.
fn yuan(fen: i128) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    let fen = fen.unsigned_abs();
    format!("{sign}{}.{:02}", fen / 100, fen % 100)
}
