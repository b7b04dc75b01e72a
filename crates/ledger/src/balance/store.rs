//! Statements on balances. For CROSS JOIN see [`seal`](crate::seal).

use kernel::{Date, Fen, Month, VoucherId};

use crate::book::BookCode;
use crate::chart::AccountCode;

db::row! {
    /// An account's turnover before a span of months and within it.
    pub(crate) struct Turnover {
        pub(crate) account: AccountCode,
        pub(crate) debit_before: Fen,
        pub(crate) credit_before: Fen,
        pub(crate) debit: Fen,
        pub(crate) credit: Fen,
    }
}

db::row! {
    /// A line of an account.
    pub(crate) struct DetailRow {
        pub(crate) business_date: Date,
        pub(crate) voucher_id: VoucherId,
        pub(crate) line_no: i64,
        pub(crate) number: Option<i64>,
        pub(crate) account: AccountCode,
        pub(crate) summary: String,
        pub(crate) memo: String,
        pub(crate) debit: Fen,
        pub(crate) credit: Fen,
    }
}

macro_rules! detail {
    ($accounts:literal, $date:literal, $id:literal, $line:literal, $to:literal, $limit:literal) => {
        concat!(
            "SELECT l.business_date, l.voucher_id, l.line_no, s.number, l.account, v.summary,
                 l.memo, l.debit_fen, l.credit_fen
             FROM voucher_line l
             CROSS JOIN voucher v
             LEFT JOIN voucher_seal s
                 ON s.centre_id = v.centre_id AND s.voucher_id = v.voucher_id
             WHERE v.centre_id = l.centre_id AND v.voucher_id = l.voucher_id
                 AND l.centre_id = $1 AND l.book = $2 AND ",
            $accounts,
            " AND (l.business_date, l.voucher_id, l.line_no) > (",
            $date,
            ", ",
            $id,
            ", ",
            $line,
            ") AND l.business_date <= ",
            $to,
            " ORDER BY l.business_date, l.voucher_id, l.line_no LIMIT ",
            $limit
        )
    };
}

db::statements! {
    /// Turnover of the accounts in a range of codes, from sealed balances and the tail at once:
    /// book, first and last month, first and last day, range of codes.
    TURNOVER: (BookCode, Month, Month, Date, Date, String, String) => Turnover =
        "SELECT account,
             CAST(SUM(CASE WHEN earlier THEN debit_fen ELSE 0 END) AS BIGINT),
             CAST(SUM(CASE WHEN earlier THEN credit_fen ELSE 0 END) AS BIGINT),
             CAST(SUM(CASE WHEN earlier THEN 0 ELSE debit_fen END) AS BIGINT),
             CAST(SUM(CASE WHEN earlier THEN 0 ELSE credit_fen END) AS BIGINT)
         FROM (
             SELECT account, month < $3 AS earlier, debit_fen, credit_fen FROM period_balance
             WHERE centre_id = $1 AND book = $2 AND month <= $4
                 AND account >= $7 AND account < $8
             UNION ALL
             SELECT l.account, l.business_date < $5, l.debit_fen, l.credit_fen
             FROM voucher_tail t
             CROSS JOIN voucher_line l
             WHERE t.centre_id = $1 AND t.book = $2
                 AND l.centre_id = t.centre_id AND l.voucher_id = t.voucher_id
                 AND l.business_date <= $6
                 AND l.account >= $7 AND l.account < $8
         ) AS turnover
         GROUP BY account ORDER BY account";
    /// Debits less credits over a range of codes, sealed and tail.
    NET_WITHIN: (BookCode, String, String) => (Fen,) =
        "SELECT CAST(COALESCE(SUM(debit_fen - credit_fen), 0) AS BIGINT)
         FROM (
             SELECT debit_fen, credit_fen FROM period_balance
             WHERE centre_id = $1 AND book = $2 AND account >= $3 AND account < $4
             UNION ALL
             SELECT l.debit_fen, l.credit_fen
             FROM voucher_tail t
             CROSS JOIN voucher_line l
             WHERE t.centre_id = $1 AND t.book = $2
                 AND l.centre_id = t.centre_id AND l.voucher_id = t.voucher_id
                 AND l.account >= $3 AND l.account < $4
         ) AS turnover";
    /// Debits less credits of a range of codes from a date up to a line, that line included.
    NET_UP_TO: (BookCode, String, String, Date, Date, VoucherId, i64) => (Fen,) =
        "SELECT CAST(COALESCE(SUM(debit_fen - credit_fen), 0) AS BIGINT) FROM voucher_line
         WHERE centre_id = $1 AND book = $2 AND account >= $3 AND account < $4
             AND business_date >= $5
             AND (business_date, voucher_id, line_no) <= ($6, $7, $8)";
    /// Lines of a leaf after a place, up to a date.
    DETAIL_OF_LEAF: (BookCode, AccountCode, Date, VoucherId, i64, Date, i64) => DetailRow =
        detail!("l.account = $3", "$4", "$5", "$6", "$7", "$8");
    /// Lines of a range of codes after a place, up to a date.
    DETAIL_WITHIN: (BookCode, String, String, Date, VoucherId, i64, Date, i64) => DetailRow =
        detail!("l.account >= $3 AND l.account < $4", "$5", "$6", "$7", "$8", "$9");
}
