//! Recording what a meeting resolved.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use db::Digest32;
use kernel::{MeetingId, ResolutionId};
use platform::resolution::{self, NewResolution};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named, file_digest_or_none};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::staff::resolutions::MatterCode;
use crate::wire::Id;

/// A resolution as the minutes tell it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResolutionRecord {
    /// 决议文号.
    #[schema(max_length = 60)]
    number: String,
    /// 决议名称.
    #[schema(max_length = 100)]
    title: String,
    /// 决议事项.
    #[schema(value_type = MatterCode)]
    matter: String,
    /// 决议内容, on one line.
    #[schema(max_length = 500)]
    content: String,
    /// 同意.
    in_favour: i64,
    /// 反对.
    against: i64,
    /// 弃权.
    abstained: i64,
    /// Whether it was adopted.
    adopted: bool,
    /// The signed document: a stored file.
    #[serde(default, deserialize_with = "file_digest_or_none")]
    #[schema(value_type = Option<String>, pattern = "^[0-9a-f]{64}$")]
    document: Option<Digest32>,
}

/// A recorded resolution.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ResolutionRecorded {
    #[schema(value_type = Id)]
    resolution_id: ResolutionId,
}

/// Records what a meeting resolved.
#[utoipa::path(
    post,
    path = "/api/meetings/{id}/resolutions",
    tag = "meetings",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = ResolutionRecord,
    responses((status = 201, body = ResolutionRecorded), ChangeRefusals)
)]
pub(crate) async fn record_resolution(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(meeting_id): Named<MeetingId>,
    Key(key): Key,
    Body(form): Body<ResolutionRecord>,
) -> Answer<(StatusCode, Json<ResolutionRecorded>)> {
    let new = NewResolution {
        number: form.number,
        title: form.title,
        matter: form.matter,
        content: form.content,
        in_favour: form.in_favour,
        against: form.against,
        abstained: form.abstained,
        adopted: form.adopted,
        document: form.document,
    };
    let (app, caller) = (&api.app, &staff.caller);
    let resolution_id = resolution::record(app, caller, &key, meeting_id, &new).await?;
    let recorded = ResolutionRecorded { resolution_id };
    Ok((StatusCode::CREATED, Json(recorded)))
}
