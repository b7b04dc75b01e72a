//! Uploading a roster: the file is read row by row, judged and kept as a preview.
//!
//! | step, a chunk of rows | why |
//! |---|---|
//! | read and judge the rows by themselves, seal the people | pure; a chunk ahead, see [`Chunks`] |
//! | load the people | their look-ups are keys to join by |
//! | find everyone's account in one statement | a question a row would be 400,000 round trips |
//! | judge the rows against the accounts | pure |
//! | load lines and findings | |

use std::collections::HashMap;

use db::{Digest, Digest32, Lookup, ReadTx, WriteTx};
use kernel::{EmployerId, Fen, Month, OrBroken, Result, RosterId};
use platform::audit::{self, Subject};
use platform::{App, Caller, IdempotencyKey, Once, file};
use serde::Serialize;
use serde_json::json;
use sheet::Spreadsheet;

use super::chunks::{Chunk, Chunks, ReadRow, Reader, Rest};
use super::line::Terms;
use super::model::{AccountFacts, Change, Finding, Line, Progress, RosterStatus};
use super::reading;
use super::rows::{self, FindingRow, LineRow, PersonRow, RosterRow};
use super::rule;
use super::store;
use super::{ROSTER_UPLOAD, error, faulty};
use crate::employer::{self, Employer};
use crate::member::IdKind;
use crate::remittance;

/// Findings that a later row makes about a line already written are numbered from here.
const LATE_FINDINGS: i64 = 1_000;

/// What is uploaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Whose roster it is.
    pub employer_id: EmployerId,
    /// The stored file, by the SM3 of its bytes.
    pub file: Digest32,
    /// 缴存年月.
    pub month: Month,
}

/// Who is told how far an upload has come. It must not wait: rows are read meanwhile.
pub type Watcher<'a> = &'a (dyn Fn(Progress) + Send + Sync);

/// Reads a roster and keeps its preview, in the place of any earlier one of the month.
///
/// # Errors
/// `employer_unknown`, `action_forbidden`; `file_unknown`; the refusals of the file (`sheet_…`);
/// `roster_empty`, `roster_partial`; those of the month: `employer_cannot_remit`,
/// `remittance_exists`, `month_ahead`, `month_not_due`; `policy_missing`; those of
/// [`App::write_once`].
pub async fn upload(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    upload: &Upload,
) -> Result<RosterId> {
    upload_watched(app, caller, key, upload, &|_| ()).await
}

/// As [`upload`], telling after every chunk of rows how far it has come.
///
/// # Errors
/// As [`upload`].
pub async fn upload_watched(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    upload: &Upload,
    watcher: Watcher<'_>,
) -> Result<RosterId> {
    // A stranger learns nothing of what exists: the right first, then the thing's own branch.
    app.enforce_widest(caller, &ROSTER_UPLOAD).await?;
    let employer = {
        let mut tx = app.db.read(caller.centre()).await?;
        employer::require_in(&mut tx, upload.employer_id).await?
    };
    app.enforce(caller, &ROSTER_UPLOAD, employer.scope())
        .await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let file = file::load_for_in(&mut tx, caller, upload.file).await?;
    drop(tx);
    let mut file = reading::open(file.bytes)?;
    if reading::table(&mut file)?.rows().sheet() == Some(faulty::PART) {
        return Err(error::only_a_part());
    }

    let asked = Digest::new("roster.upload")
        .column(upload.employer_id)
        .column(upload.file)
        .column(upload.month)
        .finish();
    match app.write_once(caller, &ROSTER_UPLOAD, key, asked).await? {
        Once::Replay(roster) => roster.parse().or_broken("a replayed roster"),
        Once::Fresh(mut tx) => {
            let job = Job {
                app,
                caller,
                upload,
                employer: &employer,
                watcher,
            };
            let roster_id = preview_in(&mut tx, &job, file).await?;
            tx.finish(roster_id).await?;
            Ok(roster_id)
        }
    }
}

/// The month's terms for an employer: policy as of the month's first day, and its own rates.
///
/// # Errors
/// `policy_missing`.
pub(crate) async fn terms_in(
    tx: &mut ReadTx,
    app: &App,
    employer: &Employer,
    month: Month,
) -> Result<(Terms, remittance::Sources)> {
    let policy = platform::policy::on(tx, month.first_day()).await?;
    let sources = remittance::Sources::read(&policy)?;
    let terms = Terms {
        month,
        today: app.clock.today(),
        base_floor: sources.base_floor.value,
        base_ceiling: sources.base_ceiling.value,
        rate_floor: sources.rate_floor.value,
        rate_ceiling: sources.rate_ceiling.value,
        rounding: sources.rounding.value,
        employer_rate: employer.employer_rate,
        member_rate: employer.member_rate,
    };
    Ok((terms, sources))
}

/// What a preview is made for and by.
struct Job<'a> {
    app: &'a App,
    caller: &'a Caller,
    upload: &'a Upload,
    employer: &'a Employer,
    watcher: Watcher<'a>,
}

async fn preview_in(tx: &mut WriteTx, job: &Job<'_>, file: Spreadsheet) -> Result<RosterId> {
    let Job { app, upload, .. } = *job;
    remittance::check_month_in(tx, app, job.employer, upload.month).await?;
    let (terms, _) = terms_in(tx, app, job.employer, upload.month).await?;
    let reader = Reader {
        clock: app.clock.clone(),
        keys: tx.keys().clone(),
        centre: job.caller.centre(),
        terms: terms.clone(),
        rows_max: reading::MAX_ROWS,
    };
    let mut chunks = Chunks::begin(reader, file);
    let mut preview = Preview {
        roster_id: RosterId::new(&app.clock),
        employer_id: upload.employer_id,
        employer_first: job.employer.first_month,
        terms,
        seen: HashMap::new(),
        repeats: Vec::new(),
        tally: Tally::default(),
    };
    while let Some(Chunk { rows, progress }) = chunks.next().await {
        preview.judge_chunk(tx, rows).await?;
        (job.watcher)(Progress::of(preview.tally.lines, progress));
    }
    let rest = chunks.end().await?;
    if preview.tally.lines == 0 {
        return Err(error::empty());
    }
    preview.tell_repeats(tx).await?;
    let roster = preview.finish(tx, job, &rest).await?;
    let detail = json!({
        "employer": upload.employer_id.to_string(),
        "month": upload.month.to_string(),
        "file": upload.file.hex(),
        "lines": roster.line_count,
        "faulty": roster.faulty_rows,
        "facts": roster.facts(tx.centre()).hex(),
    });
    let subject = Subject::new("roster", roster.roster_id);
    audit::record(tx, &app.clock, job.caller, &ROSTER_UPLOAD, subject, detail).await?;
    Ok(roster.roster_id)
}

/// A preview in the making.
struct Preview {
    roster_id: RosterId,
    employer_id: EmployerId,
    /// The employer's own first month.
    employer_first: Month,
    terms: Terms,
    /// Who stood in the file so far, by document.
    seen: HashMap<(IdKind, Lookup), Place>,
    /// First lines of people who stand in the file again.
    repeats: Vec<(Place, i64)>,
    tally: Tally,
}

/// Where a person stood first, and whether that line has been told of another.
#[derive(Clone, Copy)]
struct Place {
    line_no: i64,
    sheet_row: i64,
    told: bool,
}

#[derive(Default)]
struct Tally {
    lines: i64,
    faulty: i64,
    opens: i64,
    rebases: i64,
    unseals: i64,
    transfers: i64,
    /// People for whom the employer contributes in the month, each once.
    standing: i64,
    employer: Fen,
    member: Fen,
}

/// A row between being read and being judged, its person on the way into the database.
struct RowLine {
    line_no: i64,
    sheet_row: i64,
    name: Lookup,
    /// Whether its person stood in the file before.
    repeats: bool,
    line: Line,
}

impl Preview {
    /// Remembers a person, or tells that it stood in the file before.
    fn notice(&mut self, row: &ReadRow) -> Option<Finding> {
        row.line.person.document.as_ref()?;
        let who = (row.person.id_kind, row.person.id_number_lookup);
        let (line_no, sheet_row) = (row.line_no, row.sheet_row);
        let place = Place {
            line_no,
            sheet_row,
            told: false,
        };
        let first = self.seen.entry(who).or_insert(place);
        if first.line_no == line_no {
            return None;
        }
        if !first.told {
            first.told = true;
            self.repeats.push((*first, sheet_row));
        }
        Some(rule::duplicate(sheet_row, first.sheet_row))
    }

    /// Finds the accounts of a chunk's people, judges against them and writes the lines.
    async fn judge_chunk(&mut self, tx: &mut WriteTx, rows: Vec<ReadRow>) -> Result<()> {
        let mut people = Vec::with_capacity(rows.len());
        let mut read = Vec::with_capacity(rows.len());
        for row in rows {
            let repeats = self.notice(&row);
            let mut row_line = RowLine {
                line_no: row.line_no,
                sheet_row: row.sheet_row,
                name: row.person.name_lookup,
                repeats: repeats.is_some(),
                line: row.line,
            };
            row_line.line.findings.extend(repeats);
            people.push(PersonRow::of(self.roster_id, row.line_no, row.person));
            read.push(row_line);
        }
        let facts = self.account_facts(tx, people).await?;
        let mut lines = Vec::with_capacity(read.len());
        let mut findings = Vec::new();
        for mut row in read {
            let account = facts.get(&row.line_no);
            lines.push(self.judge(&mut row, account)?);
            findings.extend((1..).zip(row.line.findings).map(|(finding_no, finding)| {
                FindingRow::of(self.roster_id, row.line_no, finding_no, finding)
            }));
        }
        tx.insert_many(&rows::LINES, lines).await?;
        tx.insert_many(&rows::FINDINGS, findings).await?;
        Ok(())
    }

    /// Loads the people of a chunk and finds the accounts that they have already, by line.
    async fn account_facts(
        &self,
        tx: &mut WriteTx,
        people: Vec<PersonRow>,
    ) -> Result<HashMap<i64, AccountFacts>> {
        let (Some(first), Some(last)) = (people.first(), people.last()) else {
            return Ok(HashMap::new());
        };
        let (roster_id, month) = (self.roster_id, self.terms.month);
        let asked = (
            roster_id,
            first.line_no,
            last.line_no,
            month,
            self.employer_id,
        );
        tx.insert_many(&rows::PERSONS, people).await?;
        let mut facts = HashMap::new();
        tx.for_each(&store::ACCOUNT_FACTS, asked, |fact: AccountFacts| {
            facts.insert(fact.line_no, fact);
            Ok(())
        })
        .await?;
        Ok(facts)
    }

    /// Judges a line against the account that its person has, if any.
    fn judge(&mut self, row: &mut RowLine, account: Option<&AccountFacts>) -> Result<LineRow> {
        let (employer, month) = (self.employer_id, self.terms.month);
        let line = &mut row.line;
        let change = match account {
            None => Change::Open,
            Some(account) => {
                let name = line.person.name.is_some().then_some(row.name);
                let (change, wrong) = rule::against_account(line, name, employer, month, account);
                line.findings.extend(wrong);
                change
            }
        };
        let first_month = self.first_month(line, change, account);
        self.count(line, change)?;
        let serves = account.is_some_and(|account| rule::serves(account, employer, month));
        self.tally.standing += i64::from(serves && !row.repeats);
        Ok(LineRow {
            roster_id: self.roster_id,
            line_no: row.line_no,
            sheet_row: row.sheet_row,
            account_no: account.map(|account| account.account_no),
            account_change_no: account.map(|account| account.change_count),
            change,
            base_fen: line.base_fen,
            employer_rate: line.employer_rate,
            member_rate: line.member_rate,
            employer_fen: line.employer_fen,
            member_fen: line.member_fen,
            first_month,
            faulty: !line.findings.is_empty(),
        })
    }

    /// The month from which the employer contributes, of a line by which it begins to.
    fn first_month(
        &self,
        line: &mut Line,
        change: Change,
        account: Option<&AccountFacts>,
    ) -> Option<Month> {
        if !change.begins() {
            return None;
        }
        let sealed_from = account.and_then(|account| account.sealed_from);
        let earliest =
            sealed_from.map_or(self.employer_first, |from| from.max(self.employer_first));
        let first = line.start.clone().and_then(|start| {
            let first = rule::first_month(start, self.terms.month, earliest);
            first.map_err(|finding| vec![finding])
        });
        first.map_err(|wrong| line.findings.extend(wrong)).ok()
    }

    fn count(&mut self, line: &Line, change: Change) -> Result<()> {
        let tally = &mut self.tally;
        tally.lines += 1;
        tally.faulty += i64::from(!line.findings.is_empty());
        tally.opens += i64::from(change == Change::Open);
        tally.rebases += i64::from(change == Change::Rebase);
        tally.unseals += i64::from(change == Change::Unseal);
        tally.transfers += i64::from(change == Change::Transfer);
        let sum = |total: Fen, amount: Option<Fen>| {
            total
                .checked_add(amount.unwrap_or_default())
                .or_broken("the amounts of a roster")
        };
        tally.employer = sum(tally.employer, line.employer_fen)?;
        tally.member = sum(tally.member, line.member_fen)?;
        Ok(())
    }

    /// Tells the first line of everyone who stands in the file again; it was written when the
    /// second came.
    async fn tell_repeats(&mut self, tx: &mut WriteTx) -> Result<()> {
        if self.repeats.is_empty() {
            return Ok(());
        }
        let roster_id = self.roster_id;
        let repeats = std::mem::take(&mut self.repeats);
        let findings = repeats.into_iter().map(|(place, again)| {
            let finding = rule::duplicate(place.sheet_row, again);
            FindingRow::of(roster_id, place.line_no, LATE_FINDINGS, finding)
        });
        tx.insert_many(&rows::FINDINGS, findings).await?;
        let marked = tx
            .execute_bulk(&store::MARK_FAULTY, (roster_id, LATE_FINDINGS))
            .await?;
        self.tally.faulty += i64::try_from(marked).or_broken("lines marked")?;
        Ok(())
    }

    async fn finish(self, tx: &mut WriteTx, job: &Job<'_>, rest: &Rest) -> Result<RosterRow> {
        let Job { app, upload, .. } = *job;
        let month = (upload.employer_id, upload.month);
        if tx.execute(&store::REPLACE_PREVIEWS, month).await? > 0 {
            tx.execute_bulk(&store::FORGET_REPLACED, month).await?;
        }
        let employer_id = upload.employer_id;
        let (contributing,) = tx.one(&store::COUNT_CONTRIBUTING, month).await?;
        let row = RosterRow {
            roster_id: self.roster_id,
            employer_id,
            branch_id: job.employer.branch_id,
            month: upload.month,
            status: RosterStatus::Previewed,
            file: upload.file,
            line_count: self.tally.lines,
            faulty_rows: self.tally.faulty,
            new_accounts: self.tally.opens,
            changed_bases: self.tally.rebases,
            unsealed_accounts: self.tally.unseals,
            transferred_accounts: self.tally.transfers,
            missing_members: contributing - self.tally.standing,
            employer_amount_fen: self.tally.employer,
            member_amount_fen: self.tally.member,
            unknown_columns: json_of(&rest.unknown_columns)?,
            skipped_rows: json_of(&rest.skipped)?,
            notes: json_of(&rest.notes)?,
            rounding: self.terms.rounding.code().to_owned(),
            terms: self.terms.digest(),
            created_at: app.clock.now(),
            created_by: job.caller.actor.label(),
            created_by_name: job.caller.name.clone(),
            remittance_id: None,
        };
        tx.execute_one(&store::INSERT_ROSTER, row.clone()).await?;
        Ok(row)
    }
}

fn json_of(told: &impl Serialize) -> Result<String> {
    serde_json::to_string(told).or_broken("what is told of a file, as JSON")
}
