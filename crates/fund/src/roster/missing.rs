//! Who contributes with the employer and doesn't stand in a roster.

use std::collections::HashSet;

use db::{Count, Listing, ReadTx};
use kernel::{AccountNo, EmployerId, Error, Fen, OrBroken, PageRequest, Result, RosterId};
use platform::{App, Caller};

use super::error;
use super::list::readable;
use super::model::RosterStatus;
use super::rows::{MissingBetween, RosterRow};
use super::store;
use crate::account::AccountStatus;
use crate::member;

/// A contributing member of the employer who doesn't stand in the roster.
#[derive(Clone, Debug)]
pub struct MissingMember {
    /// 个人账号.
    pub account_no: AccountNo,
    /// 姓名, masked.
    pub name: String,
    /// 证件号码, masked.
    pub id_number: String,
    /// 缴存基数.
    pub base_fen: Fen,
    /// 月缴存额, both sides.
    pub monthly_fen: Fen,
}

/// Lists the employer's contributing members who don't stand in the roster, by account number: by
/// the accounts as they are now, which after a confirmation may be others than at the upload.
///
/// # Errors
/// `roster_unknown`, `action_forbidden`, `page_cursor_invalid`.
pub async fn missing(
    app: &App,
    caller: &Caller,
    roster_id: RosterId,
    page: &PageRequest,
) -> Result<Listing<MissingMember>> {
    let (roster, _) = readable(app, caller, roster_id).await?;
    let after: Option<AccountNo> = page
        .after()
        .map(str::parse)
        .transpose()
        .map_err(|_| PageRequest::bad_cursor())?;
    let mut tx = app.db.read(caller.centre()).await?;
    let absent = absent_in(&mut tx, &roster).await?;
    let count = Count::Exact(i64::try_from(absent.len()).or_broken("a count of members")?);
    let limit = usize::try_from(page.limit()).or_broken("a page of members")?;
    let mut rest = absent.iter().filter(|one| Some(one.account_no) > after);
    let shown: Vec<&Absent> = rest.by_ref().take(limit).collect();
    let next = rest
        .next()
        .and(shown.last())
        .map(|last| last.account_no.to_string());
    let items = with_names_in(&mut tx, &roster, &shown).await?;
    Ok(Listing { items, next, count })
}

/// The accounts of a page with the people whose they are.
async fn with_names_in(
    tx: &mut ReadTx,
    roster: &RosterRow,
    page: &[&Absent],
) -> Result<Vec<MissingMember>> {
    let (Some(first), Some(last)) = (page.first(), page.last()) else {
        return Ok(Vec::new());
    };
    let asked = MissingBetween {
        roster_id: roster.roster_id,
        employer_id: roster.employer_id,
        month: roster.month,
        first: first.account_no,
        last: last.account_no,
    };
    let people = tx.all(&store::MISSING_MEMBERS, asked).await?;
    let numbers = people.iter().map(|(account_no, ..)| *account_no);
    if !numbers.eq(page.iter().map(|one| one.account_no)) {
        return Err(Error::broken(
            "people of other accounts than those of the page",
        ));
    }
    let named = page.iter().zip(&people);
    let named = named.map(|(one, (_, member_id, name, id_number))| {
        let row = tx.keys().of_row(tx.centre(), *member_id);
        Ok(MissingMember {
            account_no: one.account_no,
            name: member::masked_name(&row.open(member::NAME, name)?),
            id_number: member::masked_number(&row.open(member::ID_NUMBER, id_number)?),
            base_fen: one.base_fen,
            monthly_fen: one.monthly_fen,
        })
    });
    named.collect()
}

/// The totals (合计) over what [`missing`] shows: `base_fen`, `monthly_fen`.
///
/// # Errors
/// As [`missing`]; broken when a sum leaves the range of money.
pub async fn missing_totals(
    app: &App,
    caller: &Caller,
    roster_id: RosterId,
) -> Result<Vec<(&'static str, i64)>> {
    let (roster, _) = readable(app, caller, roster_id).await?;
    let absent = absent_in(&mut app.db.read(caller.centre()).await?, &roster).await?;
    let base = Fen::sum(absent.iter().map(|one| one.base_fen));
    let monthly = Fen::sum(absent.iter().map(|one| one.monthly_fen));
    Ok(vec![
        ("base_fen", base.or_broken("a sum of bases")?.get()),
        (
            "monthly_fen",
            monthly.or_broken("a sum of monthly amounts")?.get(),
        ),
    ])
}

/// How many don't stand in the roster as things are now.
///
/// # Errors
/// Broken only.
pub(super) async fn count_missing_in(tx: &mut ReadTx, roster: &RosterRow) -> Result<i64> {
    let absent = absent_in(tx, roster).await?;
    i64::try_from(absent.len()).or_broken("a count of members")
}

/// The accounts of those who don't stand in the roster and can be sealed from its month on: neither
/// sealed already nor frozen.
///
/// # Errors
/// `roster_unknown` also for another employer's; `roster_discarded`.
pub(crate) async fn missing_accounts_in(
    tx: &mut ReadTx,
    roster_id: RosterId,
    employer_id: EmployerId,
) -> Result<Vec<AccountNo>> {
    let roster = super::require_in(tx, roster_id).await?;
    if roster.employer_id != employer_id {
        return Err(error::unknown(roster_id));
    }
    if roster.status == RosterStatus::Discarded {
        return Err(error::discarded());
    }
    let absent = absent_in(tx, &roster).await?.into_iter();
    Ok(absent
        .filter(|one| one.may_be_sealed)
        .map(|one| one.account_no)
        .collect())
}

/// An account that doesn't stand in the roster.
struct Absent {
    account_no: AccountNo,
    /// Whether it contributes with the employer now, and isn't frozen.
    may_be_sealed: bool,
    base_fen: Fen,
    monthly_fen: Fen,
}

/// The employer's contributing accounts that don't stand in the roster, by number; those that were
/// opened for a later month have nothing to do with it. In memory, some
/// 16 bytes a line and 24 an absent account, because no join of the two is fast whatever the
/// planner thinks.
async fn absent_in(tx: &mut ReadTx, roster: &RosterRow) -> Result<Vec<Absent>> {
    let mut standing = HashSet::new();
    tx.for_each(
        &store::STANDING,
        (roster.roster_id,),
        |(account_no,): (AccountNo,)| {
            standing.insert(account_no);
            Ok(())
        },
    )
    .await?;
    let mut absent = Vec::new();
    tx.for_each(
        &store::CONTRIBUTING,
        (roster.employer_id, roster.month),
        |(account_no, status, employer_id, base_fen, monthly_fen)| {
            if !standing.contains(&account_no) {
                absent.push(Absent {
                    account_no,
                    may_be_sealed: status == AccountStatus::Normal
                        && employer_id == roster.employer_id,
                    base_fen,
                    monthly_fen,
                });
            }
            Ok(())
        },
    )
    .await?;
    Ok(absent)
}
