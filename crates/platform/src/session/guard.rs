//! Lock-out with back-off: how often a secret may be tried.
//!
//! Contract: an attempt is counted before the secret is looked at and taken back when it was right,
//! so however many come at once, and at however many servers, no more than the bound get through.
//! A locked attempt isn't counted: who goes on trying keeps nobody out for longer than the wait.
//!
//! A wrong password counts three times. Under the name as typed, from the address it came from: five
//! in a row, then a minute, doubling to an hour, so whoever guesses gets some thirty tries a day at
//! one name, who mistypes waits a minute (GB/T 22239-2019, 8.1.4.1: failed sign-ins are bounded), and
//! whoever only knows a name shuts its owner out of no other address. Under the name from all
//! addresses together: fifty in a row, against guesses from many addresses; that wait doesn't hold
//! where this person signed in last ([`Tried::NameAnywhere`]), or a stranger could keep somebody
//! named away from work. And under the address, whatever the name: it may stand for a whole hall of
//! clerks behind one router, so it is bounded six times as widely as a name there, a right sign-in
//! doesn't wipe out what others failed at, and its count is forgotten an hour after the last failure.
//!
//! In the halls it is what a visitor says of itself that is counted, from the address it came from, and
//! the address, apart from those of staff. Each code that is sent counts as well, under the mobile,
//! under the person and under the address, whether there is such a person or not: the sixth within a
//! day waits five minutes, doubling to four hours; a sign-in forgets those of its mobile and person.
//!
//! A name that nobody has is counted as any other. Only at the address where its owner signed in
//! last does a name answer otherwise than one that nobody has, after fifty failures.

use std::time::Duration;

use db::{Keys, Lookup, WriteTx};
use kernel::{CentreId, Instant, OrBroken as _, Refusal, Result, StaffId};
use serde_json::json;

use super::store;
use crate::audit::{self, NewEvent, Outcome, Subject};
use crate::{Action, App, Caller};

/// A wait after too many failures begins; audited and never enforced.
pub const SESSION_LOCK: Action = Action {
    code: "session.lock",
    label: "暂停登录",
};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);
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

const OF_NAME_ANYWHERE: Bound = Bound {
    free: 50,
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

const OF_CODES: Bound = Bound {
    free: 5,
    first: Duration::from_secs(5 * 60),
    longest: Duration::from_secs(4 * 3_600),
    forgotten: DAY,
};

db::codes! {
    /// What is counted.
    pub(crate) enum CountKind {
        /// 来源地址.
        Address = "address", "来源地址";
        /// 登录名, from one address.
        Name = "name", "登录名";
        /// 登录名, from all of them.
        NameAnywhere = "name_anywhere", "登录名（不论来源）";
        /// 动态口令.
        SecondFactor = "second_factor", "动态口令";
        /// 网厅访客: what it says of itself, from one address.
        Visitor = "visitor", "网厅访客";
        /// 网厅来源地址.
        HallAddress = "hall_address", "网厅来源地址";
        /// 验证码, by mobile.
        CodeMobile = "code_mobile", "验证码（手机号码）";
        /// 验证码, by person.
        CodePerson = "code_person", "验证码（个人）";
        /// 验证码, by address.
        CodeAddress = "code_address", "验证码（来源地址）";
        /// 核验码 of a paper, from one address.
        Guess = "guess", "核验码";
    }
}

impl CountKind {
    /// The refusal while the wait lasts.
    fn locked(self, left: Duration) -> Refusal {
        let minutes = left.as_secs().div_ceil(60).max(1);
        match self {
            Self::CodeMobile | Self::CodePerson | Self::CodeAddress => {
                let sentence = format!("获取验证码过于频繁，请{minutes}分钟后再试");
                Refusal::unauthenticated("code_too_often", sentence)
            }
            Self::Guess => {
                let sentence =
                    format!("核验失败次数过多，请{minutes}分钟后再试，或持原件到柜台核实");
                Refusal::unavailable("guesses_exhausted", sentence)
            }
            _ => {
                let sentence = format!("连续失败次数过多，已暂停登录，请{minutes}分钟后再试");
                Refusal::unauthenticated("sign_in_locked", sentence)
            }
        }
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
            CountKind::Address
            | CountKind::HallAddress
            | CountKind::CodeAddress
            | CountKind::Guess => OF_ADDRESS,
            CountKind::NameAnywhere => OF_NAME_ANYWHERE,
            CountKind::Name | CountKind::SecondFactor | CountKind::Visitor => OF_SECRET,
            CountKind::CodeMobile | CountKind::CodePerson => OF_CODES,
        }
    }

    /// How long to wait after so many failures in a row.
    fn wait(&self, failures: i64) -> Option<Duration> {
        let beyond = u32::try_from(failures.checked_sub(self.free)?).ok()?;
        let doubled = 2_u32.checked_pow(beyond);
        let wait = doubled.and_then(|times| self.first.checked_mul(times));
        Some(wait.unwrap_or(self.longest).min(self.longest))
    }

    /// The count with one more attempt, as if it failed; when something failed last is noted once
    /// it has.
    ///
    /// # Errors
    /// How long the wait still lasts, where it `holds`.
    fn attempted(
        &self,
        count: &Count,
        now: Instant,
        holds: bool,
    ) -> std::result::Result<Count, Duration> {
        if let Some(until) = count.locked_until
            && holds
            && now < until
        {
            return Err(until.since(now));
        }
        let is_forgotten = now.since(count.failed_at) >= self.forgotten;
        let (failures, failed_at) = match is_forgotten {
            true => (1, now),
            false => (count.failures + 1, count.failed_at),
        };
        let wait = self.wait(failures);
        Ok(Count {
            failures,
            failed_at,
            locked_until: wait.and_then(|wait| now.checked_add(wait)),
        })
    }
}

/// What an attempt is at.
pub(crate) enum Tried<'a> {
    /// A password under this name, as typed, in small letters; from wherever. The wait doesn't hold
    /// `at_home`: where the one of this name signed in last, or in a session of theirs.
    NameAnywhere { name: &'a str, at_home: bool },
    /// A password under this name, from this address.
    Name(&'a str, Option<&'a str>),
    /// Anything, from this address.
    Address(&'a str),
    /// The second factor of somebody.
    SecondFactor(StaffId),
    /// A code of a visitor of a hall, by what it says of itself, from this address.
    Visitor(&'a str, Option<&'a str>),
    /// Anything in a hall, from this address.
    HallAddress(&'a str),
    /// A code for this mobile.
    CodeMobile(&'a str),
    /// A code for this person.
    CodePerson(&'a str),
    /// A code, from this address.
    CodeAddress(&'a str),
    /// The code of something that stands by itself, such as a certificate, from this address.
    Guess(&'a str),
}

/// A count: its kind, whose it is, and from where.
type Key = (CountKind, Lookup, Lookup);

impl Tried<'_> {
    fn key(&self, keys: &Keys, centre: CentreId) -> Key {
        let address = |address: &str| keys.lookup(centre, "sign_in.address", address);
        let name = |name: &str| keys.lookup(centre, "sign_in.name", name);
        let said = |said: &str| keys.lookup(centre, "sign_in.visitor", said);
        match self {
            Self::NameAnywhere { name: typed, .. } => {
                (CountKind::NameAnywhere, name(typed), address(""))
            }
            Self::Name(typed, from) => (
                CountKind::Name,
                name(typed),
                address(from.unwrap_or_default()),
            ),
            Self::Address(from) => (CountKind::Address, address(from), address("")),
            Self::SecondFactor(staff_id) => {
                let whose = keys.lookup(centre, "sign_in.second_factor", &staff_id.to_string());
                (CountKind::SecondFactor, whose, address(""))
            }
            Self::Visitor(who, from) => (
                CountKind::Visitor,
                said(who),
                address(from.unwrap_or_default()),
            ),
            Self::HallAddress(from) => (CountKind::HallAddress, address(from), address("")),
            Self::CodeMobile(mobile) => (CountKind::CodeMobile, said(mobile), address("")),
            Self::CodePerson(person) => (CountKind::CodePerson, said(person), address("")),
            Self::CodeAddress(from) => (CountKind::CodeAddress, address(from), address("")),
            Self::Guess(from) => (CountKind::Guess, address(from), address("")),
        }
    }

    const fn holds(&self) -> bool {
        !matches!(self, Self::NameAnywhere { at_home: true, .. })
    }
}

/// An attempt under way: counted as failed until it is known to have been right.
#[must_use]
pub(crate) struct Attempt {
    centre: CentreId,
    counted: Vec<Counted>,
}

struct Counted {
    key: Key,
    /// Until when there is a wait, if the attempt fails.
    locks_until: Option<Instant>,
}

/// Counts an attempt, before the secret is looked at. What is tried is given in the order of
/// [`Tried`], the same everywhere: of two attempts one waits for the other.
///
/// # Errors
/// `sign_in_locked`, `code_too_often` (unauthenticated).
pub(crate) async fn attempt(app: &App, centre: CentreId, tried: &[Tried<'_>]) -> Result<Attempt> {
    let now = app.clock.now();
    let (mut counted, mut any_new) = (Vec::new(), false);
    let mut tx = app.db.write(centre).await?;
    for one in tried {
        let key @ (kind, subject, origin) = one.key(tx.keys(), centre);
        let row = (kind, subject, origin, now);
        let count = tx.one(&store::TAKE_COUNT, row).await?;
        any_new |= count.failures == 0;
        let next = Bound::of(kind).attempted(&count, now, one.holds());
        let next = next.map_err(|left| kind.locked(left))?;
        let (failures, locks_until) = (next.failures, next.locked_until);
        let row = (kind, subject, origin, failures, next.failed_at, locks_until);
        tx.execute_one(&store::SET_COUNT, row).await?;
        counted.push(Counted { key, locks_until });
    }
    tx.commit().await?;
    if any_new {
        // Apart from the attempt, which would keep others waiting for rows that aren't its own.
        let long_ago = now.checked_sub(REMEMBERED).or_broken("a month ago")?;
        let mut tx = app.db.write(centre).await?;
        tx.execute(&store::DELETE_OLD_COUNTS, (long_ago,)).await?;
        tx.commit().await?;
    }
    Ok(Attempt { centre, counted })
}

impl Attempt {
    /// The secret was right: what failed before it is forgotten, but for the address, which only gets
    /// this attempt back. Answers how many failed in a row before.
    pub(crate) async fn succeeded_in(&self, tx: &mut WriteTx) -> Result<i64> {
        let mut before = 0;
        for Counted { key, .. } in &self.counted {
            let (kind, ..) = *key;
            if matches!(kind, CountKind::Address | CountKind::HallAddress) {
                tx.execute(&store::GIVE_BACK_ATTEMPT, *key).await?;
                continue;
            }
            let gone = tx.optional(&store::DELETE_COUNT, *key).await?;
            // What failed from here is among what failed anywhere.
            if kind != CountKind::Name {
                before += gone.map_or(0, |(failures,)| (failures - 1).max(0));
            }
        }
        Ok(before)
    }

    /// The secret was right and isn't all that is asked, nobody looked at it, or something else was
    /// wrong: what failed before is remembered.
    pub(super) async fn take_back_in(&self, tx: &mut WriteTx) -> Result<()> {
        for Counted { key, .. } in &self.counted {
            tx.execute(&store::GIVE_BACK_ATTEMPT, *key).await?;
        }
        Ok(())
    }

    /// As [`Self::take_back_in`], in a transaction of its own.
    pub(super) async fn take_back(&self, app: &App) -> Result<()> {
        let mut tx = app.db.write(self.centre).await?;
        self.take_back_in(&mut tx).await?;
        tx.commit().await
    }

    /// What was counted was done, not tried: it stays counted.
    pub(crate) async fn stands_in(&self, tx: &mut WriteTx, now: Instant) -> Result<()> {
        for Counted { key, .. } in &self.counted {
            let (kind, whose, origin) = *key;
            tx.execute(&store::NOTE_FAILURE, (kind, whose, origin, now))
                .await?;
        }
        Ok(())
    }

    /// The secret was wrong: notes when, and audits the failure and the wait that begins with it.
    pub(crate) async fn failed(
        self,
        app: &App,
        caller: &Caller,
        action: &'static Action,
        subject: Subject,
    ) -> Result<()> {
        let now = app.clock.now();
        let mut tx = app.db.write(self.centre).await?;
        let mut locked = Vec::new();
        for Counted { key, locks_until } in self.counted {
            let (kind, whose, origin) = key;
            tx.execute(&store::NOTE_FAILURE, (kind, whose, origin, now))
                .await?;
            if let Some(until) = locks_until {
                locked.push(json!({ "kind": kind.code(), "until": until.to_string() }));
            }
        }
        let failure = |action, outcome, detail| NewEvent {
            action,
            outcome,
            subject: subject.clone(),
            detail,
        };
        let event = failure(action, Outcome::Failed, json!({}));
        audit::record_event(&mut tx, &app.clock, caller, event).await?;
        if !locked.is_empty() {
            let event = failure(&SESSION_LOCK, Outcome::Done, json!({ "locked": locked }));
            audit::record_event(&mut tx, &app.clock, caller, event).await?;
        }
        tx.commit().await
    }
}

/// Looks something up by a code that anybody may type, such as a certificate's. A code that finds
/// nothing is counted under the address it came from; after thirty in a row there is a wait.
///
/// # Errors
/// `guesses_exhausted` (unavailable) while the wait lasts; what `look` returns.
pub async fn guess<T>(
    app: &App,
    centre: CentreId,
    address: Option<&str>,
    look: impl AsyncFnOnce(&mut db::ReadTx) -> Result<Option<T>>,
) -> Result<Option<T>> {
    let tried = [Tried::Guess(address.unwrap_or_default())];
    let attempt = attempt(app, centre, &tried).await?;
    let found = look(&mut app.db.read(centre).await?).await;
    match &found {
        // Not audited: nobody's secret was tried.
        Ok(None) => {
            let mut tx = app.db.write(centre).await?;
            attempt.stands_in(&mut tx, app.clock.now()).await?;
            tx.commit().await?;
        }
        Ok(Some(_)) | Err(_) => attempt.take_back(app).await?,
    }
    found
}

/// Until when somebody can't sign in from somewhere, and how much has failed in a row.
pub(super) async fn state_in(
    tx: &mut db::ReadTx,
    sign_in_name: &str,
    staff_id: StaffId,
    now: Instant,
) -> Result<(i64, Option<Instant>)> {
    let mut state = (0, None);
    for (kind, subject, origin) in keys_of(tx, sign_in_name, staff_id) {
        // What failed from one address is among what failed anywhere.
        let counts = kind != CountKind::Name;
        if counts
            && let Some((failures,)) = tx
                .optional(&store::FAILURES, (kind, subject, origin))
                .await?
        {
            state.0 += failures;
        }
        let row = (kind, subject, now);
        let locked = tx.optional(&store::LOCKED_UNTIL, row).await?;
        state.1 = state.1.max(locked.and_then(|(until,)| until));
    }
    Ok(state)
}

/// Forgets what failed under a name, from whatever address, and at its second factor; says whether
/// there was anything.
pub(crate) async fn lift_in(
    tx: &mut WriteTx,
    sign_in_name: &str,
    staff_id: StaffId,
) -> Result<bool> {
    let mut any = false;
    for (kind, subject, _) in keys_of(tx, sign_in_name, staff_id) {
        let row = (kind, subject);
        any |= tx.execute(&store::DELETE_COUNTS_OF, row).await? > 0;
    }
    Ok(any)
}

/// Forgets the wrong passwords under a name, from everywhere together and from one address; how many
/// there were.
pub(super) async fn forget_passwords_in(
    tx: &mut WriteTx,
    sign_in_name: &str,
    address: Option<&str>,
) -> Result<i64> {
    let anywhere = Tried::NameAnywhere {
        name: sign_in_name,
        at_home: true,
    };
    let anywhere = anywhere.key(tx.keys(), tx.centre());
    let here = Tried::Name(sign_in_name, address).key(tx.keys(), tx.centre());
    let gone = tx.optional(&store::DELETE_COUNT, anywhere).await?;
    tx.optional(&store::DELETE_COUNT, here).await?;
    Ok(gone.map_or(0, |(failures,)| failures))
}

/// Forgets the codes that were asked for, by mobile and by person: they have served.
pub(crate) async fn forget_codes_in(tx: &mut WriteTx, mobile: &str, person: &str) -> Result<()> {
    for one in [Tried::CodeMobile(mobile), Tried::CodePerson(person)] {
        let key = one.key(tx.keys(), tx.centre());
        tx.optional(&store::DELETE_COUNT, key).await?;
    }
    Ok(())
}

fn keys_of(tx: &db::ReadTx, sign_in_name: &str, staff_id: StaffId) -> [Key; 3] {
    let anywhere = Tried::NameAnywhere {
        name: sign_in_name,
        at_home: false,
    };
    let here = Tried::Name(sign_in_name, None);
    [anywhere, here, Tried::SecondFactor(staff_id)].map(|one| one.key(tx.keys(), tx.centre()))
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
        assert_eq!(OF_NAME_ANYWHERE.wait(49), None);
        assert_eq!(OF_NAME_ANYWHERE.wait(50), Some(MINUTE));
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
            match (OF_SECRET.attempted(&count, now, true), expected) {
                (Ok(next), Ok(failures)) => {
                    assert_eq!(next.failures, failures);
                    let anew = failures == 1 && since > 0;
                    assert_eq!(next.failed_at, if anew { now } else { at(0) });
                    assert_eq!(next.locked_until.is_some(), failures >= 5, "{failures}");
                }
                (Err(left), Err(wait)) => {
                    let refusal = CountKind::Name.locked(left);
                    assert_eq!(refusal.code(), "sign_in_locked");
                    assert!(refusal.sentence().contains(wait), "{}", refusal.sentence());
                }
                (decided, _) => panic!("{failures} {since}: {decided:?}"),
            }
        }
    }
}
