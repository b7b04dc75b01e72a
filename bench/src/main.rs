//! `cargo xtask bench` builds this and the product, and starts it with where everything is.

use std::path::PathBuf;
use std::process::ExitCode;

use bench::{Asked, Database, Measure, Result, Size};
use clap::Parser;

/// Measures of docs/PERFORMANCE.md; `cargo xtask bench` is how to call it.
#[derive(Parser)]
#[command(name = "bench")]
struct Arguments {
    /// Which measures, with commas between
    #[arg(long, value_delimiter = ',')]
    measures: Vec<Measure>,
    /// sqlite, postgres or both
    #[arg(long, default_value = "both")]
    database: String,
    /// tiny, small, full or large
    #[arg(long, default_value = "full")]
    size: Size,
    /// Keep databases and logs
    #[arg(long)]
    keep: bool,
    /// The program measured
    #[arg(long)]
    anju: PathBuf,
    /// Where report.md and report.jsonl go, and what is made meanwhile
    #[arg(long)]
    folder: PathBuf,
    /// A PostgreSQL server on which databases may be created
    #[arg(long)]
    postgres: Option<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match measure(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(arguments: Arguments) -> Result {
    let databases = Database::named(&arguments.database)?;
    let measures = match arguments.measures.as_slice() {
        [] => Measure::ALL.to_vec(),
        some => some.to_vec(),
    };
    let work = tempfile::Builder::new()
        .prefix("work-")
        .tempdir_in(&arguments.folder)?;
    let work = match arguments.keep {
        true => Work::Kept(work.keep()),
        false => Work::Removed(work),
    };
    let asked = Asked {
        measures,
        databases,
        size: arguments.size,
        anju: arguments.anju,
        work: work.path(),
        postgres: arguments.postgres,
        keep: arguments.keep,
    };
    let report = bench::run(&asked).await?;
    report.write(&arguments.folder)?;
    println!("\n{}", report.markdown());
    Ok(())
}

/// The folder of databases and logs.
enum Work {
    Kept(PathBuf),
    Removed(tempfile::TempDir),
}

impl Work {
    fn path(&self) -> PathBuf {
        match self {
            Work::Kept(path) => path.clone(),
            Work::Removed(folder) => folder.path().to_owned(),
        }
    }
}
