//! A published year, simulated small: its figures come out, and the proof finds nothing.

use db::Db;
use kernel::{CentreId, Clock};
use platform::App;
use server::{keeper, wiring};
use simulation::profile::Profile;
use simulation::report;
use simulation::year::{self, Ending, Settings};
use testkit::{On, Template, TestDatabase};

use crate::support::centre;

/// Small enough for a test, large enough for every figure to be there.
const SCALE: u32 = 200;

static TEMPLATE: Template = Template::new();

struct Nothing {
    db: Db,
    centre: CentreId,
    _database: TestDatabase,
}

impl Nothing {
    async fn on(on: On) -> Option<Nothing> {
        let database = TEMPLATE.clone_on(on, migrated).await?;
        Some(Nothing {
            db: database.db.clone(),
            centre: centre(),
            _database: database,
        })
    }
}

async fn migrated(db: Db) {
    db.migrate(wiring::MIGRATIONS, &Clock::system())
        .await
        .unwrap();
}

testkit::both! {
    async fn a_published_year_comes_out(nothing: Nothing) {
        let profile = Profile::city_2023();
        let settings = Settings {
            size: profile.size(SCALE).unwrap(),
            seed: 1,
            months: 12,
            last_day: "2025-12-31".parse().unwrap(),
            ending: Ending::Settled,
        };
        let (folder, actions) = (tempfile::tempdir().unwrap(), wiring::actions());
        let (db, centre) = (&nothing.db, nothing.centre);
        let lived = year::live(db, centre, &settings, folder.path(), &actions, |_, _| {});
        let lived = lived.await.unwrap();
        let app = App::new(db.clone(), lived.clock.clone());
        keeper::seal_all(&app, centre).await.unwrap();
        let report = report::report(&app, centre, &profile, SCALE, &lived).await.unwrap();
        assert!(report.holds(), "{}", report.table());
        assert_eq!(report.lines.len(), 7);
        let proof = server::command::prove(&app, centre).await.unwrap();
        assert!(proof.findings.is_empty(), "{:#?}", proof.findings);
    }
}
