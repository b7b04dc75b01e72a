//! The binary itself, as an operator runs it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use crate::year;

fn anju(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_anju"))
        .args(arguments)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_committed_openapi_document_is_the_program_s() {
    let committed =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/packages/api/openapi.json");
    let committed = std::fs::read_to_string(committed).unwrap();
    let printed = text(&anju(&["openapi"]).stdout);
    assert!(
        printed.trim() == committed.trim(),
        "web/packages/api/openapi.json is stale: run `cargo xtask openapi`"
    );
}

#[test]
fn without_its_key_file_nothing_opens_and_the_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let output = anju(&["verify", "--data-dir", folder.path().to_str().unwrap()]);
    assert!(!output.status.success());
    assert!(
        text(&output.stderr).contains("anju.key"),
        "{}",
        text(&output.stderr)
    );
    assert!(
        !folder.path().join("anju.db").exists(),
        "and nothing was made"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn verify_says_that_all_holds_or_what_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    year::live_in(folder.path()).await;
    let whole = anju(&["verify", "--data-dir", place]);
    assert!(
        whole.status.success(),
        "{}{}",
        text(&whole.stdout),
        text(&whole.stderr)
    );
    assert!(text(&whole.stdout).contains("✓"));

    let behind = rusqlite::Connection::open(folder.path().join("anju.db")).unwrap();
    behind
        .execute(
            "UPDATE account SET balance_fen = balance_fen + 1 WHERE account_no = 1000000001",
            [],
        )
        .unwrap();
    drop(behind);
    let altered = anju(&["verify", "--data-dir", place]);
    assert_eq!(altered.status.code(), Some(1));
    let said = text(&altered.stdout);
    assert!(said.contains("1000000001") && said.contains("✗"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn export_writes_the_file_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    year::live_in(folder.path()).await;
    let file = folder.path().join("books.journal");
    let (place, file) = (folder.path().to_str().unwrap(), file.to_str().unwrap());
    let output = anju(&[
        "export",
        "--data-dir",
        place,
        "--format",
        "hledger",
        "--to",
        file,
    ]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(std::fs::read_to_string(file).unwrap().contains("201"));
    let unknown = anju(&["export", "--data-dir", place, "--format", "gnucash"]);
    assert_eq!(
        unknown.status.code(),
        Some(2),
        "an unknown format is a wrong call"
    );
}

/// A running server that is ended with the test.
struct Running {
    child: Child,
    address: String,
}

impl Running {
    fn start(folder: &Path) -> Running {
        let mut child = Command::new(env!("CARGO_BIN_EXE_anju"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        let address = line.trim().rsplit("http://").next().unwrap().to_owned();
        Running { child, address }
    }

    /// What the server answers to a plain request.
    fn get(&self, path: &str) -> String {
        use std::io::Write as _;
        let mut stream = std::net::TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Already gone when the test went well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_answers_and_stops_when_told() {
    let folder = tempfile::tempdir().unwrap();
    year::live_in(folder.path()).await;
    let mut running = Running::start(folder.path());
    let health = running.get("/api/health");
    assert!(
        health.starts_with("HTTP/1.1 200") && health.contains("\"ok\""),
        "{health}"
    );
    let page = running.get("/employers");
    assert!(
        page.starts_with("HTTP/1.1 200") && page.contains("<html"),
        "{page}"
    );
    assert!(
        page.to_lowercase().contains("content-security-policy"),
        "{page}"
    );
    assert!(running.get("/api/nothing").starts_with("HTTP/1.1 404"));

    let told = Command::new("kill")
        .arg(running.child.id().to_string())
        .status()
        .unwrap();
    assert!(told.success());
    let status = running.child.wait().unwrap();
    assert!(status.success(), "stopped on its own terms: {status}");
}
