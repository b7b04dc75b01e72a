//! How somebody signs in, as they and the security administrator see it: sessions, lock-out, second
//! factor, password; and what either may do about it.

use db::{Digest, ReadTx};
use kernel::{Instant, Refusal, Result, SessionId, StaffId};
use serde_json::json;

use super::{Holder, SESSION_SIGN_OUT, guard, second_factor, store};
use crate::audit::{self, Subject};
use crate::{Action, App, Caller, IdempotencyKey, Once, OnceTx, Scope, staff};

/// Reading how others sign in.
pub const SESSION_READ: Action = Action {
    code: "session.read",
    label: "查看登录情况",
};
/// Ending the sessions of others.
pub const SESSION_END: Action = Action {
    code: "session.end",
    label: "强制下线",
};
/// Lifting a lock-out.
pub const STAFF_UNLOCK: Action = Action {
    code: "staff.unlock",
    label: "解除登录锁定",
};
/// Taking somebody's second factor away, so that they set up another.
pub const STAFF_RESET_SECOND_FACTOR: Action = Action {
    code: "staff.reset_second_factor",
    label: "重置动态口令",
};

db::row! {
    /// A session that goes on.
    pub struct SessionFacts {
        /// Its id.
        pub session_id: SessionId,
        /// The browser and system, in a few words.
        pub device: Option<String>,
        /// The address signed in from.
        pub address: Option<String>,
        /// Since when.
        pub signed_in_at: Instant,
        /// When something last came, to a minute.
        pub seen_at: Instant,
    }
}

/// How somebody signs in.
#[derive(Debug, Clone)]
pub struct SignInFacts {
    /// The last sign-in.
    pub signed_in_at: Option<Instant>,
    /// The address it came from.
    pub signed_in_from: Option<String>,
    /// What failed in a row since.
    pub failures: i64,
    /// Until when nothing is let in, when that is to come.
    pub locked_until: Option<Instant>,
    /// Since when the password is theirs.
    pub password_set_at: Instant,
    /// Whether it is still the one made for them.
    pub password_initial: bool,
    /// Since when a second factor is set up.
    pub second_factor_at: Option<Instant>,
    /// Recovery codes left.
    pub recovery_codes: i64,
    /// The sessions that go on, the latest first.
    pub sessions: Vec<SessionFacts>,
    /// What the caller may do: `end_sessions`, `unlock`, `reset_second_factor`.
    pub can: Vec<&'static str>,
}

/// How the session's owner signs in.
///
/// # Errors
/// Those of the holder's gate.
pub async fn own(app: &App, holder: &Holder) -> Result<SignInFacts> {
    holder.require_no_gate()?;
    let mut tx = app.db.read(holder.caller.centre()).await?;
    facts_in(&mut tx, app, holder.staff_id).await
}

/// How a staff member signs in.
///
/// # Errors
/// `action_forbidden`; `staff_unknown` (not found).
pub async fn of_staff(app: &App, caller: &Caller, staff_id: StaffId) -> Result<SignInFacts> {
    app.enforce_widest(caller, &SESSION_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let branch = staff::branch_in(&mut tx, staff_id).await?;
    let mut facts = facts_in(&mut tx, app, staff_id).await?;
    drop(tx);
    app.enforce(caller, &SESSION_READ, Scope::of(branch))
        .await?;
    if caller.actor.staff_id() != Some(staff_id) {
        let may = |action| caller.may(action, Scope::Centre);
        let can = [
            (
                "end_sessions",
                !facts.sessions.is_empty() && may(&SESSION_END),
            ),
            ("unlock", facts.failures > 0 && may(&STAFF_UNLOCK)),
            (
                "reset_second_factor",
                facts.second_factor_at.is_some() && may(&STAFF_RESET_SECOND_FACTOR),
            ),
        ];
        facts.can = can
            .iter()
            .filter(|(_, may)| *may)
            .map(|(verb, _)| *verb)
            .collect();
    }
    Ok(facts)
}

async fn facts_in(tx: &mut ReadTx, app: &App, staff_id: StaffId) -> Result<SignInFacts> {
    let now = app.clock.now();
    let row = tx.optional(&store::SIGN_IN_FACTS, (staff_id,)).await?;
    let row = row.ok_or_else(staff::unknown)?;
    let (failures, locked_until) = guard::state_in(tx, &row.sign_in_name, staff_id, now).await?;
    let (recovery_codes,) = tx.one(&store::RECOVERY_CODES_LEFT, (staff_id,)).await?;
    Ok(SignInFacts {
        signed_in_at: row.signed_in_at,
        signed_in_from: row.signed_in_from,
        failures,
        locked_until,
        password_set_at: row.password_set_at,
        password_initial: row.password_initial,
        second_factor_at: row.confirmed_at,
        recovery_codes,
        sessions: tx.all(&store::SESSIONS_OF, (staff_id, now)).await?,
        can: Vec::new(),
    })
}

/// Ends one of the owner's sessions, the present one included.
///
/// # Errors
/// `session_unknown` (not found).
pub async fn end_own(app: &App, holder: &Holder, session_id: SessionId) -> Result<()> {
    holder.require_no_gate()?;
    let mut tx = app.db.write(holder.caller.centre()).await?;
    let row = (holder.staff_id, session_id);
    if tx.execute(&store::DELETE_ONE_OF, row).await? == 0 {
        let sentence = "这次登录已经结束";
        return Err(Refusal::not_found("session_unknown", sentence).into());
    }
    let subject = Subject::new("session", session_id);
    let (clock, action) = (&app.clock, &SESSION_SIGN_OUT);
    audit::record(&mut tx, clock, &holder.caller, action, subject, json!({})).await?;
    tx.commit().await
}

/// Ends every session of a staff member.
///
/// # Errors
/// `action_forbidden`; `staff_unknown` (not found); `staff_is_oneself`, `staff_left` (conflicts);
/// those of [`App::write_once`].
pub async fn end_all(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    staff_id: StaffId,
) -> Result<()> {
    let Some(mut tx) = once(app, caller, key, &SESSION_END, staff_id).await? else {
        return Ok(());
    };
    staff::changeable_in(&mut tx, caller, staff_id).await?;
    let ended = super::end_all_in(&mut tx, staff_id).await?;
    finish(
        tx,
        app,
        caller,
        &SESSION_END,
        staff_id,
        json!({ "sessions_ended": ended }),
    )
    .await
}

/// Lifts the lock-out of a staff member: the next attempt counts from one.
///
/// # Errors
/// As [`end_all`]; `staff_not_locked` (conflict) when nothing has failed.
pub async fn unlock(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    staff_id: StaffId,
) -> Result<()> {
    let Some(mut tx) = once(app, caller, key, &STAFF_UNLOCK, staff_id).await? else {
        return Ok(());
    };
    let staff = staff::changeable_in(&mut tx, caller, staff_id).await?;
    if !guard::lift_in(&mut tx, &staff.sign_in_name, staff_id).await? {
        let sentence = format!("{}没有被锁定，也没有失败的登录", staff.name);
        return Err(Refusal::conflict("staff_not_locked", sentence).into());
    }
    finish(tx, app, caller, &STAFF_UNLOCK, staff_id, json!({})).await
}

/// Takes the second factor of a staff member away and ends their sessions. Who needs one sets up
/// another at the next sign-in, behind the password.
///
/// # Errors
/// As [`end_all`]; `second_factor_missing` (conflict).
pub async fn reset_second_factor(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    staff_id: StaffId,
) -> Result<()> {
    let action = &STAFF_RESET_SECOND_FACTOR;
    let Some(mut tx) = once(app, caller, key, action, staff_id).await? else {
        return Ok(());
    };
    let staff = staff::changeable_in(&mut tx, caller, staff_id).await?;
    if !second_factor::remove_in(&mut tx, staff_id).await? {
        let sentence = format!("{}没有绑定动态口令", staff.name);
        return Err(Refusal::conflict("second_factor_missing", sentence).into());
    }
    let ended = super::end_all_in(&mut tx, staff_id).await?;
    finish(
        tx,
        app,
        caller,
        action,
        staff_id,
        json!({ "sessions_ended": ended }),
    )
    .await
}

/// The transaction of an act on somebody, none for a repeated request.
async fn once(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    action: &Action,
    staff_id: StaffId,
) -> Result<Option<Box<OnceTx>>> {
    app.enforce(caller, action, Scope::Centre).await?;
    let asked = Digest::new(action.code).column(staff_id).finish();
    match app.write_once(caller, action, key, asked).await? {
        Once::Replay(_) => Ok(None),
        Once::Fresh(tx) => Ok(Some(tx)),
    }
}

async fn finish(
    mut tx: Box<OnceTx>,
    app: &App,
    caller: &Caller,
    action: &'static Action,
    staff_id: StaffId,
    detail: serde_json::Value,
) -> Result<()> {
    let subject = Subject::new("staff", staff_id);
    audit::record(&mut tx, &app.clock, caller, action, subject, detail).await?;
    tx.finish(staff_id).await
}
