//! Statements on accounting months. For CROSS JOIN see [`seal`](crate::seal).

use db::Digest32;
use kernel::{Date, Instant, Month};

use super::{Period, PeriodStatus};
use crate::book::BookCode;

db::statements! {
    /// The months of a book.
    PERIODS: (BookCode,) => Period =
        "SELECT month, status, vouchers, opened_at, closed_at, closed_by, mac FROM period
         WHERE centre_id = $1 AND book = $2 ORDER BY month DESC";
    /// Held by every posting; first of its locks.
    STATUS_KEPT [for share]: (BookCode, Month) => (PeriodStatus,) =
        "SELECT status FROM period WHERE centre_id = $1 AND book = $2 AND month = $3";
    /// After the book.
    PERIOD_LOCKED [for update]: (BookCode, Month) => Period =
        "SELECT month, status, vouchers, opened_at, closed_at, closed_by, mac FROM period
         WHERE centre_id = $1 AND book = $2 AND month = $3";
    /// After the book, by month.
    OPEN_LOCKED [for update]: (BookCode,) => (Month,) =
        "SELECT month FROM period
         WHERE centre_id = $1 AND book = $2 AND status = 'open' ORDER BY month";
    /// The first open month before another.
    EARLIER_OPEN: (BookCode, Month) => (Month,) =
        "SELECT month FROM period
         WHERE centre_id = $1 AND book = $2 AND month < $3 AND status = 'open'
         ORDER BY month LIMIT 1";
    /// The last month that is closed.
    LAST_CLOSED: (BookCode,) => (Month,) =
        "SELECT month FROM period
         WHERE centre_id = $1 AND book = $2 AND status = 'closed' ORDER BY month DESC LIMIT 1";
    /// Vouchers up to a date that wait for the bookkeeper.
    TAIL_UP_TO: (BookCode, Date) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM voucher_tail t
         CROSS JOIN voucher v
         WHERE t.centre_id = $1 AND t.book = $2
             AND v.centre_id = t.centre_id AND v.voucher_id = t.voucher_id
             AND v.business_date <= $3";
    /// The last number given in a month; 0 when none is.
    LAST_NUMBER: (BookCode, Month) => (i64,) =
        "SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) FROM voucher_seal
         WHERE centre_id = $1 AND book = $2 AND month = $3";
    /// A month that is there already stays as it is.
    OPEN: (BookCode, Month, PeriodStatus, Instant, Digest32) => () =
        "INSERT INTO period
             (centre_id, book, month, status, vouchers, opened_at, closed_at, closed_by, mac)
         VALUES ($1, $2, $3, $4, 0, $5, NULL, '', $6)
         ON CONFLICT (centre_id, book, month) DO NOTHING";
    /// Closes the month.
    CLOSE: (BookCode, Month, PeriodStatus, i64, Option<Instant>, String, Digest32) => () =
        "UPDATE period SET status = $4, vouchers = $5, closed_at = $6, closed_by = $7, mac = $8
         WHERE centre_id = $1 AND book = $2 AND month = $3";
}
