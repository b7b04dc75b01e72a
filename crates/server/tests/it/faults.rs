//! What a centre meets that isn't anybody's doing: a clock that goes back, a second server. Kills, a
//! database that goes and a full disk are tried on the program itself, in `bench/tests/faults.rs`.

use std::time::Duration;

use db::{Config, Db};
use platform::session::SignInRules;
use platform::{App, job};
use serde_json::{Value, json};
use server::wiring;
use testkit::On;

use crate::desk::{self, Desk, text};
use crate::support::{TODAY, TestCentre};

const MONTH: &str = "2026-11";

testkit::both! {
    /// The machine's clock is put back by an hour, as a wrong one is, and by a second each time, as a
    /// drifting one: what is posted, numbered, sealed and closed goes on, in order.
    async fn a_clock_that_goes_back_loses_and_orders_nothing_wrongly(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, MONTH).await;
        let remittance = desk.assess(&employer_id, MONTH, &desk::staff(1, 3)).await;
        let clock = &test.app.clock;
        let seed = fastrand::u64(..);
        println!("seed {seed}");
        let mut steps = fastrand::Rng::with_seed(seed);
        let mut items = Vec::new();
        for number in 0..20 {
            let back = match number {
                0 => Duration::from_hours(1),
                _ => Duration::from_millis(steps.u64(0..2_000)),
            };
            clock.set(clock.now().checked_sub(back).unwrap());
            let wire = desk.wire(&format!("B-{number}"), 1_000 + number, "公积金");
            items.push(text(&desk.record(&wire).await["suspense_id"]));
        }
        let in_order = items.windows(2).all(|pair| pair[0] < pair[1]);
        assert!(in_order, "ids grow though the clock doesn't: {items:?}");
        desk.pay("B-last", &remittance).await;
        test.keep_books().await;
        test.prove().await;
        let [_, closed] = desk.close_day(&test).await;
        assert_eq!(closed["vouchers"], 21, "{closed}");
        clock.set(clock.now().checked_sub(Duration::from_mins(5)).unwrap());
        desk.record(&desk.wire("B-next", 2_000, "公积金")).await;
        test.keep_books().await;
        test.prove().await;
    }
}

/// Another server of the same centre, with connections of its own.
fn second_server(test: &TestCentre) -> App {
    let config = Config {
        backend: test.backend.clone(),
        connections: 4,
    };
    let db = Db::open(&config, test.app.db.keys().clone()).unwrap();
    let mut app = App::new(db, test.app.clock.clone());
    app.sign_in_rules = SignInRules::of_demo();
    app
}

/// Who leaves is out at once on both, and a job is done by one of them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_of_one_centre_on_postgresql() {
    let Some(test) = TestCentre::on(On::Postgres).await else {
        return;
    };
    let second = second_server(&test);
    let clerk = test.hire("sun", "collection_clerk", test.branches[0]).await;
    let elsewhere = clerk.at(&second);
    assert_eq!(elsewhere.get("/api/employers").await.status, 200);
    let session = elsewhere.get("/api/session").await.expect(200);
    let administrator = test.sign_in("guanli").await.at(&second);
    let path = format!("/api/staff/{}/leave", text(&session["staff_id"]));
    administrator.post(&path, &Value::Null).await.expect(204);
    for client in [&clerk, &elsewhere] {
        let answer = client.get("/api/employers").await;
        answer.refused(401, "session_invalid");
    }

    let desk = Desk::of(&test).await;
    let day = json!({ "date": TODAY });
    let close = "/api/business-days/close";
    let asked = desk.accountant.post(close, &day).await.expect(202);
    let jobs = wiring::jobs();
    let (of_one, of_other) =
        tokio::join!(test.run_jobs(), job::run_due(&second, &jobs, test.centre));
    // The close, and what follows from it.
    assert!(of_one + of_other.unwrap() >= 1);
    let path = format!("/api/jobs/{}", text(&asked["job_id"]));
    let done = desk.accountant.at(&second).get(&path).await.expect(200);
    assert_eq!(
        (&done["status"], &done["attempts"]),
        (&json!("done"), &json!(1)),
        "{done}"
    );
    test.prove().await;
}
