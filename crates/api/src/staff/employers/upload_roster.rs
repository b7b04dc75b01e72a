//! Uploading an employer's roster.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use db::Digest32;
use fund::roster::{self, Upload};
use kernel::{EmployerId, Month, RosterId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named, file_digest};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Id, YearMonth};

/// A roster to be read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RosterUpload {
    /// The stored file.
    #[serde(deserialize_with = "file_digest")]
    #[schema(value_type = String, pattern = "^[0-9a-f]{64}$")]
    file: Digest32,
    /// 缴存年月.
    #[schema(value_type = YearMonth)]
    month: Month,
}

/// A roster that was read and judged.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RosterUploaded {
    #[schema(value_type = Id)]
    roster_id: RosterId,
}

/// Reads a stored file as the employer's roster and keeps its preview.
#[utoipa::path(
    post,
    path = "/api/employers/{id}/rosters",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = RosterUpload,
    responses((status = 201, body = RosterUploaded), ChangeRefusals)
)]
pub(crate) async fn upload_roster(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
    Key(key): Key,
    Body(RosterUpload { file, month }): Body<RosterUpload>,
) -> Answer<(StatusCode, Json<RosterUploaded>)> {
    let upload = Upload {
        employer_id,
        file,
        month,
    };
    let roster_id = roster::upload(&api.app, &staff.caller, &key, &upload).await?;
    Ok((StatusCode::CREATED, Json(RosterUploaded { roster_id })))
}
