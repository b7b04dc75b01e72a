//! Changing one's own password.

use db::WriteTx;
use kernel::{Instant, Refusal, Result, StaffId};
use serde_json::json;

use super::guard::{self, Tried};
use super::password::PasswordHash;
use super::{Gate, Holder, end_others_in, password_rule, store};
use crate::audit::{self, NewEvent, Outcome, Subject};
use crate::{Action, App};

/// Changing one's own password; everyone may, so it is audited and never enforced.
pub const STAFF_CHANGE_PASSWORD: Action = Action {
    code: "staff.change_password",
    label: "修改本人密码",
};

/// Passwords before the present one that are kept: with it, the last five don't come back.
const PAST_KEPT: i64 = 4;

/// Changes the password of the session's owner and ends the other sessions.
///
/// # Errors
/// `second_factor_required` (forbidden); `password_wrong` (at `old_password`), `sign_in_locked`
/// (unauthenticated) after too many of them; at `password`: those of a password's rules, such as
/// `password_too_short`, and `password_reused`; `sign_in_busy` (unavailable).
pub async fn change_password(app: &App, holder: &Holder, old: &str, new: &str) -> Result<()> {
    if let Some(gate @ Gate::SecondFactor) = holder.gate {
        return Err(gate.refusal().into());
    }
    let (centre, staff_id) = (holder.caller.centre(), holder.staff_id);
    let mut tx = app.db.read(centre).await?;
    let own = tx.one(&store::OWN_PASSWORD, (staff_id,)).await?;
    let past = tx
        .all(&store::PAST_PASSWORDS, (staff_id, PAST_KEPT))
        .await?;
    drop(tx);
    password_rule::acceptable(new, &own.sign_in_name, &own.name)?;
    let tried = [Tried::Name(&own.sign_in_name)];
    let attempt = guard::attempt(app, centre, &tried).await?;
    let right = app
        .passwords
        .verify(old, Some(own.password_hash.clone()))
        .await;
    if !matches!(right, Ok(true)) {
        if let Err(busy) = right {
            attempt.take_back(app).await?;
            return Err(busy);
        }
        record_failure(app, holder).await?;
        let sentence = "原密码不正确";
        return Err(Refusal::invalid("password_wrong", sentence)
            .at("old_password")
            .into());
    }
    let before = std::iter::once(own.password_hash.clone()).chain(past.into_iter().map(|(h,)| h));
    if let Err(refused) = require_new(app, new, before).await {
        attempt.take_back(app).await?;
        return Err(refused);
    }
    let hash = app.passwords.hash(new).await?;
    let mut tx = app.db.write(centre).await?;
    attempt.succeeded_in(&mut tx).await?;
    replace_in(&mut tx, staff_id, &hash, app.clock.now()).await?;
    let ended = end_others_in(&mut tx, holder).await?;
    let subject = Subject::new("staff", staff_id);
    let detail = json!({ "sessions_ended": ended });
    let (clock, action) = (&app.clock, &STAFF_CHANGE_PASSWORD);
    audit::record(&mut tx, clock, &holder.caller, action, subject, detail).await?;
    tx.commit().await
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

async fn record_failure(app: &App, holder: &Holder) -> Result<()> {
    let event = NewEvent {
        action: &STAFF_CHANGE_PASSWORD,
        outcome: Outcome::Failed,
        subject: Subject::new("staff", holder.staff_id),
        detail: json!({}),
    };
    let mut tx = app.db.write(holder.caller.centre()).await?;
    audit::record_event(&mut tx, &app.clock, &holder.caller, event).await?;
    tx.commit().await
}
