//! The database as one stream of bytes, and back.
//!
//! SQLite is copied by `VACUUM INTO`: one reading transaction on a connection of its own, which in
//! WAL mode holds up nobody, and the copy has no free pages with what was deleted. (The other way,
//! the online backup in steps, begins again whenever another process writes, and a serving centre
//! writes every second.) The copy lies beside the database for as long as it is sealed.
//! PostgreSQL is dumped by `pg_dump` in its custom format, at one moment too, and restored by
//! `pg_restore` in one transaction.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use std::process::{ChildStdin, ExitStatus, Stdio};

use kernel::{Error, OrBroken as _, Refusal, Result};
use rusqlite::{Connection, OpenFlags};

use super::draft::{Draft, beside};
use super::tool::{Tool, number};
use crate::error::failed;
use crate::keys::Keys;
use crate::open::{Backend, Config, Db};
use crate::sqlite::blocking;

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
            blocking(|| dump_postgres(&tool, take))
        }
    }
}

/// That two backups write one file.
pub fn running() -> Refusal {
    let sentence = "另一个备份正在进行，请等它结束";
    Refusal::conflict("backup_running", sentence)
}

fn dump_sqlite<T>(path: &Path, take: impl FnOnce(&mut dyn Read) -> Result<T>) -> Result<T> {
    let copy = Draft::take(beside(path, ".backup"), running)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let source = Connection::open_with_flags(path, flags)
        .map_err(|error| failed(&path.display().to_string(), error))?;
    let to = copy.path().to_str().or_broken("the copy's name")?;
    source
        .execute("VACUUM INTO ?1", [to])
        .map_err(|error| failed("copying the database", error))?;
    drop(source);
    take(&mut File::open(copy.path()).or_broken(to)?)
}

fn dump_postgres<T>(tool: &Tool, take: impl FnOnce(&mut dyn Read) -> Result<T>) -> Result<T> {
    let mut child = tool
        .command()?
        .args(["--no-password", "--format=custom"])
        .args(["--no-owner", "--no-privileges"])
        .stdout(Stdio::piped())
        .spawn()
        .or_broken("pg_dump")?;
    let mut from = child.stdout.take().or_broken("what pg_dump gives")?;
    let taken = take(&mut from);
    if taken.is_err() {
        // Nobody reads on. It may have ended by itself, which comes to the same.
        let _ = child.kill();
    }
    let status = child.wait().or_broken("pg_dump")?;
    let taken = taken?;
    succeeded("pg_dump", status)?;
    Ok(taken)
}

fn succeeded(tool: &str, status: ExitStatus) -> Result<()> {
    match status.success() {
        true => Ok(()),
        false => Err(Error::broken(format!("{tool} failed: {status}"))),
    }
}

/// Fills an empty database with what `pour` gives: all of it, or nothing when `pour` fails.
/// `dumped_on` is the [`Db::server_major`] of the database that it was.
///
/// # Errors
/// `database_not_empty`, `backup_tool_missing`; `backup_of_other_database` when it was a younger
/// server's; `restore_running` when another process fills the same file; those of `pour`; broken when
/// the database can't be written.
pub async fn load(
    config: &Config,
    keys: &Keys,
    dumped_on: Option<i64>,
    pour: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    match &config.backend {
        Backend::Sqlite { path } => blocking(|| load_sqlite(path, pour)),
        backend @ Backend::Postgres { .. } => {
            let db = Db::open(config, keys.clone())?;
            if number(&db, TABLES).await? > 0 {
                return Err(not_empty("数据库中已有数据表，请新建一个空的数据库来恢复").into());
            }
            if let (Some(was), Some(is)) = (dumped_on, db.server_major().await?)
                && was > is
            {
                let sentence = format!(
                    "备份来自 PostgreSQL {was}，恢复不到 {is} 版的服务器，请恢复到 {was} 版或更新的服务器"
                );
                return Err(Refusal::invalid("backup_of_other_database", sentence).into());
            }
            let tool = Tool::find("pg_restore", backend, &db).await?;
            blocking(|| load_postgres(&tool, pour))
        }
    }
}

const TABLES: &str = "SELECT COUNT(*) FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'";

fn not_empty(sentence: impl Into<String>) -> Refusal {
    Refusal::conflict("database_not_empty", sentence)
}

/// A file takes its name only when it is whole, and only while nothing of a database is there.
fn load_sqlite(path: &Path, pour: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let running = || Refusal::conflict("restore_running", "另一个恢复正在进行，请等它结束");
    nothing_at(path)?;
    let draft = Draft::take(beside(path, ".restoring"), running)?;
    pour(&mut draft.file())?;
    // A server that was started meanwhile has made one, and a log that isn't this file's would be
    // played into it.
    nothing_at(path)?;
    draft.name(path, || in_the_way(path))
}

fn nothing_at(path: &Path) -> Result<()> {
    for name in [
        path.to_owned(),
        beside(path, "-wal"),
        beside(path, "-journal"),
    ] {
        if name.exists() {
            return Err(in_the_way(&name).into());
        }
    }
    Ok(())
}

fn in_the_way(name: &Path) -> Refusal {
    let name = name.display();
    not_empty(format!(
        "{name} 已存在：请先停止服务，把旧的数据库文件移走，再恢复"
    ))
}

fn load_postgres(tool: &Tool, pour: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut child = tool
        .command()?
        .args(["--no-password", "--single-transaction", "--exit-on-error"])
        .args(["--no-owner", "--no-privileges"])
        .arg(format!("--dbname={}", tool.database()))
        .stdin(Stdio::piped())
        .spawn()
        .or_broken("pg_restore")?;
    let stdin = child.stdin.take().or_broken("what pg_restore takes")?;
    let mut to = Input {
        to: stdin,
        closed: false,
    };
    let poured = pour(&mut to);
    let failed_by_itself = to.closed;
    // Ended before its input is: what failed midway must not be committed.
    if poured.is_err() && !failed_by_itself {
        let _ = child.kill();
    }
    drop(to);
    let status = child.wait().or_broken("pg_restore")?;
    // What it couldn't be given any more follows from that, and tells nobody anything.
    if failed_by_itself {
        return Err(Error::broken(format!("pg_restore failed: {status}")));
    }
    poured?;
    succeeded("pg_restore", status)
}

/// What a program reads, and whether it has stopped to.
struct Input {
    to: ChildStdin,
    closed: bool,
}

impl Write for Input {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes);
        let gone = |error: &io::Error| error.kind() == ErrorKind::BrokenPipe;
        self.closed |= written.as_ref().is_err_and(gone);
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(result: Result<()>) -> &'static str {
        result.unwrap_err().refusal().unwrap().code()
    }

    /// The drill of an impatient operator: the server is started while the backup still comes in.
    #[test]
    fn a_database_that_appears_during_a_restore_is_not_overwritten() {
        for name in ["anju.db", "anju.db-wal", "anju.db-journal"] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("anju.db");
            let restored = load_sqlite(&path, |to| {
                to.write_all(b"half").unwrap();
                std::fs::write(folder.path().join(name), "the server's").unwrap();
                to.write_all(b"and half").or_broken("the rest")
            });
            assert_eq!(code(restored), "database_not_empty", "{name}");
            let left = std::fs::read_dir(folder.path()).unwrap();
            let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
            assert_eq!(left, [name], "nothing but what the server made");
            let kept = std::fs::read(folder.path().join(name)).unwrap();
            assert_eq!(kept, b"the server's");
        }
    }

    #[test]
    fn two_restores_into_one_file_are_one_too_many() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("anju.db");
        load_sqlite(&path, |to| {
            assert_eq!(code(load_sqlite(&path, |_| Ok(()))), "restore_running");
            to.write_all(b"whole").or_broken("the dump")
        })
        .unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"whole");
    }
}
