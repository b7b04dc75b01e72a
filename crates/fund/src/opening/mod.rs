//! Moving in (期初移入): what a centre brings from the system before, all of it or nothing.
//!
//! | step | what | where |
//! |---|---|---|
//! | 1 | every file looked at: there, its encoding, its SM3 | [`source`] |
//! | 2 | rows read, sealed, laid into tables of their own; what is wrong told by file, line, column | `money`, `units`, `people`, `loans` |
//! | 3 | everything held against everything else | `check`, `money::check`, `loans::check_in` |
//! | 4 | the book opened; members, accounts, first entries, months, banks, suspense, opening vouchers | `post` |
//!
//! Contract: one transaction. A row that can't be read or a fen that differs keeps all of it out, and
//! [`Differences`] tells every reason; rows are held against each other only once all of them can be
//! read, since half of them would differ for no other reason. Only once, only into a centre that has
//! no book, employer or account yet. Afterwards `verify` finds a centre that has always been here.
//!
//! Each account begins with one entry of the kind 期初转入 that holds both buckets, under the opening
//! voucher, whose detail digest covers them all; its paid months name that entry. Loans, contracts and
//! arrears are kept as they come, in `opening_loan_contract`, `opening_loan` and `opening_overdue`.
//!
//! Bounds: flat memory but for some hundred bytes an employer and an item of suspense;
//! [`MAX_DIFFERENCES`] differences of a kind are kept.

mod check;
mod differences;
mod loans;
mod money;
mod national;
mod people;
mod post;
mod reading;
mod source;
mod store;
pub mod tables;
mod units;

use std::path::Path;

use db::{Bulk, Digest, Params, WriteTx};
use kernel::{Date, Fen, Month, OrBroken, Refusal, Result, VoucherId};
use ledger::{BookCode, book, chart};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, IdempotencyKey, Once, Scope, branch};
use serde_json::json;
use settlement::{arrival, suspense};

pub use differences::{Difference, DifferenceKind, Differences, MAX_DIFFERENCES};
pub(crate) use loans::sealed;
use money::{Books, Sums};
use reading::Reading;
use source::Source;
pub(crate) use store::{OPENED_AFTER, STATEMENTS};
use tables::TableFile;

use crate::{account, employer};

/// Moving a centre in. Nobody is granted it: it is the operator's, at the machine itself.
pub const OPENING_IMPORT: Action = Action {
    code: "opening.import",
    label: "期初移入",
};

/// The most rows that one question about differences answers.
const MAX_ROWS: i64 = 10_000;

/// What is told while a file is read: its Chinese name and the rows so far.
pub type Progress<'a> = dyn FnMut(&'static str, u64) + Send + 'a;

/// What came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// 缴存单位.
    pub employers: u64,
    /// 个人账户.
    pub accounts: u64,
    /// 个人账户余额合计.
    pub balance_fen: Fen,
    /// 已缴月份.
    pub months: u64,
    /// 贷款.
    pub loans: u64,
    /// 贷款余额合计.
    pub loan_balance_fen: Fen,
    /// 银行专户.
    pub banks: u64,
    /// 暂收款 items.
    pub suspense: u64,
    /// 会计日期 of the opening balances: the day before the first month.
    pub business_date: Date,
    /// The opening voucher.
    pub voucher_id: VoucherId,
}

/// What became of an opening load.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Everything is in.
    Imported(Figures),
    /// Nothing is: these are the reasons.
    Refused(Differences),
}

/// Moves a centre in from the files of a folder; its book begins with `first_month`. The system
/// alone may.
///
/// # Errors
/// `action_forbidden`; `opening_folder_missing`, `opening_file_missing`, `opening_column_missing`; `opening_centre_in_use` when
/// the centre has a book, employers or accounts; `opening_imported_already`; those of
/// [`App::write_once`]; broken when a file can't be read. What is wrong with the data is no error but
/// [`Outcome::Refused`].
pub async fn import(
    app: &App,
    caller: &Caller,
    folder: &Path,
    first_month: Month,
    progress: &mut Progress<'_>,
) -> Result<Outcome> {
    app.enforce(caller, &OPENING_IMPORT, Scope::Centre).await?;
    let files = Files::find(folder)?;
    let today = app.clock.today();
    let mut differences = Differences::default();
    let money = (&files.ledger, &files.banks, files.suspense.as_ref());
    let mut books = money::read(money, today, &mut differences, progress)?;
    let serials = Serials::take(app, caller, books.suspense.len()).await?;

    let key: IdempotencyKey = format!("opening-{}", caller.centre()).parse()?;
    // Whatever is brought the second time, it is the second time.
    let hash = Digest::new("opening.import").finish();
    let mut tx = match app.write_once(caller, &OPENING_IMPORT, &key, hash).await? {
        Once::Replay(_) => return Err(imported_already().into()),
        Once::Fresh(tx) => tx,
    };
    unused_in(&mut tx).await?;
    let load = Load {
        app,
        caller,
        files: &files,
        first_month,
    };
    let employers = load
        .all_in(&mut tx, &mut books, &mut differences, progress)
        .await?;
    if !differences.is_empty() {
        return Ok(Outcome::Refused(differences));
    }
    let figures = post::post_in(&mut tx, app, caller, &books, first_month, &files, serials).await?;
    let figures = Figures {
        employers,
        ..figures
    };
    record_in(&mut tx, app, caller, &files, &figures).await?;
    tx.finish(figures.voucher_id).await?;
    Ok(Outcome::Imported(figures))
}

async fn unused_in(tx: &mut WriteTx) -> Result<()> {
    let books = book::all(tx).await?;
    let (in_use,) = tx.one(&store::IN_USE, ()).await?;
    if in_use || books.iter().any(|book| book.book == BookCode::Fund) {
        let sentence = "该中心已建立账套或已有单位、个人账户，期初只能移入尚未启用的中心";
        return Err(Refusal::conflict("opening_centre_in_use", sentence).into());
    }
    Ok(())
}

fn imported_already() -> Refusal {
    let sentence = "该中心的期初数据已经移入，不能再次移入";
    Refusal::conflict("opening_imported_already", sentence)
}

/// Serials for what waits, taken before the transaction.
struct Serials {
    arrivals: Vec<i64>,
    suspense: Vec<i64>,
}

impl Serials {
    async fn take(app: &App, caller: &Caller, count: usize) -> Result<Serials> {
        let mut serials = Serials {
            arrivals: Vec::with_capacity(count),
            suspense: Vec::with_capacity(count),
        };
        for _ in 0..count {
            let centre = caller.centre();
            serials
                .arrivals
                .push(arrival::next_serial(app, centre).await?);
            serials
                .suspense
                .push(suspense::next_serial(app, centre).await?);
        }
        Ok(serials)
    }
}

/// The files of a folder.
struct Files {
    ledger: Source,
    banks: Source,
    suspense: Option<Source>,
    unit_accounts: Source,
    units: Source,
    people: Source,
    accounts: Source,
    paid_months: Source,
    contracts: Option<Source>,
    loans: Option<Source>,
    overdue: Option<Source>,
}

impl Files {
    fn find(folder: &Path) -> Result<Files> {
        if !folder.is_dir() {
            let sentence = format!("文件夹 {} 不存在", folder.display());
            return Err(Refusal::invalid("opening_folder_missing", sentence).into());
        }
        let mut found: Vec<Option<Source>> = Vec::new();
        let mut missing = Vec::new();
        for table in tables::FILES {
            let source = Source::find(folder, table)?;
            if source.is_none() && table.required {
                missing.push(format!("{}（{}）", table.file, table.title));
            }
            found.push(source);
        }
        if !missing.is_empty() {
            let sentence = format!("{} 中缺少文件：{}", folder.display(), missing.join("、"));
            return Err(Refusal::invalid("opening_file_missing", sentence).into());
        }
        let mut take = |table: &'static TableFile| {
            let of_table = |source: &Option<Source>| {
                source
                    .as_ref()
                    .is_some_and(|source| source.table.file == table.file)
            };
            found
                .iter()
                .position(of_table)
                .and_then(|at| found[at].take())
        };
        let mut must = |table: &'static TableFile| take(table).or_broken(table.file);
        Ok(Files {
            ledger: must(&tables::LEDGER)?,
            banks: must(&tables::BANKS)?,
            unit_accounts: must(&tables::UNIT_ACCOUNTS)?,
            units: must(&tables::UNITS)?,
            people: must(&tables::PEOPLE)?,
            accounts: must(&tables::ACCOUNTS)?,
            paid_months: must(&tables::PAID_MONTHS)?,
            suspense: take(&tables::SUSPENSE),
            contracts: take(&tables::LOAN_CONTRACTS),
            loans: take(&tables::LOANS),
            overdue: take(&tables::OVERDUE),
        })
    }

    fn all(&self) -> impl Iterator<Item = &Source> {
        let always = [
            &self.ledger,
            &self.banks,
            &self.unit_accounts,
            &self.units,
            &self.people,
            &self.accounts,
            &self.paid_months,
        ];
        let some = [&self.suspense, &self.contracts, &self.loans, &self.overdue];
        always.into_iter().chain(some.into_iter().flatten())
    }
}

/// Step 2 and 3.
struct Load<'a> {
    app: &'a App,
    caller: &'a Caller,
    files: &'a Files,
    first_month: Month,
}

impl Load<'_> {
    /// Answers the number of employers.
    async fn all_in(
        &self,
        tx: &mut WriteTx,
        books: &mut Books,
        differences: &mut Differences,
        progress: &mut Progress<'_>,
    ) -> Result<u64> {
        let Load {
            app,
            caller,
            files,
            first_month,
        } = *self;
        let branches = branch::all_in(tx).await?;
        let sources = (&files.units, &files.unit_accounts);
        let units = units::load_in(tx, app, caller, sources, &branches, differences, progress);
        let units = units.await?;
        people::load_people_in(tx, app, &files.people, differences, progress).await?;
        people::load_accounts_in(tx, &files.accounts, &units, differences, progress).await?;
        people::load_months_in(tx, &files.paid_months, &units, differences, progress).await?;
        if let Some(source) = &files.contracts {
            loans::load_contracts_in(tx, app, source, differences, progress).await?;
        }
        if let Some(source) = &files.loans {
            loans::load_loans_in(tx, source, differences, progress).await?;
        }
        if let Some(source) = &files.overdue {
            loans::load_overdue_in(tx, source, differences, progress).await?;
        }
        check::payers(books, &units, differences);
        if differences.is_empty() {
            let mut sums = Sums::default();
            check::first_month(books, &units, first_month, differences);
            check::people_in(tx, differences).await?;
            check::employers_in(tx, &units, differences).await?;
            check::months_in(tx, differences).await?;
            loans::check_in(tx, &mut sums, differences).await?;
            let (held,) = tx.one(&store::LAID_TOTAL, ()).await?;
            if held.is_none() {
                let told = Difference::told("accounts_none", "", "没有一个个人账户");
                differences.add(DifferenceKind::People, told);
            }
            sums.accounts = held.unwrap_or(Fen::ZERO);
            money::check(books, sums, differences);
        }
        if let Some(last) = units.known.keys().max() {
            employer::number_after_in(tx, app, *last).await?;
        }
        u64::try_from(units.known.len()).or_broken("a number of employers")
    }
}

/// The facts of a centre's moving in: how its accounts stood, and the months paid. Nothing of it ever
/// changes.
///
/// # Errors
/// Broken only.
pub(crate) async fn facts_in(tx: &mut db::ReadTx) -> Result<db::Digest32> {
    let begun = Digest::new("opening").column(tx.centre());
    let digest = account::digest_taken_over_in(tx, begun).await?;
    Ok(digest.finish())
}

/// Records what came in, and of which files.
async fn record_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    files: &Files,
    figures: &Figures,
) -> Result<()> {
    let facts = facts_in(tx).await?;
    let names = files
        .all()
        .map(|source| json!({ "name": source.table.file, "sm3": source.sm3.hex() }));
    let detail = json!({
        "employers": figures.employers,
        "accounts": figures.accounts,
        "balance_fen": figures.balance_fen,
        "months": figures.months,
        "loans": figures.loans,
        "loan_balance_fen": figures.loan_balance_fen,
        "banks": figures.banks,
        "suspense": figures.suspense,
        "files": names.collect::<Vec<_>>(),
        "facts": facts.hex(),
    });
    let subject = Subject::new("voucher", figures.voucher_id);
    audit::record(tx, &app.clock, caller, &OPENING_IMPORT, subject, detail).await
}

/// Opens the book.
async fn open_book_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    first_month: Month,
) -> Result<()> {
    let fund = BookCode::Fund;
    book::open_in(tx, &app.clock, fund, first_month, chart::HOUSING_FUND).await?;
    let (subject, detail) = (Subject::new("book", fund), json!({ "from": first_month }));
    let action = &settlement::books::BOOKS_OPEN;
    audit::record(tx, &app.clock, caller, action, subject, detail).await
}

/// How often the terminal is told.
const TELL_EVERY: u64 = 1_000;

/// Hands every row of a file to `read`.
fn each(
    source: &Source,
    differences: &mut Differences,
    progress: &mut Progress<'_>,
    mut read: impl FnMut(&mut Reading<'_>) -> Result<()>,
) -> Result<()> {
    let mut opened = source.open()?;
    let mut rows = opened.rows()?;
    let mut count = 0;
    while let Some(record) = rows.next()? {
        read(&mut Reading::new(source.table, &record, differences))?;
        count += 1;
        if count % TELL_EVERY == 0 {
            progress(source.table.title, count);
        }
    }
    progress(source.table.title, count);
    Ok(())
}

/// Lays every row of a file that can be read into a table. Rows with something wrong are told and
/// left out.
async fn load<R: Params + Send>(
    tx: &mut WriteTx,
    bulk: &Bulk<R>,
    source: &Source,
    differences: &mut Differences,
    progress: &mut Progress<'_>,
    mut read: impl FnMut(&mut Reading<'_>) -> Result<Option<R>> + Send,
) -> Result<()> {
    let mut opened = source.open()?;
    let mut rows = opened.rows()?;
    let mut failed = None;
    let mut count = 0;
    let laid = std::iter::from_fn(|| {
        loop {
            let record = match rows.next() {
                Ok(record) => record?,
                Err(error) => {
                    failed = Some(error);
                    return None;
                }
            };
            count += 1;
            if count % TELL_EVERY == 0 {
                progress(source.table.title, count);
            }
            let mut reading = Reading::new(source.table, &record, differences);
            match read(&mut reading) {
                Ok(Some(row)) if !reading.is_faulty() => return Some(row),
                Ok(_) => {}
                Err(error) => {
                    failed = Some(error);
                    return None;
                }
            }
        }
    });
    tx.insert_many(bulk, laid).await?;
    progress(source.table.title, count);
    failed.map_or(Ok(()), Err)
}
