//! What changes of a staff member: where they work and with which roles, the password, that they
//! leave.

use std::collections::{BTreeSet, HashMap};

use db::{Digest, Digest32, ReadTx, WriteTx};
use kernel::{BranchId, DepartmentId, OrBroken, Result, StaffId};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::store::{self, Staff};
use super::{STAFF_ASSIGN, STAFF_LEAVE, STAFF_RESET_PASSWORD, require_place, rule, unknown};
use crate::approval::{self, Approvable, Outcome, Passage, Request, Run};
use crate::audit::{self, Subject};
use crate::session::{self, InitialPassword};
use crate::{App, Caller, IdempotencyKey, Once, Scope, branch, department, role};

/// 岗位: where a staff member works and which roles they have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The branch, unless the staff member works for the centre as a whole.
    pub branch_id: Option<BranchId>,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The codes of the roles, all of them.
    pub roles: BTreeSet<String>,
}

/// What is asked of [`change`], as it waits for approval.
#[derive(Serialize, Deserialize)]
struct Asked {
    staff_id: StaffId,
    assignment: Assignment,
}

/// [`change`] as a business that may need approval.
pub const APPROVABLE: Approvable = Approvable {
    business: &STAFF_ASSIGN,
    by_amount: false,
    run: |run| Box::pin(run_approved(run)),
};

async fn run_approved(run: Run<'_>) -> Result<String> {
    let asked: Asked = run.asked()?;
    let (app, caller, id) = (run.app, run.caller, asked.staff_id);
    let outcome = change(app, caller, run.key, id, &asked.assignment).await?;
    outcome.done().or_broken("what is approved is done")?;
    Ok("已调整岗位和角色，从其下一次操作起生效".to_owned())
}

/// Puts a staff member where `assignment` says, with exactly its roles. It may need approval, see
/// [`App::pass`]; that one person's roles may come together is checked when it is asked and again when
/// it is done.
///
/// # Errors
/// `action_forbidden`; `staff_unknown` (not found); `staff_is_oneself`, `staff_left`,
/// `staff_last_administrator`, `staff_roles_conflict`, `approval_last_decider` (conflicts);
/// `staff_roles_missing`, `staff_branch_missing`, `branch_unknown`, `department_unknown`;
/// `role_unknown` (not found); those of [`App::pass`] and [`App::write_once`].
pub async fn change(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    staff_id: StaffId,
    assignment: &Assignment,
) -> Result<Outcome<()>> {
    app.enforce(caller, &STAFF_ASSIGN, Scope::Centre).await?;
    let summary = match app.needs_approval(caller, &STAFF_ASSIGN, None).await? {
        true => tried(app, caller, staff_id, assignment).await?,
        false => String::new(),
    };
    let command = json!(Asked {
        staff_id,
        assignment: assignment.clone(),
    });
    let request = Request {
        business: &STAFF_ASSIGN,
        subject: Subject::new("staff", staff_id),
        scope: Scope::Centre,
        amount: None,
        summary,
        command: &command,
    };
    if let Passage::Pending(approval) = app.pass(caller, key, &request).await? {
        return Ok(Outcome::Pending(approval));
    }
    let asked = assignment.digest(staff_id);
    if let Once::Fresh(mut tx) = app.write_once(caller, &STAFF_ASSIGN, key, asked).await? {
        change_in(&mut tx, app, caller, staff_id, assignment).await?;
        tx.finish(staff_id).await?;
    }
    Ok(Outcome::Done(()))
}

impl Assignment {
    fn digest(&self, staff_id: StaffId) -> Digest32 {
        let digest = Digest::new("staff.change")
            .column(staff_id)
            .column(self.branch_id)
            .column(self.department_id);
        let with_role = |digest: Digest, role: &String| digest.text(role);
        self.roles.iter().fold(digest, with_role).finish()
    }
}

/// Makes a change and takes it back, so that everything wrong with it is told before anybody is asked
/// to approve it; answers what it would do.
async fn tried(
    app: &App,
    caller: &Caller,
    staff_id: StaffId,
    assignment: &Assignment,
) -> Result<String> {
    let mut tx = app.db.write(caller.centre()).await?;
    let (staff, had) = change_in(&mut tx, app, caller, staff_id, assignment).await?;
    summary_in(&mut tx, &staff, &had, assignment).await
}

/// What is to be changed of somebody, for an approver: where they work and which roles they have, before
/// and after.
async fn summary_in(
    tx: &mut ReadTx,
    staff: &Staff,
    had: &[String],
    assignment: &Assignment,
) -> Result<String> {
    let names: HashMap<String, String> = role::names_in(tx).await?.into_values().collect();
    let of_roles = |codes: &mut dyn Iterator<Item = &String>| {
        let named = codes.map(|code| names.get(code).map_or(code.as_str(), String::as_str));
        let named: Vec<&str> = named.collect();
        match named.is_empty() {
            true => "无".to_owned(),
            false => format!("“{}”", named.join("、")),
        }
    };
    let branches = branch::all_in(tx).await?;
    let of_branch = |id: Option<BranchId>| {
        let branch = branches.iter().find(|one| Some(one.branch_id) == id);
        branch.map_or_else(|| "全中心".to_owned(), |one| one.name.clone())
    };
    let departments = department::all_in(tx).await?;
    let of_department = |id: Option<DepartmentId>| {
        let department = departments.iter().find(|one| Some(one.department_id) == id);
        department.map_or_else(|| "无".to_owned(), |one| one.name.clone())
    };
    Ok(rule::summary(
        &staff.name,
        &staff.sign_in_name,
        &[
            (
                "角色",
                of_roles(&mut had.iter()),
                of_roles(&mut assignment.roles.iter()),
            ),
            (
                "管理部",
                of_branch(staff.branch_id),
                of_branch(assignment.branch_id),
            ),
            (
                "科室",
                of_department(staff.department_id),
                of_department(assignment.department_id),
            ),
        ],
    ))
}

/// Changes it, and answers who it was and which roles they had.
async fn change_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    staff_id: StaffId,
    assignment: &Assignment,
) -> Result<(Staff, Vec<String>)> {
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
    someone_administers_in(tx, app).await?;
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
    audit::record(tx, &app.clock, caller, &STAFF_ASSIGN, subject, detail).await?;
    Ok((before, had))
}

/// Notes that a staff member has left: no sign-in any more, and sessions end at once.
///
/// # Errors
/// `action_forbidden`; `staff_unknown` (not found); `staff_is_oneself`, `staff_left`,
/// `staff_last_administrator`, `approval_last_decider` (conflicts); those of [`App::write_once`].
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
    someone_administers_in(tx, app).await?;
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

/// That each power still has somebody, and that who gives roles still finds somebody to approve it.
async fn someone_administers_in(tx: &mut WriteTx, app: &App) -> Result<()> {
    for power in role::ADMINISTERING {
        let Some(act) = power.known_by() else {
            continue;
        };
        let (holders,) = tx.one(&store::HOLDERS, (act.code.to_owned(),)).await?;
        rule::someone_administers(power, holders)?;
    }
    approval::still_decided_in(tx, &STAFF_ASSIGN, app.clock.today()).await
}
