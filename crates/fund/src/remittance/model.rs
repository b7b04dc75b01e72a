//! What a remittance is, and its states.
//!
//! ```text
//! assessed ──(exact amount arrives)── posting ──(last chunk)── posted ──(reverse)── reversed
//!     └──(cancel)── cancelled
//! ```

use db::{Digest, Digest32};
use kernel::{
    AccountNo, ArrivalId, BatchId, BranchId, CentreId, Date, EmployerId, Fen, Instant, Month,
    PolicyVersionId, RemittanceId, RosterId, RunId, SuspenseId, VoucherId,
};

db::codes! {
    /// 汇缴状态.
    pub enum RemittanceStatus {
        /// 已核定: the employer may pay.
        Assessed = "assessed", "待到账";
        /// The money has arrived and a run of several vouchers is under way.
        Posting = "posting", "入账中";
        /// Every account has its entry.
        Posted = "posted", "已入账";
        /// 冲销: taken back; the money waits in suspense, the month may be remitted anew.
        Reversed = "reversed", "已冲销";
        /// Given up before money came; the month may be assessed anew.
        Cancelled = "cancelled", "已取消";
    }
}

db::codes! {
    /// What a rule said.
    pub enum Verdict {
        /// 符合.
        Met = "met", "符合";
        /// 不符合.
        Broken = "broken", "不符合";
    }
}

db::row! {
    /// The remittance that an employer's month has: assessed, being posted or posted.
    pub(crate) struct ActiveRemittance {
        pub(crate) remittance_id: RemittanceId,
        pub(crate) serial: i64,
        pub(crate) status: RemittanceStatus,
    }
}

db::row! {
    /// 汇缴 as it is stored.
    pub struct Remittance {
        /// Its id.
        pub remittance_id: RemittanceId,
        /// 汇缴流水号, a plain counter.
        pub serial: i64,
        /// The employer that owes it.
        pub employer_id: EmployerId,
        /// 管理部: the employer's when it was assessed.
        pub branch_id: BranchId,
        /// The roster it was assessed from.
        pub roster_id: RosterId,
        /// 缴存年月.
        pub month: Month,
        /// 汇缴状态.
        pub status: RemittanceStatus,
        /// 汇缴人数.
        pub people: i64,
        /// 单位缴存额.
        pub employer_fen: Fen,
        /// 个人缴存额.
        pub member_fen: Fen,
        /// 应缴金额: the exact amount to arrive.
        pub expected_fen: Fen,
        /// 缴款码.
        pub payment_code: String,
        /// The batch that holds its lines.
        pub batch_id: BatchId,
        /// When it was assessed.
        pub assessed_at: Instant,
        /// By whom: the actor's label.
        pub assessed_by: String,
        /// By whom: the name then.
        pub assessed_by_name: String,
        /// The versions of the policy it was assessed by, comma separated: the authority of its
        /// vouchers.
        pub policy_versions: String,
        /// 起息日: that of the wire that filled it; the business date where suspense did.
        pub value_date: Option<Date>,
        /// 记账日期 of the last chunk.
        pub posted_on: Option<Date>,
        /// The run that posts it.
        pub run_id: Option<RunId>,
        /// Lines posted so far.
        pub posted_lines: i64,
        /// 制单: who recorded the arrival, or allocated the suspense.
        pub preparer: Option<String>,
        /// When it was reversed or cancelled.
        pub ended_at: Option<Instant>,
        /// By whom.
        pub ended_by: Option<String>,
        /// Why.
        pub ended_reason: Option<String>,
    }
}

impl Remittance {
    /// The digest of what was assessed and never changes: everything but how far the posting got,
    /// what paid for it and how it ended. See
    /// [`audit::compare_facts_with`](platform::audit::compare_facts_with).
    pub(crate) fn facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("remittance")
            .column(centre)
            .column(self.remittance_id)
            .int(self.serial)
            .column(self.employer_id)
            .column(self.branch_id)
            .column(self.roster_id)
            .column(self.month)
            .int(self.people)
            .column(self.employer_fen)
            .column(self.member_fen)
            .column(self.expected_fen)
            .text(&self.payment_code)
            .column(self.batch_id)
            .column(self.assessed_at)
            .text(&self.assessed_by)
            .text(&self.assessed_by_name)
            .text(&self.policy_versions)
            .finish()
    }
}

db::row! {
    /// A rule that the assessment was held against.
    pub struct RuleVerdict {
        /// Counts from 1.
        pub rule_no: i64,
        /// The rule's name.
        pub rule: String,
        /// What was held against it.
        pub input: String,
        /// What it allows.
        pub limit_text: String,
        /// The document it comes from.
        pub source: String,
        /// What it said.
        pub verdict: Verdict,
        /// The version of the policy parameter, when the limit is one.
        pub policy_version_id: Option<PolicyVersionId>,
    }
}

db::row! {
    /// One voucher of a remittance and the lines it posted.
    pub struct PostedChunk {
        /// Counts from 1.
        pub chunk_no: i64,
        /// The first line.
        pub from_line: i64,
        /// The last line.
        pub to_line: i64,
        /// What it posted to the accounts.
        pub amount_fen: Fen,
        /// The voucher.
        pub voucher_id: VoucherId,
        /// The voucher that took it back.
        pub reversal_voucher_id: Option<VoucherId>,
    }
}

db::row! {
    /// Money that filled a remittance.
    pub struct Funding {
        /// Counts from 1 in the remittance.
        pub funding_no: i64,
        /// The arrival that it is of.
        pub arrival_id: ArrivalId,
        /// 到账流水号 of it, a plain counter.
        pub arrival_serial: i64,
        /// The item of suspense that it came by; straight from the wire without one.
        pub suspense_id: Option<SuspenseId>,
        /// How much.
        pub amount_fen: Fen,
    }
}

db::row! {
    /// 汇缴 as its list shows it.
    pub struct RemittanceSummary {
        /// Its id.
        pub remittance_id: RemittanceId,
        /// 汇缴流水号.
        pub serial: i64,
        /// The employer.
        pub employer_id: EmployerId,
        /// 单位名称.
        pub employer_name: String,
        /// 缴存年月.
        pub month: Month,
        /// 汇缴状态.
        pub status: RemittanceStatus,
        /// 汇缴人数.
        pub people: i64,
        /// 应缴金额.
        pub expected_fen: Fen,
        /// 缴款码.
        pub payment_code: String,
        /// 记账日期 of the last chunk.
        pub posted_on: Option<Date>,
    }
}

/// A line as its list shows it; what is personal is masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemittanceLine {
    /// Counts from 1 in the remittance, by account.
    pub line_no: i64,
    /// 个人账号.
    pub account_no: AccountNo,
    /// 姓名, masked.
    pub name: String,
    /// 缴存基数.
    pub base_fen: Fen,
    /// 单位缴存额.
    pub employer_fen: Fen,
    /// 个人缴存额.
    pub member_fen: Fen,
}
