//! Sign-in and sessions.
//!
//! Contract: the token is 256 random bits behind the centre's number, and only its hash is stored.
//! A session ends when nothing came for the idle time, at its absolute end, at sign-out, and when
//! the staff member leaves. An unknown name takes as long as a wrong password and gets the same
//! answer. Sign-ins, failed ones included, are audited.
//!
//! The CSRF token is derived from the session token, so whoever can send it has read a page of the
//! session; the cookie alone, which a foreign page can make the browser send, isn't enough.

mod password;
mod store;
mod token;

pub use password::{InitialPassword, PasswordHash, hash_password};
pub use token::{csrf_matches, csrf_token};

pub(crate) use password::Passwords;
pub(crate) use store::STATEMENTS;

use std::sync::Arc;
use std::time::Duration;

use db::{ReadTx, WriteTx};
use kernel::{Actor, BranchId, CentreId, Instant, OrBroken, Refusal, Result, SessionId, StaffId};
use serde_json::json;

use crate::audit::{self, NewEvent, Outcome, Subject};
use crate::business_day::{self, BusinessDay};
use crate::centre::{self, Centre};
use crate::staff::StaffStatus;
use crate::{Action, App, Caller, Grants};
use token::Token;

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
const TOUCH_EVERY: Duration = Duration::from_secs(60);

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

/// What a sign-in gives. Not `Debug`: the token opens the session.
pub struct SignedIn {
    /// The session's token, for an HttpOnly SameSite cookie.
    pub token: String,
    /// The CSRF token that state changes of this session carry.
    pub csrf_token: String,
    /// Who signed in.
    pub staff_id: StaffId,
}

/// Signs a staff member in by name and password.
///
/// # Errors
/// `sign_in_failed` (unauthenticated), the same for an unknown name, a wrong password and staff
/// who have left; `sign_in_busy` (unavailable) when too many wait, which isn't audited.
pub async fn sign_in(
    app: &App,
    centre: CentreId,
    name: &str,
    password: &str,
    address: Option<String>,
) -> Result<SignedIn> {
    let name = name.trim().to_lowercase();
    let found = app
        .db
        .read(centre)
        .await?
        .optional(&store::STAFF_BY_NAME, (name,))
        .await?;
    let hash = found.as_ref().map(|staff| staff.password_hash.clone());
    let right = app.passwords.verify(password, hash).await?;
    match found {
        Some(staff) if right && staff.status == StaffStatus::Active => {
            begin(app, centre, staff, address).await
        }
        found => {
            record_failure(app, centre, found, address).await?;
            Err(Refusal::unauthenticated("sign_in_failed", "用户名或密码不正确").into())
        }
    }
}

async fn begin(
    app: &App,
    centre: CentreId,
    staff: store::SignInRow,
    address: Option<String>,
) -> Result<SignedIn> {
    let token = Token::random(centre)?;
    let now = app.clock.now();
    let session_id = SessionId::new(&app.clock);
    let row = store::NewSession {
        session_id,
        token_hash: token.hash(),
        staff_id: staff.staff_id,
        address: address.clone(),
        signed_in_at: now,
        idle_expires_at: later(now, app.session_limits.idle)?,
        expires_at: later(now, app.session_limits.absolute)?,
    };
    let caller = known_caller(centre, &staff, address);
    let mut tx = app.db.write(centre).await?;
    tx.execute(&store::DELETE_EXPIRED, (staff.staff_id, now))
        .await?;
    tx.execute_one(&store::INSERT_SESSION, row).await?;
    let subject = Subject::new("session", session_id);
    audit::record(
        &mut tx,
        &app.clock,
        &caller,
        &SESSION_SIGN_IN,
        subject,
        json!({}),
    )
    .await?;
    tx.commit().await?;
    let (token, staff_id) = (token.into_text(), staff.staff_id);
    Ok(SignedIn {
        csrf_token: csrf_token(&token),
        token,
        staff_id,
    })
}

/// The name typed isn't kept: people type their password there.
async fn record_failure(
    app: &App,
    centre: CentreId,
    found: Option<store::SignInRow>,
    address: Option<String>,
) -> Result<()> {
    let (caller, subject) = match found {
        Some(staff) => {
            let subject = Subject::new("staff", staff.staff_id);
            (known_caller(centre, &staff, address), subject)
        }
        None => {
            let caller = Caller {
                address,
                ..Caller::system("sign_in", centre)
            };
            (caller, Subject::new("staff", "unknown"))
        }
    };
    let event = NewEvent {
        action: &SESSION_SIGN_IN,
        outcome: Outcome::Failed,
        subject,
        detail: json!({}),
    };
    let mut tx = app.db.write(centre).await?;
    audit::record_event(&mut tx, &app.clock, &caller, event).await?;
    tx.commit().await
}

/// The staff member as the trail names it; without grants, which a sign-in needs none of.
fn known_caller(centre: CentreId, staff: &store::SignInRow, address: Option<String>) -> Caller {
    Caller {
        actor: Actor::staff(centre, staff.staff_id),
        name: staff.name.clone(),
        branch: None,
        grants: Arc::new(Grants::listed(None, [])),
        address,
        approved: None,
    }
}

/// The caller of a request, by its session's token. Grants and branch are read each time, so a
/// change of role holds at once. That the idle end can't be moved on is logged and no error.
///
/// # Errors
/// `session_invalid` (unauthenticated) when there is no such session or it has ended.
pub async fn caller_of(app: &App, token: &str, address: Option<String>) -> Result<Caller> {
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
    let granted = tx.all(&store::GRANTS, (session.staff_id,)).await?;
    drop(tx);
    if let Err(error) = touch(app, centre, &session, now).await {
        // The request may only read; it shouldn't fail because the database can't be written.
        tracing::warn!(%error, centre = centre.get(), "the idle end of a session stays where it is");
    }
    Ok(Caller {
        actor: Actor::staff(centre, session.staff_id),
        name: session.name,
        branch: session.branch_id,
        grants: Arc::new(Grants::listed(session.branch_id, granted)),
        address,
        approved: None,
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
    tx.execute(&store::TOUCH_SESSION, (session.session_id, idle_end))
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
}

/// The profile of a signed-in staff member.
///
/// # Errors
/// `session_invalid` (unauthenticated) when the caller isn't staff.
pub async fn profile(app: &App, caller: &Caller) -> Result<Profile> {
    let staff_id = caller.actor.staff_id().ok_or_else(invalid)?;
    let mut tx = app.db.read(caller.centre()).await?;
    let row = tx.one(&store::PROFILE, (staff_id,)).await?;
    let roles = tx.all(&store::ROLE_NAMES, (staff_id,)).await?;
    Ok(Profile {
        centre: centre::get(&mut tx).await?,
        business_day: business_day::current(&mut tx).await?,
        staff_id,
        name: row.name,
        sign_in_name: row.sign_in_name,
        branch: row.branch_id.zip(row.branch_name),
        roles: roles.into_iter().map(|(name,)| name).collect(),
        actions: caller
            .grants
            .actions()
            .into_iter()
            .map(str::to_owned)
            .collect(),
    })
}

fn later(now: Instant, by: Duration) -> Result<Instant> {
    now.checked_add(by)
        .or_broken("a session ends before the year 9999")
}

fn invalid() -> Refusal {
    Refusal::unauthenticated("session_invalid", "登录已失效，请重新登录")
}

#[cfg(test)]
mod tests;
