//! The session of staff, and what those of the halls have in common with it: a cookie that pages can't read, and beside it for every change a token
//! that only pages of this server can read.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::{HeaderMap, Method, header, request::Parts};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use kernel::Refusal;
use platform::Caller;
use platform::session::{Holder, Origin, csrf_matches, device, holder_of};

use crate::Api;
use crate::problem::Fault;

/// The name of the cookie.
pub(crate) const COOKIE: &str = "anju_session";

/// The header in which a change proves that it comes from a page of the session.
pub(crate) const CSRF_HEADER: &str = "x-csrf-token";

/// The header in which a proxy says whom it asks for.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// Who is signed in, with nothing left to do before the desk. Taking it authenticates the request;
/// what the one may do is the use case's to decide.
pub(crate) struct Staff {
    pub(crate) caller: Caller,
}

impl FromRequestParts<Arc<Api>> for Staff {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, Fault> {
        let Entering { holder, .. } = Entering::from_request_parts(parts, api).await?;
        holder.require_no_gate()?;
        let caller = holder.caller;
        Ok(Staff { caller })
    }
}

/// Who has signed in with the password, whatever is left to do: for seeing that, doing it, and
/// signing out.
pub(crate) struct Entering {
    pub(crate) holder: Holder,
    /// The session's token.
    pub(crate) token: String,
}

impl FromRequestParts<Arc<Api>> for Entering {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, Fault> {
        let token = token_in(parts, COOKIE).ok_or_else(not_signed_in)?;
        if changes(&parts.method) && !has_csrf_token(parts, &token) {
            return Err(csrf_refused().into());
        }
        let holder = holder_of(&api.app, &token, address(parts)).await?;
        if holder.caller.centre() != api.centre {
            return Err(not_signed_in().into());
        }
        Ok(Entering { holder, token })
    }
}

/// Where a request came from.
pub(crate) struct CameFrom(pub(crate) Origin);

impl<S: Send + Sync> FromRequestParts<S> for CameFrom {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let agent = parts.headers.get(header::USER_AGENT);
        let agent = agent.and_then(|value| value.to_str().ok());
        Ok(CameFrom(Origin {
            address: address(parts),
            device: agent.map(device),
        }))
    }
}

/// The cookie that keeps the session until the browser is closed or the session ends.
pub(crate) fn cookie(token: String, secure: bool) -> Cookie<'static> {
    cookie_named(COOKIE, token, secure)
}

/// A cookie of that kind, by its name.
pub(crate) fn cookie_named(name: &'static str, token: String, secure: bool) -> Cookie<'static> {
    Cookie::build((name, token))
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(secure)
        .path("/")
        .build()
}

/// The token that the cookie of this name holds.
pub(crate) fn token_in(parts: &Parts, name: &str) -> Option<String> {
    let jar = CookieJar::from_headers(&parts.headers);
    jar.get(name).map(|cookie| cookie.value().to_owned())
}

/// Whether a request changes something, by its method.
pub(crate) fn changes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD)
}

/// Whether a request carries the CSRF token of its session.
pub(crate) fn has_csrf_token(parts: &Parts, token: &str) -> bool {
    let sent = parts
        .headers
        .get(CSRF_HEADER)
        .and_then(|value| value.to_str().ok());
    sent.is_some_and(|sent| csrf_matches(token, sent))
}

/// The network address of whoever asks.
pub(crate) fn address(parts: &Parts) -> Option<String> {
    let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    connection.map(|ConnectInfo(address)| came_from(address.ip(), &parts.headers))
}

/// The address of whoever asks. A connection from this machine may be that of a proxy which says
/// whom it asks for, as the last of `X-Forwarded-For`; from elsewhere anyone could write that.
fn came_from(connection: IpAddr, headers: &HeaderMap) -> String {
    let forwarded = || {
        let said = headers.get_all(FORWARDED_FOR).iter().next_back()?;
        let last = said.to_str().ok()?.rsplit(',').next()?.trim();
        last.parse::<IpAddr>().ok()
    };
    let address = match connection.is_loopback() {
        true => forwarded().unwrap_or(connection),
        false => connection,
    };
    address.to_string()
}

pub(crate) fn not_signed_in() -> Refusal {
    Refusal::unauthenticated("not_signed_in", "请先登录")
}

pub(crate) fn csrf_refused() -> Refusal {
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
    fn only_a_proxy_on_this_machine_says_whom_it_asks_for() {
        let cases = [
            ("10.0.0.9", None, "10.0.0.9"),
            ("10.0.0.9", Some("10.0.0.7"), "10.0.0.9"),
            ("127.0.0.1", None, "127.0.0.1"),
            ("127.0.0.1", Some("10.0.0.7"), "10.0.0.7"),
            ("::1", Some("1.2.3.4, 10.0.0.7"), "10.0.0.7"),
            ("127.0.0.1", Some("10.0.0.7, somebody"), "127.0.0.1"),
            ("127.0.0.1", Some("2001:db8::7"), "2001:db8::7"),
        ];
        for (connection, forwarded, expected) in cases {
            let mut headers = HeaderMap::new();
            if let Some(forwarded) = forwarded {
                headers.insert(FORWARDED_FOR, forwarded.parse().unwrap());
            }
            let told = came_from(connection.parse().unwrap(), &headers);
            assert_eq!(told, expected, "{connection} {forwarded:?}");
        }
    }

    #[test]
    fn only_reading_needs_no_csrf_token() {
        assert!(!changes(&Method::GET) && !changes(&Method::HEAD));
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            assert!(changes(&method), "{method}");
        }
    }
}
