//! The statements over suspense, and its list.

use db::{Digest, Digest32, Kind, List, ListColumn, ListInfo, Op, Sealed};
use kernel::{ArrivalId, CentreId, Date, Fen, Instant, SuspenseId, VoucherId};

use super::SuspenseStatus;

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
    /// The digest of what was recorded when the money began to wait: everything but whether it still
    /// does. See [`audit::compare_facts`](platform::audit::compare_facts).
    pub(crate) fn facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("suspense")
            .column(centre)
            .column(self.suspense_id)
            .int(self.serial)
            .column(self.arrival_id)
            .column(self.amount_fen)
            .text(&self.reason_code)
            .text(&self.reason_sentence)
            .column(self.business_date)
            .column(self.voucher_id)
            .column(self.opened_at)
            .finish()
    }
}

db::statements! {
    /// Money that waits; no row when it waits already.
    INSERT_SUSPENSE: Suspense => () =
        "INSERT INTO suspense (centre_id, suspense_id, serial, arrival_id, amount_fen, \
                               reason_code, reason_sentence, status, business_date, voucher_id, \
                               opened_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         ON CONFLICT (centre_id, arrival_id) WHERE status = 'waiting' DO NOTHING";

    /// The item in which an arrival's money waits.
    WAITING_OF_ARRIVAL: (ArrivalId,) => Suspense =
        "SELECT suspense_id, serial, arrival_id, amount_fen, reason_code, reason_sentence, \
                status, business_date, voucher_id, opened_at \
           FROM suspense \
          WHERE centre_id = $1 AND arrival_id = $2 AND status = 'waiting'";

    /// The next items after one, in the order of their ids.
    SUSPENSE_AFTER: (SuspenseId, i64) => Suspense =
        "SELECT suspense_id, serial, arrival_id, amount_fen, reason_code, reason_sentence, \
                status, business_date, voucher_id, opened_at \
           FROM suspense \
          WHERE centre_id = $1 AND suspense_id > $2 ORDER BY suspense_id LIMIT $3";

    /// What waits, and how much it is together.
    WAITING: () => (i64, Option<Fen>) =
        "SELECT CAST(COUNT(*) AS BIGINT), CAST(SUM(amount_fen) AS BIGINT) \
           FROM suspense WHERE centre_id = $1 AND status = 'waiting'";
}

db::row! {
    /// A line of the list of suspense, the payer still sealed.
    pub struct SuspenseRow {
        pub(crate) suspense_id: SuspenseId,
        pub(crate) serial: i64,
        pub(crate) arrival_id: ArrivalId,
        pub(crate) arrival_serial: i64,
        pub(crate) amount_fen: Fen,
        pub(crate) reason_code: String,
        pub(crate) reason_sentence: String,
        pub(crate) status: SuspenseStatus,
        pub(crate) payer_name: Sealed,
        pub(crate) remark: String,
        pub(crate) business_date: Date,
        pub(crate) voucher_id: VoucherId,
    }
}

const fn column(
    name: &'static str,
    sql: &'static str,
    kind: Kind,
    ops: &'static [Op],
) -> ListColumn {
    ListColumn {
        name,
        sql,
        kind,
        ops,
        sort: false,
    }
}

/// Suspense.
pub static SUSPENSE: List<SuspenseRow> = List::new(ListInfo {
    name: "suspense",
    given: &[],
    select: "s.suspense_id, s.serial, s.arrival_id, v.serial, s.amount_fen, s.reason_code, \
             s.reason_sentence, s.status, v.payer_name, v.remark, s.business_date, s.voucher_id",
    from: "suspense s \
           JOIN arrival v ON v.centre_id = s.centre_id AND v.arrival_id = s.arrival_id",
    filter: "s.centre_id = $1",
    key: ListColumn {
        name: "serial",
        sql: "s.serial",
        kind: Kind::Int,
        ops: &[Op::Equal],
        sort: true,
    },
    columns: &[
        column("suspense_id", "s.suspense_id", Kind::Id, &[Op::Equal]),
        column("arrival_id", "s.arrival_id", Kind::Id, &[Op::Equal]),
        column("status", "s.status", Kind::Text, &[Op::Equal]),
    ],
    default_sort: "-serial",
    totals: &[("amount_fen", "CAST(SUM(s.amount_fen) AS BIGINT)")],
});
