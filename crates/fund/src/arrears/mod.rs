//! 欠缴: employers that owe a month.
//!
//! What an employer owes is read off what has fallen due and what is posted, as of the day asked;
//! nothing is kept beside them. An employer remits a month within the deadline after paying that
//! month's wages (Regulation article 19). Bounds: a page counts the months of every contributing
//! employer that the filters leave, one look into an index each.

mod store;

pub use store::ARREARS;
pub(crate) use store::STATEMENTS;

use db::{Column as _, ListQuery, Listing, ReadTx, Value};
use kernel::{
    BranchId, Date, EmployerId, EmployerNo, Error, Fen, Month, OrBroken, Result, WorkingDays,
};
use platform::{App, Caller, Scope};

use crate::account::rule::{months_of_text, paid_through};
use crate::employer::{EMPLOYER_READ, EmployerStatus, rule};
use crate::policy;
use store::ArrearsRow;

/// Rows summed at once for the totals.
const STRETCH: u32 = 1_000;

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
    /// 缴存人数 now.
    pub people: i64,
    /// What its contributing accounts come to a month now.
    pub monthly_fen: Fen,
    /// 估计欠缴额: the months owed at what a month comes to now. What is really owed is assessed
    /// month by month from the rosters.
    pub estimate_fen: Fen,
}

/// The totals (合计) over employers that owe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ArrearsTotals {
    /// Months owed together.
    pub months_owed: i64,
    /// People of those employers.
    pub people: i64,
    /// The estimates together.
    pub estimate_fen: Fen,
}

/// Lists employers that owe a month, those that owe most first. Filters: `employer_no`, `name`,
/// `name.prefix`, `status`, `branch_id`, `months_owed`; order by `months_owed` or `employer_no`.
///
/// # Errors
/// `action_forbidden`, `policy_missing`, `calendar_year_unknown`, and what a list refuses.
pub async fn list(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<Arrears>> {
    let scope = app.enforce_widest(caller, &EMPLOYER_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let query = asked_in(&mut tx, app, query, scope).await?;
    page_in(&mut tx, &query).await
}

/// The totals over what [`list`] shows. Read row by row, since they multiply money.
///
/// # Errors
/// As [`list`].
pub async fn totals(app: &App, caller: &Caller, query: &ListQuery) -> Result<ArrearsTotals> {
    let scope = app.enforce_widest(caller, &EMPLOYER_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let mut query = asked_in(&mut tx, app, query, scope).await?;
    query.limit = STRETCH;
    query.sort = Some("employer_no".to_owned());
    let mut totals = ArrearsTotals::default();
    loop {
        let page = page_in(&mut tx, &query).await?;
        for row in &page.items {
            totals.months_owed += row.months_owed;
            totals.people += row.people;
            let sum = totals.estimate_fen.checked_add(row.estimate_fen);
            totals.estimate_fen = sum.or_broken("what employers owe together")?;
        }
        query.after = page.next;
        if query.after.is_none() {
            return Ok(totals);
        }
    }
}

/// How many employers owe a month on the day: of the branch, or of the centre.
///
/// # Errors
/// `policy_missing`, `calendar_year_unknown`.
pub(crate) async fn count_in(tx: &mut ReadTx, on: Date, branch: Option<BranchId>) -> Result<i64> {
    let due = DueMonths::in_force(tx, on).await?;
    let [first, second] = due.until;
    let asked = (
        first,
        due.months[0],
        second,
        due.months[1],
        due.months[2],
        branch,
    );
    Ok(tx.one(&store::COUNT, asked).await?.0)
}

/// The last month that has fallen due on a day, by payday: the later the payday, the earlier the
/// month, in at most three runs, since no deadline is longer than two months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DueMonths {
    /// The last payday of the first run and of the second.
    until: [i64; 2],
    /// The month of each run; none before the calendar begins.
    months: [Option<Month>; 3],
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
        let [first, rest @ ..] = runs.as_slice() else {
            return Err(Error::broken("a month without paydays"));
        };
        if rest.len() > 2 {
            return Err(Error::broken("a deadline of more than two months"));
        }
        let second = rest.first().unwrap_or(first);
        let third = rest.last().unwrap_or(first);
        let until = |days: usize| i64::try_from(days).or_broken("a payday");
        Ok(Self {
            until: [
                until(first.len())?,
                until(first.len() + rest.first().map_or(0, |run| run.len()))?,
            ],
            months: [first[0], second[0], third[0]],
        })
    }

    fn values(self) -> Vec<Value> {
        let [first, second] = self.until;
        let [one, two, three] = self.months.map(Option::into_value);
        vec![first.into_value(), one, second.into_value(), two, three]
    }
}

/// The query with what the list is given, within what the caller may see.
async fn asked_in(
    tx: &mut ReadTx,
    app: &App,
    query: &ListQuery,
    scope: Scope,
) -> Result<ListQuery> {
    let mut query = query.clone();
    if let Scope::Branch(branch) = scope {
        let branch = ("branch_id".to_owned(), branch.to_string());
        query.filters.push(branch);
    }
    query.given = DueMonths::in_force(tx, app.clock.today()).await?.values();
    Ok(query)
}

async fn page_in(tx: &mut ReadTx, query: &ListQuery) -> Result<Listing<Arrears>> {
    let Listing { items, next, count } = tx.list(&ARREARS, query).await?;
    let items = items.into_iter().map(arrears).collect::<Result<_>>()?;
    Ok(Listing { items, next, count })
}

fn arrears(row: ArrearsRow) -> Result<Arrears> {
    let paid = months_of_text(row.paid.as_deref())?;
    let paid_through = paid_through(row.first_month, &paid);
    let monthly_fen = row.monthly_fen.unwrap_or(Fen::ZERO);
    let estimate = monthly_fen.checked_mul(row.months_owed);
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
        people: row.people,
        monthly_fen,
        estimate_fen: estimate.or_broken("what an employer owes")?,
    })
}

#[cfg(test)]
mod tests;
