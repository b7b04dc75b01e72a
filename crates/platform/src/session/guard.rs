//! Lock-out with back-off: how often a secret may be tried.
//!
//! Contract: an attempt is counted before the secret is looked at and taken back when it was right,
//! so however many come at once, and at however many servers, no more than the bound get through.
//! What is counted of a sign-in is the name as typed, whether somebody has it or not, and the address
//! it came from: an answer never tells which names there are. A locked attempt isn't counted: who
//! goes on trying keeps nobody out for longer than the wait.
//!
//! The bounds are for everyone alike. Five wrong tries in a row, then a minute, doubling to an hour:
//! whoever guesses gets some thirty tries a day at one name, and who mistypes waits a minute
//! (GB/T 22239-2019, 8.1.4.1: failed sign-ins are bounded). An address may stand for a whole hall of
//! clerks behind one router, so it is bounded six times as widely, and a right sign-in doesn't wipe
//! out what others failed at: its count is forgotten an hour after the last failure.

use std::time::Duration;

use db::{Lookup, WriteTx};
use kernel::{CentreId, Instant, OrBroken as _, Refusal, Result, StaffId};

use super::store;
use crate::{App, Decision};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);
/// How long anything is remembered; who failed so long ago isn't told of it any more.
const REMEMBERED: Duration = Duration::from_secs(30 * 86_400);

/// How often something may be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bound {
    /// The failure in a row from which on there is a wait.
    free: i64,
    /// The first wait; each further failure doubles it.
    first: Duration,
    /// The longest wait.
    longest: Duration,
    /// The count begins anew so long after the last failure.
    forgotten: Duration,
}

const OF_SECRET: Bound = Bound {
    free: 5,
    first: MINUTE,
    longest: HOUR,
    forgotten: REMEMBERED,
};

const OF_ADDRESS: Bound = Bound {
    free: 30,
    first: MINUTE,
    longest: HOUR,
    forgotten: HOUR,
};

db::codes! {
    /// What is counted.
    pub(super) enum CountKind {
        /// 来源地址.
        Address = "address", "来源地址";
        /// 登录名.
        Name = "name", "登录名";
        /// 动态口令.
        SecondFactor = "second_factor", "动态口令";
    }
}

db::row! {
    /// What has failed in a row.
    pub(super) struct Count {
        pub failures: i64,
        pub failed_at: Instant,
        pub locked_until: Option<Instant>,
    }
}

impl Bound {
    const fn of(kind: CountKind) -> Self {
        match kind {
            CountKind::Address => OF_ADDRESS,
            CountKind::Name | CountKind::SecondFactor => OF_SECRET,
        }
    }

    /// How long to wait after so many failures in a row.
    fn wait(&self, failures: i64) -> Option<Duration> {
        let beyond = u32::try_from(failures.checked_sub(self.free)?).ok()?;
        let doubled = 2_u32.checked_pow(beyond);
        let wait = doubled.and_then(|times| self.first.checked_mul(times));
        Some(wait.unwrap_or(self.longest).min(self.longest))
    }

    /// The count with one more attempt, as if it failed.
    ///
    /// # Errors
    /// `sign_in_locked` (unauthenticated) while the wait lasts.
    fn attempted(&self, count: &Count, now: Instant) -> Decision<Count> {
        if let Some(until) = count.locked_until
            && now < until
        {
            return Err(locked(until.since(now)));
        }
        let is_forgotten = now.since(count.failed_at) >= self.forgotten;
        let failures = if is_forgotten { 1 } else { count.failures + 1 };
        let wait = self.wait(failures);
        Ok(Count {
            failures,
            failed_at: now,
            locked_until: wait.and_then(|wait| now.checked_add(wait)),
        })
    }
}

fn locked(left: Duration) -> Refusal {
    let minutes = left.as_secs().div_ceil(60).max(1);
    let sentence = format!("连续失败次数过多，已暂停登录，请{minutes}分钟后再试");
    Refusal::unauthenticated("sign_in_locked", sentence)
}

/// What an attempt is at.
pub(super) enum Tried<'a> {
    /// A password under this name, as typed, in small letters.
    Name(&'a str),
    /// Anything, from this address.
    Address(&'a str),
    /// The second factor of somebody.
    SecondFactor(StaffId),
}

impl Tried<'_> {
    fn key(&self, app: &App, centre: CentreId) -> (CountKind, Lookup) {
        let keys = app.db.keys();
        match self {
            Self::Name(name) => (CountKind::Name, keys.lookup(centre, "sign_in.name", name)),
            Self::Address(address) => (
                CountKind::Address,
                keys.lookup(centre, "sign_in.address", address),
            ),
            Self::SecondFactor(staff_id) => {
                let id = staff_id.to_string();
                let key = keys.lookup(centre, "sign_in.second_factor", &id);
                (CountKind::SecondFactor, key)
            }
        }
    }
}

/// An attempt under way: counted as failed until it is known to have been right.
#[must_use]
pub(super) struct Attempt {
    centre: CentreId,
    counted: Vec<(CountKind, Lookup)>,
}

/// Counts an attempt, before the secret is looked at.
///
/// # Errors
/// `sign_in_locked` (unauthenticated).
pub(super) async fn attempt(app: &App, centre: CentreId, tried: &[Tried<'_>]) -> Result<Attempt> {
    let now = app.clock.now();
    let counted: Vec<_> = tried.iter().map(|one| one.key(app, centre)).collect();
    let mut tx = app.db.write(centre).await?;
    for (kind, subject) in counted.iter().copied() {
        // In the order given, the same everywhere: two attempts never wait for each other.
        if tx
            .execute(&store::INSERT_COUNT, (kind, subject, now))
            .await?
            == 1
        {
            let long_ago = now.checked_sub(REMEMBERED).or_broken("a month ago")?;
            tx.execute(&store::DELETE_OLD_COUNTS, (long_ago,)).await?;
        }
        let count = tx.one(&store::COUNT_LOCKED, (kind, subject)).await?;
        let next = Bound::of(kind).attempted(&count, now)?;
        let row = (
            kind,
            subject,
            next.failures,
            next.failed_at,
            next.locked_until,
        );
        tx.execute_one(&store::SET_COUNT, row).await?;
    }
    tx.commit().await?;
    Ok(Attempt { centre, counted })
}

impl Attempt {
    /// The secret was right: what failed before it is forgotten, but for the address, which only gets
    /// this attempt back. Answers how many failed in a row before.
    pub(super) async fn succeeded_in(self, tx: &mut WriteTx) -> Result<i64> {
        let mut before = 0;
        for (kind, subject) in self.counted {
            if kind == CountKind::Address {
                tx.execute(&store::GIVE_BACK_ATTEMPT, (kind, subject))
                    .await?;
                continue;
            }
            let gone = tx.optional(&store::DELETE_COUNT, (kind, subject)).await?;
            before += gone.map_or(0, |(failures,)| (failures - 1).max(0));
        }
        Ok(before)
    }

    /// Nobody looked at the secret, or it was right and something else was wrong.
    pub(super) async fn take_back(self, app: &App) -> Result<()> {
        let mut tx = app.db.write(self.centre).await?;
        for key in self.counted {
            tx.execute(&store::GIVE_BACK_ATTEMPT, key).await?;
        }
        tx.commit().await
    }
}

/// Until when somebody can't sign in, and how much has failed in a row.
pub(super) async fn state_in(
    tx: &mut db::ReadTx,
    sign_in_name: &str,
    staff_id: StaffId,
) -> Result<(i64, Option<Instant>)> {
    let mut state = (0, None);
    for (kind, subject) in keys_of(tx, sign_in_name, staff_id) {
        if let Some(count) = tx.optional(&store::COUNT, (kind, subject)).await? {
            state.0 += count.failures;
            state.1 = state.1.max(count.locked_until);
        }
    }
    Ok(state)
}

/// Forgets what failed under a name and at its second factor; says whether there was anything.
pub(super) async fn lift_in(
    tx: &mut WriteTx,
    sign_in_name: &str,
    staff_id: StaffId,
) -> Result<bool> {
    let mut any = false;
    for key in keys_of(tx, sign_in_name, staff_id) {
        any |= tx.optional(&store::DELETE_COUNT, key).await?.is_some();
    }
    Ok(any)
}

fn keys_of(tx: &db::ReadTx, sign_in_name: &str, staff_id: StaffId) -> [(CountKind, Lookup); 2] {
    let (keys, centre, id) = (tx.keys(), tx.centre(), staff_id.to_string());
    [
        (
            CountKind::Name,
            keys.lookup(centre, "sign_in.name", sign_in_name),
        ),
        (
            CountKind::SecondFactor,
            keys.lookup(centre, "sign_in.second_factor", &id),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Failures in a row → the wait in minutes.
    #[test]
    fn the_wait_begins_at_the_bound_and_doubles_to_an_hour() {
        let cases = [
            (0, None),
            (1, None),
            (4, None),
            (5, Some(1)),
            (6, Some(2)),
            (7, Some(4)),
            (10, Some(32)),
            (11, Some(60)),
            (12, Some(60)),
            (1_000, Some(60)),
            (i64::MAX, None),
        ];
        for (failures, minutes) in cases {
            let wait = OF_SECRET.wait(failures).map(|wait| wait.as_secs() / 60);
            assert_eq!(wait, minutes, "{failures}");
        }
        assert_eq!(OF_ADDRESS.wait(29), None);
        assert_eq!(OF_ADDRESS.wait(30), Some(MINUTE));
    }

    fn at(seconds: i64) -> Instant {
        Instant::from_micros(1_800_000_000_000_000 + seconds * 1_000_000).unwrap()
    }

    #[test]
    fn an_attempt_waits_counts_on_or_begins_anew() {
        // Failures so far, seconds since the last, seconds that it is still locked; then: failures.
        let cases = [
            (0, 0, 0, Ok(1)),
            (3, 10, 0, Ok(4)),
            (4, 10, 0, Ok(5)),
            (5, 10, 50, Err("1分钟")),
            (6, 10, 110, Err("2分钟")),
            (5, 59, 1, Err("1分钟")),
            (5, 60, 0, Ok(6)),
            (9, 86_400, 0, Ok(10)),
            (9, 30 * 86_400, 0, Ok(1)),
        ];
        for (failures, since, left, expected) in cases {
            let now = at(since);
            let locked_until = (left > 0).then(|| at(since + left));
            let count = Count {
                failures,
                failed_at: at(0),
                locked_until,
            };
            match (OF_SECRET.attempted(&count, now), expected) {
                (Ok(next), Ok(failures)) => {
                    assert_eq!(next.failures, failures);
                    assert_eq!(next.failed_at, now);
                    assert_eq!(next.locked_until.is_some(), failures >= 5, "{failures}");
                }
                (Err(refusal), Err(wait)) => {
                    assert_eq!(refusal.code(), "sign_in_locked");
                    assert!(refusal.sentence().contains(wait), "{}", refusal.sentence());
                }
                (decided, _) => panic!("{failures} {since}: {decided:?}"),
            }
        }
    }
}
