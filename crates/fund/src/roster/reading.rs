//! From a file to its rows, and from a row to a line: the cells by their columns, and the person
//! sealed.

use std::borrow::Cow;
use std::io::Cursor;
use std::num::NonZero;
use std::thread;

use db::Keys;
use kernel::{CentreId, Date, Error, MemberId, Refusal, Result};
use sheet::{Limits, Record, Rows, Spreadsheet, Table};

use super::columns;
use super::line::{self, Cells, Terms};
use super::model::{Line, Person, Start};
use crate::member::{self, IdDocument, IdKind, Member, Sex};

/// The most rows of a roster: a large city's biggest employer several times over.
pub const MAX_ROWS: usize = 400_000;
/// Rows of the sheet beside them: titles, the header, sums, who made it and checked it.
const ROWS_BESIDE: usize = 1_000;

/// Opens a roster's file.
///
/// # Errors
/// The refusals of the file as a whole (`sheet_…`).
pub(super) fn open(bytes: Vec<u8>) -> Result<Spreadsheet> {
    let limits = Limits {
        rows: MAX_ROWS + ROWS_BESIDE,
        ..Limits::default()
    };
    blocking(|| Spreadsheet::open(Cursor::new(bytes), &limits)).map_err(refused)
}

/// Finds the header of a roster.
///
/// # Errors
/// Those of looking for it (`sheet_…`).
pub(super) fn table(file: &mut Spreadsheet) -> Result<Table<Rows<'_>>> {
    blocking(|| file.table(&columns::HEADER)).map_err(refused)
}

/// The refusal of a file, or a failure of ours.
pub(super) fn refused(error: sheet::Error) -> Error {
    let (code, sentence) = (error.code(), error.sentence());
    match error {
        sheet::Error::Io(_) | sheet::Error::Write(_) => {
            kernel::Broken::caused_by("reading a roster", error).into()
        }
        sheet::Error::FileTooLarge { .. }
        | sheet::Error::InflatedTooLarge { .. }
        | sheet::Error::TooMuchText { .. }
        | sheet::Error::TooManyRows { .. } => Refusal::too_large(code, sentence).at("file").into(),
        _ => Refusal::invalid(code, sentence).at("file").into(),
    }
}

/// Runs what computes for a while without holding up the tasks that share the thread.
pub(super) fn blocking<T>(work: impl FnOnce() -> T) -> T {
    use tokio::runtime::{Handle, RuntimeFlavor};
    match Handle::current().runtime_flavor() {
        RuntimeFlavor::MultiThread => tokio::task::block_in_place(work),
        _ => work(),
    }
}

/// Which columns of money the header gives in 万元.
pub(super) struct Money {
    in_wan: Vec<&'static str>,
}

impl Money {
    pub(super) fn of(table: &Table<Rows<'_>>) -> Money {
        let columns = table.header().columns.iter();
        Money {
            in_wan: columns
                .filter(|column| column.title.contains("万元"))
                .map(|column| column.key)
                .collect(),
        }
    }

    /// The text of a cell; of an amount with the unit that its title names.
    pub(super) fn text<'a>(&self, record: &'a Record, key: &'static str) -> Cow<'a, str> {
        match record.text(key) {
            text if !text.is_empty() && self.in_wan.contains(&key) => {
                Cow::Owned(format!("{text}万元"))
            }
            text => Cow::Borrowed(text),
        }
    }

    /// Reads and judges a row by itself.
    pub(super) fn read(&self, record: &Record, terms: &Terms) -> Line {
        let base = self.text(record, columns::BASE);
        let employer_amount = self.text(record, columns::EMPLOYER_AMOUNT);
        let member_amount = self.text(record, columns::MEMBER_AMOUNT);
        let total = self.text(record, columns::TOTAL);
        let cells = Cells {
            name: record.text(columns::NAME),
            id_kind: record.text(columns::ID_KIND),
            id_number: record.text(columns::ID_NUMBER),
            id_number_lost: record
                .cell(columns::ID_NUMBER)
                .is_some_and(|c| c.precision_lost),
            base: &base,
            employer_rate: record.text(columns::EMPLOYER_RATE),
            member_rate: record.text(columns::MEMBER_RATE),
            employer_amount: &employer_amount,
            member_amount: &member_amount,
            total: &total,
            mobile: record.text(columns::MOBILE),
            started_work: record.text(columns::STARTED_WORK),
            joined: record.text(columns::JOINED),
        };
        let mut line = line::read(&cells, terms);
        for key in columns::KEYS {
            let cell = record.cell(key);
            if let Some(finding) = cell.and_then(|cell| line::unreadable(key, cell)) {
                line.findings
                    .retain(|other| other.column != columns::title(key));
                line.findings.push(finding);
            }
        }
        line
    }
}

/// When the person of a row began, as far as it tells; nothing of a day that isn't one.
pub(super) fn start_of(record: &Record, today: Date) -> Start {
    let cells = Cells {
        started_work: record.text(columns::STARTED_WORK),
        joined: record.text(columns::JOINED),
        ..Cells::default()
    };
    line::read_start(&cells, today).unwrap_or_default()
}

/// Seals what a row says of its person, under the id that it gets if an account is opened. What couldn't be read is sealed as written, under a
/// look-up that finds nobody: a mangled number may be somebody else's.
pub(super) fn seal(
    keys: &Keys,
    centre: CentreId,
    member_id: MemberId,
    person: &Person,
) -> Result<Member> {
    if let (Some(name), Some(document)) = (&person.name, &person.document) {
        return Member::seal(
            keys,
            centre,
            member_id,
            name,
            document,
            person.mobile.as_ref(),
        );
    }
    let row = keys.of_row(centre, member_id);
    let nobody = keys.lookup(centre, "roster.unread", &member_id.to_string());
    let name = person
        .name
        .as_ref()
        .map_or(person.name_written.as_str(), |name| name.as_str());
    let document = person.document.as_ref();
    let number = document.map_or(person.number_written.as_str(), |document| document.number());
    Ok(Member {
        member_id,
        name: row.seal(member::NAME, name)?,
        name_lookup: nobody,
        id_kind: document.map_or(IdKind::Other, IdDocument::kind),
        id_number: row.seal(member::ID_NUMBER, number)?,
        id_number_lookup: document.map_or(nobody, |document| document.lookup(keys, centre)),
        id_tail_lookup: nobody,
        mobile: None,
        mobile_lookup: None,
        sex: Sex::Unknown,
        born_on: None,
    })
}

/// Seals people as [`seal`] does, in their order, on every core: it is the most that the reading of
/// a roster computes.
pub(super) fn seal_all(
    keys: &Keys,
    centre: CentreId,
    people: &[(MemberId, &Person)],
) -> Result<Vec<Member>> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = people.len().div_ceil(cores).max(1);
    let seal_some = |some: &[(MemberId, &Person)]| -> Result<Vec<Member>> {
        let people = some.iter();
        people
            .map(|(member_id, person)| seal(keys, centre, *member_id, person))
            .collect()
    };
    thread::scope(|scope| {
        let shares: Vec<_> = people
            .chunks(share)
            .map(|some| scope.spawn(move || seal_some(some)))
            .collect();
        let mut sealed = Vec::with_capacity(people.len());
        for share in shares {
            let some = share
                .join()
                .map_err(|_| Error::broken("sealing people panicked"))?;
            sealed.extend(some?);
        }
        Ok(sealed)
    })
}
