//! Signing in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum_extra::extract::CookieJar;
use platform::session::{caller_of, profile, sign_in as begin};
use serde::Deserialize;
use utoipa::ToSchema;

use super::current::Session;
use crate::Api;
use crate::extract::Body;
use crate::problem::{Answer, SignInRefusals};
use crate::session::{Address, cookie};

/// A name and a password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignIn {
    name: String,
    password: String,
}

/// Begins a session and sets its cookie.
#[utoipa::path(
    post,
    path = "/api/session",
    tag = "session",
    security(()),
    request_body = SignIn,
    responses((status = 200, body = Session), SignInRefusals)
)]
pub(crate) async fn sign_in(
    State(api): State<Arc<Api>>,
    Address(address): Address,
    jar: CookieJar,
    Body(SignIn { name, password }): Body<SignIn>,
) -> Answer<(CookieJar, Json<Session>)> {
    let signed_in = begin(&api.app, api.centre, &name, &password, address.clone()).await?;
    let caller = caller_of(&api.app, &signed_in.token, address).await?;
    let session = Session::new(profile(&api.app, &caller).await?, &signed_in.token);
    Ok((
        jar.add(cookie(signed_in.token, api.secure_cookie)),
        Json(session),
    ))
}
