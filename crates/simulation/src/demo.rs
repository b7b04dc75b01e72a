//! The demo: the embedded profile at a hundredth, over the twelve months that end on a day, its last
//! month left as a clerk would find it.

use kernel::{Date, Result};

use crate::profile::Profile;
use crate::year::{Ending, Settings};

/// One hundredth of the city: what one looks through in an afternoon.
pub const SCALE: u32 = 100;

/// Every demo of a day is the same.
pub const SEED: u64 = 20_261_122;

/// The demo's year.
///
/// # Errors
/// Broken when the embedded profile contradicts itself.
pub fn settings(last_day: Date) -> Result<Settings> {
    Ok(Settings {
        size: Profile::city_2023().size(SCALE)?,
        seed: SEED,
        months: 12,
        last_day,
        ending: Ending::WorkLeft,
    })
}
