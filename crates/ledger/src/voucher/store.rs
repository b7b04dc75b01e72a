//! Statements on vouchers. For CROSS JOIN see [`seal`](crate::seal).

use db::{Bulk, Digest32};
use kernel::{Date, Fen, Instant, RunId, VoucherId};

use super::model::{RunLine, VoucherHead, VoucherKind, VoucherLine};
use crate::book::BookCode;
use crate::chart::AccountCode;

db::row! {
    /// A voucher as it is inserted.
    pub(crate) struct VoucherRow {
        pub(crate) voucher_id: VoucherId,
        pub(crate) book: BookCode,
        pub(crate) business_date: Date,
        pub(crate) kind: VoucherKind,
        pub(crate) summary: String,
        pub(crate) preparer: String,
        pub(crate) authority: String,
        pub(crate) attachments: i64,
        pub(crate) source_kind: String,
        pub(crate) source_id: String,
        pub(crate) posting_key: String,
        pub(crate) run_id: Option<RunId>,
        pub(crate) detail_digest: Option<Digest32>,
        pub(crate) reverses: Option<VoucherId>,
        pub(crate) total_fen: Fen,
        pub(crate) line_count: i64,
        pub(crate) recorded_at: Instant,
    }
}

db::row! {
    /// A line as it is inserted.
    pub(crate) struct LineRow {
        pub(crate) voucher_id: VoucherId,
        pub(crate) line_no: i64,
        pub(crate) book: BookCode,
        pub(crate) account: AccountCode,
        pub(crate) business_date: Date,
        pub(crate) debit_fen: Fen,
        pub(crate) credit_fen: Fen,
        pub(crate) memo: String,
    }
}

/// Lines of vouchers.
pub(crate) const LINES: Bulk<LineRow> = Bulk::of("voucher_line");

db::statements! {
    /// Inserts nothing when the posting key is taken or the voucher it takes back is taken back.
    INSERT_VOUCHER: VoucherRow => () =
        "INSERT INTO voucher (centre_id, voucher_id, book, business_date, kind, summary, preparer,
             authority, attachments, source_kind, source_id, posting_key, run_id, detail_digest,
             reverses, total_fen, line_count, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         ON CONFLICT DO NOTHING";
    /// The voucher waits for the bookkeeper.
    INSERT_TAIL: (BookCode, VoucherId, Instant) => () =
        "INSERT INTO voucher_tail (centre_id, book, voucher_id, recorded_at)
         VALUES ($1, $2, $3, $4)";
    /// The voucher posted under a key.
    VOUCHER_OF_KEY: (String,) => (VoucherId,) =
        "SELECT voucher_id FROM voucher WHERE centre_id = $1 AND posting_key = $2";
    /// A voucher with its number, its seal and what takes it back.
    VOUCHER: (VoucherId,) => VoucherHead =
        "SELECT v.voucher_id, v.book, s.month, s.number, v.business_date, v.kind, v.summary,
             v.total_fen, v.source_kind, v.source_id, v.preparer, v.reverses, r.voucher_id,
             v.authority, v.attachments, v.posting_key, v.run_id, v.detail_digest, v.recorded_at,
             s.sequence, s.hash
         FROM voucher v
         LEFT JOIN voucher_seal s ON s.centre_id = v.centre_id AND s.voucher_id = v.voucher_id
         LEFT JOIN voucher r ON r.centre_id = v.centre_id AND r.reverses = v.voucher_id
         WHERE v.centre_id = $1 AND v.voucher_id = $2";
    /// The lines of a voucher with their accounts' names.
    VOUCHER_LINES: (VoucherId,) => VoucherLine =
        "SELECT l.line_no, l.account, a.name, l.debit_fen, l.credit_fen, l.memo
         FROM voucher_line l
         CROSS JOIN ledger_account a
         WHERE l.centre_id = $1 AND l.voucher_id = $2
             AND a.centre_id = l.centre_id AND a.book = l.book AND a.code = l.account
         ORDER BY l.line_no";
    /// The turnover of each account over the vouchers of a run.
    RUN_LINES: (BookCode, RunId) => RunLine =
        "SELECT l.account, a.name,
             CAST(SUM(l.debit_fen) AS BIGINT), CAST(SUM(l.credit_fen) AS BIGINT)
         FROM voucher v
         CROSS JOIN voucher_line l
         CROSS JOIN ledger_account a
         WHERE v.centre_id = $1 AND v.book = $2 AND v.run_id = $3
             AND l.centre_id = v.centre_id AND l.voucher_id = v.voucher_id
             AND a.centre_id = l.centre_id AND a.book = l.book AND a.code = l.account
         GROUP BY l.account, a.name ORDER BY l.account";
}
