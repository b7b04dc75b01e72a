//! An agent signs in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum_extra::extract::CookieJar;
use fund::agent::{self, Credentials};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::Body;
use crate::hall::session::{HallEntered, entered};
use crate::problem::{Answer, SignInRefusals};
use crate::session::CameFrom;

/// A mobile number, a password and the code that was sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgentSignIn {
    mobile: String,
    password: String,
    code: String,
}

/// Begins an agent's session and sets its cookie.
#[utoipa::path(
    post,
    path = "/api/hall/agent/session",
    tag = "hall",
    security(()),
    request_body = AgentSignIn,
    responses((status = 201, body = HallEntered), SignInRefusals)
)]
pub(crate) async fn sign_in_agent(
    State(api): State<Arc<Api>>,
    CameFrom(origin): CameFrom,
    jar: CookieJar,
    Body(form): Body<AgentSignIn>,
) -> Answer<(StatusCode, CookieJar, Json<HallEntered>)> {
    let credentials = Credentials {
        mobile: form.mobile,
        password: form.password,
    };
    let began = agent::sign_in(&api.app, api.centre, origin, &credentials, &form.code).await?;
    Ok(entered(&api, jar, began))
}
