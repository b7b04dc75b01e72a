//! A centre that has lived a year, and has met everything that the books can hold.

use db::{Backend, Db};
use fund::certificate;
use kernel::{CentreId, Clock, Fen};
use ledger::BookCode;
use platform::{App, Caller, IdempotencyKey};
use server::{keeper, wiring};
use settlement::recovery::{self, NewTakenBack};
use settlement::suspense::{self, Return};
use settlement::{arrival, books, day};
use simulation::profile::Size;
use simulation::year::{self, Ending, Settings};
use simulation::{agents, founding};
use testkit::{On, Template, TestDatabase};

use crate::spending::spend;
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
/// with vouchers after it, money that goes back to its payer or is taken back by the bank.
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
    reverse_short(&app, &accountant).await;
    money_goes_back(&app, &accountant).await;
    agents::invite(&app, centre()).await.unwrap();
    papers(&app).await;
}

/// A paper of each kind, of which one is voided.
async fn papers(app: &App) {
    let system = Caller::system("trial", centre());
    let first = db::ListQuery {
        limit: 1,
        ..db::ListQuery::default()
    };
    let accounts = fund::account::list(app, &system, &first).await.unwrap();
    let account_no = accounts.items[0].account_no;
    certificate::issue_contribution(app, &system, &key("paper-of-account"), account_no, 24)
        .await
        .unwrap();
    let query = last("posted");
    let posted = fund::remittance::remittances(app, &system, &query);
    let posted = posted.await.unwrap().items[0].remittance_id;
    certificate::issue_remittance_receipt(app, &system, &key("paper-of-remittance"), posted)
        .await
        .unwrap();
    let word = key("paper-of-entry");
    let of_entry = certificate::issue_entry_receipt(app, &system, &word, account_no, 2).await;
    let of_entry = of_entry.unwrap().certificate_id;
    certificate::void(app, &system, &key("paper-void"), of_entry, "金额看错")
        .await
        .unwrap();
}

/// Some of what waits goes back to its payer, and the bank takes back a wire that was posted.
async fn money_goes_back(app: &App, accountant: &Caller) {
    let waiting = suspense::list(app, accountant, &last("waiting"))
        .await
        .unwrap();
    let item = waiting.items[0].suspense_id;
    let some = Return {
        amount_fen: Fen::new(1),
        bank_serial: "T0001".to_owned(),
        value_date: LAST_DAY.to_owned(),
        reason: "付款单位要求退回".to_owned(),
    };
    suspense::give_back(app, accountant, &key("give-back"), item, some)
        .await
        .unwrap();
    let posted = arrival::list(app, accountant, &last("posted"))
        .await
        .unwrap();
    let wire = NewTakenBack {
        arrival_id: posted.items[0].arrival_id,
        bank_serial: "CZ0001".to_owned(),
        value_date: LAST_DAY.to_owned(),
        reason: "付款行错账冲正".to_owned(),
    };
    recovery::record(app, accountant, &key("taken-back"), wire, None)
        .await
        .unwrap();
}

/// The last of what is in a state.
fn last(status: &str) -> db::ListQuery {
    db::ListQuery {
        filters: vec![("status".to_owned(), status.to_owned())],
        limit: 1,
        ..db::ListQuery::default()
    }
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
    let query = last("posted");
    let posted = fund::remittance::remittances(app, accountant, &query);
    let last = posted.await.unwrap().items[0].remittance_id;
    let word = key(&format!("reverse-{last}"));
    fund::remittance::reverse(app, accountant, &word, last, "单位报错月份", Fen::ZERO)
        .await
        .unwrap();
}

/// Takes back the remittance that was posted last, of which someone has spent all of this year's.
async fn reverse_short(app: &App, accountant: &Caller) {
    let query = last("posted");
    let posted = fund::remittance::remittances(app, accountant, &query);
    let id = posted.await.unwrap().items[0].remittance_id;
    let first = db::ListQuery {
        limit: 1,
        ..db::ListQuery::default()
    };
    let lines = fund::remittance::remittance_lines(app, accountant, id, &first);
    let account_no = lines.await.unwrap().items[0].account_no;
    let mut tx = app.db.read(centre()).await.unwrap();
    let held = fund::account::get_in(&mut tx, account_no).await.unwrap();
    drop(tx);
    spend(app, centre(), account_no, held.current_fen).await;
    let told = fund::remittance::reversal_preview(app, accountant, id);
    let short = told.await.unwrap().short_fen;
    let word = key(&format!("reverse-{id}"));
    fund::remittance::reverse(app, accountant, &word, id, "单位报错月份", short)
        .await
        .unwrap();
}

fn key(word: &str) -> IdempotencyKey {
    format!("lived-{word}").parse().unwrap()
}
