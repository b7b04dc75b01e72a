//! Statements on ledger accounts.

use db::Digest32;
use kernel::Instant;

use super::{Account, AccountCode, Side};
use crate::book::BookCode;

db::statements! {
    /// The whole chart, parents first.
    ACCOUNTS: (BookCode,) => Account =
        "SELECT code, name, side, is_summary, opened_at, mac FROM ledger_account
         WHERE centre_id = $1 AND book = $2 ORDER BY code";
    /// One account.
    ACCOUNT: (BookCode, AccountCode) => Account =
        "SELECT code, name, side, is_summary, opened_at, mac FROM ledger_account
         WHERE centre_id = $1 AND book = $2 AND code = $3";
    /// An account and all under it.
    ACCOUNTS_WITHIN: (BookCode, AccountCode, String) => (AccountCode,) =
        "SELECT code FROM ledger_account
         WHERE centre_id = $1 AND book = $2 AND code >= $3 AND code < $4 ORDER BY code";
    /// Which of four accounts exist and which are summaries: what a posting asks, four at a time.
    FOUR_ACCOUNTS: (BookCode, AccountCode, AccountCode, AccountCode, AccountCode)
        => (AccountCode, bool) =
        "SELECT code, is_summary FROM ledger_account
         WHERE centre_id = $1 AND book = $2 AND code IN ($3, $4, $5, $6)";
    /// Whether an account was ever posted to.
    LINE_ON_ACCOUNT: (BookCode, AccountCode) => (i64,) =
        "SELECT line_no FROM voucher_line
         WHERE centre_id = $1 AND book = $2 AND account = $3 LIMIT 1";
    /// A code that is taken stays as it is.
    INSERT_ACCOUNT: (BookCode, AccountCode, String, Side, bool, Instant, Digest32) => () =
        "INSERT INTO ledger_account (centre_id, book, code, name, side, is_summary, opened_at, mac)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (centre_id, book, code) DO NOTHING";
    /// The account has children from now on.
    MARK_SUMMARY: (BookCode, AccountCode) => () =
        "UPDATE ledger_account SET is_summary = TRUE
         WHERE centre_id = $1 AND book = $2 AND code = $3";
}
