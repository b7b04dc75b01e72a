//! The heart: says each minute for each centre that this server serves it, and at its end that it was
//! told to stop. What nobody served is known from the rows it leaves ([`platform::watch`]).

use std::collections::HashMap;
use std::time::Duration;

use kernel::{CentreId, Result, ServiceIntervalId};
use platform::App;
use platform::watch as service;
use tokio::sync::watch;
use tokio::time::MissedTickBehavior;

/// How often it beats.
const PERIOD: Duration = Duration::from_mins(1);

/// Beats until `stopping` says so. A beat that fails is logged and tried again at the next: a server
/// that doesn't reach its database serves nobody.
pub async fn beat(app: App, mut stopping: watch::Receiver<bool>) {
    let mut running = HashMap::new();
    let mut every = tokio::time::interval(PERIOD);
    every.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = every.tick() => {
                if let Err(error) = beat_all(&app, &mut running).await {
                    tracing::error!(%error, "the heartbeat");
                }
            }
            _ = stopping.changed() => break,
        }
    }
    for (centre, interval) in running {
        if let Err(error) = service::stop(&app, centre, interval).await {
            tracing::error!(centre = centre.get(), %error, "the last heartbeat");
        }
    }
}

/// A beat for each centre; what stands in the way of one doesn't hold up the others.
async fn beat_all(app: &App, running: &mut HashMap<CentreId, ServiceIntervalId>) -> Result<()> {
    for centre in platform::centre::all(app).await? {
        let centre = centre.centre_id;
        let before = running.get(&centre).copied();
        match service::beat(app, centre, before).await {
            Ok(interval) => {
                running.insert(centre, interval);
            }
            Err(error) => tracing::error!(centre = centre.get(), %error, "the heartbeat"),
        }
    }
    Ok(())
}
