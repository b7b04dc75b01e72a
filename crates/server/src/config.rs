//! Configuration: a TOML file, and flags over it.
//!
//! ```toml
//! listen = "127.0.0.1:8080"
//! metrics_listen = "127.0.0.1:9464"   # left out: no metrics
//! centre = 1
//! key_file = "/etc/anju/anju.key"
//! tls = true                      # a proxy in front speaks HTTPS
//! public_address = "https://gjj.example.gov.cn"   # printed on papers, to be checked at
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

use std::ffi::OsStr;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use db::{Backend, KeyRing, Keys};
use kernel::{CentreId, Error, OrBroken as _, Refusal, Result};
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
    /// Where the keys are that seal personal data.
    pub keys: KeySource,
    /// Whether people reach it by HTTPS, so that cookies are sent over nothing else.
    pub tls: bool,
    /// Where the public reaches it, without a slash at the end; papers name it to be checked at.
    pub public_address: Option<String>,
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
    key_file: Option<PathBuf>,
    #[serde(default)]
    tls: bool,
    public_address: Option<String>,
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
    /// Reads the configuration file. `given` are the keys of the environment, which go before those of
    /// the file that it names.
    ///
    /// # Errors
    /// `config_unreadable`; broken, naming the file and what is wrong in it.
    pub fn load(path: &Path, given: Option<KeyRing>) -> Result<Config> {
        let text = fs::read_to_string(path).map_err(|_| unreadable(path))?;
        Config::parse(&text, given).map_err(|error| error.while_doing(path.display()))
    }

    fn parse(text: &str, given: Option<KeyRing>) -> Result<Config> {
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
        let keys = match (given, file.key_file) {
            (Some(ring), _) => KeySource::Environment(ring),
            (None, Some(path)) => KeySource::File(path),
            (None, None) => return Err(Error::broken("key_file or ANJU_KEYS is needed")),
        };
        Ok(Config {
            listen: file.listen.unwrap_or_else(default_listen),
            metrics_listen: file.metrics_listen,
            centre,
            keys,
            tls: file.tls,
            public_address: file
                .public_address
                .map(|text| public_address(&text))
                .transpose()?,
            sign_in: sign_in_rules(file.second_factor, file.password_days),
            messages: file.messages.map(|messages| messages.file),
            database: db::Config {
                backend,
                connections: database.connections.unwrap_or(CONNECTIONS),
            },
        })
    }

    /// The same with the keys of the environment, if it gives any.
    #[must_use]
    pub fn with_keys(mut self, given: Option<KeyRing>) -> Config {
        if let Some(ring) = given {
            self.keys = KeySource::Environment(ring);
        }
        self
    }

    /// The configuration of an installation that keeps everything in one folder on the embedded
    /// database, as the demo does.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Config {
        Config {
            listen: default_listen(),
            metrics_listen: None,
            centre: CentreId::new(1).expect("1 is a centre's number"),
            keys: KeySource::File(folder.join("anju.key")),
            tls: false,
            public_address: None,
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

/// Where an installation's keys are.
#[derive(Clone, Debug)]
pub enum KeySource {
    /// In the key file.
    File(PathBuf),
    /// In the environment variable [`KEYS_VARIABLE`], which holds the text of a key file.
    Environment(KeyRing),
}

/// The environment variable that may hold the keys.
pub const KEYS_VARIABLE: &str = "ANJU_KEYS";

impl KeySource {
    /// The keys that the text of [`KEYS_VARIABLE`] holds.
    ///
    /// # Errors
    /// `keys_variable_invalid`; nothing of the text is told.
    pub fn read(text: &OsStr) -> Result<KeyRing> {
        text.to_str().and_then(KeyRing::parse).ok_or_else(|| {
            let sentence =
                format!("环境变量 {KEYS_VARIABLE} 的内容不是密钥，它应与密钥文件的内容相同");
            Refusal::invalid("keys_variable_invalid", sentence).into()
        })
    }

    /// The key file, where there is one.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match self {
            KeySource::File(path) => Some(path),
            KeySource::Environment(_) => None,
        }
    }

    /// The keys, made where the file that is to hold them isn't there yet: for who makes a new
    /// installation.
    ///
    /// # Errors
    /// As [`Keys::load`] and [`Keys::create`].
    pub(crate) fn load_or_create(&self) -> Result<Keys> {
        match self {
            KeySource::Environment(ring) => Ok(ring.keys()),
            KeySource::File(path) if path.exists() => Keys::load(path),
            KeySource::File(path) => {
                if let Some(folder) = path.parent() {
                    fs::create_dir_all(folder).or_broken("making the folder")?;
                }
                Keys::create(path)
            }
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

/// An address that papers may name: of the web, and as short as it gets.
fn public_address(text: &str) -> Result<String> {
    let address = text.trim_end_matches('/');
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        let host = address.strip_prefix(scheme);
        host.is_some_and(|host| {
            !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_graphic())
        })
    });
    if is_web && address.len() <= 100 {
        return Ok(address.to_owned());
    }
    let wanted = "public_address is an address such as https://gjj.example.gov.cn, of 100 characters \
                  at most";
    Err(Error::broken(wanted))
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
            None,
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
    fn keys_of_the_environment_go_before_those_of_a_file() {
        let ring = KeyRing::random().unwrap();
        let text = ring.text();
        let read = KeySource::read(OsStr::new(&text)).unwrap();
        assert_eq!(read.keys().data_keys(), ring.keys().data_keys());
        for text in ["", "data.1 = 00"] {
            let refused = KeySource::read(OsStr::new(text)).unwrap_err();
            assert_eq!(refused.refusal().unwrap().code(), "keys_variable_invalid");
        }
        for file in ["", "key_file = \"/k\"\n"] {
            let text = format!("{file}[database]\nsqlite = \"a\"");
            let config = Config::parse(&text, Some(ring.clone())).unwrap();
            assert!(config.keys.file().is_none());
            assert!(!format!("{config:?}").contains(&ring.text()[20..60]));
        }
    }

    #[test]
    fn papers_name_the_address_that_the_file_tells() {
        let read = |more: &str| {
            let text = format!("key_file = \"/k\"\n{more}[database]\nsqlite = \"a\"");
            Config::parse(&text, None).map(|config| config.public_address)
        };
        assert_eq!(read("").unwrap(), None);
        let told = read("public_address = \"https://gjj.example.cn/\"\n").unwrap();
        assert_eq!(told.as_deref(), Some("https://gjj.example.cn"));
        for wrong in [
            "gjj.example.cn",
            "https://",
            "ftp://a",
            "https://a b",
            "https://公积金",
        ] {
            assert!(
                read(&format!("public_address = \"{wrong}\"\n")).is_err(),
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_second_factor_and_ninety_days_hold_unless_the_file_says_otherwise() {
        let read = |more: &str| {
            let text = format!("key_file = \"/k\"\n{more}[database]\nsqlite = \"a\"");
            Config::parse(&text, None).unwrap().sign_in
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
            Config::parse(&text, None).map(|config| config.messages)
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
            assert!(Config::parse(text, None).is_err(), "{text}");
        }
    }
}
