//! Changing one's own password.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use platform::session;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::Body;
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Entering;

/// The present password and the one to come.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordChange {
    old_password: String,
    password: String,
}

/// Changes one's own password and ends one's other sessions.
#[utoipa::path(
    post,
    path = "/api/session/password",
    tag = "session",
    request_body = PasswordChange,
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn change_own_password(
    State(api): State<Arc<Api>>,
    entering: Entering,
    Body(form): Body<PasswordChange>,
) -> Answer<StatusCode> {
    let (old, new) = (&form.old_password, &form.password);
    session::change_password(&api.app, &entering.holder, old, new).await?;
    Ok(StatusCode::NO_CONTENT)
}
