//! 文件: what people upload, named by the SM3 of its bytes.
//!
//! The bytes lie sealed in the database (a roster holds personal data), at most 32 MiB each, and
//! the same bytes once. Beside them stands who uploaded them last in each branch, under which name:
//! a branch reads what it has uploaded itself, whoever else has the same bytes. Every upload is
//! audited. What nothing comes to name is deleted after a week ([`sweep`](sweep())).

mod store;
mod sweep;

pub use store::FileObject;
pub use sweep::{FILE_SWEEP, NamesFiles, SWEEP, UNNAMED_KEPT, sweep};

pub(crate) use store::STATEMENTS;

use db::{Digest32, ReadTx};
use kernel::{OrBroken, Refusal, Result};
use serde_json::json;

use crate::audit::{self, Subject};
use crate::{Action, App, Caller, Decision};

/// Uploading a file.
pub const FILE_STORE: Action = Action {
    code: "file.store",
    label: "上传文件",
};
/// Downloading a file.
pub const FILE_READ: Action = Action {
    code: "file.read",
    label: "下载文件",
};

/// The largest file, in bytes: a roster of 400,000 rows as this program writes it takes 24 MiB.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// The longest media type.
const LONGEST_MEDIA_TYPE: usize = 127;

pub(crate) const SEALED_AS: &str = "file.content";

/// A file with its bytes. Not `Debug`: they may be personal.
pub struct LoadedFile {
    /// What it is.
    pub file: FileObject,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Stores an uploaded file for the caller's branch and answers it as uploaded. It needs no
/// idempotency key: its content is its name, and uploading it again only renames it.
///
/// # Errors
/// `action_forbidden`; `file_empty`, `file_name_invalid`, `file_media_type_invalid`;
/// `file_too_large`.
pub async fn store(
    app: &App,
    caller: &Caller,
    name: &str,
    media_type: &str,
    bytes: Vec<u8>,
) -> Result<FileObject> {
    app.enforce(caller, &FILE_STORE, caller.own_scope()).await?;
    let name = file_name(name)?;
    let media_type = readable_media_type(media_type)?;
    let size_bytes = size_of(&bytes)?;
    let centre = caller.centre();
    let keys = app.db.keys().clone();
    let sealing = move || {
        let sm3 = Digest32::of(&bytes);
        let sealed = keys.of_row(centre, sm3).seal_bytes(SEALED_AS, &bytes)?;
        Ok((sm3, sealed))
    };
    let (sm3, content) = apart(sealing).await?;
    let upload = store::Upload {
        sm3,
        scope: caller.own_scope(),
        name,
        media_type,
        uploaded_by: caller.actor.label(),
        uploaded_at: app.clock.now(),
    };
    let mut tx = app.db.write(centre).await?;
    tx.execute(&store::INSERT_FILE, (sm3, size_bytes, content))
        .await?;
    tx.execute_one(&store::PUT_UPLOAD, upload.clone()).await?;
    let detail = json!({ "size_bytes": size_bytes });
    let subject = Subject::new("file", sm3);
    audit::record(&mut tx, &app.clock, caller, &FILE_STORE, subject, detail).await?;
    tx.commit().await?;
    Ok(upload.of_size(size_bytes))
}

/// Downloads a file that was uploaded in the caller's scope, under the name it has there. Audited:
/// it leaves the system.
///
/// # Errors
/// `file_unknown` (not found); `action_forbidden`.
pub async fn load(app: &App, caller: &Caller, sm3: Digest32) -> Result<LoadedFile> {
    let mut uploads = uploads_in(&mut app.db.read(caller.centre()).await?, sm3).await?;
    // Who may read several knows the file by its own name for it.
    let own = caller.own_scope();
    uploads.sort_by_key(|file| file.scope != own);
    let readable = uploads
        .iter()
        .position(|file| caller.may(&FILE_READ, file.scope));
    let file = uploads.swap_remove(readable.unwrap_or(0));
    app.enforce(caller, &FILE_READ, file.scope).await?;
    let bytes = bytes_in(&mut app.db.read(caller.centre()).await?, sm3).await?;
    let mut tx = app.db.write(caller.centre()).await?;
    let subject = Subject::new("file", sm3);
    audit::record(&mut tx, &app.clock, caller, &FILE_READ, subject, json!({})).await?;
    tx.commit().await?;
    Ok(LoadedFile { file, bytes })
}

/// A file for a use case that has its own permission, such as reading an uploaded roster; under the
/// name of its last upload anywhere in the centre.
///
/// # Errors
/// `file_unknown` (not found). Broken when the stored bytes were altered.
pub async fn load_in(tx: &mut ReadTx, sm3: Digest32) -> Result<LoadedFile> {
    let file = uploads_in(tx, sm3).await?.swap_remove(0);
    let bytes = bytes_in(tx, sm3).await?;
    Ok(LoadedFile { file, bytes })
}

/// A file for a use case of the caller's that has its own permission, such as reading a roster. For
/// who comes in by a hall there is no file but what was uploaded in its own name: of another's it
/// would otherwise learn the content by the name of its bytes.
///
/// # Errors
/// `file_unknown` (not found). Broken when the stored bytes were altered.
pub async fn load_for_in(tx: &mut ReadTx, caller: &Caller, sm3: Digest32) -> Result<LoadedFile> {
    let uploads = uploads_in(tx, sm3).await?;
    let own = uploads.into_iter().find(|file| caller.knows(file.scope));
    let file = own.ok_or_else(unknown)?;
    let bytes = bytes_in(tx, sm3).await?;
    Ok(LoadedFile { file, bytes })
}

/// That a file was uploaded, for a use case that names it.
///
/// # Errors
/// `file_unknown` (not found).
pub(crate) async fn require_in(tx: &mut ReadTx, sm3: Digest32) -> Result<()> {
    uploads_in(tx, sm3).await.map(drop)
}

/// The file as each scope knows it, the last upload first; at least one.
async fn uploads_in(tx: &mut ReadTx, sm3: Digest32) -> Result<Vec<FileObject>> {
    let uploads = tx.all(&store::UPLOADS, (sm3,)).await?;
    if uploads.is_empty() {
        return Err(unknown().into());
    }
    Ok(uploads)
}

fn unknown() -> Refusal {
    Refusal::not_found("file_unknown", "没有这个文件，请先上传")
}

async fn bytes_in(tx: &mut ReadTx, sm3: Digest32) -> Result<Vec<u8>> {
    let (content,) = tx.one(&store::CONTENT, (sm3,)).await?;
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    apart(move || keys.of_row(centre, sm3).open_bytes(SEALED_AS, &content)).await
}

/// Runs the cipher away from the threads that serve requests: the largest file takes it some
/// tenths of a second.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .or_broken("sealing or opening a file")?
}

fn size_of(bytes: &[u8]) -> Decision<i64> {
    match bytes.len() {
        0 => Err(Refusal::invalid("file_empty", "文件是空的")),
        length if length > MAX_BYTES => {
            let sentence = format!("文件不能超过{}MB", MAX_BYTES / 1024 / 1024);
            Err(Refusal::too_large("file_too_large", sentence))
        }
        length => Ok(i64::try_from(length).expect("32 MiB fits")),
    }
}

/// The last part of what the browser calls it: some send the whole path.
fn file_name(text: &str) -> Decision<String> {
    let last = text.rsplit(['/', '\\']).next().unwrap_or(text);
    crate::text::name(last, "file_name_invalid", "文件名")
}

/// It is sent back when the file is downloaded, so nothing of a header may hide in it.
fn readable_media_type(text: &str) -> Decision<String> {
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_graphic() || byte == b' ');
    if (3..=LONGEST_MEDIA_TYPE).contains(&text.len()) && plain && text.contains('/') {
        Ok(text.to_owned())
    } else {
        Err(Refusal::invalid(
            "file_media_type_invalid",
            "文件类型（Content-Type）不正确",
        ))
    }
}

#[cfg(test)]
mod tests;
