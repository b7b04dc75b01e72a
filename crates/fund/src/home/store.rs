//! The statements of the first page.

use kernel::{BranchId, Date, Fen, Month};

db::row! {
    /// How many there are of what the page counts.
    pub(crate) struct Figures {
        pub(crate) employers: i64,
        pub(crate) accounts: i64,
        pub(crate) remittances_assessed: i64,
    }
}

db::row! {
    /// What a business date brought.
    pub(crate) struct Today {
        pub(crate) arrivals: i64,
        pub(crate) arrivals_fen: Option<Fen>,
        pub(crate) posted_fen: Option<Fen>,
        pub(crate) vouchers: i64,
    }
}

db::statements! {
    /// Employers and accounts that contribute, and remittances that await their money.
    FIGURES: () => Figures =
        "SELECT (SELECT CAST(COUNT(*) AS BIGINT) FROM employer \
                  WHERE centre_id = $1 AND status IN ('normal', 'opened', 'deferred')), \
                (SELECT CAST(COUNT(*) AS BIGINT) FROM account \
                  WHERE centre_id = $1 AND status IN ('normal', 'frozen')), \
                (SELECT CAST(COUNT(*) AS BIGINT) FROM remittance \
                  WHERE centre_id = $1 AND status = 'assessed')";

    /// The same of a branch: a statement of its own, because the other's indexes serve it not.
    FIGURES_OF_BRANCH: (BranchId,) => Figures =
        "SELECT (SELECT CAST(COUNT(*) AS BIGINT) FROM employer \
                  WHERE centre_id = $1 AND status IN ('normal', 'opened', 'deferred') \
                    AND branch_id = $2), \
                (SELECT CAST(COUNT(*) AS BIGINT) FROM account \
                  WHERE centre_id = $1 AND status IN ('normal', 'frozen') \
                    AND branch_id = $2), \
                (SELECT CAST(COUNT(*) AS BIGINT) FROM remittance \
                  WHERE centre_id = $1 AND status = 'assessed' \
                    AND branch_id = $2)";

    /// What the branch is called.
    BRANCH_NAME: (BranchId,) => (String,) =
        "SELECT name FROM branch WHERE centre_id = $1 AND branch_id = $2";

    /// What arrived on a business date, what of it was posted, and the date's vouchers.
    TODAY: (Date,) => Today =
        "SELECT CAST(COUNT(*) AS BIGINT), CAST(SUM(amount_fen) AS BIGINT), \
                CAST(SUM(CASE WHEN status = 'posted' THEN amount_fen END) AS BIGINT), \
                (SELECT CAST(COUNT(*) AS BIGINT) FROM voucher \
                  WHERE centre_id = $1 AND business_date = $2) \
           FROM arrival WHERE centre_id = $1 AND business_date = $2";

    /// The posted remittances for a span of months, month by month.
    REMITTED: (Month, Month) => (Month, i64, Fen) =
        "SELECT month, CAST(COUNT(*) AS BIGINT), CAST(SUM(expected_fen) AS BIGINT) \
           FROM remittance \
          WHERE centre_id = $1 AND month BETWEEN $2 AND $3 AND status = 'posted' \
          GROUP BY month";

    /// Those of a branch.
    REMITTED_OF_BRANCH: (Month, Month, BranchId) => (Month, i64, Fen) =
        "SELECT month, CAST(COUNT(*) AS BIGINT), CAST(SUM(expected_fen) AS BIGINT) \
           FROM remittance \
          WHERE centre_id = $1 AND month BETWEEN $2 AND $3 AND status = 'posted' \
            AND branch_id = $4 \
          GROUP BY month";
}
