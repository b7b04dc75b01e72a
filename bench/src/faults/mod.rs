//! What becomes of a centre whose server is killed at any moment: `cargo xtask faults`.
//!
//! Clients record arrivals all the time, as accountants and a bank's wire do, while rosters are
//! taken through from the upload to their money and days are closed. At a moment drawn at random the
//! process is killed, with no chance to put anything away. It is started again, every client asks
//! again for what it had no answer to, under the same key, and everything is held against what the
//! clients were told: an acknowledged posting is there, none is there twice, what was begun goes on
//! by itself, and `anju verify` proves the books. The seed of a run is printed; it gives the same
//! moments again.

mod deed;
mod full_disk;
mod outage;
mod postings;

pub use full_disk::{FullDisk, full_disk};
pub use outage::{Outage, outage};

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use crate::centre::{Centre, Shape};
use crate::program::Server;
use crate::report::Report;
use crate::timing::{Stopwatch, micros};
use crate::{Database, Measure, Result, Size, machine};
use deed::{Deeds, KINDS};
use postings::{AHEAD, Postings};

/// How long jobs may take to be done after the last kill, in microseconds: a lease of a minute has
/// to end before another server may go on, and what waits for that may wait once more.
const JOBS_PATIENCE: u64 = 240_000_000;
/// How often it is looked whether they are.
const LOOK: Duration = Duration::from_millis(200);

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// On which database.
    pub database: Database,
    /// How many times the server is killed.
    pub kills: usize,
    /// What the moments are drawn from.
    pub seed: u64,
    /// Accounts of the centre; four tenths of them are in the largest roster.
    pub accounts: usize,
    /// The program killed.
    pub anju: PathBuf,
    /// Where the database and the log lie; made, and emptied when all was well.
    pub work: PathBuf,
    /// A PostgreSQL server on which databases may be created.
    pub postgres: Option<String>,
}

/// What came of the kills.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Kills, by what was under way.
    pub kills: [usize; KINDS.len()],
    /// Arrivals that a client was told were recorded.
    pub acknowledged: usize,
    /// Arrivals that were asked for and had no answer when the server was killed.
    pub unanswered: usize,
    /// Those of them that were in the books.
    pub unanswered_done: usize,
    /// Acknowledged arrivals that weren't.
    pub lost: usize,
    /// Arrivals there without having been asked for, or twice.
    pub doubled: usize,
    /// Rosters taken through to their money, each once.
    pub rosters: usize,
    /// Days closed, each once.
    pub days: usize,
    /// The longest start after a kill, in microseconds.
    pub slowest_start: u64,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: usize = self.kills.iter().sum();
        let during = KINDS.iter().zip(self.kills);
        let during: Vec<String> = during
            .map(|(kind, kills)| format!("{kills} {kind}"))
            .collect();
        write!(
            f,
            "{all} kills ({}): {} arrivals acknowledged, {} unanswered of which {} were done, \
             {} lost, {} doubled; {} rosters paid, {} days closed; slowest start {} ms",
            during.join(", "),
            self.acknowledged,
            self.unanswered,
            self.unanswered_done,
            self.lost,
            self.doubled,
            self.rosters,
            self.days,
            self.slowest_start / 1_000,
        )
    }
}

/// Kills the server as often as asked, and proves after each that nothing was lost or doubled.
///
/// # Errors
/// When something was, or something goes on that shouldn't: the folder stays, to be looked at.
pub async fn run(asked: &Asked) -> Result<Outcome> {
    let (name, seed) = (asked.database.label(), asked.seed);
    println!("{name}: {} kills, seed {seed}", asked.kills);
    let centre = found(asked).await?;
    let mut server = centre.serve().await?;
    let mut trial = Trial::begin(&centre, &server, seed).await?;
    for round in 0..asked.kills {
        server = trial.round(server, round).await.map_err(|error| {
            let folder = centre.folder.display();
            format!("{name}, seed {seed}, kill {round}: {error}; see {folder}")
        })?;
    }
    let outcome = trial.finish(server).await?;
    centre.remove(false)?;
    Ok(outcome)
}

/// A centre with two large employers and many small ones, each some months behind.
async fn found(asked: &Asked) -> Result<Centre> {
    std::fs::create_dir_all(&asked.work)?;
    let measures = crate::Asked {
        measures: Measure::ALL.to_vec(),
        databases: vec![asked.database],
        size: Size::Tiny,
        anju: asked.anju.clone(),
        work: asked.work.clone(),
        postgres: asked.postgres.clone(),
        keep: false,
    };
    let shape = Shape {
        accounts: asked.accounts,
        every: 10,
        second: true,
    };
    let mut report = Report::new(machine::describe(&measures).await?);
    Centre::load(&measures, asked.database, shape, &mut report).await
}

/// One run, and all that clients were told so far.
struct Trial<'c> {
    centre: &'c Centre,
    moments: fastrand::Rng,
    deeds: Deeds,
    outcome: Outcome,
}

impl<'c> Trial<'c> {
    async fn begin(centre: &'c Centre, server: &Server, seed: u64) -> Result<Trial<'c>> {
        let mut client = centre.sign_in(server).await?;
        Ok(Trial {
            centre,
            moments: fastrand::Rng::with_seed(seed),
            deeds: Deeds::learn(&mut client).await?,
            outcome: Outcome::default(),
        })
    }

    /// One kill: business, the end of the process, the start after it, and what is there then. The
    /// server that was started.
    async fn round(&mut self, server: Server, round: usize) -> Result<Server> {
        let mut client = self.centre.sign_in(&server).await?;
        let deed = self.deeds.next(&mut client, round).await?;
        let usual = micros(self.deeds.usual(&deed));
        let moment = Duration::from_micros(self.moments.u64(0..usual));
        let postings = Postings::begin(&client, round).await?;
        tokio::time::sleep(AHEAD).await;
        let doing = {
            let deed = deed.clone();
            tokio::spawn(async move { deed.done(&mut client).await })
        };
        tokio::time::sleep(moment).await;
        server.kill()?;
        let told = postings.cut_off().await?;
        // What it heard before the end doesn't matter: it asks again for all of it.
        drop(doing.await?);

        let watch = Stopwatch::start();
        let server = self.centre.serve().await?;
        self.outcome.slowest_start = self.outcome.slowest_start.max(watch.micros());
        let mut client = self.centre.sign_in(&server).await?;
        let bare = self.centre.bare().await?;
        let before = postings::there(&bare, round).await?;
        told.ask_again(&mut client).await?;
        let after = postings::there(&bare, round).await?;
        self.outcome.count(&told, before, after)?;
        self.deeds.note(deed.done(&mut client).await?);
        self.deeds.hold(&bare).await?;
        drop(bare);
        self.centre.prove()?;
        self.outcome.kills[deed.kind()] += 1;
        Ok(server)
    }

    /// Waits until nothing is left to be done by itself.
    async fn finish(mut self, server: Server) -> Result<Outcome> {
        let bare = self.centre.bare().await?;
        let watch = Stopwatch::start();
        loop {
            let jobs = bare
                .numbers(
                    "SELECT CAST(SUM(CASE WHEN status IN ('waiting', 'running') THEN 1 ELSE 0 END) \
                            AS BIGINT), \
                        CAST(SUM(CASE WHEN status = 'dead' THEN 1 ELSE 0 END) AS BIGINT) \
                     FROM public.job",
                )
                .await?;
            match jobs[..] {
                [0, 0] => break,
                [_, 0] if watch.micros() < JOBS_PATIENCE => tokio::time::sleep(LOOK).await,
                _ => return Err(format!("jobs didn't go on: {jobs:?} left and dead").into()),
            }
        }
        drop(bare);
        server.stop()?;
        self.centre.prove()?;
        (self.outcome.rosters, self.outcome.days) = self.deeds.done();
        Ok(self.outcome)
    }
}

impl Outcome {
    /// Takes in what the clients of one round were told, how many of their arrivals were there after
    /// the start, and how many once they had asked again.
    fn count(&mut self, told: &postings::Told, before: usize, after: usize) -> Result {
        let (acknowledged, unanswered) = (told.acknowledged, told.unanswered.len());
        self.acknowledged += acknowledged;
        self.unanswered += unanswered;
        self.unanswered_done += before.saturating_sub(acknowledged);
        self.lost += acknowledged.saturating_sub(before);
        self.doubled += after.saturating_sub(acknowledged + unanswered);
        told.hold(before, after)
    }
}
