//! Errors on the wire: `application/problem+json` (RFC 9457) with a stable code and a Chinese
//! sentence. A broken invariant is logged with its context and told as nothing more than that.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Error, Finding, Refusal, RefusalKind};
use serde::Serialize;
use utoipa::ToSchema;

/// What every handler returns when it doesn't succeed.
pub(crate) struct Fault(Error);

/// The result of a handler.
pub(crate) type Answer<T> = Result<T, Fault>;

impl<E: Into<Error>> From<E> for Fault {
    fn from(error: E) -> Fault {
        Fault(error.into())
    }
}

/// A refusal on the wire (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Always `about:blank`: the code says more.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status's standard words.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// The stable code, as `voucher_unbalanced`.
    code: &'static str,
    /// The sentence for people.
    detail: String,
    /// The field or JSON pointer that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// What is wrong, field by field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<ProblemFinding>,
}

/// One thing that is wrong with one field.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProblemFinding {
    /// The field or JSON pointer.
    field: String,
    /// The stable code.
    code: &'static str,
    /// The sentence to show beside the field.
    sentence: String,
}

impl From<&Finding> for ProblemFinding {
    fn from(finding: &Finding) -> ProblemFinding {
        ProblemFinding {
            field: finding.field.to_string(),
            code: finding.code,
            sentence: finding.sentence.clone(),
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        match self.0 {
            Error::Refused(refusal) => respond(status_of(refusal.kind()), &refusal),
            Error::Broken(broken) => {
                tracing::error!(error = %broken, source = ?std::error::Error::source(&broken), "broken");
                respond(StatusCode::INTERNAL_SERVER_ERROR, &broke())
            }
        }
    }
}

/// The answer after a panic: the same as for any broken invariant, and nothing of what it said.
pub(crate) fn after_panic(_: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a handler panicked");
    respond(StatusCode::INTERNAL_SERVER_ERROR, &broke())
}

fn broke() -> Refusal {
    Refusal::unavailable("internal_error", "系统出现内部错误，本次操作没有生效，请稍后重试或联系系统管理员")
}

fn status_of(kind: RefusalKind) -> StatusCode {
    match kind {
        RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        RefusalKind::Unauthenticated => StatusCode::UNAUTHORIZED,
        RefusalKind::Forbidden => StatusCode::FORBIDDEN,
        RefusalKind::NotFound => StatusCode::NOT_FOUND,
        RefusalKind::Conflict => StatusCode::CONFLICT,
        RefusalKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        RefusalKind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

fn respond(status: StatusCode, refusal: &Refusal) -> Response {
    let problem = Problem {
        kind: "about:blank",
        title: status.canonical_reason().unwrap_or("Error"),
        status: status.as_u16(),
        code: refusal.code(),
        detail: refusal.sentence().to_owned(),
        field: refusal.field().map(str::to_owned),
        findings: refusal.findings().iter().map(ProblemFinding::from).collect(),
    };
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_invariant_tells_nothing_of_itself() {
        let response = Fault::from(Error::broken("account 42: balance is -1")).into_response();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let problem = serde_json::to_string(&broke().sentence()).unwrap();
        assert!(!problem.contains("42"));
    }

    #[test]
    fn each_kind_of_refusal_has_its_status() {
        for (kind, status) in [
            (RefusalKind::Invalid, 422),
            (RefusalKind::Unauthenticated, 401),
            (RefusalKind::Forbidden, 403),
            (RefusalKind::NotFound, 404),
            (RefusalKind::Conflict, 409),
            (RefusalKind::TooLarge, 413),
            (RefusalKind::Unavailable, 503),
        ] {
            assert_eq!(status_of(kind).as_u16(), status);
        }
    }
}
