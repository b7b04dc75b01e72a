//! The chart of accounts (科目).
//!
//! Codes are never renumbered and accounts never removed: the code carries the tree, up to four
//! levels. An account with children is a summary account and takes no postings; so a leaf that was
//! posted to can't get children any more.
//!
//! Why that holds against a posting that runs at the same time: a posting holds the row of its
//! period shared before it looks at the accounts, and keeps it until it commits. Adding the first
//! child of a leaf takes the book's row (no period can be opened then) and all its open periods
//! for update, so no posting of the book is under way when the leaf's lines are looked for; the
//! next posting reads the account after the child is committed and finds a summary account.

mod code;
mod standard;
mod store;

use db::{Digest, Digest32, Keys, ReadTx, WriteTx};
use kernel::{CentreId, Clock, Instant, Refusal, Result};

use crate::book::{self, BookCode};
use crate::period;
pub use code::{AccountCode, MAX_LEVEL, ParseAccountCodeError};
pub use standard::{HOUSING_FUND, StandardAccount};
pub(crate) use store::{FOUR_ACCOUNTS, STATEMENTS};

/// The longest name of an account, in characters (JGJ/T 320 table 8.0.2).
pub const MAX_NAME_CHARS: usize = 20;

db::codes! {
    /// 余额方向: the side on which an account's balance is positive.
    pub enum Side {
        /// Assets and expenses.
        Debit = "debit", "借";
        /// Liabilities, net assets and income.
        Credit = "credit", "贷";
    }
}

db::row! {
    /// A ledger account.
    pub struct Account {
        /// 科目编号.
        pub code: AccountCode,
        /// 科目名称.
        pub name: String,
        /// 余额方向.
        pub side: Side,
        /// Whether it has children, and so takes no postings.
        pub is_summary: bool,
        /// When it was added.
        pub opened_at: Instant,
        pub(crate) mac: Digest32,
    }
}

impl Account {
    /// The row's HMAC under the centre's key. `is_summary` is left out: it follows from the tree.
    pub(crate) fn proper_mac(&self, keys: &Keys, centre: CentreId, book: BookCode) -> Digest32 {
        let fields = Digest::new("ledger.account")
            .column(centre)
            .column(book)
            .column(self.code)
            .text(&self.name)
            .column(self.side)
            .column(self.opened_at);
        keys.hmac("ledger.account", fields.finish().bytes())
    }
}

/// The whole chart, each account right before its sub-accounts.
///
/// # Errors
/// Broken when the database fails.
pub async fn all(tx: &mut ReadTx, book: BookCode) -> Result<Vec<Account>> {
    tx.all(&store::ACCOUNTS, (book,)).await
}

/// One account.
///
/// # Errors
/// Refused as `account_unknown`.
pub async fn get(tx: &mut ReadTx, book: BookCode, code: AccountCode) -> Result<Account> {
    let row = tx.optional(&store::ACCOUNT, (book, code)).await?;
    row.ok_or_else(|| unknown(code).into())
}

/// Adds a sub-account with a code of one's choice: the parent's and two more digits.
///
/// # Errors
/// Refused as `account_level_fixed` (a first-level account is the standard's to name),
/// `account_unknown` (the parent), `account_has_postings` (the parent was posted to),
/// `account_code_taken`, `account_name_invalid`, `book_not_open`.
pub async fn add_in(
    tx: &mut WriteTx,
    clock: &Clock,
    book: BookCode,
    code: AccountCode,
    name: &str,
) -> Result<()> {
    let Some(parent) = code.parent() else {
        let sentence = "一级科目由会计核算办法规定，不能增设";
        return Err(Refusal::invalid("account_level_fixed", sentence).into());
    };
    book::lock_in(tx, book).await?;
    let parent = make_summary(tx, book, parent).await?;
    insert(tx, clock, book, code, name, parent.side).await
}

/// Adds a sub-account with the number after the highest one under `parent`, and says its code.
///
/// # Errors
/// As [`add_in`], and refused as `account_children_full` when 99 are taken or the parent lies on
/// the fourth level.
pub async fn add_next_in(
    tx: &mut WriteTx,
    clock: &Clock,
    book: BookCode,
    parent: AccountCode,
    name: &str,
) -> Result<AccountCode> {
    book::lock_in(tx, book).await?;
    let siblings = tx
        .all(&store::ACCOUNTS_WITHIN, (book, parent, parent.range_end()))
        .await?;
    let children = siblings
        .iter()
        .map(|(code,)| code)
        .filter(|c| c.parent() == Some(parent));
    let highest = children.map(AccountCode::number).max().unwrap_or(0);
    let code = parent.child(highest + 1).ok_or_else(|| {
        let sentence = format!("科目{parent}下不能再增设明细科目：最多四级，每级最多99个");
        Refusal::conflict("account_children_full", sentence)
    })?;
    let parent = make_summary(tx, book, parent).await?;
    insert(tx, clock, book, code, name, parent.side).await?;
    Ok(code)
}

/// Adds the accounts of a standard to a book that has none yet.
pub(crate) async fn seed_in(
    tx: &mut WriteTx,
    clock: &Clock,
    book: BookCode,
    accounts: &[StandardAccount],
) -> Result<()> {
    for standard in accounts {
        let code = AccountCode::new(standard.code).ok_or(ParseAccountCodeError)?;
        insert(tx, clock, book, code, standard.name, standard.side).await?;
        if let Some(parent) = code.parent() {
            tx.execute_one(&store::MARK_SUMMARY, (book, parent)).await?;
        }
    }
    Ok(())
}

/// Turns the parent into a summary account unless it is one; see the module header for the locks.
async fn make_summary(tx: &mut WriteTx, book: BookCode, code: AccountCode) -> Result<Account> {
    let account = get(tx, book, code).await?;
    if account.is_summary {
        return Ok(account);
    }
    period::lock_open_in(tx, book).await?;
    if tx
        .optional(&store::LINE_ON_ACCOUNT, (book, code))
        .await?
        .is_some()
    {
        let sentence = format!("科目{code}已有发生额，不能再增设明细科目");
        return Err(Refusal::conflict("account_has_postings", sentence).into());
    }
    tx.execute_one(&store::MARK_SUMMARY, (book, code)).await?;
    Ok(account)
}

async fn insert(
    tx: &mut WriteTx,
    clock: &Clock,
    book: BookCode,
    code: AccountCode,
    name: &str,
    side: Side,
) -> Result<()> {
    let name = proper_name(name)?;
    let (opened_at, is_summary) = (clock.now(), false);
    let mut row = Account {
        code,
        name,
        side,
        is_summary,
        opened_at,
        mac: Digest32::ZERO,
    };
    row.mac = row.proper_mac(tx.keys(), tx.centre(), book);
    let Account {
        code,
        name,
        side,
        is_summary,
        opened_at,
        mac,
    } = row;
    let values = (book, code, name, side, is_summary, opened_at, mac);
    if tx.execute(&store::INSERT_ACCOUNT, values).await? == 0 {
        let sentence = format!("科目编号{code}已被使用");
        return Err(Refusal::conflict("account_code_taken", sentence).into());
    }
    Ok(())
}

/// A name of one line that isn't empty and not longer than the national table takes.
fn proper_name(name: &str) -> std::result::Result<String, Refusal> {
    let name = name.trim();
    let fits = (1..=MAX_NAME_CHARS).contains(&name.chars().count());
    if !fits || name.chars().any(char::is_control) {
        let sentence = format!("科目名称应为1至{MAX_NAME_CHARS}个字");
        return Err(Refusal::invalid("account_name_invalid", sentence).at("name"));
    }
    Ok(name.to_owned())
}

pub(crate) fn unknown(code: AccountCode) -> Refusal {
    Refusal::invalid("account_unknown", format!("没有编号为{code}的科目"))
}
