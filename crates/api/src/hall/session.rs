//! The session of a hall: its cookie, who holds it, and how it ends.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts, MatchedPath, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::Cookie;
use fund::agent;
use fund::member::hall;
use kernel::{CentreId, Instant, Refusal};
use platform::hall_session::{self, Began, Holder};
use platform::session::csrf_token;
use platform::{Caller, Grants};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, Fault, ReadRefusals};
use crate::session::{
    address, changes, cookie_named, csrf_refused, has_csrf_token, not_signed_in, token_in,
};
use crate::wire::Moment;

/// The name of the cookie.
pub(crate) const COOKIE: &str = "anju_hall_session";

/// The name under which the description has it.
pub(crate) const SCHEME: &str = "hall_session";

/// Who came in by a hall, as an agent or as a member.
pub(crate) struct Visitor {
    pub(crate) holder: Holder,
    /// The session's token.
    token: String,
    /// The network address of the request.
    pub(super) address: Option<String>,
    centre: CentreId,
}

impl FromRequestParts<Arc<Api>> for Visitor {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, Fault> {
        let token = token_in(parts, COOKIE).ok_or_else(not_signed_in)?;
        if changes(&parts.method) && !has_csrf_token(parts, &token) {
            return Err(csrf_refused().into());
        }
        let (centre, holder) = hall_session::holder_of(&api.app, &token).await?;
        if centre != api.centre {
            return Err(not_signed_in().into());
        }
        let path = parts.extensions.get::<MatchedPath>();
        let path = path.map_or("", MatchedPath::as_str);
        tracing::info!(visitor = %holder.visitor, method = %parts.method, path, "visited");
        Ok(Visitor {
            holder,
            token,
            address: address(parts),
            centre,
        })
    }
}

impl Visitor {
    /// The visitor as the trail names it, without a grant: for its own session.
    fn caller(&self) -> Caller {
        Caller {
            actor: self.holder.visitor.actor(self.centre),
            name: match self.holder.visitor {
                hall_session::Visitor::Agent(_) => "单位经办人",
                hall_session::Visitor::Member(_) => "缴存人",
            }
            .to_owned(),
            branch: None,
            grants: Arc::new(Grants::listed(None, [])),
            address: self.address.clone(),
            approved: None,
        }
    }
}

/// A member, who may do what its hall has of what is its own.
pub(crate) struct MemberCaller(pub(crate) Caller);

impl FromRequestParts<Arc<Api>> for MemberCaller {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, Fault> {
        let visitor = Visitor::from_request_parts(parts, api).await?;
        let hall_session::Visitor::Member(member) = visitor.holder.visitor else {
            return Err(of_members().into());
        };
        let caller = hall::caller_of(&api.app, visitor.centre, member, visitor.address).await?;
        Ok(MemberCaller(caller))
    }
}

/// The cookie of a session of a hall.
pub(super) fn cookie(token: String, secure: bool) -> Cookie<'static> {
    cookie_named(COOKIE, token, secure)
}

/// A session that begins.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HallEntered {
    /// What changes carry as `X-CSRF-Token`.
    csrf_token: String,
}

/// The answer to a sign-in: 201 and the cookie.
pub(super) fn entered(
    api: &Api,
    jar: CookieJar,
    began: Began,
) -> (StatusCode, CookieJar, Json<HallEntered>) {
    let cookie = cookie(began.token, api.secure_cookie);
    let entered = HallEntered {
        csrf_token: began.csrf_token,
    };
    (StatusCode::CREATED, jar.add(cookie), Json(entered))
}

/// Who came in by a hall.
#[derive(Serialize, ToSchema)]
pub(crate) struct HallSession {
    /// `member` or `agent`.
    kind: &'static str,
    /// The visitor's own whole name.
    name: String,
    /// What changes carry as `X-CSRF-Token`.
    csrf_token: String,
    /// When the session ends, whatever comes.
    #[schema(value_type = Moment)]
    ends_at: Instant,
}

/// Who came in by a hall, and until when.
#[utoipa::path(
    get,
    path = "/api/hall/session",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    responses((status = 200, body = HallSession), ReadRefusals)
)]
pub(crate) async fn hall_session(
    State(api): State<Arc<Api>>,
    visitor: Visitor,
) -> Answer<Json<HallSession>> {
    let (kind, name) = match visitor.holder.visitor {
        hall_session::Visitor::Member(member) => {
            let name = hall::name_of(&api.app, visitor.centre, member).await?;
            ("member", name)
        }
        hall_session::Visitor::Agent(agent) => {
            let name = agent::own_name(&api.app, visitor.centre, agent).await?;
            ("agent", name)
        }
    };
    Ok(Json(HallSession {
        kind,
        name,
        csrf_token: csrf_token(&visitor.token),
        ends_at: visitor.holder.ends_at,
    }))
}

/// Ends the session and takes its cookie away.
#[utoipa::path(
    delete,
    path = "/api/hall/session",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    responses((status = 204, description = "signed out"), ReadRefusals)
)]
pub(crate) async fn leave_hall(
    State(api): State<Arc<Api>>,
    visitor: Visitor,
    jar: CookieJar,
) -> Answer<(CookieJar, StatusCode)> {
    let session_id = visitor.holder.session_id;
    hall_session::sign_out(&api.app, &visitor.caller(), session_id).await?;
    let jar = jar.remove(cookie(String::new(), api.secure_cookie));
    Ok((jar, StatusCode::NO_CONTENT))
}

fn of_members() -> Refusal {
    let sentence = "请以缴存人身份登录个人网厅";
    Refusal::forbidden("member_hall_only", sentence)
}
