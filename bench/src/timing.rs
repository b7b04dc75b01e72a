//! Times in whole microseconds, their medians and percentiles.

use std::time::{Duration, Instant};

/// How often ours and bare run in turn.
pub(crate) const ROUNDS: usize = 3;

/// Runs a clock.
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    pub(crate) fn start() -> Stopwatch {
        Stopwatch(Instant::now())
    }

    /// Microseconds since the start, 1 at least.
    pub(crate) fn micros(&self) -> u64 {
        micros(self.0.elapsed())
    }
}

/// Whole microseconds, 1 at least.
pub(crate) fn micros(took: Duration) -> u64 {
    u64::try_from(took.as_micros()).unwrap_or(u64::MAX).max(1)
}

/// The value in the middle, the lower of two.
pub(crate) fn median(times: &[u64]) -> u64 {
    percentile(times, 50)
}

/// The smallest value that so many of a hundred don't exceed; 0 of none.
pub(crate) fn percentile(times: &[u64], percent: usize) -> u64 {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let place = (sorted.len() * percent).div_ceil(100).max(1) - 1;
    sorted.get(place).copied().unwrap_or(0)
}

/// So many in a second, when `count` took `micros`.
pub(crate) fn per_second(count: u64, micros: u64) -> u64 {
    let rate = u128::from(count) * 1_000_000 / u128::from(micros.max(1));
    u64::try_from(rate).unwrap_or(u64::MAX)
}

/// `part` in thousandths of `whole`.
pub(crate) fn thousandths(part: u64, whole: u64) -> u64 {
    let ratio = u128::from(part) * 1_000 / u128::from(whole.max(1));
    u64::try_from(ratio).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let times: Vec<u64> = (1..=100).rev().collect();
        assert_eq!(percentile(&times, 95), 95);
        assert_eq!(median(&times), 50);
        assert_eq!((median(&[7]), percentile(&[7], 95)), (7, 7));
        assert_eq!(median(&[3, 1, 2]), 2);
        assert_eq!(median(&[]), 0);
    }

    #[test]
    fn rates_and_ratios_are_whole() {
        assert_eq!(per_second(100_000, 2_000_000), 50_000);
        assert_eq!(thousandths(1, 2), 500);
    }
}
