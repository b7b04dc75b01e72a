//! An account's detail (明细账): its lines with the running balance.

use std::fmt;
use std::str::FromStr;

use db::ReadTx;
use kernel::{Date, Fen, Month, PageRequest, Refusal, Result, VoucherId};

use super::{add, on_side, store, sub};
use crate::book::BookCode;
use crate::chart::{self, Account, AccountCode, Side};

/// The most lines of one page.
pub const MAX_DETAIL_LINES: u32 = 1_000;

/// A line of an account's detail.
#[derive(Clone, Debug)]
pub struct DetailLine {
    /// 会计日期.
    pub business_date: Date,
    /// The voucher.
    pub voucher_id: VoucherId,
    /// The line in the voucher.
    pub line_no: i64,
    /// 凭证号; none while the voucher waits for the bookkeeper.
    pub number: Option<i64>,
    /// The leaf, when the detail is of a summary account.
    pub account: AccountCode,
    /// 摘要 of the voucher.
    pub summary: String,
    /// The line's memo.
    pub memo: String,
    /// 借方金额.
    pub debit: Fen,
    /// 贷方金额.
    pub credit: Fen,
    /// 余额 after the line, signed on the account's side.
    pub balance: Fen,
}

/// A page of an account's detail over a span of months.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The account.
    pub account: Account,
    /// 期初余额 of the span, signed on the account's side.
    pub opening: Fen,
    /// 借方发生额 of the whole span.
    pub debit: Fen,
    /// 贷方发生额 of the whole span.
    pub credit: Fen,
    /// 期末余额 of the span.
    pub closing: Fen,
    /// The page, by date and then in the order of posting.
    pub lines: Vec<DetailLine>,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// The place of a line within an account, as the page's cursor tells it.
#[derive(Clone, Copy)]
struct Position {
    business_date: Date,
    voucher_id: VoucherId,
    line_no: i64,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}~{}~{}",
            self.business_date, self.voucher_id, self.line_no
        )
    }
}

impl FromStr for Position {
    type Err = Refusal;

    fn from_str(text: &str) -> std::result::Result<Position, Refusal> {
        let mut parts = text.split('~');
        let mut next = || parts.next().ok_or_else(PageRequest::bad_cursor);
        let (date, id, line) = (next()?, next()?, next()?);
        Ok(Position {
            business_date: date.parse().map_err(|_| PageRequest::bad_cursor())?,
            voucher_id: id.parse().map_err(|_| PageRequest::bad_cursor())?,
            line_no: line.parse().map_err(|_| PageRequest::bad_cursor())?,
        })
    }
}

/// The lines of an account, and of all accounts under it, from `first` to `last`; at most `limit`
/// (up to [`MAX_DETAIL_LINES`]) after the place where the page before ended.
///
/// # Errors
/// Refused as `account_unknown`, or when `after` is no cursor of this list.
pub async fn detail(
    tx: &mut ReadTx,
    book: BookCode,
    code: AccountCode,
    (first, last): (Month, Month),
    after: Option<&str>,
    limit: u32,
) -> Result<Detail> {
    let account = chart::get(tx, book, code).await?;
    let (from, to) = (first.first_day(), last.last_day());
    let range = (code.to_string(), code.range_end());
    let values = (book, first, last, from, to, range.0, range.1);
    let turnover = tx.all(&store::TURNOVER, values).await?;
    let [debit_before, credit_before, debit, credit] = sum(turnover)?;
    let opening = sub(debit_before, credit_before)?;
    let closing = add(opening, sub(debit, credit)?)?;
    let (start, running) = match after {
        None => (before(from), opening),
        Some(after) => {
            let start: Position = after.parse()?;
            let gone = net_up_to(tx, book, code, from, start).await?;
            (start, add(opening, gone)?)
        }
    };
    let limit = limit.clamp(1, MAX_DETAIL_LINES);
    let mut rows = page(tx, book, &account, start, to, i64::from(limit) + 1).await?;
    let limit = usize::try_from(limit).expect("a page is small");
    let more = rows.len() > limit;
    rows.truncate(limit);
    let lines = with_balances(rows, running, account.side)?;
    let next = lines.last().filter(|_| more).map(place_of);
    Ok(Detail {
        opening: on_side(opening, account.side)?,
        debit,
        credit,
        closing: on_side(closing, account.side)?,
        account,
        lines,
        next: next.map(|place| place.to_string()),
    })
}

/// Debits less credits from a date up to a line, that line included.
async fn net_up_to(
    tx: &mut ReadTx,
    book: BookCode,
    code: AccountCode,
    from: Date,
    to: Position,
) -> Result<Fen> {
    let (low, high) = (code.to_string(), code.range_end());
    let to = (to.business_date, to.voucher_id, to.line_no);
    let values = (book, low, high, from, to.0, to.1, to.2);
    let (net,) = tx.one(&store::NET_UP_TO, values).await?;
    Ok(net)
}

fn sum(turnover: Vec<store::Turnover>) -> Result<[Fen; 4]> {
    let mut sums = [Fen::ZERO; 4];
    for leaf in turnover {
        let amounts = [
            leaf.debit_before,
            leaf.credit_before,
            leaf.debit,
            leaf.credit,
        ];
        for (sum, amount) in sums.iter_mut().zip(amounts) {
            *sum = add(*sum, amount)?;
        }
    }
    Ok(sums)
}

/// The lines after a place. A leaf's are one range of the index in order; those under a summary
/// account come from several and are sorted.
async fn page(
    tx: &mut ReadTx,
    book: BookCode,
    account: &Account,
    start: Position,
    to: Date,
    limit: i64,
) -> Result<Vec<store::DetailRow>> {
    let Position {
        business_date,
        voucher_id,
        line_no,
    } = start;
    let code = account.code;
    if account.is_summary {
        let (low, high) = (code.to_string(), code.range_end());
        let values = (
            book,
            low,
            high,
            business_date,
            voucher_id,
            line_no,
            to,
            limit,
        );
        tx.all(&store::DETAIL_WITHIN, values).await
    } else {
        let values = (book, code, business_date, voucher_id, line_no, to, limit);
        tx.all(&store::DETAIL_OF_LEAF, values).await
    }
}

/// The rows with the running balance after each.
fn with_balances(
    rows: Vec<store::DetailRow>,
    mut running: Fen,
    side: Side,
) -> Result<Vec<DetailLine>> {
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        running = add(running, sub(row.debit, row.credit)?)?;
        lines.push(DetailLine {
            business_date: row.business_date,
            voucher_id: row.voucher_id,
            line_no: row.line_no,
            number: row.number,
            account: row.account,
            summary: row.summary,
            memo: row.memo,
            debit: row.debit,
            credit: row.credit,
            balance: on_side(running, side)?,
        });
    }
    Ok(lines)
}

fn place_of(line: &DetailLine) -> Position {
    Position {
        business_date: line.business_date,
        voucher_id: line.voucher_id,
        line_no: line.line_no,
    }
}

/// The place before every line of a date: no voucher has this id.
fn before(date: Date) -> Position {
    let nil = "00000000-0000-0000-0000-000000000000";
    Position {
        business_date: date,
        voucher_id: nil.parse().expect("a well-formed id"),
        line_no: 0,
    }
}
