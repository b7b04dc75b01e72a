//! Which steps a request takes, and who may decide one. Pure.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{BranchId, Date, Fen, Refusal, RoleId, StaffId};

use super::model::{ApprovalStatus, Holder, Step, Way};
use super::store::{Approval, FlowStep};
use crate::{DataScope, Decision};

/// The steps of a flow that a request of `amount` takes, in order. What is no money takes those that
/// begin at nothing.
pub(super) fn steps_for(flow: &[FlowStep], amount: Option<Fen>) -> Vec<&FlowStep> {
    let amount = amount.unwrap_or(Fen::ZERO);
    let mut steps: Vec<&FlowStep> = flow.iter().filter(|step| step.from_fen <= amount).collect();
    steps.sort_by_key(|step| step.step_no);
    steps
}

/// Who has no say in a request: who asked, and whom of the staff it is about, where it gives somebody
/// rights or takes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parties {
    pub(super) maker: StaffId,
    pub(super) about: Option<StaffId>,
}

impl Parties {
    /// Of what `maker` asks about a thing.
    pub(super) fn of(maker: StaffId, subject_kind: &str, subject_id: &str) -> Self {
        let about = (subject_kind == "staff").then(|| subject_id.parse().ok());
        Self {
            maker,
            about: about.flatten(),
        }
    }

    fn include(self, staff_id: StaffId) -> bool {
        self.maker == staff_id || self.about == Some(staff_id)
    }
}

/// In which way `staff_id` may decide the step that a request stands at: by a role of its own, or
/// instead of somebody who has the role and is away. `holders` are those who have the step's role,
/// with the days on which `staff_id` stands in for each.
///
/// # Errors
/// `approval_not_pending`; `approval_of_oneself`: neither the maker nor whom the request is about
/// decides, nor a deputy of theirs; `approval_decided_before`: of one request a person decides one step;
/// `approval_not_yours`.
pub(super) fn may_decide(
    approval: &Approval,
    steps: &[Step],
    staff_id: StaffId,
    holders: &[Holder],
) -> Decision<Way> {
    if approval.status != ApprovalStatus::Pending {
        let sentence = format!("该审批{}，不能再办理", approval.status.label());
        return Err(Refusal::conflict("approval_not_pending", sentence));
    }
    let parties = Parties::of(
        approval.maker_id,
        &approval.subject_kind,
        &approval.subject_id,
    );
    if parties.include(staff_id) {
        let sentence = match parties.maker == staff_id {
            true => "不能审批本人提交的业务，请由其他人员办理",
            false => "不能审批对本人岗位和角色的调整，请由其他人员办理",
        };
        return Err(Refusal::conflict("approval_of_oneself", sentence));
    }
    if steps.iter().any(|step| step.decided_by == Some(staff_id)) {
        let sentence = "您已办理过该审批的前一环节，请由其他人员办理这一环节";
        return Err(Refusal::conflict("approval_decided_before", sentence));
    }
    let reaching = |holder: &&Holder| reaches(holder, approval.branch_id);
    let own = holders.iter().find(|holder| holder.staff_id == staff_id);
    if own.filter(reaching).is_some() {
        return Ok(Way::Own);
    }
    let decided = |id| steps.iter().any(|step| step.decided_by == Some(id));
    let away = holders
        .iter()
        .filter(reaching)
        .filter(|holder| !parties.include(holder.staff_id) && !decided(holder.staff_id))
        .find(|holder| holder.stands_in);
    match away {
        Some(holder) => Ok(Way::InsteadOf(holder.staff_id)),
        None => {
            let sentence = "这一环节不由您办理";
            Err(Refusal::forbidden("approval_not_yours", sentence))
        }
    }
}

/// Whether a holder of a step's role could decide it: somebody else than the parties, whose role
/// reaches the branch.
pub(super) fn could_decide(holder: &Holder, parties: Parties, branch: Option<BranchId>) -> bool {
    !parties.include(holder.staff_id) && reaches(holder, branch)
}

/// The place of a step for which nobody would be left; none where the steps can be decided by as many
/// people. `deciders` are, step by step, those who could decide it: of one request a person decides
/// one step.
pub(super) fn step_without_decider(deciders: &[Vec<StaffId>]) -> Option<usize> {
    let mut decides: BTreeMap<StaffId, usize> = BTreeMap::new();
    let alone = |step: &usize| !place(deciders, *step, &mut decides, &mut BTreeSet::new());
    (0..deciders.len()).find(alone)
}

/// Finds somebody for a step, moving others to another step of theirs where that helps.
fn place(
    deciders: &[Vec<StaffId>],
    step: usize,
    decides: &mut BTreeMap<StaffId, usize>,
    tried: &mut BTreeSet<StaffId>,
) -> bool {
    for person in &deciders[step] {
        if !tried.insert(*person) {
            continue;
        }
        let free = match decides.get(person).copied() {
            None => true,
            Some(other) => place(deciders, other, decides, tried),
        };
        if free {
            decides.insert(*person, step);
            return true;
        }
    }
    false
}

/// The refusal of what would wait for nobody.
pub(super) fn nobody_decides(business: &str, role: &str) -> Refusal {
    let sentence = format!(
        "“{business}”须由“{role}”审批，目前没有可以办理这一环节的其他人员，请先由安全管理员分配该角色"
    );
    Refusal::conflict("approval_without_decider", sentence)
}

/// The refusal of what would leave a business with nobody to decide it.
pub(super) fn nobody_would_decide(business: &str, role: &str) -> Refusal {
    let sentence = format!("这样将没有人能以“{role}”审批“{business}”，请先由另一人担任该角色");
    Refusal::conflict("approval_last_decider", sentence)
}

/// Whether a holder's role reaches what a request is about.
fn reaches(holder: &Holder, branch: Option<BranchId>) -> bool {
    match holder.data_scope {
        DataScope::Centre => true,
        DataScope::OwnBranch => branch.is_some() && holder.branch_id == branch,
    }
}

/// A step of a flow as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AskedStep {
    pub(super) role_id: RoleId,
    pub(super) from: Fen,
    pub(super) term_days: i64,
}

/// That the steps of a flow make sense: terms of one to sixty working days, no amount below nothing,
/// none asked at a lower amount than the step before it.
///
/// # Errors
/// `approval_flow_invalid`.
pub(super) fn check_steps(steps: &[AskedStep]) -> Decision<()> {
    const TERMS: std::ops::RangeInclusive<i64> = 1..=60;
    const MOST: usize = 9;
    let refuse = |sentence: &str| {
        let refusal = Refusal::invalid("approval_flow_invalid", sentence);
        Err(refusal.at("steps"))
    };
    if steps.len() > MOST {
        return refuse("审批环节最多9个");
    }
    if steps.iter().any(|step| !TERMS.contains(&step.term_days)) {
        return refuse("办理期限应为1至60个工作日");
    }
    if steps.iter().any(|step| step.from.is_negative()) {
        return refuse("起办金额不能小于零");
    }
    if steps.windows(2).any(|pair| pair[1].from < pair[0].from) {
        return refuse("后一环节的起办金额不能低于前一环节");
    }
    Ok(())
}

/// That a flow begins on a day to come: what was asked before goes its way by the flow it began with.
///
/// # Errors
/// `approval_flow_too_early`.
pub(super) fn check_beginning(from: Date, today: Date) -> Decision<()> {
    if from < today {
        let sentence = format!("生效日期不能早于今天（{today}）");
        return Err(Refusal::invalid("approval_flow_too_early", sentence).at("effective_from"));
    }
    Ok(())
}
