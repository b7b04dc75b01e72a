//! Signing out.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum_extra::extract::CookieJar;
use platform::session;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::{Entering, cookie};

/// Ends the session and takes its cookie away.
#[utoipa::path(
    delete,
    path = "/api/session",
    tag = "session",
    responses((status = 204, description = "signed out"), ReadRefusals)
)]
pub(crate) async fn sign_out(
    State(api): State<Arc<Api>>,
    entering: Entering,
    jar: CookieJar,
) -> Answer<(CookieJar, StatusCode)> {
    session::sign_out(&api.app, &entering.holder.caller, &entering.token).await?;
    let jar = jar.remove(cookie(String::new(), api.secure_cookie));
    Ok((jar, StatusCode::NO_CONTENT))
}
