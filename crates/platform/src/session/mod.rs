//! Sign-in and sessions.
//!
//! Contract: the token is 256 random bits behind the centre's number, and only its hash is stored.
//! A session ends when nothing came for the idle time, at its absolute end, at sign-out, when its
//! owner or the security administrator ends it, when its owner begins more than [`SESSIONS_MAX`], and
//! when the staff member leaves. An unknown name takes as long as a wrong password and gets the same
//! answer; too many of them in a row have to wait ([`guard`]). Sign-ins, failed ones included, are
//! audited.
//!
//! A right password opens a session that may do nothing yet where something stands before it: a
//! second factor, a password to change ([`Gate`]). Until then its caller has no grants.
//!
//! The CSRF token is derived from the session token, so whoever can send it has read a page of the
//! session; the cookie alone, which a foreign page can make the browser send, isn't enough.

mod at_hall;
mod begin;
mod device;
mod facts;
mod gate;
mod guard;
mod own_password;
mod password;
mod password_rule;
mod second_factor;
mod signs;
mod store;
mod token;
mod totp;

pub use at_hall::HallAttempt;
pub use begin::{Origin, SignedIn, sign_in};
pub use device::device;
pub use facts::{
    SESSION_END, SESSION_READ, STAFF_RESET_SECOND_FACTOR, STAFF_UNLOCK, SessionFacts, SignInFacts,
    end_all, end_own, of_staff, own, reset_second_factor, unlock,
};
pub use gate::{Gate, SecondFactorRule, SignInRules, takes_second_factor};
pub use guard::{SESSION_LOCK, guess};
pub use own_password::{STAFF_CHANGE_PASSWORD, change_password};
pub use password::{InitialPassword, PasswordHash, hash_password, verify_password};
pub use second_factor::{
    Enrolled, Enrolment, SESSION_CONFIRM, STAFF_ENROL_SECOND_FACTOR, STAFF_RENEW_RECOVERY_CODES,
    begin_enrolment, confirm_enrolment, give as give_second_factor, renew_recovery_codes,
};
pub use signs::random as random_signs;
pub use token::{csrf_matches, csrf_token};
pub use totp::code_of_secret;

pub(crate) use guard::lift_in as lift_lock_in;
pub(crate) use guard::{Tried, attempt, forget_codes_in};
pub(crate) use own_password::replace_in as replace_password_in;
pub(crate) use password::Passwords;
pub(crate) use second_factor::SECRET as SECOND_FACTOR_SECRET;
pub(crate) use second_factor::remove_in as remove_second_factor_in;
pub(crate) use second_factor::verify as verify_second_factors;
pub(crate) use store::STATEMENTS;
pub(crate) use token::Token;

use std::sync::Arc;
use std::time::Duration;

use db::{ReadTx, WriteTx};
use kernel::{
    Actor, BranchId, CentreId, Date, Instant, OrBroken, Refusal, Result, SessionId, StaffId,
};
use serde_json::json;

use crate::audit::{self, Subject};
use crate::business_day::{self, BusinessDay};
use crate::centre::{self, Centre};
use crate::{Action, App, Caller, Grants};
use gate::AtGate;

/// Signing in; everyone may, so it is audited and never enforced.
pub const SESSION_SIGN_IN: Action = Action {
    code: "session.sign_in",
    label: "登录",
};
/// Signing out; audited and never enforced.
pub const SESSION_SIGN_OUT: Action = Action {
    code: "session.sign_out",
    label: "退出登录",
};

/// How stale the idle end may be before a request writes it anew, so that reading stays reading.
pub(crate) const TOUCH_EVERY: Duration = Duration::from_secs(60);

/// How long a session lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLimits {
    /// It ends when nothing came for so long.
    pub idle: Duration,
    /// It ends so long after the sign-in, whatever came.
    pub absolute: Duration,
}

impl Default for SessionLimits {
    /// Half an hour, and a working day of twelve hours.
    fn default() -> Self {
        Self {
            idle: Duration::from_secs(30 * 60),
            absolute: Duration::from_secs(12 * 60 * 60),
        }
    }
}

/// The most sessions that one person has at a time; a further one ends the oldest.
pub const SESSIONS_MAX: i64 = 5;

/// Who holds a session.
#[derive(Debug, Clone)]
pub struct Holder {
    /// The one who acts; without grants while something stands before the session.
    pub caller: Caller,
    /// Who it is.
    pub staff_id: StaffId,
    /// The session.
    pub session_id: SessionId,
    /// What has to be done before anything else.
    pub gate: Option<Gate>,
}

impl Holder {
    /// That nothing stands before the session.
    ///
    /// # Errors
    /// `second_factor_required`, `password_change_required`, `second_factor_enrolment_required`
    /// (forbidden).
    pub fn require_no_gate(&self) -> Result<()> {
        match self.gate {
            None => Ok(()),
            Some(gate) => Err(gate.refusal().into()),
        }
    }
}

/// The caller of a request, by its session's token. Grants and branch are read each time, so a
/// change of role holds at once. That the idle end can't be moved on is logged and no error.
///
/// # Errors
/// `session_invalid` (unauthenticated) when there is no such session or it has ended; those of
/// [`Holder::require_no_gate`].
pub async fn caller_of(app: &App, token: &str, address: Option<String>) -> Result<Caller> {
    let holder = holder_of(app, token, address).await?;
    holder.require_no_gate()?;
    Ok(holder.caller)
}

/// Who holds the session of a token, whatever stands before it.
///
/// # Errors
/// `session_invalid` (unauthenticated) when there is no such session or it has ended.
pub async fn holder_of(app: &App, token: &str, address: Option<String>) -> Result<Holder> {
    let token = Token::read(token).ok_or_else(invalid)?;
    let centre = token.centre();
    let now = app.clock.now();
    let mut tx = app.db.read(centre).await?;
    let row = tx
        .optional(&store::SESSION_BY_TOKEN, (token.hash(),))
        .await?;
    let session = row
        .filter(|session| session.is_live(now))
        .ok_or_else(invalid)?;
    let mut granted = tx.all(&store::GRANTS, (session.staff_id,)).await?;
    drop(tx);
    if let Err(error) = touch(app, centre, &session, now).await {
        // The request may only read; it shouldn't fail because the database can't be written.
        tracing::warn!(%error, centre = centre.get(), "the idle end of a session stays where it is");
    }
    let at = AtGate {
        password_initial: session.password_initial,
        password_set_at: session.password_set_at,
        enrolled: session.enrolled_at.is_some(),
        given: session.second_factor_at.is_some(),
        takes_second_factor: granted
            .iter()
            .any(|(action, _)| takes_second_factor(action)),
    };
    let gate = at.gate(&app.sign_in_rules, now);
    if gate.is_some() {
        granted.clear();
    }
    let caller = Caller {
        actor: Actor::staff(centre, session.staff_id),
        name: session.name,
        branch: session.branch_id,
        grants: Arc::new(Grants::listed(session.branch_id, granted)),
        address,
        approved: None,
    };
    Ok(Holder {
        caller,
        staff_id: session.staff_id,
        session_id: session.session_id,
        gate,
    })
}

/// A staff member as its requests would bring it now, with today's grants; none when it has left.
///
/// # Errors
/// Broken when the database fails.
pub(crate) async fn caller_of_staff_in(
    tx: &mut ReadTx,
    staff_id: StaffId,
) -> Result<Option<Caller>> {
    let Some((name, branch)) = tx.optional(&store::ACTIVE_STAFF, (staff_id,)).await? else {
        return Ok(None);
    };
    let granted = tx.all(&store::GRANTS, (staff_id,)).await?;
    Ok(Some(Caller {
        actor: Actor::staff(tx.centre(), staff_id),
        name,
        branch,
        grants: Arc::new(Grants::listed(branch, granted)),
        address: None,
        approved: None,
    }))
}

/// Moves the idle end on, unless it was moved within the last minute.
async fn touch(
    app: &App,
    centre: CentreId,
    session: &store::SessionRow,
    now: Instant,
) -> Result<()> {
    let idle_end = later(now, app.session_limits.idle)?;
    if idle_end.since(session.idle_expires_at) < TOUCH_EVERY {
        return Ok(());
    }
    let mut tx = app.db.write(centre).await?;
    tx.execute(&store::TOUCH_SESSION, (session.session_id, idle_end, now))
        .await?;
    tx.commit().await
}

/// Ends the session of the token. One that has ended already is no error.
///
/// # Errors
/// Broken when the database fails.
pub async fn sign_out(app: &App, caller: &Caller, token: &str) -> Result<()> {
    let Some(token) = Token::read(token).filter(|token| token.centre() == caller.centre()) else {
        return Ok(());
    };
    let mut tx = app.db.write(caller.centre()).await?;
    let ended = tx.optional(&store::DELETE_SESSION, (token.hash(),)).await?;
    if let Some((session_id,)) = ended {
        let subject = Subject::new("session", session_id);
        audit::record(
            &mut tx,
            &app.clock,
            caller,
            &SESSION_SIGN_OUT,
            subject,
            json!({}),
        )
        .await?;
    }
    tx.commit().await
}

/// Ends every session of a staff member, and says how many there were; whoever calls audits it.
pub(crate) async fn end_all_in(tx: &mut WriteTx, staff_id: StaffId) -> Result<u64> {
    tx.execute(&store::DELETE_SESSIONS_OF, (staff_id,)).await
}

/// Ends everybody's session and says how many there were; whoever calls audits it.
///
/// # Errors
/// Broken when the database fails.
pub(crate) async fn end_everyone_in(tx: &mut WriteTx) -> Result<u64> {
    tx.execute(&store::DELETE_ALL_SESSIONS, ()).await
}

/// Ends every other session of the holder, and says how many there were; whoever calls audits it.
async fn end_others_in(tx: &mut WriteTx, holder: &Holder) -> Result<u64> {
    let row = (holder.staff_id, holder.session_id);
    tx.execute(&store::DELETE_OTHERS_OF, row).await
}

/// Who is signed in, where and on which day, as the console's head shows it.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The staff member.
    pub staff_id: StaffId,
    /// The name on vouchers.
    pub name: String,
    /// The name signed in with.
    pub sign_in_name: String,
    /// The branch, with its name.
    pub branch: Option<(BranchId, String)>,
    /// The names of the roles.
    pub roles: Vec<String>,
    /// The codes of the actions granted somewhere.
    pub actions: Vec<String>,
    /// The centre.
    pub centre: Centre,
    /// The open business day, when there is one.
    pub business_day: Option<BusinessDay>,
    /// What has to be done before anything else.
    pub gate: Option<Gate>,
    /// The sign-in before this one.
    pub before: Before,
    /// The last day of the password, told in its last week.
    pub password_ends_on: Option<Date>,
}

db::row! {
    /// What came before a session, as it is told at its beginning.
    pub struct Before {
        /// When its owner signed in last.
        pub signed_in_at: Option<Instant>,
        /// From which address.
        pub address: Option<String>,
        /// How many attempts failed in a row since.
        pub failures: i64,
    }
}

/// The profile of a signed-in staff member.
///
/// # Errors
/// Broken when the database fails.
pub async fn profile(app: &App, holder: &Holder) -> Result<Profile> {
    let staff_id = holder.staff_id;
    let mut tx = app.db.read(holder.caller.centre()).await?;
    let row = tx.one(&store::PROFILE, (staff_id,)).await?;
    let roles = tx.all(&store::ROLE_NAMES, (staff_id,)).await?;
    let before = tx.one(&store::BEFORE, (holder.session_id,)).await?;
    let granted = holder.caller.grants.actions();
    Ok(Profile {
        centre: centre::get(&mut tx).await?,
        business_day: business_day::current(&mut tx).await?,
        staff_id,
        name: row.name,
        sign_in_name: row.sign_in_name,
        branch: row.branch_id.zip(row.branch_name),
        roles: roles.into_iter().map(|(name,)| name).collect(),
        actions: granted.into_iter().map(str::to_owned).collect(),
        gate: holder.gate,
        before,
        password_ends_on: password_ends_on(app, row.password_set_at),
    })
}

/// The last day of a password, once it is less than a week off.
fn password_ends_on(app: &App, set_at: Instant) -> Option<Date> {
    let ends = set_at.checked_add(app.sign_in_rules.password_max_age?)?;
    let is_near = ends.since(app.clock.now()) <= gate::TOLD_BEFORE;
    is_near.then(|| ends.date_in_china())
}

pub(crate) fn later(now: Instant, by: Duration) -> Result<Instant> {
    now.checked_add(by)
        .or_broken("a session ends before the year 9999")
}

fn invalid() -> Refusal {
    Refusal::unauthenticated("session_invalid", "登录已失效，请重新登录")
}

#[cfg(test)]
mod people_tests;
#[cfg(test)]
mod stranger_tests;
#[cfg(test)]
mod tests;
