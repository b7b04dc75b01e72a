//! A centre to test on, and people who use its API.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, Response, StatusCode, header};
use bytes::Bytes;
use db::{Backend, Db};
use http_body_util::BodyExt as _;
use kernel::{BranchId, CentreId, Clock, Date, Instant, MobileNumber};
use platform::message::{MessageSender, Sending};
use platform::role::{self, NewRole};
use platform::session::SignInRules;
use platform::staff::{self, NewStaff};
use platform::{App, Caller, DataScope};
use serde_json::Value;
use server::{serve, wiring};
use simulation::founding;
use testkit::{On, Template, TestDatabase};
use tower::ServiceExt as _;

/// The day on which every test begins: a Monday, and a working day.
pub(crate) const TODAY: &str = "2026-11-02";

static TEMPLATE: Template = Template::new();

/// A founded centre without employers, its clock standing at nine on [`TODAY`].
pub(crate) struct TestCentre {
    pub(crate) app: App,
    pub(crate) centre: CentreId,
    pub(crate) branches: Vec<BranchId>,
    pub(crate) backend: Backend,
    /// What was sent to mobiles.
    pub(crate) inbox: Arc<Inbox>,
    router: Router,
    _database: TestDatabase,
}

/// Takes messages instead of a gateway: each mobile with its text.
#[derive(Default)]
pub(crate) struct Inbox(Mutex<Vec<(String, String)>>);

impl Inbox {
    /// What came since the last time it was emptied.
    pub(crate) fn empty(&self) -> Vec<(String, String)> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl MessageSender for Inbox {
    fn send<'a>(&'a self, mobile: &'a MobileNumber, text: &'a str) -> Sending<'a> {
        Box::pin(async move {
            let message = (mobile.as_str().to_owned(), text.to_owned());
            self.0.lock().unwrap().push(message);
            Ok(())
        })
    }
}

impl TestCentre {
    /// A centre of its own on `on`; `None` when there is no server to run on.
    pub(crate) async fn on(on: On) -> Option<TestCentre> {
        let database = TEMPLATE.clone_on(on, fill).await?;
        let mut app = App::new(database.db.clone(), clock());
        app.sign_in_rules = SignInRules::of_demo();
        let inbox = Arc::new(Inbox::default());
        app.message_sender = Some(Arc::<Inbox>::clone(&inbox));
        let centre = centre();
        let mut tx = app.db.read(centre).await.unwrap();
        let branches = platform::branch::all_in(&mut tx).await.unwrap();
        drop(tx);
        Some(TestCentre {
            router: router(&app, api::EXPORT_ROWS_MAX),
            centre,
            branches: branches
                .into_iter()
                .map(|branch| branch.branch_id)
                .collect(),
            app,
            inbox,
            backend: database.backend.clone(),
            _database: database,
        })
    }

    /// Someone who isn't signed in, at a server of these rules of sign-in.
    pub(crate) fn nobody_under(&self, rules: SignInRules) -> Client {
        let mut app = self.app.clone();
        app.sign_in_rules = rules;
        Client {
            router: router(&app, api::EXPORT_ROWS_MAX),
            ..self.nobody()
        }
    }

    /// Someone who isn't signed in, at a server of another centre in the same database.
    pub(crate) fn nobody_at(&self, centre: CentreId) -> Client {
        Client {
            router: router_of(centre, &self.app, api::EXPORT_ROWS_MAX),
            ..self.nobody()
        }
    }

    /// A member of the staff at a server whose lists leave with so many rows at most.
    pub(crate) async fn sign_in_exporting(&self, name: &str, rows_max: u32) -> Client {
        let nobody = Client {
            router: router(&self.app, rows_max),
            ..self.nobody()
        };
        nobody.signed_in(name).await
    }

    /// A role over one's own branch that gives these actions.
    pub(crate) async fn role(&self, code: &str, actions: &[&str]) {
        let system = Caller::system("hiring", self.centre);
        let new = NewRole {
            code: code.to_owned(),
            name: code.to_owned(),
            data_scope: DataScope::OwnBranch,
            actions: actions.iter().map(|&action| action.to_owned()).collect(),
        };
        let key = format!("role-{code}").parse().unwrap();
        role::add(&self.app, &system, &key, new, &wiring::actions())
            .await
            .unwrap();
    }

    /// Someone who isn't signed in.
    pub(crate) fn nobody(&self) -> Client {
        Client {
            router: self.router.clone(),
            cookie: None,
            csrf: None,
        }
    }

    /// A member of the staff, by sign-in name.
    pub(crate) async fn sign_in(&self, name: &str) -> Client {
        self.nobody().signed_in(name).await
    }

    /// Someone new on the staff, of a branch and with a role, signed in.
    pub(crate) async fn hire(&self, name: &str, role: &str, branch: BranchId) -> Client {
        let system = Caller::system("hiring", self.centre);
        let new = NewStaff {
            sign_in_name: name.to_owned(),
            name: name.to_owned(),
            branch_id: Some(branch),
            department_id: None,
            phone: None,
        };
        let key = |word: &str| format!("hiring-{word}-{name}").parse().unwrap();
        let (app, password) = (&self.app, founding::PASSWORD);
        let staff_id = staff::add(app, &system, &key("staff"), new, password)
            .await
            .unwrap();
        role::assign(app, &system, &key("role"), staff_id, role)
            .await
            .unwrap();
        self.sign_in(name).await
    }

    /// Seals what waits, as the keeper does every second.
    pub(crate) async fn keep_books(&self) {
        server::keeper::seal_all(&self.app, self.centre)
            .await
            .unwrap();
    }

    /// Does every job that is due, as the server's runner does; how many there were.
    pub(crate) async fn run_jobs(&self) -> usize {
        platform::job::run_due(&self.app, &wiring::jobs(), self.centre)
            .await
            .unwrap()
    }

    /// Proves everything, and fails with what can't be right.
    pub(crate) async fn prove(&self) {
        let proof = server::command::prove(&self.app, self.centre)
            .await
            .unwrap();
        assert!(proof.findings.is_empty(), "{:#?}", proof.findings);
    }
}

/// A server of the centre.
fn router(app: &App, export_rows_max: u32) -> Router {
    router_of(centre(), app, export_rows_max)
}

fn router_of(centre: CentreId, app: &App, export_rows_max: u32) -> Router {
    serve::router(api_of(centre, app, export_rows_max))
}

/// What a server of the centre answers by.
pub(crate) fn api_of(centre: CentreId, app: &App, export_rows_max: u32) -> api::Api {
    api::Api {
        app: app.clone(),
        centre,
        actions: wiring::actions(),
        beyond_roles: wiring::beyond_roles(),
        businesses: wiring::approvable(),
        jobs: wiring::jobs(),
        demo: None,
        secure_cookie: false,
        exports: api::Exports::of_rows(export_rows_max),
        paper_font: server::paper_font::paper_font,
    }
}

async fn fill(db: Db) {
    let clock = clock();
    db.migrate(wiring::MIGRATIONS, &clock).await.unwrap();
    let app = App::new(db, clock);
    let first_day = TODAY.parse::<Date>().unwrap();
    founding::found(&app, centre(), first_day, &wiring::actions())
        .await
        .unwrap();
}

pub(crate) fn centre() -> CentreId {
    CentreId::new(1).unwrap()
}

pub(crate) fn clock() -> Clock {
    Clock::manual(
        format!("{TODAY}T01:00:00.000000Z")
            .parse::<Instant>()
            .unwrap(),
    )
}

/// A browser, as far as the API sees one.
#[derive(Clone)]
pub(crate) struct Client {
    router: Router,
    cookie: Option<String>,
    csrf: Option<String>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The code of a problem, after checking that it is one as people get it.
    pub(crate) fn code(&self) -> String {
        let problem = self.json();
        assert_eq!(
            self.headers[header::CONTENT_TYPE],
            "application/problem+json"
        );
        assert_eq!(problem["status"], self.status.as_u16());
        let detail = problem["detail"].as_str().unwrap();
        assert!(
            detail
                .chars()
                .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)),
            "{detail}"
        );
        problem["code"].as_str().unwrap().to_owned()
    }

    /// The body, after checking the status.
    pub(crate) fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        if self.body.is_empty() {
            Value::Null
        } else {
            self.json()
        }
    }

    /// Checks that it is a problem with this status and code.
    pub(crate) fn refused(&self, status: u16, code: &str) {
        assert_eq!(
            (self.status.as_u16(), self.code().as_str()),
            (status, code),
            "{}",
            self.text()
        );
    }
}

impl Client {
    /// The same browser at another server of the centre.
    pub(crate) fn at(&self, app: &App) -> Client {
        Client {
            router: router(app, api::EXPORT_ROWS_MAX),
            ..self.clone()
        }
    }

    /// The same browser once this member of the staff has signed in.
    pub(crate) async fn signed_in(mut self, name: &str) -> Client {
        let body = serde_json::json!({ "name": name, "password": founding::PASSWORD });
        let answer = self.post("/api/session", &body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        self.sign_in_with(&answer);
        self
    }

    /// The same session before another server.
    pub(crate) fn before(&self, other: &Client) -> Client {
        Client {
            router: other.router.clone(),
            ..self.clone()
        }
    }

    /// Goes on with a session that was begun otherwise.
    pub(crate) fn holding(&self, cookie: &str, csrf: &str) -> Client {
        Client {
            cookie: Some(cookie.to_owned()),
            csrf: Some(csrf.to_owned()),
            ..self.clone()
        }
    }

    /// Goes on with the session that a sign-in answered.
    pub(crate) fn sign_in_with(&mut self, answer: &Answer) {
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        self.cookie = Some(cookie.split(';').next().unwrap().to_owned());
        self.csrf = Some(answer.json()["csrf_token"].as_str().unwrap().to_owned());
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path).body(Body::empty()).unwrap())
            .await
    }

    /// Posts JSON under a key of its own.
    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        self.post_with_key(path, body, &fresh_key()).await
    }

    pub(crate) async fn post_with_key(&self, path: &str, body: &Value, key: &str) -> Answer {
        let request = self
            .request(Method::POST, path)
            .header("idempotency-key", key)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()))
            .unwrap();
        self.send(request).await
    }

    /// Uploads a file and returns its name on the server.
    pub(crate) async fn upload(&self, name: &str, bytes: Vec<u8>) -> String {
        let answer = self.upload_raw(name, bytes).await;
        answer.expect(201)["file"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn upload_raw(&self, name: &str, bytes: Vec<u8>) -> Answer {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        let request = self
            .request(Method::POST, "/api/files")
            .header("idempotency-key", fresh_key())
            .header(header::CONTENT_TYPE, kind)
            .header("x-file-name", name)
            .body(Body::from(bytes))
            .unwrap();
        self.send(request).await
    }

    /// A request with this client's cookie and token.
    pub(crate) fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        if let Some(csrf) = &self.csrf {
            request = request.header("x-csrf-token", csrf);
        }
        request
    }

    /// The same session with another CSRF token.
    pub(crate) fn with_csrf(&self, csrf: &str) -> Client {
        Client {
            csrf: Some(csrf.to_owned()),
            ..self.clone()
        }
    }

    /// The answer as far as its head: the body comes when it is read.
    pub(crate) async fn begin(&self, mut request: Request<Body>) -> Response<Body> {
        let address = SocketAddr::from(([127, 0, 0, 1], 40_000));
        request.extensions_mut().insert(ConnectInfo(address));
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.begin(request).await.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }
}

pub(crate) fn fresh_key() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("test-key-{:08}", NEXT.fetch_add(1, Ordering::Relaxed))
}
