//! The statements over sealings.

use db::Bulk;
use kernel::{AccountNo, EmployerId, Month, SealingId};

use super::model::Sealing;
use crate::account::AccountStatus;

db::row! {
    /// An account that a sealing is to seal.
    pub(crate) struct LineRow {
        pub(crate) sealing_id: SealingId,
        pub(crate) account_no: AccountNo,
    }
}

/// The accounts of a sealing.
pub(super) const LINES: Bulk<LineRow> = Bulk::of("sealing_line");

db::row! {
    /// What decides whether an account can be sealed.
    pub(crate) struct LineFacts {
        pub(crate) account_no: AccountNo,
        /// Missing with the next two when there is no such account.
        pub(crate) employer_id: Option<EmployerId>,
        pub(crate) status: Option<AccountStatus>,
        pub(crate) first_month: Option<Month>,
        /// The last month that is paid, by whomever.
        pub(crate) last_paid: Option<Month>,
        /// A month to be sealed that the employer is assessed for, this account included.
        pub(crate) assessed: Option<Month>,
        /// Who opened the transfer case that waits for the account.
        pub(crate) asked_by: Option<String>,
    }
}

macro_rules! sealing_columns {
    () => {
        "sealing_id, employer_id, branch_id, from_month, reason, note, accounts, roster_id, \
         made_at, made_by, made_by_name"
    };
}

db::statements! {
    /// A sealing, once everything about it is known.
    INSERT_SEALING: Sealing => () =
        concat!("INSERT INTO sealing (centre_id, ", sealing_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");

    /// The next sealings after one, in the order of their ids.
    SEALINGS_AFTER: (SealingId, i64) => Sealing =
        concat!("SELECT ", sealing_columns!(), " FROM sealing \
          WHERE centre_id = $1 AND sealing_id > $2 ORDER BY sealing_id LIMIT $3");

    /// How each account stands to the employer that is to seal it from a month on.
    LINE_FACTS: (SealingId, EmployerId, Month) => LineFacts =
        "SELECT l.account_no, a.employer_id, a.status, a.first_month, \
                (SELECT MAX(m.month) FROM member_month m \
                  WHERE m.centre_id = l.centre_id AND m.account_no = l.account_no \
                    AND m.kind <> 'reversed'), \
                (SELECT MAX(r.month) FROM remittance r \
                   JOIN batch_line b ON b.centre_id = r.centre_id AND b.batch_id = r.batch_id \
                  WHERE r.centre_id = l.centre_id AND r.employer_id = $3 AND r.month >= $4 \
                    AND r.status IN ('assessed', 'posting') AND b.account_no = l.account_no), \
                (SELECT c.opened_by FROM transfer_case c \
                  WHERE c.centre_id = l.centre_id AND c.account_no = l.account_no \
                    AND c.old_employer_id = $3 AND c.status IN ('waiting', 'withdrawn') \
                  ORDER BY c.serial DESC LIMIT 1) \
           FROM sealing_line l \
           LEFT JOIN account a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
          WHERE l.centre_id = $1 AND l.sealing_id = $2 ORDER BY l.account_no";

    /// The accounts of a sealing, before they are judged and changed.
    LOCK_ACCOUNTS [in order]: (SealingId,) => (i64,) =
        "WITH l AS MATERIALIZED \
             (SELECT centre_id, account_no FROM sealing_line \
               WHERE centre_id = $1 AND sealing_id = $2) \
         SELECT a.account_no FROM l \
           JOIN account a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
          ORDER BY a.account_no";

    /// Seals the accounts of a sealing that contribute with the employer.
    SEAL_ACCOUNTS: (SealingId, EmployerId, Month) => () =
        "UPDATE account SET status = 'sealed', sealed_from = $4, \
                            change_count = account.change_count + 1 \
           FROM sealing_line AS l \
          WHERE l.centre_id = $1 AND l.sealing_id = $2 \
            AND account.centre_id = $1 AND account.account_no = l.account_no \
            AND (account.employer_id = $3) IS TRUE AND (account.status = 'normal') IS TRUE";
}
