//! The staff as pages show them.

use std::collections::HashMap;

use db::{ListInfo, ListQuery, Listing, ReadTx};
use kernel::{BranchId, DepartmentId, Instant, Result, StaffId};

use super::store::{self, STAFF, StaffRow};
use super::{
    PHONE, STAFF_ASSIGN, STAFF_LEAVE, STAFF_READ, STAFF_RESET_PASSWORD, StaffStatus, unknown,
};
use crate::{App, Caller, Scope, role};

/// A role of a staff member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffRole {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A staff member with what a page shows of them.
#[derive(Debug, Clone)]
pub struct StaffView {
    /// The id.
    pub staff_id: StaffId,
    /// The name to sign in with.
    pub sign_in_name: String,
    /// The name that stands on vouchers.
    pub name: String,
    /// The branch with its name, unless the staff member works for the centre as a whole.
    pub branch: Option<(BranchId, String)>,
    /// The department with its name.
    pub department: Option<(DepartmentId, String)>,
    /// The phone, masked.
    pub phone: Option<String>,
    /// Whether the staff member may sign in.
    pub status: StaffStatus,
    /// When they were added.
    pub added_at: Instant,
    /// When they left.
    pub left_at: Option<Instant>,
    /// Their roles, by code.
    pub roles: Vec<StaffRole>,
    /// What the caller may do with them: `change`, `leave`, `reset_password`.
    pub can: Vec<&'static str>,
}

/// What the list of staff is, for the description of its query.
#[must_use]
pub fn list_info() -> ListInfo {
    STAFF.info().0
}

/// The centre's staff by sign-in name, as far as the caller's scope reaches.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn list(app: &App, caller: &Caller, query: &ListQuery) -> Result<Listing<StaffView>> {
    let scope = app.enforce_widest(caller, &STAFF_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let page = tx.list(&STAFF, &scope.narrow(query.clone())).await?;
    let roles = role::of_everyone_in(&mut tx).await?;
    let view = |row| view_of(&tx, caller, row, &roles);
    let items = page.items.into_iter().map(view).collect::<Result<_>>()?;
    Ok(Listing {
        items,
        next: page.next,
        count: page.count,
    })
}

/// One of them.
///
/// # Errors
/// `action_forbidden`; `staff_unknown` (not found).
pub async fn show(app: &App, caller: &Caller, staff_id: StaffId) -> Result<StaffView> {
    app.enforce_widest(caller, &STAFF_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let row = tx.optional(&store::STAFF_BY_ID, (staff_id,)).await?;
    let row = row.ok_or_else(unknown)?;
    let roles = role::of_everyone_in(&mut tx).await?;
    let view = view_of(&tx, caller, row, &roles)?;
    drop(tx);
    let branch = view.branch.as_ref().map(|(branch_id, _)| *branch_id);
    app.enforce(caller, &STAFF_READ, Scope::of(branch)).await?;
    Ok(view)
}

fn view_of(
    tx: &ReadTx,
    caller: &Caller,
    row: StaffRow,
    roles: &HashMap<StaffId, Vec<StaffRole>>,
) -> Result<StaffView> {
    let keys = tx.keys().of_row(tx.centre(), row.staff_id);
    let phone = row
        .phone
        .map(|phone| keys.open(PHONE, &phone))
        .transpose()?;
    Ok(StaffView {
        can: may(caller, &row.staff_id, row.status),
        roles: roles.get(&row.staff_id).cloned().unwrap_or_default(),
        staff_id: row.staff_id,
        sign_in_name: row.sign_in_name,
        name: row.name,
        branch: row.branch_id.zip(row.branch_name),
        department: row.department_id.zip(row.department_name),
        phone: phone.as_deref().map(masked),
        status: row.status,
        added_at: row.added_at,
        left_at: row.left_at,
    })
}

fn may(caller: &Caller, staff_id: &StaffId, status: StaffStatus) -> Vec<&'static str> {
    if status == StaffStatus::Left || caller.actor.staff_id().as_ref() == Some(staff_id) {
        return Vec::new();
    }
    let verbs = [
        ("change", &STAFF_ASSIGN),
        ("leave", &STAFF_LEAVE),
        ("reset_password", &STAFF_RESET_PASSWORD),
    ];
    let granted = verbs
        .into_iter()
        .filter(|(_, action)| caller.may(action, Scope::Centre));
    granted.map(|(verb, _)| verb).collect()
}

/// A phone as pages show it: at most its first three and last four signs, and never more than half.
fn masked(phone: &str) -> String {
    let signs: Vec<char> = phone.chars().collect();
    let (head, tail) = if signs.len() > 10 {
        (3, 4)
    } else {
        (0, signs.len() / 3)
    };
    let hidden = "*".repeat(signs.len() - head - tail);
    let head: String = signs[..head].iter().collect();
    let tail: String = signs[signs.len() - tail..].iter().collect();
    format!("{head}{hidden}{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_shows_its_ends_only() {
        for (phone, shown) in [
            ("13800008000", "138****8000"),
            ("0731-84461234", "073******1234"),
            ("84461234", "******34"),
            ("12345", "****5"),
        ] {
            assert_eq!(masked(phone), shown);
        }
    }
}
