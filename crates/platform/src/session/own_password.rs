//! Changing one's own password.

use db::WriteTx;
use kernel::{Instant, Refusal, Result, StaffId};
use serde_json::json;

use super::guard::{self, Attempt, Tried};
use super::password::PasswordHash;
use super::store::OwnPassword;
use super::{Gate, Holder, end_others_in, invalid, password_rule, store};
use crate::audit::{self, Subject};
use crate::{Action, App};

/// Changing one's own password; everyone may, so it is audited and never enforced.
pub const STAFF_CHANGE_PASSWORD: Action = Action {
    code: "staff.change_password",
    label: "修改本人密码",
};

/// Passwords before the present one that are kept: with it, the last five don't come back.
const PAST_KEPT: i64 = 4;

/// Changes the password of the session's owner and ends the other sessions. What somebody else did
/// to the password or to the session meanwhile stands.
///
/// # Errors
/// `second_factor_required` (forbidden); `password_wrong` (at `old_password`), `sign_in_locked`
/// (unauthenticated) after too many of them; at `password`: those of a password's rules, such as
/// `password_too_short`, and `password_reused`; `session_invalid` (unauthenticated) when the session
/// was ended meanwhile; `password_changed` (conflict) when the password was replaced in it;
/// `sign_in_busy` (unavailable).
pub async fn change_password(app: &App, holder: &Holder, old: &str, new: &str) -> Result<()> {
    if let Some(gate @ Gate::SecondFactor) = holder.gate {
        return Err(gate.refusal().into());
    }
    let centre = holder.caller.centre();
    let mut tx = app.db.read(centre).await?;
    let own = tx.one(&store::OWN_PASSWORD, (holder.staff_id,)).await?;
    let past = (holder.staff_id, PAST_KEPT);
    let past = tx.all(&store::PAST_PASSWORDS, past).await?;
    drop(tx);
    password_rule::acceptable(new, &own.sign_in_name, &own.name)?;
    let attempt = look_at(app, holder, &own, &STAFF_CHANGE_PASSWORD, old).await?;
    let attempt = attempt.ok_or_else(|| {
        let sentence = "原密码不正确";
        Refusal::invalid("password_wrong", sentence).at("old_password")
    })?;
    let replaced = replace(app, holder, &own.password_hash, past, new, &attempt).await;
    if replaced.is_err() {
        // The old password was right, whatever else wasn't.
        attempt.take_back(app).await?;
    }
    replaced
}

/// Looks at the password that the session's owner typed for `action`: the attempt, when it is right.
/// A wrong one has been counted and audited.
pub(super) async fn look_at(
    app: &App,
    holder: &Holder,
    own: &OwnPassword,
    action: &'static Action,
    typed: &str,
) -> Result<Option<Attempt>> {
    let (name, address) = (&own.sign_in_name, holder.caller.address.as_deref());
    let tried = [
        Tried::NameAnywhere {
            name,
            at_home: true,
        },
        Tried::Name(name, address),
    ];
    let attempt = guard::attempt(app, holder.caller.centre(), &tried).await?;
    let stored = Some(own.password_hash.clone());
    match app.passwords.verify(typed, stored).await {
        Ok(true) => Ok(Some(attempt)),
        Ok(false) => {
            let subject = Subject::new("staff", holder.staff_id);
            attempt.failed(app, &holder.caller, action, subject).await?;
            Ok(None)
        }
        Err(busy) => {
            attempt.take_back(app).await?;
            Err(busy)
        }
    }
}

async fn replace(
    app: &App,
    holder: &Holder,
    looked_at: &str,
    past: Vec<(String,)>,
    new: &str,
    attempt: &Attempt,
) -> Result<()> {
    let past = past.into_iter().map(|(hash,)| hash);
    let before = std::iter::once(looked_at.to_owned()).chain(past);
    require_new(app, new, before).await?;
    let hash = app.passwords.hash(new).await?;
    let staff_id = holder.staff_id;
    let mut tx = app.db.write(holder.caller.centre()).await?;
    require_unchanged_in(&mut tx, holder, looked_at).await?;
    replace_in(&mut tx, staff_id, &hash, app.clock.now()).await?;
    attempt.succeeded_in(&mut tx).await?;
    let ended = end_others_in(&mut tx, holder).await?;
    let subject = Subject::new("staff", staff_id);
    let detail = json!({ "sessions_ended": ended });
    let (clock, action) = (&app.clock, &STAFF_CHANGE_PASSWORD);
    audit::record(&mut tx, clock, &holder.caller, action, subject, detail).await?;
    tx.commit().await
}

/// That the owner's password is still the one looked at and the session goes on: an administrator
/// may have reset the one or ended the other. Locks the owner.
pub(super) async fn require_unchanged_in(
    tx: &mut WriteTx,
    holder: &Holder,
    looked_at: &str,
) -> Result<()> {
    let row = (holder.staff_id,);
    let owner = tx.optional(&store::SIGN_IN_LOCKED, row).await?;
    let session = (holder.session_id,);
    if tx.optional(&store::SESSION, session).await?.is_none() {
        return Err(invalid().into());
    }
    if owner.is_some_and(|owner| owner.is_still(looked_at)) {
        return Ok(());
    }
    let sentence = "密码刚刚已被修改，请用新密码重试";
    Err(Refusal::conflict("password_changed", sentence).into())
}

/// That the password is none of these.
async fn require_new(app: &App, new: &str, before: impl Iterator<Item = String>) -> Result<()> {
    for hash in before {
        if app.passwords.verify(new, Some(hash)).await? {
            let sentence = format!("不能使用最近{}次用过的密码", PAST_KEPT + 1);
            return Err(Refusal::invalid("password_reused", sentence)
                .at("password")
                .into());
        }
    }
    Ok(())
}

/// Puts a password in place of the present one, which is remembered so that it can't come back.
pub(crate) async fn replace_in(
    tx: &mut WriteTx,
    staff_id: StaffId,
    hash: &PasswordHash,
    now: Instant,
) -> Result<()> {
    tx.execute(&store::KEEP_PASSWORD, (staff_id, now)).await?;
    tx.execute(&store::DELETE_PAST_PASSWORDS, (staff_id, PAST_KEPT))
        .await?;
    let row = (staff_id, hash.text.clone(), now, hash.is_initial);
    tx.execute_one(&store::SET_PASSWORD, row).await
}
