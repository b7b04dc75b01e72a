//! Time as a parameter. The only place of the whole workspace that reads the system time.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use uuid::{ContextV7, Uuid};

use crate::date::Date;
use crate::instant::Instant;

/// One sequence for all system clocks, so that ids strictly increase within the process.
static SYSTEM_IDS: Mutex<ContextV7> = Mutex::new(ContextV7::new());

/// Tells the time. Clones tell the same time.
///
/// A manual clock stands still until it is moved; tests and the simulation use it. It also keeps
/// its own id sequence, so that a clock set to a far year doesn't date the ids of another.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    System,
    Manual(Arc<Manual>),
}

#[derive(Debug)]
struct Manual {
    micros: AtomicI64,
    ids: Mutex<ContextV7>,
}

impl Clock {
    /// The system's clock.
    #[must_use]
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands at `start` until [`advance`](Self::advance) or [`set`](Self::set).
    #[must_use]
    pub fn manual(start: Instant) -> Self {
        Self(Source::Manual(Arc::new(Manual {
            micros: AtomicI64::new(start.as_micros()),
            ids: Mutex::new(ContextV7::new()),
        })))
    }

    /// The current instant, UTC, to the microsecond.
    #[must_use]
    pub fn now(&self) -> Instant {
        match &self.0 {
            Source::System => Self::system_now(),
            Source::Manual(manual) => Instant::from_micros(manual.micros.load(Ordering::SeqCst))
                .expect("a manual clock holds only what came from an Instant"),
        }
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the system time is read"
    )]
    fn system_now() -> Instant {
        Instant::from_timestamp(jiff::Timestamp::now())
            .expect("the system clock lies between the years 1 and 9999")
    }

    /// The calendar date in China (Asia/Shanghai). Not the business date (会计日期), which the
    /// centre opens and closes itself.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now().date_in_china()
    }

    /// Moves a manual clock forward.
    ///
    /// # Panics
    /// On the system clock, which nobody can move, and beyond the year 9999.
    pub fn advance(&self, by: Duration) {
        let next = self
            .now()
            .checked_add(by)
            .expect("a manual clock stays before the year 9999");
        self.set(next);
    }

    /// Sets a manual clock, forward or back. Ids keep increasing all the same.
    ///
    /// # Panics
    /// On the system clock.
    pub fn set(&self, to: Instant) {
        match &self.0 {
            Source::System => panic!("the system clock can't be set"),
            Source::Manual(manual) => manual.micros.store(to.as_micros(), Ordering::SeqCst),
        }
    }

    /// The next UUIDv7 of this clock's sequence. Times before 1970 count as 1970.
    pub(crate) fn next_uuid(&self) -> Uuid {
        let micros = u64::try_from(self.now().as_micros()).unwrap_or(0);
        let seconds = micros / 1_000_000;
        let nanos = u32::try_from(micros % 1_000_000).expect("less than a million") * 1_000;
        let ids = match &self.0 {
            Source::System => &SYSTEM_IDS,
            Source::Manual(manual) => &manual.ids,
        };
        Uuid::new_v7(uuid::Timestamp::from_unix(ids, seconds, nanos))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn a_manual_clock_moves_only_when_told() {
        let clock = Clock::manual(instant("2026-11-22T15:59:59.999999Z"));
        let twin = clock.clone();
        assert_eq!(clock.now(), clock.now());
        assert_eq!(clock.today().to_string(), "2026-11-22");
        clock.advance(Duration::from_micros(1));
        assert_eq!(twin.now().to_string(), "2026-11-22T16:00:00.000000Z");
        assert_eq!(twin.today().to_string(), "2026-11-23");
    }

    #[test]
    fn the_system_clock_tells_a_time_of_this_century() {
        let clock = Clock::system();
        assert!(clock.now() > instant("2025-01-01T00:00:00Z"));
        assert!(clock.now() < instant("2100-01-01T00:00:00Z"));
    }

    #[test]
    #[should_panic(expected = "the system clock can't be set")]
    fn the_system_clock_cannot_be_set() {
        Clock::system().set(instant("2026-11-22T00:00:00Z"));
    }
}
