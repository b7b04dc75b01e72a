//! One meeting.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Instant, MeetingId};
use platform::resolution::{self, MeetingView};
use serde::Serialize;
use utoipa::ToSchema;

use super::list::MeetingSummary;
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::Moment;

/// 管委会会议 as its page shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Meeting {
    #[serde(flatten)]
    summary: MeetingSummary,
    /// 会议纪要: the stored file, by the SM3 of its bytes.
    minutes: Option<String>,
    #[schema(value_type = Moment)]
    recorded_at: Instant,
    recorded_by_name: String,
    /// What the caller may do: `record_resolution`.
    can: Vec<&'static str>,
}

impl From<MeetingView> for Meeting {
    fn from(view: MeetingView) -> Meeting {
        Meeting {
            summary: view.row.into(),
            minutes: view.minutes.map(|file| file.hex()),
            recorded_at: view.recorded_at,
            recorded_by_name: view.recorded_by_name,
            can: view.can,
        }
    }
}

/// One meeting.
#[utoipa::path(
    get,
    path = "/api/meetings/{id}",
    tag = "meetings",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Meeting), ReadOneRefusals)
)]
pub(crate) async fn show_meeting(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(meeting_id): Named<MeetingId>,
) -> Answer<Json<Meeting>> {
    let view = resolution::show_meeting(&api.app, &staff.caller, meeting_id).await?;
    Ok(Json(view.into()))
}
