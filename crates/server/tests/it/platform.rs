//! What requests at once do to each other: the locks of the business day, of the audit chain and of
//! an idempotency key. SQLite lets one writer in at a time; on PostgreSQL the rows' locks do it.

use std::sync::Arc;
use std::time::Duration;

use db::WriteTx;
use kernel::Date;
use platform::{Caller, Grants, Scope, audit, business_day};
use serde_json::json;
use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::api::job;
use crate::support::{TODAY, TestCentre};

/// Long enough for what doesn't wait to have happened.
const A_WHILE: Duration = Duration::from_millis(200);

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

async fn write(test: &TestCentre) -> WriteTx {
    test.app.db.write(test.centre).await.unwrap()
}

testkit::both! {
    /// The close waits for the posting under way; a posting that comes meanwhile waits for the
    /// close and gets the next day.
    async fn a_close_and_postings_wait_for_each_other(test: TestCentre) {
        let next = date("2026-11-03");
        let mut posting = write(&test).await;
        assert_eq!(business_day::posting_date(&mut posting).await.unwrap(), date(TODAY));

        let (locked, mut is_locked) = oneshot::channel();
        let (finish, may_finish) = oneshot::channel();
        let (app, centre) = (test.app.clone(), test.centre);
        let closing = tokio::spawn(async move {
            let mut tx = app.db.write(centre).await.unwrap();
            let day = business_day::lock_for_close(&mut tx).await.unwrap();
            locked.send(()).unwrap();
            may_finish.await.unwrap();
            let system = Caller::system("closing", centre);
            business_day::mark_closed_in(&mut tx, &app.clock, &system, day).await.unwrap();
            business_day::open_in(&mut tx, &app.clock, &system, next).await.unwrap();
            tx.commit().await.unwrap();
        });
        assert!(timeout(A_WHILE, &mut is_locked).await.is_err(), "the posting holds the day");
        posting.commit().await.unwrap();
        is_locked.await.unwrap();

        let (app, centre) = (test.app.clone(), test.centre);
        let mut late = tokio::spawn(async move {
            let mut tx = app.db.write(centre).await.unwrap();
            business_day::posting_date(&mut tx).await.unwrap()
        });
        assert!(timeout(A_WHILE, &mut late).await.is_err(), "the close holds the day");
        finish.send(()).unwrap();
        closing.await.unwrap();
        assert_eq!(late.await.unwrap(), next);
    }

    /// Four keepers take the tail in turns: each event gets one place, and the chain holds.
    async fn keepers_at_once_seal_each_event_once(test: TestCentre) {
        let nobody = Grants::listed(None, []);
        let stranger =
            Caller { grants: Arc::new(nobody), ..Caller::system("stranger", test.centre) };
        for _ in 0..30 {
            let denied = test.app.enforce(&stranger, &audit::AUDIT_READ, Scope::Centre).await;
            assert!(denied.is_err());
        }
        let mut tx = test.app.db.read(test.centre).await.unwrap();
        let before = audit::verify(&mut tx).await.unwrap();
        drop(tx);
        assert!(before.waiting > 30, "{}", before.waiting);
        let keepers: Vec<_> = (0..4)
            .map(|_| {
                let (db, centre) = (test.app.db.clone(), test.centre);
                tokio::spawn(async move {
                    let mut sealed = 0;
                    loop {
                        match audit::seal(&db, centre, 5).await.unwrap() {
                            0 => return sealed,
                            turn => sealed += turn,
                        }
                    }
                })
            })
            .collect();
        let mut sealed = 0;
        for keeper in keepers {
            sealed += keeper.await.unwrap();
        }
        assert_eq!(i64::try_from(sealed).unwrap(), before.waiting);
        let after = audit::verify(&mut test.app.db.read(test.centre).await.unwrap()).await.unwrap();
        assert_eq!((after.sealed, after.waiting), (before.sealed + before.waiting, 0));
        assert!(after.findings.is_empty(), "{:?}", after.findings);
    }

    /// A clerk who presses twice, or a browser that asks again, posts once.
    async fn requests_at_once_under_one_key_post_once(test: TestCentre) {
        let accountant = test.sign_in("kuaiji").await;
        let wire = job::arrival(&accountant, 5_000, None).await;
        let requests: Vec<_> = (0..2)
            .map(|_| {
                let (accountant, wire) = (accountant.clone(), wire.clone());
                tokio::spawn(async move {
                    accountant.post_with_key("/api/arrivals", &wire, "pressed-twice").await.expect(201)
                })
            })
            .collect();
        let mut outcomes = Vec::new();
        for request in requests {
            outcomes.push(request.await.unwrap());
        }
        assert_eq!(outcomes[0], outcomes[1]);
        let count = async |path: &str| accountant.get(path).await.expect(200)["count"]["value"].clone();
        assert_eq!(count("/api/arrivals").await, 1);
        assert_eq!(count("/api/suspense").await, 1);
        assert_eq!(count("/api/vouchers").await, 1);
        test.keep_books().await;
        test.prove().await;
    }

    /// The audit trail is held against the heads of closed days, and passes.
    async fn the_trail_is_proved_across_the_close_of_days(test: TestCentre) {
        let accountant = test.sign_in("kuaiji").await;
        for day in ["2026-11-02", "2026-11-03"] {
            let day = json!({ "date": day });
            accountant.post("/api/business-days/close", &day).await.expect(202);
            // The close, and the two sweeps that follow from it.
            assert_eq!(test.run_jobs().await, 3);
        }
        let mut tx = test.app.db.read(test.centre).await.unwrap();
        let head = audit::day_head(&mut tx, date("2026-11-03")).await.unwrap().unwrap();
        assert_eq!(head.day_number, 2);
        drop(tx);
        test.prove().await;
    }
}
