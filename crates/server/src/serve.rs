//! The running server: opens the database, brings it up to date, answers until told to stop.

use std::collections::BTreeSet;
use std::future::IntoFuture as _;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use db::{Backend, Db, Keys};
use kernel::{Clock, Error, OrBroken as _, Refusal, Result};
use platform::message::MessageSender;
use platform::{App, centre, job};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::config::{Config, KeySource};
use crate::messages::FileSender;
use crate::{heart, keeper, metrics, web, wiring};

/// How long requests under way may take when the server stops; the jobs have as long.
const GRACE: Duration = Duration::from_secs(20);

/// Opens the database that the configuration names, with its keys, and brings the schema up to
/// date.
///
/// # Errors
/// `installation_missing` where there is no key file, `keys_outdated` where it isn't the newest; broken
/// when it or the database can't be opened, or a migration fails.
pub async fn open(config: &Config, clock: &Clock) -> Result<App> {
    let keys = keys(config)?;
    let db = Db::open(&config.database, keys)?;
    let steps = db.migrate(wiring::MIGRATIONS, clock).await?;
    if steps > 0 {
        tracing::info!(steps, "the schema is up to date");
    }
    let app = app_of(db, config, clock);
    require_newest_keys(&app).await?;
    Ok(app)
}

/// Opens the database as it is: makes nothing, changes nothing of its schema.
///
/// # Errors
/// `installation_missing` where there is no key file; `centre_missing` where there is no database, or
/// one without a centre; broken when either can't be opened.
pub async fn open_as_it_is(config: &Config, clock: &Clock) -> Result<App> {
    let keys = keys(config)?;
    if let Backend::Sqlite { path } = &config.database.backend
        && !path.exists()
    {
        return Err(no_centre().into());
    }
    let db = Db::open_existing(&config.database, keys)?;
    if db.steps_done().await?.is_empty() {
        return Err(no_centre().into());
    }
    let app = app_of(db, config, clock);
    match centre::all(&app).await?.is_empty() {
        true => Err(no_centre().into()),
        false => Ok(app),
    }
}

/// [`open_as_it_is`], where the schema is this program's.
///
/// # Errors
/// Those of [`open_as_it_is`]; `schema_differs` when it isn't; `keys_outdated`.
pub async fn open_up_to_date(config: &Config, clock: &Clock) -> Result<App> {
    let app = open_as_it_is(config, clock).await?;
    let named = |step: db::StepDone| (step.name, step.checksum.hex());
    let done: BTreeSet<_> = app.db.steps_done().await?.into_iter().map(named).collect();
    let known = wiring::MIGRATIONS.iter().flat_map(|set| set.checksums());
    let known: BTreeSet<_> = known.map(named).collect();
    if done == known {
        require_newest_keys(&app).await?;
        return Ok(app);
    }
    let sentence = match done.is_subset(&known) {
        true => "数据库还是旧版本的结构：请先启动本版本的服务，由它完成升级",
        false => "数据库的结构不是本程序的：它由另一版本的程序建立或升级，请改用那个版本",
    };
    Err(Refusal::conflict("schema_differs", sentence).into())
}

fn app_of(db: Db, config: &Config, clock: &Clock) -> App {
    let mut app = App::new(db, clock.clone());
    app.sign_in_rules = config.sign_in;
    app.message_sender = config.messages.as_ref().map(|path| {
        let sender: Arc<dyn MessageSender> = Arc::new(FileSender::new(path, clock));
        sender
    });
    app.public_address = config.public_address.clone();
    app
}

/// That the keys are the newest: what servers that know more of them sealed couldn't be opened.
///
/// # Errors
/// `keys_outdated`.
async fn require_newest_keys(app: &App) -> Result<()> {
    for centre in centre::all(app).await? {
        let mut tx = app.db.read(centre.centre_id).await?;
        platform::keys::require_known_in(&mut tx, app.db.keys()).await?;
    }
    Ok(())
}

fn no_centre() -> Refusal {
    let sentence = "该处还没有设立中心：请核对 --data-dir 或 --config；新装的先用 anju found 设立";
    Refusal::not_found("centre_missing", sentence)
}

/// The installation's keys.
///
/// # Errors
/// `installation_missing` where there is no key file; broken when it can't be read.
pub(crate) fn keys(config: &Config) -> Result<Keys> {
    match &config.keys {
        KeySource::Environment(ring) => Ok(ring.keys()),
        KeySource::File(path) => {
            require_key_file(path)?;
            Keys::load(path)
        }
    }
}

/// That there is a key file.
///
/// # Errors
/// `installation_missing`.
pub(crate) fn require_key_file(path: &Path) -> Result<()> {
    match path.exists() {
        true => Ok(()),
        false => Err(missing(path).into()),
    }
}

/// There is no installation where the operator says it is.
fn missing(key_file: &Path) -> Refusal {
    let sentence = format!(
        "找不到密钥文件 {}：该处没有安居的数据，请核对 --data-dir 或 --config；新装的先用 found 设立中心",
        key_file.display()
    );
    Refusal::not_found("installation_missing", sentence)
}

/// The whole web server: the API under `/api`, the pages elsewhere.
pub fn router(api: api::Api) -> Router {
    api::router(api).merge(web::router())
}

/// A server that listens, not yet answering.
pub struct Listening {
    listener: TcpListener,
    metrics: Option<TcpListener>,
    api: api::Api,
    app: App,
}

impl Listening {
    /// Takes the address.
    ///
    /// # Errors
    /// Broken when it is taken or not this machine's.
    pub async fn at(listen: SocketAddr, app: App, api: api::Api) -> Result<Listening> {
        let listener = bind(listen).await?;
        Ok(Listening {
            listener,
            metrics: None,
            api,
            app,
        })
    }

    /// Takes another address for those who watch, and begins to count for them.
    ///
    /// # Errors
    /// Broken when it is taken or not this machine's.
    pub async fn with_metrics_at(mut self, listen: SocketAddr) -> Result<Listening> {
        metrics::record()?;
        self.metrics = Some(bind(listen).await?);
        Ok(self)
    }

    /// The address taken, with the port the system chose when 0 was asked for.
    ///
    /// # Errors
    /// Broken when the system doesn't say.
    pub fn address(&self) -> Result<SocketAddr> {
        self.listener
            .local_addr()
            .map_err(|error| Error::broken(error.to_string()))
    }

    /// Answers until the process is told to stop, then finishes what is under way, for 20 s at most.
    ///
    /// # Errors
    /// Broken when the listener fails.
    pub async fn run(self) -> Result<()> {
        self.run_until(told_to_stop(), GRACE).await
    }

    /// [`Listening::run`] until `told`, with so much time for the requests under way. All that runs
    /// beside them is told at the same moment; jobs have 20 s.
    ///
    /// # Errors
    /// Broken when the listener fails.
    pub async fn run_until(self, told: impl Future<Output = ()>, grace: Duration) -> Result<()> {
        let (stop, stopping) = watch::channel(false);
        let keeping = tokio::spawn(keeper::keep(self.app.clone(), stopping.clone()));
        let beating = tokio::spawn(heart::beat(self.app.clone(), stopping.clone()));
        let watched = match self.metrics {
            Some(listener) => {
                let handle = metrics::record()?;
                let serving = metrics::serve(self.app.clone(), handle, listener, stopping.clone());
                Some(tokio::spawn(serving))
            }
            None => None,
        };
        let working = tokio::spawn(job::work(self.app, wiring::jobs(), stopping.clone()));
        let service = router(self.api).into_make_service_with_connect_info::<SocketAddr>();
        let answering = axum::serve(self.listener, service)
            .with_graceful_shutdown(stopped(stopping))
            .into_future();
        let mut answering = std::pin::pin!(answering);
        let failed = tokio::select! {
            ended = &mut answering => Some(ended),
            () = told => None,
        };
        // They may be gone already only if they panicked; the joins below say so.
        let _ = stop.send(true);
        let served = match failed {
            Some(ended) => ended,
            None => tokio::time::timeout(grace, answering)
                .await
                .unwrap_or_else(|_| {
                    tracing::warn!("requests that took too long are broken off");
                    Ok(())
                }),
        };
        working.await.or_broken("the runner of jobs")?;
        keeping.await.or_broken("the keeper")?;
        beating.await.or_broken("the heart")?;
        if let Some(watched) = watched {
            let ended = tokio::time::timeout(grace, watched).await;
            // Whoever reads the metrics and doesn't end is no reason to go on.
            if let Ok(ended) = ended {
                ended.or_broken("the metrics")??;
            }
        }
        served.or_broken("the listener")
    }
}

/// When a stop is told, or who tells it is gone.
async fn stopped(mut stopping: watch::Receiver<bool>) {
    let _ = stopping.changed().await;
}

async fn bind(listen: SocketAddr) -> Result<TcpListener> {
    let bound = TcpListener::bind(listen).await;
    bound.map_err(|error| Error::broken(format!("{listen}: {error}")))
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    if interrupt.await.is_err() {
        // Without signals the process is ended from outside; nothing is lost by that.
        std::future::pending::<()>().await;
    }
}
