//! 角色: named sets of actions with a data scope, and who has them.
//!
//! A role holds action codes, which are the program's own: the crates above declare theirs, and
//! whoever adds a role hands in the whole list, so a code that nothing enforces is refused. A role
//! is of one power, and so is whoever has several: see [`Power`].

mod separation;
mod standard;
mod store;

pub use separation::{Power, power_of};
pub use standard::{RoleSeed, STANDARD, covered, unmatched};
pub use store::Role;

pub(crate) use separation::ADMINISTERING;
pub(crate) use store::STATEMENTS;

use std::collections::{BTreeSet, HashMap};

use db::{Digest, ReadTx, WriteTx};
use kernel::{Clock, Error, OrBroken, Refusal, Result, RoleId, StaffId};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::approval::{Outcome, Passage, Request, Run};
use crate::audit::{self, Subject};
use crate::once::replayed;
use crate::staff::{self, STAFF_ASSIGN, StaffRole};
use crate::{Action, App, Caller, DataScope, IdempotencyKey, Once, Scope};

/// Adding a role.
pub const ROLE_ADD: Action = Action {
    code: "role.add",
    label: "新增角色",
};
/// Reading roles with their actions.
pub const ROLE_READ: Action = Action {
    code: "role.read",
    label: "查看角色",
};

/// A role to be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRole {
    /// Its code, unique in the centre.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How far its actions reach.
    pub data_scope: DataScope,
    /// The codes of its actions.
    pub actions: BTreeSet<String>,
}

/// A role with what it gives.
#[derive(Debug, Clone)]
pub struct RoleWithActions {
    /// The role.
    pub role: Role,
    /// The codes of its actions, in order.
    pub actions: Vec<String>,
    /// The active staff who have it, by sign-in name: id and name.
    pub staff: Vec<(StaffId, String)>,
}

/// Adds a role. `known` are all actions of the program. It may need approval, see [`App::pass`]; that
/// its actions are of one power is checked when it is asked and again when it is done.
///
/// # Errors
/// `action_forbidden`, those of [`add_in`], [`App::pass`] and [`App::write_once`].
pub async fn add(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewRole,
    known: &[&Action],
) -> Result<Outcome<RoleId>> {
    app.enforce(caller, &ROLE_ADD, Scope::Centre).await?;
    if app.needs_approval(caller, &ROLE_ADD, None).await? {
        // Made and taken back: what is wrong is told before anybody is asked.
        let mut tx = app.db.write(caller.centre()).await?;
        add_in(&mut tx, &app.clock, caller, new.clone(), known).await?;
    }
    let command = json!(new);
    let request = Request {
        business: &ROLE_ADD,
        subject: Subject::new("role_of_code", new.code.trim()),
        scope: Scope::Centre,
        amount: None,
        summary: new.summary(known),
        command: &command,
    };
    if let Passage::Pending(approval) = app.pass(caller, key, &request).await? {
        return Ok(Outcome::Pending(approval));
    }
    match app.write_once(caller, &ROLE_ADD, key, new.digest()).await? {
        Once::Replay(id) => Ok(Outcome::Done(replayed(&id)?)),
        Once::Fresh(mut tx) => {
            let id = add_in(&mut tx, &app.clock, caller, new, known).await?;
            tx.finish(id).await?;
            Ok(Outcome::Done(id))
        }
    }
}

/// Runs an approved [`add`]; `known` are all actions of the program.
///
/// # Errors
/// As [`add`].
pub async fn run_approved_add(run: Run<'_>, known: &[&Action]) -> Result<String> {
    let asked: NewRole = run.asked()?;
    let told = format!("已新增角色“{}”", asked.name.trim());
    let outcome = add(run.app, run.caller, run.key, asked, known).await?;
    outcome.done().or_broken("what is approved is done")?;
    Ok(told)
}

/// Adds a role within a transaction, and audits it.
///
/// # Errors
/// `role_code_invalid`, `role_name_invalid`, `role_action_unknown`, `role_powers_mixed`;
/// `role_code_taken` (conflict).
pub async fn add_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    new: NewRole,
    known: &[&Action],
) -> Result<RoleId> {
    let code = crate::text::code(&new.code, "role_code_invalid", "角色代码")?;
    let name = crate::text::name(&new.name, "role_name_invalid", "角色名称")?;
    if let Some(stray) = new
        .actions
        .iter()
        .find(|code| !known.iter().any(|a| a.code == **code))
    {
        let sentence = format!("没有“{stray}”这项操作");
        return Err(Refusal::invalid("role_action_unknown", sentence)
            .at("actions")
            .into());
    }
    let given = known.iter().filter(|a| new.actions.contains(a.code));
    separation::of_role(given.map(|action| (action.code, action.label)))?;
    let role_id = RoleId::new(clock);
    let detail = json!({ "code": code, "data_scope": new.data_scope, "actions": new.actions });
    let row = (role_id, code, name, new.data_scope, clock.now());
    if tx.execute(&store::INSERT_ROLE, row).await? == 0 {
        let sentence = format!("角色代码“{}”已被使用", new.code.trim());
        return Err(Refusal::conflict("role_code_taken", sentence)
            .at("code")
            .into());
    }
    let actions = new
        .actions
        .into_iter()
        .map(|action| store::RoleAction { role_id, action });
    tx.insert_many(&store::ROLE_ACTIONS, actions).await?;
    audit::record(
        tx,
        clock,
        caller,
        &ROLE_ADD,
        Subject::new("role", role_id),
        detail,
    )
    .await?;
    Ok(role_id)
}

/// Adds the roles a centre starts with, each with those of `known` that its patterns cover.
///
/// # Errors
/// As [`add_in`].
pub async fn seed_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    seeds: &[RoleSeed],
    known: &[&Action],
) -> Result<()> {
    for seed in seeds {
        let new = NewRole {
            code: seed.code.to_owned(),
            name: seed.name.to_owned(),
            data_scope: seed.data_scope,
            actions: covered(seed, known)
                .map(|action| action.code.to_owned())
                .collect(),
        };
        add_in(tx, clock, caller, new, known).await?;
    }
    Ok(())
}

/// Gives a staff member a role: the system does, which founds a centre and asks nobody. People change
/// all of somebody's roles at once, see [`staff::change`].
///
/// # Errors
/// `action_forbidden`, those of [`assign_in`] and of [`App::write_once`]; broken when a person asks.
pub async fn assign(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    staff_id: StaffId,
    role_code: &str,
) -> Result<()> {
    app.enforce(caller, &STAFF_ASSIGN, Scope::Centre).await?;
    if !caller.actor.is_system() {
        return Err(Error::broken("a person gives a role past its approval"));
    }
    let hash = Digest::new("staff.assign")
        .column(staff_id)
        .text(role_code)
        .finish();
    match app.write_once(caller, &STAFF_ASSIGN, key, hash).await? {
        Once::Replay(_) => Ok(()),
        Once::Fresh(mut tx) => {
            assign_in(&mut tx, &app.clock, caller, staff_id, role_code).await?;
            tx.finish(staff_id).await
        }
    }
}

/// Gives a staff member a role within a transaction, and audits it. One that it has already is no
/// error.
///
/// # Errors
/// `staff_unknown`, `role_unknown` (both not found); `staff_roles_conflict` (conflict).
pub async fn assign_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    staff_id: StaffId,
    role_code: &str,
) -> Result<()> {
    if tx
        .optional(&store::STAFF_EXISTS, (staff_id,))
        .await?
        .is_none()
    {
        return Err(staff::unknown().into());
    }
    lock_in(tx).await?;
    let (role_id, _) = require_in(tx, role_code).await?;
    let mut together = BTreeSet::from_iter(codes_in(tx, staff_id).await?);
    together.insert(role_code.to_owned());
    require_separate_in(tx, &together).await?;
    if tx
        .execute(&store::INSERT_STAFF_ROLE, (staff_id, role_id))
        .await?
        == 0
    {
        return Ok(());
    }
    let subject = Subject::new("staff", staff_id);
    audit::record(
        tx,
        clock,
        caller,
        &STAFF_ASSIGN,
        subject,
        json!({ "role": role_code }),
    )
    .await
}

/// Keeps everyone else from changing who has which role until the transaction ends, so that two
/// administrators can't let each other go at once.
pub(crate) async fn lock_in(tx: &mut WriteTx) -> Result<()> {
    tx.all(&store::ROLES_LOCKED, ()).await?;
    Ok(())
}

/// The codes of a staff member's roles, in order.
pub(crate) async fn codes_in(tx: &mut ReadTx, staff_id: StaffId) -> Result<Vec<String>> {
    let codes = tx.all(&store::CODES_OF_STAFF, (staff_id,)).await?;
    Ok(codes.into_iter().map(|(code,)| code).collect())
}

/// That one person may have these roles together.
///
/// # Errors
/// `role_unknown` (not found); `staff_roles_conflict` (conflict).
async fn require_separate_in(tx: &mut ReadTx, codes: &BTreeSet<String>) -> Result<()> {
    let names = names_in(tx).await?;
    let mut roles = Vec::new();
    for code in codes {
        let (role_id, _) = require_in(tx, code).await?;
        let actions = tx.all(&store::ACTIONS_OF_ROLE, (role_id,)).await?;
        // A role is of one power: the first that has any tells it.
        let power = actions.iter().find_map(|(action,)| power_of(action));
        let name = names.get(&role_id).map(|(_, name)| name.clone());
        roles.push((name.unwrap_or_default(), power));
    }
    Ok(separation::of_person(&roles)?)
}

/// Gives a staff member exactly these roles; whoever calls audits it.
///
/// # Errors
/// `role_unknown` (not found); `staff_roles_conflict` (conflict).
pub(crate) async fn replace_in(
    tx: &mut WriteTx,
    staff_id: StaffId,
    codes: &BTreeSet<String>,
) -> Result<()> {
    require_separate_in(tx, codes).await?;
    tx.execute(&store::DELETE_STAFF_ROLES, (staff_id,)).await?;
    for code in codes {
        let (role_id, _) = require_in(tx, code).await?;
        tx.execute_one(&store::INSERT_STAFF_ROLE, (staff_id, role_id))
            .await?;
    }
    Ok(())
}

/// Whether any of the roles reaches the staff member's own branch only.
///
/// # Errors
/// `role_unknown` (not found).
pub(crate) async fn any_of_own_branch_in(
    tx: &mut ReadTx,
    codes: impl IntoIterator<Item = &String>,
) -> Result<bool> {
    for code in codes {
        if require_in(tx, code).await?.1 == DataScope::OwnBranch {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn require_in(tx: &mut ReadTx, code: &str) -> Result<(RoleId, DataScope)> {
    let found = tx
        .optional(&store::ROLE_BY_CODE, (code.to_owned(),))
        .await?;
    let unknown = || Refusal::not_found("role_unknown", "没有这个角色").at("roles");
    Ok(found.ok_or_else(unknown)?)
}

/// The id of a role by its code.
///
/// # Errors
/// `role_unknown` (not found).
pub(crate) async fn id_in(tx: &mut ReadTx, code: &str) -> Result<RoleId> {
    Ok(require_in(tx, code).await?.0)
}

/// The code and name of every role.
pub(crate) async fn names_in(tx: &mut ReadTx) -> Result<HashMap<RoleId, (String, String)>> {
    let roles = tx.all(&store::ALL_ROLES, ()).await?.into_iter();
    Ok(roles
        .map(|role| (role.role_id, (role.code, role.name)))
        .collect())
}

/// Everyone's roles, by code.
pub(crate) async fn of_everyone_in(tx: &mut ReadTx) -> Result<HashMap<StaffId, Vec<StaffRole>>> {
    let mut roles: HashMap<StaffId, Vec<StaffRole>> = HashMap::new();
    for (staff_id, code, name) in tx.all(&store::ROLES_OF_EVERYONE, ()).await? {
        roles
            .entry(staff_id)
            .or_default()
            .push(StaffRole { code, name });
    }
    Ok(roles)
}

/// The centre's roles with their actions and who has them, by code.
///
/// # Errors
/// `action_forbidden`.
pub async fn list(app: &App, caller: &Caller) -> Result<Vec<RoleWithActions>> {
    app.enforce(caller, &ROLE_READ, Scope::Centre).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let mut roles = Vec::new();
    for role in tx.all(&store::ALL_ROLES, ()).await? {
        let actions = tx.all(&store::ACTIONS_OF_ROLE, (role.role_id,)).await?;
        let staff = tx.all(&store::STAFF_OF_ROLE, (role.role_id,)).await?;
        roles.push(RoleWithActions {
            role,
            actions: actions.into_iter().map(|(action,)| action).collect(),
            staff,
        });
    }
    Ok(roles)
}

impl NewRole {
    /// What the role would give, for an approver: every action by its label.
    fn summary(&self, known: &[&Action]) -> String {
        let given = known.iter().filter(|one| self.actions.contains(one.code));
        let given: Vec<&str> = given.map(|one| one.label).collect();
        let may = match given.is_empty() {
            true => "不含任何操作".to_owned(),
            false => format!("可办理 {} 项：{}", given.len(), given.join("、")),
        };
        format!(
            "新增角色“{}”（{}），数据范围{}，{may}",
            self.name.trim(),
            self.code.trim(),
            self.data_scope.label()
        )
    }

    fn digest(&self) -> db::Digest32 {
        let head = Digest::new("role.add")
            .text(&self.code)
            .text(&self.name)
            .text(self.data_scope.code());
        self.actions
            .iter()
            .fold(head, |digest, action| digest.text(action))
            .finish()
    }
}

#[cfg(test)]
mod tests;
