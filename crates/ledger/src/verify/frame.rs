//! The frame of a book: its row, its chart, its months, its days. These rows carry an HMAC each.

use std::collections::BTreeMap;

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
    let row = book::all(tx)
        .await?
        .into_iter()
        .find(|row| row.book == book);
    let accounts = chart::all(tx, book).await?;
    let periods = period::all(tx, book).await?;
    let days = tx.all(&store::DAY_HEADS, (book,)).await?;
    let head = tx.optional(&store::CHAIN_HEAD, (book,)).await?;
    let (keys, centre) = (tx.keys().clone(), tx.centre());

    let altered = "内容与校验码不符，曾被改动";
    if let Some(row) = row
        .as_ref()
        .filter(|row| row.mac != row.proper_mac(&keys, centre))
    {
        report.add(
            "book_altered",
            "book",
            &row.book,
            format!("账套{}{altered}", book.label()),
        );
    }
    for account in accounts
        .iter()
        .filter(|a| a.mac != a.proper_mac(&keys, centre, book))
    {
        let (key, sentence) = (
            key(book, account.code),
            format!("科目{}{altered}", account.code),
        );
        report.add("account_altered", "ledger_account", &key, sentence);
    }
    for period in periods
        .iter()
        .filter(|p| p.mac != p.proper_mac(&keys, centre, book))
    {
        let sentence = format!("会计期间{}{altered}", period.month);
        report.add(
            "period_altered",
            "period",
            &key(book, period.month),
            sentence,
        );
    }
    for day in days
        .iter()
        .filter(|day| day.mac != day.proper_mac(&keys, centre))
    {
        let sentence = format!("{}的封账记录{altered}", day.business_date);
        report.add(
            "day_head_altered",
            "day_head",
            &key(book, day.business_date),
            sentence,
        );
    }
    for (number, day) in (1..).zip(&days) {
        if day.day_number != number {
            let sentence = format!("{}之前缺少封账记录", day.business_date);
            report.add(
                "day_head_gap",
                "day_head",
                &key(book, day.business_date),
                sentence,
            );
            break;
        }
    }
    let frame = Frame {
        book,
        row,
        accounts: accounts
            .into_iter()
            .map(|account| (account.code, account))
            .collect(),
        periods: periods
            .into_iter()
            .map(|period| (period.month, period))
            .collect(),
        days,
        head,
    };
    check_tree(&frame, report);
    if frame.row.is_some() != frame.head.is_some() {
        let (code, table) = ("book_incomplete", "chain_head");
        report.add(
            code,
            table,
            &book,
            format!("{}缺少账套或凭证链头", book.label()),
        );
    }
    Ok(frame)
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
pub(super) fn key(book: BookCode, of: impl std::fmt::Display) -> String {
    format!("{book}/{of}")
}
