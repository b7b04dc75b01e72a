//! Suspense as the fund sees it: whose it is, and what it may be meant for.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use db::{ListQuery, Listing, Lookup, ReadTx, Sealed};
use kernel::{
    AccountNo, ArrivalId, Date, EmployerId, Fen, MemberId, Month, OrBroken, RemittanceId, Result,
    SuspenseId,
};
use platform::{App, Caller, IdempotencyKey};
use settlement::arrival;
use settlement::recovery::{self, NewTakenBack, RecoveryItem, TakenBack};
use settlement::suspense::{self, SUSPENSE_READ, SuspenseItem, SuspenseStatus};

use super::model::RemittanceStatus;
use super::rule;
use crate::member;
use crate::payer::{Wirer, is_exact_split, paid_by, stands_on};

/// The most remittances that are read for an item: as many as one allocation may fill.
const MAX_CANDIDATES: i64 = 500;

/// The most that are offered besides those of the employers that the payer pays for.
const MAX_OTHERS: usize = 50;

/// An employer by name, as lists of settlement show whose something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The employer.
    pub employer_id: EmployerId,
    /// 单位名称.
    pub employer_name: String,
}

/// The remittance that a wire's payment code named, or that what was over is kept for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The remittance.
    pub remittance_id: RemittanceId,
    /// Its employer.
    pub employer_name: String,
    /// 缴存年月.
    pub month: Month,
    /// How it stands now.
    pub status: RemittanceStatus,
}

/// An item of suspense with whose it is and what it is meant for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuspenseOf {
    /// The item.
    pub item: SuspenseItem,
    /// Whose it is, when that was known as it began to wait.
    pub owner: Option<Owner>,
    /// What it is meant for.
    pub named: Option<Named>,
    /// Where nobody knew whose it is: to whose remittances a person has allocated of it, three of
    /// them at most.
    pub allocated_to: Vec<Owner>,
    /// Whether there are more of those.
    pub allocated_to_more: bool,
    /// Why it waits no more for what its reason says, in Chinese: that was paid with other money or
    /// given up, and this is free to be allocated or returned.
    pub freed: Option<String>,
}

/// The employers that are named of those to whom an item was allocated.
const ALLOCATED_TO_NAMED: usize = 3;

db::row! {
    /// A remittance that awaits money and may be what an item is meant for.
    pub struct Candidate {
        /// The remittance.
        pub remittance_id: RemittanceId,
        /// 汇缴流水号, a plain counter.
        pub serial: i64,
        /// The employer.
        pub employer_id: EmployerId,
        /// 单位名称.
        pub employer_name: String,
        /// 缴存年月.
        pub month: Month,
        /// 汇缴人数.
        pub people: i64,
        /// 应缴金额.
        pub expected_fen: Fen,
        /// 缴款码.
        pub payment_code: String,
        /// Whether the money is known to be this employer's.
        pub is_owner: bool,
        /// Whether the payer was registered as paying for the employer on the wire's day.
        pub is_paid_for: bool,
        /// Whether the payer is called as the employer.
        pub is_payer: bool,
        /// Whether as much waits as the remittance expects.
        pub is_exact: bool,
    }
}

db::row! {
    /// What is known of an item, to find remittances by.
    struct Wanted {
        owner: Option<EmployerId>,
        name_compared: String,
        left_fen: Fen,
        account: Lookup,
        value_date: Date,
        limit: i64,
    }
}

db::statements! {
    /// The remittances that an item may be meant for: the owner's, those of the employers that the
    /// payer pays for, the payer's own, those of the same amount; the likelier first.
    CANDIDATES: Wanted => Candidate = concat!(
        "WITH paid_for AS \
             (SELECT DISTINCT a.employer_id FROM payer p \
                JOIN payer_arrangement a ON a.centre_id = p.centre_id \
                                        AND a.payer_id = p.payer_id \
               WHERE p.centre_id = $1 AND ", paid_by!("$5", "$3"), " AND ", stands_on!("$6"), ") \
         SELECT r.remittance_id, r.serial, r.employer_id, e.name, r.month, r.people, \
                r.expected_fen, r.payment_code, \
                CASE WHEN r.employer_id = $2 THEN TRUE ELSE FALSE END AS is_owner, \
                CASE WHEN f.employer_id IS NOT NULL THEN TRUE ELSE FALSE END AS is_paid_for, \
                CASE WHEN e.name_compared = $3 THEN TRUE ELSE FALSE END AS is_payer, \
                CASE WHEN r.expected_fen = $4 THEN TRUE ELSE FALSE END AS is_exact \
           FROM remittance r \
           JOIN employer e ON e.centre_id = r.centre_id AND e.employer_id = r.employer_id \
           LEFT JOIN paid_for f ON f.employer_id = r.employer_id \
          WHERE r.centre_id = $1 AND r.status = 'assessed' \
            AND (r.employer_id = $2 OR f.employer_id IS NOT NULL OR e.name_compared = $3 \
                 OR r.expected_fen = $4) \
          ORDER BY is_owner DESC, is_paid_for DESC, is_payer DESC, is_exact DESC, r.serial \
          LIMIT $7"
    );

    /// The member of an account.
    MEMBER_OF_ACCOUNT: (AccountNo,) => (MemberId, Sealed) =
        "SELECT m.member_id, m.name FROM account a \
           JOIN member m ON m.centre_id = a.centre_id AND m.member_id = a.member_id \
          WHERE a.centre_id = $1 AND a.account_no = $2";

    /// What was named: the employer and the month, and how it stands.
    NAMED: (RemittanceId,) => (String, Month, RemittanceStatus) =
        "SELECT e.name, r.month, r.status FROM remittance r \
           JOIN employer e ON e.centre_id = r.centre_id AND e.employer_id = r.employer_id \
          WHERE r.centre_id = $1 AND r.remittance_id = $2";

    /// What an employer is called.
    EMPLOYER_NAME: (EmployerId,) => (String,) =
        "SELECT name FROM employer WHERE centre_id = $1 AND employer_id = $2";

    /// The employers whose remittances an item of a wire filled; one more than are named.
    ALLOCATED_TO: (ArrivalId, SuspenseId) => (EmployerId, String) =
        "SELECT DISTINCT e.employer_id, e.name FROM remittance_funding f \
           JOIN remittance r ON r.centre_id = f.centre_id \
                            AND r.remittance_id = f.remittance_id \
           JOIN employer e ON e.centre_id = r.centre_id AND e.employer_id = r.employer_id \
          WHERE f.centre_id = $1 AND f.arrival_id = $2 AND f.suspense_id = $3 \
          ORDER BY e.name, e.employer_id LIMIT 4";

    /// The employer whose remittance a wire filled, straight or by way of suspense.
    EMPLOYER_OF_ARRIVAL: (ArrivalId,) => (EmployerId,) =
        "SELECT r.employer_id FROM remittance_funding f \
           JOIN remittance r ON r.centre_id = f.centre_id \
                            AND r.remittance_id = f.remittance_id \
          WHERE f.centre_id = $1 AND f.arrival_id = $2 \
          ORDER BY f.amount_fen DESC, f.remittance_id LIMIT 1";
}

/// Lists suspense with whose it is and what it is meant for; see [`suspense::list`].
///
/// # Errors
/// As [`suspense::list`].
pub async fn waiting(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<SuspenseOf>> {
    let Listing { items, next, count } = suspense::list(app, caller, query).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let owners = owners_in(&mut tx, items.iter().map(|item| item.owner.as_deref())).await?;
    let named = items.iter().filter_map(|item| item.named.as_deref());
    let named = named_in(&mut tx, named.collect()).await?;
    let mut shown = Vec::with_capacity(items.len());
    for (item, owner) in items.into_iter().zip(owners) {
        let named = item.named.as_deref().and_then(|id| named.get(id).cloned());
        let standing = named.as_ref().map(|named| (named.month, named.status));
        let waits = item.status == SuspenseStatus::Waiting;
        let freed = waits.then(|| rule::freed(&item.reason_code, standing));
        let mut allocated_to = match owner {
            None if item.left_fen < item.amount_fen => allocated_to_in(&mut tx, &item).await?,
            _ => Vec::new(),
        };
        let allocated_to_more = allocated_to.len() > ALLOCATED_TO_NAMED;
        allocated_to.truncate(ALLOCATED_TO_NAMED);
        shown.push(SuspenseOf {
            item,
            owner,
            named,
            allocated_to,
            allocated_to_more,
            freed: freed.flatten(),
        });
    }
    Ok(Listing {
        items: shown,
        next,
        count,
    })
}

/// To whose remittances an item was allocated, by name.
async fn allocated_to_in(tx: &mut ReadTx, item: &SuspenseItem) -> Result<Vec<Owner>> {
    let asked = (item.arrival_id, item.suspense_id);
    let employers = tx.all(&ALLOCATED_TO, asked).await?.into_iter();
    let owners = employers.map(|(employer_id, employer_name)| Owner {
        employer_id,
        employer_name,
    });
    Ok(owners.collect())
}

/// What the items of a page are meant for, by the text of the remittance's id.
async fn named_in(tx: &mut ReadTx, ids: BTreeSet<&str>) -> Result<HashMap<String, Named>> {
    let mut named = HashMap::with_capacity(ids.len());
    for id in ids {
        let remittance_id = id.parse().or_broken("what is named is no remittance")?;
        let (employer_name, month, status) = tx.one(&NAMED, (remittance_id,)).await?;
        let of = Named {
            remittance_id,
            employer_name,
            month,
            status,
        };
        named.insert(id.to_owned(), of);
    }
    Ok(named)
}

/// A member whose account fell short, as the list of recoveries shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debtor {
    /// 个人账号.
    pub account_no: AccountNo,
    /// 姓名, masked.
    pub name: String,
}

/// A recovery with from whom as much is to come back: the employer, and the member whose account
/// fell short.
pub type RecoveryOf = (RecoveryItem, Option<Owner>, Option<Debtor>);

/// Lists recoveries with whose they are; see [`recovery::list`].
///
/// # Errors
/// As [`recovery::list`].
pub async fn recoveries(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Listing<RecoveryOf>> {
    let Listing { items, next, count } = recovery::list(app, caller, query).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let owners = owners_in(&mut tx, items.iter().map(|item| item.owner.as_deref())).await?;
    let debtors = items.iter().filter_map(|item| item.debtor.as_deref());
    let debtors = debtors_in(&mut tx, debtors.collect()).await?;
    let shown = items.into_iter().zip(owners).map(|(item, owner)| {
        let debtor = item.debtor.as_deref();
        let debtor = debtor.and_then(|account| debtors.get(account).cloned());
        (item, owner, debtor)
    });
    let items = shown.collect();
    Ok(Listing { items, next, count })
}

/// Who the debtors of a page are, by the text of their accounts.
async fn debtors_in(tx: &mut ReadTx, accounts: BTreeSet<&str>) -> Result<HashMap<String, Debtor>> {
    let mut debtors = HashMap::with_capacity(accounts.len());
    for account in accounts {
        let account_no = account.parse().or_broken("the debtor is no account")?;
        let (member_id, name) = tx.one(&MEMBER_OF_ACCOUNT, (account_no,)).await?;
        let keys = tx.keys().of_row(tx.centre(), member_id);
        let name = member::masked_name(&keys.open(member::NAME, &name)?);
        debtors.insert(account.to_owned(), Debtor { account_no, name });
    }
    Ok(debtors)
}

/// Records that the bank took a wire back, and from whom as much is to come back; see
/// [`recovery::record`].
///
/// # Errors
/// As [`recovery::record`].
pub async fn taken_back(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewTakenBack,
) -> Result<TakenBack> {
    app.enforce(caller, &recovery::RECOVERY_RECORD, platform::Scope::Centre)
        .await?;
    let owner = {
        let mut tx = app.db.read(caller.centre()).await?;
        tx.optional(&EMPLOYER_OF_ARRIVAL, (new.arrival_id,)).await?
    };
    let owner = owner.map(|(employer_id,)| employer_id.to_string());
    recovery::record(app, caller, key, new, owner).await
}

/// What may be meant by an item of suspense.
#[derive(Clone, Debug)]
pub struct Candidates {
    /// The remittances, the likelier first.
    pub remittances: Vec<Candidate>,
    /// Whether the item is exactly what the remittances that the payer pays for come to: then they
    /// are proposed together, for a person to confirm.
    pub is_split: bool,
    /// Whether the payer pays for more remittances than one allocation may fill, and not all of them
    /// are here: whether the item is all of it can't be said then.
    pub more_paid_for: bool,
}

/// The remittances that an item of suspense may be meant for, the likelier first. Nothing is posted
/// by any of this.
///
/// # Errors
/// `action_forbidden`, `suspense_unknown`.
pub async fn candidates(app: &App, caller: &Caller, suspense_id: SuspenseId) -> Result<Candidates> {
    app.enforce_widest(caller, &SUSPENSE_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let item = suspense::require_in(&mut tx, suspense_id).await?;
    let arrival = arrival::require_in(&mut tx, item.arrival_id).await?;
    let wirer = Wirer::of(&tx, &arrival)?;
    let wanted = Wanted {
        owner: owner_id(item.owner.as_deref())?,
        name_compared: wirer.name_compared,
        left_fen: item.left_fen,
        account: wirer.account,
        value_date: arrival.value_date,
        // One more tells whether there are more.
        limit: MAX_CANDIDATES + 1,
    };
    let found = tx.all(&CANDIDATES, wanted).await?;
    let most = usize::try_from(MAX_CANDIDATES).or_broken("the most candidates")?;
    Ok(offered(found, item.left_fen, most))
}

/// Those that the payer pays for, as many as one allocation may fill, and of the others the
/// likeliest.
fn offered(mut found: Vec<Candidate>, left: Fen, most: usize) -> Candidates {
    // The payer's own come first but for the owner's: whatever is cut off, one of them may be.
    let more_paid_for = found.get(most).is_some_and(|one| one.is_paid_for);
    found.truncate(most);
    let paid_for = found.iter().filter(|one| one.is_paid_for);
    let dues: Vec<Fen> = paid_for.map(|one| one.expected_fen).collect();
    let mut others = 0;
    let likely = |one: &Candidate| {
        others += usize::from(!one.is_paid_for);
        one.is_paid_for || others <= MAX_OTHERS
    };
    Candidates {
        is_split: !more_paid_for && is_exact_split(left, &dues),
        more_paid_for,
        remittances: found.into_iter().filter(likely).collect(),
    }
}

fn owner_id(owner: Option<&str>) -> Result<Option<EmployerId>> {
    let id = owner.map(str::parse).transpose();
    id.ok().or_broken("the owner of suspense is no employer")
}

/// Whose each is; a page has few owners.
async fn owners_in(
    tx: &mut ReadTx,
    owners: impl Iterator<Item = Option<&str>>,
) -> Result<Vec<Option<Owner>>> {
    let mut known: HashMap<EmployerId, Owner> = HashMap::new();
    let mut found = Vec::new();
    for owner in owners {
        let Some(employer_id) = owner_id(owner)? else {
            found.push(None);
            continue;
        };
        let owner = match known.entry(employer_id) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(unknown) => {
                let (employer_name,) = tx.one(&EMPLOYER_NAME, (employer_id,)).await?;
                let owner = Owner {
                    employer_id,
                    employer_name,
                };
                unknown.insert(owner).clone()
            }
        };
        found.push(Some(owner));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(serial: i64, is_paid_for: bool) -> Candidate {
        Candidate {
            remittance_id: RemittanceId::NIL,
            serial,
            employer_id: EmployerId::NIL,
            employer_name: "安居市晴川设备厂".to_owned(),
            month: "2026-10".parse().unwrap(),
            people: 1,
            expected_fen: Fen::new(100),
            payment_code: String::new(),
            is_owner: false,
            is_paid_for,
            is_payer: false,
            is_exact: false,
        }
    }

    /// How many of those paid for were read, and others; what is offered of the first three.
    #[test]
    fn a_split_is_proposed_only_where_all_of_it_is_known() {
        for (paid_for, others, left, expected) in [
            (3, 0, 300, (3, true, false)),
            (3, 1, 300, (3, true, false)),
            (4, 0, 300, (3, false, true)),
            (2, 2, 200, (3, true, false)),
            (2, 0, 300, (2, false, false)),
        ] {
            let found = (0..paid_for + others).map(|serial| candidate(serial, serial < paid_for));
            let offered = offered(found.collect(), Fen::new(left), 3);
            let told = (
                offered.remittances.len(),
                offered.is_split,
                offered.more_paid_for,
            );
            assert_eq!(told, expected, "{paid_for} {others}");
        }
    }
}
