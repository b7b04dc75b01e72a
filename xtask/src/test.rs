//! `cargo xtask test` and `cargo xtask check`: all that must hold, in phases.

use crate::apt::{self, Tool};
use crate::browser::Demo;
use crate::phase::{Phases, clock};
use crate::postgres::{FOR_TESTS, FORGETFUL, Server};
use crate::tally::{CargoLines, Tally};
use crate::web::Web;
use crate::workspace::Workspace;
use crate::{Result, dependencies, shell};
use std::time::Duration;

/// From a cold clone on two cores (`docs/PERFORMANCE.md`, P10). Said when it is passed, and no more:
/// how long a run takes is the machine's as well, and no change is wrong for that.
const BUDGET: Duration = Duration::from_secs(30 * 60);

/// Runs everything, or with `fast` what an inner loop needs; the last line is the tally.
pub(crate) fn test(fast: bool) -> Result {
    let workspace = Workspace::find()?;
    let mut phases = Phases::start();
    let mut tally = Tally::default();
    run_phases(&workspace, fast, &mut phases, &mut tally);
    if !fast {
        phases.hold(BUDGET);
    }
    println!("{}", phases.table());
    println!("{tally}");
    if phases.failed() {
        Err("not everything passed".into())
    } else {
        Ok(())
    }
}

/// Style, types, order and licences; no test.
pub(crate) fn check() -> Result {
    let workspace = Workspace::find()?;
    let mut phases = Phases::start();
    phases.run("format", || format(&workspace));
    phases.run("dependencies", || dependencies::check(&workspace));
    phases.run("web", || {
        let web = Web::of(&workspace)?;
        web.install()?;
        web.check()
    });
    phases.run("clippy", || clippy(&workspace));
    println!("{}", phases.table());
    if phases.failed() {
        Err("not everything holds".into())
    } else {
        Ok(())
    }
}

fn run_phases(workspace: &Workspace, fast: bool, phases: &mut Phases, tally: &mut Tally) {
    let ready = phases.run("setup", || {
        let web = Web::of(workspace)?;
        let missing = if fast {
            apt::missing()
        } else {
            apt::provide()?
        };
        web.install()?;
        Ok((web, missing))
    });
    let Some((web, missing)) = ready else { return };

    phases.run("format", || format(workspace));
    phases.run("dependencies", || dependencies::check(workspace));
    phases.run("web", || {
        web.check()?;
        web.test(tally)?;
        if fast { Ok(()) } else { web.build() }
    });
    if !fast {
        phases.run("clippy", || clippy(workspace));
    }
    let built = phases.run("build", || {
        shell::run(&mut workspace.cargo(&["build", "--workspace", "--bins", "--tests", "--locked"]))
    });
    if built.is_none() {
        return;
    }
    phases.run("tests", || rust_tests(workspace, fast, &missing, tally));
    if fast {
        return;
    }
    if missing.contains(&Tool::Chromium) || missing.contains(&Tool::ChineseFont) {
        phases.skip("browser", "no Chromium or no Chinese font");
    } else {
        phases.run("browser", || browser_tests(workspace, &web, tally));
    }
}

fn format(workspace: &Workspace) -> Result {
    shell::run(&mut workspace.cargo(&["fmt", "--all", "--check"]))
}

fn clippy(workspace: &Workspace) -> Result {
    let arguments = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ];
    shell::run(&mut workspace.cargo(&arguments))
}

/// Runs `cargo test` with a PostgreSQL server beside it where there is one.
fn rust_tests(workspace: &Workspace, fast: bool, missing: &[Tool], tally: &mut Tally) -> Result {
    let without_server = fast || missing.contains(&Tool::Postgres);
    let server = if without_server {
        None
    } else {
        Some(Server::start(FOR_TESTS, &FORGETFUL)?)
    };

    let mut cargo = workspace.cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
    let mut skipped: Vec<&str> = missing
        .iter()
        .filter_map(|tool| tool.needed_by_tests())
        .collect();
    match &server {
        Some(server) => {
            cargo.env(FOR_TESTS, server.url());
        }
        None => {
            cargo.env_remove(FOR_TESTS);
            skipped.extend(Tool::Postgres.needed_by_tests());
            skipped.dedup();
        }
    }
    if !skipped.is_empty() {
        eprintln!("!! SKIPPED: the tests that need {}", skipped.join(", "));
    }
    let mut lines = CargoLines::default();
    let outcome = shell::watch(&mut cargo, |line| lines.read(line));
    *tally += lines.tally();
    if let Some(server) = server {
        server.stop()?;
    }
    outcome?;
    lines.tally().proven("cargo test").map(drop)
}

fn browser_tests(workspace: &Workspace, web: &Web, tally: &mut Tally) -> Result {
    let browser = apt::chromium().ok_or("Chromium was there a moment ago")?;
    let demo = Demo::serve(workspace)?;
    web.drive(&demo.url(), &browser, tally).inspect_err(|_| {
        eprintln!("what the demo said last:\n{}", demo.last_lines());
    })
}

impl Phases {
    /// Holds the time of everything against its budget.
    fn hold(&self, budget: Duration) {
        let took = self.elapsed();
        if took <= budget {
            return;
        }
        eprintln!("!! took {}, the budget is {}", clock(took), clock(budget));
    }
}
