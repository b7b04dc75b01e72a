//! 管委会: the meetings of the management committee and what they resolved.
//!
//! What the committee decides (Regulation article 9: how the Regulation is applied in the city, the
//! rates, the plan of collection and use, the distribution of the surplus, reports, write-offs) is
//! recorded here first. Whatever rests on such a decision [cites](cite_in) the resolution in its own
//! transaction: a version of a policy parameter, a plan, a reduction of rates, a write-off, a
//! distribution. The resolution has to be adopted, of that matter, and not voided.
//!
//! Nothing recorded is changed. What was recorded by mistake is [voided](void) with a reason, as long
//! as nothing that stands cites it, and its number is free again. What the trail holds of each is
//! [proved](verify).

mod cite;
mod list;
mod meeting;
mod model;
mod record;
mod store;
mod verify;

pub use cite::{check_in, cite_in, cited_in, compare_citations, release_in};
pub use list::{Citation, MeetingView, ResolutionView, meetings, resolutions, show, show_meeting};
pub use meeting::{NewMeeting, record_meeting};
pub use model::Matter;
pub use record::{NewResolution, record, void};
pub use store::{MEETINGS, MeetingRow, RESOLUTIONS, ResolutionRow};
pub use verify::verify;

pub(crate) use store::STATEMENTS;

/// What of meetings and resolutions names files.
pub(crate) const NAMES_FILES: &[NamesFiles] = &[
    NamesFiles {
        table: "meeting",
        column: "minutes",
        names: &store::MINUTES_NAME,
    },
    NamesFiles {
        table: "resolution",
        column: "document",
        names: &store::DOCUMENT_NAMES,
    },
];

use crate::Action;
use crate::file::NamesFiles;

/// Recording a meeting of the management committee.
pub const MEETING_RECORD: Action = Action {
    code: "meeting.record",
    label: "登记管委会会议",
};
/// Looking at the committee's meetings.
pub const MEETING_READ: Action = Action {
    code: "meeting.read",
    label: "查看管委会会议",
};
/// Recording what a meeting resolved.
pub const RESOLUTION_RECORD: Action = Action {
    code: "resolution.record",
    label: "登记管委会决议",
};
/// Looking at resolutions.
pub const RESOLUTION_READ: Action = Action {
    code: "resolution.read",
    label: "查看管委会决议",
};
/// Voiding a resolution that was recorded by mistake.
pub const RESOLUTION_VOID: Action = Action {
    code: "resolution.void",
    label: "作废管委会决议",
};

#[cfg(test)]
mod tests;
