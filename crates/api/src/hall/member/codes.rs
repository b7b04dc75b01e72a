//! A code for a member's sign-in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::member::hall::{Said, ask_code};
use platform::one_time_code::Asked;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::Body;
use crate::problem::{Answer, SignInRefusals};
use crate::session::CameFrom;

/// Who somebody says to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MemberClaim {
    id_number: String,
    name: String,
    /// The mobile on file with the centre.
    mobile: String,
}

/// That a code is on its way, if what was said is so.
#[derive(Serialize, ToSchema)]
pub(crate) struct CodeSent {
    /// After how many seconds another may be asked for.
    resend_after_s: u64,
    /// The code itself, in a demo; null where real people work.
    demo_code: Option<String>,
}

impl CodeSent {
    pub(in crate::hall) fn of(api: &Api, asked: Asked) -> CodeSent {
        CodeSent {
            resend_after_s: asked.resend_after.as_secs(),
            demo_code: api.demo.is_some().then_some(asked.code),
        }
    }
}

/// Sends a code to the mobile, if ID number, name and mobile are one member's. The answer is the same
/// whether they are or not.
#[utoipa::path(
    post,
    path = "/api/hall/member/codes",
    tag = "hall",
    security(()),
    request_body = MemberClaim,
    responses((status = 202, body = CodeSent), SignInRefusals)
)]
pub(crate) async fn ask_member_code(
    State(api): State<Arc<Api>>,
    CameFrom(origin): CameFrom,
    Body(claim): Body<MemberClaim>,
) -> Answer<(StatusCode, Json<CodeSent>)> {
    let said = Said {
        id_number: claim.id_number,
        name: claim.name,
        mobile: claim.mobile,
    };
    let address = origin.address.as_deref();
    let asked = ask_code(&api.app, api.centre, &said, address).await?;
    Ok((StatusCode::ACCEPTED, Json(CodeSent::of(&api, asked))))
}
