//! The faults on a small centre, so that each change is held against them; the seed is printed.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that can't be set up fails by panicking; the seed has to be seen"
)]

mod program;

use std::time::Duration;

use bench::Database;
use bench::faults::{self, Asked, Outcome};
use program::{anju, postgres};

/// What each test kills.
const KILLS: usize = 10;

fn asked(database: Database, work: &std::path::Path, postgres: Option<String>) -> Asked {
    let seed = std::env::var("ANJU_FAULTS_SEED");
    let seed = seed.map_or_else(|_| fastrand::u64(..), |seed| seed.parse().unwrap());
    println!("ANJU_FAULTS_SEED={seed}");
    Asked {
        database,
        kills: KILLS,
        seed,
        accounts: 400,
        anju: anju(),
        work: work.to_owned(),
        postgres,
    }
}

fn holds(outcome: &Outcome) {
    println!("{outcome}");
    assert_eq!((outcome.lost, outcome.doubled), (0, 0), "{outcome}");
    assert_eq!(outcome.kills, [5, 4, 1]);
    assert!(
        outcome.acknowledged > KILLS && outcome.unanswered > 0,
        "{outcome}"
    );
    // Beside those of the rounds one of each kind is done unharmed, for its time.
    assert_eq!((outcome.rosters, outcome.days), (6, 2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_kills_lose_and_double_nothing_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let asked = asked(Database::Sqlite, folder.path(), None);
    holds(&faults::run(&asked).await.unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_kills_lose_and_double_nothing_on_postgresql() {
    let Some(url) = postgres("kills on PostgreSQL") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let asked = asked(Database::Postgres, folder.path(), Some(url));
    holds(&faults::run(&asked).await.unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_goes_and_comes_back_loses_nothing() {
    let Some(url) = postgres("a database that goes and comes back") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let asked = asked(Database::Postgres, folder.path(), Some(url));
    let outage = faults::outage(&asked, Duration::from_secs(3))
        .await
        .unwrap();
    println!("{outage:?}");
    assert!(
        outage.acknowledged > 0 && outage.unanswered > 0,
        "{outage:?}"
    );
    assert!(outage.refused > 0, "{outage:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_refuses_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let asked = asked(Database::Sqlite, folder.path(), None);
    match faults::full_disk(&asked).await.unwrap() {
        Some(disk) => {
            println!("{disk:?}");
            assert!(disk.acknowledged > 0 && disk.refused > 0, "{disk:?}");
        }
        None => println!("skipped: a full disk, nobody may mount one here"),
    }
}
