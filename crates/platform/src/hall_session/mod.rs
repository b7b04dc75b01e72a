//! Sessions of the halls: who comes in as an employer's agent or as a member.
//!
//! Contract: as for staff ([`crate::session`]), the token is 256 random bits behind the centre's
//! number and only its hash is stored; a session ends when nothing came for the idle time, at its
//! absolute end, at sign-out, when its owner begins more than [`SESSIONS_MAX`], and when the owner
//! may come in no longer ([`end_all_in`]). Its times are shorter than those of staff: phones are
//! lent and computers of employers shared.
//!
//! Who may sign in is decided above, by whoever keeps agents and members. What a visitor may do
//! stands in its grants: [`crate::Grants::within`]. A sign-in and a sign-out are audited; what a
//! member reads of its own isn't.

mod model;
mod store;

pub use model::Visitor;

pub(crate) use store::STATEMENTS;

use db::WriteTx;
use kernel::{Error, HallSessionId, Instant, Refusal, Result};
use serde_json::json;

use crate::audit::{self, Subject};
use crate::session::{Origin, Token, csrf_token, later};
use crate::{Action, App, Caller};

/// Signing in to a hall; audited and never enforced.
pub const HALL_SIGN_IN: Action = Action {
    code: "hall.sign_in",
    label: "登录网上大厅",
};
/// Signing out of a hall; audited and never enforced.
pub const HALL_SIGN_OUT: Action = Action {
    code: "hall.sign_out",
    label: "退出网上大厅",
};

/// The most sessions that one visitor has at a time; a further one ends the oldest.
pub const SESSIONS_MAX: i64 = 3;

/// What a sign-in to a hall gives. Not `Debug`: the token opens the session.
pub struct Began {
    /// The session's token, for an HttpOnly SameSite cookie.
    pub token: String,
    /// The CSRF token that state changes of this session carry.
    pub csrf_token: String,
}

/// Who holds a session of a hall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// Who it is.
    pub visitor: Visitor,
    /// The session.
    pub session_id: HallSessionId,
    /// When it ends, whatever comes.
    pub ends_at: Instant,
}

/// Begins a session of the caller, an agent or a member, once it has shown who it is.
///
/// # Errors
/// Broken when the caller is neither, or the database fails.
pub async fn begin_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    origin: Origin,
) -> Result<Began> {
    let visitor =
        Visitor::of(&caller.actor).ok_or_else(|| Error::broken("no visitor of a hall"))?;
    let token = Token::random(caller.centre())?;
    let session_id = HallSessionId::new(&app.clock);
    let (now, limits) = (app.clock.now(), visitor.limits());
    tx.execute(&store::DELETE_EXPIRED, (visitor, now)).await?;
    let new = store::NewSession {
        session_id,
        token_hash: token.hash(),
        holder: visitor,
        address: origin.address,
        device: origin.device,
        signed_in_at: now,
        idle_expires_at: later(now, limits.idle)?,
        expires_at: later(now, limits.absolute)?,
    };
    tx.execute_one(&store::INSERT_SESSION, new).await?;
    tx.execute(&store::DELETE_BEYOND, (visitor, SESSIONS_MAX))
        .await?;
    note(tx, app, caller, &HALL_SIGN_IN, session_id).await?;
    let token = token.into_text();
    Ok(Began {
        csrf_token: csrf_token(&token),
        token,
    })
}

/// Who holds the session of a token. Its idle end moves on, at most once a minute; that it can't
/// be is logged and no error.
///
/// # Errors
/// `hall_session_invalid` (unauthenticated) when there is no such session or it has ended.
pub async fn holder_of(app: &App, token: &str) -> Result<(kernel::CentreId, Holder)> {
    let token = Token::read(token).ok_or_else(invalid)?;
    let (centre, now) = (token.centre(), app.clock.now());
    let mut tx = app.db.read(centre).await?;
    let row = tx
        .optional(&store::SESSION_BY_TOKEN, (token.hash(),))
        .await?;
    drop(tx);
    let session = row
        .filter(|session| now < session.idle_expires_at && now < session.expires_at)
        .ok_or_else(invalid)?;
    if let Err(error) = touch(app, centre, &session, now).await {
        // The request may only read; it shouldn't fail because the database can't be written.
        tracing::warn!(%error, centre = centre.get(), "the idle end of a session stays where it is");
    }
    let holder = Holder {
        visitor: session.holder,
        session_id: session.session_id,
        ends_at: session.expires_at,
    };
    Ok((centre, holder))
}

async fn touch(
    app: &App,
    centre: kernel::CentreId,
    session: &store::SessionRow,
    now: Instant,
) -> Result<()> {
    let idle_end = later(now, session.holder.limits().idle)?;
    if idle_end.since(session.idle_expires_at) < crate::session::TOUCH_EVERY {
        return Ok(());
    }
    let mut tx = app.db.write(centre).await?;
    tx.execute(&store::TOUCH_SESSION, (session.session_id, idle_end))
        .await?;
    tx.commit().await
}

/// Ends a session of the caller. One that has ended already is no error.
///
/// # Errors
/// Broken when the database fails.
pub async fn sign_out(app: &App, caller: &Caller, session_id: HallSessionId) -> Result<()> {
    let mut tx = app.db.write(caller.centre()).await?;
    if tx.execute(&store::DELETE_SESSION, (session_id,)).await? > 0 {
        note(&mut tx, app, caller, &HALL_SIGN_OUT, session_id).await?;
    }
    tx.commit().await
}

/// Ends every session of a visitor, who may come in no longer, and says how many there were;
/// whoever calls audits it.
///
/// # Errors
/// Broken when the database fails.
pub async fn end_all_in(tx: &mut WriteTx, visitor: Visitor) -> Result<u64> {
    tx.execute(&store::DELETE_SESSIONS_OF, (visitor,)).await
}

/// Ends everybody's session and says how many there were; whoever calls audits it.
///
/// # Errors
/// Broken when the database fails.
pub(crate) async fn end_everyone_in(tx: &mut WriteTx) -> Result<u64> {
    tx.execute(&store::DELETE_EVERY_SESSION, ()).await
}

async fn note(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    action: &'static Action,
    session_id: HallSessionId,
) -> Result<()> {
    let subject = Subject::new("hall_session", session_id);
    audit::record(tx, &app.clock, caller, action, subject, json!({})).await
}

fn invalid() -> Refusal {
    Refusal::unauthenticated("hall_session_invalid", "登录已失效，请重新登录")
}

#[cfg(test)]
mod tests;
