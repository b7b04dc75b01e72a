//! Asking for the code of a sign-in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::agent;

use super::AgentSecret;
use crate::Api;
use crate::extract::Body;
use crate::hall::member::CodeSent;
use crate::problem::{Answer, SignInRefusals};
use crate::session::CameFrom;

/// Sends the code of a sign-in to an agent's mobile, once its password is right.
#[utoipa::path(
    post,
    path = "/api/hall/agent/codes",
    tag = "hall",
    security(()),
    request_body = AgentSecret,
    responses((status = 202, body = CodeSent), SignInRefusals)
)]
pub(crate) async fn send_agent_code(
    State(api): State<Arc<Api>>,
    CameFrom(origin): CameFrom,
    Body(secret): Body<AgentSecret>,
) -> Answer<(StatusCode, Json<CodeSent>)> {
    let address = origin.address.as_deref();
    let asked = agent::send_code(&api.app, api.centre, address, &secret.into()).await?;
    Ok((StatusCode::ACCEPTED, Json(CodeSent::of(&api, asked))))
}
