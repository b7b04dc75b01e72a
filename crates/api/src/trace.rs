//! One line in the log a request: what was asked, how it ended, how long it took; and the same
//! counted for those who watch. No path with its numbers, no query, no header: those may name a person,
//! and each would be a series of its own.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

/// Requests, by the template of their path, their method and the class of their status.
const REQUESTS: &str = "anju_http_requests_total";
/// How long they took, in seconds, until the answer began, by template and method.
const DURATION: &str = "anju_http_request_duration_seconds";

/// Runs the request, logs and counts it.
pub(crate) async fn request(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let took = began.elapsed();
    let path = matched.as_ref().map_or("", MatchedPath::as_str);
    let status = response.status();
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(%method, path, status = status.as_u16(), ms, "request");
    let (path, method) = (path.to_owned(), known(&method));
    metrics::counter!(REQUESTS, "path" => path.clone(), "method" => method, "status" => class(status))
        .increment(1);
    metrics::histogram!(DURATION, "path" => path, "method" => method).record(took);
    response
}

/// The method, if it is one of ours: anyone may send any word as one, and each would be a series.
fn known(method: &Method) -> &'static str {
    let ours = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];
    let found = ours.into_iter().find(|our| method == our);
    found.unwrap_or("other")
}

/// The class of a status.
fn class(status: StatusCode) -> &'static str {
    match status.as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_asked_the_series_are_few() {
        let methods = ["GET", "DELETE", "BREW", "get", "X-1"];
        let told = methods.map(|method| known(&method.parse().unwrap()));
        assert_eq!(told, ["GET", "DELETE", "other", "other", "other"]);
        let statuses = [101, 204, 304, 422, 503, 999];
        let told = statuses.map(|status| class(StatusCode::from_u16(status).unwrap()));
        assert_eq!(told, ["1xx", "2xx", "3xx", "4xx", "5xx", "5xx"]);
    }
}
