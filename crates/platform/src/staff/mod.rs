//! 工作人员: the people who work for the centre and sign in.
//!
//! Contract: nobody changes where they work, which roles they have, or that they work here: an
//! administrator does, and another one where it is an administrator. The one who adds people gives
//! them no roles, the one who gives roles adds nobody, and somebody who administers each of the
//! three powers ([`crate::role::Power`]) in the whole centre always remains, and where a change of
//! roles needs approval, somebody who decides it. Whoever leaves
//! stays for the trail, and its sessions end in the same transaction. What a change gives or takes
//! holds from the next request on, because grants are read with each.

mod change;
mod page;
mod readmit;
mod rule;
mod store;

pub use change::{APPROVABLE, Assignment, change, leave, reset_password};
pub use page::{StaffRole, StaffView, list, list_info, show};
pub use readmit::{STAFF_READMIT, readmit};
pub use store::Staff;

pub(crate) use change::changeable_in;
pub(crate) use store::{STAFF, STATEMENTS};

use std::collections::HashMap;

use db::{Digest, ReadTx, WriteTx};
use kernel::{BranchId, Clock, DepartmentId, Finding, Principal, Refusal, Result, StaffId};
use serde_json::json;

use crate::audit::{self, Subject};
use crate::once::replayed;
use crate::session::{self, InitialPassword, PasswordHash, hash_password};
use crate::{Action, App, Caller, Decision, IdempotencyKey, Once, Scope};

/// Adding a staff member.
pub const STAFF_ADD: Action = Action {
    code: "staff.add",
    label: "新增工作人员",
};
/// Saying where a staff member works and which roles they have.
pub const STAFF_ASSIGN: Action = Action {
    code: "staff.assign",
    label: "调整岗位和角色",
};
/// Noting that a staff member has left.
pub const STAFF_LEAVE: Action = Action {
    code: "staff.leave",
    label: "登记离职",
};
/// Giving a staff member a new password.
pub const STAFF_RESET_PASSWORD: Action = Action {
    code: "staff.reset_password",
    label: "重置密码",
};
/// Reading the list of staff.
pub const STAFF_READ: Action = Action {
    code: "staff.read",
    label: "查看工作人员",
};

/// The longest sign-in name, in characters.
const LONGEST_SIGN_IN_NAME: usize = 32;
/// The longest phone number.
const LONGEST_PHONE: usize = 20;

/// The column that phones are sealed for.
pub(crate) const PHONE: &str = "staff.phone";

db::codes! {
    /// 在职状态: whether a staff member may sign in.
    pub enum StaffStatus {
        /// 在职.
        Active = "active", "在职";
        /// 离职: kept for the trail, signs in no more.
        Left = "left", "离职";
    }
}

/// A staff member to be added, apart from the password.
#[derive(Debug, Clone)]
pub struct NewStaff {
    /// The name to sign in with, unique in the centre; letters of either case are the same.
    pub sign_in_name: String,
    /// The name that stands on vouchers.
    pub name: String,
    /// The branch, unless the staff member works for the centre as a whole.
    pub branch_id: Option<BranchId>,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The phone; sealed.
    pub phone: Option<String>,
}

/// Adds a staff member with a first password.
///
/// # Errors
/// `action_forbidden`; those of [`hash_password`], of [`add_in`] and of [`App::write_once`].
pub async fn add(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewStaff,
    password: &str,
) -> Result<StaffId> {
    app.enforce(caller, &STAFF_ADD, Scope::of(new.branch_id))
        .await?;
    let hashed = hash_password(app, password, &new.sign_in_name, &new.name).await?;
    match app
        .write_once(caller, &STAFF_ADD, key, new.digest())
        .await?
    {
        Once::Replay(id) => replayed(&id),
        Once::Fresh(mut tx) => {
            let id = add_in(&mut tx, &app.clock, caller, new, hashed).await?;
            tx.finish(id).await?;
            Ok(id)
        }
    }
}

/// A staff member just hired.
pub struct Hired {
    /// Who.
    pub staff_id: StaffId,
    /// The password to begin with. It is kept nowhere: a repeated request gets none, and what was
    /// lost with an answer is replaced by [`reset_password`].
    pub initial_password: Option<InitialPassword>,
}

/// Hires a staff member: adds them with a password made here, and without a role. Until one is
/// given ([`change`]) they sign in and find nothing to do.
///
/// # Errors
/// `action_forbidden`; those of [`add_in`] and of [`App::write_once`].
pub async fn hire(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewStaff,
) -> Result<Hired> {
    app.enforce(caller, &STAFF_ADD, Scope::of(new.branch_id))
        .await?;
    let password = InitialPassword::random()?;
    let hashed = password.hash(app).await?;
    match app
        .write_once(caller, &STAFF_ADD, key, new.digest())
        .await?
    {
        Once::Replay(id) => Ok(Hired {
            staff_id: replayed(&id)?,
            initial_password: None,
        }),
        Once::Fresh(mut tx) => {
            let staff_id = add_in(&mut tx, &app.clock, caller, new, hashed).await?;
            tx.finish(staff_id).await?;
            Ok(Hired {
                staff_id,
                initial_password: Some(password),
            })
        }
    }
}

/// Adds a staff member within a transaction, and audits it. The password is hashed before the
/// transaction is open.
///
/// # Errors
/// `staff_sign_in_name_invalid`, `staff_name_invalid`, `staff_phone_invalid`, `branch_unknown`,
/// `department_unknown`; `staff_sign_in_name_taken` (conflict).
pub async fn add_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    new: NewStaff,
    password: PasswordHash,
) -> Result<StaffId> {
    let sign_in_name = sign_in_name(&new.sign_in_name)?;
    let name = crate::text::name(&new.name, "staff_name_invalid", "姓名")?;
    let phone = new.phone.as_deref().map(phone).transpose()?;
    require_place(tx, new.branch_id, new.department_id).await?;
    let staff_id = StaffId::new(clock);
    let keys = tx.keys().of_row(tx.centre(), staff_id);
    let phone = phone.map(|text| keys.seal(PHONE, &text)).transpose()?;
    let row = store::NewStaffRow {
        staff_id,
        sign_in_name: sign_in_name.clone(),
        name,
        branch_id: new.branch_id,
        department_id: new.department_id,
        phone,
        password_hash: password.text,
        password_set_at: clock.now(),
        password_initial: password.is_initial,
        status: StaffStatus::Active,
        added_at: clock.now(),
    };
    if tx.execute(&store::INSERT_STAFF, row).await? == 0 {
        let sentence = format!("登录名“{sign_in_name}”已被使用");
        let refusal = Refusal::conflict("staff_sign_in_name_taken", sentence);
        return Err(refusal.at("sign_in_name").into());
    }
    let detail = json!({ "sign_in_name": sign_in_name, "branch_id": new.branch_id });
    audit::record(
        tx,
        clock,
        caller,
        &STAFF_ADD,
        Subject::new("staff", staff_id),
        detail,
    )
    .await?;
    Ok(staff_id)
}

/// What actors are called, by the labels that vouchers and the trail keep of them.
pub struct Names(HashMap<String, String>);

impl Names {
    /// The name of the actor with this label: a staff member's, what the halls' people are to the
    /// centre, or 系统 for the system's own jobs.
    #[must_use]
    pub fn of(&self, label: &str) -> String {
        let kind = match label.split_once(':') {
            Some(("agent", _)) => "单位经办人",
            Some(("member", _)) => "缴存人本人",
            _ => "系统",
        };
        let name = self.0.get(label).cloned();
        name.unwrap_or_else(|| kind.to_owned())
    }
}

/// The names of everyone who works or worked for the centre: some hundreds at most.
///
/// # Errors
/// Broken when the database fails.
pub async fn names_in(tx: &mut ReadTx) -> Result<Names> {
    let names = tx.all(&store::NAMES, ()).await?;
    let labelled = names
        .into_iter()
        .map(|(id, name)| (Principal::Staff(id).to_string(), name));
    Ok(Names(labelled.collect()))
}

/// Everyone's name by id, of those who left too: some hundreds at most.
pub(crate) async fn names_by_id_in(tx: &mut ReadTx) -> Result<HashMap<StaffId, String>> {
    Ok(tx.all(&store::NAMES, ()).await?.into_iter().collect())
}

/// That someone works here.
///
/// # Errors
/// `staff_unknown` (not found), also for who has left.
pub(crate) async fn require_active_in(tx: &mut ReadTx, staff_id: StaffId) -> Result<()> {
    let row = tx.optional(&store::STAFF_BY_ID, (staff_id,)).await?;
    let active = row.filter(|row| row.status == StaffStatus::Active);
    active.map(|_| ()).ok_or_else(|| unknown().into())
}

/// The branch of somebody who works or worked here.
///
/// # Errors
/// `staff_unknown` (not found).
pub(crate) async fn branch_in(tx: &mut ReadTx, staff_id: StaffId) -> Result<Option<BranchId>> {
    let row = tx.optional(&store::STAFF_BY_ID, (staff_id,)).await?;
    row.map(|row| row.branch_id).ok_or_else(|| unknown().into())
}

/// Proves what is sealed of the centre's staff, some hundreds of rows at most: a finding for each
/// phone and each secret that doesn't open as its own row's.
///
/// # Errors
/// Broken when the database fails.
pub async fn verify(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let phones = tx.all(&store::PHONES, ()).await?;
    let (keys, centre) = (tx.keys(), tx.centre());
    let altered = phones
        .into_iter()
        .filter(|(staff_id, phone)| keys.of_row(centre, staff_id).open(PHONE, phone).is_err());
    let finding = |(staff_id, _)| {
        let sentence = "工作人员电话的密文被改动，或是从别的记录移来的";
        let field = format!("/staff/{staff_id}");
        Finding::new(field, "staff_sealed_value_altered", sentence)
    };
    let mut findings: Vec<Finding> = altered.map(finding).collect();
    findings.extend(session::verify_second_factors(tx).await?);
    Ok(findings)
}

/// A staff member by the name signed in with.
///
/// # Errors
/// `staff_unknown` (not found).
pub async fn by_sign_in_name(tx: &mut ReadTx, sign_in_name: &str) -> Result<Staff> {
    let name = sign_in_name.trim().to_lowercase();
    let found = tx.optional(&store::STAFF_BY_SIGN_IN_NAME, (name,)).await?;
    found.ok_or_else(|| unknown().into())
}

pub(crate) fn unknown() -> Refusal {
    Refusal::not_found("staff_unknown", "没有这名工作人员")
}

impl NewStaff {
    /// The digest of the request, without the password: it is stored, and a fast hash of a
    /// password must not be.
    fn digest(&self) -> db::Digest32 {
        Digest::new("staff.add")
            .text(&self.sign_in_name)
            .text(&self.name)
            .column(self.branch_id)
            .column(self.department_id)
            .text_or_none(self.phone.as_deref())
            .finish()
    }
}

/// That the branch and the department are the centre's.
async fn require_place(
    tx: &mut ReadTx,
    branch_id: Option<BranchId>,
    department_id: Option<DepartmentId>,
) -> Result<()> {
    if let Some(branch_id) = branch_id
        && tx
            .optional(&store::BRANCH_EXISTS, (branch_id,))
            .await?
            .is_none()
    {
        let refusal = Refusal::invalid("branch_unknown", "没有这个管理部").at("branch_id");
        return Err(refusal.into());
    }
    if let Some(department_id) = department_id
        && tx
            .optional(&store::DEPARTMENT_EXISTS, (department_id,))
            .await?
            .is_none()
    {
        let refusal = Refusal::invalid("department_unknown", "没有这个科室").at("department_id");
        return Err(refusal.into());
    }
    Ok(())
}

fn sign_in_name(text: &str) -> Decision<String> {
    let name = text.trim().to_lowercase();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    let length = name.chars().count();
    if (2..=LONGEST_SIGN_IN_NAME).contains(&length) && name.chars().all(plain) {
        Ok(name)
    } else {
        let sentence =
            format!("登录名应为2至{LONGEST_SIGN_IN_NAME}个文字、字母、数字、“.”、“_”或“-”");
        Err(Refusal::invalid("staff_sign_in_name_invalid", sentence).at("sign_in_name"))
    }
}

fn phone(text: &str) -> Decision<String> {
    let text = text.trim();
    let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+');
    if (5..=LONGEST_PHONE).contains(&text.len()) && text.bytes().all(plain) {
        Ok(text.to_owned())
    } else {
        let sentence = format!("电话应为5至{LONGEST_PHONE}位数字，可带“-”");
        Err(Refusal::invalid("staff_phone_invalid", sentence).at("phone"))
    }
}

#[cfg(test)]
mod approval_tests;
#[cfg(test)]
mod tests;
