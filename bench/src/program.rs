//! The program measured, as a process of its own.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::timing::{Stopwatch, micros};
use crate::{Result, http, machine};

/// How long a start may take before it is given up.
const START_LIMIT: Duration = Duration::from_secs(60);
const STOP_LIMIT: Duration = Duration::from_secs(30);
/// How often a process is looked at whose memory is measured.
const LOOK: Duration = Duration::from_millis(20);

/// What begins the line that tells where the server listens.
const LISTENS: &str = "安居已启动：http://";

/// A server that answers; it stops when this is dropped.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: SocketAddr,
    /// From the start of the process to the first answer, in microseconds.
    pub(crate) started_micros: u64,
}

impl Server {
    /// Starts the program on a free port and waits for its first answer; its log goes to a file.
    pub(crate) async fn start(anju: &Path, config: &Path, log: &Path) -> Result<Server> {
        let log = File::options().create(true).append(true).open(log)?;
        let mut command = Command::new(anju);
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--config"])
            .arg(config)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log);
        let watch = Stopwatch::start();
        let mut process = command.spawn()?;
        let stdout = process.stdout.take().ok_or("no output to read from")?;
        let mut server = Server {
            process,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            started_micros: 0,
        };
        let mut told = String::new();
        BufReader::new(stdout).read_line(&mut told)?;
        let address = told.trim().strip_prefix(LISTENS);
        let address = address.ok_or_else(|| format!("the server didn't start: {told}"))?;
        server.address = address.parse()?;
        while http::get_once(server.address, "/api/health").await.is_err() {
            if watch.micros() > micros(START_LIMIT) {
                return Err("the server doesn't answer".into());
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        server.started_micros = watch.micros();
        Ok(server)
    }

    /// The most memory it held so far, in KiB.
    pub(crate) fn peak_kib(&self) -> u64 {
        machine::peak_kib(self.process.id()).unwrap_or(0)
    }

    /// Ends it at once, as a loss of power does to a process: nothing of it runs on.
    pub(crate) fn kill(mut self) -> Result {
        self.process.kill()?;
        self.process.wait()?;
        Ok(())
    }

    /// Asks it to stop and waits until it has.
    pub(crate) fn stop(mut self) -> Result {
        self.end()
    }

    fn end(&mut self) -> Result {
        if self.process.try_wait()?.is_some() {
            return Ok(());
        }
        let process = self.process.id().to_string();
        Command::new("kill").args(["-TERM", &process]).status()?;
        let asked = Instant::now();
        while asked.elapsed() < STOP_LIMIT {
            if self.process.try_wait()?.is_some() {
                return Ok(());
            }
            std::thread::sleep(LOOK);
        }
        self.process.kill()?;
        self.process.wait()?;
        Err("the server did not stop and was killed".into())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Err(failure) = self.end() {
            eprintln!("{failure}");
        }
    }
}

/// What a command took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Took {
    pub(crate) micros: u64,
    /// The most memory it held, in KiB.
    pub(crate) peak_kib: u64,
}

/// Runs a command of the program to its end.
pub(crate) fn run(anju: &Path, arguments: &[&str], log: &Path) -> Result<Took> {
    let log = File::options().create(true).append(true).open(log)?;
    let mut command = Command::new(anju);
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log);
    let watch = Stopwatch::start();
    let mut process = command.spawn()?;
    let mut peak_kib = 0;
    let status = loop {
        if let Some(status) = process.try_wait()? {
            break status;
        }
        peak_kib = machine::peak_kib(process.id()).unwrap_or(0).max(peak_kib);
        std::thread::sleep(LOOK);
    };
    let took = Took {
        micros: watch.micros(),
        peak_kib,
    };
    if status.success() {
        Ok(took)
    } else {
        Err(format!("anju {}: {status}", arguments.join(" ")).into())
    }
}
