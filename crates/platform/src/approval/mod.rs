//! 审批: what one person asks and another approves before it is done.
//!
//! A use case that may need approval calls [`App::pass`] once its caller is authorised and what was
//! asked makes sense. Where the flow of its business has a step for the amount, the typed command is
//! kept, sealed, and the use case answers [`Outcome::Pending`]. When the last step is approved the
//! command runs again ([`carry_out`]), as the maker and with every check fresh: what can't be done
//! any more ends refused, with the reason.
//!
//! Who may decide is a pure rule over sets ([`rule`]): the step's role within its reach, never the
//! maker nor whom of the staff the request is about, of one request a person decides one step; a deputy decides instead of somebody who is away.
//! A checker needs no maker's right. What nobody could decide is refused when it is asked. Steps, roles, amounts and terms are data with a first day
//! ([`flow`]); a request keeps the steps that it began with.
//!
//! | from | to | by |
//! |---|---|---|
//! | pending | pending, next step | [`approve`] |
//! | pending | approved | [`approve`] of the last step |
//! | approved | done, refused | [`carry_out`]; again after a crash, under the request's own key |
//! | pending | returned, withdrawn | [`give_back`], [`withdraw`] |

mod ask;
mod carry_out;
mod decide;
mod delegation;
mod flow;
mod list;
mod model;
mod rule;
mod standard;
mod store;
mod verify;

pub use carry_out::{Approvable, CARRY_OUT, Run, Runner, carry_out, give_up};
pub use decide::{
    MOST_AT_ONCE, Tried, approve, approve_and_carry_out, approve_many, give_back, withdraw,
};
pub use delegation::{
    Delegation, Deputies, Deputy, NewDelegation, delegate, delegations, deputies, end_delegation,
};
pub use flow::{
    FlowStepView, FlowView, NewFlow, flows, record_flow, run_approved_flow, seed_in, seed_rights_in,
};
pub use list::{ApprovalView, StepView, approvals, of_subject, serial_in, show};
pub use model::{
    ApprovalStatus, DelegationState, NewStep, Outcome, Passage, Request, Step, Verdict,
};
pub use standard::{rights, standard};
pub use store::{APPROVALS, ApprovalRow};
pub use verify::verify;

pub(crate) use ask::still_decided_in;
pub(crate) use store::STATEMENTS;

use crate::Action;

/// Asking for approval. It follows from what is asked, so nobody is granted it.
pub(crate) const APPROVAL_ASK: Action = Action {
    code: "approval.ask",
    label: "提交审批",
};
/// Looking at requests for approval.
pub const APPROVAL_READ: Action = Action {
    code: "approval.read",
    label: "查看审批",
};
/// Approving and giving back what waits for one of one's roles.
pub const APPROVAL_DECIDE: Action = Action {
    code: "approval.decide",
    label: "办理审批",
};
/// Taking back what one has asked. Everyone may whose it is.
pub(crate) const APPROVAL_WITHDRAW: Action = Action {
    code: "approval.withdraw",
    label: "撤回审批",
};
/// What came of a request whose every step is approved. The system's own.
pub(crate) const APPROVAL_CARRY_OUT: Action = Action {
    code: "approval.carry_out",
    label: "审批后办理",
};
/// Setting how a business is approved.
pub const APPROVAL_FLOW_SET: Action = Action {
    code: "approval_flow.set",
    label: "设置审批流程",
};
/// Looking at how businesses are approved.
pub const APPROVAL_FLOW_READ: Action = Action {
    code: "approval_flow.read",
    label: "查看审批流程",
};
/// Naming a deputy for oneself.
pub const DELEGATION_SET: Action = Action {
    code: "delegation.set",
    label: "设置代办人",
};
/// Naming a deputy for somebody who is away. Never beside a right to ask or to decide: who may name
/// whom as a deputy could bring both sides of an approval into one hand.
pub const DELEGATION_APPOINT: Action = Action {
    code: "delegation.appoint",
    label: "指定代办人",
};
/// Ending a delegation before its time. By whoever may set it.
pub(crate) const DELEGATION_END: Action = Action {
    code: "delegation.end",
    label: "终止代办",
};
/// Looking at who stands in for whom.
pub const DELEGATION_READ: Action = Action {
    code: "delegation.read",
    label: "查看代办人",
};

/// What a command is sealed as.
pub(crate) const SEALED_AS: &str = "approval.command";
/// The series of 审批流水号.
const SERIES: &str = "approval";

/// 审批流水号 as people see it: `SP00000001`.
#[must_use]
pub fn serial_text(serial: i64) -> String {
    format!("SP{serial:08}")
}

#[cfg(test)]
mod tests;
