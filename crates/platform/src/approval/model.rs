//! What a request for approval is, and how it stands.

use kernel::{BranchId, Fen, Instant, RoleId, StaffId};
use serde::{Deserialize, Serialize};

use crate::audit::Subject;
use crate::{Action, DataScope, Scope};

db::codes! {
    /// How a request stands.
    pub enum ApprovalStatus {
        /// 待审批: somebody has to decide its step.
        Pending = "pending", "待审批";
        /// 已批准: every step is approved, and it is about to be carried out.
        Approved = "approved", "已批准";
        /// 已办结: what was asked is done.
        Done = "done", "已办结";
        /// 未能办理: what was asked couldn't be done any more when everything was approved.
        Refused = "refused", "未能办理";
        /// 已退回: somebody gave it back with a reason.
        Returned = "returned", "已退回";
        /// 已撤回: who asked took it back.
        Withdrawn = "withdrawn", "已撤回";
    }
}

db::codes! {
    /// What somebody decided of a step.
    pub enum Verdict {
        /// 同意.
        Approved = "approved", "同意";
        /// 退回.
        Returned = "returned", "退回";
    }
}

db::codes! {
    /// How a delegation stands today.
    pub enum DelegationState {
        /// 未开始: its first day is still to come.
        Upcoming = "upcoming", "未开始";
        /// 代办中: it holds today.
        InForce = "in_force", "代办中";
        /// 已结束: its last day is over.
        Over = "over", "已结束";
        /// 已终止: it was ended before its time.
        Ended = "ended", "已终止";
    }
}

/// What a use case asks approval for.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The business: the action that the maker was authorised for.
    pub business: &'static Action,
    /// What it is about. One thing waits for one approval of a business at a time.
    pub subject: Subject,
    /// Where it belongs.
    pub scope: Scope,
    /// How much money it moves; none where it moves none.
    pub amount: Option<Fen>,
    /// The sentence that an approver reads. It names no member.
    pub summary: String,
    /// What is run again once it is approved, as the use case reads it. Kept sealed.
    pub command: &'a serde_json::Value,
}

/// Whether a use case may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// No approval is needed, or this is what was approved.
    Free,
    /// Somebody has to approve it first.
    Pending(kernel::ApprovalId),
}

/// What a use case that may need approval answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    /// It is done.
    Done(T),
    /// It waits for approval; nothing is done yet.
    Pending(kernel::ApprovalId),
}

impl<T> Outcome<T> {
    /// The result, where nothing waits.
    pub fn done(self) -> Option<T> {
        match self {
            Self::Done(result) => Some(result),
            Self::Pending(_) => None,
        }
    }
}

/// Somebody who has the role of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holder {
    pub(super) staff_id: StaffId,
    pub(super) branch_id: Option<BranchId>,
    pub(super) data_scope: DataScope,
    /// Whether who wants to decide stands in for this one today.
    pub(super) stands_in: bool,
}

/// By what somebody decides a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// By a role of one's own.
    Own,
    /// Instead of somebody who is away.
    InsteadOf(StaffId),
}

impl Way {
    /// Instead of whom.
    pub(super) const fn instead_of(self) -> Option<StaffId> {
        match self {
            Self::Own => None,
            Self::InsteadOf(staff_id) => Some(staff_id),
        }
    }
}

db::row! {
    /// A step of a request.
    pub struct Step {
        /// Its id.
        pub step_id: kernel::ApprovalStepId,
        /// Its place, from 1.
        pub step_no: i64,
        /// The role that decides it.
        pub role_id: RoleId,
        /// The name of that role.
        pub role_name: String,
        /// Working days for it.
        pub term_days: i64,
        /// What was decided; none while it waits.
        pub verdict: Option<Verdict>,
        /// When.
        pub decided_at: Option<Instant>,
        /// By whom.
        pub decided_by: Option<StaffId>,
        /// By whom: the name then.
        pub decided_by_name: Option<String>,
        /// Instead of whom.
        pub instead_of: Option<StaffId>,
        /// What was said with it.
        pub note: Option<String>,
    }
}

/// A step of a flow as somebody sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewStep {
    /// The code of the role that decides it.
    pub role: String,
    /// The amount from which it is taken; nothing where it always is.
    pub from_fen: Fen,
    /// Working days for it, 1 to 60.
    pub term_days: i64,
}
