//! What anyone may ask: whether the server is well, which centre it serves, what the API is, and
//! whether a paper stands.

mod centre;
mod certificate;
mod health;
mod openapi;
mod signing_key;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(health::health))
        .routes(routes!(openapi::openapi))
        .routes(routes!(centre::centre))
        .routes(routes!(signing_key::signing_key))
        .routes(routes!(certificate::verify_certificate))
}
