//! Uploading a file.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use platform::file::{self, FileObject};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::Upload;
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// A file that the server keeps.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StoredFile {
    /// Its name in the system: the SM3 of its bytes, in hexadecimal digits.
    file: String,
    /// Its bytes.
    size: i64,
    /// What it was called when these bytes were uploaded first.
    name: String,
}

impl From<FileObject> for StoredFile {
    fn from(file: FileObject) -> StoredFile {
        StoredFile {
            file: file.sm3.hex(),
            size: file.size_bytes,
            name: file.name,
        }
    }
}

/// Keeps a file, at most 32 MiB. It takes no idempotency key: the same bytes are the same file.
#[utoipa::path(
    post,
    path = "/api/files",
    tag = "files",
    params(("X-File-Name" = String, Header, description = "文件名，按 UTF-8 百分号编码")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = StoredFile), ChangeRefusals)
)]
pub(crate) async fn store_file(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Upload {
        name,
        media_type,
        bytes,
    }: Upload,
) -> Answer<(StatusCode, Json<StoredFile>)> {
    let stored = file::store(&api.app, &staff.caller, &name, &media_type, bytes).await?;
    Ok((StatusCode::CREATED, Json(stored.into())))
}
