//! The lists over accounts: what the pages of accounts and of one account's entries show.

use db::digest::hex;
use db::{Count, Joined, Kind, List, ListColumn, ListInfo, ListQuery, Listing, Op, ReadTx, Sealed};
use kernel::{
    AccountNo, Date, EmployerId, Fen, MemberId, Month, OrBroken, RemittanceId, Result, VoucherId,
};

use super::model::{AccountStatus, EntryKind};
use super::{rule, store};
use crate::member;

/// The columns of an [`AccountRow`] over `account a`, `member m`, `employer e`. The months come as
/// one text, so that a page is one statement whatever its accounts have paid.
macro_rules! account_row {
    () => {
        "a.account_no, m.member_id, m.name, m.id_number, a.employer_id, e.name, a.status, a.base_fen, \
         a.employer_monthly_fen, a.member_monthly_fen, a.balance_fen, a.first_month, \
         (SELECT string_agg(CAST(p.month AS TEXT), ',') FROM member_month p \
           WHERE p.centre_id = a.centre_id AND p.account_no = a.account_no \
             AND p.kind <> 'reversed')"
    };
}

/// What an [`AccountRow`] joins to `account a`.
macro_rules! account_joins {
    () => {
        "LEFT JOIN member m ON m.centre_id = a.centre_id AND m.member_id = a.member_id \
         LEFT JOIN employer e ON e.centre_id = a.centre_id AND e.employer_id = a.employer_id"
    };
}

db::row! {
    /// A line of the list of accounts, still sealed.
    pub struct AccountRow {
        pub(crate) account_no: AccountNo,
        pub(crate) member_id: MemberId,
        pub(crate) name: Sealed,
        pub(crate) id_number: Sealed,
        pub(crate) employer_id: EmployerId,
        pub(crate) employer_name: String,
        pub(crate) status: AccountStatus,
        pub(crate) base_fen: Fen,
        pub(crate) employer_monthly_fen: Fen,
        pub(crate) member_monthly_fen: Fen,
        pub(crate) balance_fen: Fen,
        pub(crate) first_month: Month,
        pub(crate) paid: Option<String>,
    }
}

/// An account as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountSummary {
    /// 个人账号.
    pub account_no: AccountNo,
    /// 姓名, masked.
    pub name: String,
    /// 证件号码, masked.
    pub id_number: String,
    /// The employer.
    pub employer_id: EmployerId,
    /// 单位名称.
    pub employer_name: String,
    /// 个人账户状态.
    pub status: AccountStatus,
    /// 缴存基数.
    pub base_fen: Fen,
    /// 月缴存额, both sides.
    pub monthly_fen: Fen,
    /// 账户余额.
    pub balance_fen: Fen,
    /// 缴至年月.
    pub paid_through: Option<Month>,
}

impl AccountRow {
    pub(crate) fn open(self, tx: &ReadTx) -> Result<AccountSummary> {
        let keys = tx.keys().of_row(tx.centre(), self.member_id);
        let paid = rule::months_of_text(self.paid.as_deref())?;
        let name = keys.open(member::NAME, &self.name)?;
        let id_number = keys.open(member::ID_NUMBER, &self.id_number)?;
        Ok(AccountSummary {
            account_no: self.account_no,
            name: member::masked_name(&name),
            id_number: member::masked_number(&id_number),
            employer_id: self.employer_id,
            employer_name: self.employer_name,
            status: self.status,
            base_fen: self.base_fen,
            monthly_fen: Fen::new(
                self.employer_monthly_fen
                    .get()
                    .saturating_add(self.member_monthly_fen.get()),
            ),
            balance_fen: self.balance_fen,
            paid_through: rule::member_paid_through(self.first_month, &paid),
        })
    }
}

const ACCOUNT_NO: ListColumn = ListColumn {
    name: "account_no",
    sql: "a.account_no",
    kind: Kind::Int,
    ops: &[Op::Equal],
    sort: true,
};
const EMPLOYER_ID: ListColumn =
    ListColumn::new("employer_id", "a.employer_id", Kind::Id, &[Op::Equal]);
const BRANCH_ID: ListColumn = ListColumn::new("branch_id", "a.branch_id", Kind::Id, &[Op::Equal]);
const CONTRIBUTES: ListColumn = ListColumn::new(
    "contributes",
    "(a.status IN ('normal', 'frozen'))",
    Kind::Bool,
    &[Op::Holds],
);
const STATUS: ListColumn = ListColumn::new("status", "a.status", Kind::Text, &[Op::Equal]);

const TOTALS: &[(&str, &str)] = &[
    ("base_fen", "CAST(SUM(a.base_fen) AS BIGINT)"),
    (
        "monthly_fen",
        "CAST(SUM(a.employer_monthly_fen + a.member_monthly_fen) AS BIGINT)",
    ),
    ("balance_fen", "CAST(SUM(a.balance_fen) AS BIGINT)"),
];

/// Accounts.
pub static ACCOUNTS: List<AccountRow> = List::new(ListInfo {
    name: "accounts",
    given: &[],
    select: account_row!(),
    from: "account a",
    joined: Some(Joined {
        row: "a",
        tables: account_joins!(),
    }),
    filter: "a.centre_id = $1",
    key: ACCOUNT_NO,
    columns: &[EMPLOYER_ID, BRANCH_ID, STATUS, CONTRIBUTES],
    default_sort: "account_no",
    totals: TOTALS,
});

/// The same list, reached through the person: looked up by key, never by pattern. A list apart,
/// because SQLite would rather walk every account in order than begin at the one person; the CROSS
/// JOIN, of which it keeps the order, makes it begin there. (200,000 accounts: 136 ms without.)
pub static ACCOUNTS_OF_PERSON: List<AccountRow> = List::new(ListInfo {
    name: "accounts_of_person",
    joined: None,
    given: &[],
    select: account_row!(),
    from: "member m CROSS JOIN account a CROSS JOIN employer e",
    filter: "m.centre_id = $1 AND a.centre_id = m.centre_id AND a.member_id = m.member_id \
             AND e.centre_id = a.centre_id AND e.employer_id = a.employer_id",
    key: ACCOUNT_NO,
    columns: &[
        ListColumn::new(
            "id_number_lookup",
            "m.id_number_lookup",
            Kind::Bytes,
            &[Op::Equal],
        ),
        ListColumn::new(
            "id_tail_lookup",
            "m.id_tail_lookup",
            Kind::Bytes,
            &[Op::Equal],
        ),
        ListColumn::new("name_lookup", "m.name_lookup", Kind::Bytes, &[Op::Equal]),
        ListColumn::new(
            "mobile_lookup",
            "m.mobile_lookup",
            Kind::Bytes,
            &[Op::Equal],
        ),
        EMPLOYER_ID,
        BRANCH_ID,
        STATUS,
        CONTRIBUTES,
    ],
    default_sort: "account_no",
    totals: TOTALS,
});

/// The list that answers a query of sealed filters.
pub(crate) fn list_for(query: &ListQuery) -> &'static List<AccountRow> {
    let by_person = query
        .filters
        .iter()
        .any(|(name, _)| name.ends_with("_lookup"));
    if by_person {
        &ACCOUNTS_OF_PERSON
    } else {
        &ACCOUNTS
    }
}

db::statements! {
    /// One line of the list of accounts.
    ACCOUNT_ROW: (AccountNo,) => AccountRow = concat!(
        "SELECT ", account_row!(), " FROM account a ", account_joins!(),
        " WHERE a.centre_id = $1 AND a.account_no = $2"
    );
}

/// The filters that people write, turned into those of the lists: `id_number`, `id_tail` (last
/// six), `name` and `mobile` become their look-up keys.
pub(crate) fn sealed_filters(tx: &ReadTx, query: &ListQuery, today: Date) -> ListQuery {
    let (keys, centre) = (tx.keys(), tx.centre());
    let filter = |(name, value): &(String, String)| {
        let lookup = match name.as_str() {
            "id_number" => member::id_number_lookup(keys, centre, value, today),
            "id_tail" => keys.lookup(centre, "id_tail", &value.trim().to_uppercase()),
            "name" => member::name_lookup(keys, centre, value),
            "mobile" => member::mobile_lookup(keys, centre, value),
            _ => return (name.clone(), value.clone()),
        };
        (format!("{name}_lookup"), hex(lookup.bytes()))
    };
    ListQuery {
        filters: query.filters.iter().map(filter).collect(),
        ..query.clone()
    }
}

/// The most accounts that a search for part of a name shows.
pub const MAX_PARTIAL: usize = 200;

/// The accounts of one employer whose member's name contains `part`, at most [`MAX_PARTIAL`], in
/// order of their number: the employer's names are opened one after the other, since what is
/// sealed can't be matched by pattern. One page; more matches ask for more of the name.
pub(crate) async fn by_part_of_name(
    tx: &mut ReadTx,
    employer_id: EmployerId,
    part: &str,
    status: Option<AccountStatus>,
) -> Result<Listing<AccountRow>> {
    let part = member::searched_name(part);
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    let mut found = Vec::new();
    tx.for_each(
        &store::NAMES_OF_EMPLOYER,
        (employer_id,),
        |row: store::NameRow| {
            if found.len() > MAX_PARTIAL || status.is_some_and(|status| status != row.status) {
                return Ok(());
            }
            let keys = keys.of_row(centre, row.member_id);
            if keys.open(member::NAME, &row.name)?.contains(&part) {
                found.push(row.account_no);
            }
            Ok(())
        },
    )
    .await?;
    let many = found.len() > MAX_PARTIAL;
    found.truncate(MAX_PARTIAL);
    let mut items = Vec::with_capacity(found.len());
    for account_no in &found {
        items.push(tx.one(&ACCOUNT_ROW, (*account_no,)).await?);
    }
    let shown = i64::try_from(items.len()).expect("at most MAX_PARTIAL");
    let count = if many {
        Count::MoreThan(shown)
    } else {
        Count::Exact(shown)
    };
    Ok(Listing {
        items,
        next: None,
        count,
    })
}

/// The totals of rows that were found one by one, under the names of [`TOTALS`].
///
/// # Errors
/// Broken when a sum leaves the range of money.
pub(crate) fn summed(rows: &[AccountRow]) -> Result<Vec<(&'static str, i64)>> {
    let base = rows.iter().map(|row| row.base_fen);
    let monthly = rows
        .iter()
        .flat_map(|row| [row.employer_monthly_fen, row.member_monthly_fen]);
    let balance = rows.iter().map(|row| row.balance_fen);
    let sums = [Fen::sum(base), Fen::sum(monthly), Fen::sum(balance)];
    TOTALS
        .iter()
        .zip(sums)
        .map(|((name, _), sum)| Ok((*name, sum.or_broken("a sum of accounts")?.get())))
        .collect()
}

db::row! {
    /// An entry as the page of an account shows it.
    pub struct EntryItem {
        /// Counts from 1 in the account.
        pub entry_no: i64,
        /// 记账日期.
        pub business_date: Date,
        /// The day from which interest runs.
        pub value_date: Date,
        /// 业务明细类型.
        pub kind: EntryKind,
        /// 上年结转发生额.
        pub carried_fen: Fen,
        /// 当年归集发生额.
        pub current_fen: Fen,
        /// 上年结转余额 afterwards.
        pub carried_after_fen: Fen,
        /// 当年归集余额 afterwards.
        pub current_after_fen: Fen,
        /// 账户余额 afterwards.
        pub balance_after_fen: Fen,
        /// 汇补缴年月.
        pub month: Option<Month>,
        /// The entry that this one reverses.
        pub reverses_entry_no: Option<i64>,
        /// The voucher.
        pub voucher_id: VoucherId,
        /// Its number, once the bookkeeper gave it.
        pub voucher_number: Option<i64>,
        /// The remittance that brought it or took it back, with its number. The voucher's summary
        /// would tell of the others in it.
        pub remittance_id: Option<RemittanceId>,
        /// Its number.
        pub remittance_serial: Option<i64>,
    }
}

impl EntryItem {
    /// 发生额: what moved in both buckets.
    #[must_use]
    pub const fn amount_fen(&self) -> Fen {
        Fen::new(
            self.carried_fen
                .get()
                .saturating_add(self.current_fen.get()),
        )
    }

    /// The kind as people read it; a reversal says so (冲账标识, A.9).
    #[must_use]
    pub fn label(&self) -> String {
        self.kind.label_of(self.reverses_entry_no.is_some())
    }
}

/// Entries. Always asked for one account, within which `entry_no` is unique.
pub static ENTRIES: List<EntryItem> = List::new(ListInfo {
    name: "entries",
    given: &[],
    select: "n.entry_no, n.business_date, n.value_date, n.kind, n.carried_fen, n.current_fen, \
             n.carried_after_fen, n.current_after_fen, n.balance_after_fen, n.month, \
             n.reverses_entry_no, n.voucher_id, s.number, r.remittance_id, r.serial",
    from: "entry n",
    joined: Some(Joined {
        row: "n",
        tables: "LEFT JOIN remittance r ON r.centre_id = n.centre_id AND r.batch_id = n.batch_id \
                 LEFT JOIN voucher_seal s \
                        ON s.centre_id = n.centre_id AND s.voucher_id = n.voucher_id",
    }),
    filter: "n.centre_id = $1",
    key: ListColumn {
        name: "entry_no",
        sql: "n.entry_no",
        kind: Kind::Int,
        ops: &[Op::Equal],
        sort: true,
    },
    columns: &[
        ListColumn::new("account_no", "n.account_no", Kind::Int, &[Op::Equal]),
        ListColumn::new("kind", "n.kind", Kind::Text, &[Op::Equal]),
        ListColumn::new(
            "business_date",
            "n.business_date",
            Kind::Date,
            &[Op::Equal, Op::AtLeast, Op::AtMost],
        ),
    ],
    default_sort: "-entry_no",
    totals: &[(
        "amount_fen",
        "CAST(SUM(n.carried_fen + n.current_fen) AS BIGINT)",
    )],
});
