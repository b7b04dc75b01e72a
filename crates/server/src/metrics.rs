//! `/metrics`, as Prometheus reads it: on an address of its own, which nobody but those who watch
//! needs to reach. The public router doesn't know it.
//!
//! What happens in this process is counted where it happens (requests, in `api`); what the database
//! knows is read when it is asked for, so that no posting writes or locks anything for it, and so that
//! of several servers each tells the same. Nothing in it is of a person, and no label is an id but the
//! centre's number: the series are as many as there are routes, methods, books and centres.
//!
//! What each figure means and when to be woken by it stands in `docs/OPERATIONS.md`.

use std::sync::OnceLock;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use kernel::{CentreId, Clock, Error, Instant, OrBroken as _, Result};
use metrics::{counter, gauge};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use platform::App;
use settlement::status::{self, Vitals};
use tokio::net::TcpListener;
use tokio::sync::{Mutex, watch};

/// The text format's own media type.
const MEDIA_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";
/// Upper bounds of the durations that are counted, in seconds: half of them below what a person waits
/// for without noticing.
const SECONDS: &[f64] = &[
    0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0,
];
/// How often what was timed since is put into its buckets, whether anybody asks or not.
const UPKEEP: Duration = Duration::from_secs(10);

/// How long the database may take to answer: who watches waits for ten seconds, and must hear that it
/// is down.
const ANSWER_MAX: Duration = Duration::from_secs(2);

/// Who holds it reads the database for the page.
static TURN: Mutex<()> = Mutex::const_new(());
static RECORDER: OnceLock<std::result::Result<PrometheusHandle, String>> = OnceLock::new();

/// Begins to count, once a process; before it nothing is kept.
///
/// # Errors
/// Broken when something else counts in this process.
pub fn record() -> Result<&'static PrometheusHandle> {
    let recorder = RECORDER.get_or_init(|| {
        let durations = Matcher::Suffix("_duration_seconds".to_owned());
        PrometheusBuilder::new()
            .set_buckets_for_metric(durations, SECONDS)
            .and_then(PrometheusBuilder::install_recorder)
            .map_err(|error| error.to_string())
    });
    let failed = |error: &String| Error::broken(format!("the metrics: {error}"));
    recorder.as_ref().map_err(failed)
}

/// Answers on `listener` until `stopping` says so.
///
/// # Errors
/// Broken when the listener fails.
pub async fn serve(
    app: App,
    handle: &'static PrometheusHandle,
    listener: TcpListener,
    mut stopping: watch::Receiver<bool>,
) -> Result<()> {
    let mut upkeep = tokio::time::interval(UPKEEP);
    let stopped = stopping.clone();
    let router = Router::new()
        .route("/metrics", get(page))
        .with_state((app, handle));
    let served = axum::serve(listener, router).with_graceful_shutdown(async move {
        // Gone only with the server itself, which is a stop as well.
        let _ = stopping.changed().await;
    });
    let mut served = std::pin::pin!(served.into_future());
    loop {
        tokio::select! {
            done = &mut served => return done.or_broken("the metrics"),
            _ = upkeep.tick(), if !*stopped.borrow() => handle.run_upkeep(),
        }
    }
}

async fn page(State((app, handle)): State<(App, &'static PrometheusHandle)>) -> impl IntoResponse {
    let body = rendered(&app, handle).await;
    ([(header::CONTENT_TYPE, MEDIA_TYPE)], body)
}

/// The page: what was counted, and what the database says now. When it doesn't answer in time, that is
/// said, and what it said last stays. Those who ask at once take turns, so that one that stands still is
/// asked by one at a time.
pub async fn rendered(app: &App, handle: &PrometheusHandle) -> String {
    let _turn = TURN.lock().await;
    let connections = app.db.connections();
    gauge!("anju_database_connections_in_use").set(connections.in_use as f64);
    gauge!("anju_database_connections_max").set(connections.most as f64);
    gauge!("anju_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1);
    let read = tokio::time::timeout(ANSWER_MAX, of_database(app)).await;
    let read = read.unwrap_or_else(|_| Err(Error::broken("the database doesn't answer in time")));
    if let Err(error) = &read {
        tracing::error!(%error, "reading the metrics");
    }
    gauge!("anju_database_up").set(u32::from(read.is_ok()));
    handle.render()
}

async fn of_database(app: &App) -> Result<()> {
    gauge!("anju_database_size_bytes").set(app.db.size_bytes().await? as f64);
    for centre in platform::centre::all(app).await? {
        let mut tx = app.db.read(centre.centre_id).await?;
        let vitals = status::vitals_in(&mut tx).await?;
        drop(tx);
        of_centre(centre.centre_id, &app.clock, &vitals)?;
    }
    Ok(())
}

fn of_centre(centre: CentreId, clock: &Clock, vitals: &Vitals) -> Result<()> {
    let now = clock.now();
    let centre = centre.get().to_string();
    let age = |since: Option<Instant>| since.map_or(Duration::ZERO, |since| now.since(since));
    for standing in &vitals.books {
        let labels = [
            ("centre", centre.clone()),
            ("book", standing.book.to_string()),
        ];
        let posted = u64::try_from(standing.posted).or_broken("a number of vouchers")?;
        counter!("anju_vouchers_posted_total", &labels).absolute(posted);
        gauge!("anju_vouchers_unsealed", &labels).set(standing.waiting as f64);
        gauge!("anju_vouchers_unsealed_age_seconds", &labels).set(age(standing.oldest));
    }
    let labels = [("centre", centre.clone())];
    gauge!("anju_audit_unsealed", &labels).set(vitals.audit_waiting as f64);
    gauge!("anju_audit_unsealed_age_seconds", &labels).set(age(vitals.audit_oldest));
    let jobs = vitals.jobs;
    let counts = [
        ("waiting", jobs.waiting),
        ("running", jobs.running),
        ("dead", jobs.dead),
    ];
    for (status, count) in counts {
        let labels = [("centre", centre.clone()), ("status", status.to_owned())];
        gauge!("anju_jobs", &labels).set(count as f64);
    }
    gauge!("anju_job_overdue_seconds", &labels).set(age(jobs.oldest_due_at));
    let without_backup = age(Some(vitals.backup.none_since));
    gauge!("anju_last_backup_age_seconds", &labels).set(without_backup);
    if let Some((date, closed_at)) = vitals.last_closed {
        let day = Instant::at_start_of(date).or_broken("a business date")?;
        let seconds = Duration::from_micros(u64::try_from(day.as_micros()).or_broken("a date")?);
        gauge!("anju_last_closed_day_timestamp_seconds", &labels).set(seconds);
        gauge!("anju_last_close_age_seconds", &labels).set(age(Some(closed_at)));
    }
    Ok(())
}
