//! The rows and statements of the opening load.
//!
//! Files are laid into tables of their own first, then held against each other and moved by set, so
//! that memory stays flat and a row that comes twice is told instead of breaking the transaction.

use db::{Lookup, Sealed};
use kernel::{AccountNo, BranchId, Date, EmployerId, Fen, Month, Rate, VoucherId};

use crate::account::{AccountStatus, account_columns};
use crate::member::{IdKind, Member, member_columns};

db::row! {
    /// A person of 个人信息.
    pub(super) struct PersonLine {
        pub(super) account_no: AccountNo,
        pub(super) line_no: i64,
        pub(super) member: Member,
    }
}

/// People, laid.
pub(super) const PEOPLE: db::Bulk<PersonLine> = db::Bulk::of("opening_person");

db::row! {
    /// An account of 个人账户信息 with what its employer's row adds.
    pub(super) struct AccountLine {
        pub(super) account_no: AccountNo,
        pub(super) line_no: i64,
        pub(super) employer_id: EmployerId,
        pub(super) branch_id: BranchId,
        pub(super) status: AccountStatus,
        pub(super) opened_on: Date,
        /// 起缴年月 when the file tells it.
        pub(super) first_month: Option<Month>,
        /// The month that the employer has to remit next.
        pub(super) due_month: Month,
        /// 缴至年月 of the employer.
        pub(super) paid_through: Option<Month>,
        pub(super) base_fen: Fen,
        pub(super) employer_rate: Rate,
        pub(super) member_rate: Rate,
        pub(super) employer_monthly_fen: Fen,
        pub(super) member_monthly_fen: Fen,
        pub(super) carried_fen: Fen,
        pub(super) current_fen: Fen,
    }
}

/// Accounts, laid.
pub(super) const ACCOUNTS: db::Bulk<AccountLine> = db::Bulk::of("opening_account");

db::row! {
    /// A run of paid months.
    pub(super) struct MonthRange {
        pub(super) account_no: AccountNo,
        pub(super) line_no: i64,
        pub(super) first_month: Month,
        pub(super) last_month: Month,
        /// Who paid, when it wasn't the employer of now.
        pub(super) employer_id: Option<EmployerId>,
        /// 缴至年月 of that one.
        pub(super) paid_through: Option<Month>,
    }
}

/// Runs of paid months, laid.
pub(super) const RANGES: db::Bulk<MonthRange> = db::Bulk::of("opening_range");

/// Every month that a run may hold.
pub(super) const MONTHS: db::Bulk<(Month,)> = db::Bulk::new("opening_month", &["month"]);

db::row! {
    /// A loan contract.
    pub(super) struct ContractRow {
        pub(super) contract_no: String,
        pub(super) line_no: i64,
        pub(super) borrower_account_no: Option<AccountNo>,
        pub(super) borrower_name: Sealed,
        pub(super) borrower_id_kind: IdKind,
        pub(super) borrower_id_number: Sealed,
        pub(super) borrower_id_lookup: Lookup,
        pub(super) repayment_account: Option<Sealed>,
        pub(super) house_address: Option<Sealed>,
        pub(super) purchase_contract_no: Option<String>,
        pub(super) bank_code: Option<String>,
        pub(super) guarantee: Option<String>,
        pub(super) repayment_method: String,
        pub(super) loan_kind: Option<String>,
        pub(super) house_kind: Option<String>,
        pub(super) house_fen: Option<Fen>,
        pub(super) contract_fen: Fen,
        pub(super) term_months: i64,
        pub(super) rate: Rate,
        pub(super) signed_on: Option<Date>,
        pub(super) disburse_on: Option<Date>,
        pub(super) due_on: Option<Date>,
        pub(super) repayment_day: Option<String>,
    }
}

/// Loan contracts.
pub(super) const CONTRACTS: db::Bulk<ContractRow> = db::Bulk::of("opening_loan_contract");

db::row! {
    /// A loan account.
    pub(super) struct LoanRow {
        pub(super) loan_no: String,
        pub(super) line_no: i64,
        pub(super) contract_no: String,
        pub(super) risk: Option<String>,
        pub(super) disbursed_fen: Fen,
        pub(super) disbursed_on: Date,
        pub(super) balance_fen: Fen,
        pub(super) rate: Rate,
        pub(super) term_months: i64,
        pub(super) repaid_principal_fen: Fen,
        pub(super) repaid_interest_fen: Fen,
        pub(super) penalty_fen: Fen,
        pub(super) prepaid_principal_fen: Fen,
        pub(super) overdue_periods: i64,
        pub(super) settled_on: Option<Date>,
    }
}

/// Loan accounts.
pub(super) const LOANS: db::Bulk<LoanRow> = db::Bulk::of("opening_loan");

db::row! {
    /// An instalment overdue.
    pub(super) struct OverdueRow {
        pub(super) loan_no: String,
        pub(super) line_no: i64,
        pub(super) period: i64,
        pub(super) principal_fen: Fen,
        pub(super) interest_fen: Fen,
        pub(super) penalty_fen: Fen,
        pub(super) paid_on: Option<Date>,
        pub(super) paid_principal_fen: Fen,
        pub(super) paid_interest_fen: Fen,
        pub(super) paid_penalty_fen: Fen,
    }
}

/// Instalments overdue.
pub(super) const OVERDUE: db::Bulk<OverdueRow> = db::Bulk::of("opening_overdue");

db::statements! {
    /// Whether the centre has an employer or an account.
    IN_USE: () => (bool,) =
        "SELECT EXISTS (SELECT 1 FROM employer WHERE centre_id = $1) \
             OR EXISTS (SELECT 1 FROM account WHERE centre_id = $1)";

    /// Account numbers that come twice among the people, with a line of each.
    PEOPLE_TWICE: (i64,) => (AccountNo, i64) =
        "SELECT account_no, MAX(line_no) FROM opening_person WHERE centre_id = $1 \
          GROUP BY account_no HAVING COUNT(*) > 1 ORDER BY account_no LIMIT $2";

    /// Account numbers that come twice among the accounts.
    ACCOUNTS_TWICE: (i64,) => (AccountNo, i64) =
        "SELECT account_no, MAX(line_no) FROM opening_account WHERE centre_id = $1 \
          GROUP BY account_no HAVING COUNT(*) > 1 ORDER BY account_no LIMIT $2";

    /// People with two accounts: the first and the last of them, and the last one's line.
    ONE_PERSON_TWICE: (i64,) => (AccountNo, AccountNo, i64) =
        "SELECT MIN(account_no), MAX(account_no), MAX(line_no) FROM opening_person \
          WHERE centre_id = $1 GROUP BY id_kind, id_number_lookup \
         HAVING MIN(account_no) <> MAX(account_no) ORDER BY 1 LIMIT $2";

    /// People without an account.
    PEOPLE_WITHOUT_ACCOUNT: (i64,) => (AccountNo, i64) =
        "SELECT p.account_no, p.line_no FROM opening_person p \
          WHERE p.centre_id = $1 AND NOT EXISTS \
                (SELECT 1 FROM opening_account a \
                  WHERE a.centre_id = p.centre_id AND a.account_no = p.account_no) \
          ORDER BY p.account_no LIMIT $2";

    /// Accounts without a person.
    ACCOUNTS_WITHOUT_PERSON: (i64,) => (AccountNo, i64) =
        "SELECT a.account_no, a.line_no FROM opening_account a \
          WHERE a.centre_id = $1 AND NOT EXISTS \
                (SELECT 1 FROM opening_person p \
                  WHERE p.centre_id = a.centre_id AND p.account_no = a.account_no) \
          ORDER BY a.account_no LIMIT $2";

    /// What each employer's accounts come to: contributing, sealed, balance.
    EMPLOYER_SUMS: () => (EmployerId, i64, i64, Fen) =
        "SELECT employer_id, \
                CAST(SUM(CASE WHEN status IN ('normal', 'frozen') THEN 1 ELSE 0 END) AS BIGINT), \
                CAST(SUM(CASE WHEN status = 'sealed' THEN 1 ELSE 0 END) AS BIGINT), \
                CAST(SUM(carried_fen + current_fen) AS BIGINT) \
           FROM opening_account WHERE centre_id = $1 GROUP BY employer_id";

    /// Runs of months of accounts that aren't there.
    RANGES_WITHOUT_ACCOUNT: (i64,) => (AccountNo, i64) =
        "SELECT r.account_no, r.line_no FROM opening_range r \
          WHERE r.centre_id = $1 AND NOT EXISTS \
                (SELECT 1 FROM opening_account a \
                  WHERE a.centre_id = r.centre_id AND a.account_no = r.account_no) \
          ORDER BY r.account_no, r.line_no LIMIT $2";

    /// Runs of months that begin before another of the account has ended.
    RANGES_OVERLAPPING: (i64,) => (AccountNo, i64) =
        "SELECT x.account_no, x.line_no FROM \
            (SELECT account_no, line_no, first_month, \
                    LAG(last_month) OVER (PARTITION BY account_no \
                                          ORDER BY first_month, line_no) AS before \
               FROM opening_range WHERE centre_id = $1) x \
          WHERE x.before >= x.first_month ORDER BY x.account_no, x.line_no LIMIT $2";

    /// Runs of months that end after the paid-through month of who paid.
    RANGES_AHEAD: (i64,) => (AccountNo, i64, Month, Option<Month>) =
        "SELECT r.account_no, r.line_no, r.last_month, COALESCE(r.paid_through, a.paid_through) \
           FROM opening_range r \
           JOIN opening_account a ON a.centre_id = r.centre_id AND a.account_no = r.account_no \
          WHERE r.centre_id = $1 \
            AND (COALESCE(r.paid_through, a.paid_through) IS NULL \
                 OR r.last_month > COALESCE(r.paid_through, a.paid_through)) \
          ORDER BY r.account_no, r.line_no LIMIT $2";

    /// Contracts that come twice.
    CONTRACTS_TWICE: (i64,) => (String, i64) =
        "SELECT contract_no, MAX(line_no) FROM opening_loan_contract WHERE centre_id = $1 \
          GROUP BY contract_no HAVING COUNT(*) > 1 ORDER BY contract_no LIMIT $2";

    /// Loan accounts that come twice.
    LOANS_TWICE: (i64,) => (String, i64) =
        "SELECT loan_no, MAX(line_no) FROM opening_loan WHERE centre_id = $1 \
          GROUP BY loan_no HAVING COUNT(*) > 1 ORDER BY loan_no LIMIT $2";

    /// Loan accounts without a contract.
    LOANS_WITHOUT_CONTRACT: (i64,) => (String, i64) =
        "SELECT l.loan_no, l.line_no FROM opening_loan l \
          WHERE l.centre_id = $1 AND NOT EXISTS \
                (SELECT 1 FROM opening_loan_contract c \
                  WHERE c.centre_id = l.centre_id AND c.contract_no = l.contract_no) \
          ORDER BY l.loan_no LIMIT $2";

    /// Arrears of loans that aren't there.
    OVERDUE_WITHOUT_LOAN: (i64,) => (String, i64) =
        "SELECT o.loan_no, o.line_no FROM opening_overdue o \
          WHERE o.centre_id = $1 AND NOT EXISTS \
                (SELECT 1 FROM opening_loan l \
                  WHERE l.centre_id = o.centre_id AND l.loan_no = o.loan_no) \
          ORDER BY o.loan_no, o.line_no LIMIT $2";

    /// Instalments of a loan that come twice.
    OVERDUE_TWICE: (i64,) => (String, i64) =
        "SELECT loan_no, MAX(line_no) FROM opening_overdue WHERE centre_id = $1 \
          GROUP BY loan_no, period HAVING COUNT(*) > 1 ORDER BY loan_no LIMIT $2";

    /// Loans with more overdue than is left of them.
    OVERDUE_BEYOND_BALANCE: (i64,) => (String, Fen, Fen) =
        "SELECT l.loan_no, l.balance_fen, o.left_fen FROM opening_loan l \
           JOIN (SELECT centre_id, loan_no, \
                        CAST(SUM(principal_fen - paid_principal_fen) AS BIGINT) AS left_fen \
                   FROM opening_overdue WHERE centre_id = $1 GROUP BY centre_id, loan_no) o \
             ON o.centre_id = l.centre_id AND o.loan_no = l.loan_no \
          WHERE l.centre_id = $1 AND o.left_fen > l.balance_fen ORDER BY l.loan_no LIMIT $2";

    /// What loans come to.
    LOAN_SUM: () => (Option<Fen>,) =
        "SELECT CAST(SUM(balance_fen) AS BIGINT) FROM opening_loan WHERE centre_id = $1";

    /// How many loans there are.
    LOAN_COUNT: () => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM opening_loan WHERE centre_id = $1";

    /// The principal overdue and not paid since.
    OVERDUE_SUM: () => (Option<Fen>,) =
        "SELECT CAST(SUM(principal_fen - paid_principal_fen) AS BIGINT) \
           FROM opening_overdue WHERE centre_id = $1";

    /// Moves people in.
    MOVE_PEOPLE: () => () = concat!(
        "INSERT INTO member (centre_id, ", member_columns!(), ") \
         SELECT centre_id, ", member_columns!(), " \
           FROM opening_person WHERE centre_id = $1"
    );

    /// Moves accounts in, each with what it holds, one entry and one change to come. Contributions
    /// are due from the month told, else the first that is paid, else the one its employer has to
    /// remit next; of a sealed account until the last that is paid.
    MOVE_ACCOUNTS: () => () = concat!(
        "INSERT INTO account (centre_id, ", account_columns!(), ") \
         SELECT o.centre_id, o.account_no, p.member_id, o.employer_id, o.branch_id, o.status, \
                o.opened_on, COALESCE(o.first_month, r.first_month, o.due_month), \
                CASE WHEN o.status <> 'sealed' THEN NULL \
                     WHEN r.last_month % 100 = 12 THEN r.last_month + 89 \
                     ELSE COALESCE(r.last_month + 1, o.first_month, o.due_month) END, \
                o.base_fen, \
                o.employer_rate, o.member_rate, o.employer_monthly_fen, o.member_monthly_fen, \
                o.carried_fen, o.current_fen, o.carried_fen + o.current_fen, 1, 1 \
           FROM opening_account o \
           JOIN opening_person p ON p.centre_id = o.centre_id AND p.account_no = o.account_no \
           LEFT JOIN (SELECT centre_id, account_no, MIN(first_month) AS first_month, \
                             MAX(last_month) AS last_month \
                        FROM opening_range WHERE centre_id = $1 \
                       GROUP BY centre_id, account_no) r \
             ON r.centre_id = o.centre_id AND r.account_no = o.account_no \
          WHERE o.centre_id = $1"
    );

    /// What every account holds, in the order of the detail digest.
    HELD: () => (AccountNo, Fen, Fen) =
        "SELECT account_no, carried_fen, current_fen FROM account \
          WHERE centre_id = $1 ORDER BY account_no";

    /// Writes the first entry of every account.
    WRITE_ENTRIES: (Date, VoucherId) => () =
        "INSERT INTO entry (centre_id, account_no, entry_no, kind, business_date, value_date, \
                            carried_fen, current_fen, carried_after_fen, current_after_fen, \
                            balance_after_fen, voucher_id) \
         SELECT centre_id, account_no, 1, 'taken_over', $2, $2, carried_fen, current_fen, \
                carried_fen, current_fen, balance_fen, $3 \
           FROM account WHERE centre_id = $1";

    /// Writes the months that are paid, each naming the first entry.
    WRITE_MONTHS: () => () =
        "INSERT INTO member_month (centre_id, account_no, month, kind, employer_id, amount_fen, \
                                   entry_no) \
         SELECT a.centre_id, a.account_no, m.month, 'taken_over', \
                COALESCE(r.employer_id, a.employer_id), 0, 1 \
           FROM opening_range r \
           JOIN account a ON a.centre_id = r.centre_id AND a.account_no = r.account_no \
           JOIN opening_month m ON m.centre_id = r.centre_id \
                               AND m.month BETWEEN r.first_month AND r.last_month \
          WHERE r.centre_id = $1";

    /// The next opening vouchers after one that carry accounts, in the order of their ids.
    OPENED_AFTER: (VoucherId, i64) => (VoucherId,) =
        "SELECT voucher_id FROM voucher \
          WHERE centre_id = $1 AND voucher_id > $2 AND book = 'fund' \
            AND posting_key = 'opening:fund' \
            AND EXISTS (SELECT 1 FROM account_change c \
                         WHERE c.centre_id = $1 AND c.kind = 'taken_over') \
          ORDER BY voucher_id LIMIT $3";

    /// Empties the table of people.
    CLEAR_PEOPLE: () => () = "DELETE FROM opening_person WHERE centre_id = $1";
    /// Empties the table of accounts.
    CLEAR_ACCOUNTS: () => () = "DELETE FROM opening_account WHERE centre_id = $1";
    /// Empties the table of runs.
    CLEAR_RANGES: () => () = "DELETE FROM opening_range WHERE centre_id = $1";
    /// Empties the table of months.
    CLEAR_MONTHS: () => () = "DELETE FROM opening_month WHERE centre_id = $1";

    /// The largest account number, and how much everyone holds.
    TOTALS: () => (Option<AccountNo>, i64, Option<Fen>) =
        "SELECT MAX(account_no), CAST(COUNT(*) AS BIGINT), CAST(SUM(balance_fen) AS BIGINT) \
           FROM account WHERE centre_id = $1";

    /// What everyone holds as laid.
    LAID_TOTAL: () => (Option<Fen>,) =
        "SELECT CAST(SUM(carried_fen + current_fen) AS BIGINT) \
           FROM opening_account WHERE centre_id = $1";
}
