//! The statements over payers and their arrangements, and the list of payers.

use db::{Joined, Kind, List, ListColumn, ListInfo, Lookup, Op, Sealed};
use kernel::{ArrangementId, Date, EmployerId, EmployerNo, Instant, PayerId};

use super::model::{Arrangement, Payer, PayerKind, PayerStatus};

/// The columns of a [`Payer`], in its order.
macro_rules! payer_columns {
    () => {
        "payer_id, serial, name, name_compared, kind, credit_code, account_number, \
         account_lookup, basis, status, registered_at, registered_by, registered_by_name, \
         ended_at, ended_by, ended_by_name, ended_reason"
    };
}

/// The columns of an [`Arrangement`], in its order.
macro_rules! arrangement_columns {
    () => {
        "arrangement_id, payer_id, employer_id, first_day, last_day, basis, made_at, made_by, \
         made_by_name, ended_on, ended_at, ended_by, ended_by_name, ended_reason"
    };
}

/// Whether `payer_arrangement a` stands on the day `$day`.
macro_rules! stands_on {
    ($day:literal) => {
        concat!(
            "a.first_day <= ",
            $day,
            " AND (a.last_day IS NULL OR a.last_day >= ",
            $day,
            ") AND (a.ended_on IS NULL OR a.ended_on >= ",
            $day,
            ")"
        )
    };
}
pub(crate) use stands_on;

/// Whether `payer p` is who paid a wire: from the account whose look-up key is `$account`, else,
/// where that is no payer's, under the name `$name`.
macro_rules! paid_by {
    ($account:literal, $name:literal) => {
        concat!(
            "(p.account_lookup = ",
            $account,
            " OR (p.name_compared = ",
            $name,
            " AND NOT EXISTS (SELECT 1 FROM payer q \
               WHERE q.centre_id = $1 AND q.account_lookup = ",
            $account,
            ")))"
        )
    };
}
pub(crate) use paid_by;

db::row! {
    /// How a payer, or what it pays for, was ended.
    pub(crate) struct EndOfPayer {
        pub(crate) payer_id: PayerId,
        pub(crate) ended_at: Option<Instant>,
        pub(crate) ended_by: Option<String>,
        pub(crate) ended_by_name: Option<String>,
        pub(crate) ended_reason: Option<String>,
    }
}

db::row! {
    /// How an arrangement was ended.
    pub(crate) struct EndOfArrangement {
        pub(crate) arrangement_id: ArrangementId,
        pub(crate) ended_on: Option<Date>,
        pub(crate) ended_at: Option<Instant>,
        pub(crate) ended_by: Option<String>,
        pub(crate) ended_by_name: Option<String>,
        pub(crate) ended_reason: Option<String>,
    }
}

db::row! {
    /// A line of the list of arrangements.
    pub struct ArrangementRow {
        pub(crate) arrangement_id: ArrangementId,
        pub(crate) payer_id: PayerId,
        pub(crate) payer_name: String,
        pub(crate) payer_kind: PayerKind,
        pub(crate) employer_id: EmployerId,
        pub(crate) employer_no: EmployerNo,
        pub(crate) employer_name: String,
        pub(crate) first_day: Date,
        pub(crate) last_day: Option<Date>,
        pub(crate) ended_on: Option<Date>,
        pub(crate) basis: String,
        pub(crate) made_at: Instant,
        pub(crate) made_by_name: String,
        pub(crate) ended_reason: Option<String>,
    }
}

db::statements! {
    /// A new payer; no row when another one pays from the account already.
    INSERT_PAYER: Payer => () = concat!(
        "INSERT INTO payer (centre_id, ", payer_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) \
         ON CONFLICT (centre_id, account_lookup) WHERE status = 'paying' DO NOTHING"
    );

    /// A payer.
    PAYER_BY_ID: (PayerId,) => Payer =
        concat!("SELECT ", payer_columns!(), " FROM payer WHERE centre_id = $1 AND payer_id = $2");

    /// A payer that is about to change. Locked before its arrangements.
    PAYER_LOCKED [for update]: (PayerId,) => Payer =
        concat!("SELECT ", payer_columns!(), " FROM payer WHERE centre_id = $1 AND payer_id = $2");

    /// Who pays from an account.
    PAYER_OF_ACCOUNT: (Lookup,) => Payer = concat!(
        "SELECT ", payer_columns!(), " FROM payer \
          WHERE centre_id = $1 AND account_lookup = $2 AND status = 'paying'"
    );

    /// The next payers after one, in the order of their ids.
    PAYERS_AFTER: (PayerId, i64) => Payer = concat!(
        "SELECT ", payer_columns!(), " FROM payer \
          WHERE centre_id = $1 AND payer_id > $2 ORDER BY payer_id LIMIT $3"
    );

    /// The next payers that were ended after one, in the order of their ids.
    ENDED_PAYERS_AFTER: (PayerId, i64) => Payer = concat!(
        "SELECT ", payer_columns!(), " FROM payer \
          WHERE centre_id = $1 AND payer_id > $2 \
            AND (status = 'ended' OR ended_at IS NOT NULL) ORDER BY payer_id LIMIT $3"
    );

    /// A payer pays no more.
    END_PAYER: EndOfPayer => () =
        "UPDATE payer SET status = 'ended', ended_at = $3, ended_by = $4, ended_by_name = $5, \
                          ended_reason = $6 \
          WHERE centre_id = $1 AND payer_id = $2 AND status = 'paying'";

    /// A new arrangement.
    INSERT_ARRANGEMENT: Arrangement => () = concat!(
        "INSERT INTO payer_arrangement (centre_id, ", arrangement_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
    );

    /// The arrangements of a payer, in the order they were made.
    ARRANGEMENTS_OF: (PayerId,) => Arrangement = concat!(
        "SELECT ", arrangement_columns!(), " FROM payer_arrangement \
          WHERE centre_id = $1 AND payer_id = $2 ORDER BY arrangement_id"
    );

    /// An arrangement of a payer.
    ARRANGEMENT_OF: (ArrangementId, PayerId) => Arrangement = concat!(
        "SELECT ", arrangement_columns!(), " FROM payer_arrangement \
          WHERE centre_id = $1 AND arrangement_id = $2 AND payer_id = $3"
    );

    /// The arrangements of a payer with an employer.
    ARRANGEMENTS_WITH: (PayerId, EmployerId) => Arrangement = concat!(
        "SELECT ", arrangement_columns!(), " FROM payer_arrangement \
          WHERE centre_id = $1 AND payer_id = $2 AND employer_id = $3 ORDER BY arrangement_id"
    );

    /// The next arrangements after one, in the order of their ids.
    ARRANGEMENTS_AFTER: (ArrangementId, i64) => Arrangement = concat!(
        "SELECT ", arrangement_columns!(), " FROM payer_arrangement \
          WHERE centre_id = $1 AND arrangement_id > $2 ORDER BY arrangement_id LIMIT $3"
    );

    /// The next arrangements that were ended after one, in the order of their ids.
    ENDED_ARRANGEMENTS_AFTER: (ArrangementId, i64) => Arrangement = concat!(
        "SELECT ", arrangement_columns!(), " FROM payer_arrangement \
          WHERE centre_id = $1 AND arrangement_id > $2 \
            AND (ended_on IS NOT NULL OR ended_at IS NOT NULL) ORDER BY arrangement_id LIMIT $3"
    );

    /// An arrangement ends: once.
    END_ARRANGEMENT: EndOfArrangement => () =
        "UPDATE payer_arrangement SET ended_on = $3, ended_at = $4, ended_by = $5, \
                                      ended_by_name = $6, ended_reason = $7 \
          WHERE centre_id = $1 AND arrangement_id = $2 AND ended_on IS NULL";

    /// The payer that paid a wire for an employer on a day.
    PAYER_FOR: (Lookup, String, Date, EmployerId) => (PayerId,) = concat!(
        "SELECT p.payer_id FROM payer p \
           JOIN payer_arrangement a ON a.centre_id = p.centre_id AND a.payer_id = p.payer_id \
          WHERE p.centre_id = $1 AND a.employer_id = $5 AND ", paid_by!("$2", "$3"),
        " AND ", stands_on!("$4"), " ORDER BY p.payer_id LIMIT 1"
    );
}

db::row! {
    /// A line of the list of payers.
    pub struct PayerRow {
        pub(crate) payer_id: PayerId,
        pub(crate) serial: i64,
        pub(crate) name: String,
        pub(crate) kind: PayerKind,
        pub(crate) credit_code: String,
        pub(crate) account_number: Sealed,
        pub(crate) basis: String,
        pub(crate) status: PayerStatus,
        pub(crate) registered_at: Instant,
        pub(crate) registered_by_name: String,
        pub(crate) ended_at: Option<Instant>,
        pub(crate) ended_reason: Option<String>,
        pub(crate) employers: i64,
    }
}

/// How many employers `payer p` pays for on the day `$2`.
macro_rules! employers_of {
    () => {
        concat!(
            "(SELECT CAST(COUNT(*) AS BIGINT) FROM payer_arrangement a \
               WHERE a.centre_id = p.centre_id AND a.payer_id = p.payer_id AND ",
            stands_on!("$2"),
            ")"
        )
    };
}

/// Payers, the latest first; given the day.
pub static PAYERS: List<PayerRow> = List::new(ListInfo {
    name: "payers",
    given: &[Kind::Date],
    select: concat!(
        "p.payer_id, p.serial, p.name, p.kind, p.credit_code, p.account_number, p.basis, \
         p.status, p.registered_at, p.registered_by_name, p.ended_at, p.ended_reason, ",
        employers_of!()
    ),
    from: "payer p",
    joined: None,
    filter: "p.centre_id = $1",
    key: ListColumn {
        name: "serial",
        sql: "p.serial",
        kind: Kind::Int,
        ops: &[Op::Equal],
        sort: true,
    },
    columns: &[
        ListColumn {
            name: "payer_id",
            sql: "p.payer_id",
            kind: Kind::Id,
            ops: &[Op::Equal],
            sort: false,
        },
        ListColumn::new("name", "p.name", Kind::Text, &[Op::Equal, Op::Contains]).sorted(),
        ListColumn::new("kind", "p.kind", Kind::Text, &[Op::Equal]),
        ListColumn::new("status", "p.status", Kind::Text, &[Op::Equal]),
        ListColumn::new("credit_code", "p.credit_code", Kind::Text, &[Op::Equal]),
    ],
    default_sort: "-serial",
    totals: &[(
        "employers",
        concat!("CAST(SUM(", employers_of!(), ") AS BIGINT)"),
    )],
});

/// 代付关系 with both sides, the latest first; given the day. Always asked for one payer or one employer.
pub static ARRANGEMENTS: List<ArrangementRow> = List::new(ListInfo {
    name: "payer_arrangements",
    given: &[Kind::Date],
    select: "a.arrangement_id, a.payer_id, p.name, p.kind, a.employer_id, e.employer_no, e.name, a.first_day, a.last_day, \
             a.ended_on, a.basis, a.made_at, a.made_by_name, a.ended_reason",
    from: "payer_arrangement a",
    joined: Some(Joined {
        row: "a",
        tables: "LEFT JOIN payer p ON p.centre_id = a.centre_id AND p.payer_id = a.payer_id \
                 LEFT JOIN employer e \
                        ON e.centre_id = a.centre_id AND e.employer_id = a.employer_id",
    }),
    filter: "a.centre_id = $1",
    key: ListColumn {
        name: "arrangement_id",
        sql: "a.arrangement_id",
        kind: Kind::Id,
        ops: &[Op::Equal],
        sort: true,
    },
    columns: &[
        ListColumn {
            name: "payer_id",
            sql: "a.payer_id",
            kind: Kind::Id,
            ops: &[Op::Equal],
            sort: false,
        },
        ListColumn {
            name: "employer_id",
            sql: "a.employer_id",
            kind: Kind::Id,
            ops: &[Op::Equal],
            sort: false,
        },
        ListColumn {
            name: "stands",
            sql: concat!("(", stands_on!("$2"), ")"),
            kind: Kind::Bool,
            ops: &[Op::Holds],
            sort: false,
        },
    ],
    default_sort: "-arrangement_id",
    totals: &[],
});
