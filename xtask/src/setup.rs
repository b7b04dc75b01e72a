//! What a fresh clone needs before it runs or is tested.

use crate::phase::Phases;
use crate::web::Web;
use crate::workspace::Workspace;
use crate::{Result, apt};

/// The command: everything that `run` and `test` would set up.
pub(crate) fn setup() -> Result {
    let workspace = Workspace::find()?;
    let mut phases = Phases::start();
    let web = phases.run("node", || Web::of(&workspace));
    phases.run("programs", || apt::provide().map(drop));
    if let Some(web) = web {
        phases.run("packages", || web.install());
        phases.run("pages", || web.build());
    }
    println!("{}", phases.table());
    if phases.failed() {
        Err("set-up is not complete".into())
    } else {
        Ok(())
    }
}
