//! 欠缴: employers that owe a month.
//!
//! What an employer owes is read off what has fallen due, as of the day asked, and the month it has
//! paid through, which the employer keeps. An employer remits a month within the deadline after
//! paying that month's wages (Regulation article 19). Bounds: a page looks at every contributing
//! employer that the filters leave, once.

mod store;

pub use store::ARREARS;
pub(crate) use store::STATEMENTS;

use db::{Column as _, ListQuery, Listing, ReadTx, Value};
use kernel::{
    BranchId, Date, EmployerId, EmployerNo, Error, Fen, Month, OrBroken, RemittanceId, Result,
    WorkingDays,
};
use platform::{App, Caller, Scope};

use crate::account::rule::months_of_text;
use crate::employer::{EMPLOYER_READ, EmployerStatus, Figures, rule};
use crate::policy;
use crate::roster::{ROSTER_UPLOAD, may_remit};
use store::ArrearsRow;

/// An employer that owes a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrears {
    /// The employer.
    pub employer_id: EmployerId,
    /// 单位账号.
    pub employer_no: EmployerNo,
    /// 单位名称.
    pub name: String,
    /// 单位账户状态.
    pub status: EmployerStatus,
    /// 管理部.
    pub branch_name: String,
    /// 发薪日.
    pub payday: i64,
    /// 缴至年月.
    pub paid_through: Option<Month>,
    /// 欠缴起始年月: the first month owed.
    pub from: Month,
    /// The last month that has fallen due.
    pub due: Month,
    /// 欠缴月数, 1 or more.
    pub months_owed: i64,
    /// How many of them are assessed and await their money.
    pub awaited_months: i64,
    /// The first of those, with its remittance.
    pub awaited: Option<(Month, RemittanceId)>,
    /// 缴存人数 now.
    pub people: i64,
    /// What its contributing accounts come to a month now.
    pub monthly_fen: Fen,
    /// 估计欠缴额: the months owed at what a month comes to now. What is really owed is assessed
    /// month by month from the rosters.
    pub estimate_fen: Fen,
    /// What the caller may do with it: `upload_roster`, while a month owed isn't assessed.
    pub can: Vec<&'static str>,
}

/// The totals (合计) over employers that owe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ArrearsTotals {
    /// Months owed together.
    pub months_owed: i64,
    /// How many of them await their money.
    pub awaited_months: i64,
    /// People of those employers.
    pub people: i64,
    /// The estimates together.
    pub estimate_fen: Fen,
}

/// Lists employers that owe a month, those that owe most first. Filters: `employer_no`, `name`,
/// `name.contains`, `status`, `branch_id`, `months_owed`; order by `months_owed` or `employer_no`.
///
/// # Errors
/// `action_forbidden`, `policy_missing`, `calendar_year_unknown`, and what a list refuses.
pub async fn list(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<Arrears>> {
    let scope = app.enforce_widest(caller, &EMPLOYER_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let query = asked_in(&mut tx, app, query, scope).await?;
    let Listing { items, next, count } = tx.list(&ARREARS, &query).await?;
    let items = items.into_iter().map(|row| arrears(row, caller));
    let items = items.collect::<Result<_>>()?;
    Ok(Listing { items, next, count })
}

/// The totals over what [`list`] shows, whatever page of it. Read row by row, since they multiply
/// money.
///
/// # Errors
/// As [`list`].
pub async fn totals(app: &App, caller: &Caller, query: &ListQuery) -> Result<ArrearsTotals> {
    let scope = app.enforce_widest(caller, &EMPLOYER_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let query = asked_in(&mut tx, app, query, scope).await?;
    let mut totals = ArrearsTotals::default();
    tx.list_each(&ARREARS, &query, |row| {
        let row = arrears(row, caller)?;
        totals.months_owed += row.months_owed;
        totals.awaited_months += row.awaited_months;
        totals.people += row.people;
        let sum = totals.estimate_fen.checked_add(row.estimate_fen);
        totals.estimate_fen = sum.or_broken("what employers owe together")?;
        Ok(())
    })
    .await?;
    Ok(totals)
}

/// How many employers owe a month on the day: of the branch, or of the centre.
///
/// # Errors
/// `policy_missing`, `calendar_year_unknown`.
pub(crate) async fn count_in(tx: &mut ReadTx, on: Date, branch: Option<BranchId>) -> Result<i64> {
    let DueMonths {
        until,
        up_to,
        after,
    } = DueMonths::in_force(tx, on).await?;
    let (count,) = match branch {
        Some(branch) => {
            let asked = (until, up_to, after, branch);
            tx.one(&store::COUNT_OF_BRANCH, asked).await?
        }
        None => tx.one(&store::COUNT, (until, up_to, after)).await?,
    };
    Ok(count)
}

/// The last month that has fallen due on a day, by payday. The later the payday, the later its
/// months fall due; and the last day of one month lies before the first of the next. So up to some
/// payday it is one month, and after it at most the month before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DueMonths {
    /// The last payday of the first kind.
    until: i64,
    /// Its month; none before the calendar begins.
    up_to: Option<Month>,
    /// The month of the paydays after it.
    after: Option<Month>,
}

impl DueMonths {
    async fn in_force(tx: &mut ReadTx, on: Date) -> Result<Self> {
        let deadline = platform::policy::value(tx, &policy::REMITTANCE_DEADLINE, on).await?;
        let due = |payday| rule::month_due(payday, deadline.value, on, WorkingDays::national());
        let months = (1..=31).map(due).collect::<Result<Vec<_>>>()?;
        Self::of(&months)
    }

    /// From the month of each payday, 1 to 31.
    fn of(by_payday: &[Option<Month>]) -> Result<Self> {
        let runs: Vec<_> = by_payday.chunk_by(|one, other| one == other).collect();
        let (first, after) = match runs[..] {
            [all] => (all, all),
            [first, after] => (first, after),
            _ => return Err(Error::broken("paydays of no month or of more than two")),
        };
        Ok(Self {
            until: i64::try_from(first.len()).or_broken("a payday")?,
            up_to: first[0],
            after: after[0],
        })
    }

    fn values(self) -> Vec<Value> {
        vec![
            self.until.into_value(),
            self.up_to.into_value(),
            self.after.into_value(),
        ]
    }
}

/// The query with what the list is given, within what the caller may see.
async fn asked_in(
    tx: &mut ReadTx,
    app: &App,
    query: &ListQuery,
    scope: Scope,
) -> Result<ListQuery> {
    let mut query = scope.narrow(query.clone());
    query.given = DueMonths::in_force(tx, app.clock.today()).await?.values();
    Ok(query)
}

/// A line as it is shown.
fn arrears(row: ArrearsRow, caller: &Caller) -> Result<Arrears> {
    let awaited = months_of_text(row.awaited.as_deref())?;
    let before = || rule::paid_before(row.first_month, row.taken_over);
    let paid_through = row.paid_through.or_else(before);
    let Figures {
        people,
        monthly_fen,
        ..
    } = row.figures;
    let estimate = monthly_fen.checked_mul(row.months_owed);
    let awaited_months = i64::try_from(awaited.len()).or_broken("months awaited")?;
    let scope = Scope::Employer {
        branch: row.branch_id,
        employer: row.employer_id,
    };
    let may_upload = awaited_months < row.months_owed
        && may_remit(row.status)
        && caller.may(&ROSTER_UPLOAD, scope);
    Ok(Arrears {
        employer_id: row.employer_id,
        employer_no: row.employer_no,
        name: row.name,
        status: row.status,
        branch_name: row.branch_name,
        payday: row.payday,
        paid_through,
        from: paid_through.map_or(row.first_month, Month::next),
        due: row.due,
        months_owed: row.months_owed,
        awaited_months,
        awaited: awaited.first().copied().zip(row.first_awaited),
        people,
        monthly_fen,
        estimate_fen: estimate.or_broken("what an employer owes")?,
        can: match may_upload {
            true => vec!["upload_roster"],
            false => Vec::new(),
        },
    })
}

#[cfg(test)]
mod tests;
