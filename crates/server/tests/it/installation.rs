//! The binary itself, in a process of its own, on a folder as `anju serve --demo` leaves it.

use std::io::{BufRead as _, BufReader, Lines, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};

use db::{Db, Keys};
use kernel::Clock;
use platform::App;
use serde_json::Value;
use server::config::Config;
use server::{keeper, wiring};
use simulation::founding;
use simulation::profile::Size;
use simulation::year::{self, Ending, Settings};
use tempfile::TempDir;

use crate::support::fresh_key;

/// The last day lived.
const LAST_DAY: &str = "2026-10-30";

/// How long a process may take to come up or to end; a machine under load takes seconds.
const PATIENCE: Duration = Duration::from_secs(30);

/// A folder with a small centre that has lived a month.
pub(crate) struct Installation {
    folder: TempDir,
}

impl Installation {
    pub(crate) async fn lived() -> Installation {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::in_folder(folder.path());
        let keys = Keys::create(config.keys.file().unwrap()).unwrap();
        let db = Db::open(&config.database, keys).unwrap();
        db.migrate(wiring::MIGRATIONS, &Clock::system())
            .await
            .unwrap();
        let (actions, last_day) = (wiring::actions(), LAST_DAY.parse().unwrap());
        let settings = Settings {
            size: Size::small(2, 8).unwrap(),
            seed: 7,
            months: 1,
            last_day,
            ending: Ending::WorkLeft,
        };
        let opening = folder.path().join("opening");
        year::live(&db, config.centre, &settings, &opening, &actions, |_, _| {})
            .await
            .unwrap();
        // What the keeper of a running server does within a second.
        let app = App::new(db, Clock::system());
        keeper::turn(&app).await.unwrap();
        std::fs::write(folder.path().join("demo-complete"), "").unwrap();
        Installation { folder }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs a command on the folder until it ends.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let mut command = anju();
        command.args(arguments);
        command.arg("--data-dir").arg(self.path()).output().unwrap()
    }

    /// The same with a variable of the environment.
    pub(crate) fn run_with(&self, (name, value): (&str, &str), arguments: &[&str]) -> Output {
        let mut command = anju();
        command.args(arguments).env(name, value);
        command.arg("--data-dir").arg(self.path()).output().unwrap()
    }

    /// Starts a server on the folder, on a port of the system's choice.
    pub(crate) fn serve(&self, arguments: &[&str]) -> Server {
        let mut command = anju();
        command.arg("serve").arg("--data-dir").arg(self.path());
        command.args(arguments).stderr(Stdio::null());
        Server::start(command)
    }
}

/// The binary under test, its log at warnings.
pub(crate) fn anju() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anju"));
    command.env("RUST_LOG", "warn");
    command
}

/// What a process wrote.
pub(crate) fn told(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A running server; it is killed when dropped before [`Server::stop`].
pub(crate) struct Server {
    child: Child,
    address: SocketAddr,
    /// Kept open: a program that can't write to its terminal fails.
    terminal: Lines<BufReader<ChildStdout>>,
}

impl Server {
    /// What a command line that serves started, on a port of the system's choice.
    pub(crate) fn start(mut command: Command) -> Server {
        command.args(["--listen", "127.0.0.1:0"]);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut terminal = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = terminal.next().expect("a server says where it is").unwrap();
        let (_, address) = first.split_once("http://").unwrap();
        Server {
            address: address.parse().unwrap(),
            child,
            terminal,
        }
    }

    /// The next line on its terminal.
    pub(crate) fn line(&mut self) -> String {
        self.terminal.next().unwrap().unwrap()
    }

    /// The most memory that the process ever held.
    pub(crate) fn peak_kib(&self) -> usize {
        let path = format!("/proc/{}/status", self.child.id());
        let status = std::fs::read_to_string(path).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM"));
        let number = line.unwrap().split_whitespace().nth(1);
        number.unwrap().parse().unwrap()
    }

    /// Asks it to stop as an operator does, and waits until it has.
    pub(crate) fn stop(mut self) -> ExitStatus {
        let pid = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &pid]).status();
        assert!(told.unwrap().success());
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(begun.elapsed() < PATIENCE, "the server doesn't stop");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub(crate) fn sign_in(&self, name: &str) -> Browser {
        let mut browser = self.nobody();
        let body = serde_json::json!({ "name": name, "password": founding::PASSWORD });
        let answer = browser.post("/api/session", &body);
        assert_eq!(answer.status, 200, "{}", answer.body);
        let cookie = answer.header("set-cookie").unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        let csrf = answer.json()["csrf_token"].as_str().unwrap().to_owned();
        browser.headers = vec![("cookie", cookie), ("x-csrf-token", csrf)];
        browser
    }

    pub(crate) fn nobody(&self) -> Browser {
        Browser {
            address: self.address,
            headers: Vec::new(),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail when it has ended already, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// As much of HTTP as the tests of a real socket need.
pub(crate) struct Browser {
    address: SocketAddr,
    pub(crate) headers: Vec<(&'static str, String)>,
}

pub(crate) struct Reply {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let (_, value) = lines.find(|(found, _)| found.eq_ignore_ascii_case(name))?;
        Some(value)
    }
}

impl Browser {
    pub(crate) fn get(&self, path: &str) -> Reply {
        self.send("GET", path, "text/plain", b"")
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Reply {
        let body = body.to_string();
        self.send("POST", path, "application/json", body.as_bytes())
    }

    /// Uploads a file and returns its name on the server.
    pub(crate) fn upload(&self, bytes: &[u8]) -> String {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        let reply = self.send("POST", "/api/files", kind, bytes);
        assert_eq!(reply.status, 201, "{}", reply.body);
        reply.json()["file"].as_str().unwrap().to_owned()
    }

    fn send(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> Reply {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nhost: anju\r\nconnection: close\r\n\
             content-type: {kind}\r\ncontent-length: {}\r\nx-file-name: roster.xlsx\r\n\
             idempotency-key: {}\r\n",
            body.len(),
            fresh_key(),
        );
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).unwrap();
        let reply = told(&reply);
        let (head, body) = reply.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        // A body without a declared length comes in chunks, each under its size.
        let body = match head.contains("transfer-encoding: chunked") {
            true => body.split("\r\n").skip(1).step_by(2).collect(),
            false => body.to_owned(),
        };
        Reply {
            status,
            head: head.to_owned(),
            body,
        }
    }
}
