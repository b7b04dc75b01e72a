//! Statements of the export. For CROSS JOIN see [`seal`](crate::seal).

use kernel::{Date, Fen, Month, VoucherId};

use crate::book::BookCode;
use crate::chart::AccountCode;

db::row! {
    /// A line with what its voucher's head needs.
    pub(crate) struct ExportRow {
        pub(crate) voucher_id: VoucherId,
        pub(crate) month: Option<Month>,
        pub(crate) number: Option<i64>,
        pub(crate) business_date: Date,
        pub(crate) summary: String,
        pub(crate) account: AccountCode,
        pub(crate) debit: Fen,
        pub(crate) credit: Fen,
        pub(crate) memo: String,
    }
}

db::statements! {
    /// How far the chain goes.
    CHAIN_LENGTH: (BookCode,) => (i64,) =
        "SELECT CAST(COALESCE(MAX(sequence), 0) AS BIGINT) FROM voucher_seal
         WHERE centre_id = $1 AND book = $2";
    /// The vouchers at the places after the first and up to the second.
    SEALED: (BookCode, i64, i64) => ExportRow =
        "SELECT v.voucher_id, s.month, s.number, v.business_date, v.summary, l.account,
             l.debit_fen, l.credit_fen, l.memo
         FROM voucher_seal s
         CROSS JOIN voucher v
         CROSS JOIN voucher_line l
         WHERE s.centre_id = $1 AND s.book = $2 AND s.sequence > $3 AND s.sequence <= $4
             AND v.centre_id = s.centre_id AND v.voucher_id = s.voucher_id
             AND l.centre_id = s.centre_id AND l.voucher_id = s.voucher_id
         ORDER BY s.sequence, l.line_no";
    /// The vouchers without a number.
    WAITING: (BookCode,) => ExportRow =
        "SELECT v.voucher_id, s.month, s.number, v.business_date, v.summary, l.account,
             l.debit_fen, l.credit_fen, l.memo
         FROM voucher_tail t
         CROSS JOIN voucher v
         CROSS JOIN voucher_line l
         LEFT JOIN voucher_seal s ON s.centre_id = t.centre_id AND s.voucher_id = t.voucher_id
         WHERE t.centre_id = $1 AND t.book = $2
             AND v.centre_id = t.centre_id AND v.voucher_id = t.voucher_id
             AND l.centre_id = t.centre_id AND l.voucher_id = t.voucher_id
         ORDER BY t.voucher_id, l.line_no";
    /// The latest business date of the book.
    LAST_DATE: (BookCode,) => (Date,) =
        "SELECT business_date FROM voucher WHERE centre_id = $1 AND book = $2
         ORDER BY business_date DESC LIMIT 1";
}
