//! `anju simulate`: a year of a real city's centre, lived through the use cases.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use db::Db;
use kernel::{Clock, Date, OrBroken as _, Refusal, Result, WorkingDays};
use platform::App;
use platform::policy::NewVersion;
use simulation::founding;
use simulation::profile::Profile;
use simulation::report;
use simulation::year::{self, Ending, Lived, Settings};
use tracing::instrument::WithSubscriber as _;
use tracing::subscriber::NoSubscriber;

use crate::config::Config;
use crate::{keeper, terminal, wiring};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The profile's file; the embedded one when none is named.
    pub profile: Option<PathBuf>,
    /// One so-manieth of the profile is simulated.
    pub scale: u32,
    /// What everything drawn follows from.
    pub seed: u64,
    /// The calendar year lived.
    pub year: i16,
    /// The folder that the opening files are written into.
    pub opening: PathBuf,
    /// Whether the report is printed.
    pub report: bool,
}

/// Lives a year in an empty installation. Says whether the report holds, as it does when none is
/// asked for.
///
/// # Errors
/// `simulation_year_unknown`; `database_in_use` when it holds a centre already; broken when the profile can't
/// be read, and whatever a use case refuses.
pub async fn simulate(
    config: &Config,
    asked: &Asked,
    out: &mut (dyn Write + Send),
) -> Result<bool> {
    let profile = match &asked.profile {
        None => Profile::city_2023(),
        Some(path) => {
            let json = fs::read_to_string(path).or_broken(path.display().to_string())?;
            Profile::parse(&json).map_err(|error| error.while_doing(path.display()))?
        }
    };
    let last_day = last_day_of(asked.year)?;
    let settings = Settings {
        size: profile.size(asked.scale)?,
        seed: asked.seed,
        months: 12,
        last_day,
        ending: Ending::Settled,
    };
    let db = fresh(config).await?;
    let lived = live(&db, config, &settings, &asked.opening).await?;
    let app = App::new(db, lived.clock.clone());
    keeper::seal_all(&app, config.centre).await?;
    if !asked.report {
        writeln!(out, "已模拟 {} 年，最后一天 {}", asked.year, lived.last_day)
            .or_broken("telling")?;
        return Ok(true);
    }
    let report = report::report(&app, config.centre, &profile, asked.scale, &lived).await?;
    write!(out, "{}", report.table()).or_broken("printing the report")?;
    Ok(report.holds())
}

/// The last day of a year that can be lived: its holidays are known, and the policies that
/// a centre starts with hold.
fn last_day_of(year: i16) -> Result<Date> {
    let known = |year| {
        let days = (Date::new(year, 1, 1)?, Date::new(year, 12, 31)?);
        let calendar = WorkingDays::national();
        let holidays =
            calendar.is_working_day(days.0).is_ok() && calendar.is_working_day(days.1).is_ok();
        let versions = fund::policy::default_versions();
        let begun: BTreeSet<&str> = versions
            .iter()
            .map(NewVersion::from_day)
            .filter(|(_, from)| *from <= days.0)
            .map(|(key, _)| key)
            .collect();
        let policies = begun.len() == fund::policy::PARAMETERS.len();
        (holidays && policies).then_some(days.1)
    };
    known(year).ok_or_else(|| {
        let years: Vec<String> = (1990..=2100)
            .filter(|year| known(*year).is_some())
            .map(|year| year.to_string())
            .collect();
        let sentence = format!(
            "不能模拟 {year} 年：节假日安排和政策参数齐备的年份是 {}",
            years.join("、")
        );
        Refusal::invalid("simulation_year_unknown", sentence).into()
    })
}

/// Lives the year behind a bar; what is done by hand from then on is approved as a centre usually does.
///
/// # Errors
/// Whatever a use case refuses.
pub(crate) async fn live(
    db: &Db,
    config: &Config,
    settings: &Settings,
    folder: &Path,
) -> Result<Lived> {
    let bar = terminal::progress(1, "正在模拟一年的业务");
    let actions = wiring::actions();
    let show = |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    };
    let lived = year::live(db, config.centre, settings, folder, &actions, show)
        // A year of closed days would fill the terminal.
        .with_subscriber(NoSubscriber::new())
        .await?;
    bar.finish_and_clear();
    let app = App::new(db.clone(), lived.clock.clone());
    founding::set_flows(&app, config.centre, &wiring::approvable()).await?;
    Ok(lived)
}

/// The database, its schema up to date and without a centre; keys are made when there are none.
pub(crate) async fn fresh(config: &Config) -> Result<Db> {
    let keys = config.keys.load_or_create()?;
    let (db, clock) = (Db::open(&config.database, keys)?, Clock::system());
    db.migrate(wiring::MIGRATIONS, &clock).await?;
    let app = App::new(db.clone(), clock);
    if !platform::centre::all(&app).await?.is_empty() {
        let sentence = "数据库中已有中心，不能再设立一个；请换一个空的数据目录或数据库";
        return Err(Refusal::conflict("database_in_use", sentence).into());
    }
    Ok(db)
}
