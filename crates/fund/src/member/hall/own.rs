//! A member's own balance, entries and years.

use kernel::{Date, Fen, MemberId, Month, OrBroken, Result};
use platform::{App, Caller, Scope};

use super::super::{ID_NUMBER, MOBILE, NAME, masked_mobile, masked_number};
use super::explanation;
use super::store::{self, OwnEntryRow, OwnMonthRow};
use crate::account::rule;
use crate::account::{ACCOUNT_READ, Account, EntryKind};

/// A member's account as its first page shows it. Not `Debug`: the name is whole.
pub struct OwnAccount {
    /// 姓名, whole: it is the reader's own.
    pub name: String,
    /// 证件号码, masked.
    pub id_number: String,
    /// 手机号码, masked; none where it was taken away since the session began.
    pub mobile: Option<String>,
    /// 单位名称.
    pub employer_name: String,
    /// The account.
    pub account: Account,
    /// 缴至年月.
    pub paid_through: Option<Month>,
    /// The day of which it speaks.
    pub as_of: Date,
}

/// An entry of a member's account, with how it came to its amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnEntry {
    /// Counts from 1 in the account.
    pub entry_no: i64,
    /// 记账日期.
    pub posted_on: Date,
    /// The day from which interest runs.
    pub value_date: Date,
    /// 业务明细类型.
    pub kind: EntryKind,
    /// The kind as people read it; a reversal says so.
    pub kind_label: String,
    /// 汇补缴年月.
    pub month: Option<Month>,
    /// 发生额, signed: what came in, or went out.
    pub amount_fen: Fen,
    /// 账户余额 afterwards.
    pub balance_fen: Fen,
    /// Who paid it.
    pub employer_name: Option<String>,
    /// What it is and how it was computed, in a sentence.
    pub explanation: String,
}

impl OwnEntry {
    /// 支出, positive; zero of what comes in.
    #[must_use]
    pub fn out_fen(&self) -> Fen {
        let out = self.amount_fen.min(Fen::ZERO);
        out.checked_neg()
            .expect("an entry is no i64::MIN: the balance before it was positive")
    }
}

/// Some entries, the latest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnEntries {
    /// The entries.
    pub items: Vec<OwnEntry>,
    /// Before which entry the next ones are; none when these are the last.
    pub next_before: Option<i64>,
}

/// A month that was contributed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnMonth {
    /// The month.
    pub month: Month,
    /// 单位缴存额.
    pub employer_fen: Fen,
    /// 个人缴存额.
    pub member_fen: Fen,
    /// 记账日期.
    pub posted_on: Date,
}

/// A calendar year of months that were contributed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnYear {
    /// The year.
    pub year: i16,
    /// 单位缴存额 of its months.
    pub employer_fen: Fen,
    /// 个人缴存额 of its months.
    pub member_fen: Fen,
    /// Both together.
    pub total_fen: Fen,
    /// Its months, the latest first.
    pub months: Vec<OwnMonth>,
}

/// The account of the member who asks.
///
/// # Errors
/// `action_forbidden` for whoever is no member.
pub async fn show(app: &App, caller: &Caller) -> Result<OwnAccount> {
    let member = own(app, caller).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let row = tx.one(&store::OWN, (member,)).await?;
    let keys = tx.keys().of_row(tx.centre(), member);
    let mobile = row.person.mobile.as_ref();
    let mobile = mobile.map(|mobile| keys.open(MOBILE, mobile)).transpose()?;
    let paid = rule::months_of_text(row.paid.as_deref())?;
    Ok(OwnAccount {
        name: keys.open(NAME, &row.person.name)?,
        id_number: masked_number(&keys.open(ID_NUMBER, &row.person.id_number)?),
        mobile: mobile.as_deref().map(masked_mobile),
        employer_name: row.employer_name,
        paid_through: rule::member_paid_through(row.account.first_month, &paid),
        account: row.account,
        as_of: app.clock.today(),
    })
}

/// So many entries of the member who asks, before one of them or the latest.
///
/// # Errors
/// `action_forbidden` for whoever is no member.
pub async fn entries(
    app: &App,
    caller: &Caller,
    before: Option<i64>,
    limit: u32,
) -> Result<OwnEntries> {
    let member = own(app, caller).await?;
    let before = before.unwrap_or(i64::MAX);
    // One more than is shown tells whether there are more.
    let asked = (member, before, i64::from(limit) + 1);
    let mut tx = app.db.read(caller.centre()).await?;
    let mut rows = tx.all(&store::OWN_ENTRIES, asked).await?;
    let limit = usize::try_from(limit).or_broken("the length of a page")?;
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let items: Vec<OwnEntry> = rows.iter().map(entry).collect();
    let last = items.last().map(|entry| entry.entry_no);
    Ok(OwnEntries {
        next_before: last.filter(|_| has_more),
        items,
    })
}

fn entry(row: &OwnEntryRow) -> OwnEntry {
    OwnEntry {
        entry_no: row.entry_no,
        posted_on: row.business_date,
        value_date: row.value_date,
        kind: row.kind,
        kind_label: row.kind.label_of(row.reverses_entry_no.is_some()),
        month: row.month,
        amount_fen: row.amount_fen,
        balance_fen: row.balance_after_fen,
        employer_name: row.employer_name.clone(),
        explanation: explanation::of(row),
    }
}

/// What was contributed for the member who asks, by the year of the month, the latest first. Months paid
/// before the centre moved in aren't there: what they brought isn't known apart.
///
/// # Errors
/// `action_forbidden` for whoever is no member.
pub async fn years(app: &App, caller: &Caller) -> Result<Vec<OwnYear>> {
    let member = own(app, caller).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    by_year(tx.all(&store::OWN_MONTHS, (member,)).await?)
}

/// The months, which come in order, year by year.
fn by_year(rows: Vec<OwnMonthRow>) -> Result<Vec<OwnYear>> {
    let months = rows.into_iter().map(|row| OwnMonth {
        month: row.month,
        employer_fen: row.employer_fen,
        member_fen: row.member_fen,
        posted_on: row.business_date,
    });
    let months: Vec<OwnMonth> = months.collect();
    let years = months.chunk_by(|one, other| one.month.year() == other.month.year());
    let summed = |amounts: &mut dyn Iterator<Item = Fen>| {
        Fen::sum(amounts).or_broken("what a year's contributions come to")
    };
    let year = |months: &[OwnMonth]| {
        let employer_fen = summed(&mut months.iter().map(|month| month.employer_fen))?;
        let member_fen = summed(&mut months.iter().map(|month| month.member_fen))?;
        Ok(OwnYear {
            year: months[0].month.year(),
            employer_fen,
            member_fen,
            total_fen: summed(&mut [employer_fen, member_fen].into_iter())?,
            months: months.to_vec(),
        })
    };
    years.map(year).collect()
}

/// The member who asks, and may read what is its own.
async fn own(app: &App, caller: &Caller) -> Result<MemberId> {
    match app.enforce_widest(caller, &ACCOUNT_READ).await? {
        Scope::Member { member, .. } => Ok(member),
        Scope::Centre | Scope::Branch(_) | Scope::Employer { .. } => {
            Err(ACCOUNT_READ.forbidden().into())
        }
    }
}
