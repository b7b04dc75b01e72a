//! What the tests of this crate run: the product's program, and PostgreSQL where there is one.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The program beside this test's, built if it isn't there.
pub(crate) fn anju() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().and_then(Path::parent).unwrap();
    let anju = profile.join("anju");
    if !anju.is_file() {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build.args(["build", "--package", "server", "--bin", "anju"]);
        assert!(build.status().unwrap().success());
    }
    anju
}

/// The server for tests; without one the test says that it is skipped, and in CI it fails.
pub(crate) fn postgres(what: &str) -> Option<String> {
    if let Ok(url) = std::env::var("TEST_PG_URL") {
        return Some(url);
    }
    use std::io::Write as _;
    assert!(std::env::var_os("CI").is_none(), "TEST_PG_URL is not set");
    writeln!(std::io::stdout(), "skipped: {what}, TEST_PG_URL is not set")
        .expect("standard output is open");
    None
}
