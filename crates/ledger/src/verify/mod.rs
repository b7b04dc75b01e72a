//! Proof of the books: what the tables hold is what was posted, and it adds up.
//!
//! | what | where |
//! |---|---|
//! | rows that have a key over them: books, accounts, periods, day heads | `frame` |
//! | the tree of accounts; each posted account exists and is a leaf | `frame`, `chain` |
//! | every voucher is sealed or in the tail, every line and seal has its voucher | `references` |
//! | reversals mirror what they take back | `references` |
//! | vouchers balance; heads agree with lines; signs and sides | `contents` |
//! | places and numbers without a gap; the chain made again, link by link; its head and days | `chain` |
//! | period balances are the sums of the sealed lines | `chain` |
//! | no voucher beyond those that a closed month had; the tail is young | `frame`, `references` |
//!
//! Streamed: the chain is read a bounded number of vouchers at a time; what stays in memory is a
//! sum an account and month, a number a month, a head a day. Sums are made with 128 bits here and
//! not by the database, so that no altered amount can break off the proof by an overflow.
//!
//! An alteration of a voucher, a line or a seal breaks the chain at its voucher. Whoever makes the
//! whole chain anew is found by the day heads, whose key isn't in the database; whoever cuts off
//! its end as well, by the heads written outside it.

mod chain;
mod contents;
mod frame;
mod references;
mod store;

use std::time::Duration;

use db::ReadTx;
use kernel::{Clock, Result};

use crate::book::BookCode;
use crate::chart::AccountCode;
#[cfg(test)]
pub(crate) use store::SEALS_AFTER;
pub(crate) use store::STATEMENTS;

/// The most findings reported; a last one says how many lie beyond.
pub const MAX_FINDINGS: usize = 1_000;

/// How long a voucher may wait for the bookkeeper.
pub const TAIL_LIMIT: Duration = Duration::from_secs(60);

/// Something in the tables that can't be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable and snake_case.
    pub code: &'static str,
    /// The table it was found in.
    pub table: &'static str,
    /// The row's key, as text.
    pub key: String,
    /// The Chinese sentence for the auditor.
    pub sentence: String,
}

/// The findings of a proof so far, [`MAX_FINDINGS`] at most.
#[derive(Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
    beyond: usize,
}

impl Report {
    /// Adds what was found in a row of a table.
    pub fn add(
        &mut self,
        code: &'static str,
        table: &'static str,
        key: &(impl ToString + ?Sized),
        sentence: impl Into<String>,
    ) {
        if self.findings.len() < MAX_FINDINGS {
            let (key, sentence) = (key.to_string(), sentence.into());
            self.findings.push(Finding {
                code,
                table,
                key,
                sentence,
            });
        } else {
            self.beyond += 1;
        }
    }

    /// The findings; the last says how many more there are, when there are.
    #[must_use]
    pub fn finish(mut self) -> Vec<Finding> {
        if self.beyond > 0 {
            self.findings.push(Finding {
                code: "findings_beyond_limit",
                table: "",
                key: String::new(),
                sentence: format!("另有{}项问题未列出", self.beyond),
            });
        }
        self.findings
    }
}

/// Proves the books of a centre; an empty answer means that everything holds.
///
/// # Errors
/// Broken when the database fails, or a column holds what its type can't be.
pub async fn verify(tx: &mut ReadTx, clock: &Clock) -> Result<Vec<Finding>> {
    let mut report = Report::default();
    for book in BookCode::ALL {
        let frame = frame::read(tx, *book, &mut report).await?;
        let chained = chain::check(tx, &frame, &mut report).await?;
        frame::check_months(&frame, &chained.numbers, &mut report);
        contents::check_tail(tx, &frame, &mut report).await?;
    }
    references::check(tx, clock, &mut report).await?;
    Ok(report.finish())
}

/// The credit balance in fen of a ledger account with all below it, sealed and tail, for a proof:
/// summed here with 128 bits, whether or not the chart knows the account.
///
/// # Errors
/// Broken when the database fails.
pub async fn credit_balance(tx: &mut ReadTx, book: BookCode, code: AccountCode) -> Result<i128> {
    let mut balance = 0_i128;
    let within = (book, code.to_string(), code.range_end());
    tx.for_each(&store::AMOUNTS_WITHIN, within, |(debit, credit)| {
        balance += i128::from(credit.get()) - i128::from(debit.get());
        Ok(())
    })
    .await?;
    Ok(balance)
}
