//! 清册: the list an employer has in its spreadsheet becomes the lines of a remittance.
//!
//! | step | use case | what changes |
//! |---|---|---|
//! | upload | [`upload`] | the preview: every row read and judged, each with all its findings; an earlier one of the month is given up |
//! | look | [`roster`], [`lines`], [`missing`] | nothing |
//! | confirm | [`confirm`] | accounts opened, rebased, unsealed and brought over, the remittance assessed (先核后缴) |
//! | give up | [`discard`] | the preview, and the personal data in it |
//! | correct | [`findings_workbook`] | nothing: the rows as written, with what is wrong with them |
//! | send again | [`roster_workbook`], [`next_workbook`] | nothing: what imports back without a finding |
//!
//! Nothing is imported by half: a preview is one transaction, and a roster with one faulty row
//! can't be confirmed. A confirmation looks again at everything that may have changed since.
//!
//! Bounds: [`MAX_ROWS`] rows, read and written in chunks of 5,000; what grows with the file is a
//! look-up of 32 bytes a person, by which duplicates are found, and the file's shared strings.

mod chunks;
mod columns;
mod confirm;
mod discard;
mod error;
mod export;
mod faulty;
mod formula;
mod line;
mod list;
mod missing;
mod model;
mod reading;
mod rows;
mod rule;
mod store;
mod template;
mod upload;

pub use confirm::confirm;
pub use discard::discard;
pub use error::unknown;
pub use export::{Exported, next_workbook, roster_workbook};
pub use faulty::{Part, findings_workbook};
pub use list::{LineView, RosterView, line_totals, lines, roster, roster_totals, rosters};
pub(crate) use missing::missing_accounts_in;
pub use missing::{MissingMember, missing, missing_totals};
pub use model::{Change, Finding, Note, Progress, RosterStatus, RosterSummary, SkippedRow};
pub use reading::MAX_ROWS;
pub(crate) use store::ROSTER_LINES;
pub use store::ROSTERS;
pub use template::template;
pub use upload::{Upload, Watcher, upload, upload_watched};

#[cfg(test)]
mod tests;

pub(crate) use error::remittance_exists;
pub(crate) use line::Terms;
pub(crate) use rows::{RosterRow, Sums};
pub(crate) use rule::{ACTIVE_ELSEWHERE, MonthFacts, check_month, may_remit, month_due};
pub(crate) use store::{CONFIRMED_AFTER, FILE_NAMES, ROSTERS_AFTER, STATEMENTS};

use db::ReadTx;
use kernel::{Result, RosterId};
use platform::Action;

/// Uploading an employer's roster.
pub const ROSTER_UPLOAD: Action = Action {
    code: "roster.upload",
    label: "上传清册",
};
/// Confirming a roster: accounts are opened and the remittance is assessed.
pub const ROSTER_CONFIRM: Action = Action {
    code: "roster.confirm",
    label: "确认清册",
};
/// Discarding a roster.
pub const ROSTER_DISCARD: Action = Action {
    code: "roster.discard",
    label: "放弃清册",
};
/// Taking a roster out of the system with whole names and numbers: with its findings, or to be
/// imported again.
pub const ROSTER_EXPORT: Action = Action {
    code: "roster.export",
    label: "导出清册",
};
/// Looking at rosters and their lines.
pub const ROSTER_READ: Action = Action {
    code: "roster.read",
    label: "查看清册",
};

/// A roster.
///
/// # Errors
/// `roster_unknown`.
pub(crate) async fn require_in(tx: &mut ReadTx, roster_id: RosterId) -> Result<RosterRow> {
    let roster = tx.optional(&store::ROSTER_BY_ID, (roster_id,)).await?;
    roster.ok_or_else(|| error::unknown(roster_id))
}

/// A roster that waits to be confirmed.
///
/// # Errors
/// `roster_unknown`, `roster_not_previewed`.
pub(crate) async fn previewed_in(tx: &mut ReadTx, roster_id: RosterId) -> Result<RosterRow> {
    let roster = require_in(tx, roster_id).await?;
    match roster.status {
        RosterStatus::Previewed => Ok(roster),
        ended => Err(error::not_previewed(ended)),
    }
}
