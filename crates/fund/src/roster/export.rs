//! Rosters that leave the system to come back: in the template's shape, with whole names and
//! numbers. Imported again they have no finding, as long as policy is the same; with a base changed
//! neither, because the amounts are formulas that follow it.

use std::collections::HashMap;

use db::ReadTx;
use kernel::{EmployerId, Error, Fen, OrBroken, Rate, Result, RosterId, Rounding};
use platform::audit::{self, Subject};
use platform::{App, Caller, file};
use serde_json::json;
use sheet::{Value, Writer};

use super::chunks::CHUNK;
use super::formula::Formulas;
use super::line::Terms;
use super::model::{RosterStatus, Start};
use super::reading::{self, blocking};
use super::rows::{Contributor, RosterRow, WholeLine};
use super::store;
use super::template::{COLUMNS, SHEET, heading, unwritable};
use super::upload::terms_in;
use super::{ROSTER_EXPORT, error};
use crate::employer::{self, Employer};
use crate::member;
use crate::remittance;

/// A file that leaves the system. Not `Debug`: it is personal.
pub struct Exported {
    /// What it is called, without its ending.
    pub name: String,
    /// The workbook: one of [`MAX_ROWS`](super::MAX_ROWS) takes some 24 MiB.
    pub bytes: Vec<u8>,
}

/// A previewed or confirmed roster as it was understood. Audited: it leaves the system.
///
/// # Errors
/// `roster_unknown`, `action_forbidden`; `roster_discarded`; `roster_faulty`: what wasn't
/// understood can't be told in the template's shape, see
/// [`findings_workbook`](super::findings_workbook); `roster_outdated` as there.
pub async fn roster_workbook(app: &App, caller: &Caller, roster_id: RosterId) -> Result<Exported> {
    let (roster, employer) = exportable(app, caller, roster_id).await?;
    if roster.faulty_rows > 0 {
        return Err(error::faulty_export(roster.faulty_rows));
    }
    let rounding = roster.rounding.parse().or_broken("a roster's rounding")?;
    let mut writer = Lines::begin(rounding)?;
    let mut tx = app.db.read(caller.centre()).await?;
    let days = days_in(&mut tx, &roster).await?;
    let chunk = i64::try_from(CHUNK).or_broken("a chunk of lines")?;
    let mut first = 1;
    while first <= roster.line_count {
        let stretch = (roster_id, first, first + chunk - 1);
        let lines = tx.all(&store::LINES_WHOLE, stretch).await?;
        blocking(|| {
            let mut lines = (first..).zip(&lines);
            lines.try_for_each(|(line_no, line)| {
                let days = days.get(&line_no).copied().unwrap_or_default();
                writer.line(&tx, line, days)
            })
        })?;
        first += chunk;
    }
    drop(tx);
    let detail = json!({ "what": "lines", "lines": roster.line_count });
    told(app, caller, Subject::new("roster", roster_id), detail).await?;
    writer.end(format!("清册_{}_{}", employer.name, roster.month))
}

/// The employer's contributing members as the roster of the month that comes next, with the amounts
/// that the centre would assess. Audited: it leaves the system.
///
/// # Errors
/// `employer_unknown`, `action_forbidden`; `policy_missing`.
pub async fn next_workbook(
    app: &App,
    caller: &Caller,
    employer_id: EmployerId,
) -> Result<Exported> {
    // A stranger learns nothing of what exists: the right first, then the thing's own branch.
    app.enforce_widest(caller, &ROSTER_EXPORT).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let employer = employer::require_in(&mut tx, employer_id).await?;
    drop(tx);
    app.enforce(caller, &ROSTER_EXPORT, employer.scope())
        .await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let month = remittance::next_month_in(&mut tx, &employer).await?;
    let (terms, _) = terms_in(&mut tx, app, &employer, month).await?;
    let mut writer = Lines::begin(terms.rounding)?;
    let lines = write_members_in(&mut tx, &mut writer, employer_id, &terms).await?;
    drop(tx);
    let detail = json!({ "what": "next", "month": month.to_string(), "lines": lines });
    told(app, caller, Subject::new("employer", employer_id), detail).await?;
    writer.end(format!("清册_{}_{month}", employer.name))
}

/// Writes the employer's contributing members in the order of their accounts; how many they are.
async fn write_members_in(
    tx: &mut ReadTx,
    writer: &mut Lines,
    employer_id: EmployerId,
    terms: &Terms,
) -> Result<usize> {
    let chunk = i64::try_from(CHUNK).or_broken("a chunk of members")?;
    let (mut after, mut count) = (0, 0);
    loop {
        let asked = (employer_id, terms.month, after, chunk);
        let members = tx.all(&store::CONTRIBUTING_WHOLE, asked).await?;
        let Some(last) = members.last() else {
            return Ok(count);
        };
        after = last.account_no.get();
        count += members.len();
        blocking(|| {
            let mut members = members.into_iter();
            // Who contributes has begun: the days are asked of newcomers alone.
            let begun = Start::default();
            members.try_for_each(|member| writer.line(tx, &assessed(member, terms)?, begun))
        })?;
    }
}

/// What a member's line would be assessed at.
fn assessed(member: Contributor, terms: &Terms) -> Result<WholeLine> {
    let owed = |rate: Rate| {
        rate.of(member.base_fen, terms.rounding)
            .or_broken("an amount")
    };
    Ok(WholeLine {
        employer_fen: Some(owed(terms.employer_rate)?),
        member_fen: Some(owed(terms.member_rate)?),
        member_id: member.member_id,
        name: member.name,
        id_kind: member.id_kind,
        id_number: member.id_number,
        mobile: member.mobile,
        base_fen: Some(member.base_fen),
        employer_rate: Some(terms.employer_rate),
        member_rate: Some(terms.member_rate),
    })
}

/// What the stored file says of the days on which the people of a previewed roster began, by line:
/// sent again without them, who joined months ago would begin this month. Of nobody where the roster
/// takes on nobody. See [`findings_workbook`](super::findings_workbook) for why a file is read again.
async fn days_in(tx: &mut ReadTx, roster: &RosterRow) -> Result<HashMap<i64, Start>> {
    let taken_on = [
        roster.new_accounts,
        roster.unsealed_accounts,
        roster.transferred_accounts,
    ];
    if taken_on.iter().all(|count| *count == 0) {
        return Ok(HashMap::new());
    }
    let stored = file::load_in(tx, roster.file).await?;
    let uploaded_on = roster.created_at.date_in_china();
    let mut file = reading::open(stored.bytes)?;
    let mut table = reading::table(&mut file)?;
    let (mut days, mut read) = (HashMap::new(), 0);
    blocking(|| {
        for record in table.by_ref() {
            read += 1;
            let start = reading::start_of(&record.map_err(reading::refused)?, uploaded_on);
            if start != Start::default() {
                days.insert(read, start);
            }
        }
        Ok::<(), Error>(())
    })?;
    if read != roster.line_count {
        return Err(error::read_otherwise());
    }
    Ok(days)
}

/// A workbook of the template's shape in the making.
struct Lines {
    writer: Writer,
    rounding: Rounding,
}

impl Lines {
    fn begin(rounding: Rounding) -> Result<Lines> {
        let writer = Writer::new(SHEET, &COLUMNS.map(heading)).map_err(unwritable)?;
        Ok(Lines { writer, rounding })
    }

    /// Appends a line, in the order of [`COLUMNS`].
    fn line(&mut self, tx: &ReadTx, line: &WholeLine, start: Start) -> Result<()> {
        let row = tx.keys().of_row(tx.centre(), line.member_id);
        let name = row.open(member::NAME, &line.name)?;
        let id_number = row.open(member::ID_NUMBER, &line.id_number)?;
        let mobile = line.mobile.as_ref();
        let mobile = mobile.map(|sealed| row.open(member::MOBILE, sealed));
        let mobile = mobile.transpose()?;
        let formulas = Formulas::of(self.writer.next_row(), self.rounding);
        let rate = |rate: Option<Rate>| rate.map_or(Value::Empty, Value::Rate);
        let total = line.employer_fen.zip(line.member_fen);
        let total = total.and_then(|(employer, member)| employer.checked_add(member));
        // As text, as the template's columns are.
        let started_work = start.started_work.map(|day| day.to_string());
        let joined = start.joined.map(|day| day.to_string());
        let values = [
            Value::Text(&name),
            Value::Text(line.id_kind.label()),
            Value::Text(&id_number),
            text(mobile.as_deref()),
            line.base_fen.map_or(Value::Empty, Value::Fen),
            rate(line.employer_rate),
            rate(line.member_rate),
            computed(&formulas.employer, line.employer_fen),
            computed(&formulas.member, line.member_fen),
            computed(&formulas.total, total),
            text(started_work.as_deref()),
            text(joined.as_deref()),
        ];
        self.writer.row(&values).map_err(unwritable)
    }

    fn end(self, name: String) -> Result<Exported> {
        let bytes = blocking(|| self.writer.finish()).map_err(unwritable)?;
        Ok(Exported { name, bytes })
    }
}

fn text(text: Option<&str>) -> Value<'_> {
    text.map_or(Value::Empty, Value::Text)
}

fn computed(formula: &str, amount: Option<Fen>) -> Value<'_> {
    amount.map_or(Value::Empty, |amount| Value::Computed { formula, amount })
}

/// The roster and its employer, once the caller may take it out and there is something left to
/// take.
pub(super) async fn exportable(
    app: &App,
    caller: &Caller,
    roster_id: RosterId,
) -> Result<(RosterRow, Employer)> {
    // A stranger learns nothing of what exists: the right first, then the thing's own branch.
    app.enforce_widest(caller, &ROSTER_EXPORT).await?;
    let (roster, employer) = {
        let mut tx = app.db.read(caller.centre()).await?;
        let roster = tx.optional(&store::ROSTER_BY_ID, (roster_id,)).await?;
        let roster = roster.ok_or_else(|| error::unknown(roster_id))?;
        let employer = employer::require_in(&mut tx, roster.employer_id).await?;
        (roster, employer)
    };
    app.enforce(caller, &ROSTER_EXPORT, employer.scope())
        .await?;
    if roster.status == RosterStatus::Discarded {
        return Err(error::discarded());
    }
    Ok((roster, employer))
}

/// Records that something left the system, before it does.
pub(super) async fn told(
    app: &App,
    caller: &Caller,
    subject: Subject,
    detail: serde_json::Value,
) -> Result<()> {
    let mut tx = app.db.write(caller.centre()).await?;
    audit::record(&mut tx, &app.clock, caller, &ROSTER_EXPORT, subject, detail).await?;
    tx.commit().await
}
