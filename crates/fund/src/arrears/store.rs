//! The statements over employers that owe a month, and their list.

use db::{Joined, Kind, List, ListColumn, ListInfo, Op};
use kernel::{BranchId, EmployerId, EmployerNo, Month, RemittanceId};

use crate::employer::{EmployerStatus, Figures, account_figures, taken_over};

/// Employers with 欠缴月数: the months after the one they have paid through, to the last that has fallen
/// due; less those posted beyond a gap, which are counted for the few employers that have one. The
/// last month due hangs on the payday alone: `$3` up to payday `$2`, and
/// `$4` after it; see [`DueMonths`](super::DueMonths). Where it is missing,
/// nothing is owed.
macro_rules! owing {
    () => {
        "(SELECT d.*, CASE WHEN d.paid_through IS NULL \
                           THEN (d.due / 100 - d.first_month / 100) * 12 + d.due % 100 \
                                - d.first_month % 100 + 1 \
                           ELSE (d.due / 100 - d.paid_through / 100) * 12 + d.due % 100 \
                                - d.paid_through % 100 END \
                      - CASE WHEN d.last_paid > COALESCE(d.paid_through, 0) \
                             THEN (SELECT COUNT(*) FROM remittance r \
                                    WHERE r.centre_id = d.centre_id \
                                      AND r.employer_id = d.employer_id AND r.status = 'posted' \
                                      AND r.month > COALESCE(d.paid_through, d.first_month - 1) \
                                      AND r.month <= d.due) \
                             ELSE 0 END AS owed \
            FROM (SELECT centre_id, employer_id, employer_no, name, status, branch_id, \
                         first_month, payday, paid_through, last_paid, \
                         CASE WHEN payday <= $2 THEN $3 ELSE $4 END AS due \
                    FROM employer \
                   WHERE centre_id = $1 AND status IN ('normal', 'opened', 'deferred')) d) e"
    };
}

/// The remittances that are assessed for a month owed by [`owing`] and await their money.
macro_rules! awaited {
    () => {
        "remittance r \
          WHERE r.centre_id = e.centre_id AND r.employer_id = e.employer_id \
            AND r.status IN ('assessed', 'posting') \
            AND r.month BETWEEN e.first_month AND e.due"
    };
}

db::row! {
    /// A line of the list of arrears.
    pub struct ArrearsRow {
        pub(crate) employer_id: EmployerId,
        pub(crate) employer_no: EmployerNo,
        pub(crate) name: String,
        pub(crate) status: EmployerStatus,
        pub(crate) branch_id: BranchId,
        pub(crate) branch_name: String,
        pub(crate) payday: i64,
        pub(crate) first_month: Month,
        pub(crate) due: Month,
        pub(crate) months_owed: i64,
        pub(crate) figures: Figures,
        pub(crate) paid_through: Option<Month>,
        pub(crate) taken_over: bool,
        /// The months that are assessed and await their money.
        pub(crate) awaited: Option<String>,
        /// The remittance of the first of them.
        pub(crate) first_awaited: Option<RemittanceId>,
    }
}

/// Employers that owe a month. Months owed has no index: it is of the day, and the employers of a
/// branch, or of the centre, are what bounds it.
pub static ARREARS: List<ArrearsRow> = List::new(ListInfo {
    name: "arrears",
    select: concat!(
        "e.employer_id, e.employer_no, e.name, e.status, e.branch_id, b.name, e.payday, e.first_month, \
             e.due, e.owed, \
             ",
        account_figures!(),
        ", e.paid_through, CASE WHEN e.paid_through IS NOT NULL THEN FALSE ELSE ",
        taken_over!(),
        " END, (SELECT string_agg(CAST(r.month AS TEXT), ',') FROM ",
        awaited!(),
        "), (SELECT r.remittance_id FROM ",
        awaited!(),
        " ORDER BY r.month LIMIT 1)"
    ),
    from: owing!(),
    joined: Some(Joined {
        row: "e",
        tables: "LEFT JOIN branch b ON b.centre_id = e.centre_id AND b.branch_id = e.branch_id",
    }),
    filter: "e.centre_id = $1 AND e.owed > 0",
    given: &[Kind::Int, Kind::Month, Kind::Month],
    key: ListColumn::new("employer_no", "e.employer_no", Kind::Int, &[Op::Equal]).sorted(),
    columns: &[
        ListColumn::new(
            "months_owed",
            "e.owed",
            Kind::Int,
            &[Op::Equal, Op::AtLeast, Op::AtMost],
        )
        .sorted(),
        ListColumn::new("name", "e.name", Kind::Text, &[Op::Equal, Op::Contains]),
        ListColumn::new("status", "e.status", Kind::Text, &[Op::Equal]),
        ListColumn::new("branch_id", "e.branch_id", Kind::Id, &[Op::Equal]),
    ],
    default_sort: "-months_owed",
    totals: &[],
});

db::statements! {
    /// How many employers owe a month.
    COUNT: (i64, Option<Month>, Option<Month>) => (i64,) = concat!(
        "SELECT CAST(COUNT(*) AS BIGINT) FROM ", owing!(),
        " WHERE e.centre_id = $1 AND e.owed > 0"
    );

    /// How many employers of a branch owe a month.
    COUNT_OF_BRANCH: (i64, Option<Month>, Option<Month>, BranchId) => (i64,) = concat!(
        "SELECT CAST(COUNT(*) AS BIGINT) FROM ", owing!(),
        " WHERE e.centre_id = $1 AND e.owed > 0 AND e.branch_id = $5"
    );
}
