//! Whether the server is well.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Error, Refusal};
use platform::centre;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, HealthRefusals};

/// A server that is well.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Health {
    /// Always `ok`.
    status: &'static str,
    /// The version of the program.
    version: &'static str,
}

/// Answers when the database does; 503 while it can't be reached.
#[utoipa::path(
    get,
    path = "/api/health",
    tag = "public",
    security(()),
    responses((status = 200, body = Health), HealthRefusals)
)]
pub(crate) async fn health(State(api): State<Arc<Api>>) -> Answer<Json<Health>> {
    drop(api.app.db.read(api.centre).await.map_err(unanswered)?);
    centre::find(&api.app, api.centre).await?;
    Ok(Json(Health {
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
    }))
}

/// What those who watch the server are told when no transaction begins: to come again, not that
/// the request was at fault or that the program is broken. What breaks beyond that is broken.
fn unanswered(error: Error) -> Error {
    match error {
        Error::Refused(refusal) => refusal.into(),
        Error::Broken(broken) => {
            tracing::error!(error = %broken, "the database doesn't answer");
            Refusal::unavailable("database_unavailable", "数据库没有应答，请稍后再试").into()
        }
    }
}
