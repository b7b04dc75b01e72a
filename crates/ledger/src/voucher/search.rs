//! Voucher search.

use db::{Kind, List, ListColumn, ListInfo, ListQuery, Listing, Op, ReadTx};
use kernel::{Month, Refusal, Result};

use super::model::VoucherSummary;

const SELECT: &str = "v.voucher_id, v.book, s.month, s.number, v.business_date, v.kind, v.summary, \
     v.total_fen, v.source_kind, v.source_id, v.preparer, v.reverses, r.voucher_id";

const KEY: ListColumn = column("voucher_id", "v.voucher_id", Kind::Id, &[Op::Equal], true);

const COLUMNS: &[ListColumn] = &[
    column("book", "v.book", Kind::Text, &[Op::Equal], false),
    column(
        "business_date",
        "v.business_date",
        Kind::Date,
        &[Op::Equal, Op::AtLeast, Op::AtMost],
        true,
    ),
    column(
        "number",
        "s.number",
        Kind::Int,
        &[Op::Equal, Op::AtLeast, Op::AtMost],
        false,
    ),
    column(
        "amount_fen",
        "v.total_fen",
        Kind::Int,
        &[Op::Equal, Op::AtLeast, Op::AtMost],
        true,
    ),
    column("kind", "v.kind", Kind::Text, &[Op::Equal], false),
    column(
        "source_kind",
        "v.source_kind",
        Kind::Text,
        &[Op::Equal],
        false,
    ),
    column("source_id", "v.source_id", Kind::Text, &[Op::Equal], false),
    column("run_id", "v.run_id", Kind::Id, &[Op::Equal], false),
];

/// The same from the side of the lines: their book and date are the voucher's, and lie in the index
/// with the account.
const COLUMNS_OF_ACCOUNT: &[ListColumn] = &[
    column("account", "l.account", Kind::Text, &[Op::Equal], false),
    column("book", "l.book", Kind::Text, &[Op::Equal], false),
    column(
        "business_date",
        "l.business_date",
        Kind::Date,
        &[Op::Equal, Op::AtLeast, Op::AtMost],
        true,
    ),
    COLUMNS[2],
    COLUMNS[3],
    COLUMNS[4],
    COLUMNS[5],
    COLUMNS[6],
    COLUMNS[7],
];

const TOTALS: &[(&str, &str)] = &[("amount_fen", "CAST(SUM(v.total_fen) AS BIGINT)")];

const fn column(
    name: &'static str,
    sql: &'static str,
    kind: Kind,
    ops: &'static [Op],
    sort: bool,
) -> ListColumn {
    ListColumn {
        name,
        sql,
        kind,
        ops,
        sort,
    }
}

/// Vouchers, the latest date first.
pub static VOUCHERS: List<VoucherSummary> = List::new(ListInfo {
    name: "vouchers",
    select: SELECT,
    from: "voucher v \
        LEFT JOIN voucher_seal s ON s.centre_id = v.centre_id AND s.voucher_id = v.voucher_id \
        LEFT JOIN voucher r ON r.centre_id = v.centre_id AND r.reverses = v.voucher_id",
    filter: "v.centre_id = $1",
    key: KEY,
    columns: COLUMNS,
    default_sort: "-business_date",
    totals: TOTALS,
});

/// Vouchers with a line on an account: the same list, reached through the lines. A voucher with
/// several lines on the account shows once.
pub static VOUCHERS_OF_ACCOUNT: List<VoucherSummary> = List::new(ListInfo {
    name: "vouchers_of_account",
    select: SELECT,
    from: "voucher_line l \
        JOIN voucher v ON v.centre_id = l.centre_id AND v.voucher_id = l.voucher_id \
        LEFT JOIN voucher_seal s ON s.centre_id = v.centre_id AND s.voucher_id = v.voucher_id \
        LEFT JOIN voucher r ON r.centre_id = v.centre_id AND r.reverses = v.voucher_id",
    filter: "l.centre_id = $1 AND NOT EXISTS (SELECT 1 FROM voucher_line e \
        WHERE e.centre_id = l.centre_id AND e.voucher_id = l.voucher_id \
        AND e.account = l.account AND e.line_no < l.line_no)",
    key: KEY,
    columns: COLUMNS_OF_ACCOUNT,
    default_sort: "-business_date",
    totals: TOTALS,
});

/// Searches vouchers. Filters: `account` (a leaf), `book`, `business_date` (`.from`, `.to`),
/// `month`, `number` (`.from`, `.to`), `amount_fen` (`.from`, `.to`), `kind`, `source_kind`,
/// `source_id`, `run_id`; orders: `business_date`, `amount_fen`, `voucher_id`.
///
/// # Errors
/// Refused when a filter or an order is unknown or its value can't be read.
pub async fn search(tx: &mut ReadTx, query: &ListQuery) -> Result<Listing<VoucherSummary>> {
    let query = with_dates(query)?;
    tx.list(list(&query), &query).await
}

/// The totals over all vouchers that a search finds: `amount_fen`.
///
/// # Errors
/// As [`search`].
pub async fn search_totals(tx: &mut ReadTx, query: &ListQuery) -> Result<Vec<(&'static str, i64)>> {
    let query = with_dates(query)?;
    tx.list_totals(list(&query), &query).await
}

fn list(query: &ListQuery) -> &'static List<VoucherSummary> {
    let of_account = query.filters.iter().any(|(name, _)| name == "account");
    if of_account {
        &VOUCHERS_OF_ACCOUNT
    } else {
        &VOUCHERS
    }
}

/// A month is a range of dates, which the index knows.
fn with_dates(query: &ListQuery) -> std::result::Result<ListQuery, Refusal> {
    let mut query = query.clone();
    let mut filters = Vec::with_capacity(query.filters.len() + 1);
    for (name, value) in query.filters {
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
    query.filters = filters;
    Ok(query)
}
