//! The database as one stream of bytes, and back.
//!
//! SQLite is copied by `VACUUM INTO`: one reading transaction on a connection of its own, which in
//! WAL mode holds up nobody, and the copy has no free pages with what was deleted. (The other way,
//! the online backup in steps, begins again whenever another process writes, and a serving centre
//! writes every second.) The copy lies beside the database for as long as it is sealed.
//! PostgreSQL is dumped by `pg_dump` in its custom format, at one moment too, and restored by
//! `pg_restore` in one transaction.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use kernel::{Error, OrBroken as _, Refusal, Result};
use rusqlite::{Connection, OpenFlags};

use crate::conn::Call;
use crate::error::failed;
use crate::keys::Keys;
use crate::open::{Backend, Config, Db};
use crate::sqlite::blocking;
use crate::value::{Column as _, Kind};

/// What kind of database a dump is of, as a backup's head has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DumpKind {
    /// A file of SQLite.
    Sqlite,
    /// `pg_dump`'s custom format.
    Postgres,
}

impl DumpKind {
    /// The kind that a database of this place gives and takes.
    pub const fn of(backend: &Backend) -> DumpKind {
        match backend {
            Backend::Sqlite { .. } => DumpKind::Sqlite,
            Backend::Postgres { .. } => DumpKind::Postgres,
        }
    }

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            DumpKind::Sqlite => "sqlite",
            DumpKind::Postgres => "postgres",
        }
    }
}

/// Gives `take` the whole database of one moment. Writing goes on meanwhile. What `take` made is
/// worth something only when this returns well: `pg_dump` may fail after its first bytes.
///
/// # Errors
/// `backup_running` when another process copies the same file; `backup_tool_missing`; those of
/// `take`; broken when the database can't be read.
pub async fn dump<T>(
    db: &Db,
    backend: &Backend,
    take: impl FnOnce(&mut dyn Read) -> Result<T>,
) -> Result<T> {
    match backend {
        Backend::Sqlite { path } => blocking(|| dump_sqlite(path, take)),
        Backend::Postgres { .. } => {
            let tool = Tool::find("pg_dump", backend, db).await?;
            blocking(|| {
                let mut command = tool.command()?;
                let mut child = command
                    .args(["--format=custom", "--no-owner", "--no-privileges"])
                    .stdout(Stdio::piped())
                    .spawn()
                    .or_broken("pg_dump")?;
                let mut from = child.stdout.take().or_broken("what pg_dump gives")?;
                let taken = ended(take(&mut from), &mut child, "pg_dump")?;
                Ok(taken)
            })
        }
    }
}

/// Waits for a tool whose stream is done, or ends it when something failed.
fn ended<T>(done: Result<T>, child: &mut Child, tool: &str) -> Result<T> {
    if done.is_err() {
        // It may have ended by itself, which comes to the same.
        let _ = child.kill();
    }
    let status = child.wait().or_broken(tool)?;
    let done = done?;
    match status.success() {
        true => Ok(done),
        false => Err(Error::broken(format!("{tool} failed: {status}"))),
    }
}

fn dump_sqlite<T>(path: &Path, take: impl FnOnce(&mut dyn Read) -> Result<T>) -> Result<T> {
    let copy = Copy::make(beside(path, ".backup"))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let source = Connection::open_with_flags(path, flags)
        .map_err(|error| failed(&path.display().to_string(), error))?;
    let to = copy.path.to_str().or_broken("the copy's name")?;
    source
        .execute("VACUUM INTO ?1", [to])
        .map_err(|error| failed("copying the database", error))?;
    drop(source);
    take(&mut File::open(&copy.path).or_broken(to)?)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

/// The file that a copy is made into, its owner's alone; removed when dropped.
struct Copy {
    path: PathBuf,
    /// What keeps a second backup off.
    _locked: File,
}

impl Copy {
    /// Takes the file, also when one that was killed has left it.
    fn make(path: PathBuf) -> Result<Copy> {
        let file = private(&path).or_broken(path.display().to_string())?;
        if file.try_lock().is_err() {
            let sentence = "另一个备份正在进行，请等它结束";
            return Err(Refusal::conflict("backup_running", sentence).into());
        }
        file.set_len(0).or_broken("emptying the copy")?;
        Ok(Copy {
            path,
            _locked: file,
        })
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.path) {
            tracing::warn!(path = %self.path.display(), %error, "a copy can't be removed");
        }
    }
}

fn private(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

/// Fills an empty database with what `pour` gives: all of it, or nothing when `pour` fails.
///
/// # Errors
/// `database_not_empty`, `backup_tool_missing`; those of `pour`; broken when the database can't be
/// written.
pub async fn load(
    config: &Config,
    keys: &Keys,
    pour: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    match &config.backend {
        Backend::Sqlite { path } => blocking(|| load_sqlite(path, pour)),
        backend @ Backend::Postgres { .. } => {
            let db = Db::open(config, keys.clone())?;
            if number(&db, TABLES).await? > 0 {
                return Err(not_empty("数据库中已有数据表，请新建一个空的数据库来恢复").into());
            }
            let tool = Tool::find("pg_restore", backend, &db).await?;
            blocking(|| load_postgres(&tool, pour))
        }
    }
}

fn not_empty(sentence: impl Into<String>) -> Refusal {
    Refusal::conflict("database_not_empty", sentence)
}

/// A file takes its name only when it is whole.
fn load_sqlite(path: &Path, pour: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    for name in [path.to_owned(), beside(path, "-wal")] {
        if name.exists() {
            let name = name.display();
            let sentence = format!("{name} 已存在：请先停止服务，把旧的数据库文件移走，再恢复");
            return Err(not_empty(sentence).into());
        }
    }
    let copy = beside(path, ".restoring");
    let what = copy.display().to_string();
    let mut file = private(&copy).or_broken(&what)?;
    let poured = file
        .set_len(0)
        .or_broken(&what)
        .and_then(|()| pour(&mut file))
        .and_then(|()| file.sync_all().or_broken(&what))
        .and_then(|()| fs::rename(&copy, path).or_broken(&what));
    if poured.is_err() {
        // The first failure is the one to tell.
        let _ = fs::remove_file(&copy);
    }
    poured
}

fn load_postgres(tool: &Tool, pour: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut command = tool.command()?;
    let mut database = OsString::from("--dbname=");
    database.push(tool.config.get_dbname().unwrap_or_default());
    let mut child = command
        .args(["--single-transaction", "--exit-on-error"])
        .args(["--no-owner", "--no-privileges"])
        .arg(database)
        .stdin(Stdio::piped())
        .spawn()
        .or_broken("pg_restore")?;
    let mut to = child.stdin.take().or_broken("what pg_restore takes")?;
    let poured = pour(&mut to);
    // Ended before its input is: what failed midway must not be committed.
    if poured.is_err() {
        let _ = child.kill();
    }
    drop(to);
    ended(poured, &mut child, "pg_restore")
}

const TABLES: &str = "SELECT COUNT(*) FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'";
const SERVER_VERSION: &str = "SELECT CAST(current_setting('server_version_num') AS BIGINT)";

/// The one number that PostgreSQL answers.
async fn number(db: &Db, sql: &str) -> Result<i64> {
    let call = Call {
        name: "backup",
        sqlite: sql,
        postgres: sql,
        params: &[],
        centred: false,
        columns: &[Kind::Int],
        values: &[],
        long: false,
    };
    let mut answered = None;
    let mut conn = db.begin_read().await?;
    conn.query(&call, &mut |row| {
        answered = row.next();
        Ok(())
    })
    .await?;
    i64::from_value(answered.or_broken("a number")?)
        .map_err(|error| Error::broken(format!("a number: {error}")))
}

/// One of PostgreSQL's programs, with where it connects to.
struct Tool {
    name: &'static str,
    config: tokio_postgres::Config,
    root_certificate: Option<PathBuf>,
}

impl Tool {
    /// Looks for it in PATH, and whether it is of the server's version or later.
    async fn find(name: &'static str, backend: &Backend, db: &Db) -> Result<Tool> {
        let Backend::Postgres {
            url,
            root_certificate,
        } = backend
        else {
            return Err(Error::broken(format!("{name} is for PostgreSQL")));
        };
        let server = number(db, SERVER_VERSION).await? / 10_000;
        let output = Command::new(name).arg("--version").output();
        let major = output.ok().and_then(|output| major_in(&output.stdout));
        let missing = |sentence| Refusal::unavailable("backup_tool_missing", sentence);
        match major {
            None => {
                let sentence = format!(
                    "PATH 中找不到可用的 {name}，请安装 PostgreSQL {server} 的客户端（Debian：postgresql-client-{server}）"
                );
                Err(missing(sentence).into())
            }
            Some(major) if major < server => {
                let sentence = format!(
                    "{name} 是 {major} 版，比服务器的 {server} 版旧，请安装 {server} 版或更新的客户端"
                );
                Err(missing(sentence).into())
            }
            Some(_) => Ok(Tool {
                name,
                config: url.parse().or_broken("the database address")?,
                root_certificate: root_certificate.clone(),
            }),
        }
    }

    /// The program with its connection in its environment, where nobody else reads it: a command
    /// line is seen by every user of the machine. A password that isn't in the address is looked up
    /// in `~/.pgpass` by the program.
    fn command(&self) -> Result<Command> {
        let mut command = Command::new(self.name);
        for (name, value) in self.environment()? {
            command.env(name, value);
        }
        Ok(command)
    }

    fn environment(&self) -> Result<Vec<(&'static str, OsString)>> {
        use tokio_postgres::config::Host;
        let config = &self.config;
        let host = config.get_hosts().first().or_broken("a database's host")?;
        let host = match host {
            Host::Tcp(host) => host.into(),
            #[cfg(unix)]
            Host::Unix(folder) => folder.clone().into_os_string(),
        };
        let mut all = vec![("PGHOST", host), ("PGCONNECT_TIMEOUT", "10".into())];
        let port = config.get_ports().first().unwrap_or(&5432);
        all.push(("PGPORT", port.to_string().into()));
        all.extend(config.get_user().map(|user| ("PGUSER", user.into())));
        all.extend(config.get_dbname().map(|name| ("PGDATABASE", name.into())));
        let password = config.get_password().map(password_of).transpose()?;
        all.extend(password.map(|password| ("PGPASSWORD", password.into())));
        if let Some(path) = &self.root_certificate {
            all.push(("PGSSLMODE", "verify-full".into()));
            all.push(("PGSSLROOTCERT", path.into()));
        }
        Ok(all)
    }
}

fn password_of(bytes: &[u8]) -> Result<&OsStr> {
    let text = std::str::from_utf8(bytes).or_broken("the database's password")?;
    Ok(OsStr::new(text))
}

/// The 15 of `pg_dump (PostgreSQL) 15.14`.
fn major_in(said: &[u8]) -> Option<i64> {
    let said = std::str::from_utf8(said).ok()?;
    let (_, version) = said.split_once("(PostgreSQL) ")?;
    let digits = version.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_a_tool_is_read() {
        for (said, major) in [
            (
                "pg_dump (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)\n",
                Some(15),
            ),
            ("pg_restore (PostgreSQL) 18beta1\n", Some(18)),
            ("pg_dump: not installed\n", None),
        ] {
            assert_eq!(major_in(said.as_bytes()), major, "{said}");
        }
    }

    #[test]
    fn the_password_goes_by_the_environment() {
        let tool = Tool {
            name: "pg_dump",
            config: "postgres://anju:ge%3Aheim@db.example:5433/fund"
                .parse()
                .unwrap(),
            root_certificate: Some("/etc/anju/ca.pem".into()),
        };
        let command = tool.command().unwrap();
        assert_eq!(command.get_args().count(), 0);
        let told: Vec<String> = command
            .get_envs()
            .map(|(name, value)| format!("{}={}", name.display(), value.unwrap().display()))
            .collect();
        for expected in [
            "PGHOST=db.example",
            "PGPORT=5433",
            "PGUSER=anju",
            "PGPASSWORD=ge:heim",
            "PGDATABASE=fund",
            "PGSSLMODE=verify-full",
            "PGSSLROOTCERT=/etc/anju/ca.pem",
        ] {
            assert!(
                told.iter().any(|told| told == expected),
                "{expected}: {told:?}"
            );
        }
    }
}
