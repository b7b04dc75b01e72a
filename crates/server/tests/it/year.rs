//! A centre that has lived a year, and has met everything that the books can hold.

use db::{Backend, Db};
use kernel::{CentreId, Clock};
use ledger::BookCode;
use platform::{App, Caller, IdempotencyKey};
use server::{keeper, wiring};
use settlement::{books, day};
use simulation::founding;
use simulation::profile::Size;
use simulation::year::{self, Ending, Settings};
use testkit::{On, Template, TestDatabase};

use crate::support::centre;

/// A Friday; the year begins on 3 November.
const LAST_DAY: &str = "2026-10-30";

static TEMPLATE: Template = Template::new();

/// The centre, at the evening of its last day.
pub(crate) struct TestYear {
    pub(crate) app: App,
    pub(crate) centre: CentreId,
    pub(crate) backend: Backend,
    _database: TestDatabase,
}

impl TestYear {
    /// A copy of its own on `on`; `None` when there is no server to run on.
    pub(crate) async fn on(on: On) -> Option<TestYear> {
        let database = TEMPLATE.clone_on(on, live).await?;
        Some(TestYear {
            app: App::new(database.db.clone(), evening()),
            centre: centre(),
            backend: database.backend.clone(),
            _database: database,
        })
    }
}

fn evening() -> Clock {
    Clock::manual(format!("{LAST_DAY}T10:00:00.000000Z").parse().unwrap())
}

/// The demo's year, and what the demo leaves out: a reversal, a closed month, a last day closed
/// with vouchers after it.
async fn live(db: Db) {
    let clock = evening();
    db.migrate(wiring::MIGRATIONS, &clock).await.unwrap();
    let (actions, last_day) = (wiring::actions(), LAST_DAY.parse().unwrap());
    // Enough employers for one that owes and one that pays short.
    let settings = Settings {
        size: Size::small(12, 48).unwrap(),
        seed: 7,
        months: 12,
        last_day,
        ending: Ending::WorkLeft,
    };
    let folder = tempfile::tempdir().unwrap();
    year::live(&db, centre(), &settings, folder.path(), &actions, |_, _| {})
        .await
        .unwrap();
    let app = App::new(db, clock);
    let accountant = founding::caller(&app, centre(), "kuaiji").await.unwrap();
    reverse_one(&app, &accountant).await;
    keeper::seal_all(&app, centre()).await.unwrap();
    let first = "2025-11".parse().unwrap();
    books::close_period(&app, &accountant, &key("month"), BookCode::Fund, first)
        .await
        .unwrap();
    day::close(&app, &accountant, &key("day"), last_open(&app).await)
        .await
        .unwrap();
    reverse_one(&app, &accountant).await;
}

async fn last_open(app: &App) -> kernel::Date {
    let mut tx = app.db.read(centre()).await.unwrap();
    platform::business_day::current(&mut tx)
        .await
        .unwrap()
        .unwrap()
        .date
}

/// Takes back the remittance that was posted last.
async fn reverse_one(app: &App, accountant: &Caller) {
    let query = db::ListQuery {
        filters: vec![("status".to_owned(), "posted".to_owned())],
        limit: 1,
        ..db::ListQuery::default()
    };
    let posted = fund::remittance::remittances(app, accountant, &query);
    let last = posted.await.unwrap().items[0].remittance_id;
    let word = key(&format!("reverse-{last}"));
    fund::remittance::reverse(app, accountant, &word, last, "单位报错月份")
        .await
        .unwrap();
}

fn key(word: &str) -> IdempotencyKey {
    format!("lived-{word}").parse().unwrap()
}
