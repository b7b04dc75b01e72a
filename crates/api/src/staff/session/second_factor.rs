//! Setting up a second factor, and giving it.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum_extra::extract::CookieJar;
use platform::session;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::current::Session;
use super::sign_in::answer;
use crate::Api;
use crate::extract::Body;
use crate::problem::{Answer, ChangeRefusals};
use crate::session::{Entering, cookie};

/// A code of the authenticator app; when giving it, a recovery code does as well.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SecondFactorCode {
    code: String,
}

/// One's own password, typed again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnPassword {
    password: String,
}

/// What an authenticator app is to know.
#[derive(Serialize, ToSchema)]
pub(crate) struct SecondFactorSecret {
    /// As people type it.
    secret: String,
    /// As apps read it from a picture.
    uri: String,
}

/// 恢复码, told this once.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecoveryCodes {
    recovery_codes: Vec<String>,
}

/// A second factor set up; the session goes on under a new cookie.
#[derive(Serialize, ToSchema)]
pub(crate) struct SecondFactorSetUp {
    /// 恢复码, told this once.
    recovery_codes: Vec<String>,
    /// What changes carry as `X-CSRF-Token` from now on.
    csrf_token: String,
}

/// Gives the second factor. The session goes on under a new cookie.
#[utoipa::path(
    post,
    path = "/api/session/second-factor",
    tag = "session",
    request_body = SecondFactorCode,
    responses((status = 200, body = Session), ChangeRefusals)
)]
pub(crate) async fn give_second_factor(
    State(api): State<Arc<Api>>,
    entering: Entering,
    jar: CookieJar,
    Body(form): Body<SecondFactorCode>,
) -> Answer<(CookieJar, Json<Session>)> {
    let signed_in = session::give_second_factor(&api.app, &entering.holder, &form.code).await?;
    answer(&api, jar, signed_in).await
}

/// Begins to set up one's second factor, behind the password: a secret, which counts once a code of it
/// is typed.
#[utoipa::path(
    post,
    path = "/api/session/second-factor/secret",
    tag = "session",
    request_body = OwnPassword,
    responses((status = 200, body = SecondFactorSecret), ChangeRefusals)
)]
pub(crate) async fn begin_second_factor(
    State(api): State<Arc<Api>>,
    entering: Entering,
    Body(form): Body<OwnPassword>,
) -> Answer<Json<SecondFactorSecret>> {
    let holder = &entering.holder;
    let enrolment = session::begin_enrolment(&api.app, holder, &form.password).await?;
    Ok(Json(SecondFactorSecret {
        secret: enrolment.secret,
        uri: enrolment.uri,
    }))
}

/// Confirms the secret with a code of it. The session goes on under a new cookie, one's other sessions
/// end.
#[utoipa::path(
    post,
    path = "/api/session/second-factor/confirmation",
    tag = "session",
    request_body = SecondFactorCode,
    responses((status = 200, body = SecondFactorSetUp), ChangeRefusals)
)]
pub(crate) async fn confirm_second_factor(
    State(api): State<Arc<Api>>,
    entering: Entering,
    jar: CookieJar,
    Body(form): Body<SecondFactorCode>,
) -> Answer<(CookieJar, Json<SecondFactorSetUp>)> {
    let holder = &entering.holder;
    let enrolled = session::confirm_enrolment(&api.app, holder, &form.code).await?;
    let set_up = SecondFactorSetUp {
        recovery_codes: enrolled.recovery_codes,
        csrf_token: enrolled.signed_in.csrf_token,
    };
    let cookie = cookie(enrolled.signed_in.token, api.secure_cookie);
    Ok((jar.add(cookie), Json(set_up)))
}

/// Makes one's recovery codes anew, behind a code of the app; those that are left are good no more.
#[utoipa::path(
    post,
    path = "/api/session/second-factor/recovery-codes",
    tag = "session",
    request_body = SecondFactorCode,
    responses((status = 200, body = RecoveryCodes), ChangeRefusals)
)]
pub(crate) async fn renew_recovery_codes(
    State(api): State<Arc<Api>>,
    entering: Entering,
    Body(form): Body<SecondFactorCode>,
) -> Answer<Json<RecoveryCodes>> {
    let holder = &entering.holder;
    let recovery_codes = session::renew_recovery_codes(&api.app, holder, &form.code).await?;
    Ok(Json(RecoveryCodes { recovery_codes }))
}
