//! `/api/session`: signing in, who is signed in, signing out.

mod current;
mod sign_in;
mod sign_out;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new().routes(routes!(
        current::session,
        sign_in::sign_in,
        sign_out::sign_out
    ))
}
