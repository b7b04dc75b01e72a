//! Who may be moved, given roles or let go.

use kernel::{BranchId, Refusal, StaffId};

use super::StaffStatus;
use super::store::Staff;
use crate::role::Power;
use crate::{Caller, Decision};

/// Whether the caller may change this staff member at all: someone else, who works here.
pub(super) fn may_change(caller: &Caller, staff: &Staff) -> Decision<()> {
    is_another(caller, staff.staff_id)?;
    if staff.status == StaffStatus::Left {
        let sentence = format!("{}已登记离职，不能再办理变更", staff.name);
        return Err(Refusal::conflict("staff_left", sentence));
    }
    Ok(())
}

fn is_another(caller: &Caller, staff_id: StaffId) -> Decision<()> {
    if caller.actor.staff_id() == Some(staff_id) {
        let sentence = "不能变更本人的岗位、角色、密码或离职状态，请由其他管理员办理";
        return Err(Refusal::conflict("staff_is_oneself", sentence));
    }
    Ok(())
}

/// That a role remains: whoever is to do nothing any more leaves.
pub(super) fn has_roles(roles: &[String]) -> Decision<()> {
    if roles.is_empty() {
        let sentence = "请至少选择一个角色";
        return Err(Refusal::invalid("staff_roles_missing", sentence).at("roles"));
    }
    Ok(())
}

/// That staff with a role of their own branch have one: such a role gives nothing without.
pub(super) fn has_branch(branch: Option<BranchId>, any_of_own_branch: bool) -> Decision<()> {
    if any_of_own_branch && branch.is_none() {
        let sentence = "所选角色只管本管理部的业务，请选择管理部";
        return Err(Refusal::invalid("staff_branch_missing", sentence).at("branch_id"));
    }
    Ok(())
}

/// That somebody still administers a power in the whole centre, once a change is made.
pub(super) fn someone_administers(power: Power, holders: i64) -> Decision<()> {
    if holders == 0 {
        let sentence = format!(
            "这样全中心将没有人负责{}，请先指定另一名管理员",
            power.label()
        );
        return Err(Refusal::conflict("staff_last_administrator", sentence));
    }
    Ok(())
}
