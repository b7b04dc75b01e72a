//! 个人网厅: a member before its own account.
//!
//! Contract: a member shows who it is by its ID number, its name and the mobile on file, which must be
//! one member's, and by a code sent to that mobile ([`platform::one_time_code`]). A mobile that isn't on
//! file changes at the counter only ([`change_mobile`](super::change_mobile)); the answer doesn't tell
//! whether there is such a member, or one without a mobile. Who has withdrawn everything still comes in: its entries are
//! its own.
//!
//! What is shown is the member's whose session it is, and is found by the member alone: no number of an
//! account is asked for. Each page is one statement. Names are whole, they are the reader's own; numbers
//! are masked, a screen is seen by others. Nothing read here is audited; what staff read of a member is.

mod explanation;
mod own;
mod sign_in;
mod store;
#[cfg(test)]
mod tests;

pub use own::{OwnAccount, OwnEntries, OwnEntry, OwnMonth, OwnYear, entries, show, years};
pub use sign_in::{Said, ask_code, caller_of, name_of, shown_in_demo, sign_in};

pub(crate) use store::STATEMENTS;
