//! Proving meetings and resolutions: what was recorded of each, and of each voiding, is as it was.

use db::{Digest, Digest32, ReadTx};
use kernel::{CentreId, Finding, MeetingId, ResolutionId, Result};

use super::store::{self, Meeting, Resolution};
use super::{MEETING_RECORD, RESOLUTION_RECORD, RESOLUTION_VOID};
use crate::audit::{Difference, Recorded, compare_facts};

/// What is recorded of a meeting.
pub(super) fn meeting_facts(centre: CentreId, meeting: &Meeting) -> Digest32 {
    Digest::new(MEETING_RECORD.code)
        .column(centre)
        .column(meeting.meeting_id)
        .text(&meeting.title)
        .column(meeting.held_on)
        .text(&meeting.chair)
        .int(meeting.members_due)
        .int(meeting.members_present)
        .column(meeting.minutes)
        .column(meeting.recorded_at)
        .text(&meeting.recorded_by)
        .text(&meeting.recorded_by_name)
        .finish()
}

/// What is recorded of a resolution.
pub(super) fn recording_facts(centre: CentreId, resolution: &Resolution) -> Digest32 {
    Digest::new(RESOLUTION_RECORD.code)
        .column(centre)
        .column(resolution.resolution_id)
        .column(resolution.meeting_id)
        .text(&resolution.number)
        .text(&resolution.title)
        .column(resolution.matter)
        .text(&resolution.content)
        .int(resolution.in_favour)
        .int(resolution.against)
        .int(resolution.abstained)
        .column(resolution.adopted)
        .column(resolution.document)
        .column(resolution.recorded_at)
        .text(&resolution.recorded_by)
        .text(&resolution.recorded_by_name)
        .finish()
}

/// What is recorded of its voiding; none when the row says by halves that there was one.
pub(super) fn voiding_facts(centre: CentreId, resolution: &Resolution) -> Option<Digest32> {
    let facts = Digest::new(RESOLUTION_VOID.code)
        .column(centre)
        .column(resolution.resolution_id)
        .column(resolution.voided_at?)
        .text(resolution.voided_by.as_deref()?)
        .text(resolution.voided_by_name.as_deref()?)
        .text(resolution.void_reason.as_deref()?);
    Some(facts.finish())
}

/// Holds every meeting, resolution and voiding against the events of its recording:
/// `meeting_differs` at `/meeting/<id>`, `resolution_differs` at `/resolution/<id>`. What cites a
/// resolution is proved with what cites it.
///
/// # Errors
/// Broken when the database fails.
pub async fn verify(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let centre = tx.centre();
    let mut findings = Vec::new();
    let recorded = Recorded {
        action: &MEETING_RECORD,
        rows_after: &store::MEETINGS_AFTER,
        nil: MeetingId::NIL,
    };
    let facts = |meeting: &Meeting| Some(meeting_facts(centre, meeting));
    compare_facts(tx, &recorded, facts, |id, how: Difference| {
        let field = format!("/meeting/{id}");
        findings.push(Finding::new(
            field,
            "meeting_differs",
            how.sentence("管委会会议"),
        ));
    })
    .await?;
    let mut found = |id: &str, sentence: String| {
        let field = format!("/resolution/{id}");
        findings.push(Finding::new(field, "resolution_differs", sentence));
    };
    let recorded = Recorded {
        action: &RESOLUTION_RECORD,
        rows_after: &store::RESOLUTIONS_AFTER,
        nil: ResolutionId::NIL,
    };
    let facts = |resolution: &Resolution| Some(recording_facts(centre, resolution));
    compare_facts(tx, &recorded, facts, |id, how| {
        found(id, how.sentence("管委会决议"));
    })
    .await?;
    let voided = Recorded {
        action: &RESOLUTION_VOID,
        rows_after: &store::VOIDED_AFTER,
        nil: ResolutionId::NIL,
    };
    let facts = |resolution: &Resolution| voiding_facts(centre, resolution);
    compare_facts(tx, &voided, facts, |id, how| {
        found(id, how.sentence_of_act("管委会决议的作废"));
    })
    .await?;
    Ok(findings)
}
