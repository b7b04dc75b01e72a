//! Errors on the wire: `application/problem+json` (RFC 9457) with a stable code and a Chinese
//! sentence. A broken invariant is logged with its context and told as nothing more than that.

use std::collections::BTreeMap;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Error, Finding, Refusal, RefusalKind};
use serde::Serialize;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

/// The media type of every refusal.
const MEDIA_TYPE: &str = "application/problem+json";

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
    /// The thing that the sentence sends people to.
    #[serde(skip_serializing_if = "Option::is_none")]
    see: Option<See>,
}

/// Where a refusal sends people: the thing that stands in the way.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct See {
    /// What it is, as the audit trail names its subjects: `remittance`, `arrival`.
    kind: &'static str,
    /// Its id.
    id: String,
    /// What people know it by, such as its serial.
    label: String,
}

impl From<&kernel::See> for See {
    fn from(see: &kernel::See) -> See {
        See {
            kind: see.kind,
            id: see.id.clone(),
            label: see.label.clone(),
        }
    }
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

impl Fault {
    /// What is told of it. A broken invariant goes to the log here, and no further.
    pub(crate) fn into_problem(self) -> Problem {
        match self.0 {
            Error::Refused(refusal) => Problem::of(status_of(refusal.kind()), &refusal),
            Error::Broken(broken) => {
                let source = std::error::Error::source(&broken);
                tracing::error!(error = %broken, ?source, "broken");
                Problem::of(StatusCode::INTERNAL_SERVER_ERROR, &broke())
            }
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        self.into_problem().into_response()
    }
}

impl From<&Refusal> for Problem {
    fn from(refusal: &Refusal) -> Problem {
        Problem::of(status_of(refusal.kind()), refusal)
    }
}

impl Problem {
    fn of(status: StatusCode, refusal: &Refusal) -> Problem {
        Problem {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or("Error"),
            status: status.as_u16(),
            code: refusal.code(),
            detail: refusal.sentence().to_owned(),
            field: refusal.field().map(str::to_owned),
            findings: refusal
                .findings()
                .iter()
                .map(ProblemFinding::from)
                .collect(),
            see: refusal.to_see().map(See::from),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).expect("made from a status");
        let body = serde_json::to_vec(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, MEDIA_TYPE)], body).into_response()
    }
}

/// The answer after a panic: the same as for any broken invariant, and nothing of what it said.
pub(crate) fn after_panic(_: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a handler panicked");
    respond(StatusCode::INTERNAL_SERVER_ERROR, &broke())
}

/// The answer to a path under `/api` that there isn't.
pub(crate) async fn no_such_path() -> Response {
    let refusal = Refusal::not_found("not_found", "没有这个接口地址");
    respond(StatusCode::NOT_FOUND, &refusal)
}

/// The answer to a method that the path doesn't take; the router adds `Allow`.
pub(crate) async fn method_not_allowed() -> Response {
    let refusal = Refusal::invalid("method_not_allowed", "该接口地址不支持这种请求方法");
    respond(StatusCode::METHOD_NOT_ALLOWED, &refusal)
}

fn broke() -> Refusal {
    let sentence = "系统出现内部错误，本次操作没有生效，请稍后重试或联系系统管理员";
    Refusal::unavailable("internal_error", sentence)
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
    Problem::of(status, refusal).into_response()
}

/// Declares what a group of operations may refuse, for `responses(…)`.
macro_rules! refusals {
    ($($(#[$doc:meta])+ $name:ident: $($status:literal)+;)+) => {$(
        $(#[$doc])+
        pub(crate) struct $name;

        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
                BTreeMap::from([$(described($status)),+])
            }
        }
    )+};
}

refusals! {
    /// What anyone's request may be refused with.
    AnyoneRefusals: 422 500;
    /// What the question whether the server is well may be answered with when it isn't.
    HealthRefusals: 404 422 500 503;
    /// What the check of a code may be refused with.
    CheckRefusals: 404 413 422 500 503;
    /// What signing in may be refused with.
    SignInRefusals: 401 413 422 500 503;
    /// What reading may be refused with: not signed in, not permitted, not understood.
    ReadRefusals: 401 403 422 500;
    /// As [`ReadRefusals`], and there is no such thing.
    ReadOneRefusals: 401 403 404 422 500;
    /// As [`ReadOneRefusals`], and its state lets nothing leave, or the centre isn't ready for it.
    ExportRefusals: 401 403 404 409 422 500 503;
    /// What a change may be refused with: what it is about isn't there, isn't in a state for it or
    /// was changed by someone else, what was sent is too much, the centre isn't ready for it.
    ChangeRefusals: 401 403 404 409 413 422 500 503;
}

fn described(status: u16) -> (String, RefOr<utoipa::openapi::Response>) {
    let problem = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name("Problem")))
        .build();
    let response = ResponseBuilder::new().content(MEDIA_TYPE, problem).build();
    (status.to_string(), RefOr::T(response))
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
