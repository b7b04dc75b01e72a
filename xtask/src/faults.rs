//! `cargo xtask faults`: builds the product and what kills it, and gives both a PostgreSQL server.

use crate::bench::{self, Databases};
use crate::phase::Phases;
use crate::workspace::Workspace;
use crate::{Result, shell};
use clap::Args;

/// What is killed, and how often; `docs/RELIABILITY.md` says what is proved.
#[derive(Args)]
pub(crate) struct Asked {
    /// How many times on each database
    #[arg(long, default_value_t = 100)]
    kills: usize,
    /// The seed of an earlier run, to have its moments again
    #[arg(long)]
    seed: Option<u64>,
    /// On which databases
    #[arg(long, value_enum, default_value_t = Databases::Both)]
    database: Databases,
}

/// Builds what is killed as it is delivered, and kills it.
pub(crate) fn faults(asked: &Asked) -> Result {
    let workspace = Workspace::find()?;
    let mut phases = Phases::start();
    let built = phases.run("programs", || {
        bench::build_programs(&workspace, &[("server", "anju"), ("bench", "faults")])
    });
    if built.is_some() {
        phases.run("faults", || kill(&workspace, asked));
    }
    println!("{}", phases.table());
    if phases.failed() {
        Err("not everything held".into())
    } else {
        Ok(())
    }
}

fn kill(workspace: &Workspace, asked: &Asked) -> Result {
    let server = match asked.database {
        Databases::Sqlite => None,
        Databases::Postgres | Databases::Both => Some(bench::start_server()?),
    };
    let mut faults = std::process::Command::new(workspace.release("faults"));
    faults.arg("--anju").arg(workspace.program("release"));
    faults
        .arg("--folder")
        .arg(workspace.reports()?.join("faults"));
    faults.args(["--kills", &asked.kills.to_string()]);
    faults.args(["--database", asked.database.word()]);
    if let Some(seed) = asked.seed {
        faults.args(["--seed", &seed.to_string()]);
    }
    if let Some(server) = &server {
        faults.args(["--postgres", server.url()]);
    }
    let outcome = shell::run(&mut faults);
    if let Some(server) = server {
        server.stop()?;
    }
    outcome
}
