//! Recording a meeting of the management committee.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use db::Digest32;
use kernel::MeetingId;
use platform::resolution::{self, NewMeeting};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, file_digest_or_none};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id};

/// A meeting as its minutes tell it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeetingRecord {
    /// 会议名称.
    #[schema(max_length = 100)]
    title: String,
    /// 会议日期.
    #[schema(value_type = Day)]
    held_on: String,
    /// 主持人.
    #[schema(max_length = 40)]
    chair: String,
    /// 应到委员.
    members_due: i64,
    /// 实到委员.
    members_present: i64,
    /// 会议纪要: a stored file.
    #[serde(default, deserialize_with = "file_digest_or_none")]
    #[schema(value_type = Option<String>, pattern = "^[0-9a-f]{64}$")]
    minutes: Option<Digest32>,
}

/// A recorded meeting.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MeetingRecorded {
    #[schema(value_type = Id)]
    meeting_id: MeetingId,
}

/// Records a meeting.
#[utoipa::path(
    post,
    path = "/api/meetings",
    tag = "meetings",
    params(Key),
    request_body = MeetingRecord,
    responses((status = 201, body = MeetingRecorded), ChangeRefusals)
)]
pub(crate) async fn record_meeting(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(form): Body<MeetingRecord>,
) -> Answer<(StatusCode, Json<MeetingRecorded>)> {
    let new = NewMeeting {
        title: form.title,
        held_on: form.held_on,
        chair: form.chair,
        members_due: form.members_due,
        members_present: form.members_present,
        minutes: form.minutes,
    };
    let meeting_id = resolution::record_meeting(&api.app, &staff.caller, &key, &new).await?;
    Ok((StatusCode::CREATED, Json(MeetingRecorded { meeting_id })))
}
