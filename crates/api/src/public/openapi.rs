//! The description of the API.

use axum::Json;

/// This document.
#[utoipa::path(
    get,
    path = "/api/openapi.json",
    tag = "public",
    security(()),
    responses((status = 200, description = "OpenAPI", body = serde_json::Value))
)]
pub(crate) async fn openapi() -> Json<utoipa::openapi::OpenApi> {
    Json(crate::openapi())
}
