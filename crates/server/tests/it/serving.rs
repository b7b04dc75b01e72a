//! A server on a socket, from its start until it is told to stop.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use kernel::Result;
use platform::watch::{self, ServiceInterval};
use server::serve::Listening;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::behind::Behind;
use crate::support::{TestCentre, api_of};

/// How long anything may take; a machine under load takes seconds.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server in this process.
struct Server {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    running: JoinHandle<Result<()>>,
}

impl Server {
    async fn of(test: &TestCentre, grace: Duration) -> Server {
        let api = api_of(test.centre, &test.app, 100);
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        let listening = Listening::at(any, test.app.clone(), api).await.unwrap();
        let address = listening.address().unwrap();
        let (stop, told) = oneshot::channel();
        let told = async {
            told.await.unwrap();
        };
        Server {
            address,
            stop,
            running: tokio::spawn(listening.run_until(told, grace)),
        }
    }

    /// A request that is under way, and of which the end is still to come: the server has asked for
    /// what follows its head.
    async fn begun(&self) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        let head = "POST /api/session HTTP/1.1\r\nhost: anju\r\ncontent-type: application/json\r\n\
                    expect: 100-continue\r\ncontent-length: 2\r\n\r\n";
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut asked = [0; "HTTP/1.1 100 Continue\r\n\r\n".len()];
        let read = tokio::time::timeout(PATIENCE, stream.read_exact(&mut asked)).await;
        read.unwrap().unwrap();
        assert!(asked.starts_with(b"HTTP/1.1 100 "), "{asked:?}");
        stream
    }
}

/// Waits until so many servers have written that they serve, or that they were told to stop.
async fn until(test: &TestCentre, stopped: bool, count: usize) -> Vec<ServiceInterval> {
    let behind = Behind::open(&test.backend).await;
    let begun = Instant::now();
    loop {
        let sql = format!(
            "SELECT CAST(COUNT(*) AS TEXT) FROM service_interval WHERE {}stopped",
            if stopped { "" } else { "NOT " }
        );
        if behind.text(&sql).await == count.to_string() {
            let mut tx = test.app.db.read(test.centre).await.unwrap();
            return watch::serving_in(&mut tx, &test.app.clock).await.unwrap();
        }
        assert!(begun.elapsed() < PATIENCE, "{sql}: {count}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

testkit::both! {
    async fn a_stop_is_written_at_once_and_what_is_under_way_is_finished(test: TestCentre) {
        let server = Server::of(&test, PATIENCE).await;
        assert_eq!(until(&test, false, 1).await.len(), 1);
        let mut request = server.begun().await;
        server.stop.send(()).unwrap();
        assert_eq!(until(&test, true, 1).await, [], "it serves nobody anew");
        assert!(!server.running.is_finished());
        request.write_all(b"{}").await.unwrap();
        let mut answer = String::new();
        request.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
        let ended = tokio::time::timeout(PATIENCE, server.running).await.unwrap();
        ended.unwrap().unwrap();
    }

    async fn a_stop_waits_for_no_request_that_doesn_t_end(test: TestCentre) {
        let server = Server::of(&test, Duration::from_millis(300)).await;
        until(&test, false, 1).await;
        let _hanging = server.begun().await;
        server.stop.send(()).unwrap();
        let ended = tokio::time::timeout(Duration::from_secs(15), server.running).await;
        ended.expect("a stop is bounded").unwrap().unwrap();
        until(&test, true, 1).await;
    }
}
