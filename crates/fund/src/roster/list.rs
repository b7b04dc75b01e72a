//! Looking at rosters: what their pages and lists show.

use std::collections::HashMap;

use db::{Digest32, ListQuery, Listing, ReadTx, Sealed};
use kernel::{AccountNo, Error, Fen, Month, OrBroken, Rate, Result, RosterId, Rounding};
use platform::{App, Caller};

use super::missing::count_missing_in;
use super::model::{Change, Finding, Note, RosterStatus, RosterSummary, SkippedRow};
use super::rows::{ListedLine, RosterRow};
use super::store::{self, ROSTER_LINES, ROSTERS};
use super::{ROSTER_CONFIRM, ROSTER_DISCARD, ROSTER_EXPORT, ROSTER_READ, error, rule};
use crate::employer::{self, Employer};
use crate::member;
use crate::transfer::{self, TRANSFER_OPEN};

/// 清册 as its page shows it.
#[derive(Clone, Debug)]
pub struct RosterView {
    /// What the list shows.
    pub summary: RosterSummary,
    /// The stored file, by the SM3 of its bytes.
    pub file: Digest32,
    /// Titles of columns that nothing was read from.
    pub unknown_columns: Vec<String>,
    /// Rows that are no lines: totals, notes below the table. The first 100.
    pub skipped_rows: Vec<SkippedRow>,
    /// What the clerk should know of how the file was read.
    pub notes: Vec<Note>,
    /// How amounts were rounded.
    pub rounding: Rounding,
    /// What the caller may do with it: `confirm`, `discard`, `export`, `transfer`.
    pub can: Vec<&'static str>,
}

/// A line as its list shows it; what is personal is masked.
#[derive(Clone, Debug)]
pub struct LineView {
    /// Counts from 1 in the roster.
    pub line_no: i64,
    /// The row in the file, from 1.
    pub sheet_row: i64,
    /// 姓名, masked.
    pub name: String,
    /// 证件号码, masked.
    pub id_number: String,
    /// The account, when there is one.
    pub account_no: Option<AccountNo>,
    /// What happens to the account.
    pub change: Change,
    /// 缴存基数.
    pub base_fen: Option<Fen>,
    /// 单位缴存比例.
    pub employer_rate: Option<Rate>,
    /// 个人缴存比例.
    pub member_rate: Option<Rate>,
    /// 单位月缴存额 as assessed.
    pub employer_fen: Option<Fen>,
    /// 个人月缴存额 as assessed.
    pub member_fen: Option<Fen>,
    /// 起缴年月 of a line by which the employer begins to contribute.
    pub first_month: Option<Month>,
    /// Everything wrong with it.
    pub findings: Vec<Finding>,
}

/// Lists rosters, newest first. Filters: `employer_id`, `month`, `status`, `branch_id`.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn rosters(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Listing<RosterSummary>> {
    let query = within(app, caller, query).await?;
    app.db
        .read(caller.centre())
        .await?
        .list(&ROSTERS, &query)
        .await
}

/// The totals (合计) over what [`rosters`] shows: `rows`, `total_fen`.
///
/// # Errors
/// As [`rosters`].
pub async fn roster_totals(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Vec<(&'static str, i64)>> {
    let query = within(app, caller, query).await?;
    app.db
        .read(caller.centre())
        .await?
        .list_totals(&ROSTERS, &query)
        .await
}

/// The query within what the caller may see.
async fn within(app: &App, caller: &Caller, query: &ListQuery) -> Result<ListQuery> {
    let scope = app.enforce_widest(caller, &ROSTER_READ).await?;
    Ok(scope.narrow(query.clone()))
}

/// One roster.
///
/// # Errors
/// `roster_unknown`, `action_forbidden`.
pub async fn roster(app: &App, caller: &Caller, roster_id: RosterId) -> Result<RosterView> {
    let (mut row, employer) = readable(app, caller, roster_id).await?;
    let scope = employer.scope();
    let mut can = Vec::new();
    if row.status == RosterStatus::Previewed {
        if row.missing_members > 0 {
            // Who was sealed since the upload isn't missing any more.
            let mut tx = app.db.read(caller.centre()).await?;
            row.missing_members = count_missing_in(&mut tx, &row).await?;
        }
        if row.faulty_rows == 0 && caller.may(&ROSTER_CONFIRM, scope) {
            can.push("confirm");
        }
        if caller.may(&ROSTER_DISCARD, scope) {
            can.push("discard");
        }
        if row.faulty_rows > 0 && caller.may(&TRANSFER_OPEN, scope) {
            let mut tx = app.db.read(caller.centre()).await?;
            if transfer::may_open_in(&mut tx, roster_id, row.employer_id).await? {
                can.push("transfer");
            }
        }
    }
    if row.status != RosterStatus::Discarded && caller.may(&ROSTER_EXPORT, scope) {
        can.push("export");
    }
    Ok(RosterView {
        file: row.file,
        unknown_columns: serde_json::from_str(&row.unknown_columns)
            .or_broken("the unknown columns of a roster")?,
        skipped_rows: serde_json::from_str(&row.skipped_rows)
            .or_broken("the skipped rows of a roster")?,
        notes: serde_json::from_str(&row.notes).or_broken("the notes of a roster")?,
        rounding: row
            .rounding
            .parse()
            .map_err(|_| Error::broken("the rounding of a roster"))?,
        can,
        summary: summary(row, employer.name),
    })
}

fn summary(row: RosterRow, employer_name: String) -> RosterSummary {
    RosterSummary {
        roster_id: row.roster_id,
        employer_id: row.employer_id,
        employer_name,
        month: row.month,
        status: row.status,
        rows: row.line_count,
        faulty_rows: row.faulty_rows,
        new_accounts: row.new_accounts,
        changed_bases: row.changed_bases,
        unsealed_accounts: row.unsealed_accounts,
        transferred_accounts: row.transferred_accounts,
        missing_members: row.missing_members,
        employer_amount_fen: row.employer_amount_fen,
        member_amount_fen: row.member_amount_fen,
        created_at: row.created_at,
        created_by: row.created_by_name,
        remittance_id: row.remittance_id,
    }
}

/// Lists the lines of a roster. Filters: `faulty`, `change`. Those of a discarded roster are without
/// names and numbers: who stood in it is forgotten. The employer's own agents are told less of accounts
/// that are with another employer.
///
/// # Errors
/// `roster_unknown`, `action_forbidden`, and what a list refuses.
pub async fn lines(
    app: &App,
    caller: &Caller,
    roster_id: RosterId,
    query: &ListQuery,
) -> Result<Listing<LineView>> {
    let (roster, _) = readable(app, caller, roster_id).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let Listing { items, next, count } = tx.list(&ROSTER_LINES, &of(roster_id, query)).await?;
    let mut findings = findings_in(&mut tx, roster_id, &items).await?;
    let mut views = Vec::with_capacity(items.len());
    for line in &items {
        let findings = findings.remove(&line.line_no).unwrap_or_default();
        let mut line = view(&tx, line, findings)?;
        if caller.is_visitor() {
            // Once the roster is confirmed, every account of it is the employer's.
            let is_confirmed = roster.status == RosterStatus::Confirmed;
            let is_own = is_confirmed || rule::is_own(line.change, &line.findings);
            line.account_no = line.account_no.filter(|_| is_own);
            line.findings = rule::told_outside(line.findings);
        }
        views.push(line);
    }
    Ok(Listing {
        items: views,
        next,
        count,
    })
}

/// The findings of a page of lines. Those of lines between them, which a filter left out, are read
/// past and not kept.
async fn findings_in(
    tx: &mut ReadTx,
    roster_id: RosterId,
    lines: &[ListedLine],
) -> Result<HashMap<i64, Vec<Finding>>> {
    let numbers = || lines.iter().map(|line| line.line_no);
    let (Some(first), Some(last)) = (numbers().min(), numbers().max()) else {
        return Ok(HashMap::new());
    };
    let mut findings: HashMap<i64, Vec<Finding>> =
        numbers().map(|line_no| (line_no, Vec::new())).collect();
    let stretch = (roster_id, first, last);
    tx.for_each(
        &store::FINDINGS_OF,
        stretch,
        |(line_no, code, column, sentence)| {
            if let Some(of_line) = findings.get_mut(&line_no) {
                of_line.push(Finding {
                    code,
                    column,
                    sentence,
                });
            }
            Ok(())
        },
    )
    .await?;
    Ok(findings)
}

/// A line with its person, masked.
fn view(tx: &ReadTx, line: &ListedLine, findings: Vec<Finding>) -> Result<LineView> {
    let row = line.member_id.map(|id| tx.keys().of_row(tx.centre(), id));
    let open = |column: &str, sealed: &Option<Sealed>| match (&row, sealed) {
        (Some(row), Some(sealed)) => row.open(column, sealed),
        _ => Ok(String::new()),
    };
    let name = member::masked_name(&open(member::NAME, &line.name)?);
    let id_number = member::masked_number(&open(member::ID_NUMBER, &line.id_number)?);
    Ok(LineView {
        line_no: line.line_no,
        sheet_row: line.sheet_row,
        name,
        id_number,
        account_no: line.account_no,
        change: line.change,
        base_fen: line.base_fen,
        employer_rate: line.employer_rate,
        member_rate: line.member_rate,
        employer_fen: line.employer_fen,
        member_fen: line.member_fen,
        first_month: line.first_month,
        findings,
    })
}

/// The totals (合计) over what [`lines`] shows: `base_fen`, `employer_fen`, `member_fen`.
///
/// # Errors
/// As [`lines`].
pub async fn line_totals(
    app: &App,
    caller: &Caller,
    roster_id: RosterId,
    query: &ListQuery,
) -> Result<Vec<(&'static str, i64)>> {
    readable(app, caller, roster_id).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    tx.list_totals(&ROSTER_LINES, &of(roster_id, query)).await
}

fn of(roster_id: RosterId, query: &ListQuery) -> ListQuery {
    let mut query = query.clone();
    query
        .filters
        .push(("roster_id".to_owned(), roster_id.to_string()));
    query
}

/// The roster and its employer, once the caller may see them.
pub(super) async fn readable(
    app: &App,
    caller: &Caller,
    roster_id: RosterId,
) -> Result<(RosterRow, Employer)> {
    app.enforce_widest(caller, &ROSTER_READ).await?;
    let (row, employer) = {
        let mut tx = app.db.read(caller.centre()).await?;
        let row = tx.optional(&store::ROSTER_BY_ID, (roster_id,)).await?;
        let row = row.ok_or_else(|| error::unknown(roster_id))?;
        let employer = employer::require_in(&mut tx, row.employer_id).await?;
        (row, employer)
    };
    app.enforce(caller, &ROSTER_READ, employer.scope()).await?;
    Ok((row, employer))
}
