//! One's own sign-ins: sessions, password, second factor.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::{Instant, SessionId};
use platform::session::{self, SessionFacts, SignInFacts};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ChangeRefusals, ReadRefusals};
use crate::session::Entering;
use crate::wire::{Id, Moment};

/// 登录情况: how somebody signs in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SignIns {
    #[schema(value_type = Option<Moment>)]
    signed_in_at: Option<Instant>,
    signed_in_from: Option<String>,
    /// Attempts that failed in a row since.
    failures: i64,
    /// Until when nothing is let in.
    #[schema(value_type = Option<Moment>)]
    locked_until: Option<Instant>,
    #[schema(value_type = Moment)]
    password_set_at: Instant,
    /// Whether the password is still the one made for them.
    password_initial: bool,
    /// Since when a second factor is set up.
    #[schema(value_type = Option<Moment>)]
    second_factor_at: Option<Instant>,
    /// Recovery codes not used yet.
    recovery_codes: i64,
    /// The sessions that go on, the latest first.
    sessions: Vec<OpenSession>,
    /// What the caller may do: `end_sessions`, `unlock`, `reset_second_factor`.
    can: Vec<&'static str>,
}

/// A session that goes on.
#[derive(Debug, Serialize, ToSchema)]
struct OpenSession {
    #[schema(value_type = Id)]
    session_id: SessionId,
    /// The browser and system, in a few words.
    device: Option<String>,
    address: Option<String>,
    #[schema(value_type = Moment)]
    signed_in_at: Instant,
    /// When something last came, to a minute.
    #[schema(value_type = Moment)]
    seen_at: Instant,
    /// Whether it is the one that asks.
    is_this: bool,
}

impl SignIns {
    /// What is told to the session `asking`.
    pub(crate) fn new(facts: SignInFacts, asking: Option<SessionId>) -> SignIns {
        let session = |one: SessionFacts| OpenSession {
            is_this: asking == Some(one.session_id),
            session_id: one.session_id,
            device: one.device,
            address: one.address,
            signed_in_at: one.signed_in_at,
            seen_at: one.seen_at,
        };
        SignIns {
            signed_in_at: facts.signed_in_at,
            signed_in_from: facts.signed_in_from,
            failures: facts.failures,
            locked_until: facts.locked_until,
            password_set_at: facts.password_set_at,
            password_initial: facts.password_initial,
            second_factor_at: facts.second_factor_at,
            recovery_codes: facts.recovery_codes,
            sessions: facts.sessions.into_iter().map(session).collect(),
            can: facts.can,
        }
    }
}

/// How the one who asks signs in.
#[utoipa::path(
    get,
    path = "/api/session/sign-ins",
    tag = "session",
    responses((status = 200, body = SignIns), ReadRefusals)
)]
pub(crate) async fn own_sign_ins(
    State(api): State<Arc<Api>>,
    entering: Entering,
) -> Answer<Json<SignIns>> {
    let facts = session::own(&api.app, &entering.holder).await?;
    let asking = Some(entering.holder.session_id);
    Ok(Json(SignIns::new(facts, asking)))
}

/// Ends one of one's own sessions.
#[utoipa::path(
    delete,
    path = "/api/session/sign-ins/{id}",
    tag = "session",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn end_own_session(
    State(api): State<Arc<Api>>,
    entering: Entering,
    Named(session_id): Named<SessionId>,
) -> Answer<StatusCode> {
    session::end_own(&api.app, &entering.holder, session_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
