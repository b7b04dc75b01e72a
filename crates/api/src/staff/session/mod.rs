//! `/api/session`: signing in, who is signed in, what is one's own to keep safe, signing out.

mod change_password;
mod current;
mod own;
mod second_factor;
mod sign_in;
mod sign_out;

pub(super) use own::SignIns;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(
            current::session,
            sign_in::sign_in,
            sign_out::sign_out
        ))
        .routes(routes!(change_password::change_own_password))
        .routes(routes!(second_factor::give_second_factor))
        .routes(routes!(second_factor::begin_second_factor))
        .routes(routes!(second_factor::confirm_second_factor))
        .routes(routes!(second_factor::renew_recovery_codes))
        .routes(routes!(own::own_sign_ins))
        .routes(routes!(own::end_own_session))
}

crate::wire::code_schema! {
    GateCode = platform::session::Gate;
}
