//! How many exports run at once. Each reads one moment of the database through a connection of its
//! own, and packs a workbook: a dozen at once would leave nobody a connection.

use std::sync::Arc;
use std::time::Duration;

use kernel::{OrBroken, Refusal, Result};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Exports that run at once: a quarter of the connections that an installation has unless told.
const AT_ONCE: usize = 4;

/// How long the next one waits: as long as a person looks at a button.
const PATIENCE: Duration = Duration::from_secs(10);

/// How much may leave: rows at once, and exports.
#[derive(Debug, Clone)]
pub struct Exports {
    /// The most rows of a list that leave as one workbook.
    pub rows_max: u32,
    places: Arc<Semaphore>,
    patience: Duration,
}

/// A place among those that run, held until it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    _permit: OwnedSemaphorePermit,
}

impl Exports {
    /// Lists of so many rows at most.
    #[must_use]
    pub fn of_rows(rows_max: u32) -> Self {
        Self::bounded(rows_max, AT_ONCE, PATIENCE)
    }

    pub(super) fn bounded(rows_max: u32, at_once: usize, patience: Duration) -> Self {
        Self {
            rows_max,
            places: Arc::new(Semaphore::new(at_once)),
            patience,
        }
    }

    /// Takes a place as soon as there is one.
    ///
    /// # Errors
    /// `export_busy` when there is none within some seconds.
    pub(super) async fn place(&self) -> Result<Place> {
        let place = Arc::clone(&self.places).acquire_owned();
        let place = timeout(self.patience, place).await.map_err(|_| busy())?;
        let _permit = place.or_broken("a place for an export")?;
        Ok(Place { _permit })
    }
}

fn busy() -> Refusal {
    let sentence = "同时导出的人较多，本次没有导出，请稍候再试";
    Refusal::unavailable("export_busy", sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_more_than_there_is_room_for_waits_and_is_then_refused() {
        let exports = Exports::bounded(1, 2, Duration::from_millis(20));
        let first = exports.place().await.unwrap();
        let _second = exports.clone().place().await.unwrap();
        let refused = exports.place().await.unwrap_err();
        assert_eq!(refused.refusal().unwrap().code(), "export_busy");
        drop(first);
        exports.place().await.unwrap();
    }

    #[tokio::test]
    async fn who_waits_goes_on_when_another_is_done() {
        let exports = Exports::bounded(1, 1, Duration::from_secs(60));
        let first = exports.place().await.unwrap();
        let next = tokio::spawn({
            let exports = exports.clone();
            async move { exports.place().await.map(drop) }
        });
        tokio::task::yield_now().await;
        assert!(!next.is_finished());
        drop(first);
        next.await.unwrap().unwrap();
    }
}
