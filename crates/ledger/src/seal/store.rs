//! Statements that read what the chain covers.

use super::ContentRow;
use crate::book::BookCode;

macro_rules! contents_from {
    ($from:literal, $order:literal) => {
        concat!(
            "SELECT v.voucher_id, v.book, v.business_date, v.kind, v.summary, v.preparer,
                 v.authority, v.attachments, v.source_kind, v.source_id, v.posting_key, v.run_id,
                 v.detail_digest, v.reverses, v.total_fen, v.line_count, v.recorded_at,
                 l.line_no, l.book, l.business_date, l.account, l.debit_fen, l.credit_fen, l.memo
             FROM ",
            $from,
            " CROSS JOIN voucher v
             LEFT JOIN voucher_line l
                 ON l.centre_id = v.centre_id AND l.voucher_id = v.voucher_id
             WHERE v.centre_id = q.centre_id AND v.voucher_id = q.voucher_id
             ORDER BY ",
            $order,
            ", l.line_no"
        )
    };
}

db::statements! {
    /// The oldest vouchers of a book's tail, up to a number of them. One statement, so that a
    /// voucher committed meanwhile can't come with half its lines.
    CONTENTS_OF_TAIL: (BookCode, i64) => ContentRow = contents_from!(
        "(SELECT centre_id, voucher_id FROM voucher_tail
          WHERE centre_id = $1 AND book = $2 ORDER BY voucher_id LIMIT $3) q",
        "q.voucher_id"
    );
    /// The vouchers at the places of a book's chain after the first and up to the second.
    CONTENTS_OF_SEALS: (BookCode, i64, i64) => ContentRow = contents_from!(
        "(SELECT centre_id, voucher_id, sequence FROM voucher_seal
          WHERE centre_id = $1 AND book = $2 AND sequence > $3 AND sequence <= $4) q",
        "q.sequence"
    );
}
