//! The statements over transfer cases.

use db::{Digest32, Joined, Kind, List, ListColumn, ListInfo, Op, Sealed};
use kernel::{
    AccountNo, BranchId, Date, EmployerId, Instant, MemberId, Month, RosterId, SealingId,
    TransferCaseId,
};

use super::model::{CaseStatus, TransferCase};

/// The columns of a [`TransferCase`], in its order.
macro_rules! case_columns {
    () => {
        "case_id, serial, account_no, old_employer_id, old_branch_id, new_employer_id, \
         new_branch_id, roster_id, month, opened_on, due_on, policy_version_id, opened_at, \
         opened_by, opened_by_name, status, ended_at, ended_by, ended_by_name, ended_reason, \
         proof, sealing_id"
    };
}

/// The cases after one that ended in a status, so many, in the order of their ids.
macro_rules! ended_after {
    ($status:literal) => {
        concat!(
            "SELECT ",
            case_columns!(),
            " FROM transfer_case \
              WHERE centre_id = $1 AND case_id > $2 AND status = '",
            $status,
            "' \
              ORDER BY case_id LIMIT $3"
        )
    };
}

/// The text of [`OPENABLE`] and [`OPENABLE_KEPT`].
macro_rules! openable {
    () => {
        "WITH l AS MATERIALIZED \
             (SELECT DISTINCT f.centre_id, l.account_no FROM roster_finding f \
                JOIN roster_line l ON l.centre_id = f.centre_id AND l.roster_id = f.roster_id \
                                  AND l.line_no = f.line_no \
               WHERE f.centre_id = $1 AND f.roster_id = $2 AND f.code = $3) \
         SELECT a.account_no, a.employer_id, a.branch_id \
           FROM l \
           JOIN account a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
          WHERE a.status = 'normal' AND a.employer_id <> $5 \
            AND NOT EXISTS (SELECT 1 FROM transfer_case c \
                             WHERE c.centre_id = l.centre_id AND c.account_no = l.account_no \
                               AND c.status = 'waiting') \
          ORDER BY a.account_no LIMIT $4"
    };
}

db::row! {
    /// A case as its list holds it, the person still sealed.
    pub struct CaseRow {
        pub(crate) case_id: TransferCaseId,
        pub(crate) serial: i64,
        pub(crate) account_no: AccountNo,
        pub(crate) member_id: MemberId,
        pub(crate) name: Sealed,
        pub(crate) id_number: Sealed,
        pub(crate) old_employer_id: EmployerId,
        pub(crate) old_employer_name: String,
        pub(crate) old_branch_id: BranchId,
        pub(crate) new_employer_id: EmployerId,
        pub(crate) new_employer_name: String,
        pub(crate) new_branch_id: BranchId,
        pub(crate) month: Month,
        pub(crate) opened_on: Date,
        pub(crate) due_on: Date,
        pub(crate) status: CaseStatus,
    }
}

db::row! {
    /// How a case ends.
    pub(crate) struct Ending {
        pub(crate) case_id: TransferCaseId,
        pub(crate) status: CaseStatus,
        pub(crate) ended_at: Instant,
        pub(crate) ended_by: String,
        pub(crate) ended_by_name: String,
        pub(crate) ended_reason: Option<String>,
        pub(crate) proof: Option<Digest32>,
        pub(crate) sealing_id: Option<SealingId>,
    }
}

/// The columns of a [`CaseRow`].
macro_rules! case_row {
    () => {
        "c.case_id, c.serial, c.account_no, m.member_id, m.name, m.id_number, c.old_employer_id, \
         o.name, c.old_branch_id, c.new_employer_id, n.name, c.new_branch_id, c.month, \
         c.opened_on, c.due_on, c.status"
    };
}

/// What a [`CaseRow`] joins to `transfer_case c`.
macro_rules! case_joins {
    () => {
        "LEFT JOIN account a ON a.centre_id = c.centre_id AND a.account_no = c.account_no \
         LEFT JOIN member m ON m.centre_id = a.centre_id AND m.member_id = a.member_id \
         LEFT JOIN employer o ON o.centre_id = c.centre_id AND o.employer_id = c.old_employer_id \
         LEFT JOIN employer n ON n.centre_id = c.centre_id AND n.employer_id = c.new_employer_id"
    };
}

const SERIAL: ListColumn = ListColumn {
    name: "serial",
    sql: "c.serial",
    kind: Kind::Int,
    ops: &[Op::Equal],
    sort: true,
};
const STATUS: ListColumn = ListColumn::new("status", "c.status", Kind::Text, &[Op::Equal]);
const ACCOUNT_NO: ListColumn =
    ListColumn::new("account_no", "c.account_no", Kind::Int, &[Op::Equal]);
const OLD_EMPLOYER_ID: ListColumn = ListColumn::new(
    "old_employer_id",
    "c.old_employer_id",
    Kind::Id,
    &[Op::Equal],
);
const NEW_EMPLOYER_ID: ListColumn = ListColumn::new(
    "new_employer_id",
    "c.new_employer_id",
    Kind::Id,
    &[Op::Equal],
);

/// Transfer cases.
pub static CASES: List<CaseRow> = List::new(ListInfo {
    name: "transfer_cases",
    given: &[],
    select: case_row!(),
    from: "transfer_case c",
    joined: Some(Joined {
        row: "c",
        tables: case_joins!(),
    }),
    filter: "c.centre_id = $1",
    key: SERIAL,
    columns: &[STATUS, ACCOUNT_NO, OLD_EMPLOYER_ID, NEW_EMPLOYER_ID],
    default_sort: "-serial",
    totals: &[],
});

/// Those that concern a branch: its employer lets go, or takes on. Not by employer: asking for one
/// would tell who the other is.
pub static CASES_OF_BRANCH: List<CaseRow> = List::new(ListInfo {
    name: "transfer_cases_of_branch",
    given: &[Kind::Id],
    select: case_row!(),
    from: "transfer_case c",
    joined: Some(Joined {
        row: "c",
        tables: case_joins!(),
    }),
    // Not one condition OR the other, which no index serves.
    filter: "c.centre_id = $1 AND c.case_id IN \
                 (SELECT o.case_id FROM transfer_case o \
                   WHERE o.centre_id = $1 AND o.old_branch_id = $2 \
                  UNION \
                  SELECT n.case_id FROM transfer_case n \
                   WHERE n.centre_id = $1 AND n.new_branch_id = $2)",
    key: SERIAL,
    columns: &[STATUS, ACCOUNT_NO],
    default_sort: "-serial",
    totals: &[],
});

db::statements! {
    /// Whether a file is the proof of a transfer.
    PROOF_NAMES: (Digest32,) => (i64,) =
        "SELECT CAST(1 AS BIGINT) FROM transfer_case WHERE centre_id = $1 AND proof = $2 LIMIT 1";
    /// A case, opened; nothing when somebody was quicker.
    INSERT_CASE: TransferCase => () =
        concat!("INSERT INTO transfer_case (centre_id, ", case_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
                 $18, $19, $20, $21, $22, $23) \
         ON CONFLICT (centre_id, account_no) WHERE status = 'waiting' DO NOTHING");

    /// A case.
    CASE_BY_ID: (TransferCaseId,) => TransferCase =
        concat!("SELECT ", case_columns!(), " FROM transfer_case \
          WHERE centre_id = $1 AND case_id = $2");

    /// A case that is about to end. Of two clerks one waits here.
    CASE_LOCKED [for update]: (TransferCaseId,) => TransferCase =
        concat!("SELECT ", case_columns!(), " FROM transfer_case \
          WHERE centre_id = $1 AND case_id = $2");

    /// The next cases after one, in the order of their ids.
    CASES_AFTER: (TransferCaseId, i64) => TransferCase =
        concat!("SELECT ", case_columns!(), " FROM transfer_case \
          WHERE centre_id = $1 AND case_id > $2 ORDER BY case_id LIMIT $3");

    /// The next cases after one that were declined, in the order of their ids.
    DECLINED_AFTER: (TransferCaseId, i64) => TransferCase = ended_after!("declined");

    /// The next cases after one that were forced, in the order of their ids.
    FORCED_AFTER: (TransferCaseId, i64) => TransferCase = ended_after!("forced");

    /// The next cases after one that were settled by the old employer's sealing, in the order of their ids.
    SEALED_AFTER: (TransferCaseId, i64) => TransferCase = ended_after!("sealed");

    /// The next cases after one that were withdrawn, in the order of their ids.
    WITHDRAWN_AFTER: (TransferCaseId, i64) => TransferCase = ended_after!("withdrawn");

    /// The cases that wait for accounts of a sealing.
    WAITING_FOR_SEALING: (SealingId,) => TransferCase =
        concat!("SELECT ", case_columns!(), " FROM transfer_case \
          WHERE centre_id = $1 AND status = 'waiting' \
            AND account_no IN (SELECT l.account_no FROM sealing_line l \
                                WHERE l.centre_id = $1 AND l.sealing_id = $2) \
          ORDER BY serial");

    /// Ends a case that waits.
    END_CASE: Ending => () =
        "UPDATE transfer_case SET status = $3, ended_at = $4, ended_by = $5, ended_by_name = $6, \
                                  ended_reason = $7, proof = $8, sealing_id = $9 \
          WHERE centre_id = $1 AND case_id = $2 AND status = 'waiting'";

    /// Whom a roster has that contribute with another employer and aren't waited for: the account,
    /// that employer and its branch; once, however many rows they stand in. $3 is the finding's code,
    /// $4 the most, $5 the roster's own employer.
    OPENABLE: (RosterId, String, i64, EmployerId) => (AccountNo, EmployerId, BranchId) =
        openable!();

    /// The same, their accounts kept as they are: a sealing waits, and then finds the case.
    OPENABLE_KEPT [for share]: (RosterId, String, i64, EmployerId) => (AccountNo, EmployerId, BranchId) =
        openable!();

    /// The last month of an account that is paid, the last that an employer is assessed for with it,
    /// and the one from which it was sealed before.
    LAST_MONTHS: (AccountNo, EmployerId) => (Option<Month>, Option<Month>, Option<Month>) =
        "SELECT (SELECT MAX(m.month) FROM member_month m \
                  WHERE m.centre_id = $1 AND m.account_no = $2 AND m.kind <> 'reversed'), \
                (SELECT MAX(r.month) FROM remittance r \
                   JOIN batch_line b ON b.centre_id = r.centre_id AND b.batch_id = r.batch_id \
                  WHERE r.centre_id = $1 AND r.employer_id = $3 AND b.account_no = $2 \
                    AND r.status IN ('assessed', 'posting')), \
                (SELECT MAX(c.sealed_from) FROM account_change c \
                  WHERE c.centre_id = $1 AND c.account_no = $2 AND c.status = 'sealed')";

    /// A case as its list holds it.
    CASE_ROW: (TransferCaseId,) => CaseRow = concat!(
        "SELECT ", case_row!(), " FROM transfer_case c ", case_joins!(),
        " WHERE c.centre_id = $1 AND c.case_id = $2"
    );
}
