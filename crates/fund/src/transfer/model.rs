//! What a transfer case is, and how it ends.

use db::{Digest, Digest32};
use kernel::{
    AccountNo, BranchId, CentreId, Date, EmployerId, Instant, Month, PolicyVersionId, RosterId,
    SealingId, TransferCaseId,
};
use platform::Action;

use super::store::Ending;
use super::{TRANSFER_DECLINE, TRANSFER_FORCE, TRANSFER_WITHDRAW};

db::codes! {
    /// How far a case has come. Only one that waits can still change.
    pub enum CaseStatus {
        /// The old employer is asked.
        Waiting = "waiting", "待原单位封存";
        /// It sealed the account: the new one may contribute.
        Sealed = "sealed", "原单位已封存";
        /// It didn't within the term; the centre sealed the account on proof.
        Forced = "forced", "已强制封存";
        /// It showed that the person still works there.
        Declined = "declined", "已驳回";
        /// The new employer gave it up.
        Withdrawn = "withdrawn", "已撤回";
    }
}

db::row! {
    /// 转移催办.
    pub struct TransferCase {
        /// Its id; ids grow with time.
        pub case_id: TransferCaseId,
        /// Counts in the centre.
        pub serial: i64,
        /// The account.
        pub account_no: AccountNo,
        /// The employer that is asked to seal it.
        pub old_employer_id: EmployerId,
        /// 管理部 of it.
        pub old_branch_id: BranchId,
        /// The employer that has its person in a roster.
        pub new_employer_id: EmployerId,
        /// 管理部 of it.
        pub new_branch_id: BranchId,
        /// That roster.
        pub roster_id: RosterId,
        /// 缴存年月 of the roster: from then on the new employer contributes.
        pub month: Month,
        /// When the old employer was asked.
        pub opened_on: Date,
        /// The last day of its term.
        pub due_on: Date,
        /// The version of the term.
        pub policy_version_id: PolicyVersionId,
        /// When it was opened.
        pub opened_at: Instant,
        /// By whom.
        pub opened_by: String,
        /// Their name then.
        pub opened_by_name: String,
        /// How far it has come.
        pub status: CaseStatus,
        /// When it ended.
        pub ended_at: Option<Instant>,
        /// By whom.
        pub ended_by: Option<String>,
        /// Their name then.
        pub ended_by_name: Option<String>,
        /// Why.
        pub ended_reason: Option<String>,
        /// The file that proves that the employment ended, by the SM3 of its bytes; of a forced one.
        pub proof: Option<Digest32>,
        /// The sealing that ended it.
        pub sealing_id: Option<SealingId>,
    }
}

impl TransferCase {
    /// The digest of what was recorded when it was opened, which never changes. See
    /// [`audit::compare_facts`](platform::audit::compare_facts).
    pub(crate) fn facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("transfer_case")
            .column(centre)
            .column(self.case_id)
            .int(self.serial)
            .column(self.account_no)
            .column(self.old_employer_id)
            .column(self.old_branch_id)
            .column(self.new_employer_id)
            .column(self.new_branch_id)
            .column(self.roster_id)
            .column(self.month)
            .column(self.opened_on)
            .column(self.due_on)
            .column(self.policy_version_id)
            .column(self.opened_at)
            .text(&self.opened_by)
            .text(&self.opened_by_name)
            .finish()
    }

    /// The digest of the same and of how it ended.
    pub(crate) fn ended_facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("transfer_case.ended")
            .column(self.facts(centre))
            .column(self.status)
            .column(self.ended_at)
            .column(self.ended_by.clone())
            .column(self.ended_by_name.clone())
            .column(self.ended_reason.clone())
            .column(self.proof)
            .column(self.sealing_id)
            .finish()
    }
}

/// How a person ends a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// 驳回: the old employer showed that the person still works there.
    Decline,
    /// 撤回: the new employer gives it up.
    Withdraw,
    /// 强制封存: the term is over, and a stored file proves that the employment has ended.
    Force {
        /// The file, by the SM3 of its bytes.
        proof: Digest32,
    },
}

impl Decision {
    /// The status afterwards.
    pub(super) const fn status(&self) -> CaseStatus {
        match self {
            Self::Decline => CaseStatus::Declined,
            Self::Withdraw => CaseStatus::Withdrawn,
            Self::Force { .. } => CaseStatus::Forced,
        }
    }

    /// What one must be allowed to.
    pub(super) const fn action(&self) -> &'static Action {
        match self {
            Self::Decline => &TRANSFER_DECLINE,
            Self::Withdraw => &TRANSFER_WITHDRAW,
            Self::Force { .. } => &TRANSFER_FORCE,
        }
    }

    /// The file that proves, of a forced one.
    pub(super) const fn proof(&self) -> Option<Digest32> {
        match self {
            Self::Decline | Self::Withdraw => None,
            Self::Force { proof } => Some(*proof),
        }
    }
}

impl TransferCase {
    /// The branch whose staff decides so: the new employer gives the case up, the rest is between
    /// the centre and the old one.
    pub(super) const fn branch_for(&self, decision: &Decision) -> BranchId {
        match decision {
            Decision::Withdraw => self.new_branch_id,
            Decision::Decline | Decision::Force { .. } => self.old_branch_id,
        }
    }

    /// The case with its end.
    pub(super) fn ended(self, ending: &Ending) -> Self {
        Self {
            status: ending.status,
            ended_at: Some(ending.ended_at),
            ended_by: Some(ending.ended_by.clone()),
            ended_by_name: Some(ending.ended_by_name.clone()),
            ended_reason: ending.ended_reason.clone(),
            proof: ending.proof,
            sealing_id: ending.sealing_id,
            ..self
        }
    }
}

/// 业务流水 of a transfer case as people see it: `ZY00000001`.
#[must_use]
pub fn serial_text(serial: i64) -> String {
    format!("ZY{serial:08}")
}
