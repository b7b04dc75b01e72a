//! `/api/hall`: what visitors may ask, employers' agents and members, each of what is its own.
//!
//! Contract: what belongs to somebody else answers as what there isn't (404); a session of a hall opens
//! nothing of the console's, and one of the console nothing here. What a member reads of its own is not
//! in the trail: the log has a line a request, with the visitor's id.

mod agent;
mod employers;
mod member;
mod session;

use std::sync::Arc;

use kernel::{Error, Result};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(crate) use session::{COOKIE, SCHEME};

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(session::hall_session, session::leave_hall))
        .merge(member::routes())
        .merge(agent::routes())
        .merge(employers::routes())
}

/// What a use case answers about a thing that the path names. Where it belongs to somebody else the
/// visitor is told what it would be told if there were no such thing; the trail has the denial.
fn own<T>(answer: Result<T>, unknown: impl FnOnce() -> Error) -> Result<T> {
    answer.map_err(|error| match error.refusal() {
        Some(refusal) if refusal.code() == "action_forbidden" => unknown(),
        _ => error,
    })
}
