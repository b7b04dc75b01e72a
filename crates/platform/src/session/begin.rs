//! Signing in by name and password.

use std::sync::Arc;

use db::WriteTx;
use kernel::{Actor, CentreId, Refusal, Result, SessionId, StaffId};
use serde_json::json;

use super::guard::{self, Attempt, Tried};
use super::token::{Token, csrf_token};
use super::{SESSION_SIGN_IN, SESSIONS_MAX, later, store};
use crate::audit::{self, Subject};
use crate::staff::StaffStatus;
use crate::{App, Caller, Grants};

/// Where a sign-in comes from, as far as the request tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The network address.
    pub address: Option<String>,
    /// The browser and the system it runs on, in a few words: see [`super::device`].
    pub device: Option<String>,
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

impl SignedIn {
    pub(super) fn under(token: Token, staff_id: StaffId) -> SignedIn {
        let token = token.into_text();
        SignedIn {
            csrf_token: csrf_token(&token),
            token,
            staff_id,
        }
    }
}

/// Signs a staff member in by name and password. What the session may do before a second factor is
/// given or a password changed, [`super::holder_of`] tells.
///
/// # Errors
/// `sign_in_failed` (unauthenticated), the same for an unknown name, a wrong password and staff
/// who have left; `sign_in_locked` (unauthenticated) after too many of these, whether the name is
/// known or not; `sign_in_busy` (unavailable) when too many wait, which isn't audited.
pub async fn sign_in(
    app: &App,
    centre: CentreId,
    name: &str,
    password: &str,
    origin: Origin,
) -> Result<SignedIn> {
    let name = name.trim().to_lowercase();
    let found = app
        .db
        .read(centre)
        .await?
        .optional(&store::STAFF_BY_NAME, (name.clone(),))
        .await?;
    let address = origin.address.as_deref();
    let home = found
        .as_ref()
        .and_then(|staff| staff.signed_in_from.as_deref());
    let at_home = address.is_some() && address == home;
    let mut tried = vec![
        Tried::NameAnywhere {
            name: &name,
            at_home,
        },
        Tried::Name(&name, address),
    ];
    tried.extend(address.map(Tried::Address));
    let attempt = guard::attempt(app, centre, &tried).await?;
    let hash = found.as_ref().map(|staff| staff.password_hash.clone());
    let right = match app.passwords.verify(password, hash).await {
        Ok(right) => right,
        Err(busy) => {
            attempt.take_back(app).await?;
            return Err(busy);
        }
    };
    match found {
        Some(staff) if right && staff.status == StaffStatus::Active => {
            begin(app, centre, staff, origin, attempt).await
        }
        found => {
            let (caller, subject) = whose(centre, found, origin.address);
            attempt
                .failed(app, &caller, &SESSION_SIGN_IN, subject)
                .await?;
            Err(failed().into())
        }
    }
}

fn failed() -> Refusal {
    Refusal::unauthenticated("sign_in_failed", "用户名或密码不正确")
}

async fn begin(
    app: &App,
    centre: CentreId,
    staff: store::SignInRow,
    origin: Origin,
    attempt: Attempt,
) -> Result<SignedIn> {
    let token = Token::random(centre)?;
    let now = app.clock.now();
    let session_id = SessionId::new(&app.clock);
    let caller = known_caller(centre, &staff, origin.address.clone());
    let mut tx = app.db.write(centre).await?;
    // Since the password was looked at somebody may have replaced it, or noted that its owner left.
    let row = (staff.staff_id,);
    let before = tx.optional(&store::SIGN_IN_LOCKED, row).await?;
    let before = before.filter(|before| before.is_still(&staff.password_hash));
    let Some(before) = before else {
        drop(tx);
        let subject = Subject::new("staff", staff.staff_id);
        attempt
            .failed(app, &caller, &SESSION_SIGN_IN, subject)
            .await?;
        return Err(failed().into());
    };
    let factor = tx.optional(&store::SECOND_FACTOR_LOCKED, row).await?;
    let is_whole = factor.is_none_or(|factor| factor.confirmed_at.is_none());
    let mut new = store::NewSession {
        session_id,
        token_hash: token.hash(),
        staff_id: staff.staff_id,
        address: origin.address.clone(),
        device: origin.device,
        signed_in_at: now,
        seen_at: now,
        before_at: None,
        before_from: None,
        failures_before: 0,
        idle_expires_at: later(now, app.session_limits.idle)?,
        expires_at: later(now, app.session_limits.absolute)?,
    };
    if is_whole {
        let signed_in = (staff.staff_id, now, origin.address);
        tx.execute_one(&store::NOTE_SIGN_IN, signed_in).await?;
        (new.before_at, new.before_from) = (before.signed_in_at, before.signed_in_from);
        new.failures_before = attempt.succeeded_in(&mut tx).await?;
    } else {
        // Whoever knows the password only has signed in nowhere yet: see `second_factor::give`.
        attempt.take_back_in(&mut tx).await?;
    }
    tx.execute(&store::DELETE_EXPIRED, (staff.staff_id, now))
        .await?;
    tx.execute_one(&store::INSERT_SESSION, new).await?;
    tx.execute(&store::DELETE_BEYOND, (staff.staff_id, SESSIONS_MAX))
        .await?;
    record_success(&mut tx, app, &caller, session_id).await?;
    tx.commit().await?;
    Ok(SignedIn::under(token, staff.staff_id))
}

async fn record_success(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    session_id: SessionId,
) -> Result<()> {
    let subject = Subject::new("session", session_id);
    let (clock, action) = (&app.clock, &SESSION_SIGN_IN);
    audit::record(tx, clock, caller, action, subject, json!({})).await
}

/// Who failed to sign in, as the trail tells it. The name typed isn't kept: people type their
/// password there.
fn whose(
    centre: CentreId,
    found: Option<store::SignInRow>,
    address: Option<String>,
) -> (Caller, Subject) {
    match found {
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
    }
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
