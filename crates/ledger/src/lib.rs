//! Double entry: books, the chart of accounts, vouchers, the bookkeeper that numbers and chains
//! them, periods, balances, export and proof.
//!
//! It knows no provident fund but for one list, the chart of 财会字〔1999〕33号 in [`chart`], and
//! no caller: who may do what is decided by the use cases above. Every function takes a
//! transaction and plain facts; what stands in one transaction is the caller's to choose.
//!
//! The life of a voucher:
//!
//! | phase | by | writes | holds |
//! |---|---|---|---|
//! | posting, [`voucher::post`] | the business's transaction | voucher, lines, one tail row | its period, shared |
//! | sealing, [`bookkeeper`] | one job a centre | number, chain, period balances; clears the tail | the book's chain head |
//! | close of day, [`bookkeeper::close_day_in`] | the day's close | the head under the centre's key | the book's chain head |
//! | close of month, [`period::close_in`] | an accountant | the period | book and period |
//!
//! What is deliberately absent: an update or a deletion of anything posted (a correction is
//! [`voucher::reverse`]), a counter or a balance that a posting would have to lock, foreign keys on
//! vouchers and lines ([`verify`] proves the references instead).
//!
//! Bounds: [`voucher::MAX_LINES`] lines a voucher, [`voucher::MAX_AMOUNT`] an amount,
//! [`bookkeeper::MAX_TURN`] vouchers a turn, [`verify::MAX_FINDINGS`] findings a proof.

pub mod balance;
pub mod book;
pub mod bookkeeper;
pub mod chart;
pub mod export;
pub mod opening;
pub mod period;
pub mod verify;
pub mod voucher;

mod seal;

#[cfg(test)]
mod tests;

pub use book::BookCode;
pub use chart::AccountCode;
pub use voucher::{Line, NewVoucher, VoucherKind};

/// The tables of this crate.
pub const MIGRATIONS: db::MigrationSet = db::MigrationSet {
    name: "ledger",
    steps: &[
        db::Step {
            name: "001_books",
            sql: include_str!("../migrations/001_books.sql"),
        },
        db::Step {
            name: "002_vouchers",
            sql: include_str!("../migrations/002_vouchers.sql"),
        },
        db::Step {
            name: "003_seals",
            sql: include_str!("../migrations/003_seals.sql"),
        },
    ],
};

/// Every statement of this crate, for the test that prepares each on both databases.
pub fn statements() -> Vec<&'static db::StmtInfo> {
    [
        balance::STATEMENTS,
        book::STATEMENTS,
        bookkeeper::STATEMENTS,
        chart::STATEMENTS,
        export::STATEMENTS,
        period::STATEMENTS,
        seal::STATEMENTS,
        verify::STATEMENTS,
        voucher::STATEMENTS,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Every list of this crate with the kinds of its rows, for the test that prepares each column.
#[must_use]
pub fn lists() -> Vec<(db::ListInfo, db::Columns)> {
    vec![
        voucher::VOUCHERS.info(),
        voucher::VOUCHERS_OF_ACCOUNT.info(),
        voucher::VOUCHERS_OF_NUMBER.info(),
    ]
}
