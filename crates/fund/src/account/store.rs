//! The statements over accounts, entries, member-months and batch lines.
//!
//! The bulk statements begin at the lines and reach everything else by its key. PostgreSQL has no
//! statistics of tables just loaded and then takes any condition with a constant for a single row:
//! given the choice it begins at the employer's accounts, or at the month, and compares each with
//! every line (30 s for 5,000 lines over 20,000 accounts). So `(…) IS TRUE` and `+ l.line_no * 0`
//! keep such a condition from being the way in.

use kernel::{AccountNo, BatchId, Date, EmployerId, Fen, MemberId, Month, RemittanceId, VoucherId};

use super::model::{Account, AccountStatus, BatchLine, Entry, EntryKind, MonthKind};

/// The columns of an [`Account`], in its order.
macro_rules! account_columns {
    () => {
        "account_no, member_id, employer_id, branch_id, status, opened_on, first_month, \
         sealed_from, base_fen, \
         employer_rate, member_rate, employer_monthly_fen, member_monthly_fen, carried_fen, \
         current_fen, balance_fen, entry_count, change_count"
    };
}
pub(crate) use account_columns;

/// Whether account `a` of line `l` may take a month's money from an employer: it is the employer's,
/// or was, and is open, or sealed from a later month only. `IS TRUE` keeps either half from being
/// the way in, see above.
macro_rules! takes_month {
    ($employer:literal, $month:literal) => {
        concat!(
            "((a.employer_id = ",
            $employer,
            " OR EXISTS (SELECT 1 FROM account_change c \
                          WHERE c.centre_id = l.centre_id AND c.account_no = l.account_no \
                            AND c.employer_id = ",
            $employer,
            ")) IS TRUE \
              AND (a.status IN ('normal', 'frozen') \
                   OR a.status = 'sealed' AND a.sealed_from > ",
            $month,
            ") IS TRUE)"
        )
    };
}
pub(crate) use takes_month;

/// The lines of a batch, loaded before its chunks are posted.
pub(crate) const BATCH_LINES: db::Bulk<BatchLine> = db::Bulk::of("batch_line");

/// New accounts.
pub(crate) const ACCOUNTS: db::Bulk<Account> = db::Bulk::of("account");

db::row! {
    /// What every statement of a posting chunk begins with.
    pub(crate) struct PostEntries {
        pub(crate) batch_id: BatchId,
        pub(crate) from_line: i64,
        pub(crate) to_line: i64,
        pub(crate) kind: EntryKind,
        pub(crate) business_date: Date,
        pub(crate) value_date: Date,
        pub(crate) voucher_id: VoucherId,
        pub(crate) month: Month,
    }
}

db::row! {
    /// One line of a chunk as its voucher sums and digests it.
    pub(crate) struct ChunkLine {
        pub(crate) account_no: AccountNo,
        pub(crate) employer_fen: Fen,
        pub(crate) member_fen: Fen,
    }
}

db::row! {
    /// An account with its member's sealed name.
    pub(crate) struct NameRow {
        pub(crate) account_no: AccountNo,
        pub(crate) status: AccountStatus,
        pub(crate) member_id: MemberId,
        pub(crate) name: db::Sealed,
    }
}

db::row! {
    /// For which months an employer contributes, or did.
    pub(crate) struct Period {
        pub(crate) first_month: Month,
        /// The first month that it no longer contributed for; none while it does.
        pub(crate) sealed_from: Option<Month>,
        pub(crate) employer_id: EmployerId,
        pub(crate) employer_name: String,
        /// What a month comes to, or last did.
        pub(crate) monthly_fen: Fen,
    }
}

db::row! {
    /// A month of an account as its page shows it.
    pub struct MonthItem {
        /// The month.
        pub month: Month,
        /// What the money was, or that it was taken back.
        pub kind: MonthKind,
        /// What was paid.
        pub amount_fen: Fen,
        /// The entry that brought it.
        pub entry_no: i64,
        /// Who paid.
        pub employer_name: String,
    }
}

db::statements! {
    /// An account.
    ACCOUNT_BY_NO: (AccountNo,) => Account =
        concat!("SELECT ", account_columns!(), " FROM account WHERE centre_id = $1 AND account_no = $2");

    /// A person's one account.
    ACCOUNT_BY_MEMBER: (MemberId,) => Account =
        concat!("SELECT ", account_columns!(), " FROM account WHERE centre_id = $1 AND member_id = $2");

    /// The months of an account that are paid, in order.
    PAID_MONTHS: (AccountNo,) => (Month,) =
        "SELECT month FROM member_month \
          WHERE centre_id = $1 AND account_no = $2 AND kind <> 'reversed' ORDER BY month";

    /// Every month of an account with the name of who paid it, latest first.
    MONTHS: (AccountNo,) => MonthItem =
        "SELECT m.month, m.kind, m.amount_fen, m.entry_no, e.name \
           FROM member_month m \
           JOIN employer e ON e.centre_id = m.centre_id AND e.employer_id = m.employer_id \
          WHERE m.centre_id = $1 AND m.account_no = $2 ORDER BY m.month DESC";

    /// What employers contributed for an account and then sealed, the latest first.
    PERIODS: (AccountNo,) => Period =
        "SELECT c.first_month, c.sealed_from, c.employer_id, e.name, \
                c.employer_monthly_fen + c.member_monthly_fen \
           FROM account_change c \
           JOIN employer e ON e.centre_id = c.centre_id AND e.employer_id = c.employer_id \
          WHERE c.centre_id = $1 AND c.account_no = $2 AND c.status = 'sealed' \
            AND c.sealed_from IS NOT NULL ORDER BY c.change_no DESC";

    /// What of an account an employer's remittances hold that await their money.
    AWAITED: (AccountNo, EmployerId) => (Month, RemittanceId, Fen) =
        "SELECT r.month, r.remittance_id, b.employer_fen + b.member_fen \
           FROM remittance r \
           JOIN batch_line b ON b.centre_id = r.centre_id AND b.batch_id = r.batch_id \
                            AND b.account_no = $2 \
          WHERE r.centre_id = $1 AND r.employer_id = $3 AND r.status IN ('assessed', 'posting')";

    /// The lines of a chunk in account order, for its total and its digest.
    CHUNK_LINES: (BatchId, i64, i64) => ChunkLine =
        "SELECT account_no, employer_fen, member_fen FROM batch_line \
          WHERE centre_id = $1 AND batch_id = $2 AND line_no BETWEEN $3 AND $4 \
          ORDER BY account_no";

    /// The accounts of a chunk, before a posting or a reversal of it.
    LOCK_ACCOUNTS [in order]: (BatchId, i64, i64) => (i64,) =
        "WITH l AS MATERIALIZED \
             (SELECT centre_id, account_no FROM batch_line \
               WHERE centre_id = $1 AND batch_id = $2 AND line_no BETWEEN $3 AND $4) \
         SELECT a.account_no FROM l \
           JOIN account a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
          ORDER BY a.account_no";

    /// Posting, 1: moves balances and takes the next entry numbers. An account that was sealed from a
    /// later month since, or has moved to another employer, still gets a month of before: no account
    /// is sealed from a month that is assessed.
    MOVE_ACCOUNTS: (BatchId, i64, i64, EmployerId, Month) => () = concat!(
        "UPDATE account AS a \
            SET current_fen = a.current_fen + l.employer_fen + l.member_fen, \
                balance_fen = a.balance_fen + l.employer_fen + l.member_fen, \
                entry_count = a.entry_count + 1 \
           FROM batch_line AS l \
          WHERE l.centre_id = $1 AND l.batch_id = $2 AND l.line_no BETWEEN $3 AND $4 \
            AND a.centre_id = $1 AND a.account_no = l.account_no AND ", takes_month!("$5", "$6")
    );

    /// Posting, 2: one entry a line, with what the account holds after it.
    WRITE_ENTRIES: PostEntries => () =
        "INSERT INTO entry (centre_id, account_no, entry_no, kind, business_date, value_date, \
                            carried_fen, current_fen, carried_after_fen, current_after_fen, \
                            balance_after_fen, voucher_id, batch_id, month) \
         SELECT a.centre_id, a.account_no, a.entry_count, $5, $6, $7, \
                0, l.employer_fen + l.member_fen, a.carried_fen, a.current_fen, \
                a.balance_fen, $8, l.batch_id, $9 \
           FROM batch_line AS l \
           JOIN account AS a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
          WHERE l.centre_id = $1 AND l.batch_id = $2 AND l.line_no BETWEEN $3 AND $4";

    /// Posting, 3: one member-month a line. A month that is paid already keeps its row, which the
    /// count then shows; a reversed one is paid anew.
    PAY_MONTHS: (BatchId, i64, i64, Month, MonthKind, EmployerId) => () =
        "INSERT INTO member_month (centre_id, account_no, month, kind, employer_id, amount_fen, \
                                   entry_no) \
         SELECT a.centre_id, a.account_no, $5, $6, $7, l.employer_fen + l.member_fen, \
                a.entry_count \
           FROM batch_line AS l \
           JOIN account AS a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
          WHERE l.centre_id = $1 AND l.batch_id = $2 AND l.line_no BETWEEN $3 AND $4 \
         ON CONFLICT (centre_id, account_no, month) DO UPDATE \
            SET kind = excluded.kind, employer_id = excluded.employer_id, \
                amount_fen = excluded.amount_fen, entry_no = excluded.entry_no \
          WHERE member_month.kind = 'reversed'";

    /// Reversal, 1: takes the money back from every account that still holds it, this year's
    /// contributions only: what was carried forward has borne interest since. Of an account that is
    /// frozen or closed nothing is taken but what was advanced to it just before.
    TAKE_BACK: (BatchId, i64, i64, Option<VoucherId>) => () =
        "UPDATE account \
            SET current_fen = account.current_fen - l.employer_fen - l.member_fen, \
                balance_fen = account.balance_fen - l.employer_fen - l.member_fen, \
                entry_count = account.entry_count + 1 \
           FROM batch_line AS l \
          WHERE l.centre_id = $1 AND l.batch_id = $2 AND l.line_no BETWEEN $3 AND $4 \
            AND account.centre_id = $1 AND account.account_no = l.account_no \
            AND ((account.status IN ('normal', 'sealed')) IS TRUE \
                 OR EXISTS (SELECT 1 FROM entry AS e \
                             WHERE e.centre_id = $1 AND e.account_no = account.account_no \
                               AND e.entry_no = account.entry_count AND e.voucher_id = $5 \
                               AND e.current_fen = l.employer_fen + l.member_fen)) \
            AND account.current_fen >= l.employer_fen + l.member_fen";

    /// Reversal, 2: a negative entry a line that names the one it reverses. The month's row leads
    /// to that entry; when it belongs to another batch, the line writes nothing, which the count
    /// then shows.
    WRITE_REVERSALS: (BatchId, i64, i64, Date, Date, VoucherId, Month) => () =
        "INSERT INTO entry (centre_id, account_no, entry_no, kind, business_date, value_date, \
                            carried_fen, current_fen, carried_after_fen, current_after_fen, \
                            balance_after_fen, voucher_id, batch_id, month, reverses_entry_no) \
         SELECT a.centre_id, a.account_no, a.entry_count, o.kind, $5, $6, \
                -o.carried_fen, -o.current_fen, a.carried_fen, a.current_fen, \
                a.balance_fen, $7, l.batch_id, o.month, o.entry_no \
           FROM batch_line AS l \
           JOIN account AS a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
           JOIN member_month AS m ON m.centre_id = l.centre_id AND m.account_no = l.account_no \
                                 AND m.month = $8 + l.line_no * 0 AND m.kind <> 'reversed' \
           JOIN entry AS o ON o.centre_id = l.centre_id AND o.account_no = l.account_no \
                          AND o.entry_no = m.entry_no AND o.batch_id = l.batch_id \
                          AND o.current_fen = l.employer_fen + l.member_fen \
          WHERE l.centre_id = $1 AND l.batch_id = $2 AND l.line_no BETWEEN $3 AND $4";

    /// Reversal, 3: the months may be paid again.
    REVERSE_MONTHS: (BatchId, i64, i64, Month) => () =
        "UPDATE member_month SET kind = 'reversed' \
           FROM batch_line AS l \
          WHERE l.centre_id = $1 AND l.batch_id = $2 AND l.line_no BETWEEN $3 AND $4 \
            AND member_month.centre_id = $1 AND member_month.account_no = l.account_no \
            AND member_month.month = $5 + l.line_no * 0 \
            AND member_month.kind <> 'reversed'";

    /// The entries that belong to a voucher, in the order of its detail digest.
    ENTRIES_BY_VOUCHER: (VoucherId,) => Entry =
        "SELECT account_no, entry_no, kind, business_date, value_date, carried_fen, current_fen, \
                carried_after_fen, current_after_fen, balance_after_fen, voucher_id, batch_id, \
                month, reverses_entry_no \
           FROM entry WHERE centre_id = $1 AND voucher_id = $2 ORDER BY account_no, entry_no";

    /// The accounts of one employer in order of their number, with the sealed names: what a search
    /// for part of a name goes through.
    NAMES_OF_EMPLOYER: (EmployerId,) => NameRow =
        "SELECT a.account_no, a.status, m.member_id, m.name FROM account a \
           JOIN member m ON m.centre_id = a.centre_id AND m.member_id = a.member_id \
          WHERE a.centre_id = $1 AND a.employer_id = $2 ORDER BY a.account_no";
}
