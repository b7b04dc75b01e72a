//! The statements over employers, and their list.

use db::{Joined, Kind, List, ListColumn, ListInfo, Op};
use kernel::{BranchId, EmployerId, EmployerNo, Fen, Month, RemittanceId};

use super::figures::{Figures, account_figures};
use super::model::{Employer, EmployerStatus};

/// The columns of an [`Employer`], in its order.
macro_rules! employer_columns {
    () => {
        "employer_id, employer_no, name, name_compared, credit_code, organisation_code, address, postcode, \
         email, payday, affiliation, economic_type, industry, established_on, opened_on, \
         first_month, branch_id, bank_code, employer_rate, member_rate, status, \
         legal_person_name, legal_person_id_kind, legal_person_id_number, agent_name, \
         agent_id_kind, agent_id_number, agent_mobile, agent_phone, change_count"
    };
}

/// The months that `employer e` has posted, as a text with commas, in any order.
macro_rules! posted_months {
    () => {
        "(SELECT string_agg(CAST(r.month AS TEXT), ',') FROM remittance r \
           WHERE r.centre_id = e.centre_id AND r.employer_id = e.employer_id \
             AND r.status = 'posted')"
    };
}

/// Whether the centre moved in with months that `employer e` had paid: those before its first.
macro_rules! taken_over {
    () => {
        "CASE WHEN EXISTS (SELECT 1 FROM member_month t \
                            WHERE t.centre_id = e.centre_id AND t.employer_id = e.employer_id \
                              AND t.month < e.first_month AND t.kind = 'taken_over') \
              THEN TRUE ELSE FALSE END"
    };
}
pub(crate) use taken_over;

/// The columns of an [`EmployerRow`] over `employer e`, `branch b`.
macro_rules! employer_row {
    () => {
        concat!(
            "e.employer_id, e.employer_no, e.name, e.credit_code, e.status, e.branch_id, b.name, \
         e.payday, e.first_month, ",
            account_figures!(),
            ", ",
            posted_months!(),
            ", CASE WHEN e.paid_through IS NOT NULL THEN FALSE ELSE ",
            taken_over!(),
            " END"
        )
    };
}

/// What an [`EmployerRow`] joins to `employer e`.
macro_rules! employer_joins {
    () => {
        "LEFT JOIN branch b ON b.centre_id = e.centre_id AND b.branch_id = e.branch_id"
    };
}

db::statements! {
    /// An employer.
    EMPLOYER_BY_ID: (EmployerId,) => Employer =
        concat!("SELECT ", employer_columns!(), " FROM employer \
          WHERE centre_id = $1 AND employer_id = $2");

    /// An employer whose members are about to change. Of two who do, one waits here; what refers to it
    /// may still be written.
    EMPLOYER_LOCKED [for change]: (EmployerId,) => (EmployerId,) =
        "SELECT employer_id FROM employer WHERE centre_id = $1 AND employer_id = $2";

    /// The first month of an employer, and the months that it has posted.
    POSTED_MONTHS: (EmployerId,) => (Month, Option<String>) = concat!(
        "SELECT e.first_month, ", posted_months!(), " FROM employer e \
          WHERE e.centre_id = $1 AND e.employer_id = $2"
    );

    /// Keeps until when an employer has paid, and the latest month that it has.
    KEEP_PAID: (EmployerId, Option<Month>, Option<Month>) => () =
        "UPDATE employer SET paid_through = $3, last_paid = $4 \
          WHERE centre_id = $1 AND employer_id = $2";

    /// What employers keep of what they have paid, and what they have.
    KEPT_PAID: () => (EmployerId, Month, Option<Month>, Option<Month>, Option<String>) = concat!(
        "SELECT e.employer_id, e.first_month, e.paid_through, e.last_paid, ", posted_months!(),
        " FROM employer e WHERE e.centre_id = $1 ORDER BY e.employer_id"
    );

    /// The next employers after one, in the order of their ids.
    EMPLOYERS_AFTER: (EmployerId, i64) => Employer =
        concat!("SELECT ", employer_columns!(), " FROM employer \
          WHERE centre_id = $1 AND employer_id > $2 ORDER BY employer_id LIMIT $3");

    /// The number of the employer with this credit code.
    EMPLOYER_BY_CREDIT_CODE: (String,) => (EmployerId, EmployerNo) =
        "SELECT employer_id, employer_no FROM employer \
          WHERE centre_id = $1 AND credit_code = $2";

    /// A new employer; no row when the credit code is known already.
    INSERT_EMPLOYER: Employer => () =
        concat!("INSERT INTO employer (centre_id, ", employer_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, \
                 $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31) \
         ON CONFLICT (centre_id, credit_code) WHERE credit_code IS NOT NULL DO NOTHING");

    /// The months of an employer that stand assessed or posted, in order.
    REMITTED: (EmployerId,) => RemittedMonth =
        "SELECT month, status, remittance_id, people, expected_fen FROM remittance \
          WHERE centre_id = $1 AND employer_id = $2 \
            AND status IN ('assessed', 'posting', 'posted') ORDER BY month";

    /// For how many an employer contributes now, and what a month of theirs comes to.
    A_MONTH_NOW: (EmployerId,) => (i64, Option<Fen>) =
        "SELECT CAST(COUNT(*) AS BIGINT), \
                CAST(SUM(employer_monthly_fen + member_monthly_fen) AS BIGINT) \
           FROM account \
          WHERE centre_id = $1 AND employer_id = $2 AND status IN ('normal', 'frozen')";

    /// One line of the list of employers.
    EMPLOYER_ROW: (EmployerId,) => EmployerRow = concat!(
        "SELECT ", employer_row!(), " FROM employer e ", employer_joins!(),
        " WHERE e.centre_id = $1 AND e.employer_id = $2"
    );
}

db::row! {
    /// A month of an employer that a remittance stands for.
    pub(crate) struct RemittedMonth {
        pub(crate) month: Month,
        pub(crate) status: String,
        pub(crate) remittance_id: RemittanceId,
        pub(crate) people: i64,
        pub(crate) expected_fen: Fen,
    }
}

db::row! {
    /// A line of the list of employers. Balance and people are the sums of the employer's accounts,
    /// the months those of its remittances, each computed for the rows of the page alone: kept in a
    /// table of their own they would either lock all postings of an employer against each other
    /// (Storage 10) or, renewed at the day's close, show yesterday to the clerk who just posted.
    pub struct EmployerRow {
        pub(crate) employer_id: EmployerId,
        pub(crate) employer_no: EmployerNo,
        pub(crate) name: String,
        pub(crate) credit_code: Option<String>,
        pub(crate) status: EmployerStatus,
        pub(crate) branch_id: BranchId,
        pub(crate) branch_name: String,
        pub(crate) payday: i64,
        pub(crate) first_month: Month,
        pub(crate) figures: Figures,
        pub(crate) paid: Option<String>,
        /// Whether it had paid months before the centre moved in.
        pub(crate) taken_over: bool,
    }
}

/// Employers.
pub static EMPLOYERS: List<EmployerRow> = List::new(ListInfo {
    name: "employers",
    given: &[],
    select: employer_row!(),
    from: "employer e",
    joined: Some(Joined {
        row: "e",
        tables: employer_joins!(),
    }),
    filter: "e.centre_id = $1",
    key: ListColumn::new("employer_no", "e.employer_no", Kind::Int, &[Op::Equal]).sorted(),
    columns: &[
        ListColumn::new("name", "e.name", Kind::Text, &[Op::Equal, Op::Contains]).sorted(),
        ListColumn::new("credit_code", "e.credit_code", Kind::Text, &[Op::Equal]),
        ListColumn::new("status", "e.status", Kind::Text, &[Op::Equal]),
        ListColumn::new(
            "contributes",
            "(e.status IN ('normal', 'opened', 'deferred'))",
            Kind::Bool,
            &[Op::Holds],
        ),
        ListColumn::new("branch_id", "e.branch_id", Kind::Id, &[Op::Equal]),
    ],
    default_sort: "-employer_no",
    totals: &[
        (
            "people",
            "CAST(SUM((SELECT COUNT(*) FROM account a \
               WHERE a.centre_id = e.centre_id AND a.employer_id = e.employer_id \
                 AND a.status IN ('normal', 'frozen'))) AS BIGINT)",
        ),
        (
            "sealed_people",
            "CAST(SUM((SELECT COUNT(*) FROM account a \
               WHERE a.centre_id = e.centre_id AND a.employer_id = e.employer_id \
                 AND a.status = 'sealed')) AS BIGINT)",
        ),
        (
            "balance_fen",
            "CAST(SUM((SELECT SUM(a.balance_fen) FROM account a \
               WHERE a.centre_id = e.centre_id AND a.employer_id = e.employer_id)) AS BIGINT)",
        ),
    ],
});
