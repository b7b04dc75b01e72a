//! Suspense as the fund sees it: whose it is, and what it may be meant for.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use db::{ListQuery, Listing, ReadTx};
use kernel::{ArrivalId, EmployerId, Fen, Month, OrBroken, RemittanceId, Result, SuspenseId};
use platform::{App, Caller, IdempotencyKey};
use settlement::arrival;
use settlement::recovery::{self, NewTakenBack, RecoveryItem, TakenBack};
use settlement::suspense::{self, SUSPENSE_READ, SuspenseItem};

/// The most remittances that are offered for an item.
const MAX_CANDIDATES: i64 = 50;

/// An employer by name, as lists of settlement show whose something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The employer.
    pub employer_id: EmployerId,
    /// 单位名称.
    pub employer_name: String,
}

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
        /// Whether the payer is called as the employer.
        pub is_payer: bool,
        /// Whether as much waits as the remittance expects.
        pub is_exact: bool,
    }
}

db::statements! {
    /// The remittances that an item may be meant for: the owner's, the payer's, those of the same
    /// amount; the likelier first.
    CANDIDATES: (Option<EmployerId>, String, Fen, i64) => Candidate =
        "SELECT r.remittance_id, r.serial, r.employer_id, e.name, r.month, r.people, \
                r.expected_fen, r.payment_code, \
                CASE WHEN r.employer_id = $2 THEN TRUE ELSE FALSE END AS is_owner, \
                CASE WHEN e.name = $3 THEN TRUE ELSE FALSE END AS is_payer, \
                CASE WHEN r.expected_fen = $4 THEN TRUE ELSE FALSE END AS is_exact \
           FROM remittance r \
           JOIN employer e ON e.centre_id = r.centre_id AND e.employer_id = r.employer_id \
          WHERE r.centre_id = $1 AND r.status = 'assessed' \
            AND (r.employer_id = $2 OR e.name = $3 OR r.expected_fen = $4) \
          ORDER BY is_owner DESC, is_payer DESC, is_exact DESC, r.serial LIMIT $5";

    /// What an employer is called.
    EMPLOYER_NAME: (EmployerId,) => (String,) =
        "SELECT name FROM employer WHERE centre_id = $1 AND employer_id = $2";

    /// The employer whose remittance a wire filled, straight or by way of suspense.
    EMPLOYER_OF_ARRIVAL: (ArrivalId,) => (EmployerId,) =
        "SELECT r.employer_id FROM remittance_funding f \
           JOIN remittance r ON r.centre_id = f.centre_id \
                            AND r.remittance_id = f.remittance_id \
          WHERE f.centre_id = $1 AND f.arrival_id = $2 \
          ORDER BY f.amount_fen DESC, f.remittance_id LIMIT 1";
}

/// Lists suspense with whose it is; see [`suspense::list`].
///
/// # Errors
/// As [`suspense::list`].
pub async fn waiting(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Listing<(SuspenseItem, Option<Owner>)>> {
    let Listing { items, next, count } = suspense::list(app, caller, query).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let owners = owners_in(&mut tx, items.iter().map(|item| item.owner.as_deref())).await?;
    let items = items.into_iter().zip(owners).collect();
    Ok(Listing { items, next, count })
}

/// Lists recoveries with whose they are; see [`recovery::list`].
///
/// # Errors
/// As [`recovery::list`].
pub async fn recoveries(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Listing<(RecoveryItem, Option<Owner>)>> {
    let Listing { items, next, count } = recovery::list(app, caller, query).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let owners = owners_in(&mut tx, items.iter().map(|item| item.owner.as_deref())).await?;
    let items = items.into_iter().zip(owners).collect();
    Ok(Listing { items, next, count })
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

/// The remittances that an item of suspense may be meant for, the likelier first.
///
/// # Errors
/// `action_forbidden`, `suspense_unknown`.
pub async fn candidates(
    app: &App,
    caller: &Caller,
    suspense_id: SuspenseId,
) -> Result<Vec<Candidate>> {
    app.enforce_widest(caller, &SUSPENSE_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let item = suspense::require_in(&mut tx, suspense_id).await?;
    let arrival = arrival::require_in(&mut tx, item.arrival_id).await?;
    let keys = tx.keys().of_row(tx.centre(), arrival.arrival_id);
    let payer = keys.open(arrival::PAYER_NAME, &arrival.payer_name)?;
    let owner = owner_id(item.owner.as_deref())?;
    let asked = (owner, payer, item.left_fen, MAX_CANDIDATES);
    tx.all(&CANDIDATES, asked).await
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
