//! The database is gone for a while and comes back, while clients record arrivals; nobody touches the
//! server. What stands between them is a proxy that drops every connection and takes none.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use super::postings::{self, AHEAD, Postings};
use super::{Asked, found};
use crate::timing::Stopwatch;
use crate::{Result, http};

/// How long the server may take to answer as before, once the database is back, in microseconds.
const BACK_WITHIN: u64 = 30_000_000;
/// How often it is asked meanwhile.
const LOOK: Duration = Duration::from_millis(250);

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outage {
    /// Arrivals that a client was told were recorded.
    pub acknowledged: usize,
    /// Arrivals without an answer when the database went.
    pub unanswered: usize,
    /// Requests answered while it was gone, each with a refusal.
    pub refused: usize,
    /// The slowest of those answers, in microseconds.
    pub slowest_refusal: u64,
    /// From the database's return to the first good answer, in microseconds.
    pub back_after: u64,
}

impl fmt::Display for Outage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} arrivals acknowledged, {} unanswered, 0 lost, 0 doubled; {} requests refused \
             meanwhile, the slowest in {} ms; back {} ms after the database",
            self.acknowledged,
            self.unanswered,
            self.refused,
            self.slowest_refusal / 1_000,
            self.back_after / 1_000,
        )
    }
}

/// Takes the database of a centre away for so long.
///
/// # Errors
/// When anything acknowledged is lost or anything is doubled, when the server doesn't refuse while
/// the database is gone, or doesn't serve within half a minute of its return.
pub async fn outage(asked: &Asked, gone: Duration) -> Result<Outage> {
    let url = asked.postgres.as_deref().ok_or("no PostgreSQL server")?;
    let (proxy, through) = Proxy::before(url).await?;
    let asked = Asked {
        postgres: Some(through),
        ..asked.clone()
    };
    let centre = found(&asked).await?;
    let server = centre.serve().await?;
    let mut client = centre.sign_in(&server).await?;
    let postings = Postings::begin(&client, 0).await?;
    tokio::time::sleep(AHEAD * 10).await;

    let mut outage = Outage::default();
    proxy.let_through(false);
    let watch = Stopwatch::start();
    let told = postings.cut_off().await?;
    while u128::from(watch.micros()) < gone.as_micros() {
        let answer = http::get_once(server.address, "/api/health").await?;
        if answer.status != 503 {
            return Err(format!("status {} without a database", answer.status).into());
        }
        outage.refused += 1;
        outage.slowest_refusal = outage.slowest_refusal.max(answer.micros);
        tokio::time::sleep(LOOK).await;
    }
    proxy.let_through(true);
    let watch = Stopwatch::start();
    while http::get_once(server.address, "/api/health").await?.status != 200 {
        if watch.micros() > BACK_WITHIN {
            return Err("the server doesn't find the database again".into());
        }
        tokio::time::sleep(LOOK).await;
    }
    outage.back_after = watch.micros();

    let bare = centre.bare().await?;
    let before = postings::there(&bare, 0).await?;
    told.ask_again(&mut client).await?;
    let after = postings::there(&bare, 0).await?;
    drop(bare);
    told.hold(before, after)?;
    (outage.acknowledged, outage.unanswered) = (told.acknowledged, told.unanswered.len());
    drop(client);
    server.stop()?;
    centre.prove()?;
    centre.remove(false)?;
    Ok(outage)
}

/// Stands between the program and its database.
struct Proxy {
    is_open: Arc<watch::Sender<bool>>,
}

impl Proxy {
    /// A proxy before a server's address, and the address through it.
    async fn before(url: &str) -> Result<(Proxy, String)> {
        let place = url
            .rsplit_once('@')
            .map_or(url, |(_, place)| place)
            .split('/')
            .next()
            .ok_or("an address with a host")?
            .to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let through = url.replacen(&place, &listener.local_addr()?.to_string(), 1);
        let target = tokio::net::lookup_host(&place).await?.next();
        let target = target.ok_or_else(|| format!("{place} is nowhere"))?;
        let (is_open, open) = watch::channel(true);
        drop(tokio::spawn(accept(listener, target, open)));
        let is_open = Arc::new(is_open);
        Ok((Proxy { is_open }, through))
    }

    fn let_through(&self, open: bool) {
        self.is_open.send_replace(open);
    }
}

/// Takes connections and passes them on until the proxy is dropped; while it is closed each ends as
/// soon as it begins.
async fn accept(listener: TcpListener, target: SocketAddr, mut open: watch::Receiver<bool>) {
    loop {
        let taken = tokio::select! {
            taken = listener.accept() => taken,
            changed = open.changed() => match changed {
                Ok(()) => continue,
                Err(_) => return,
            },
        };
        if let (Ok((program, _)), true) = (taken, *open.borrow()) {
            drop(tokio::spawn(pass(program, target, open.clone())));
        }
    }
}

/// Passes one connection on until either side or the proxy ends it.
async fn pass(mut program: TcpStream, target: SocketAddr, mut open: watch::Receiver<bool>) {
    let Ok(mut database) = TcpStream::connect(target).await else {
        return;
    };
    tokio::select! {
        _ = copy_bidirectional(&mut program, &mut database) => {}
        _ = open.wait_for(|open| !open) => {}
    }
}
