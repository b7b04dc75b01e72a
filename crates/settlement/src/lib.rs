//! Money at the banks and the books it lands in: the centre's bank accounts, arrivals, suspense,
//! the books as people use them, and the close of the business day.
//!
//! It knows what arrived, not what for: an arrival's purpose is a word and an id of the crate above
//! that matched it. What nobody matches waits in [`suspense`], posted and visible, until it is
//! allocated or returned.
//!
//! Contract: a wire is recorded once; nothing that was posted changes, only where an arrival's
//! money went does; every arrival that is committed has its voucher.
//! What is deliberately absent: outgoing instructions and the banks' own messages, which join with
//! the first payment.

pub mod arrival;
pub mod bank_account;
pub mod books;
pub mod day;
pub mod recovery;
pub mod status;
pub mod suspense;
pub mod verify;

#[cfg(test)]
mod testing;

use db::{BoundTo, Kind, SealedColumn, SealedTable};
use platform::Action;
use platform::approval::Approvable;
use platform::job::Job;

/// Every action of this crate, for the role × action matrix.
pub const ACTIONS: &[&Action] = &[
    &arrival::ARRIVAL_RECORD,
    &arrival::ARRIVAL_READ,
    &bank_account::BANK_ACCOUNT_READ,
    &bank_account::BANK_ACCOUNT_REGISTER,
    &books::BALANCE_READ,
    &books::BOOKS_OPEN,
    &books::LEDGER_ACCOUNT_READ,
    &books::OPENING_POST,
    &books::PERIOD_CLOSE,
    &books::PERIOD_READ,
    &books::VOUCHER_READ,
    &recovery::RECOVERY_READ,
    &recovery::RECOVERY_RECORD,
    &suspense::SUSPENSE_READ,
    &suspense::SUSPENSE_RETURN,
];

/// What no role gives and the trail names: what follows from other acts, and what is done at the
/// terminal.
pub const BEYOND_ROLES: &[&Action] = &[&recovery::RECOVERY_OPEN, &suspense::SUSPENSE_OPEN];

/// Where this crate keeps sealed values.
pub const SEALED: &[SealedTable] = &[SealedTable {
    table: "arrival",
    key: &[("arrival_id", Kind::Id)],
    bound_to: BoundTo {
        column: "arrival_id",
        kind: Kind::Id,
    },
    columns: &[
        SealedColumn {
            name: "payer_name",
            sealed_as: arrival::PAYER_NAME,
        },
        SealedColumn {
            name: "payer_account",
            sealed_as: arrival::PAYER_ACCOUNT,
        },
    ],
    at_once: 200,
}];

/// What of this crate can be made to need approval.
pub const APPROVABLE: &[Approvable] = &[suspense::APPROVABLE];

/// What of this crate is done by jobs.
pub const JOBS: &[Job] = &[Job {
    kind: &day::DAY_CLOSE,
    steps: day::DAY_CLOSE_STEPS,
}];

/// The tables of this crate, in order.
pub const MIGRATIONS: db::MigrationSet = db::MigrationSet {
    name: "settlement",
    steps: &[db::Step {
        name: "001_settlement",
        sql: include_str!("../migrations/001_settlement.sql"),
    }],
};

/// Every statement of this crate, for the test that prepares each on both databases.
#[must_use]
pub fn statements() -> Vec<&'static db::StmtInfo> {
    [
        arrival::STATEMENTS,
        bank_account::STATEMENTS,
        day::STATEMENTS,
        recovery::STATEMENTS,
        suspense::STATEMENTS,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Every list of this crate with the kinds of its rows, for the test that prepares each column.
#[must_use]
pub fn lists() -> Vec<(db::ListInfo, db::Columns)> {
    vec![
        arrival::ARRIVALS.info(),
        recovery::RECOVERIES.info(),
        suspense::SUSPENSE.info(),
    ]
}
