//! The statements of the first page.

use kernel::{Date, Fen, Month};

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

    /// What arrived on a business date, what of it was posted, and the date's vouchers.
    TODAY: (Date,) => Today =
        "SELECT CAST(COUNT(*) AS BIGINT), CAST(SUM(amount_fen) AS BIGINT), \
                CAST(SUM(CASE WHEN status = 'posted' THEN amount_fen END) AS BIGINT), \
                (SELECT CAST(COUNT(*) AS BIGINT) FROM voucher \
                  WHERE centre_id = $1 AND business_date = $2) \
           FROM arrival WHERE centre_id = $1 AND business_date = $2";

    /// Employers with a payday in the range of whom fewer months are posted than have fallen due
    /// up to the month.
    BEHIND: (i64, i64, Month) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM employer e \
          WHERE e.centre_id = $1 AND e.payday BETWEEN $2 AND $3 AND e.first_month <= $4 \
            AND e.status IN ('normal', 'opened', 'deferred') \
            AND (SELECT COUNT(*) FROM remittance r \
                  WHERE r.centre_id = e.centre_id AND r.employer_id = e.employer_id \
                    AND r.status = 'posted' AND r.month BETWEEN e.first_month AND $4) \
                < ($4 / 100 - e.first_month / 100) * 12 + $4 % 100 - e.first_month % 100 + 1";

    /// The posted remittances for a span of months, month by month.
    REMITTED: (Month, Month) => (Month, i64, Fen) =
        "SELECT month, CAST(COUNT(*) AS BIGINT), CAST(SUM(expected_fen) AS BIGINT) \
           FROM remittance \
          WHERE centre_id = $1 AND month BETWEEN $2 AND $3 AND status = 'posted' \
          GROUP BY month";
}
