//! The pages, embedded in the binary: the console's at the root, the public halls' below `/hall/`.
//!
//! A path without a file is the app's own business (its router reads the address), so it gets the
//! app's one page. A binary built without pages says how to build them.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use rust_embed::{EmbeddedFile, RustEmbed};
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../web/apps/console/dist"]
#[allow_missing = true]
struct Console;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../web/apps/hall/dist"]
#[allow_missing = true]
struct Hall;

/// Nothing from elsewhere, nothing inline but styles: the components set those at run time.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

const WITHOUT_PAGES: &str = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">\
    <title>安居</title><body><h1>安居</h1><p>这个程序没有带上页面。请在源码目录运行 \
    <code>cargo xtask run</code>，它会先构建页面再启动服务。</p></body></html>";

/// Serves the files of both apps.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let policy = HeaderValue::from_static(CONTENT_SECURITY_POLICY);
    let header =
        |name, value| SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value));
    Router::new()
        .route("/", get(async || page::<Console>()))
        .route(
            "/{*path}",
            get(async |Path(path): Path<String>| file::<Console>(&path)),
        )
        // The address that people are told, typed without the slash.
        .route("/hall", get(async || Redirect::permanent("/hall/")))
        .route("/hall/", get(async || page::<Hall>()))
        .route(
            "/hall/{*path}",
            get(async |Path(path): Path<String>| file::<Hall>(&path)),
        )
        .layer(SetResponseHeaderLayer::if_not_present(
            header::CONTENT_SECURITY_POLICY,
            policy,
        ))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::REFERRER_POLICY, "same-origin"))
        .layer(CompressionLayer::new())
}

fn file<App: RustEmbed>(path: &str) -> Response {
    match App::get(path) {
        // The builder names these by their content: they never change.
        Some(file) if path.starts_with("assets/") => {
            respond(file, "public, max-age=31536000, immutable")
        }
        Some(file) => respond(file, "no-cache"),
        None if path.starts_with("assets/") => StatusCode::NOT_FOUND.into_response(),
        None => page::<App>(),
    }
}

fn page<App: RustEmbed>() -> Response {
    match App::get("index.html") {
        Some(file) => respond(file, "no-cache"),
        None => axum::response::Html(WITHOUT_PAGES).into_response(),
    }
}

fn respond(file: EmbeddedFile, cache: &'static str) -> Response {
    let kind = file.metadata.mimetype().to_owned();
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, cache.to_owned()),
    ];
    (headers, file.data).into_response()
}
