//! `/api/sealings`: 封存.

mod make;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new().routes(routes!(make::seal_accounts))
}

crate::wire::code_schema! {
    SealReasonCode = fund::sealing::SealReason;
}
