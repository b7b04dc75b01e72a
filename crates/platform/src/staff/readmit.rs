//! Letting somebody in again whom nobody else can.

use kernel::{CentreId, Result};
use serde_json::json;

use super::store;
use super::{by_sign_in_name, rule, unknown};
use crate::audit::{self, Subject};
use crate::session::{self, InitialPassword};
use crate::{Action, App, Caller};

/// Letting somebody in again; no role gives it: the operator does, who holds the key file.
pub const STAFF_READMIT: Action = Action {
    code: "staff.readmit",
    label: "恢复登录",
};

/// Lets a staff member in again, such as the one administrator of a power, whom nobody else may
/// change: a new password made here, the second factor removed, the lock-out lifted, the sessions
/// ended. Audited as the operator's.
///
/// # Errors
/// `staff_unknown` (not found); `staff_left` (conflict); `sign_in_busy` (unavailable).
pub async fn readmit(app: &App, centre: CentreId, sign_in_name: &str) -> Result<InitialPassword> {
    let operator = Caller::system("operator", centre);
    let password = InitialPassword::random()?;
    let hashed = password.hash(app).await?;
    let mut tx = app.db.write(centre).await?;
    let staff_id = by_sign_in_name(&mut tx, sign_in_name).await?.staff_id;
    let staff = tx.optional(&store::STAFF_LOCKED, (staff_id,)).await?;
    let staff = staff.ok_or_else(unknown)?;
    rule::may_change(&operator, &staff)?;
    session::replace_password_in(&mut tx, staff_id, &hashed, app.clock.now()).await?;
    let had_factor = session::remove_second_factor_in(&mut tx, staff_id).await?;
    let was_locked = session::lift_lock_in(&mut tx, &staff.sign_in_name, staff_id).await?;
    let ended = session::end_all_in(&mut tx, staff_id).await?;
    let detail = json!({
        "sign_in_name": staff.sign_in_name,
        "second_factor_removed": had_factor,
        "failures_forgotten": was_locked,
        "sessions_ended": ended,
    });
    let subject = Subject::new("staff", staff_id);
    let (clock, action) = (&app.clock, &STAFF_READMIT);
    audit::record(&mut tx, clock, &operator, action, subject, detail).await?;
    tx.commit().await?;
    Ok(password)
}
