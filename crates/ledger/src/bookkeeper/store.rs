//! Statements of the bookkeeper. For CROSS JOIN see [`seal`](crate::seal).

use db::{Bulk, Digest32};
use kernel::{Instant, Month, VoucherId};

use super::DayHead;
use crate::book::BookCode;

db::row! {
    /// A voucher's number and place.
    pub(crate) struct SealRow {
        pub(crate) book: BookCode,
        pub(crate) sequence: i64,
        pub(crate) voucher_id: VoucherId,
        pub(crate) month: Month,
        pub(crate) number: i64,
        pub(crate) hash: Digest32,
        pub(crate) sealed_at: Instant,
    }
}

/// Seals of a turn.
pub(crate) const SEALS: Bulk<SealRow> = Bulk::of("voucher_seal");

db::statements! {
    /// The books that have something to do.
    BOOKS_WITH_TAIL: () => (BookCode,) =
        "SELECT DISTINCT book FROM voucher_tail WHERE centre_id = $1 ORDER BY book";
    /// The bookkeeper's only lock.
    HEAD_LOCKED [for update]: (BookCode,) => (i64, Digest32) =
        "SELECT sequence, hash FROM chain_head WHERE centre_id = $1 AND book = $2";
    /// How many vouchers each book has sealed.
    SEALED: () => (BookCode, i64) =
        "SELECT book, sequence FROM chain_head WHERE centre_id = $1 ORDER BY book";
    /// How many vouchers wait.
    TAIL_LENGTH: (BookCode,) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM voucher_tail WHERE centre_id = $1 AND book = $2";
    /// When the voucher that waits longest was posted.
    OLDEST_OF_TAIL: (BookCode,) => (Instant,) =
        "SELECT recorded_at FROM voucher_tail WHERE centre_id = $1 AND book = $2
         ORDER BY recorded_at LIMIT 1";
    /// Adds the turnover of the vouchers at the places after the first and up to the second.
    ADD_TO_BALANCES: (BookCode, i64, i64) => () =
        "INSERT INTO period_balance (centre_id, book, month, account, debit_fen, credit_fen)
         SELECT s.centre_id, s.book, s.month, l.account,
             CAST(SUM(l.debit_fen) AS BIGINT), CAST(SUM(l.credit_fen) AS BIGINT)
         FROM voucher_seal s
         CROSS JOIN voucher_line l
         WHERE s.centre_id = $1 AND s.book = $2 AND s.sequence > $3 AND s.sequence <= $4
             AND l.centre_id = s.centre_id AND l.voucher_id = s.voucher_id
         GROUP BY s.centre_id, s.book, s.month, l.account
         ON CONFLICT (centre_id, book, month, account) DO UPDATE SET
             debit_fen = period_balance.debit_fen + excluded.debit_fen,
             credit_fen = period_balance.credit_fen + excluded.credit_fen";
    /// Takes what is sealed off the tail, up to the turn's last voucher: not those that were
    /// committed meanwhile, whose ids may lie among them.
    CLEAR_TAIL: (BookCode, VoucherId) => () =
        "DELETE FROM voucher_tail
         WHERE centre_id = $1 AND book = $2 AND voucher_id <= $3 AND EXISTS (
             SELECT 1 FROM voucher_seal s
             WHERE s.centre_id = $1 AND s.voucher_id = voucher_tail.voucher_id)";
    /// The chain ends here now.
    MOVE_HEAD: (BookCode, i64, Digest32) => () =
        "UPDATE chain_head SET sequence = $3, hash = $4 WHERE centre_id = $1 AND book = $2";
    /// How many days have been closed.
    LAST_DAY_NUMBER: (BookCode,) => (i64,) =
        "SELECT CAST(COALESCE(MAX(day_number), 0) AS BIGINT) FROM day_head
         WHERE centre_id = $1 AND book = $2";
    /// A day's head is taken once.
    INSERT_DAY_HEAD: DayHead => () =
        "INSERT INTO day_head
             (centre_id, book, business_date, day_number, sequence, hash, made_at, mac)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (centre_id, book, business_date) DO NOTHING";
}
