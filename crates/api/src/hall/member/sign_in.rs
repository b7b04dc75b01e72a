//! A member comes in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum_extra::extract::CookieJar;
use fund::member::hall::{self, Said};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::Body;
use crate::hall::session::{HallEntered, entered};
use crate::problem::{Answer, SignInRefusals};
use crate::session::CameFrom;

/// Who somebody says to be, with the code that was sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MemberSignIn {
    id_number: String,
    name: String,
    /// The mobile on file with the centre.
    mobile: String,
    code: String,
}

/// Begins a member's session and sets its cookie.
#[utoipa::path(
    post,
    path = "/api/hall/member/session",
    tag = "hall",
    security(()),
    request_body = MemberSignIn,
    responses((status = 201, body = HallEntered), SignInRefusals)
)]
pub(crate) async fn enter_member_hall(
    State(api): State<Arc<Api>>,
    CameFrom(origin): CameFrom,
    jar: CookieJar,
    Body(given): Body<MemberSignIn>,
) -> Answer<(StatusCode, CookieJar, Json<HallEntered>)> {
    let said = Said {
        id_number: given.id_number,
        name: given.name,
        mobile: given.mobile,
    };
    let began = hall::sign_in(&api.app, api.centre, &said, &given.code, origin).await?;
    Ok(entered(&api, jar, began))
}
