//! The frame of a book: its row, its chart, its months, its days. These rows carry an HMAC each.

use std::collections::BTreeMap;
use std::fmt::Display;

use db::{Digest32, ReadTx};
use kernel::{Month, Result};

use super::{Report, store};
use crate::book::{self, Book, BookCode};
use crate::bookkeeper::DayHead;
use crate::chart::{self, Account, AccountCode};
use crate::period::{self, Period, PeriodStatus};

/// What the other checks of a book need of its frame.
pub(super) struct Frame {
    pub(super) book: BookCode,
    pub(super) row: Option<Book>,
    pub(super) accounts: BTreeMap<AccountCode, Account>,
    pub(super) periods: BTreeMap<Month, Period>,
    pub(super) days: Vec<DayHead>,
    pub(super) head: Option<(i64, Digest32)>,
}

/// Reads the frame and checks each row of it in itself.
pub(super) async fn read(tx: &mut ReadTx, book: BookCode, report: &mut Report) -> Result<Frame> {
    let books = book::all(tx).await?;
    let accounts = chart::all(tx, book).await?;
    let periods = period::all(tx, book).await?;
    let frame = Frame {
        book,
        row: books.into_iter().find(|row| row.book == book),
        accounts: accounts.into_iter().map(|row| (row.code, row)).collect(),
        periods: periods.into_iter().map(|row| (row.month, row)).collect(),
        days: tx.all(&store::DAY_HEADS, (book,)).await?,
        head: tx.optional(&store::CHAIN_HEAD, (book,)).await?,
    };
    check_macs(tx, &frame, report);
    check_tree(&frame, report);
    if frame.row.is_some() != frame.head.is_some() {
        let sentence = format!("{}缺少账套或凭证链末端", book.label());
        report.add("book_incomplete", "chain_head", &book, sentence);
    }
    for (number, day) in (1..).zip(&frame.days) {
        if day.day_number != number {
            let date = day.business_date;
            let sentence = format!("{date}之前缺少日终记录");
            report.add("day_head_gap", "day_head", &key(book, date), sentence);
            break;
        }
    }
    Ok(frame)
}

/// Every row that has an HMAC has the right one.
fn check_macs(tx: &ReadTx, frame: &Frame, report: &mut Report) {
    let (book, keys, centre) = (frame.book, tx.keys(), tx.centre());
    let mut altered = |code, table, of: &dyn Display, what: String| {
        let sentence = format!("{what}内容与校验码不符，曾被改动");
        report.add(code, table, &key(book, of), sentence);
    };
    if let Some(row) = &frame.row
        && row.mac != row.proper_mac(keys, centre)
    {
        let what = format!("账套{}", book.label());
        altered("book_altered", "book", &row.first_month, what);
    }
    for row in frame.accounts.values() {
        if row.mac != row.proper_mac(keys, centre, book) {
            let what = format!("科目{}", row.code);
            altered("account_altered", "ledger_account", &row.code, what);
        }
    }
    for row in frame.periods.values() {
        if row.mac != row.proper_mac(keys, centre, book) {
            let what = format!("会计期间{}", row.month);
            altered("period_altered", "period", &row.month, what);
        }
    }
    for row in &frame.days {
        if row.mac != row.proper_mac(keys, centre) {
            let what = format!("{}的日终记录", row.business_date);
            altered("day_head_altered", "day_head", &row.business_date, what);
        }
    }
}

/// Every parent exists and is a summary account, every summary account has children.
fn check_tree(frame: &Frame, report: &mut Report) {
    for account in frame.accounts.values() {
        let code = account.code;
        if let Some(parent) = code
            .parent()
            .filter(|parent| !frame.accounts.contains_key(parent))
        {
            let sentence = format!("科目{code}的上级科目{parent}不存在");
            report.add(
                "account_orphaned",
                "ledger_account",
                &key(frame.book, code),
                sentence,
            );
        }
        let has_children = frame
            .accounts
            .keys()
            .any(|other| other.parent() == Some(code));
        if has_children != account.is_summary {
            let sentence = format!("科目{code}是否汇总科目的标记与明细科目不符");
            report.add(
                "account_summary_wrong",
                "ledger_account",
                &key(frame.book, code),
                sentence,
            );
        }
    }
}

/// Every month with numbers was opened, and a closed one has as many as when it was closed.
pub(super) fn check_months(frame: &Frame, numbers: &BTreeMap<Month, i64>, report: &mut Report) {
    let before_first = frame.row.as_ref().map(|row| row.first_month.prev());
    for month in numbers.keys().filter(|month| Some(**month) != before_first) {
        if !frame.periods.contains_key(month) {
            let sentence = format!("{month}有凭证，但没有该会计期间");
            report.add(
                "period_missing",
                "period",
                &key(frame.book, *month),
                sentence,
            );
        }
    }
    for period in frame
        .periods
        .values()
        .filter(|p| p.status == PeriodStatus::Closed)
    {
        let has = numbers.get(&period.month).copied().unwrap_or(0);
        if has != period.vouchers {
            let (month, had) = (period.month, period.vouchers);
            let sentence = format!("{month}结账时有{had}张凭证，现有{has}张");
            report.add(
                "period_vouchers_differ",
                "period",
                &key(frame.book, month),
                sentence,
            );
        }
    }
}

/// The key of a row of a book, as findings show it.
pub(super) fn key(book: BookCode, of: impl Display) -> String {
    format!("{book}/{of}")
}
