//! The statements over recoveries, and their list.

use db::{Bulk, Digest, Digest32, Joined, Kind, List, ListColumn, ListInfo, Op, Sealed};
use kernel::{ArrivalId, CentreId, Date, Fen, Instant, RecoveryId, VoucherId};

use super::{RecoveryKind, RecoveryStatus};

/// The columns of a [`Recovery`], in its order.
macro_rules! recovery_columns {
    () => {
        "recovery_id, serial, kind, arrival_id, amount_fen, left_fen, owner, debtor, status, \
         bank_serial, value_date, reason, business_date, voucher_id, opened_at, opened_by, \
         opened_by_name"
    };
}

db::row! {
    /// 追款 as it is stored.
    pub struct Recovery {
        /// Its id.
        pub recovery_id: RecoveryId,
        /// 追款流水号, a plain counter; people see [`serial_text`](super::serial_text).
        pub serial: i64,
        /// What made it necessary.
        pub kind: RecoveryKind,
        /// The wire that was taken back.
        pub arrival_id: Option<ArrivalId>,
        /// What is to come back.
        pub amount_fen: Fen,
        /// What is still to come back.
        pub left_fen: Fen,
        /// The id of whose it is, in the words of the crate above.
        pub owner: Option<String>,
        /// The number of the account that fell short, in the words of the crate above.
        pub debtor: Option<String>,
        /// Whether something still is.
        pub status: RecoveryStatus,
        /// 银行流水号 of the bank's correction.
        pub bank_serial: Option<String>,
        /// The day the bank did it.
        pub value_date: Option<Date>,
        /// Why.
        pub reason: String,
        /// 记账日期.
        pub business_date: Date,
        /// The voucher that made the claim.
        pub voucher_id: VoucherId,
        /// When.
        pub opened_at: Instant,
        /// By whom: the actor's label.
        pub opened_by: String,
        /// By whom: the name then.
        pub opened_by_name: String,
    }
}

impl Recovery {
    /// The digest of what was recorded when it was opened: everything but what is left, and whether
    /// anything is. See [`audit::compare_facts`](platform::audit::compare_facts).
    #[must_use]
    pub fn facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("recovery")
            .column(centre)
            .column(self.recovery_id)
            .int(self.serial)
            .column(self.kind)
            .column(self.arrival_id)
            .column(self.amount_fen)
            .text_or_none(self.owner.as_deref())
            .text_or_none(self.debtor.as_deref())
            .text_or_none(self.bank_serial.as_deref())
            .column(self.value_date)
            .text(&self.reason)
            .column(self.business_date)
            .column(self.voucher_id)
            .column(self.opened_at)
            .text(&self.opened_by)
            .text(&self.opened_by_name)
            .finish()
    }
}

/// Recoveries in bulk.
pub(super) const RECOVERIES_OF_REVERSAL: Bulk<Recovery> = Bulk::of("recovery");

db::statements! {
    /// A recovery.
    INSERT_RECOVERY: Recovery => () =
        concat!("INSERT INTO recovery (centre_id, ", recovery_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
                 $18)");

    /// A recovery that something comes back for. Of two clerks one waits here.
    RECOVERY_LOCKED [for update]: (RecoveryId,) => Recovery =
        concat!("SELECT ", recovery_columns!(), " FROM recovery \
          WHERE centre_id = $1 AND recovery_id = $2");

    /// The recovery of a wire.
    RECOVERY_OF_ARRIVAL: (ArrivalId,) => Recovery =
        concat!("SELECT ", recovery_columns!(), " FROM recovery \
          WHERE centre_id = $1 AND arrival_id = $2");

    /// The next recoveries after one, in the order of their ids.
    RECOVERIES_AFTER: (RecoveryId, i64) => Recovery =
        concat!("SELECT ", recovery_columns!(), " FROM recovery \
          WHERE centre_id = $1 AND recovery_id > $2 ORDER BY recovery_id LIMIT $3");

    /// The same of wires that were taken back.
    TAKEN_BACK_AFTER: (RecoveryId, i64) => Recovery =
        concat!("SELECT ", recovery_columns!(), " FROM recovery \
          WHERE centre_id = $1 AND recovery_id > $2 AND kind = 'taken_back' \
          ORDER BY recovery_id LIMIT $3");

    /// The recoveries from one to another, both included, in the order of their ids.
    RECOVERIES_BETWEEN: (RecoveryId, RecoveryId) => Recovery =
        concat!("SELECT ", recovery_columns!(), " FROM recovery \
          WHERE centre_id = $1 AND recovery_id BETWEEN $2 AND $3 ORDER BY recovery_id");

    /// What of suspense was used for recoveries, from the text of one id to that of another.
    RECOVERED_BETWEEN: (String, String, String) => (String, Fen) =
        "SELECT purpose_id, amount_fen FROM suspense_movement \
          WHERE centre_id = $1 AND kind = 'recovered' AND purpose = $2 \
            AND purpose_id BETWEEN $3 AND $4";

    /// Something came back: only from what was seen.
    LESSEN: (RecoveryId, Fen, Fen, RecoveryStatus) => () =
        "UPDATE recovery SET left_fen = $4, status = $5 \
          WHERE centre_id = $1 AND recovery_id = $2 AND left_fen = $3 AND status = 'open'";

    /// How often money of a wire went back to its payer, and to the bank.
    GONE_OF_ARRIVAL: (ArrivalId,) => (i64, i64) =
        "SELECT CAST(COUNT(CASE WHEN m.kind = 'returned' THEN 1 END) AS BIGINT), \
                CAST(COUNT(CASE WHEN m.kind = 'taken_back' THEN 1 END) AS BIGINT) \
           FROM suspense s \
           JOIN suspense_movement m ON m.centre_id = s.centre_id \
                                   AND m.suspense_id = s.suspense_id \
          WHERE s.centre_id = $1 AND s.arrival_id = $2";

    /// The voucher of a wire taken back, and what of it came out of suspense.
    TAKEN_BACK: (String,) => (VoucherId, Option<Fen>) =
        "SELECT v.voucher_id, \
                (SELECT CAST(SUM(m.amount_fen) AS BIGINT) FROM suspense_movement m \
                  WHERE m.centre_id = v.centre_id AND m.voucher_id = v.voucher_id) \
           FROM voucher v WHERE v.centre_id = $1 AND v.book = 'fund' AND v.posting_key = $2";
}

db::row! {
    /// A line of the list of recoveries, the payer still sealed.
    pub struct RecoveryRow {
        pub(crate) recovery_id: RecoveryId,
        pub(crate) serial: i64,
        pub(crate) kind: RecoveryKind,
        pub(crate) arrival_id: Option<ArrivalId>,
        pub(crate) arrival_serial: Option<i64>,
        pub(crate) payer_name: Option<Sealed>,
        pub(crate) amount_fen: Fen,
        pub(crate) left_fen: Fen,
        pub(crate) owner: Option<String>,
        pub(crate) debtor: Option<String>,
        pub(crate) status: RecoveryStatus,
        pub(crate) reason: String,
        pub(crate) business_date: Date,
        pub(crate) voucher_id: VoucherId,
    }
}

/// Recoveries.
pub static RECOVERIES: List<RecoveryRow> = List::new(ListInfo {
    name: "recoveries",
    given: &[],
    select: "r.recovery_id, r.serial, r.kind, r.arrival_id, v.serial, v.payer_name, r.amount_fen, \
             r.left_fen, r.owner, r.debtor, r.status, r.reason, r.business_date, r.voucher_id",
    from: "recovery r",
    joined: Some(Joined {
        row: "r",
        tables: "LEFT JOIN arrival v ON v.centre_id = r.centre_id AND v.arrival_id = r.arrival_id",
    }),
    filter: "r.centre_id = $1",
    key: ListColumn {
        name: "serial",
        sql: "r.serial",
        kind: Kind::Int,
        ops: &[Op::Equal],
        sort: true,
    },
    columns: &[
        ListColumn::new("recovery_id", "r.recovery_id", Kind::Id, &[Op::Equal]),
        ListColumn::new("arrival_id", "r.arrival_id", Kind::Id, &[Op::Equal]),
        ListColumn::new("status", "r.status", Kind::Text, &[Op::Equal]),
        ListColumn::new("kind", "r.kind", Kind::Text, &[Op::Equal]),
        ListColumn::new("owner", "r.owner", Kind::Text, &[Op::Equal]),
        ListColumn::new("debtor", "r.debtor", Kind::Text, &[Op::Equal]),
    ],
    default_sort: "-serial",
    totals: &[
        ("amount_fen", "CAST(SUM(r.amount_fen) AS BIGINT)"),
        ("left_fen", "CAST(SUM(r.left_fen) AS BIGINT)"),
    ],
});
