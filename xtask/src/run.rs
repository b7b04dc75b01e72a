//! `cargo xtask run`: from a clone to a demo centre that is served on this machine.

use crate::phase::{Phases, clock};
use crate::web::Web;
use crate::workspace::Workspace;
use crate::{Result, shell};
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Builds pages and program, then becomes the program: the terminal, its signals and its exit
/// status are the server's from then on.
pub(crate) fn run(serve: &[String]) -> Result {
    let workspace = Workspace::find()?;
    let mut phases = Phases::start();
    let ready = build(&workspace, &mut phases);
    println!("{}", phases.table());
    if ready.is_none() {
        return Err("the demo can't be built, see above".into());
    }
    println!(
        "\nbuilt in {}; Ctrl-C stops the demo\n",
        clock(phases.elapsed())
    );
    let mut anju = Command::new(workspace.program("release"));
    anju.args(["serve", "--demo"])
        .args(serve)
        .current_dir(workspace.root());
    let failure = anju.exec();
    Err(format!("{}: {failure}", shell::line(&anju)).into())
}

fn build(workspace: &Workspace, phases: &mut Phases) -> Option<()> {
    let web = phases.run("packages", || {
        let web = Web::of(workspace)?;
        web.install()?;
        Ok(web)
    })?;
    phases.run("pages", || web.build())?;
    phases.run("program", || {
        let release = [
            "build",
            "--release",
            "--locked",
            "--package",
            "server",
            "--bin",
            "anju",
        ];
        shell::run(&mut workspace.cargo(&release))
    })
}
