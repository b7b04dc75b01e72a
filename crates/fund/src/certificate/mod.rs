//! 证明与回单: papers that the centre gives out, and the public check of them.
//!
//! | paper | whose | says |
//! |---|---|---|
//! | 缴存证明 | a member's | what the account is, and its contributions of the last months ([`issue_contribution`]) |
//! | 汇缴收据 | an employer's | a posted remittance ([`issue_remittance_receipt`]) |
//! | 入账回单 | a member's | one entry that brought money ([`issue_entry_receipt`]) |
//!
//! A paper says what was true when it was issued: its facts are kept sealed, and every copy is drawn
//! from them anew ([`paper`]), so all copies are the same. Anybody with its [`Code`] may [`check`]
//! whether it was issued with these figures, and whether it still stands: staff [`void`] it with a
//! reason, and a receipt falls with the money it speaks of. The same thing may have several papers;
//! each is a state of its own day.
//!
//! Bounds: [`MONTHS`] on a contribution certificate, a code guessed some thirty times an address.

mod check;
mod code;
mod facts;
mod issue;
mod list;
mod model;
mod store;
#[cfg(test)]
mod tests;
mod void;
mod words;

pub use check::{Checked, check};
pub use code::{Code, NotACode};
pub use issue::{
    Issued, MONTHS, issue_contribution, issue_entry_receipt, issue_remittance_receipt,
};
pub use list::{CertificateSummary, list, paper};
pub(crate) use model::{CODE, Certificate, FACTS};
pub use model::{CertificateKind, CertificateStatus};
pub use store::CERTIFICATES;
pub(crate) use store::{CERTIFICATES_AFTER, CERTIFICATES_OF_NOTHING, STATEMENTS, VOIDED_AFTER};
pub use void::void;

use kernel::Refusal;
use platform::Action;

/// Looking at papers, printing one again included.
pub const CERTIFICATE_READ: Action = Action {
    code: "certificate.read",
    label: "查看证明与回单",
};
/// Issuing a paper.
pub const CERTIFICATE_ISSUE: Action = Action {
    code: "certificate.issue",
    label: "开具证明与回单",
};
/// Voiding a paper.
pub const CERTIFICATE_VOID: Action = Action {
    code: "certificate.void",
    label: "作废证明与回单",
};
/// What a drawn copy is audited as. Nobody is granted it: it follows from [`CERTIFICATE_READ`].
pub(crate) const CERTIFICATE_PRINT: Action = Action {
    code: "certificate.print",
    label: "打印证明与回单",
};

/// That there is no such paper.
#[must_use]
pub fn unknown() -> Refusal {
    Refusal::not_found("certificate_unknown", "没有这份证明或回单，请核对核验码")
}
