//! The list of meetings of the management committee.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Date, MeetingId};
use platform::resolution::{self, MeetingRow};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, count, sentence, text};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 管委会会议.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MeetingSummary {
    #[schema(value_type = Id)]
    meeting_id: MeetingId,
    title: String,
    #[schema(value_type = Day)]
    held_on: Date,
    /// 主持人.
    chair: String,
    /// 应到委员.
    members_due: i64,
    /// 实到委员.
    members_present: i64,
    /// How many of its resolutions stand.
    resolutions: i64,
}

impl From<MeetingRow> for MeetingSummary {
    fn from(row: MeetingRow) -> MeetingSummary {
        MeetingSummary {
            meeting_id: row.meeting_id,
            title: row.title,
            held_on: row.held_on,
            chair: row.chair,
            members_due: row.members_due,
            members_present: row.members_present,
            resolutions: row.resolutions,
        }
    }
}

asked!(MeetingsAsked: resolution::MEETINGS.info().0);

/// The committee's meetings, the latest held first.
#[utoipa::path(
    get,
    path = "/api/meetings",
    tag = "meetings",
    params(MeetingsAsked),
    responses((status = 200, body = Listing<MeetingSummary>), ReadRefusals)
)]
pub(crate) async fn list_meetings(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<MeetingSummary>>> {
    let page = resolution::meetings(&api.app, &staff.caller, &query).await?;
    Ok(Json(page.into()))
}

static SHEET: ListSheet<MeetingSummary> = ListSheet {
    name: "meetings",
    title: "管委会会议",
    columns: &[
        sentence("title", "会议名称", |row| row.title.clone()),
        text("held_on", "会议日期", 12, |row| row.held_on.to_string()),
        text("chair", "主持人", 12, |row| row.chair.clone()),
        count("members_due", "应到委员", |row| Some(row.members_due)),
        count("members_present", "实到委员", |row| {
            Some(row.members_present)
        }),
        count("resolutions", "决议", |row| Some(row.resolutions)),
    ],
    filters: &[],
};

/// The meetings that the filters select, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/meetings/list.xlsx",
    tag = "meetings",
    params(MeetingsAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_meetings(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(resolution::meetings(app, caller, query))
        })
        .await
}
