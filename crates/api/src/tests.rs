//! What holds for every operation, asked of the routes themselves.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use axum::response::Response;
use db::{Backend, Config, Db, Keys};
use http_body_util::BodyExt as _;
use kernel::Clock;
use tower::ServiceExt as _;
use utoipa::openapi::path::Operation;

use super::*;

/// A server over an empty database: enough for whatever is refused before it is read.
struct House {
    router: Router,
    _folder: tempfile::TempDir,
}

fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("anju.db");
    house_on(Backend::Sqlite { path }, folder)
}

fn house_on(backend: Backend, folder: tempfile::TempDir) -> House {
    let db = Db::open(
        &Config {
            backend,
            connections: 2,
        },
        Keys::random().unwrap(),
    )
    .unwrap();
    let app = App::new(db, Clock::system());
    let centre = CentreId::new(1).unwrap();
    let router = router(Api {
        app,
        centre,
        actions: platform::ACTIONS.to_vec(),
        beyond_roles: Vec::new(),
        businesses: Vec::new(),
        jobs: platform::job::Jobs::default(),
        demo: None,
        secure_cookie: false,
        exports: crate::Exports::of_rows(crate::EXPORT_ROWS_MAX),
        paper_font: || None,
    });
    House {
        router,
        _folder: folder,
    }
}

impl House {
    async fn ask(&self, method: Method, path: &str) -> Response {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .body(Body::empty())
            .unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }
}

async fn problem(response: Response) -> serde_json::Value {
    assert_eq!(
        response.headers()["content-type"],
        "application/problem+json"
    );
    let body = response.into_body().collect().await.unwrap().to_bytes();
    serde_json::from_slice(&body).unwrap()
}

/// Every operation: its method, its path, its description.
fn operations() -> Vec<(Method, String, Operation)> {
    let mut found = Vec::new();
    for (path, item) in openapi().paths.paths {
        let methods = [
            (Method::GET, item.get),
            (Method::POST, item.post),
            (Method::PUT, item.put),
            (Method::PATCH, item.patch),
            (Method::DELETE, item.delete),
        ];
        for (method, operation) in methods {
            found.extend(operation.map(|operation| (method, path.clone(), operation)));
        }
    }
    found
}

fn is_public(operation: &Operation) -> bool {
    let asked = operation.security.as_deref().map(serde_json::to_value);
    asked.is_some_and(|asked| asked.unwrap() == serde_json::json!([{}]))
}

#[tokio::test]
async fn nobody_is_let_in_to_anything_but_what_is_public() {
    let house = house();
    let mut asked = 0;
    for (method, path, operation) in operations() {
        if is_public(&operation) {
            continue;
        }
        let response = house
            .ask(method.clone(), &path.replace(['{', '}'], ""))
            .await;
        assert_eq!(
            response.status(),
            StatusCode::UNAUTHORIZED,
            "{method} {path}"
        );
        assert_eq!(
            problem(response).await["code"],
            "not_signed_in",
            "{method} {path}"
        );
        asked += 1;
    }
    assert!(asked > 40, "{asked} operations were asked");
}

#[test]
fn only_these_operations_are_public() {
    let public = operations()
        .into_iter()
        .filter(|(_, _, operation)| is_public(operation));
    let public: Vec<String> = public
        .map(|(method, path, _)| format!("{method} {path}"))
        .collect();
    let expected = [
        "GET /api/centre",
        "GET /api/centre/signing-key",
        "POST /api/hall/agent/codes",
        "POST /api/hall/agent/invitations/accept",
        "POST /api/hall/agent/session",
        "POST /api/hall/certificates/verify",
        "POST /api/hall/member/codes",
        "POST /api/hall/member/session",
        "GET /api/health",
        "GET /api/openapi.json",
        "POST /api/session",
    ];
    assert_eq!(public, expected);
}

#[tokio::test]
async fn a_path_that_there_isnt_is_a_problem() {
    let house = house();
    for path in [
        "/api",
        "/api/",
        "/api/employer",
        "/api/employers/",
        "/api/rosters/1/2/3",
    ] {
        let response = house.ask(Method::GET, path).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        assert_eq!(problem(response).await["code"], "not_found", "{path}");
    }
}

#[tokio::test]
async fn a_method_that_a_path_doesnt_take_is_a_problem_that_names_those_it_takes() {
    let house = house();
    let cases = [
        (Method::PUT, "/api/session", "GET,HEAD,POST,DELETE"),
        (Method::POST, "/api/health", "GET,HEAD"),
        (Method::GET, "/api/files", "POST"),
    ];
    for (method, path, allowed) in cases {
        let response = house.ask(method.clone(), path).await;
        assert_eq!(
            response.status(),
            StatusCode::METHOD_NOT_ALLOWED,
            "{method} {path}"
        );
        let allow = response.headers()["allow"].to_str().unwrap().to_owned();
        let names = |text: &str| text.split(',').map(str::to_owned).collect::<BTreeSet<_>>();
        assert_eq!(names(&allow), names(allowed), "{method} {path}");
        assert_eq!(problem(response).await["code"], "method_not_allowed");
    }
}

#[tokio::test]
async fn every_answer_is_neither_sniffed_nor_kept() {
    let house = house();
    for path in ["/api/openapi.json", "/api/employers", "/api/nothing"] {
        let response = house.ask(Method::GET, path).await;
        let header = |name: &str| response.headers()[name].to_str().unwrap();
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("cache-control"), "no-store", "{path}");
        assert_eq!(header("referrer-policy"), "same-origin", "{path}");
    }
}

#[tokio::test]
async fn a_broken_database_is_told_as_nothing_more_than_that() {
    let response = house().ask(Method::GET, "/api/centre").await;
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let problem = problem(response).await;
    assert_eq!(problem["code"], "internal_error");
    assert!(!problem.to_string().contains("table"), "{problem}");
}

#[tokio::test]
async fn a_server_that_cannot_reach_its_database_is_unwell_and_not_broken() {
    // Nobody listens on port 1.
    let backend = Backend::Postgres {
        url: "postgres://anju@127.0.0.1:1/anju".to_owned(),
        root_certificate: None,
    };
    let unreachable = house_on(backend, tempfile::tempdir().unwrap());
    let response = unreachable.ask(Method::GET, "/api/health").await;
    assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
    let problem = problem(response).await;
    assert_eq!(problem["code"], "database_unavailable");
    assert!(!problem.to_string().contains("127.0.0.1"), "{problem}");
}

#[tokio::test]
async fn a_database_that_answers_and_is_not_ours_is_broken() {
    let response = house().ask(Method::GET, "/api/health").await;
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(problem(response).await["code"], "internal_error");
}

#[tokio::test]
async fn the_document_is_served_as_it_is_committed() {
    let response = house().ask(Method::GET, "/api/openapi.json").await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["content-type"], "application/json");
    let body = response.into_body().collect().await.unwrap().to_bytes();
    assert_eq!(body, openapi().to_json().unwrap());
}

#[tokio::test]
async fn a_panic_is_told_as_nothing_more_than_that() {
    async fn handler() -> &'static str {
        panic!("account 42 is broken")
    }
    let router: Router = guarded(Router::new().route("/api/x", any(handler)));
    let request = Request::builder()
        .uri("/api/x")
        .body(Body::empty())
        .unwrap();
    let response = router.oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(response.headers()["cache-control"], "no-store");
    let problem = problem(response).await;
    assert_eq!(problem["code"], "internal_error");
    assert!(!problem.to_string().contains("42"), "{problem}");
}

#[test]
fn the_document_is_the_same_every_time() {
    let (one, other) = (openapi().to_json().unwrap(), openapi().to_json().unwrap());
    assert_eq!(one, other);
}

#[test]
fn every_operation_says_what_it_is_and_how_it_refuses() {
    let mut ids = BTreeSet::new();
    let signs_in = [
        "sign_in",
        "ask_member_code",
        "enter_member_hall",
        "send_agent_code",
        "sign_in_agent",
    ];
    for (method, path, operation) in operations() {
        let id = operation.operation_id.clone().unwrap_or_default();
        assert!(ids.insert(id.clone()), "{id} names two operations");
        assert!(operation.summary.is_some(), "{id} says nothing of itself");
        assert!(operation.tags.is_some(), "{id} belongs nowhere");
        for (status, response) in &operation.responses.responses {
            let utoipa::openapi::RefOr::T(response) = response else {
                continue;
            };
            assert!(
                !response.description.is_empty(),
                "{id}: {status} says nothing"
            );
        }
        let refuses = |status: &str| operation.responses.responses.contains_key(status);
        let takes = |name: &str| {
            operation
                .parameters
                .iter()
                .flatten()
                .any(|parameter| match parameter {
                    utoipa::openapi::RefOr::T(parameter) => parameter.name == name,
                    utoipa::openapi::RefOr::Ref(_) => false,
                })
        };
        assert!(id == "openapi" || refuses("500"), "{id}: 500");
        assert_eq!(
            is_public(&operation),
            !refuses("401") || signs_in.contains(&id.as_str()) || id == "accept_invitation",
            "{id}: 401"
        );
        assert!(!path.contains('{') || refuses("404"), "{id}: 404");
        // What somebody does about their own sign-in is no matter of the centre's, and nothing of it
        // is done twice by asking twice.
        let own = path.starts_with("/api/session")
            || path == "/api/hall/session"
            || signs_in.contains(&id.as_str());
        // A file's content is its name; what is only looked at is sent because more than an address
        // goes with the question: a reason, a code that no log should keep.
        let keyless = [
            "store_file",
            "store_hall_file",
            "unmask_member",
            "verify_certificate",
        ];
        let keyless = own || keyless.contains(&id.as_str());
        let needs_key = method != Method::GET && !keyless;
        assert_eq!(takes("Idempotency-Key"), needs_key, "{id}: Idempotency-Key");
    }
}
