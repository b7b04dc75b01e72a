//! Looking at meetings and resolutions.

use db::{ListQuery, Listing};
use kernel::{Instant, MeetingId, Refusal, ResolutionId, Result};

use super::store::{self, MEETINGS, Meeting, MeetingRow, RESOLUTIONS, Resolution, ResolutionRow};
use super::{MEETING_READ, RESOLUTION_READ, RESOLUTION_RECORD, RESOLUTION_VOID, cite};
use crate::{App, Caller, Scope};

/// A meeting as its page shows it.
#[derive(Clone, Debug)]
pub struct MeetingView {
    /// What the list shows of it.
    pub row: MeetingRow,
    /// 会议纪要: the stored file.
    pub minutes: Option<db::Digest32>,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by_name: String,
    /// What the caller may do: `record_resolution`.
    pub can: Vec<&'static str>,
}

/// Something that rests on a resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// What kind of thing.
    pub subject_kind: String,
    /// Which.
    pub subject_id: String,
}

/// A resolution as its page shows it.
#[derive(Clone, Debug)]
pub struct ResolutionView {
    /// What the list shows of it.
    pub row: ResolutionRow,
    /// What was resolved.
    pub content: String,
    /// The signed document: the stored file.
    pub document: Option<db::Digest32>,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by_name: String,
    /// Who voided it and why.
    pub voided: Option<(String, String)>,
    /// What rests on it.
    pub citations: Vec<Citation>,
    /// What the caller may do: `void`.
    pub can: Vec<&'static str>,
}

/// Lists meetings, the latest held first. Filters: `title`, `held_on`.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn meetings(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Listing<MeetingRow>> {
    app.enforce_widest(caller, &MEETING_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    tx.list(&MEETINGS, query).await
}

/// Lists resolutions, the latest recorded first. Filters: `resolution_number`, `title`, `matter`, `meeting_id`,
/// `citable`.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn resolutions(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Listing<ResolutionRow>> {
    app.enforce_widest(caller, &RESOLUTION_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    tx.list(&RESOLUTIONS, query).await
}

/// Opens a meeting's page.
///
/// # Errors
/// `action_forbidden`; `meeting_unknown` (not found).
pub async fn show_meeting(app: &App, caller: &Caller, id: MeetingId) -> Result<MeetingView> {
    app.enforce_widest(caller, &MEETING_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let unknown = || Refusal::not_found("meeting_unknown", "没有这次管委会会议");
    let meeting: Option<Meeting> = tx.optional(&store::MEETING_BY_ID, (id,)).await?;
    let meeting = meeting.ok_or_else(unknown)?;
    let query = ListQuery {
        filters: vec![("meeting_id".to_owned(), id.to_string())],
        limit: 1,
        ..ListQuery::default()
    };
    let row = tx.list(&MEETINGS, &query).await?.items.pop();
    let may = caller.may(&RESOLUTION_RECORD, Scope::Centre);
    Ok(MeetingView {
        row: row.ok_or_else(unknown)?,
        minutes: meeting.minutes,
        recorded_at: meeting.recorded_at,
        recorded_by_name: meeting.recorded_by_name,
        can: may.then_some("record_resolution").into_iter().collect(),
    })
}

/// Opens a resolution's page.
///
/// # Errors
/// `action_forbidden`; `resolution_unknown` (not found).
pub async fn show(app: &App, caller: &Caller, id: ResolutionId) -> Result<ResolutionView> {
    app.enforce_widest(caller, &RESOLUTION_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let found: Option<Resolution> = tx.optional(&store::RESOLUTION_BY_ID, (id,)).await?;
    let resolution = found.ok_or_else(cite::unknown)?;
    let row = tx.one(&store::RESOLUTION_SHOWN, (id,)).await?;
    let citations = tx.all(&store::CITATIONS, (id,)).await?;
    let may_void = caller.may(&RESOLUTION_VOID, Scope::Centre)
        && resolution.voided_at.is_none()
        && citations.is_empty();
    let citation = |(subject_kind, subject_id)| Citation {
        subject_kind,
        subject_id,
    };
    Ok(ResolutionView {
        row,
        content: resolution.content,
        document: resolution.document,
        recorded_at: resolution.recorded_at,
        recorded_by_name: resolution.recorded_by_name,
        voided: resolution.voided_by_name.zip(resolution.void_reason),
        citations: citations.into_iter().map(citation).collect(),
        can: may_void.then_some("void").into_iter().collect(),
    })
}
