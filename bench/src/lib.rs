//! Measures of `docs/PERFORMANCE.md`: what the product does through its own program, beside the bare
//! database writing the same rows in the same run.
//!
//! | measure | ours | bare |
//! |---|---|---|
//! | P2 | an arrival over HTTP that posts a remittance | `baselines/remittance.sql` |
//! | P3 | a roster uploaded over HTTP | the file read as XML and counted; its rows loaded in bulk |
//! | P7 | the program started on a centre that exists; its pages fetched | – |
//! | P8 | every list of `openapi.json` with every filter and order | – |
//! | load | `anju import-opening` of the centre that the others need | – |
//!
//! Beside the measures stand the [`faults`]: what is lost and doubled when the program is killed.
//!
//! This crate knows the drivers, because a baseline that went through `db` would not be bare; the
//! product never depends on it. Where ours and bare write the same rows, their counts and sums are
//! held against each other, and a difference ends the run: a ratio to something else is no ratio.
//! Amounts of time are whole microseconds, ratios thousandths.

mod activity;
pub mod bare;
mod centre;
pub mod faults;
mod http;
mod lists;
mod machine;
mod opening;
mod program;
mod remittance;
pub mod report;
mod roster;
mod size;
mod start;
mod timing;

use std::path::PathBuf;
use std::str::FromStr;

use centre::{Centre, Shape};
use report::Report;
pub use size::Size;

/// What everything here returns; the error is a sentence for whoever reads the terminal.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// One remittance.
    P2,
    /// One roster.
    P3,
    /// Start, size of the program, first visit.
    P7,
    /// Lists and searches.
    P8,
}

impl Measure {
    /// All of them.
    pub const ALL: [Measure; 4] = [Measure::P2, Measure::P3, Measure::P7, Measure::P8];
}

impl FromStr for Measure {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Measure, String> {
        match text.to_ascii_uppercase().as_str() {
            "P2" => Ok(Measure::P2),
            "P3" => Ok(Measure::P3),
            "P7" => Ok(Measure::P7),
            "P8" => Ok(Measure::P8),
            _ => Err(format!("{text} is none of P2, P3, P7, P8")),
        }
    }
}

/// The databases measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    /// The embedded one.
    Sqlite,
    /// A server's.
    Postgres,
}

impl Database {
    /// The databases that a word of the command line names.
    ///
    /// # Errors
    /// When it is none of `sqlite`, `postgres` and `both`.
    pub fn named(word: &str) -> Result<Vec<Database>> {
        match word {
            "sqlite" => Ok(vec![Database::Sqlite]),
            "postgres" => Ok(vec![Database::Postgres]),
            "both" => Ok(vec![Database::Sqlite, Database::Postgres]),
            other => Err(format!("{other} is none of sqlite, postgres, both").into()),
        }
    }

    /// Its name in the tables.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Database::Sqlite => "SQLite",
            Database::Postgres => "PostgreSQL",
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The measures.
    pub measures: Vec<Measure>,
    /// The databases, in turn.
    pub databases: Vec<Database>,
    /// How large.
    pub size: Size,
    /// The program measured.
    pub anju: PathBuf,
    /// Where databases and logs lie; made, and emptied at the end.
    pub work: PathBuf,
    /// A PostgreSQL server on which databases may be created.
    pub postgres: Option<String>,
    /// Whether databases and logs stay.
    pub keep: bool,
}

impl Asked {
    fn wants(&self, measure: Measure) -> bool {
        self.measures.contains(&measure)
    }
}

/// Measures what is asked and answers the report. Each row is printed as soon as it is known.
///
/// # Errors
/// When a step of the product or of a baseline fails, and when both didn't write the same.
pub async fn run(asked: &Asked) -> Result<Report> {
    std::fs::create_dir_all(&asked.work)?;
    let mut report = Report::new(machine::describe(asked).await?);
    println!("{}", report.machine);
    for database in &asked.databases {
        for scale in asked.size.scales() {
            if asked.wants(Measure::P2) || asked.wants(Measure::P3) {
                writing(asked, *database, &scale, &mut report).await?;
            }
            if asked.wants(Measure::P7) || asked.wants(Measure::P8) {
                reading(asked, *database, &scale, &mut report).await?;
            }
        }
    }
    report.machine_after(&machine::load());
    Ok(report)
}

/// P2 and P3, on a centre whose first employer has a tenth of the members and whose second has
/// four tenths.
async fn writing(
    asked: &Asked,
    database: Database,
    scale: &size::Scale,
    report: &mut Report,
) -> Result {
    let shape = Shape {
        accounts: scale.accounts,
        every: 10,
        second: true,
    };
    let centre = Centre::load(asked, database, shape, report).await?;
    if asked.wants(Measure::P3) {
        roster::measure(asked, &centre, report).await?;
    }
    if asked.wants(Measure::P2) {
        remittance::measure(asked, &centre, report).await?;
    }
    centre.remove(asked.keep)
}

/// P7 and P8, on a centre with a year of business.
async fn reading(
    asked: &Asked,
    database: Database,
    scale: &size::Scale,
    report: &mut Report,
) -> Result {
    let shape = Shape {
        accounts: scale.listed,
        every: 40,
        second: false,
    };
    let centre = Centre::load(asked, database, shape, report).await?;
    activity::fill(&centre).await?;
    centre.settle().await?;
    if asked.wants(Measure::P7) {
        start::measure(asked, &centre, report).await?;
    }
    if asked.wants(Measure::P8) {
        lists::measure(asked, &centre, report).await?;
    }
    centre.remove(asked.keep)
}
