//! 汇缴: an employer's contribution for a month, assessed first and paid after (先核后缴).
//!
//! | step | use case | what changes |
//! |---|---|---|
//! | assessed | [`roster::confirm`](crate::roster::confirm) | the remittance, its lines, rules and payment code |
//! | money arrives | [`receive`] | enough, with what waits for it: accounts, months, voucher 101/201, what is over waits; too little, or unmatched: all of it waits in suspense (101/21901) |
//! | waiting money is placed | [`allocate`] | the same from suspense, voucher 21901/201 |
//! | a stop in between | [`POST_REST`], a job | the chunks that were left |
//! | wrong | [`reverse`] | red letters; the money waits in suspense; what accounts lack is receivable (11902) |
//! | unpaid | [`cancel`] | the month may be assessed anew |
//!
//! Each decision is explained: the rules of an assessment are kept with their inputs, limits,
//! sources and policy versions, and money that waits says why.
//!
//! Bounds: [`bulk::MAX_CHUNK`](crate::account::bulk::MAX_CHUNK) lines a voucher and transaction;
//! a reversal is one transaction whatever its size, because half a reversal is worse than none.

mod allocate;
mod assess;
mod cancel;
mod error;
mod funding;
mod list;
mod model;
mod payment_code;
mod posting;
mod receive;
mod reverse;
mod rule;
mod run;
mod shortfall;
mod store;
mod verdict;
mod waiting;

pub use allocate::{AllocationLine, MAX_LINES, REMITTANCE_ALLOCATE, allocate};
pub use cancel::cancel;
pub use error::unknown;
pub use funding::PURPOSE;
pub use list::{
    FundingView, RemittanceView, remittance, remittance_line_totals, remittance_lines,
    remittance_totals, remittances, serial_in,
};
pub(crate) use list::{require_in, with_employer};
pub(crate) use model::ActiveRemittance;
pub use model::{
    Funding, PostedChunk, Remittance, RemittanceLine, RemittanceStatus, RemittanceSummary,
    RuleVerdict, Verdict,
};
pub use payment_code::{NotAPaymentCode, PaymentCode};
pub use receive::{Outcome, Received, receive};
pub(crate) use reverse::APPROVABLE;
pub use reverse::reverse;
pub use run::{POST_REST, POST_REST_STEPS};
pub(crate) use shortfall::SHORTFALLS_OF_REVERSALS;
pub use shortfall::{ReversalPreview, ShortMember, reversal_preview};
pub use store::REMITTANCES;
pub(crate) use store::{
    CANCELLED_AFTER, Ended, REMITTANCE_LINES, REMITTANCES_AFTER, REVERSED_AFTER,
    RULES_OF_ASSESSMENTS,
};
pub use waiting::{
    Candidate, Candidates, Debtor, Named, Owner, RecoveryOf, SuspenseOf, candidates, recoveries,
    taken_back, waiting,
};

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use assess::{
    Assessment, Sources, assess_in, check_month_in, next_month_in, next_roster_in, next_serial,
};
pub(crate) use posting::{MEMBERS, UNDISTRIBUTED, advance_key, posting_key};
pub(crate) use rule::short_of;

use platform::Action;

/// Looking at remittances and their lines.
pub const REMITTANCE_READ: Action = Action {
    code: "remittance.read",
    label: "查看汇缴",
};
/// Cancelling a remittance that is not paid yet.
pub const REMITTANCE_CANCEL: Action = Action {
    code: "remittance.cancel",
    label: "取消核定",
};
/// What an assessment is audited as. Nobody is granted it: it follows from the confirmation of a
/// roster.
pub(crate) const REMITTANCE_ASSESS: Action = Action {
    code: "remittance.assess",
    label: "核定汇缴",
};
/// What the posting of a chunk is audited as. Nobody is granted it: it follows from an arrival,
/// whose recording is [`settlement::arrival::ARRIVAL_RECORD`].
pub(crate) const REMITTANCE_POST: Action = Action {
    code: "remittance.post",
    label: "汇缴入账",
};
/// Reversing a posted remittance.
pub const REMITTANCE_REVERSE: Action = Action {
    code: "remittance.reverse",
    label: "冲销汇缴",
};

pub(crate) fn statements() -> impl Iterator<Item = &'static db::StmtInfo> {
    [
        store::STATEMENTS,
        shortfall::STATEMENTS,
        waiting::STATEMENTS,
    ]
    .into_iter()
    .flatten()
}

/// 汇缴流水号 as people see it: `HJ00000001`.
#[must_use]
pub fn serial_text(serial: i64) -> String {
    format!("HJ{serial:08}")
}
