//! The running server: opens the database, brings it up to date, answers until told to stop.

use std::net::SocketAddr;
use std::path::Path;

use axum::Router;
use db::{Db, Keys};
use kernel::{Clock, Error, Refusal, Result};
use platform::{App, job};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::config::{Config, KeySource};
use crate::{heart, keeper, metrics, web, wiring};

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
    let mut app = App::new(db, clock.clone());
    for centre in platform::centre::all(&app).await? {
        let mut tx = app.db.read(centre.centre_id).await?;
        platform::keys::require_known_in(&mut tx, app.db.keys()).await?;
    }
    app.sign_in_rules = config.sign_in;
    Ok(app)
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

    /// Answers until the process is told to stop, then finishes the requests under way.
    ///
    /// # Errors
    /// Broken when the listener fails.
    pub async fn run(self) -> Result<()> {
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
        let working = tokio::spawn(job::work(self.app, wiring::jobs(), stopping));
        let service = router(self.api).into_make_service_with_connect_info::<SocketAddr>();
        let served = axum::serve(self.listener, service)
            .with_graceful_shutdown(told_to_stop())
            .await;
        // They may be gone already only if they panicked; the joins below say so.
        let _ = stop.send(true);
        working
            .await
            .map_err(|error| Error::broken(format!("the runner of jobs: {error}")))?;
        keeping
            .await
            .map_err(|error| Error::broken(format!("the keeper: {error}")))?;
        beating
            .await
            .map_err(|error| Error::broken(format!("the heart: {error}")))?;
        if let Some(watched) = watched {
            watched
                .await
                .map_err(|error| Error::broken(format!("the metrics: {error}")))??;
        }
        served.map_err(|error| Error::broken(error.to_string()))
    }
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
