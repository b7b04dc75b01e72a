//! The statements over rosters, their people, lines and findings.
//!
//! Those over whole rosters begin with the lines in a materialised table expression, and everything
//! joined to it is reached by the full key of its row, the centre taken from the lines too. A roster is written and read in one
//! transaction, so PostgreSQL has no statistics of it, takes it for one row, and where it could
//! reach a second table by the roster's id alone it would walk that table once a line. For the same
//! reason an account's employer and status are compared with IS TRUE behind, which no index serves.

use db::{Digest32, Joined, Kind, List, ListColumn, ListInfo, Op, Sealed};
use kernel::{
    AccountNo, BatchId, BranchId, EmployerId, Fen, MemberId, Month, RemittanceId, RosterId,
};

use super::model::{AccountFacts, RosterStatus, RosterSummary};
use super::rows::{
    Contributor, ListedLine, MissingBetween, OpeningRow, RosterRow, Sums, WholeLine,
};
use crate::account::AccountStatus;
use crate::member::member_columns;

/// The columns of a [`RosterRow`], in its order.
macro_rules! roster_columns {
    () => {
        "roster_id, employer_id, branch_id, month, status, file, line_count, faulty_rows, \
         new_accounts, changed_bases, unsealed_accounts, transferred_accounts, missing_members, \
         employer_amount_fen, member_amount_fen, unknown_columns, skipped_rows, notes, rounding, \
         terms, created_at, created_by, created_by_name, remittance_id"
    };
}

/// Whether a change `c` sealed an account of an employer that it contributed for in a month: from a
/// later one on.
macro_rules! sealed_later {
    ($employer:literal, $month:literal) => {
        concat!(
            "c.employer_id = ",
            $employer,
            " AND c.status = 'sealed' AND c.first_month <= ",
            $month,
            " AND c.sealed_from > ",
            $month
        )
    };
}

/// The accounts that an employer contributed for in a month: those that contribute with it now and
/// had begun by then, and those that it sealed from a later month on, wherever they are now.
macro_rules! serving {
    ($employer:literal, $month:literal) => {
        concat!(
            "SELECT n.account_no FROM account n \
              WHERE n.centre_id = $1 AND n.employer_id = ",
            $employer,
            " AND n.status IN ('normal', 'frozen') AND n.first_month <= ",
            $month,
            " UNION \
             SELECT c.account_no FROM account_change c \
              WHERE c.centre_id = $1 AND ",
            sealed_later!($employer, $month)
        )
    };
}

/// What an account `a` contributed on with an employer that it served in a month: of one that is with
/// another by now, what stood when the employer sealed it.
macro_rules! served_with {
    ($column:literal, $employer:literal, $month:literal) => {
        concat!(
            "CASE WHEN a.employer_id = ",
            $employer,
            " THEN a.",
            $column,
            " ELSE (SELECT c.",
            $column,
            " FROM account_change c \
              WHERE c.centre_id = a.centre_id AND c.account_no = a.account_no AND ",
            sealed_later!($employer, $month),
            " ORDER BY c.change_no DESC LIMIT 1) END"
        )
    };
}

db::statements! {
    /// A roster, once everything about it is known.
    INSERT_ROSTER: RosterRow => () =
        concat!("INSERT INTO roster (centre_id, ", roster_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
                 $18, $19, $20, $21, $22, $23, $24, $25)");

    /// A roster.
    ROSTER_BY_ID: (RosterId,) => RosterRow =
        concat!("SELECT ", roster_columns!(), " FROM roster \
          WHERE centre_id = $1 AND roster_id = $2");

    /// The next rosters after one, in the order of their ids.
    ROSTERS_AFTER: (RosterId, i64) => RosterRow =
        concat!("SELECT ", roster_columns!(), " FROM roster \
          WHERE centre_id = $1 AND roster_id > $2 ORDER BY roster_id LIMIT $3");

    /// The next confirmed rosters after one, in the order of their ids.
    CONFIRMED_AFTER: (RosterId, i64) => RosterRow =
        concat!("SELECT ", roster_columns!(), " FROM roster \
          WHERE centre_id = $1 AND roster_id > $2 AND status = 'confirmed' \
          ORDER BY roster_id LIMIT $3");

    /// A roster that is about to be confirmed or discarded. Of two clerks one waits here.
    ROSTER_LOCKED [for update]: (RosterId,) => RosterRow =
        concat!("SELECT ", roster_columns!(), " FROM roster \
          WHERE centre_id = $1 AND roster_id = $2");

    /// The roster's end, one way or the other.
    END_ROSTER: (RosterId, RosterStatus, Option<RemittanceId>) => () =
        "UPDATE roster SET status = $3, remittance_id = $4 \
          WHERE centre_id = $1 AND roster_id = $2 AND status = 'previewed'";

    /// The accounts that the people of a stretch of lines already have.
    ACCOUNT_FACTS: (RosterId, i64, i64, Month, EmployerId) => AccountFacts = concat!(
        "WITH p AS MATERIALIZED \
             (SELECT centre_id, line_no, id_kind, id_number_lookup FROM roster_person \
               WHERE centre_id = $1 AND roster_id = $2 AND line_no BETWEEN $3 AND $4) \
         SELECT p.line_no, a.account_no, a.change_count, a.employer_id, a.status, a.first_month, \
                a.sealed_from, \
                m.name_lookup, \
                a.base_fen, a.employer_rate, a.member_rate, a.employer_monthly_fen, \
                a.member_monthly_fen, paid.entry_no, \
                CASE WHEN a.employer_id = $6 AND a.status IN ('normal', 'frozen') \
                      AND a.first_month <= $5 THEN 0 \
                     ELSE (SELECT CAST(COUNT(*) AS BIGINT) FROM account_change c \
                            WHERE c.centre_id = a.centre_id AND c.account_no = a.account_no \
                              AND ", sealed_later!("$6", "$5"), ") END \
           FROM p \
           JOIN member m ON m.centre_id = p.centre_id AND m.id_kind = p.id_kind \
                        AND m.id_number_lookup = p.id_number_lookup \
           JOIN account a ON a.centre_id = p.centre_id AND a.member_id = m.member_id \
           LEFT JOIN member_month paid \
                  ON paid.centre_id = p.centre_id AND paid.account_no = a.account_no \
                 AND paid.month = $5 AND paid.kind <> 'reversed'"
    );

    /// A line that turned out faulty after it was written: a later line speaks of it.
    MARK_FAULTY: (RosterId, i64) => () =
        "WITH f AS MATERIALIZED \
             (SELECT centre_id, roster_id, line_no FROM roster_finding \
               WHERE centre_id = $1 AND roster_id = $2 AND finding_no = $3) \
         UPDATE roster_line SET faulty = TRUE FROM f \
          WHERE roster_line.centre_id = f.centre_id AND roster_line.roster_id = f.roster_id \
            AND roster_line.line_no = f.line_no AND NOT roster_line.faulty";

    /// How many members the employer contributes for in a month.
    COUNT_CONTRIBUTING: (EmployerId, Month) => (i64,) = concat!(
        "SELECT CAST(COUNT(*) AS BIGINT) FROM (", serving!("$2", "$3"), ") AS s"
    );

    /// For whom the employer contributes in a month, by account number, with what each contributes
    /// on and both sides pay; with the employer that has it now.
    CONTRIBUTING: (EmployerId, Month) => (AccountNo, AccountStatus, EmployerId, Fen, Fen) = concat!(
        "SELECT a.account_no, a.status, a.employer_id, ", served_with!("base_fen", "$2", "$3"),
        ", ", served_with!("employer_monthly_fen", "$2", "$3"),
        " + ", served_with!("member_monthly_fen", "$2", "$3"),
        " FROM (", serving!("$2", "$3"), ") AS s \
           JOIN account a ON a.centre_id = $1 AND a.account_no = s.account_no \
          ORDER BY a.account_no"
    );

    /// Which accounts stand in the roster.
    STANDING: (RosterId,) => (AccountNo,) =
        "SELECT account_no FROM roster_line \
          WHERE centre_id = $1 AND roster_id = $2 AND account_no IS NOT NULL";

    /// Whose the contributing accounts are that don't stand in the roster, from one to another, by
    /// account number.
    MISSING_MEMBERS: MissingBetween => (AccountNo, MemberId, Sealed, Sealed) = concat!(
        "WITH l AS MATERIALIZED \
             (SELECT account_no FROM roster_line \
               WHERE centre_id = $1 AND roster_id = $2 AND account_no BETWEEN $5 AND $6), \
             s AS MATERIALIZED (", serving!("$3", "$4"), ") \
         SELECT a.account_no, m.member_id, m.name, m.id_number FROM s \
           JOIN account a ON a.centre_id = $1 AND a.account_no = s.account_no \
           JOIN member m ON m.centre_id = a.centre_id AND m.member_id = a.member_id \
          WHERE s.account_no BETWEEN $5 AND $6 \
            AND s.account_no NOT IN (SELECT l.account_no FROM l) \
          ORDER BY a.account_no"
    );

    /// The findings of a stretch of lines.
    FINDINGS_OF: (RosterId, i64, i64) => (i64, String, String, String) =
        "SELECT line_no, code, column_title, sentence FROM roster_finding \
          WHERE centre_id = $1 AND roster_id = $2 AND line_no BETWEEN $3 AND $4 \
          ORDER BY line_no, finding_no";

    /// A stretch of lines with their people.
    LINES_WHOLE: (RosterId, i64, i64) => WholeLine =
        "WITH l AS MATERIALIZED \
             (SELECT centre_id, roster_id, line_no, base_fen, employer_rate, member_rate, employer_fen, \
                     member_fen FROM roster_line \
               WHERE centre_id = $1 AND roster_id = $2 AND line_no BETWEEN $3 AND $4) \
         SELECT p.member_id, p.name, p.id_kind, p.id_number, p.mobile, l.base_fen, \
                l.employer_rate, l.member_rate, l.employer_fen, l.member_fen \
           FROM l \
           JOIN roster_person p ON p.centre_id = l.centre_id AND p.roster_id = l.roster_id \
                               AND p.line_no = l.line_no \
          ORDER BY l.line_no";

    /// The rows of the file that a stretch of lines was read from.
    SHEET_ROWS: (RosterId, i64, i64) => (i64,) =
        "SELECT sheet_row FROM roster_line \
          WHERE centre_id = $1 AND roster_id = $2 AND line_no BETWEEN $3 AND $4 \
          ORDER BY line_no";

    /// For whom the employer contributes in a month, so many after an account. What another employer has
    /// put in its place since isn't the employer's to know.
    CONTRIBUTING_WHOLE: (EmployerId, Month, i64, i64) => Contributor = concat!(
        "SELECT a.account_no, m.member_id, m.name, m.id_kind, m.id_number, \
                CASE WHEN a.employer_id = $2 THEN m.mobile END, ",
        served_with!("base_fen", "$2", "$3"),
        " FROM (", serving!("$2", "$3"), ") AS s \
           JOIN account a ON a.centre_id = $1 AND a.account_no = s.account_no \
           JOIN member m ON m.centre_id = a.centre_id AND m.member_id = a.member_id \
          WHERE s.account_no > $4 ORDER BY a.account_no LIMIT $5"
    );

    /// What the lines come to.
    SUMS: (RosterId,) => Sums =
        "SELECT CAST(COUNT(*) AS BIGINT), \
                CAST(COUNT(CASE WHEN faulty THEN 1 END) AS BIGINT), \
                CAST(COUNT(CASE WHEN change = 'open' THEN 1 END) AS BIGINT), \
                CAST(COUNT(CASE WHEN change = 'rebase' THEN 1 END) AS BIGINT), \
                CAST(COUNT(CASE WHEN change = 'unseal' THEN 1 END) AS BIGINT), \
                CAST(COUNT(CASE WHEN change = 'transfer' THEN 1 END) AS BIGINT), \
                MIN(base_fen), MAX(base_fen), MIN(employer_rate), MAX(employer_rate), \
                MIN(member_rate), MAX(member_rate), \
                CAST(SUM(employer_fen) AS BIGINT), CAST(SUM(member_fen) AS BIGINT) \
           FROM roster_line WHERE centre_id = $1 AND roster_id = $2";

    /// The accounts that a confirmation changes, before their lines are compared with them.
    LOCK_ACCOUNTS [in order]: (RosterId,) => (i64,) =
        "WITH l AS MATERIALIZED \
             (SELECT centre_id, account_no FROM roster_line \
               WHERE centre_id = $1 AND roster_id = $2 \
                 AND change IN ('rebase', 'unseal', 'transfer')) \
         SELECT a.account_no FROM l \
           JOIN account a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
          ORDER BY a.account_no";

    /// Lines whose person's account is no longer as the preview saw it: how many, and the first.
    OUTDATED_LINES: (RosterId, Month) => (i64, Option<i64>) =
        "WITH l AS MATERIALIZED \
             (SELECT centre_id, roster_id, line_no, sheet_row, account_no, account_change_no \
                FROM roster_line \
               WHERE centre_id = $1 AND roster_id = $2) \
         SELECT CAST(COUNT(*) AS BIGINT), MIN(l.sheet_row) \
           FROM l \
           JOIN roster_person p ON p.centre_id = l.centre_id AND p.roster_id = l.roster_id \
                               AND p.line_no = l.line_no \
           LEFT JOIN member m ON m.centre_id = l.centre_id AND m.id_kind = p.id_kind \
                             AND m.id_number_lookup = p.id_number_lookup \
           LEFT JOIN account a ON a.centre_id = l.centre_id AND a.member_id = m.member_id \
           LEFT JOIN member_month paid \
                  ON paid.centre_id = l.centre_id AND paid.account_no = a.account_no \
                 AND paid.month = $3 AND paid.kind <> 'reversed' \
          WHERE (l.account_no IS NULL AND m.member_id IS NOT NULL) \
             OR (l.account_no IS NOT NULL \
                 AND (a.account_no IS NULL OR a.account_no <> l.account_no \
                      OR a.change_count <> l.account_change_no \
                      OR m.name_lookup <> p.name_lookup OR paid.entry_no IS NOT NULL))";

    /// The people of the lines that open an account, sealed as they will stand in `member`: so
    /// many after a line.
    OPENINGS: (RosterId, i64, i64) => OpeningRow = concat!(
        "WITH l AS MATERIALIZED \
             (SELECT centre_id, roster_id, line_no, base_fen, employer_rate, member_rate, employer_fen, \
                     member_fen, first_month FROM roster_line \
               WHERE centre_id = $1 AND roster_id = $2 AND change = 'open' AND line_no > $3 \
               ORDER BY line_no LIMIT $4) \
         SELECT p.line_no, ", member_columns!(), ", l.base_fen, l.employer_rate, l.member_rate, \
                l.employer_fen, l.member_fen, l.first_month \
           FROM l \
           JOIN roster_person p ON p.centre_id = l.centre_id AND p.roster_id = l.roster_id \
                               AND p.line_no = l.line_no \
          ORDER BY l.line_no"
    );

    /// Gives the lines that opened an account its number.
    NUMBER_OPENED: (RosterId, EmployerId) => () =
        "WITH l AS MATERIALIZED \
             (SELECT centre_id, roster_id, line_no FROM roster_line \
               WHERE centre_id = $1 AND roster_id = $2 AND change = 'open' \
                 AND account_no IS NULL) \
         UPDATE roster_line SET account_no = a.account_no \
           FROM l \
           JOIN roster_person AS p ON p.centre_id = l.centre_id AND p.roster_id = l.roster_id \
                                  AND p.line_no = l.line_no \
           JOIN member AS m ON m.centre_id = l.centre_id AND m.id_kind = p.id_kind \
                           AND m.id_number_lookup = p.id_number_lookup \
           JOIN account AS a ON a.centre_id = l.centre_id AND a.member_id = m.member_id \
          WHERE roster_line.centre_id = l.centre_id AND roster_line.roster_id = l.roster_id \
            AND roster_line.line_no = l.line_no AND (a.employer_id = $3) IS TRUE";

    /// 基数调整: base, rates and monthly amounts become those of the roster; of accounts that stand
    /// as the lines were judged by.
    REBASE_ACCOUNTS: (RosterId,) => () =
        "WITH l AS MATERIALIZED \
             (SELECT centre_id, account_no, account_change_no, base_fen, employer_rate, \
                     member_rate, employer_fen, member_fen FROM roster_line \
               WHERE centre_id = $1 AND roster_id = $2 AND change = 'rebase') \
         UPDATE account SET base_fen = l.base_fen, employer_rate = l.employer_rate, \
                            member_rate = l.member_rate, employer_monthly_fen = l.employer_fen, \
                            member_monthly_fen = l.member_fen, \
                            change_count = account.change_count + 1 \
           FROM l \
          WHERE account.centre_id = l.centre_id AND account.account_no = l.account_no \
            AND (account.change_count = l.account_change_no) IS TRUE";

    /// 启封 and 内部转移: sealed accounts become the employer's, contribute from the lines' first
    /// months on, and stand as the roster says.
    TAKE_UP_ACCOUNTS: (RosterId, EmployerId, BranchId) => () =
        "WITH l AS MATERIALIZED \
             (SELECT centre_id, account_no, account_change_no, base_fen, employer_rate, \
                     member_rate, employer_fen, member_fen, first_month FROM roster_line \
               WHERE centre_id = $1 AND roster_id = $2 AND change IN ('unseal', 'transfer')) \
         UPDATE account SET employer_id = $3, branch_id = $4, status = 'normal', \
                            first_month = l.first_month, sealed_from = NULL, \
                            base_fen = l.base_fen, employer_rate = l.employer_rate, \
                            member_rate = l.member_rate, employer_monthly_fen = l.employer_fen, \
                            member_monthly_fen = l.member_fen, \
                            change_count = account.change_count + 1 \
           FROM l \
          WHERE account.centre_id = l.centre_id AND account.account_no = l.account_no \
            AND (account.change_count = l.account_change_no) IS TRUE";

    /// The lines become the lines of the remittance's batch, numbered in account order: chunks
    /// then take the accounts' locks in one order.
    MAKE_BATCH: (RosterId, BatchId) => () =
        "INSERT INTO batch_line (centre_id, batch_id, line_no, account_no, base_fen, \
                                 employer_fen, member_fen) \
         SELECT centre_id, $3, ROW_NUMBER() OVER (ORDER BY account_no), account_no, base_fen, \
                employer_fen, member_fen \
           FROM roster_line WHERE centre_id = $1 AND roster_id = $2";

    /// Whether a file is a roster's.
    FILE_NAMES: (Digest32,) => (i64,) =
        "SELECT CAST(1 AS BIGINT) FROM roster WHERE centre_id = $1 AND file = $2 LIMIT 1";

    /// Gives up the previews of a month that another upload replaces.
    REPLACE_PREVIEWS: (EmployerId, Month) => () =
        "UPDATE roster SET status = 'discarded' \
          WHERE centre_id = $1 AND employer_id = $2 AND month = $3 AND status = 'previewed'";

    /// The personal data of the rosters of a month that came to nothing is not kept.
    FORGET_REPLACED: (EmployerId, Month) => () =
        "DELETE FROM roster_person WHERE centre_id = $1 AND roster_id IN \
                (SELECT roster_id FROM roster \
                  WHERE centre_id = $1 AND employer_id = $2 AND month = $3 \
                    AND status = 'discarded')";

    /// The personal data of a roster that came to nothing is not kept.
    FORGET_PERSONS: (RosterId,) => () =
        "DELETE FROM roster_person WHERE centre_id = $1 AND roster_id = $2";
}

/// Rosters, newest first.
pub static ROSTERS: List<RosterSummary> = List::new(ListInfo {
    name: "rosters",
    given: &[],
    select: "r.roster_id, r.employer_id, e.name, r.month, r.status, r.line_count, r.faulty_rows, \
             r.new_accounts, r.changed_bases, r.unsealed_accounts, r.transferred_accounts, \
             r.missing_members, r.employer_amount_fen, r.member_amount_fen, r.created_at, r.created_by_name, r.remittance_id",
    from: "roster r",
    joined: Some(Joined {
        row: "r",
        tables: "LEFT JOIN employer e ON e.centre_id = r.centre_id AND e.employer_id = r.employer_id",
    }),
    filter: "r.centre_id = $1",
    key: ListColumn {
        name: "roster_id",
        sql: "r.roster_id",
        kind: Kind::Id,
        ops: &[Op::Equal],
        sort: true,
    },
    columns: &[
        ListColumn::new("employer_id", "r.employer_id", Kind::Id, &[Op::Equal]),
        ListColumn::new(
            "month",
            "r.month",
            Kind::Month,
            &[Op::Equal, Op::AtLeast, Op::AtMost],
        ),
        ListColumn::new("status", "r.status", Kind::Text, &[Op::Equal]),
        ListColumn::new("branch_id", "r.branch_id", Kind::Id, &[Op::Equal]),
    ],
    default_sort: "-roster_id",
    totals: &[
        ("rows", "CAST(SUM(r.line_count) AS BIGINT)"),
        (
            "total_fen",
            "CAST(SUM(r.employer_amount_fen + r.member_amount_fen) AS BIGINT)",
        ),
    ],
});

/// The lines of rosters. Always asked for one roster, within which `line_no` is unique.
pub(crate) static ROSTER_LINES: List<ListedLine> = List::new(ListInfo {
    name: "roster_lines",
    given: &[],
    select: "l.line_no, l.sheet_row, l.account_no, l.change, l.base_fen, l.employer_rate, \
             l.member_rate, l.employer_fen, l.member_fen, l.first_month, p.member_id, p.name, \
             p.id_number",
    from: "roster_line l",
    joined: Some(Joined {
        row: "l",
        tables: "LEFT JOIN roster_person p ON p.centre_id = l.centre_id \
                 AND p.roster_id = l.roster_id AND p.line_no = l.line_no",
    }),
    filter: "l.centre_id = $1",
    key: ListColumn {
        name: "line_no",
        sql: "l.line_no",
        kind: Kind::Int,
        ops: &[Op::Equal],
        sort: true,
    },
    columns: &[
        ListColumn::new("roster_id", "l.roster_id", Kind::Id, &[Op::Equal]),
        ListColumn::new("faulty", "l.faulty", Kind::Bool, &[Op::Equal]),
        ListColumn::new("change", "l.change", Kind::Text, &[Op::Equal]),
    ],
    default_sort: "line_no",
    totals: &[
        ("base_fen", "CAST(SUM(l.base_fen) AS BIGINT)"),
        ("employer_fen", "CAST(SUM(l.employer_fen) AS BIGINT)"),
        ("member_fen", "CAST(SUM(l.member_fen) AS BIGINT)"),
    ],
});
