//! Configuration: a TOML file, and flags over it.
//!
//! ```toml
//! listen = "127.0.0.1:8080"
//! metrics_listen = "127.0.0.1:9464"   # left out: no metrics
//! centre = 1
//! key_file = "/etc/anju/anju.key"
//! tls = true                      # a proxy in front speaks HTTPS
//! second_factor = "required"      # or: "offered"
//! password_days = 90              # 0: for as long as their owners like
//!
//! [database]
//! postgres = "postgres://anju@127.0.0.1/anju"   # or: sqlite = "/var/lib/anju/anju.db"
//! root_certificate = "/etc/anju/database-ca.pem"
//! connections = 32
//!
//! [messages]                      # left out: no code is sent, and nobody comes in by a hall
//! file = "/var/lib/anju/messages.log"           # written there instead of sent: for trials
//! ```

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use db::Backend;
use kernel::{CentreId, Error, Refusal, Result};
use platform::session::{SecondFactorRule, SignInRules};
use serde::Deserialize;

/// Connections to the database when the file says nothing.
const CONNECTIONS: usize = 16;

/// How a server runs.
#[derive(Clone, Debug)]
pub struct Config {
    /// The address it listens on.
    pub listen: SocketAddr,
    /// The address on which those who watch read the metrics; none when nobody does.
    pub metrics_listen: Option<SocketAddr>,
    /// The centre that those who aren't signed in see.
    pub centre: CentreId,
    /// The file with the keys that seal personal data.
    pub key_file: PathBuf,
    /// Whether people reach it by HTTPS, so that cookies are sent over nothing else.
    pub tls: bool,
    /// What is asked of whoever signs in.
    pub sign_in: SignInRules,
    /// The file that messages to mobiles are written into; none where nothing sends any.
    pub messages: Option<PathBuf>,
    /// The database.
    pub database: db::Config,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: Option<SocketAddr>,
    metrics_listen: Option<SocketAddr>,
    centre: Option<i64>,
    key_file: PathBuf,
    #[serde(default)]
    tls: bool,
    #[serde(default)]
    second_factor: SecondFactor,
    password_days: Option<u32>,
    messages: Option<MessagesTable>,
    database: DatabaseTable,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MessagesTable {
    file: PathBuf,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum SecondFactor {
    #[default]
    Required,
    Offered,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DatabaseTable {
    sqlite: Option<PathBuf>,
    postgres: Option<String>,
    root_certificate: Option<PathBuf>,
    connections: Option<usize>,
}

impl Config {
    /// Reads the configuration file.
    ///
    /// # Errors
    /// `config_unreadable`; broken, naming the file and what is wrong in it.
    pub fn load(path: &Path) -> Result<Config> {
        let text = fs::read_to_string(path).map_err(|_| unreadable(path))?;
        Config::parse(&text).map_err(|error| error.while_doing(path.display()))
    }

    fn parse(text: &str) -> Result<Config> {
        let file: File = toml::from_str(text).map_err(|error| Error::broken(error.to_string()))?;
        let database = file.database;
        let backend = match (database.sqlite, database.postgres) {
            (Some(path), None) => Backend::Sqlite { path },
            (None, Some(url)) => Backend::Postgres {
                url,
                root_certificate: database.root_certificate,
            },
            _ => return Err(Error::broken("[database] names one of sqlite and postgres")),
        };
        let centre = CentreId::new(file.centre.unwrap_or(1))
            .ok_or_else(|| Error::broken("centre is a number from 1"))?;
        Ok(Config {
            listen: file.listen.unwrap_or_else(default_listen),
            metrics_listen: file.metrics_listen,
            centre,
            key_file: file.key_file,
            tls: file.tls,
            sign_in: sign_in_rules(file.second_factor, file.password_days),
            messages: file.messages.map(|messages| messages.file),
            database: db::Config {
                backend,
                connections: database.connections.unwrap_or(CONNECTIONS),
            },
        })
    }

    /// The configuration of an installation that keeps everything in one folder on the embedded
    /// database, as the demo does.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Config {
        Config {
            listen: default_listen(),
            metrics_listen: None,
            centre: CentreId::new(1).expect("1 is a centre's number"),
            key_file: folder.join("anju.key"),
            tls: false,
            sign_in: SignInRules::default(),
            messages: None,
            database: db::Config {
                backend: Backend::Sqlite {
                    path: folder.join("anju.db"),
                },
                connections: CONNECTIONS,
            },
        }
    }
}

fn sign_in_rules(second_factor: SecondFactor, password_days: Option<u32>) -> SignInRules {
    let usual = SignInRules::default();
    let days = |days: u32| Duration::from_secs(u64::from(days) * 86_400);
    SignInRules {
        second_factor: match second_factor {
            SecondFactor::Required => SecondFactorRule::Required,
            SecondFactor::Offered => SecondFactorRule::Offered,
        },
        password_max_age: match password_days {
            None => usual.password_max_age,
            Some(0) => None,
            Some(some) => Some(days(some)),
        },
    }
}

fn unreadable(path: &Path) -> Refusal {
    let sentence = format!("读不了配置文件 {}，请核对路径和权限", path.display());
    Refusal::not_found("config_unreadable", sentence)
}

fn default_listen() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 8080))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_for_postgresql_is_read() {
        let config = Config::parse(
            "key_file = \"/k\"\ntls = true\n[database]\npostgres = \"postgres://db/anju\"\n",
        )
        .unwrap();
        assert_eq!(config.listen, default_listen());
        assert_eq!(config.metrics_listen, None, "nobody is told who didn't ask");
        assert!(config.tls);
        let url = "postgres://db/anju".to_owned();
        assert_eq!(
            config.database.backend,
            Backend::Postgres {
                url,
                root_certificate: None
            }
        );
    }

    #[test]
    fn a_second_factor_and_ninety_days_hold_unless_the_file_says_otherwise() {
        let read = |more: &str| {
            let text = format!("key_file = \"/k\"\n{more}[database]\nsqlite = \"a\"");
            Config::parse(&text).unwrap().sign_in
        };
        let usual = read("");
        assert_eq!(usual, SignInRules::default());
        assert_eq!(usual.second_factor, SecondFactorRule::Required);
        let days = |rules: SignInRules| rules.password_max_age.map(|max| max.as_secs() / 86_400);
        assert_eq!(days(usual), Some(90));
        assert_eq!(days(read("password_days = 30\n")), Some(30));
        let open = read("second_factor = \"offered\"\npassword_days = 0\n");
        assert_eq!(open, SignInRules::of_demo());
    }

    #[test]
    fn nothing_sends_messages_unless_the_file_says_where_to() {
        let read = |more: &str| {
            let text = format!("key_file = \"/k\"\n[database]\nsqlite = \"a\"\n{more}");
            Config::parse(&text).map(|config| config.messages)
        };
        assert_eq!(read("").unwrap(), None);
        let file = read("[messages]\nfile = \"/m\"").unwrap();
        assert_eq!(file, Some(PathBuf::from("/m")));
        assert!(read("[messages]\n").is_err());
        assert!(read("[messages]\nfile = \"/m\"\ngateway = \"x\"").is_err());
    }

    #[test]
    fn what_is_wrong_is_refused() {
        for text in [
            "",
            "key_file = \"/k\"",
            "key_file = \"/k\"\n[database]\n",
            "key_file = \"/k\"\n[database]\nsqlite = \"a\"\npostgres = \"b\"",
            "key_file = \"/k\"\ncentre = 0\n[database]\nsqlite = \"a\"",
            "key_file = \"/k\"\nsecond_factor = \"never\"\n[database]\nsqlite = \"a\"",
            "key_file = \"/k\"\nkeyfile = 1\n[database]\nsqlite = \"a\"",
        ] {
            assert!(Config::parse(text).is_err(), "{text}");
        }
    }
}
