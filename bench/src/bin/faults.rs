//! `cargo xtask faults` builds this and the product, and starts it with where everything is.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use bench::faults::{self, Asked};
use bench::{Database, Result};
use clap::Parser;

/// Accounts of the centre whose database or disk is taken away: a small disk has to hold it.
const SMALL: usize = 2_000;

/// Kills the server again and again and proves that nothing is lost; `cargo xtask faults` is how to
/// call it.
#[derive(Parser)]
#[command(name = "faults")]
struct Arguments {
    /// How many times on each database
    #[arg(long, default_value_t = 100)]
    kills: usize,
    /// What the moments are drawn from; any number unless said
    #[arg(long)]
    seed: Option<u64>,
    /// For how many seconds the database on the server is gone
    #[arg(long, default_value_t = 60)]
    gone: u64,
    /// Accounts of the centre
    #[arg(long, default_value_t = 30_000)]
    accounts: usize,
    /// sqlite, postgres or both
    #[arg(long, default_value = "both")]
    database: String,
    /// The program killed
    #[arg(long)]
    anju: PathBuf,
    /// Where everything lies meanwhile
    #[arg(long)]
    folder: PathBuf,
    /// A PostgreSQL server on which databases may be created
    #[arg(long)]
    postgres: Option<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match kill(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("faults: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn kill(arguments: Arguments) -> Result {
    let seed = arguments.seed.unwrap_or_else(|| fastrand::u64(..));
    let mut told = vec![format!("seed {seed}, {} accounts", arguments.accounts)];
    for database in Database::named(&arguments.database)? {
        let asked = Asked {
            database,
            kills: arguments.kills,
            seed,
            accounts: arguments.accounts,
            anju: arguments.anju.clone(),
            work: arguments.folder.clone(),
            postgres: arguments.postgres.clone(),
        };
        let name = database.label();
        told.push(format!("{name}: {}", faults::run(&asked).await?));
        let small = Asked {
            accounts: SMALL,
            ..asked
        };
        told.push(match database {
            Database::Sqlite => match faults::full_disk(&small).await? {
                Some(disk) => format!("{name}: {disk}"),
                None => format!("{name}: no full disk, nobody may mount one here"),
            },
            Database::Postgres => {
                let gone = Duration::from_secs(arguments.gone);
                let outage = faults::outage(&small, gone).await?;
                format!("{name}: gone for {} s, {outage}", arguments.gone)
            }
        });
    }
    println!("\n{}", told.join("\n"));
    Ok(())
}
