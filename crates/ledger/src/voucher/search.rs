//! Voucher search, within a book.
//!
//! The same rows are reached three ways, by what is asked: through the vouchers, through the lines
//! on an account, through the numbers. So each search begins at the few rows that an index knows.

use db::{Joined, Kind, List, ListColumn, ListInfo, ListQuery, Listing, Op, ReadTx};
use kernel::{Month, Refusal, Result};

use super::model::VoucherSummary;
use crate::book::BookCode;

const SELECT: &str = "v.voucher_id, v.book, s.month, s.number, v.business_date, v.kind, v.summary, \
     v.total_fen, v.source_kind, v.source_id, v.preparer, v.reverses, r.voucher_id";

const JOINED: Option<Joined> = Some(Joined {
    row: "v",
    tables: "LEFT JOIN voucher_seal s \
                    ON s.centre_id = v.centre_id AND s.voucher_id = v.voucher_id \
             LEFT JOIN voucher r ON r.centre_id = v.centre_id AND r.reverses = v.voucher_id",
});

const TOTALS: &[(&str, &str)] = &[("amount_fen", "CAST(SUM(v.total_fen) AS BIGINT)")];

const LATEST_FIRST: &str = "-business_date";

const EQUAL: &[Op] = &[Op::Equal];
const RANGE: &[Op] = &[Op::Equal, Op::AtLeast, Op::AtMost];

const KEY: ListColumn = ListColumn::new("voucher_id", "v.voucher_id", Kind::Id, EQUAL).sorted();
const DATE: ListColumn =
    ListColumn::new("business_date", "v.business_date", Kind::Date, RANGE).sorted();
const BOOK: ListColumn = ListColumn::new("book", "v.book", Kind::Text, EQUAL);
const AMOUNT: ListColumn = ListColumn::new("amount_fen", "v.total_fen", Kind::Int, RANGE);
const KIND: ListColumn = ListColumn::new("kind", "v.kind", Kind::Text, EQUAL);
const SOURCE_KIND: ListColumn = ListColumn::new("source_kind", "v.source_kind", Kind::Text, EQUAL);
const SOURCE_ID: ListColumn = ListColumn::new("source_id", "v.source_id", Kind::Text, EQUAL);
const RUN: ListColumn = ListColumn::new("run_id", "v.run_id", Kind::Id, EQUAL);
const NUMBER: ListColumn = ListColumn::new("number", "s.number", Kind::Int, RANGE);
const ACCOUNT: ListColumn = ListColumn::new("account", "l.account", Kind::Text, EQUAL);

// A line's key, date and book are its voucher's and lie in the index with the account.
const KEY_OF_LINE: ListColumn = ListColumn {
    sql: "l.voucher_id",
    ..KEY
};
const DATE_OF_LINE: ListColumn = ListColumn {
    sql: "l.business_date",
    ..DATE
};
const BOOK_OF_LINE: ListColumn = ListColumn {
    sql: "l.book",
    ..BOOK
};
const BOOK_OF_NUMBER: ListColumn = ListColumn {
    sql: "s.book",
    ..BOOK
};

/// Vouchers, the latest date first.
pub static VOUCHERS: List<VoucherSummary> = List::new(ListInfo {
    name: "vouchers",
    given: &[],
    select: SELECT,
    from: "voucher v",
    joined: JOINED,
    filter: "v.centre_id = $1",
    key: KEY,
    columns: &[BOOK, DATE, AMOUNT, KIND, SOURCE_KIND, SOURCE_ID, RUN],
    default_sort: LATEST_FIRST,
    totals: TOTALS,
});

/// Vouchers with a line on an account. One with several lines on it shows once.
pub static VOUCHERS_OF_ACCOUNT: List<VoucherSummary> = List::new(ListInfo {
    name: "vouchers_of_account",
    given: &[],
    select: SELECT,
    from: "voucher_line l CROSS JOIN voucher v \
        LEFT JOIN voucher_seal s ON s.centre_id = v.centre_id AND s.voucher_id = v.voucher_id",
    joined: JOINED,
    filter: "l.centre_id = $1 AND v.centre_id = l.centre_id AND v.voucher_id = l.voucher_id \
        AND NOT EXISTS (SELECT 1 FROM voucher_line e \
            WHERE e.centre_id = l.centre_id AND e.voucher_id = l.voucher_id \
            AND e.account = l.account AND e.line_no < l.line_no)",
    key: KEY_OF_LINE,
    columns: &[
        ACCOUNT,
        BOOK_OF_LINE,
        DATE_OF_LINE,
        NUMBER,
        AMOUNT,
        KIND,
        SOURCE_KIND,
        SOURCE_ID,
        RUN,
    ],
    default_sort: LATEST_FIRST,
    totals: TOTALS,
});

/// Vouchers that have a number.
pub static VOUCHERS_OF_NUMBER: List<VoucherSummary> = List::new(ListInfo {
    name: "vouchers_of_number",
    given: &[],
    select: SELECT,
    from: "voucher_seal s CROSS JOIN voucher v",
    joined: JOINED,
    filter: "s.centre_id = $1 AND v.centre_id = s.centre_id AND v.voucher_id = s.voucher_id",
    key: KEY,
    columns: &[
        NUMBER,
        BOOK_OF_NUMBER,
        DATE,
        AMOUNT,
        KIND,
        SOURCE_KIND,
        SOURCE_ID,
        RUN,
    ],
    default_sort: LATEST_FIRST,
    totals: TOTALS,
});

/// Searches the vouchers of a book. Filters: `account` (a leaf), `business_date` (`.from`, `.to`),
/// `month`, `number` (`.from`, `.to`), `amount_fen` (`.from`, `.to`), `kind`, `source_kind`,
/// `source_id`, `run_id`; orders: `business_date`, `voucher_id`.
///
/// # Errors
/// Refused when a filter or an order is unknown or its value can't be read.
pub async fn search(
    tx: &mut ReadTx,
    book: BookCode,
    query: &ListQuery,
) -> Result<Listing<VoucherSummary>> {
    let query = within(book, query)?;
    tx.list(list(&query), &query).await
}

/// The totals over all vouchers that a search finds: `amount_fen`.
///
/// # Errors
/// As [`search`].
pub async fn search_totals(
    tx: &mut ReadTx,
    book: BookCode,
    query: &ListQuery,
) -> Result<Vec<(&'static str, i64)>> {
    let query = within(book, query)?;
    tx.list_totals(list(&query), &query).await
}

fn list(query: &ListQuery) -> &'static List<VoucherSummary> {
    let asks = |column: &str| {
        let named = |name: &String| name.split('.').next() == Some(column);
        query.filters.iter().any(|(name, _)| named(name))
    };
    if asks("account") {
        &VOUCHERS_OF_ACCOUNT
    } else if asks("number") {
        &VOUCHERS_OF_NUMBER
    } else {
        &VOUCHERS
    }
}

/// The query within a book; a month becomes a range of dates, which the indexes know.
fn within(book: BookCode, query: &ListQuery) -> std::result::Result<ListQuery, Refusal> {
    let mut filters = vec![("book".to_owned(), book.code().to_owned())];
    for (name, value) in query.filters.iter().cloned() {
        if name == "month" {
            let month: Month = value.parse()?;
            filters.push((
                "business_date.from".to_owned(),
                month.first_day().to_string(),
            ));
            filters.push(("business_date.to".to_owned(), month.last_day().to_string()));
        } else {
            filters.push((name, value));
        }
    }
    Ok(ListQuery {
        filters,
        ..query.clone()
    })
}
