//! PostgreSQL's own programs, `pg_dump` and `pg_restore`.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

use kernel::{Error, OrBroken as _, Refusal, Result};
use tokio_postgres::config::{Host, TargetSessionAttrs};

use crate::conn::Call;
use crate::open::{Backend, Db};
use crate::value::{Column as _, Kind};

/// What of the caller's environment would lead a program elsewhere than the address does.
const LEADING_ELSEWHERE: &[&str] = &[
    "PGHOSTADDR",
    "PGOPTIONS",
    "PGSERVICE",
    "PGTARGETSESSIONATTRS",
];
const SERVER_VERSION: &str = "SELECT CAST(current_setting('server_version_num') AS BIGINT)";

impl Db {
    /// The major version of the server, which is that of the programs that dump and restore it; none
    /// of the embedded database.
    ///
    /// # Errors
    /// Broken when the database can't be reached.
    pub async fn server_major(&self) -> Result<Option<i64>> {
        match self.is_postgres() {
            true => Ok(Some(number(self, SERVER_VERSION).await? / 10_000)),
            false => Ok(None),
        }
    }
}

/// The one number that PostgreSQL answers.
pub(super) async fn number(db: &Db, sql: &str) -> Result<i64> {
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
pub(super) struct Tool {
    name: &'static str,
    config: tokio_postgres::Config,
    root_certificate: Option<PathBuf>,
}

impl Tool {
    /// Looks for it in PATH, and whether it is of the server's own version: an older one can't read
    /// the server, what a younger one writes no older one reads, and one from 17 on says what a
    /// server before 17 doesn't know.
    ///
    /// # Errors
    /// `backup_tool_missing`; broken when the database can't be reached.
    pub(super) async fn find(name: &'static str, backend: &Backend, db: &Db) -> Result<Tool> {
        let (
            Backend::Postgres {
                url,
                root_certificate,
            },
            Some(server),
        ) = (backend, db.server_major().await?)
        else {
            return Err(Error::broken(format!("{name} is for PostgreSQL")));
        };
        let tool = Tool {
            name,
            config: url.parse().or_broken("the database address")?,
            root_certificate: root_certificate.clone(),
        };
        // As it will run: Debian's `pg_dump` goes by the environment which version it is.
        let output = tool.command()?.arg("--version").output();
        let major = output.ok().and_then(|output| major_in(&output.stdout));
        let missing = |sentence| Refusal::unavailable("backup_tool_missing", sentence);
        match major {
            Some(major) if major == server => Ok(tool),
            Some(major) => {
                let sentence = format!(
                    "PATH 中的 {name} 是 {major} 版，服务器是 {server} 版：请安装 {server} 版的客户端，并把它所在的目录（Debian：/usr/lib/postgresql/{server}/bin）放在 PATH 的最前面"
                );
                Err(missing(sentence).into())
            }
            None => {
                let sentence = format!(
                    "PATH 中找不到可用的 {name}，请安装 PostgreSQL {server} 的客户端（Debian：postgresql-client-{server}）"
                );
                Err(missing(sentence).into())
            }
        }
    }

    /// The database's name.
    pub(super) fn database(&self) -> &str {
        self.config.get_dbname().unwrap_or_default()
    }

    /// The program with its connection in its environment, where nobody else reads it: a command
    /// line is seen by every user of the machine.
    pub(super) fn command(&self) -> Result<Command> {
        let mut command = Command::new(self.name);
        for name in LEADING_ELSEWHERE {
            command.env_remove(name);
        }
        for (name, value) in self.environment()? {
            command.env(name, value);
        }
        Ok(command)
    }

    /// The same hosts in the same order as the program's own connections try them.
    fn environment(&self) -> Result<Vec<(&'static str, OsString)>> {
        let config = &self.config;
        let hosts = config.get_hosts().iter().map(|host| match host {
            Host::Tcp(host) => host.into(),
            #[cfg(unix)]
            Host::Unix(folder) => folder.clone().into_os_string(),
        });
        let hosts: Vec<OsString> = hosts.collect();
        let ports = config.get_ports().iter();
        let ports: Vec<OsString> = ports.map(|port| port.to_string().into()).collect();
        let addresses = config.get_hostaddrs().iter();
        let addresses: Vec<OsString> = addresses.map(|at| at.to_string().into()).collect();
        let mut all = vec![("PGCONNECT_TIMEOUT", "10".into())];
        let given = [
            ("PGHOST", hosts),
            ("PGPORT", ports),
            ("PGHOSTADDR", addresses),
        ];
        for (name, values) in given {
            if !values.is_empty() {
                all.push((name, values.join(OsStr::new(","))));
            }
        }
        all.extend(config.get_user().map(|user| ("PGUSER", user.into())));
        all.extend(config.get_dbname().map(|name| ("PGDATABASE", name.into())));
        let password = config.get_password().map(password_of).transpose()?;
        all.extend(password.map(|password| ("PGPASSWORD", password.into())));
        if config.get_target_session_attrs() == TargetSessionAttrs::ReadWrite {
            all.push(("PGTARGETSESSIONATTRS", "read-write".into()));
        }
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

    /// What a tool is told by its environment, `None` for what is kept from it.
    fn told(url: &str, root_certificate: Option<PathBuf>) -> Vec<(String, Option<String>)> {
        let tool = Tool {
            name: "pg_dump",
            config: url.parse().unwrap(),
            root_certificate,
        };
        let command = tool.command().unwrap();
        assert_eq!(command.get_args().count(), 0);
        let text = |value: &OsStr| value.to_str().unwrap().to_owned();
        let envs = command.get_envs();
        envs.map(|(name, value)| (text(name), value.map(text)))
            .collect()
    }

    #[test]
    fn the_password_goes_by_the_environment() {
        let url = "postgres://anju:ge%3Aheim@db.example:5433/fund";
        let told = told(url, Some("/etc/anju/ca.pem".into()));
        for (name, value) in [
            ("PGHOST", Some("db.example")),
            ("PGPORT", Some("5433")),
            ("PGUSER", Some("anju")),
            ("PGPASSWORD", Some("ge:heim")),
            ("PGDATABASE", Some("fund")),
            ("PGSSLMODE", Some("verify-full")),
            ("PGSSLROOTCERT", Some("/etc/anju/ca.pem")),
            ("PGHOSTADDR", None),
            ("PGSERVICE", None),
        ] {
            let expected = (name.to_owned(), value.map(str::to_owned));
            assert!(told.contains(&expected), "{expected:?}: {told:?}");
        }
    }

    #[test]
    fn a_tool_tries_every_host_of_the_address() {
        let url = "postgres://anju@one.example:5432,two.example:5433/fund?target_session_attrs=read-write";
        let told = told(url, None);
        for (name, value) in [
            ("PGHOST", "one.example,two.example"),
            ("PGPORT", "5432,5433"),
            ("PGTARGETSESSIONATTRS", "read-write"),
        ] {
            let expected = (name.to_owned(), Some(value.to_owned()));
            assert!(told.contains(&expected), "{expected:?}: {told:?}");
        }
    }
}
