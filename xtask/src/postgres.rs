//! PostgreSQL for tests and measures: the server that a variable names, or a throw-away cluster
//! started from the installed binaries and gone when they are over.

use crate::{Result, shell};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Names a server for tests.
pub(crate) const FOR_TESTS: &str = "TEST_PG_URL";

/// For tests: nothing in their databases outlives the run, so nothing waits for the disk. Each test
/// has a database of its own, hence the connections.
pub(crate) const FORGETFUL: [&str; 6] = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=300",
    "shared_buffers=256MB",
    "max_wal_size=4GB",
];
const START_LIMIT: Duration = Duration::from_secs(30);
const STOP_LIMIT: Duration = Duration::from_secs(15);

/// A server; one that was started here stops when this is dropped.
pub(crate) struct Server {
    url: String,
    cluster: Option<Cluster>,
}

impl Server {
    /// Takes the server that `variable` names or starts one with these settings.
    pub(crate) fn start(variable: &str, settings: &[&str]) -> Result<Self> {
        if let Some(url) = shell::variable(variable) {
            println!("the server that {variable} names");
            return Ok(Self { url, cluster: None });
        }
        let binaries = binaries().ok_or("no PostgreSQL server is installed")?;
        let cluster = Cluster::start(&binaries, settings)?;
        let url = format!("postgres://postgres@127.0.0.1:{}/postgres", cluster.port);
        println!("PostgreSQL from {} at {url}", binaries.display());
        Ok(Self {
            url,
            cluster: Some(cluster),
        })
    }

    /// Address of a database in which the user may create databases.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Stops it, if it was started here, and says when that failed.
    pub(crate) fn stop(self) -> Result {
        match self.cluster {
            Some(mut cluster) => cluster.stop(),
            None => Ok(()),
        }
    }
}

/// Whether a cluster can be started here: that takes `setpriv`, a program of Linux.
pub(crate) fn can_start() -> bool {
    shell::find("setpriv").is_some()
}

/// The folder with `initdb` and `postgres` of the newest version installed; none where they
/// [can't be started](can_start). Debian keeps them out of `PATH`, and a `postgres` found there may
/// be a wrapper.
pub(crate) fn binaries() -> Option<PathBuf> {
    if !can_start() {
        return None;
    }
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let mut debian: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    debian.sort();
    let in_path = shell::find("initdb").and_then(|file| Some(file.parent()?.to_path_buf()));
    let folders = debian
        .into_iter()
        .rev()
        .map(|(_, folder)| folder)
        .chain(in_path);
    folders
        .into_iter()
        .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

struct Cluster {
    process: Child,
    port: u16,
    stopped: bool,
    /// Removed after the process has ended.
    folder: TempDir,
}

impl Cluster {
    fn start(binaries: &Path, settings: &[&str]) -> Result<Self> {
        remove_leftovers();
        let folder = tempfile::Builder::new()
            .prefix(&prefix(std::process::id()))
            .tempdir()?;
        if shell::is_root() {
            shell::run(Command::new("chown").arg("postgres:").arg(folder.path()))?;
        }
        let data = folder.path().join("data");
        let mut initdb = unprivileged(&binaries.join("initdb"));
        initdb
            .arg("-D")
            .arg(&data)
            .args(["-U", "postgres", "--auth=trust", "--encoding=UTF8"]);
        initdb.args(["--locale=C.UTF-8", "--no-sync", "--no-instructions"]);
        shell::output(initdb.current_dir(folder.path()))?;

        let port = free_port()?;
        let log = std::fs::File::create(folder.path().join("log"))?;
        let mut postgres = unprivileged(&binaries.join("postgres"));
        postgres
            .arg("-D")
            .arg(&data)
            .args(["-p", &port.to_string()]);
        postgres.args([
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
        ]);
        for setting in settings {
            postgres.args(["-c", setting]);
        }
        postgres.current_dir(folder.path()).stdin(Stdio::null());
        let process = postgres.stdout(Stdio::null()).stderr(log).spawn()?;
        let mut cluster = Self {
            process,
            port,
            stopped: false,
            folder,
        };
        cluster.wait_until_ready(binaries)?;
        Ok(cluster)
    }

    fn wait_until_ready(&mut self, binaries: &Path) -> Result {
        let began = Instant::now();
        while began.elapsed() < START_LIMIT {
            if let Some(status) = self.process.try_wait()? {
                self.stopped = true;
                return Err(format!("PostgreSQL ended at once, {status}\n{}", self.log()).into());
            }
            let mut ready = Command::new(binaries.join("pg_isready"));
            ready.args(["-q", "-h", "127.0.0.1", "-p", &self.port.to_string()]);
            if ready.status()?.success() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(format!(
            "PostgreSQL was not ready within {START_LIMIT:?}\n{}",
            self.log()
        )
        .into())
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// Asks for a fast shutdown, which drops connections that tests left open; kills it if that
    /// takes too long.
    fn stop(&mut self) -> Result {
        if self.stopped {
            return Ok(());
        }
        self.stopped = true;
        shell::run(Command::new("kill").args(["-INT", &self.process.id().to_string()]))?;
        let began = Instant::now();
        while began.elapsed() < STOP_LIMIT {
            if self.process.try_wait()?.is_some() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        self.process.kill()?;
        self.process.wait()?;
        Err(format!("PostgreSQL did not stop within {STOP_LIMIT:?} and was killed").into())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Err(failure) = self.stop() {
            eprintln!("{failure}");
        }
    }
}

/// A command that runs as user postgres when this is root, whom PostgreSQL refuses, and that is
/// asked to stop when this process dies without having stopped it.
fn unprivileged(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    if shell::is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
    }
    command.args(["--pdeathsig", "INT", "--"]).arg(program);
    command
}

/// A port that was free a moment ago.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn prefix(process: u32) -> String {
    format!("anju-pg-{process}-")
}

/// Removes the clusters of earlier runs that were interrupted; the name tells whose they were.
fn remove_leftovers() {
    let Ok(entries) = std::fs::read_dir(std::env::temp_dir()) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|name| name.strip_prefix("anju-pg-"));
        let owner = owner.and_then(|rest| rest.split('-').next()?.parse::<u32>().ok());
        if owner.is_some_and(|process| !Path::new("/proc").join(process.to_string()).exists()) {
            // Another user's folder stays; that is no reason to stop.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands and falls with the machine: says so where no server is installed.
    #[test]
    fn a_cluster_answers_and_is_gone_with_its_folder_when_stopped() {
        if binaries().is_none() {
            shell::say_skipped("a throw-away cluster, no PostgreSQL is installed");
            return;
        }
        let mut cluster = Cluster::start(&binaries().unwrap(), &FORGETFUL).unwrap();
        let folder = cluster.folder.path().to_path_buf();
        let address = ("127.0.0.1", cluster.port);
        assert!(std::net::TcpStream::connect(address).is_ok());
        cluster.stop().unwrap();
        assert!(std::net::TcpStream::connect(address).is_err());
        drop(cluster);
        assert!(!folder.exists());
    }
}
