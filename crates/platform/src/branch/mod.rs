//! 管理部: a branch of the centre.

mod store;

pub use store::Branch;

pub(crate) use store::STATEMENTS;

use db::{Digest, ReadTx, WriteTx};
use kernel::{BranchId, Clock, Refusal, Result};
use serde_json::json;

use crate::audit::{self, Subject};
use crate::once::replayed;
use crate::{Action, App, Caller, IdempotencyKey, Once, Scope};

/// Adding a branch.
pub const BRANCH_ADD: Action = Action {
    code: "branch.add",
    label: "新增管理部",
};
/// Reading the list of branches.
pub const BRANCH_READ: Action = Action {
    code: "branch.read",
    label: "查看管理部",
};

/// A branch to be added.
#[derive(Debug, Clone)]
pub struct NewBranch {
    /// Its code, unique in the centre.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Adds a branch.
///
/// # Errors
/// `action_forbidden`, those of [`add_in`] and of [`App::write_once`].
pub async fn add(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewBranch,
) -> Result<BranchId> {
    app.enforce(caller, &BRANCH_ADD, Scope::Centre).await?;
    let hash = Digest::new("branch.add")
        .text(&new.code)
        .text(&new.name)
        .finish();
    match app.write_once(caller, &BRANCH_ADD, key, hash).await? {
        Once::Replay(id) => replayed(&id),
        Once::Fresh(mut tx) => {
            let id = add_in(&mut tx, &app.clock, caller, new).await?;
            tx.finish(id).await?;
            Ok(id)
        }
    }
}

/// Adds a branch within a transaction, and audits it.
///
/// # Errors
/// `branch_code_invalid`, `branch_name_invalid`; `branch_code_taken`, `branch_name_taken`
/// (conflicts).
pub async fn add_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    new: NewBranch,
) -> Result<BranchId> {
    let code = crate::text::code(&new.code, "branch_code_invalid", "管理部代码")?;
    let name = crate::text::name(&new.name, "branch_name_invalid", "管理部名称")?;
    // Files of other systems name a branch by either.
    if all_in(tx).await?.iter().any(|branch| branch.name == name) {
        let sentence = format!("管理部名称“{name}”已被使用");
        return Err(Refusal::conflict("branch_name_taken", sentence)
            .at("name")
            .into());
    }
    let id = BranchId::new(clock);
    let detail = json!({ "code": code, "name": name });
    if tx
        .execute(&store::INSERT_BRANCH, (id, code, name, clock.now()))
        .await?
        == 0
    {
        let sentence = format!("管理部代码“{}”已被使用", new.code.trim());
        return Err(Refusal::conflict("branch_code_taken", sentence)
            .at("code")
            .into());
    }
    audit::record(
        tx,
        clock,
        caller,
        &BRANCH_ADD,
        Subject::new("branch", id),
        detail,
    )
    .await?;
    Ok(id)
}

/// The centre's branches by code. A centre has a few dozen at most.
///
/// # Errors
/// `action_forbidden` when the caller may read them nowhere; their names are no secret between
/// branches.
pub async fn list(app: &App, caller: &Caller) -> Result<Vec<Branch>> {
    app.enforce_widest(caller, &BRANCH_READ).await?;
    all_in(&mut app.db.read(caller.centre()).await?).await
}

/// The centre's branches by code, within a transaction.
///
/// # Errors
/// Broken when the database fails.
pub async fn all_in(tx: &mut ReadTx) -> Result<Vec<Branch>> {
    tx.all(&store::ALL_BRANCHES, ()).await
}
