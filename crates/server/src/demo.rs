//! `anju serve --demo`: a centre with a year of life in it, made on first start.

use std::fs;
use std::path::Path;

use db::{Db, Keys};
use fund::member::hall;
use kernel::{CentreId, Clock, Error, OrBroken as _, Refusal, Result};
use platform::App;
use simulation::{agents, demo, founding};

use crate::config::Config;
use crate::{simulate, wiring};

/// Lies in the folder while the demo is being made, and is the only leave to clear it.
const UNFINISHED: &str = "demo-unfinished";
/// Lies in the folder when the demo's year is complete.
const COMPLETE: &str = "demo-complete";

/// What a demo's messages are written into, in its folder: nothing of it is sent anywhere.
pub const MESSAGES: &str = "messages.log";
/// How many members the halls' first page shows.
const MEMBERS: i64 = 4;

/// Makes the demo in `folder` unless it is there. One that a stop cut short is made anew.
///
/// # Errors
/// Broken when the folder can't be written, and whatever a use case refuses.
pub async fn prepare(folder: &Path, config: &Config) -> Result<()> {
    let complete = folder.join(COMPLETE);
    if complete.exists() {
        return Ok(());
    }
    clear(folder)?;
    fs::create_dir_all(folder).or_broken("making the demo's folder")?;
    fs::write(folder.join(UNFINISHED), "").or_broken("marking the demo as unfinished")?;
    let keys = Keys::create(&config.key_file)?;
    let clock = Clock::system();
    let db = Db::open(&config.database, keys)?;
    db.migrate(wiring::MIGRATIONS, &clock).await?;
    let settings = demo::settings(clock.today().prev())?;
    simulate::live(&db, config, &settings, &folder.join("opening")).await?;
    agents::invite(&App::new(db, clock), config.centre).await?;
    fs::write(complete, "").or_broken("marking the demo as complete")?;
    fs::remove_file(folder.join(UNFINISHED)).or_broken("marking the demo as finished")
}

/// Removes what an interrupted start left. A folder that holds anything else is somebody's data.
fn clear(folder: &Path) -> Result<()> {
    if !folder.join(UNFINISHED).exists() {
        if folder.join("anju.db").exists() || folder.join("anju.key").exists() {
            let sentence = format!(
                "{} 中已有数据，不是演示数据，不能在其中运行演示",
                folder.display()
            );
            return Err(Refusal::conflict("demo_folder_taken", sentence).into());
        }
        return Ok(());
    }
    for name in [
        "anju.db",
        "anju.db-wal",
        "anju.db-shm",
        "anju.key",
        MESSAGES,
    ] {
        match fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Error::broken(format!("{name}: {error}")));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The agents that the employers' hall shows.
///
/// # Errors
/// Broken when the database fails.
pub async fn agents(app: &App, centre: CentreId) -> Result<Vec<api::DemoAgent>> {
    let shown = agents::shown(app, centre).await?.into_iter();
    let agents = shown.map(|(agent, employer_name)| api::DemoAgent {
        mobile: agent.mobile.to_owned(),
        password: agents::PASSWORD.to_owned(),
        employer_name,
    });
    Ok(agents.collect())
}

/// The sign-ins that the first page and the terminal show.
#[must_use]
pub fn sign_ins() -> Vec<api::DemoSignIn> {
    founding::STAFF
        .iter()
        .map(|staff| api::DemoSignIn {
            name: staff.name.to_owned(),
            password: founding::PASSWORD.to_owned(),
            role: format!("{}（{}）", staff.role_name, staff.person),
        })
        .collect()
}

/// The members that the first page of the halls shows.
///
/// # Errors
/// Broken when the database fails.
pub async fn members(app: &App, centre: CentreId) -> Result<Vec<api::DemoMember>> {
    let shown = hall::shown_in_demo(app, centre, MEMBERS).await?;
    let member = |said: hall::Said| api::DemoMember {
        name: said.name,
        id_number: said.id_number,
        mobile: said.mobile,
    };
    Ok(shown.into_iter().map(member).collect())
}
