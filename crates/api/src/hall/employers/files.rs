//! Uploading a file of an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use platform::file;

use super::caller::AgentCaller;
use crate::Api;
use crate::extract::Upload;
use crate::problem::{Answer, ChangeRefusals};
use crate::staff::files::StoredFile;

/// Keeps a file of the employer's, at most 32 MiB. It takes no idempotency key: the same bytes are the
/// same file.
#[utoipa::path(
    post,
    path = "/api/hall/employers/{employer_id}/files",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(
        ("employer_id" = String, Path, format = "uuid"),
        ("X-File-Name" = String, Header, description = "文件名，按 UTF-8 百分号编码")
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = StoredFile), ChangeRefusals)
)]
pub(crate) async fn store_hall_file(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Upload {
        name,
        media_type,
        bytes,
    }: Upload,
) -> Answer<(StatusCode, Json<StoredFile>)> {
    let stored = file::store(&api.app, &agent.caller, &name, &media_type, bytes).await?;
    Ok((StatusCode::CREATED, Json(stored.into())))
}
