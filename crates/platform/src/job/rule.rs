//! When a job that failed is tried again. Pure.

use std::time::Duration;

use kernel::{Error, JobId, RefusalKind};

/// How often a job is taken before it is dead: the last time is some forty minutes after the first.
pub const MAX_ATTEMPTS: i64 = 10;

/// What is waited after the first failure; twice as long after each further one.
const FIRST_WAIT: Duration = Duration::from_secs(5);

/// What becomes of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is tried again after so long.
    Again(Duration),
    /// It isn't.
    Dead,
}

/// What becomes of a job that failed at its so-manieth attempt. What a rule refuses is refused the
/// next time as well; what was merely in the way, or broke, may be gone by then.
pub(super) fn after_failure(error: &Error, attempts: i64, job: JobId) -> Fate {
    let in_the_way = match error {
        Error::Refused(refusal) => refusal.kind() == RefusalKind::Unavailable,
        Error::Broken(_) => true,
    };
    match in_the_way && attempts < MAX_ATTEMPTS {
        true => Fate::Again(wait(attempts, job)),
        false => Fate::Dead,
    }
}

/// Whether a job whose runner vanished may be taken over; what ends its runner each time may not.
pub(super) const fn may_take_over(attempts: i64) -> bool {
    attempts < MAX_ATTEMPTS
}

/// How long is waited after so many attempts, of which the last has none after it: doubled each time,
/// and up to a quarter more by the job's own number, so that those that failed together don't come back
/// together.
fn wait(attempts: i64, job: JobId) -> Duration {
    let doubled = attempts.clamp(1, MAX_ATTEMPTS - 1) - 1;
    let wait = FIRST_WAIT * (1 << doubled);
    let [.., last] = *job.uuid().as_bytes();
    wait + wait / 4 * u32::from(last) / 255
}

#[cfg(test)]
mod tests {
    use kernel::Refusal;

    use super::*;

    fn job(last: u8) -> JobId {
        let text = format!("019ab7c2-1c00-7000-8000-0000000000{last:02x}");
        text.parse().unwrap()
    }

    #[test]
    fn each_wait_is_twice_the_last_and_a_quarter_more_at_most() {
        let cases = [
            (1, 5, 6),
            (2, 10, 12),
            (3, 20, 25),
            (4, 40, 50),
            (7, 320, 400),
            (9, 1_280, 1_600),
        ];
        for (attempts, least, most) in cases {
            assert_eq!(wait(attempts, job(0)).as_secs(), least, "{attempts}");
            assert_eq!(wait(attempts, job(255)).as_secs(), most, "{attempts}");
            let between = wait(attempts, job(100)).as_secs();
            assert!((least..=most).contains(&between), "{attempts}: {between}");
        }
    }

    #[test]
    fn what_breaks_is_tried_again_and_what_is_refused_is_not() {
        let broken = || Error::broken("a test");
        let busy = || Error::from(Refusal::unavailable("database_busy", "忙"));
        let refused = || Error::from(Refusal::conflict("not_so", "不行"));
        let again = |seconds| Fate::Again(Duration::from_secs(seconds));
        let cases = [
            (broken(), 1, again(5)),
            (busy(), 2, again(10)),
            (broken(), MAX_ATTEMPTS - 1, again(1_280)),
            (broken(), MAX_ATTEMPTS, Fate::Dead),
            (busy(), MAX_ATTEMPTS + 1, Fate::Dead),
            (refused(), 1, Fate::Dead),
        ];
        for (error, attempts, expected) in cases {
            assert_eq!(after_failure(&error, attempts, job(0)), expected, "{error}");
        }
        assert!(may_take_over(MAX_ATTEMPTS - 1) && !may_take_over(MAX_ATTEMPTS));
    }
}
