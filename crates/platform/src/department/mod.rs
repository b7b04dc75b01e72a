//! 科室: a department of the centre.

mod store;

pub use store::Department;

pub(crate) use store::STATEMENTS;

use db::{Digest, ReadTx, WriteTx};
use kernel::{Clock, DepartmentId, Refusal, Result};
use serde_json::json;

use crate::audit::{self, Subject};
use crate::once::replayed;
use crate::{Action, App, Caller, IdempotencyKey, Once, Scope};

/// Adding a department.
pub const DEPARTMENT_ADD: Action = Action {
    code: "department.add",
    label: "新增科室",
};
/// Reading the list of departments.
pub const DEPARTMENT_READ: Action = Action {
    code: "department.read",
    label: "查看科室",
};

/// A department to be added.
#[derive(Debug, Clone)]
pub struct NewDepartment {
    /// Its code, unique in the centre.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Adds a department.
///
/// # Errors
/// `action_forbidden`, those of [`add_in`] and of [`App::write_once`].
pub async fn add(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewDepartment,
) -> Result<DepartmentId> {
    app.enforce(caller, &DEPARTMENT_ADD, Scope::Centre).await?;
    let hash = Digest::new("department.add")
        .text(&new.code)
        .text(&new.name)
        .finish();
    match app.write_once(caller, &DEPARTMENT_ADD, key, hash).await? {
        Once::Replay(id) => replayed(&id),
        Once::Fresh(mut tx) => {
            let id = add_in(&mut tx, &app.clock, caller, new).await?;
            tx.finish(id).await?;
            Ok(id)
        }
    }
}

/// Adds a department within a transaction, and audits it.
///
/// # Errors
/// `department_code_invalid`, `department_name_invalid`; `department_code_taken` (conflict).
pub async fn add_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    new: NewDepartment,
) -> Result<DepartmentId> {
    let code = crate::text::code(&new.code, "department_code_invalid", "科室代码")?;
    let name = crate::text::name(&new.name, "department_name_invalid", "科室名称")?;
    let id = DepartmentId::new(clock);
    let detail = json!({ "code": code, "name": name });
    if tx
        .execute(&store::INSERT_DEPARTMENT, (id, code, name, clock.now()))
        .await?
        == 0
    {
        let sentence = format!("科室代码“{}”已被使用", new.code.trim());
        return Err(Refusal::conflict("department_code_taken", sentence)
            .at("code")
            .into());
    }
    audit::record(
        tx,
        clock,
        caller,
        &DEPARTMENT_ADD,
        Subject::new("department", id),
        detail,
    )
    .await?;
    Ok(id)
}

/// The centre's departments by code. A centre has a few dozen at most.
///
/// # Errors
/// `action_forbidden` when the caller may read them nowhere; their names are no secret between
/// branches.
pub async fn list(app: &App, caller: &Caller) -> Result<Vec<Department>> {
    app.enforce_widest(caller, &DEPARTMENT_READ).await?;
    all_in(&mut app.db.read(caller.centre()).await?).await
}

/// The centre's departments by code, within a transaction.
///
/// # Errors
/// Broken when the database fails.
pub async fn all_in(tx: &mut ReadTx) -> Result<Vec<Department>> {
    tx.all(&store::ALL_DEPARTMENTS, ()).await
}
