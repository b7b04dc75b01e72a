//! What a member's hall reads: each page by one statement, which begins at the member.

use db::{Lookup, Sealed};
use kernel::{BranchId, Date, Fen, MemberId, Month, Rate};

use crate::account::{Account, EntryKind};

db::row! {
    /// Who a member is, as it is sealed.
    pub(crate) struct PersonRow {
        pub(crate) member_id: MemberId,
        pub(crate) name: Sealed,
        pub(crate) id_number: Sealed,
        pub(crate) mobile: Option<Sealed>,
    }
}

db::row! {
    /// A member with its account; the paid months come as one text.
    pub(crate) struct OwnRow {
        pub(crate) person: PersonRow,
        pub(crate) employer_name: String,
        pub(crate) account: Account,
        pub(crate) paid: Option<String>,
    }
}

db::row! {
    /// An entry with what it was computed from. The rates are those that the account's last change
    /// before the assessment left.
    pub(crate) struct OwnEntryRow {
        pub(crate) entry_no: i64,
        pub(crate) business_date: Date,
        pub(crate) value_date: Date,
        pub(crate) kind: EntryKind,
        pub(crate) amount_fen: Fen,
        pub(crate) balance_after_fen: Fen,
        pub(crate) month: Option<Month>,
        pub(crate) reverses_entry_no: Option<i64>,
        pub(crate) employer_name: Option<String>,
        pub(crate) base_fen: Option<Fen>,
        pub(crate) employer_fen: Option<Fen>,
        pub(crate) member_fen: Option<Fen>,
        pub(crate) employer_rate: Option<Rate>,
        pub(crate) member_rate: Option<Rate>,
        pub(crate) rounding: Option<String>,
    }
}

db::row! {
    /// A month that was paid.
    pub(crate) struct OwnMonthRow {
        pub(crate) month: Month,
        pub(crate) employer_fen: Fen,
        pub(crate) member_fen: Fen,
        pub(crate) business_date: Date,
    }
}

db::statements! {
    /// The members of whom all that was said is true.
    MEMBER_SAID: (Lookup, Lookup, Lookup) => (MemberId,) =
        "SELECT member_id FROM member \
          WHERE centre_id = $1 AND id_number_lookup = $2 AND name_lookup = $3 \
            AND mobile_lookup = $4 LIMIT 2";

    /// The branch of a member's account.
    BRANCH_OF: (MemberId,) => (BranchId,) =
        "SELECT branch_id FROM account WHERE centre_id = $1 AND member_id = $2";

    /// A member's name.
    NAME_OF: (MemberId,) => (Sealed,) =
        "SELECT name FROM member WHERE centre_id = $1 AND member_id = $2";

    /// The first who contribute and have a mobile on file.
    SOME: (i64,) => PersonRow =
        "SELECT m.member_id, m.name, m.id_number, m.mobile FROM account a \
           JOIN member m ON m.centre_id = a.centre_id AND m.member_id = a.member_id \
          WHERE a.centre_id = $1 AND a.status = 'normal' AND m.mobile IS NOT NULL \
          ORDER BY a.account_no LIMIT $2";

    /// A member with its account.
    OWN: (MemberId,) => OwnRow =
        "SELECT m.member_id, m.name, m.id_number, m.mobile, e.name, \
                a.account_no, a.member_id, a.employer_id, a.branch_id, a.status, a.opened_on, \
                a.first_month, a.sealed_from, a.base_fen, a.employer_rate, a.member_rate, \
                a.employer_monthly_fen, a.member_monthly_fen, a.carried_fen, a.current_fen, \
                a.balance_fen, a.entry_count, a.change_count, \
                (SELECT string_agg(CAST(p.month AS TEXT), ',') FROM member_month p \
                  WHERE p.centre_id = a.centre_id AND p.account_no = a.account_no \
                    AND p.kind <> 'reversed') \
           FROM account a \
           JOIN member m ON m.centre_id = a.centre_id AND m.member_id = a.member_id \
           JOIN employer e ON e.centre_id = a.centre_id AND e.employer_id = a.employer_id \
          WHERE a.centre_id = $1 AND a.member_id = $2";

    /// So many entries of a member's account before one, the latest first.
    OWN_ENTRIES: (MemberId, i64, i64) => OwnEntryRow =
        "SELECT n.entry_no, n.business_date, n.value_date, n.kind, n.carried_fen + n.current_fen, \
                n.balance_after_fen, n.month, n.reverses_entry_no, e.name, b.base_fen, \
                b.employer_fen, b.member_fen, \
                (SELECT c.employer_rate FROM account_change c \
                  WHERE c.centre_id = n.centre_id AND c.account_no = n.account_no \
                    AND c.made_at <= r.assessed_at ORDER BY c.change_no DESC LIMIT 1), \
                (SELECT c.member_rate FROM account_change c \
                  WHERE c.centre_id = n.centre_id AND c.account_no = n.account_no \
                    AND c.made_at <= r.assessed_at ORDER BY c.change_no DESC LIMIT 1), \
                o.rounding \
           FROM account a \
           JOIN entry n ON n.centre_id = a.centre_id AND n.account_no = a.account_no \
                       AND n.entry_no < $3 \
           LEFT JOIN remittance r ON r.centre_id = n.centre_id AND r.batch_id = n.batch_id \
           LEFT JOIN roster o ON o.centre_id = r.centre_id AND o.roster_id = r.roster_id \
           LEFT JOIN employer e ON e.centre_id = r.centre_id AND e.employer_id = r.employer_id \
           LEFT JOIN batch_line b ON b.centre_id = n.centre_id AND b.batch_id = n.batch_id \
                                 AND b.account_no = n.account_no \
          WHERE a.centre_id = $1 AND a.member_id = $2 \
          ORDER BY n.entry_no DESC LIMIT $4";

    /// The months of a member's account that this centre collected, the latest first.
    OWN_MONTHS: (MemberId,) => OwnMonthRow =
        "SELECT p.month, b.employer_fen, b.member_fen, n.business_date \
           FROM account a \
           JOIN member_month p ON p.centre_id = a.centre_id AND p.account_no = a.account_no \
                              AND p.kind NOT IN ('reversed', 'taken_over') \
           JOIN entry n ON n.centre_id = p.centre_id AND n.account_no = p.account_no \
                       AND n.entry_no = p.entry_no \
           JOIN batch_line b ON b.centre_id = n.centre_id AND b.batch_id = n.batch_id \
                            AND b.account_no = n.account_no \
          WHERE a.centre_id = $1 AND a.member_id = $2 ORDER BY p.month DESC";
}
