//! The list of resolutions.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Date, Instant, MeetingId, ResolutionId};
use platform::resolution::{self, Matter, ResolutionRow};
use serde::Serialize;
use utoipa::ToSchema;

use super::MatterCode;
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, Words, code_words, count, sentence, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, Moment, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 管委会决议.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ResolutionSummary {
    #[schema(value_type = Id)]
    resolution_id: ResolutionId,
    /// 决议文号.
    number: String,
    title: String,
    #[schema(value_type = MatterCode)]
    matter: Matter,
    #[schema(value_type = Id)]
    meeting_id: MeetingId,
    meeting_title: String,
    /// The day of the meeting.
    #[schema(value_type = Day)]
    held_on: Date,
    /// 同意.
    in_favour: i64,
    /// 反对.
    against: i64,
    /// 弃权.
    abstained: i64,
    adopted: bool,
    /// Null unless it was recorded by mistake.
    #[schema(value_type = Option<Moment>)]
    voided_at: Option<Instant>,
}

impl From<ResolutionRow> for ResolutionSummary {
    fn from(row: ResolutionRow) -> ResolutionSummary {
        ResolutionSummary {
            resolution_id: row.resolution_id,
            number: row.number,
            title: row.title,
            matter: row.matter,
            meeting_id: row.meeting_id,
            meeting_title: row.meeting_title,
            held_on: row.held_on,
            in_favour: row.in_favour,
            against: row.against,
            abstained: row.abstained,
            adopted: row.adopted,
            voided_at: row.voided_at,
        }
    }
}

impl ResolutionSummary {
    /// How it stands, in a word.
    fn standing(&self) -> &'static str {
        match (self.voided_at, self.adopted) {
            (Some(_), _) => "已作废",
            (None, true) => "通过",
            (None, false) => "未通过",
        }
    }
}

asked!(ResolutionsAsked: resolution::RESOLUTIONS.info().0);

/// The committee's resolutions, the latest recorded first; `citable` are those adopted that stand.
#[utoipa::path(
    get,
    path = "/api/resolutions",
    tag = "resolutions",
    params(ResolutionsAsked),
    responses((status = 200, body = Listing<ResolutionSummary>), ReadRefusals)
)]
pub(crate) async fn list_resolutions(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<ResolutionSummary>>> {
    let page = resolution::resolutions(&api.app, &staff.caller, &query).await?;
    Ok(Json(page.into()))
}

static SHEET: ListSheet<ResolutionSummary> = ListSheet {
    name: "resolutions",
    title: "管委会决议",
    columns: &[
        text("number", "决议文号", 24, |row| row.number.clone()),
        sentence("title", "决议名称", |row| row.title.clone()),
        text("matter", "决议事项", 18, |row| {
            row.matter.label().to_owned()
        }),
        sentence("meeting", "会议", |row| row.meeting_title.clone()),
        text("held_on", "会议日期", 12, |row| row.held_on.to_string()),
        count("in_favour", "同意", |row| Some(row.in_favour)),
        count("against", "反对", |row| Some(row.against)),
        count("abstained", "弃权", |row| Some(row.abstained)),
        text("standing", "结果", 10, |row| row.standing().to_owned()),
    ],
    filters: &[
        ("matter", code_words!(Matter)),
        ("meeting_id", Words::OfRow(|row| row.meeting_title.clone())),
    ],
};

/// The resolutions that the filters select, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/resolutions/list.xlsx",
    tag = "resolutions",
    params(ResolutionsAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_resolutions(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(resolution::resolutions(app, caller, query))
        })
        .await
}
