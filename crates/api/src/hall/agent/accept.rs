//! Accepting an invitation.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::agent::{self, Acceptance};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::CameFrom;

/// What an invitation is accepted by.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InvitationAcceptance {
    mobile: String,
    /// 邀请码.
    invitation_code: String,
    /// The password to sign in by; of who acts for another employer already the present one.
    password: String,
}

/// Accepts an invitation to act for an employer.
#[utoipa::path(
    post,
    path = "/api/hall/agent/invitations/accept",
    tag = "hall",
    security(()),
    params(Key),
    request_body = InvitationAcceptance,
    responses((status = 204, description = "accepted"), ChangeRefusals)
)]
pub(crate) async fn accept_invitation(
    State(api): State<Arc<Api>>,
    CameFrom(origin): CameFrom,
    Key(key): Key,
    Body(form): Body<InvitationAcceptance>,
) -> Answer<StatusCode> {
    let acceptance = Acceptance {
        mobile: form.mobile,
        code: form.invitation_code,
        password: form.password,
    };
    let address = origin.address.as_deref();
    agent::accept(&api.app, api.centre, address, &key, &acceptance).await?;
    Ok(StatusCode::NO_CONTENT)
}
