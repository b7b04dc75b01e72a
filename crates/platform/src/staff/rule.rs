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

/// What is to be changed of somebody, for an approver. `parts` are what each is called, and what it is
/// before and after.
pub(super) fn summary(name: &str, sign_in_name: &str, parts: &[(&str, String, String)]) -> String {
    let differs = parts.iter().filter(|(_, before, after)| before != after);
    let told = differs.map(|(what, before, after)| format!("{what}由{before}改为{after}"));
    let told: Vec<String> = told.collect();
    let told = match told.is_empty() {
        true => "岗位和角色不变".to_owned(),
        false => told.join("，"),
    };
    format!("调整{name}（{sign_in_name}）的岗位和角色：{told}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_tells_what_differs() {
        let part = |what, before: &str, after: &str| (what, before.to_owned(), after.to_owned());
        let roles = part("角色", "“会计”", "“会计、会计主管”");
        let branch = part("管理部", "全中心", "安东管理部");
        let same = part("科室", "无", "无");
        let cases = [
            (vec![same.clone()], "岗位和角色不变"),
            (
                vec![roles.clone(), same.clone()],
                "角色由“会计”改为“会计、会计主管”",
            ),
            (
                vec![roles, branch, same],
                "角色由“会计”改为“会计、会计主管”，管理部由全中心改为安东管理部",
            ),
        ];
        for (parts, told) in cases {
            let expected = format!("调整王会芳（kuaiji）的岗位和角色：{told}");
            assert_eq!(summary("王会芳", "kuaiji", &parts), expected);
        }
    }
}
