//! The statements of business days.

use db::{Kind, List, ListColumn, ListInfo, Op};
use kernel::{Date, Instant};

use super::{BusinessDay, DayStatus};

db::row! {
    /// A day being opened.
    pub(crate) struct NewDay {
        pub date: Date,
        pub status: DayStatus,
        pub opened_at: Instant,
        pub opened_by: String,
    }
}

db::statements! {
    /// The open day.
    OPEN_DAY: () => BusinessDay =
        "SELECT business_date, status, opened_at, opened_by, closed_at, closed_by
         FROM business_day WHERE centre_id = $1 AND status = 'open'";
    /// The last day, open or closed.
    LAST_DAY: () => BusinessDay =
        "SELECT business_date, status, opened_at, opened_by, closed_at, closed_by
         FROM business_day WHERE centre_id = $1 ORDER BY business_date DESC LIMIT 1";
    /// The last day that was closed, and when.
    LAST_CLOSED: () => (Date, Option<Instant>) =
        "SELECT business_date, closed_at FROM business_day
         WHERE centre_id = $1 AND status = 'closed' ORDER BY business_date DESC LIMIT 1";
    /// The next days after one, in order.
    DAYS_AFTER: (Date, i64) => BusinessDay =
        "SELECT business_date, status, opened_at, opened_by, closed_at, closed_by
         FROM business_day WHERE centre_id = $1 AND business_date > $2
         ORDER BY business_date LIMIT $3";
    /// The next of those of which anything says that they are closed.
    CLOSED_DAYS_AFTER: (Date, i64) => BusinessDay =
        "SELECT business_date, status, opened_at, opened_by, closed_at, closed_by
         FROM business_day WHERE centre_id = $1 AND business_date > $2
             AND (status = 'closed' OR closed_at IS NOT NULL OR closed_by IS NOT NULL)
         ORDER BY business_date LIMIT $3";
    /// The open day, kept open until the posting commits.
    OPEN_DATE_SHARED [for share]: () => (Date,) =
        "SELECT business_date FROM business_day WHERE centre_id = $1 AND status = 'open'";
    /// The open day, once no posting holds it.
    OPEN_DATE_LOCKED [for update]: () => (Date,) =
        "SELECT business_date FROM business_day WHERE centre_id = $1 AND status = 'open'";
    /// A day opens; no row when another did meanwhile, by date or by being open.
    INSERT_DAY: NewDay => () =
        "INSERT INTO business_day (centre_id, business_date, status, opened_at, opened_by)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
    /// A day closes.
    CLOSE_DAY: (Date, Instant, String) => () =
        "UPDATE business_day SET status = 'closed', closed_at = $3, closed_by = $4
         WHERE centre_id = $1 AND business_date = $2 AND status = 'open'";
}

/// The centre's business days, latest first.
pub static DAYS: List<BusinessDay> = List::new(ListInfo {
    name: "business_days",
    joined: None,
    given: &[],
    select: "d.business_date, d.status, d.opened_at, d.opened_by, d.closed_at, d.closed_by",
    from: "business_day d",
    filter: "d.centre_id = $1",
    key: ListColumn {
        name: "date",
        sql: "d.business_date",
        kind: Kind::Date,
        ops: &[Op::AtLeast, Op::AtMost],
        sort: true,
    },
    columns: &[],
    default_sort: "-date",
    totals: &[],
});
