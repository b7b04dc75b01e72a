//! Uploading an employer's roster.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use db::Digest32;
use fund::roster::{self, Progress, Upload};
use kernel::{EmployerId, Month, RosterId};
use platform::{Caller, IdempotencyKey};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::events::{self, AsksForEvents, EVENTS};
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

/// How far the reading has come.
#[derive(Debug, Serialize)]
struct ReadingProgress {
    /// Rows read and judged.
    rows: i64,
    /// How many there will be, to judge by the part of the file that they took.
    rows_expected: i64,
}

/// Reads a stored file as the employer's roster and keeps its preview. With `Accept:
/// text/event-stream` it answers at once and tells by events how far it has come: `progress` with
/// `rows` and `rows_expected`, at last `done` with what it answers otherwise, or `problem`. It goes
/// on when nobody listens any more; the same under the same key then answers what came of it.
#[utoipa::path(
    post,
    path = "/api/employers/{id}/rosters",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = RosterUpload,
    responses(
        (status = 201, body = RosterUploaded),
        (status = 200, body = String, content_type = EVENTS),
        ChangeRefusals
    )
)]
pub(crate) async fn upload_roster(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
    Key(key): Key,
    AsksForEvents(asks_for_events): AsksForEvents,
    Body(form): Body<RosterUpload>,
) -> Answer<Response> {
    let upload = form.of(employer_id);
    read_roster(api, staff.caller, key, upload, asks_for_events).await
}

impl RosterUpload {
    /// As a roster of this employer.
    pub(crate) fn of(self, employer_id: EmployerId) -> Upload {
        let RosterUpload { file, month } = self;
        Upload {
            employer_id,
            file,
            month,
        }
    }
}

/// Reads a roster and answers it once it is read, or tells meanwhile how far it has come.
pub(crate) async fn read_roster(
    api: Arc<Api>,
    caller: Caller,
    key: IdempotencyKey,
    upload: Upload,
    asks_for_events: bool,
) -> Answer<Response> {
    if asks_for_events {
        return Ok(events::told(|teller| async move {
            let tell = move |Progress {
                                 rows,
                                 rows_expected,
                             }: Progress| {
                teller.tell(ReadingProgress {
                    rows,
                    rows_expected,
                });
            };
            let app = &api.app;
            let roster_id = roster::upload_watched(app, &caller, &key, &upload, &tell).await?;
            Ok(RosterUploaded { roster_id })
        }));
    }
    let roster_id = roster::upload(&api.app, &caller, &key, &upload).await?;
    Ok((StatusCode::CREATED, Json(RosterUploaded { roster_id })).into_response())
}
