//! A small centre that has lived for three months: a raise, hires, money that fitted nothing.

use std::path::Path;

use db::{Backend, Db, Keys};
use kernel::{Clock, Date};
use platform::App;
use server::config::Config;
use server::wiring;
use simulation::demo::{self, Size};
use testkit::{On, Template, TestDatabase};

use crate::support::centre;

const SIZE: Size = Size {
    employers: 13,
    members: 60,
    months: 3,
};

static TEMPLATE: Template = Template::new();

/// The last day lived: wages rise in July, so the three months hold a raise.
pub(crate) fn last_day() -> Date {
    Date::new(2026, 8, 20).unwrap()
}

/// A lived centre of a test's own.
pub(crate) struct TestYear {
    pub(crate) app: App,
    /// Where it is, for those who alter it behind its back.
    pub(crate) backend: Backend,
    _database: TestDatabase,
}

impl TestYear {
    /// A clone of the lived centre on `on`; `None` when there is no server to run on.
    pub(crate) async fn on(on: On) -> Option<TestYear> {
        let database = TEMPLATE.clone_on(on, live).await?;
        let app = App::new(database.db.clone(), Clock::system());
        Some(TestYear {
            app,
            backend: database.backend.clone(),
            _database: database,
        })
    }

    /// What can't be right: table, key and code of each finding.
    pub(crate) async fn findings(&self) -> Vec<(&'static str, String, &'static str)> {
        let proof = server::command::prove(&self.app, centre()).await.unwrap();
        assert!(!proof.proved.is_empty());
        let findings = proof.findings.into_iter();
        findings
            .map(|finding| (finding.table, finding.key, finding.code))
            .collect()
    }
}

/// Lives in a folder, as `--data-dir` names one.
pub(crate) async fn live_in(folder: &Path) {
    let config = Config::in_folder(folder);
    let keys = Keys::create(&config.key_file).unwrap();
    live(Db::open(&config.database, keys).unwrap()).await;
}

async fn live(db: Db) {
    let clock = Clock::system();
    db.migrate(wiring::MIGRATIONS, &clock).await.unwrap();
    let actions = wiring::actions();
    demo::live(&db, centre(), SIZE, last_day(), &actions, |_, _| {})
        .await
        .unwrap();
    server::keeper::seal_all(&App::new(db, clock), centre())
        .await
        .unwrap();
}
