//! A short year of a small centre, lived through the use cases, proves itself.

use db::{Backend, Config, Db, Keys};
use kernel::{CentreId, Clock, Date};
use simulation::profile::Size;
use simulation::year::{self, Ending, Settings};

#[tokio::test(flavor = "multi_thread")]
async fn a_lived_year_proves_itself() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config {
        backend: Backend::Sqlite {
            path: folder.path().join("anju.db"),
        },
        connections: 2,
    };
    let db = Db::open(&config, Keys::random().unwrap()).unwrap();
    let clock = Clock::system();
    let sets = [
        &platform::MIGRATIONS,
        &ledger::MIGRATIONS,
        &settlement::MIGRATIONS,
        &fund::MIGRATIONS,
    ];
    db.migrate(&sets, &clock).await.unwrap();
    let centre = CentreId::new(1).unwrap();
    let actions = [platform::ACTIONS, settlement::ACTIONS, fund::ACTIONS].concat();
    let settings = Settings {
        size: Size {
            employers_opened: 0,
            ..Size::small(13, 60).unwrap()
        },
        seed: 3,
        months: 3,
        last_day: Date::new(2026, 8, 20).unwrap(),
        ending: Ending::WorkLeft,
    };
    let opening = folder.path().join("opening");
    let mut told = (0, 0);
    let tell = |done, total| told = (done, total);
    year::live(&db, centre, &settings, &opening, &actions, tell)
        .await
        .unwrap();
    assert_eq!(told.0, told.1);
    assert!(
        told.0 > 50,
        "three months have more than fifty working days: {told:?}"
    );

    ledger::bookkeeper::keep_books(&db, centre, &clock, 500)
        .await
        .unwrap();
    let mut tx = db.read(centre).await.unwrap();
    assert_eq!(
        ledger::verify::verify(&mut tx, &clock).await.unwrap(),
        vec![]
    );
    let trail = platform::audit::verify(&mut tx).await.unwrap();
    assert_eq!(trail.findings, vec![]);
    let proof = fund::verify::verify(&mut tx).await.unwrap();
    assert_eq!(proof.findings, vec![]);
    // Thirteen employers remitted in June and July; in August one of each of the three branches hasn't
    // brought its roster, and of the others one paid short.
    assert_eq!(proof.remittances, 13 + 13 + 10);
    assert!(proof.accounts >= 55, "{proof:?}");
}
