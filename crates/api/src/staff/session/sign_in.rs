//! Signing in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum_extra::extract::CookieJar;
use platform::session::{SignedIn, holder_of, profile, sign_in as begin};
use serde::Deserialize;
use utoipa::ToSchema;

use super::current::Session;
use crate::Api;
use crate::extract::Body;
use crate::problem::{Answer, SignInRefusals};
use crate::session::{CameFrom, cookie};

/// A name and a password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignIn {
    name: String,
    password: String,
}

/// Begins a session and sets its cookie. Where `gate` says so, the session may do nothing before that
/// is done.
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
    CameFrom(origin): CameFrom,
    jar: CookieJar,
    Body(SignIn { name, password }): Body<SignIn>,
) -> Answer<(CookieJar, Json<Session>)> {
    let signed_in = begin(&api.app, api.centre, &name, &password, origin).await?;
    answer(&api, jar, signed_in).await
}

/// The session just begun, with its cookie.
pub(super) async fn answer(
    api: &Api,
    jar: CookieJar,
    signed_in: SignedIn,
) -> Answer<(CookieJar, Json<Session>)> {
    let holder = holder_of(&api.app, &signed_in.token, None).await?;
    let session = Session::new(profile(&api.app, &holder).await?, &signed_in.token);
    let cookie = cookie(signed_in.token, api.secure_cookie);
    Ok((jar.add(cookie), Json(session)))
}
