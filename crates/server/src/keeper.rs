//! The keeper: what one server does for each centre every second, beside answering requests.
//!
//! It seals what postings have left unsealed: vouchers (numbers, chain, period balances) and the
//! audit trail. Two servers on one database take turns by the locks of the work itself.

use std::time::Duration;

use kernel::{CentreId, OrBroken as _, Result};
use platform::App;
use tokio::sync::watch;
use tokio::time::MissedTickBehavior;

/// How often it looks.
const PERIOD: Duration = Duration::from_secs(1);

/// The most vouchers of one turn.
const VOUCHERS: usize = ledger::bookkeeper::MAX_TURN;
/// The most audit events of one turn.
const EVENTS: u32 = platform::audit::MAX_BATCH;

/// Keeps every centre's books until `stopping` says so. A failed turn is logged and tried again:
/// the tail only grows meanwhile.
pub async fn keep(app: App, mut stopping: watch::Receiver<bool>) {
    let mut every = tokio::time::interval(PERIOD);
    every.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = every.tick() => {
                if let Err(error) = turn(&app).await {
                    tracing::error!(%error, "keeping the books");
                }
            }
            _ = stopping.changed() => return,
        }
    }
}

/// Seals everything that waits, of every centre. What one centre's rows stand in the way of is
/// logged and doesn't hold up the others.
///
/// # Errors
/// Broken when the centres can't be read.
pub async fn turn(app: &App) -> Result<()> {
    for centre in platform::centre::all(app).await? {
        if let Err(error) = seal_all(app, centre.centre_id).await {
            tracing::error!(centre = centre.centre_id.get(), %error, "keeping the books");
        }
    }
    Ok(())
}

/// Seals everything that waits in one centre.
///
/// # Errors
/// Broken when the database fails; what was sealed before stays so.
pub async fn seal_all(app: &App, centre: CentreId) -> Result<()> {
    let (db, clock) = (&app.db, &app.clock);
    while ledger::bookkeeper::keep_books(db, centre, clock, VOUCHERS).await? >= VOUCHERS {}
    let full = usize::try_from(EVENTS).or_broken("a number of events")?;
    while platform::audit::seal(db, centre, EVENTS).await? >= full {}
    Ok(())
}
