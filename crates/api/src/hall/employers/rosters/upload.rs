//! Uploading a roster of an employer.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use crate::Api;
use crate::events::{AsksForEvents, EVENTS};
use crate::extract::{Body, Key};
use crate::hall::employers::caller::AgentCaller;
use crate::problem::{Answer, ChangeRefusals};
use crate::staff::employers::{RosterUpload, RosterUploaded, read_roster};

/// Reads a stored file of the employer's as its roster and keeps the preview. With `Accept:
/// text/event-stream` it tells by events how far it has come, as an upload by staff does.
#[utoipa::path(
    post,
    path = "/api/hall/employers/{employer_id}/rosters",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(("employer_id" = String, Path, format = "uuid"), Key),
    request_body = RosterUpload,
    responses(
        (status = 201, body = RosterUploaded),
        (status = 200, body = String, content_type = EVENTS),
        ChangeRefusals
    )
)]
pub(crate) async fn upload_hall_roster(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Key(key): Key,
    AsksForEvents(asks_for_events): AsksForEvents,
    Body(upload): Body<RosterUpload>,
) -> Answer<Response> {
    let upload = upload.of(agent.employer_id);
    read_roster(api, agent.caller, key, upload, asks_for_events).await
}
