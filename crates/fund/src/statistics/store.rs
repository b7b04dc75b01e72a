//! The statements of what was collected.

use kernel::{Date, Fen, Month};

db::statements! {
    /// Employers opened.
    EMPLOYERS_OPENED: (Date, Date) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM employer \
          WHERE centre_id = $1 AND opened_on BETWEEN $2 AND $3";

    /// Accounts opened.
    ACCOUNTS_OPENED: (Date, Date) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM account \
          WHERE centre_id = $1 AND opened_on BETWEEN $2 AND $3";

    /// Who paid for a month.
    CONTRIBUTORS: (Month,) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM member_month \
          WHERE centre_id = $1 AND month = $2 AND kind <> 'reversed'";

    /// What was paid in, reversals taken off.
    CONTRIBUTED: (Date, Date) => (Option<Fen>,) =
        "SELECT CAST(SUM(carried_fen + current_fen) AS BIGINT) FROM entry \
          WHERE centre_id = $1 AND business_date BETWEEN $2 AND $3 \
            AND kind IN ('remittance', 'back_payment')";
}
