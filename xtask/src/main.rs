//! The project's own commands: `cargo xtask run`, `cargo xtask test` and what they are made of.
//!
//! Everything a fresh clone needs is fetched, built and started from here, so that the README
//! can say two commands and mean it. Each command is a list of phases that are timed and named
//! on the terminal; nothing here knows a rule of the trade.

mod apt;
mod bench;
mod browser;
mod dependencies;
mod faults;
mod layers;
mod openapi;
mod phase;
mod postgres;
mod reasons;
mod run;
mod setup;
mod shell;
mod tally;
mod test;
mod web;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// What every step returns; the error is a sentence for the person at the terminal.
pub(crate) type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Build, run and test anju", version)]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the product and serve a demo centre; flags after `--` go to `anju serve`
    Run {
        #[arg(last = true)]
        serve: Vec<String>,
    },
    /// Everything CI runs: style, web, Rust on SQLite and PostgreSQL, the browser, dependencies
    Test {
        /// The inner loop: no browser, no PostgreSQL, no clippy
        #[arg(long)]
        fast: bool,
    },
    /// What run and test do before they begin: packages, system programs, web files
    Setup,
    /// Write openapi.json from the program and the TypeScript schema from it
    Openapi,
    /// Measure a release build beside the bare databases; docs/PERFORMANCE.md says what
    Bench(bench::Asked),
    /// Kill a release build a hundred times on each database; docs/RELIABILITY.md says what is proved
    Faults(faults::Asked),
    /// Style, lints, types, crate layers, dependencies and licences; runs no test
    Check,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Task::Run { serve } => run::run(&serve),
        Task::Test { fast } => test::test(fast),
        Task::Setup => setup::setup(),
        Task::Openapi => openapi::generate(),
        Task::Bench(asked) => bench::bench(&asked),
        Task::Faults(asked) => faults::faults(&asked),
        Task::Check => test::check(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
