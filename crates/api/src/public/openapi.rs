//! The description of the API.

use std::sync::LazyLock;

use axum::http::{HeaderName, header};

/// Made once: it says the same as long as the program runs, and walks all routes to say it.
static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
    let document = crate::openapi().to_json();
    document.expect("a description is texts and numbers under names, which JSON can hold")
});

/// This document.
#[utoipa::path(
    get,
    path = "/api/openapi.json",
    tag = "public",
    security(()),
    responses((status = 200, description = "OpenAPI", body = serde_json::Value))
)]
pub(crate) async fn openapi() -> ([(HeaderName, &'static str); 1], &'static str) {
    ([(header::CONTENT_TYPE, "application/json")], &DOCUMENT)
}
