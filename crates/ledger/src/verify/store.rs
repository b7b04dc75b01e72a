//! Statements of the proof. For CROSS JOIN see [`seal`](crate::seal).

use db::Digest32;
use kernel::{Date, Fen, Instant, Month, VoucherId};

use crate::book::BookCode;
use crate::bookkeeper::DayHead;
use crate::chart::AccountCode;

db::row! {
    /// A voucher's place.
    pub(crate) struct SealRow {
        pub(crate) sequence: i64,
        pub(crate) voucher_id: VoucherId,
        pub(crate) month: Month,
        pub(crate) number: i64,
        pub(crate) hash: Digest32,
        pub(crate) sealed_at: Instant,
    }
}

db::row! {
    /// An account's turnover in a month as it is kept.
    pub(crate) struct BalanceRow {
        pub(crate) month: Month,
        pub(crate) account: AccountCode,
        pub(crate) debit: Fen,
        pub(crate) credit: Fen,
    }
}

db::row! {
    /// A line of a reversal beside the line it takes back.
    pub(crate) struct MirrorRow {
        pub(crate) voucher_id: VoucherId,
        pub(crate) line_no: i64,
        pub(crate) account: AccountCode,
        pub(crate) debit: Fen,
        pub(crate) credit: Fen,
        pub(crate) original_account: Option<AccountCode>,
        pub(crate) original_debit: Option<Fen>,
        pub(crate) original_credit: Option<Fen>,
    }
}

db::statements! {
    /// The days' heads of a book.
    DAY_HEADS: (BookCode,) => DayHead =
        "SELECT book, business_date, day_number, sequence, hash, made_at, mac FROM day_head
         WHERE centre_id = $1 AND book = $2 ORDER BY day_number";
    /// The end of a book's chain.
    CHAIN_HEAD: (BookCode,) => (i64, Digest32) =
        "SELECT sequence, hash FROM chain_head WHERE centre_id = $1 AND book = $2";
    /// The next places of the chain.
    SEALS_AFTER: (BookCode, i64, i64) => SealRow =
        "SELECT sequence, voucher_id, month, number, hash, sealed_at FROM voucher_seal
         WHERE centre_id = $1 AND book = $2 AND sequence > $3 ORDER BY sequence LIMIT $4";
    /// The turnover kept.
    BALANCES: (BookCode,) => BalanceRow =
        "SELECT month, account, debit_fen, credit_fen FROM period_balance
         WHERE centre_id = $1 AND book = $2 ORDER BY month, account";
    /// What a range of codes moved, sealed and in the tail.
    AMOUNTS_WITHIN: (BookCode, String, String) => (Fen, Fen) =
        "SELECT debit_fen, credit_fen FROM period_balance
         WHERE centre_id = $1 AND book = $2 AND account >= $3 AND account < $4
         UNION ALL
         SELECT l.debit_fen, l.credit_fen FROM voucher_tail t
         CROSS JOIN voucher_line l
         WHERE t.centre_id = $1 AND t.book = $2
             AND l.centre_id = t.centre_id AND l.voucher_id = t.voucher_id
             AND l.account >= $3 AND l.account < $4";
    /// The dates of the vouchers that wait.
    TAIL_DATES: (BookCode,) => (VoucherId, Date) =
        "SELECT v.voucher_id, v.business_date FROM voucher_tail t
         CROSS JOIN voucher v
         WHERE t.centre_id = $1 AND t.book = $2
             AND v.centre_id = t.centre_id AND v.voucher_id = t.voucher_id
         ORDER BY t.voucher_id";
    /// Vouchers that are neither sealed nor wait.
    UNSEALED: () => (VoucherId,) =
        "SELECT v.voucher_id FROM voucher v
         LEFT JOIN voucher_seal s ON s.centre_id = v.centre_id AND s.voucher_id = v.voucher_id
         LEFT JOIN voucher_tail t
             ON t.centre_id = v.centre_id AND t.book = v.book AND t.voucher_id = v.voucher_id
         WHERE v.centre_id = $1 AND s.voucher_id IS NULL AND t.voucher_id IS NULL";
    /// Vouchers that are sealed and wait.
    SEALED_IN_TAIL: () => (VoucherId,) =
        "SELECT t.voucher_id FROM voucher_tail t
         CROSS JOIN voucher_seal s
         WHERE t.centre_id = $1 AND s.centre_id = t.centre_id AND s.voucher_id = t.voucher_id";
    /// What waits and isn't the voucher it names.
    TAIL_ASTRAY: () => (VoucherId,) =
        "SELECT t.voucher_id FROM voucher_tail t
         LEFT JOIN voucher v ON v.centre_id = t.centre_id AND v.voucher_id = t.voucher_id
             AND v.book = t.book AND v.recorded_at = t.recorded_at
         WHERE t.centre_id = $1 AND v.voucher_id IS NULL";
    /// What has waited since before a moment.
    OLD_TAIL: (Instant,) => (VoucherId,) =
        "SELECT voucher_id FROM voucher_tail WHERE centre_id = $1 AND recorded_at < $2";
    /// Lines without a voucher.
    LINES_ASTRAY: () => (VoucherId, i64) =
        "SELECT l.voucher_id, l.line_no FROM voucher_line l
         LEFT JOIN voucher v ON v.centre_id = l.centre_id AND v.voucher_id = l.voucher_id
         WHERE l.centre_id = $1 AND v.voucher_id IS NULL";
    /// Reversals whose original is missing or differs from them as a whole.
    REVERSALS_ASTRAY: () => (VoucherId,) =
        "SELECT r.voucher_id FROM voucher r
         LEFT JOIN voucher o ON o.centre_id = r.centre_id AND o.voucher_id = r.reverses
             AND o.book = r.book AND o.line_count = r.line_count
             AND CAST(o.total_fen AS NUMERIC) + r.total_fen = 0
         WHERE r.centre_id = $1 AND r.reverses IS NOT NULL AND o.voucher_id IS NULL";
    /// The lines of reversals, each beside the line it takes back.
    MIRRORS: () => MirrorRow =
        "SELECT r.voucher_id, l.line_no, l.account, l.debit_fen, l.credit_fen,
             o.account, o.debit_fen, o.credit_fen
         FROM voucher r
         CROSS JOIN voucher_line l
         LEFT JOIN voucher_line o ON o.centre_id = r.centre_id AND o.voucher_id = r.reverses
             AND o.line_no = l.line_no
         WHERE r.centre_id = $1 AND r.reverses IS NOT NULL
             AND l.centre_id = r.centre_id AND l.voucher_id = r.voucher_id";
}
