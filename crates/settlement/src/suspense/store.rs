//! The statements over suspense, and its list.

use db::{Digest, Digest32, Joined, Kind, List, ListColumn, ListInfo, Op, Sealed};
use kernel::{ArrivalId, CentreId, Date, Fen, Instant, SuspenseId, VoucherId};

use super::{Movement, SuspenseStatus};

db::row! {
    /// An item of suspense as it is stored.
    pub struct Suspense {
        /// Its id.
        pub suspense_id: SuspenseId,
        /// 暂收流水号, a plain counter; people see [`serial_text`](super::serial_text).
        pub serial: i64,
        /// The arrival whose money waits.
        pub arrival_id: ArrivalId,
        /// The amount.
        pub amount_fen: Fen,
        /// What of it still waits.
        pub left_fen: Fen,
        /// The id of whose it is, in the words of the crate above.
        pub owner: Option<String>,
        /// The id of what its payment code named, in the words of the crate above.
        pub named: Option<String>,
        /// Why it waits, as a stable code.
        pub reason_code: String,
        /// Why it waits, in Chinese.
        pub reason_sentence: String,
        /// Whether it still does.
        pub status: SuspenseStatus,
        /// 记账日期.
        pub business_date: Date,
        /// The voucher that put it here.
        pub voucher_id: VoucherId,
        /// When that was.
        pub opened_at: Instant,
    }
}

impl Suspense {
    /// The digest of what was recorded when the money began to wait: everything but what it waits
    /// for and what of it still does. See [`audit::compare_facts`](platform::audit::compare_facts).
    pub(crate) fn facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("suspense")
            .column(centre)
            .column(self.suspense_id)
            .int(self.serial)
            .column(self.arrival_id)
            .column(self.amount_fen)
            .text_or_none(self.owner.as_deref())
            .text(&self.reason_code)
            .text(&self.reason_sentence)
            .column(self.business_date)
            .column(self.voucher_id)
            .column(self.opened_at)
            .finish()
    }
}

/// The columns of a [`Suspense`], in its order.
macro_rules! suspense_columns {
    () => {
        "suspense_id, serial, arrival_id, amount_fen, left_fen, owner, named, reason_code, \
         reason_sentence, status, business_date, voucher_id, opened_at"
    };
}

/// The columns of a [`Movement`], in its order.
macro_rules! movement_columns {
    () => {
        "suspense_id, movement_no, kind, amount_fen, purpose, purpose_id, bank_serial, value_date, \
         reason, business_date, voucher_id, made_at, made_by, made_by_name"
    };
}

db::statements! {
    /// Money that waits.
    INSERT_SUSPENSE: Suspense => () =
        concat!("INSERT INTO suspense (centre_id, ", suspense_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)");

    /// An item.
    SUSPENSE_BY_ID: (SuspenseId,) => Suspense =
        concat!("SELECT ", suspense_columns!(), " FROM suspense \
          WHERE centre_id = $1 AND suspense_id = $2");

    /// An item from which money is about to leave. Of two clerks one waits here.
    SUSPENSE_LOCKED [for update]: (SuspenseId,) => Suspense =
        concat!("SELECT ", suspense_columns!(), " FROM suspense \
          WHERE centre_id = $1 AND suspense_id = $2");

    /// The items in which an arrival's money waits.
    WAITING_OF_ARRIVAL: (ArrivalId,) => Suspense =
        concat!("SELECT ", suspense_columns!(), " FROM suspense \
          WHERE centre_id = $1 AND arrival_id = $2 AND status = 'waiting' ORDER BY serial");

    /// The items that wait for what their payment code named.
    WAITING_OF_NAMED_LOCKED [for update]: (String,) => Suspense =
        concat!("SELECT ", suspense_columns!(), " FROM suspense \
          WHERE centre_id = $1 AND named = $2 AND status = 'waiting' ORDER BY suspense_id");

    /// What an owner paid too much before, in the order of all who lock several items.
    LOCK_OVER [in order]: (String,) => (i64,) =
        "SELECT suspense_id FROM suspense \
          WHERE centre_id = $1 AND owner = $2 AND status = 'waiting' AND named IS NULL \
            AND reason_code = 'amount_over' ORDER BY suspense_id";

    /// What waits for something, in that order.
    LOCK_NAMED [in order]: (String,) => (i64,) =
        "SELECT suspense_id FROM suspense \
          WHERE centre_id = $1 AND named = $2 AND status = 'waiting' ORDER BY suspense_id";

    /// The items of an owner that wait.
    WAITING_OF_OWNER: (String,) => Suspense =
        concat!("SELECT ", suspense_columns!(), " FROM suspense \
          WHERE centre_id = $1 AND owner = $2 AND status = 'waiting' ORDER BY serial LIMIT 100");

    /// The next items after one, in the order of their ids.
    SUSPENSE_AFTER: (SuspenseId, i64) => Suspense =
        concat!("SELECT ", suspense_columns!(), " FROM suspense \
          WHERE centre_id = $1 AND suspense_id > $2 ORDER BY suspense_id LIMIT $3");

    /// What an owner paid too much before is kept for what is next.
    NAME_OVER: (String, String) => () =
        "UPDATE suspense SET named = $3 \
          WHERE centre_id = $1 AND owner = $2 AND status = 'waiting' AND named IS NULL \
            AND reason_code = 'amount_over'";

    /// What waited for something that won't be paid waits for nothing.
    UNNAME: (String,) => () =
        "UPDATE suspense SET named = NULL \
          WHERE centre_id = $1 AND named = $2 AND status = 'waiting'";

    /// How much waits for something.
    WAITING_OF_NAMED: (String,) => (Option<Fen>,) =
        "SELECT CAST(SUM(left_fen) AS BIGINT) FROM suspense \
          WHERE centre_id = $1 AND named = $2 AND status = 'waiting'";

    /// What waits, and how much it is together.
    WAITING: () => (i64, Option<Fen>) =
        "SELECT CAST(COUNT(*) AS BIGINT), CAST(SUM(left_fen) AS BIGINT) \
           FROM suspense WHERE centre_id = $1 AND status = 'waiting'";

    /// Money leaves an item: only as much as was seen in it.
    TAKE: (SuspenseId, Fen, Fen, SuspenseStatus) => () =
        "UPDATE suspense SET left_fen = $4, status = $5 \
          WHERE centre_id = $1 AND suspense_id = $2 AND left_fen = $3 AND status = 'waiting'";

    /// The number of an item's last movement.
    LAST_MOVEMENT: (SuspenseId,) => (Option<i64>,) =
        "SELECT MAX(movement_no) FROM suspense_movement \
          WHERE centre_id = $1 AND suspense_id = $2";

    /// A movement.
    INSERT_MOVEMENT: Movement => () =
        concat!("INSERT INTO suspense_movement (centre_id, ", movement_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)");

    /// The movements of an item, in order.
    MOVEMENTS_OF: (SuspenseId,) => Movement =
        concat!("SELECT ", movement_columns!(), " FROM suspense_movement \
          WHERE centre_id = $1 AND suspense_id = $2 ORDER BY movement_no");

    /// The movements that a voucher carries.
    MOVEMENTS_OF_VOUCHER: (VoucherId,) => Movement =
        concat!("SELECT ", movement_columns!(), " FROM suspense_movement \
          WHERE centre_id = $1 AND voucher_id = $2 ORDER BY suspense_id, movement_no");
}

db::row! {
    /// A line of the list of suspense, the payer still sealed.
    pub struct SuspenseRow {
        pub(crate) suspense_id: SuspenseId,
        pub(crate) serial: i64,
        pub(crate) arrival_id: ArrivalId,
        pub(crate) arrival_serial: i64,
        pub(crate) amount_fen: Fen,
        pub(crate) left_fen: Fen,
        pub(crate) owner: Option<String>,
        pub(crate) named: Option<String>,
        pub(crate) reason_code: String,
        pub(crate) reason_sentence: String,
        pub(crate) status: SuspenseStatus,
        pub(crate) payer_name: Sealed,
        pub(crate) remark: String,
        pub(crate) business_date: Date,
        pub(crate) voucher_id: VoucherId,
    }
}

/// Suspense.
pub static SUSPENSE: List<SuspenseRow> = List::new(ListInfo {
    name: "suspense",
    given: &[],
    select: "s.suspense_id, s.serial, s.arrival_id, v.serial, s.amount_fen, s.left_fen, s.owner, s.named, s.reason_code, \
             s.reason_sentence, s.status, v.payer_name, v.remark, s.business_date, s.voucher_id",
    from: "suspense s",
    joined: Some(Joined {
        row: "s",
        tables: "LEFT JOIN arrival v ON v.centre_id = s.centre_id AND v.arrival_id = s.arrival_id",
    }),
    filter: "s.centre_id = $1",
    key: ListColumn {
        name: "serial",
        sql: "s.serial",
        kind: Kind::Int,
        ops: &[Op::Equal],
        sort: true,
    },
    columns: &[
        ListColumn::new("suspense_id", "s.suspense_id", Kind::Id, &[Op::Equal]),
        ListColumn::new("arrival_id", "s.arrival_id", Kind::Id, &[Op::Equal]),
        ListColumn::new("status", "s.status", Kind::Text, &[Op::Equal]),
        ListColumn::new("owner", "s.owner", Kind::Text, &[Op::Equal]),
        ListColumn::new("named", "s.named", Kind::Text, &[Op::Equal]),
        ListColumn::new("reason_code", "s.reason_code", Kind::Text, &[Op::Equal]),
        ListColumn::new(
            "business_date",
            "s.business_date",
            Kind::Date,
            &[Op::Equal, Op::AtLeast, Op::AtMost],
        ),
    ],
    default_sort: "-serial",
    totals: &[
        ("amount_fen", "CAST(SUM(s.amount_fen) AS BIGINT)"),
        ("left_fen", "CAST(SUM(s.left_fen) AS BIGINT)"),
    ],
});
