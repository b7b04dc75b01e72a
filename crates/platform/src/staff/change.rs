//! What changes of a staff member: where they work and with which roles, the password, that they
//! leave.

use std::collections::BTreeSet;

use db::{Digest, WriteTx};
use kernel::{BranchId, DepartmentId, Result, StaffId};
use serde_json::json;

use super::store::{self, Staff};
use super::{STAFF_ASSIGN, STAFF_LEAVE, STAFF_RESET_PASSWORD, require_place, rule, unknown};
use crate::audit::{self, Subject};
use crate::session::{self, InitialPassword};
use crate::{App, Caller, IdempotencyKey, Once, Scope, role};

/// 岗位: where a staff member works and which roles they have.
#[derive(Debug, Clone)]
pub struct Assignment {
    /// The branch, unless the staff member works for the centre as a whole.
    pub branch_id: Option<BranchId>,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The codes of the roles, all of them.
    pub roles: BTreeSet<String>,
}

/// Puts a staff member where `assignment` says, with exactly its roles.
///
/// # Errors
/// `action_forbidden`; `staff_unknown` (not found); `staff_is_oneself`, `staff_left`,
/// `staff_last_administrator`, `staff_roles_conflict` (conflicts); `staff_roles_missing`, `staff_branch_missing`,
/// `branch_unknown`, `department_unknown`; `role_unknown` (not found); those of [`App::write_once`].
pub async fn change(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    staff_id: StaffId,
    assignment: &Assignment,
) -> Result<()> {
    app.enforce(caller, &STAFF_ASSIGN, Scope::Centre).await?;
    let digest = Digest::new("staff.change")
        .column(staff_id)
        .column(assignment.branch_id)
        .column(assignment.department_id);
    let with_role = |digest: Digest, role: &String| digest.text(role);
    let asked = assignment.roles.iter().fold(digest, with_role).finish();
    match app.write_once(caller, &STAFF_ASSIGN, key, asked).await? {
        Once::Replay(_) => Ok(()),
        Once::Fresh(mut tx) => {
            change_in(&mut tx, app, caller, staff_id, assignment).await?;
            tx.finish(staff_id).await
        }
    }
}

async fn change_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    staff_id: StaffId,
    assignment: &Assignment,
) -> Result<()> {
    role::lock_in(tx).await?;
    let before = changeable_in(tx, caller, staff_id).await?;
    let roles: Vec<String> = assignment.roles.iter().cloned().collect();
    rule::has_roles(&roles)?;
    require_place(tx, assignment.branch_id, assignment.department_id).await?;
    let of_own_branch = role::any_of_own_branch_in(tx, &roles).await?;
    rule::has_branch(assignment.branch_id, of_own_branch)?;
    let had = role::codes_in(tx, staff_id).await?;
    tx.execute_one(
        &store::MOVE_STAFF,
        (staff_id, assignment.branch_id, assignment.department_id),
    )
    .await?;
    role::replace_in(tx, staff_id, &assignment.roles).await?;
    someone_administers_in(tx).await?;
    let detail = json!({
        "sign_in_name": before.sign_in_name,
        "branch_before": before.branch_id,
        "branch_id": assignment.branch_id,
        "department_before": before.department_id,
        "department_id": assignment.department_id,
        "roles_before": had,
        "roles": assignment.roles,
    });
    let subject = Subject::new("staff", staff_id);
    audit::record(tx, &app.clock, caller, &STAFF_ASSIGN, subject, detail).await
}

/// Notes that a staff member has left: no sign-in any more, and sessions end at once.
///
/// # Errors
/// `action_forbidden`; `staff_unknown` (not found); `staff_is_oneself`, `staff_left`,
/// `staff_last_administrator` (conflicts); those of [`App::write_once`].
pub async fn leave(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    staff_id: StaffId,
) -> Result<()> {
    app.enforce(caller, &STAFF_LEAVE, Scope::Centre).await?;
    let asked = Digest::new("staff.leave").column(staff_id).finish();
    match app.write_once(caller, &STAFF_LEAVE, key, asked).await? {
        Once::Replay(_) => Ok(()),
        Once::Fresh(mut tx) => {
            leave_in(&mut tx, app, caller, staff_id).await?;
            tx.finish(staff_id).await
        }
    }
}

async fn leave_in(tx: &mut WriteTx, app: &App, caller: &Caller, staff_id: StaffId) -> Result<()> {
    role::lock_in(tx).await?;
    let staff = changeable_in(tx, caller, staff_id).await?;
    let left = (staff_id, app.clock.now());
    tx.execute_one(&store::LEAVE, left).await?;
    someone_administers_in(tx).await?;
    let sessions = session::end_all_in(tx, staff_id).await?;
    let subject = Subject::new("staff", staff_id);
    let detail = json!({ "sign_in_name": staff.sign_in_name, "sessions_ended": sessions });
    audit::record(tx, &app.clock, caller, &STAFF_LEAVE, subject, detail).await
}

/// Gives a staff member a new password, made here, and ends their sessions. `None` for a repeated
/// request: the password is kept nowhere.
///
/// # Errors
/// `action_forbidden`; `staff_unknown` (not found); `staff_is_oneself`, `staff_left` (conflicts);
/// `sign_in_busy` (unavailable); those of [`App::write_once`].
pub async fn reset_password(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    staff_id: StaffId,
) -> Result<Option<InitialPassword>> {
    app.enforce(caller, &STAFF_RESET_PASSWORD, Scope::Centre)
        .await?;
    let password = InitialPassword::random()?;
    let hashed = password.hash(app).await?;
    let asked = Digest::new("staff.reset_password")
        .column(staff_id)
        .finish();
    match app
        .write_once(caller, &STAFF_RESET_PASSWORD, key, asked)
        .await?
    {
        Once::Replay(_) => Ok(None),
        Once::Fresh(mut tx) => {
            let staff = changeable_in(&mut tx, caller, staff_id).await?;
            let now = app.clock.now();
            session::replace_password_in(&mut tx, staff_id, &hashed, now).await?;
            let sessions = session::end_all_in(&mut tx, staff_id).await?;
            let subject = Subject::new("staff", staff_id);
            let detail = json!({
                "sign_in_name": staff.sign_in_name,
                "sessions_ended": sessions,
            });
            let (clock, action) = (&app.clock, &STAFF_RESET_PASSWORD);
            audit::record(&mut tx, clock, caller, action, subject, detail).await?;
            tx.finish(staff_id).await?;
            Ok(Some(password))
        }
    }
}

/// The staff member, locked, once the caller may change them.
pub(crate) async fn changeable_in(
    tx: &mut WriteTx,
    caller: &Caller,
    staff_id: StaffId,
) -> Result<Staff> {
    let staff = tx.optional(&store::STAFF_LOCKED, (staff_id,)).await?;
    let staff = staff.ok_or_else(unknown)?;
    rule::may_change(caller, &staff)?;
    Ok(staff)
}

async fn someone_administers_in(tx: &mut WriteTx) -> Result<()> {
    for power in role::ADMINISTERING {
        let Some(act) = power.known_by() else {
            continue;
        };
        let (holders,) = tx.one(&store::HOLDERS, (act.code.to_owned(),)).await?;
        rule::someone_administers(power, holders)?;
    }
    Ok(())
}
