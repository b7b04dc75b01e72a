//! The whole book as plain-text accounting, for two programs that others wrote: hledger and
//! beancount. Both prove that every voucher balances and, by the assertions at the end, that the
//! balances they add up from the vouchers are the ones this ledger keeps.
//!
//! Streamed: vouchers come in the order of the chain, a bounded number at a time, then those still
//! waiting for their number. Memory doesn't grow with the book.

mod beancount;
mod hledger;
mod store;

use std::io;

use db::ReadTx;
use kernel::{Date, Error, Fen, Month, OrBroken as _, Result};

use crate::balance;
use crate::book::{self, Book, BookCode};
use crate::chart::{self, Account, AccountCode};
use crate::voucher;
use store::ExportRow;
pub(crate) use store::STATEMENTS;

/// Vouchers read at a time.
const CHUNK: i64 = 1_000;

db::codes! {
    /// What to write.
    pub enum Format {
        /// A journal of hledger.
        Hledger = "hledger", "hledger";
        /// A ledger of beancount.
        Beancount = "beancount", "beancount";
    }
}

/// Writes the whole book.
///
/// # Errors
/// Refused as `book_not_open`. Broken when `out` can't be written or the database fails.
pub async fn export(
    tx: &mut ReadTx,
    book: BookCode,
    format: Format,
    out: &mut (dyn io::Write + Send),
) -> Result<()> {
    let frame = book::get(tx, book).await?;
    let accounts = chart::all(tx, book).await?;
    let mut journal = Journal {
        format,
        frame: &frame,
        accounts: &accounts,
        out,
        current: None,
    };
    journal.head().or_broken("writing the journal")?;
    let (length,) = tx.one(&store::CHAIN_LENGTH, (book,)).await?;
    let mut after = 0;
    while after < length {
        let values = (book, after, after + CHUNK);
        tx.for_each(&store::SEALED, values, |row| journal.row(&row))
            .await?;
        after += CHUNK;
    }
    tx.for_each(&store::WAITING, (book,), |row| journal.row(&row))
        .await?;
    if let Some((last_date,)) = tx.optional(&store::LAST_DATE, (book,)).await? {
        let last = Month::of(last_date);
        let balances = balance::trial_balance(tx, book, last, last).await?;
        journal
            .assertions(last_date, &balances.rows)
            .or_broken("writing the journal")?;
    }
    journal.out.flush().or_broken("writing the journal")
}

/// A journal in the making.
struct Journal<'a> {
    format: Format,
    frame: &'a Book,
    accounts: &'a [Account],
    out: &'a mut (dyn io::Write + Send),
    current: Option<kernel::VoucherId>,
}

impl Journal<'_> {
    fn head(&mut self) -> io::Result<()> {
        match self.format {
            Format::Hledger => hledger::head(self.out, self.frame, self.accounts),
            Format::Beancount => beancount::head(self.out, self.frame, self.accounts),
        }
    }

    /// Takes the next line; the first of a voucher begins it.
    fn row(&mut self, row: &ExportRow) -> Result<()> {
        let begins = self.current.replace(row.voucher_id) != Some(row.voucher_id);
        let net = row
            .debit
            .checked_sub(row.credit)
            .or_broken("a line overflows")?;
        let written = match self.format {
            Format::Hledger => hledger::row(self.out, self.accounts, row, net, begins),
            Format::Beancount => beancount::row(self.out, self.accounts, row, net, begins),
        };
        written
            .map_err(|error| Error::from(kernel::Broken::caused_by("writing the journal", error)))
    }

    fn assertions(&mut self, last: Date, rows: &[balance::TrialRow]) -> io::Result<()> {
        match self.format {
            Format::Hledger => hledger::assertions(self.out, self.accounts, last, rows),
            Format::Beancount => beancount::assertions(self.out, self.accounts, last, rows),
        }
    }
}

/// Debits less credits: the sign that both programs use.
fn net(row: &balance::TrialRow) -> Fen {
    match row.side {
        chart::Side::Debit => row.closing,
        chart::Side::Credit => row
            .closing
            .checked_neg()
            .expect("a balance shown on the credit side is the opposite of another"),
    }
}

fn number(row: &ExportRow) -> String {
    match (row.month, row.number) {
        (Some(month), Some(number)) => voucher::number_label(month, number),
        _ => "未编号".to_owned(),
    }
}

/// The name an account was given; its code where the chart lacks it.
fn name_of(accounts: &[Account], code: AccountCode) -> &str {
    let found = accounts.binary_search_by_key(&code, |account| account.code);
    found.map_or("", |index| &accounts[index].name)
}

/// The class of the statements that an account belongs to. Class 4 holds income and expenses,
/// told apart by their side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Assets,
    Liabilities,
    NetAssets,
    Income,
    Expenses,
}

fn class_of(accounts: &[Account], code: AccountCode) -> Class {
    let found = accounts.binary_search_by_key(&code, |account| account.code);
    let side = found.map_or(chart::Side::Debit, |index| accounts[index].side);
    match (code.class(), side) {
        (b'1', _) => Class::Assets,
        (b'2', _) => Class::Liabilities,
        (b'3', _) => Class::NetAssets,
        (_, chart::Side::Credit) => Class::Income,
        (_, chart::Side::Debit) => Class::Expenses,
    }
}

/// One line of text: every run of white space becomes one blank.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
