//! A demo centre served for the browser tests, in a folder that goes when they are over.

use crate::phase::clock;
use crate::workspace::Workspace;
use crate::{Result, postgres};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A year of a centre's life is posted through the use cases before the first answer, by a
/// program that is not optimised.
const START_LIMIT: Duration = Duration::from_secs(420);

/// A running `anju serve --demo`; ends when dropped.
pub(crate) struct Demo {
    process: Child,
    address: String,
    log: PathBuf,
    _data: TempDir,
}

impl Demo {
    /// Starts the program and waits until it answers.
    pub(crate) fn serve(workspace: &Workspace) -> Result<Self> {
        let data = tempfile::Builder::new().prefix("anju-demo-").tempdir()?;
        let log = workspace.scratch()?.join("demo.log");
        let address = format!("127.0.0.1:{}", postgres::free_port()?);
        let output = std::fs::File::create(&log)?;
        let mut anju = Command::new(workspace.program("debug"));
        anju.args(["serve", "--demo", "--listen", &address, "--data-dir"])
            .arg(data.path());
        anju.current_dir(data.path()).stdin(Stdio::null());
        let process = anju.stdout(output.try_clone()?).stderr(output).spawn()?;
        let mut demo = Self {
            process,
            address,
            log,
            _data: data,
        };
        demo.wait_until_ready()?;
        Ok(demo)
    }

    /// Where the browser finds it.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The last lines it printed, for the one who asks why a test failed.
    pub(crate) fn last_lines(&self) -> String {
        last_lines(&self.log)
    }

    fn wait_until_ready(&mut self) -> Result {
        let began = Instant::now();
        while began.elapsed() < START_LIMIT {
            if let Some(status) = self.process.try_wait()? {
                return Err(format!("the demo ended, {status}\n{}", self.last_lines()).into());
            }
            if is_healthy(&self.address) {
                println!(
                    "demo centre at {} after {}",
                    self.url(),
                    clock(began.elapsed())
                );
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        let limit = clock(START_LIMIT);
        Err(format!(
            "the demo did not answer within {limit}\n{}",
            self.last_lines()
        )
        .into())
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // Its data go with it, so it needs no time to put them in order.
        if self
            .process
            .kill()
            .and_then(|()| self.process.wait())
            .is_err()
        {
            eprintln!("the demo, process {}, did not end", self.process.id());
        }
    }
}

fn is_healthy(address: &str) -> bool {
    answer(address).is_ok_and(|line| line.split(' ').nth(1) == Some("200"))
}

/// The status line of `GET /api/health`.
fn answer(address: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let request =
        format!("GET /api/health HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut line = String::new();
    BufReader::new(stream.take(4096)).read_line(&mut line)?;
    Ok(line)
}

fn last_lines(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(40);
    lines[from..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    fn reply_with(status: &'static str) -> String {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap().to_string();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _request = stream.read(&mut [0; 512]).unwrap();
            write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n").unwrap();
        });
        address
    }

    #[test]
    fn ready_means_that_health_answers_200() {
        assert!(is_healthy(&reply_with("200 OK")));
        assert!(!is_healthy(&reply_with("503 Service Unavailable")));
        assert!(!is_healthy(&format!(
            "127.0.0.1:{}",
            postgres::free_port().unwrap()
        )));
    }
}
