//! The session of staff: a cookie that pages can't read, and beside it for every change a token
//! that only pages of this server can read.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::{Method, request::Parts};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use kernel::Refusal;
use platform::Caller;
use platform::session::{caller_of, csrf_matches};

use crate::Api;
use crate::problem::Fault;

/// The name of the cookie.
pub(crate) const COOKIE: &str = "anju_session";

/// The header in which a change proves that it comes from a page of the session.
pub(crate) const CSRF_HEADER: &str = "x-csrf-token";

/// Who is signed in. Taking it authenticates the request; what the one may do is the use case's to
/// decide.
pub(crate) struct Staff {
    pub(crate) caller: Caller,
    /// The session's token.
    pub(crate) token: String,
}

impl FromRequestParts<Arc<Api>> for Staff {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, Fault> {
        let token = token_of(parts).ok_or_else(not_signed_in)?;
        if changes(&parts.method) && !has_csrf_token(parts, &token) {
            return Err(csrf_refused().into());
        }
        let caller = caller_of(&api.app, &token, address(parts)).await?;
        if caller.centre() != api.centre {
            return Err(not_signed_in().into());
        }
        Ok(Staff { caller, token })
    }
}

/// The network address that a request came from.
pub(crate) struct Address(pub(crate) Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for Address {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Address(address(parts)))
    }
}

/// The cookie that keeps the session until the browser is closed or the session ends.
pub(crate) fn cookie(token: String, secure: bool) -> Cookie<'static> {
    Cookie::build((COOKIE, token))
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(secure)
        .path("/")
        .build()
}

fn token_of(parts: &Parts) -> Option<String> {
    let jar = CookieJar::from_headers(&parts.headers);
    jar.get(COOKIE).map(|cookie| cookie.value().to_owned())
}

fn changes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD)
}

fn has_csrf_token(parts: &Parts, token: &str) -> bool {
    let sent = parts
        .headers
        .get(CSRF_HEADER)
        .and_then(|value| value.to_str().ok());
    sent.is_some_and(|sent| csrf_matches(token, sent))
}

fn address(parts: &Parts) -> Option<String> {
    let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    connection.map(|ConnectInfo(address)| address.ip().to_string())
}

fn not_signed_in() -> Refusal {
    Refusal::unauthenticated("not_signed_in", "请先登录")
}

fn csrf_refused() -> Refusal {
    Refusal::forbidden("csrf_token_invalid", "页面已过期，请刷新页面后重新提交")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_cannot_read_the_cookie_and_other_sites_cannot_send_it() {
        let plain = cookie("1.abc".to_owned(), false).to_string();
        assert_eq!(
            plain,
            "anju_session=1.abc; HttpOnly; SameSite=Strict; Path=/"
        );
        let over_tls = cookie("1.abc".to_owned(), true).to_string();
        assert_eq!(
            over_tls,
            "anju_session=1.abc; HttpOnly; SameSite=Strict; Secure; Path=/"
        );
    }

    #[test]
    fn only_reading_needs_no_csrf_token() {
        assert!(!changes(&Method::GET) && !changes(&Method::HEAD));
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            assert!(changes(&method), "{method}");
        }
    }
}
