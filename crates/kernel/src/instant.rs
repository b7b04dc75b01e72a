//! Instants: points on the time line, UTC, to the microsecond that both databases keep.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;
use std::time::Duration;

use jiff::tz::TimeZone;

use crate::date::Date;
use crate::refusal::Fault;
use crate::text::serde_as_text;

/// China's time zone. It had summer time from 1986 to 1991, so an offset of +8 won't do.
static CHINA: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::get("Asia/Shanghai").expect("the zone is compiled in"));

/// A point in time, whole microseconds since 1970 UTC, of the years 1 to 9999.
///
/// Its text has a fixed width, `2026-11-22T08:00:00.123456Z`, so that text sorts as time does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Instant(jiff::Timestamp);

impl Instant {
    /// From jiff's timestamp, dropping what is finer than a microsecond; `None` before the year 1.
    #[must_use]
    pub fn from_timestamp(timestamp: jiff::Timestamp) -> Option<Self> {
        Self::from_micros(timestamp.as_microsecond())
    }

    /// From microseconds since 1970; `None` outside the years 1 to 9999.
    #[must_use]
    pub fn from_micros(micros: i64) -> Option<Self> {
        /// 0001-01-01T00:00:00Z.
        const YEAR_ONE: i64 = -62_135_596_800_000_000;
        if micros < YEAR_ONE {
            return None;
        }
        jiff::Timestamp::from_microsecond(micros).ok().map(Self)
    }

    /// As jiff's timestamp, for drivers and formats.
    #[must_use]
    pub const fn timestamp(self) -> jiff::Timestamp {
        self.0
    }

    /// Microseconds since 1970.
    #[must_use]
    pub fn as_micros(self) -> i64 {
        self.0.as_microsecond()
    }

    /// The date in China at this instant.
    #[must_use]
    pub fn date_in_china(self) -> Date {
        Date::from_local(CHINA.to_datetime(self.0).date())
    }

    /// The instant at which a date begins in China; `None` before the year 1.
    #[must_use]
    pub fn at_start_of(date: Date) -> Option<Self> {
        let zoned = date.civil().to_zoned(CHINA.clone()).ok()?;
        Self::from_timestamp(zoned.timestamp())
    }

    /// As a clock in China shows it, to the second: `2026-11-22 16:00:00`.
    #[must_use]
    pub fn in_china(self) -> String {
        let local = CHINA.to_datetime(self.0);
        local.strftime("%Y-%m-%d %H:%M:%S").to_string()
    }

    /// So much later; `None` beyond the year 9999. Finer than a microsecond is dropped.
    #[must_use]
    pub fn checked_add(self, by: Duration) -> Option<Self> {
        let micros = i64::try_from(by.as_micros()).ok()?;
        Self::from_micros(self.as_micros().checked_add(micros)?)
    }

    /// So much earlier; `None` before the year 1. Finer than a microsecond is dropped.
    #[must_use]
    pub fn checked_sub(self, by: Duration) -> Option<Self> {
        let micros = i64::try_from(by.as_micros()).ok()?;
        Self::from_micros(self.as_micros().checked_sub(micros)?)
    }

    /// The time since an earlier instant; zero when the other isn't earlier.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        let micros = self.as_micros().saturating_sub(earlier.as_micros());
        Duration::from_micros(u64::try_from(micros).unwrap_or(0))
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Instant({self})")
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.6}", self.0)
    }
}

impl FromStr for Instant {
    type Err = ParseInstantError;

    /// Reads RFC 3339 with any offset, because other systems write their own; `Display` writes
    /// UTC. Finer than a microsecond is dropped.
    fn from_str(text: &str) -> Result<Self, ParseInstantError> {
        let timestamp = text.parse().map_err(|_| ParseInstantError)?;
        Self::from_timestamp(timestamp).ok_or(ParseInstantError)
    }
}

serde_as_text!(Instant);

/// Text that is not an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("时间格式不正确，应如 2026-11-22T08:00:00Z")]
pub struct ParseInstantError;

impl Fault for ParseInstantError {
    fn code(&self) -> &'static str {
        "instant_malformed"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn instant(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn text_has_six_decimals_and_utc() {
        let cases = [
            ("2026-11-22T08:00:00Z", "2026-11-22T08:00:00.000000Z"),
            ("2026-11-22T16:00:00.5+08:00", "2026-11-22T08:00:00.500000Z"),
            (
                "2026-11-22T08:00:00.123456789Z",
                "2026-11-22T08:00:00.123456Z",
            ),
        ];
        for (text, canonical) in cases {
            assert_eq!(instant(text).to_string(), canonical);
        }
        for text in ["", "2026-11-22", "2026-11-22T08:00:00", "now"] {
            assert_eq!(text.parse::<Instant>(), Err(ParseInstantError), "{text}");
        }
    }

    #[test]
    fn the_day_in_china_turns_at_sixteen_hours_utc() {
        assert_eq!(
            instant("2026-11-22T15:59:59.999999Z").date_in_china().day(),
            22
        );
        assert_eq!(
            instant("2026-11-22T15:59:59.999999Z").in_china(),
            "2026-11-22 23:59:59"
        );
        assert_eq!(instant("2026-11-22T16:00:00Z").date_in_china().day(), 23);
    }

    #[test]
    fn a_day_in_china_begins_at_sixteen_hours_utc_the_day_before() {
        let start = |text: &str| Instant::at_start_of(text.parse().unwrap());
        assert_eq!(start("2026-11-23"), Some(instant("2026-11-22T16:00:00Z")));
        assert_eq!(start("1988-07-01"), Some(instant("1988-06-30T15:00:00Z")));
        // Shanghai kept its own mean time until 1901.
        assert_eq!(start("1900-01-01"), Some(instant("1899-12-31T15:54:17Z")));
    }

    #[test]
    fn the_day_in_china_knows_the_summer_time_of_1988() {
        assert_eq!(
            instant("1988-07-01T14:59:59Z").date_in_china().to_string(),
            "1988-07-01"
        );
        assert_eq!(
            instant("1988-07-01T15:00:00Z").date_in_china().to_string(),
            "1988-07-02"
        );
    }

    #[test]
    fn durations_add_and_subtract() {
        let start = instant("2026-11-22T08:00:00Z");
        let later = start.checked_add(Duration::from_secs(90)).unwrap();
        assert_eq!(later.since(start), Duration::from_secs(90));
        assert_eq!(start.since(later), Duration::ZERO);
        assert_eq!(later.checked_sub(Duration::from_secs(90)), Some(start));
        assert_eq!(start.checked_add(Duration::MAX), None);
        assert_eq!(Instant::from_micros(i64::MIN), None);
        assert_eq!(Instant::from_micros(i64::MAX), None);
    }

    #[test]
    fn the_ends_of_the_range_print_and_have_a_date() {
        let first = instant("0001-01-01T00:00:00Z");
        assert_eq!(first.to_string(), "0001-01-01T00:00:00.000000Z");
        assert_eq!(Instant::from_micros(first.as_micros() - 1), None);
        let last = instant("9999-12-30T22:00:00Z");
        assert_eq!(last.date_in_china().year(), 9999);
    }

    proptest! {
        #[test]
        fn text_reads_back_and_sorts_as_time_does(
            a in -62_135_596_800_000_000_i64..253_402_200_000_000_000,
            b in -62_135_596_800_000_000_i64..253_402_200_000_000_000,
        ) {
            let (a, b) = (Instant::from_micros(a).unwrap(), Instant::from_micros(b).unwrap());
            prop_assert_eq!(a.to_string().parse(), Ok(a));
            prop_assert_eq!(a.to_string().len(), 27);
            prop_assert_eq!(a.to_string().cmp(&b.to_string()), a.cmp(&b));
            let json = serde_json::to_string(&a).unwrap();
            prop_assert_eq!(serde_json::from_str::<Instant>(&json).unwrap(), a);
        }
    }
}
