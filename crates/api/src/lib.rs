//! The HTTP interface: what the console and other programs may ask, as `/api/…`.
//!
//! Contract: a handler takes what it needs from the request (`extract`), calls one use case and
//! puts the answer into a type of the wire, which stands beside it. It decides nothing. Every
//! answer that isn't a success is a problem with a stable code (`problem`); rules that hold for
//! all operations stand in `docs/API-DESIGN.md`.
//!
//! `public` is for anyone, `staff` for those who signed in with the centre, `hall` for members and
//! employers' agents.
//!
//! Bounds: 1 MiB a JSON body, 32 MiB a file, 200 rows a page, [`EXPORT_ROWS_MAX`] rows a workbook.

mod events;
mod export;
mod extract;
mod hall;
mod pdf;
mod problem;
mod public;
mod session;
mod staff;
mod trace;
mod wire;
mod workbook;

pub use export::{EXPORT_ROWS_MAX, Exports};

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::routing::any;
use kernel::CentreId;
use platform::approval::Approvable;
use platform::job::Jobs;
use platform::{Action, App};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use utoipa_axum::router::OpenApiRouter;

/// What the handlers of one server stand on.
pub struct Api {
    /// What the use cases stand on.
    pub app: App,
    /// The centre that people sign in to here.
    pub centre: CentreId,
    /// Every action that roles give.
    pub actions: Vec<&'static Action>,
    /// What no role gives and the trail names.
    pub beyond_roles: Vec<&'static Action>,
    /// What can be made to need approval.
    pub businesses: Vec<Approvable>,
    /// What is done by jobs.
    pub jobs: Jobs,
    /// The sign-ins that the first page shows; `None` outside a demo.
    pub demo: Option<Demo>,
    /// Whether the cookie of a session may travel over TLS only: when the server speaks TLS, or
    /// stands behind something that does.
    pub secure_cookie: bool,
    /// How much of lists may leave as workbooks.
    pub exports: Exports,
    /// The font that papers are drawn with, read when the first one is; none where the program was
    /// built without it.
    pub paper_font: fn() -> Option<&'static render::Font>,
}

/// A demo: its data are made up and its passwords are no secret.
#[derive(Debug, Clone)]
pub struct Demo {
    /// Those who can sign in.
    pub sign_ins: Vec<DemoSignIn>,
    /// Members who can come in by their hall.
    pub members: Vec<DemoMember>,
    /// Agents who can come in by the employers' hall.
    pub agents: Vec<DemoAgent>,
}

/// A member who can come in to a demo.
#[derive(Debug, Clone)]
pub struct DemoMember {
    /// 姓名.
    pub name: String,
    /// 证件号码.
    pub id_number: String,
    /// 手机号码.
    pub mobile: String,
}

/// An agent who can come in to a demo.
#[derive(Debug, Clone)]
pub struct DemoAgent {
    /// 手机号码.
    pub mobile: String,
    /// The password.
    pub password: String,
    /// The names of the employers that it acts for.
    pub employer_name: String,
}

/// Someone who can sign in to a demo.
#[derive(Debug, Clone)]
pub struct DemoSignIn {
    /// The name to sign in with.
    pub name: String,
    /// The password.
    pub password: String,
    /// The name of the role.
    pub role: String,
}

/// Everything under `/api`, unknown paths included. Merge it with what serves the pages.
pub fn router(api: Api) -> Router {
    let (router, _) = routes().split_for_parts();
    let router = router
        .route("/api", any(problem::no_such_path))
        .route("/api/", any(problem::no_such_path))
        .route("/api/{*path}", any(problem::no_such_path))
        .method_not_allowed_fallback(problem::method_not_allowed);
    guarded(router).with_state(Arc::new(api))
}

/// Puts around the routes what holds for every answer: a panic is a problem, nothing is sniffed or
/// kept, and each request has its line in the log.
fn guarded<S: Clone + Send + Sync + 'static>(router: Router<S>) -> Router<S> {
    let header = |name: HeaderName, value| {
        SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
    };
    router
        .layer(CatchPanicLayer::custom(problem::after_panic))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::CACHE_CONTROL, "no-store"))
        .layer(header(header::REFERRER_POLICY, "same-origin"))
        .layer(axum::middleware::from_fn(trace::request))
}

/// The description of everything under `/api`, by path.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    wire::completed(routes().into_openapi())
}

fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::with_openapi(wire::document())
        .merge(public::routes())
        .merge(staff::routes())
        .merge(hall::routes())
}

#[cfg(test)]
mod tests;
