//! Whether the server is well.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use platform::centre;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, AnyoneRefusals};

/// A server that is well.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Health {
    /// Always `ok`.
    status: &'static str,
    /// The version of the program.
    version: &'static str,
}

/// Answers when the database does.
#[utoipa::path(
    get,
    path = "/api/health",
    tag = "public",
    security(()),
    responses((status = 200, body = Health), AnyoneRefusals)
)]
pub(crate) async fn health(State(api): State<Arc<Api>>) -> Answer<Json<Health>> {
    centre::find(&api.app, api.centre).await?;
    Ok(Json(Health {
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
    }))
}
