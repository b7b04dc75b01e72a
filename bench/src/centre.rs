//! A centre to measure on: founded through the use cases, moved in by `anju import-opening`.

use std::fs;
use std::path::PathBuf;

use db::{Backend, Db, Keys};
use kernel::{CentreId, Clock};
use platform::role::{self, NewRole, Power, power_of};
use platform::staff::{self, NewStaff};
use platform::{App, Caller, DataScope, IdempotencyKey};
use server::wiring;
use simulation::founding::{self, PASSWORD};

use crate::bare::{self, Bare};
use crate::http::Client;
use crate::opening::{self, Known};
use crate::program::{self, Server, Took};
use crate::report::{Report, Row, grouped};
use crate::timing::per_second;
use crate::{Asked, Database, Result};

/// The staff member of the measures, who may do all business.
const SIGN_IN_NAME: &str = "bench";

/// Who works for whom.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) accounts: usize,
    /// Every so-manieth account is the first employer's.
    pub(crate) every: usize,
    /// Whether a second employer has four tenths of all accounts.
    pub(crate) second: bool,
}

/// A loaded centre.
pub(crate) struct Centre {
    pub(crate) database: Database,
    pub(crate) shape: Shape,
    pub(crate) folder: PathBuf,
    pub(crate) anju: PathBuf,
    pub(crate) centre: CentreId,
    /// Some of its people.
    pub(crate) known: Vec<Known>,
    /// The database on the server, if it is one.
    postgres: Option<bare::PostgresDatabase>,
}

impl Centre {
    /// Makes a centre of this shape, and reports how long its opening load and its proof took.
    pub(crate) async fn load(
        asked: &Asked,
        database: Database,
        shape: Shape,
        report: &mut Report,
    ) -> Result<Centre> {
        let name = format!("{}-{}", database.label().to_lowercase(), shape.accounts);
        let folder = asked.work.join(&name);
        fs::create_dir_all(&folder)?;
        let postgres = match database {
            Database::Sqlite => None,
            Database::Postgres => {
                let url = asked.postgres.as_deref().ok_or("no PostgreSQL server")?;
                Some(bare::PostgresDatabase::create(url).await?)
            }
        };
        let mut centre = Centre {
            database,
            shape,
            folder,
            anju: asked.anju.clone(),
            centre: CentreId::new(1).ok_or("a centre's number")?,
            known: Vec::new(),
            postgres,
        };
        println!("{name}: founding and writing the files");
        centre.found().await?;
        let files = centre.folder.join("opening");
        centre.known = opening::write(&files, shape)?;
        println!("{name}: moving in");
        let took = centre.command(&[
            "import-opening",
            "--first-month",
            &opening::first_month().to_string(),
            &files.display().to_string(),
        ])?;
        centre.tell(report, "`anju import-opening`, a year of months", took);
        fs::remove_dir_all(files)?;
        let app = centre.app()?;
        let today = app.clock.today();
        founding::open_first_day(&app, centre.centre, today).await?;
        centre.settle().await?;
        let took = centre.command(&["verify"])?;
        centre.tell(report, "`anju verify` of it", took);
        Ok(centre)
    }

    /// Founds it, with a staff member who may do all business.
    async fn found(&self) -> Result {
        Keys::create(&self.folder.join("anju.key"))?;
        fs::write(self.config(), self.config_text())?;
        let app = self.app()?;
        app.db.migrate(wiring::MIGRATIONS, &app.clock).await?;
        let actions = wiring::actions();
        founding::establish(&app, self.centre, &actions).await?;
        let system = Caller::system("bench", self.centre);
        let new = NewRole {
            code: SIGN_IN_NAME.to_owned(),
            name: "测量".to_owned(),
            data_scope: DataScope::Centre,
            actions: actions
                .iter()
                .filter(|action| power_of(action.code).is_none_or(|power| power == Power::Business))
                .map(|action| action.code.to_owned())
                .filter(|code| power_of(code).is_none_or(|power| power == Power::Business))
                .collect(),
        };
        role::add(&app, &system, &key("role")?, new, &actions).await?;
        let new = NewStaff {
            sign_in_name: SIGN_IN_NAME.to_owned(),
            name: "测量员".to_owned(),
            branch_id: None,
            department_id: None,
            phone: None,
        };
        let staff_id = staff::add(&app, &system, &key("staff")?, new, PASSWORD).await?;
        role::assign(&app, &system, &key("assign")?, staff_id, SIGN_IN_NAME).await?;
        Ok(())
    }

    /// The use cases on it, in this process.
    pub(crate) fn app(&self) -> Result<App> {
        let keys = Keys::load(&self.folder.join("anju.key"))?;
        let backend = match &self.postgres {
            None => Backend::Sqlite {
                path: self.sqlite_file(),
            },
            Some(database) => Backend::Postgres {
                url: database.url(),
                root_certificate: None,
            },
        };
        let config = db::Config {
            backend,
            connections: 4,
        };
        Ok(App::new(Db::open(&config, keys)?, Clock::system()))
    }

    /// Brings the planner's statistics up to date, as hours of running would.
    pub(crate) async fn settle(&self) -> Result {
        self.bare().await?.settle().await
    }

    /// The database without the product between.
    pub(crate) async fn bare(&self) -> Result<Bare> {
        match &self.postgres {
            None => Bare::sqlite(&self.sqlite_file(), &self.folder.join("bare.db")),
            Some(database) => Bare::postgres(&database.url()).await,
        }
    }

    /// Starts its server.
    pub(crate) async fn serve(&self) -> Result<Server> {
        Server::start(&self.anju, &self.config(), &self.log()).await
    }

    /// Signs in the one who may do everything.
    pub(crate) async fn sign_in(&self, server: &Server) -> Result<Client> {
        Client::sign_in(server.address, SIGN_IN_NAME, PASSWORD).await
    }

    /// Removes it with its databases and files, unless they are to stay.
    pub(crate) fn remove(mut self, keep: bool) -> Result {
        let database = self.postgres.take();
        if keep {
            println!("kept: {}", self.folder.display());
            if let Some(database) = database {
                database.keep();
            }
            return Ok(());
        }
        drop(database);
        Ok(fs::remove_dir_all(&self.folder)?)
    }

    /// Has `anju verify` prove it.
    pub(crate) fn prove(&self) -> Result {
        self.command(&["verify"]).map(drop)
    }

    /// What the server said.
    pub(crate) fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    fn command(&self, arguments: &[&str]) -> Result<Took> {
        let config = self.config().display().to_string();
        let mut all = arguments.to_vec();
        all.extend(["--config", &config]);
        program::run(&self.anju, &all, &self.log())
            .map_err(|error| format!("{error}\n{}", tail(&self.log())).into())
    }

    fn tell(&self, report: &mut Report, what: &str, took: Took) {
        let accounts = self.shape.accounts as u64;
        let (seconds, rest) = (took.micros / 1_000_000, took.micros % 1_000_000 / 100_000);
        let memory = took.peak_kib / 1024;
        report.add(Row {
            measure: "load",
            database: self.database.label(),
            what: format!(
                "{what}: {} accounts in {seconds}.{rest} s, {memory} MiB at most",
                grouped(accounts)
            ),
            accounts: self.shape.accounts,
            unit: "accounts/s",
            ours: per_second(accounts, took.micros),
            bare: None,
            ratio_thousandths: None,
            reach: "–",
            reached: None,
        });
    }

    fn sqlite_file(&self) -> PathBuf {
        self.folder.join("anju.db")
    }

    fn config(&self) -> PathBuf {
        self.folder.join("anju.toml")
    }

    fn config_text(&self) -> String {
        let key_file = self.folder.join("anju.key");
        let database = match &self.postgres {
            None => format!("sqlite = {:?}", self.sqlite_file()),
            Some(database) => format!("postgres = {:?}", database.url()),
        };
        // Measured is what stands behind a sign-in, not a second factor at one.
        let factor = "second_factor = \"offered\"";
        format!("key_file = {key_file:?}\n{factor}\n[database]\n{database}\n")
    }
}

fn key(word: &str) -> Result<IdempotencyKey> {
    Ok(format!("bench-founding-{word}").parse::<IdempotencyKey>()?)
}

/// The last lines of a log.
fn tail(log: &std::path::Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().rev().take(12).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join("\n")
}
