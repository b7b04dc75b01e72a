//! The statements over arrivals, and their list.

use db::{Joined, Kind, List, ListColumn, ListInfo, Op, Sealed};
use kernel::{ArrivalId, BankAccountId, Date, Fen, RecoveryId, SuspenseId, VoucherId};

use super::model::{Arrival, ArrivalStatus};

db::statements! {
    /// An arrival.
    ARRIVAL_BY_ID: (ArrivalId,) => Arrival =
        "SELECT arrival_id, serial, bank_account_id, bank_serial, amount_fen, value_date, \
                business_date, payer_name, payer_account, remark, payment_code, status, purpose, \
                purpose_id, voucher_id, recorded_at, recorded_by \
           FROM arrival WHERE centre_id = $1 AND arrival_id = $2";

    /// The next arrivals after one, in the order of their ids.
    ARRIVALS_AFTER: (ArrivalId, i64) => Arrival =
        "SELECT arrival_id, serial, bank_account_id, bank_serial, amount_fen, value_date, \
                business_date, payer_name, payer_account, remark, payment_code, status, purpose, \
                purpose_id, voucher_id, recorded_at, recorded_by \
           FROM arrival WHERE centre_id = $1 AND arrival_id > $2 ORDER BY arrival_id LIMIT $3";

    /// An arrival that is about to go elsewhere.
    ARRIVAL_LOCKED [for update]: (ArrivalId,) => Arrival =
        "SELECT arrival_id, serial, bank_account_id, bank_serial, amount_fen, value_date, \
                business_date, payer_name, payer_account, remark, payment_code, status, purpose, \
                purpose_id, voucher_id, recorded_at, recorded_by \
           FROM arrival WHERE centre_id = $1 AND arrival_id = $2";

    /// The arrival that this serial of the bank account was recorded as.
    OF_BANK_SERIAL: (BankAccountId, String) => (ArrivalId, i64) =
        "SELECT arrival_id, serial FROM arrival \
          WHERE centre_id = $1 AND bank_account_id = $2 AND bank_serial = $3";

    /// A new arrival; no row when the bank's serial was recorded already.
    INSERT_ARRIVAL: Arrival => () =
        "INSERT INTO arrival (centre_id, arrival_id, serial, bank_account_id, bank_serial, \
                              amount_fen, value_date, business_date, payer_name, payer_account, \
                              remark, payment_code, status, purpose, purpose_id, voucher_id, \
                              recorded_at, recorded_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) \
         ON CONFLICT (centre_id, bank_account_id, bank_serial) DO NOTHING";

    /// The money went to what it was meant for.
    MARK_POSTED: (ArrivalId, String, String, VoucherId) => () =
        "UPDATE arrival SET status = 'posted', purpose = $3, purpose_id = $4, voucher_id = $5 \
          WHERE centre_id = $1 AND arrival_id = $2 AND status = 'received'";

    /// The money waits, or a part of it: unmatched, over, or taken back from what it was posted to.
    /// The first voucher that carried it stays named.
    MARK_SUSPENSE: (ArrivalId, VoucherId) => () =
        "UPDATE arrival SET status = 'suspense', voucher_id = COALESCE(voucher_id, $3) \
          WHERE centre_id = $1 AND arrival_id = $2";

    /// What it paid was taken back.
    FORGET_PURPOSE: (ArrivalId, String, String) => () =
        "UPDATE arrival SET purpose = NULL, purpose_id = NULL \
          WHERE centre_id = $1 AND arrival_id = $2 AND purpose = $3 AND purpose_id = $4";

    /// What it paid, unless it paid something before.
    KEEP_PURPOSE: (ArrivalId, String, String) => () =
        "UPDATE arrival SET purpose = $3, purpose_id = $4 \
          WHERE centre_id = $1 AND arrival_id = $2 AND purpose IS NULL";

    /// Nothing of it waits any more.
    MARK_SETTLED: (ArrivalId,) => () =
        "UPDATE arrival SET status = CASE WHEN purpose IS NULL THEN 'settled' ELSE 'posted' END \
          WHERE centre_id = $1 AND arrival_id = $2 AND status = 'suspense' \
            AND NOT EXISTS (SELECT 1 FROM suspense s \
                             WHERE s.centre_id = $1 AND s.arrival_id = $2 \
                               AND s.status = 'waiting')";
}

db::row! {
    /// A line of the list of arrivals, the payer still sealed.
    pub struct ArrivalRow {
        pub(crate) arrival_id: ArrivalId,
        pub(crate) serial: i64,
        pub(crate) bank_account_id: BankAccountId,
        pub(crate) bank_account_name: String,
        pub(crate) bank_serial: String,
        pub(crate) amount_fen: Fen,
        pub(crate) value_date: Date,
        pub(crate) business_date: Date,
        pub(crate) payer_name: Sealed,
        pub(crate) payer_account: Sealed,
        pub(crate) remark: String,
        pub(crate) payment_code: Option<String>,
        pub(crate) status: ArrivalStatus,
        pub(crate) purpose: Option<String>,
        pub(crate) purpose_id: Option<String>,
        pub(crate) suspense_id: Option<SuspenseId>,
        pub(crate) voucher_id: Option<VoucherId>,
        pub(crate) taken_back_on: Option<Date>,
        pub(crate) recovery_id: Option<RecoveryId>,
    }
}

/// The recovery of the part of `arrival v` that was posted when the bank took it back.
macro_rules! recovery {
    ($column:literal) => {
        concat!(
            "(SELECT y.",
            $column,
            " FROM recovery y \
               WHERE y.centre_id = v.centre_id AND y.arrival_id = v.arrival_id \
                 AND y.kind = 'taken_back')"
        )
    };
}

const RANGE: &[Op] = &[Op::Equal, Op::AtLeast, Op::AtMost];

/// Arrivals.
pub static ARRIVALS: List<ArrivalRow> = List::new(ListInfo {
    name: "arrivals",
    given: &[],
    select: concat!(
        "v.arrival_id, v.serial, v.bank_account_id, k.name, v.bank_serial, v.amount_fen, \
             v.value_date, v.business_date, v.payer_name, v.payer_account, v.remark, \
             v.payment_code, v.status, v.purpose, v.purpose_id, \
             (SELECT w.suspense_id FROM suspense w \
               WHERE w.centre_id = v.centre_id AND w.arrival_id = v.arrival_id \
                 AND w.status = 'waiting' ORDER BY w.serial LIMIT 1), v.voucher_id, \
             COALESCE(",
        recovery!("value_date"),
        ", (SELECT MAX(t.value_date) FROM suspense w \
              JOIN suspense_movement t ON t.centre_id = w.centre_id \
                                      AND t.suspense_id = w.suspense_id \
             WHERE w.centre_id = v.centre_id AND w.arrival_id = v.arrival_id \
               AND t.kind = 'taken_back')), ",
        recovery!("recovery_id")
    ),
    from: "arrival v",
    joined: Some(Joined {
        row: "v",
        tables: "LEFT JOIN bank_account k ON k.centre_id = v.centre_id \
                                        AND k.bank_account_id = v.bank_account_id",
    }),
    filter: "v.centre_id = $1",
    key: ListColumn::new("serial", "v.serial", Kind::Int, &[Op::Equal]).sorted(),
    columns: &[
        ListColumn::new("arrival_id", "v.arrival_id", Kind::Id, &[Op::Equal]),
        ListColumn::new("value_date", "v.value_date", Kind::Date, RANGE).sorted(),
        ListColumn::new("business_date", "v.business_date", Kind::Date, RANGE),
        ListColumn::new("payment_code", "v.payment_code", Kind::Text, &[Op::Equal]),
        ListColumn::new("status", "v.status", Kind::Text, &[Op::Equal]),
        ListColumn::new(
            "bank_account_id",
            "v.bank_account_id",
            Kind::Id,
            &[Op::Equal],
        ),
        ListColumn::new("bank_serial", "v.bank_serial", Kind::Text, &[Op::Equal]),
    ],
    default_sort: "-serial",
    totals: &[("amount_fen", "CAST(SUM(v.amount_fen) AS BIGINT)")],
});
