//! What happens when people do the same thing at the same moment: one wins, the others are told,
//! and the books prove themselves afterwards.

use std::collections::HashSet;
use std::future::Future;
use std::time::Duration;

use axum::http::StatusCode;
use kernel::Fen;
use platform::staff::{self, NewStaff};
use platform::{Caller, IdempotencyKey, role};
use serde_json::{Value, json};
use simulation::founding;
use testkit::On;

use crate::api::approvals;
use crate::behind::Behind;
use crate::desk::{self, Desk, Person, person, text, workbook};
use crate::support::{Answer, Client, TODAY, TestCentre};

const MONTH: &str = "2026-11";

/// Somebody else with a role, so that two people and not one twice stand at the desk.
async fn colleague(test: &TestCentre, name: &str, role: &str) -> Client {
    let system = Caller::system("hiring", test.centre);
    let key = |what: &str| -> IdempotencyKey { format!("{what}-{name}").parse().unwrap() };
    let new = NewStaff {
        sign_in_name: name.to_owned(),
        name: "孙同事".to_owned(),
        branch_id: (role == "collection_clerk").then_some(test.branches[0]),
        department_id: None,
        phone: None,
    };
    let id = staff::add(&test.app, &system, &key("hire"), new, founding::PASSWORD)
        .await
        .unwrap();
    role::assign(&test.app, &system, &key("role"), id, role)
        .await
        .unwrap();
    test.sign_in(name).await
}

/// Runs all at once on the threads of the test, and answers in the order given. Each begins within
/// some milliseconds, at a moment that the seed draws; the seed is printed where the test fails.
async fn at_once<F>(tasks: impl IntoIterator<Item = F>) -> Vec<Answer>
where
    F: Future<Output = Answer> + Send + 'static,
{
    let mut moments = moments();
    let running: Vec<_> = tasks
        .into_iter()
        .map(|task| {
            let moment = Duration::from_micros(moments.u64(0..3_000));
            tokio::spawn(async move {
                tokio::time::sleep(moment).await;
                task.await
            })
        })
        .collect();
    let mut answers = Vec::new();
    for task in running {
        answers.push(task.await.unwrap());
    }
    answers
}

/// What the moments of a race are drawn from: `ANJU_RACE_SEED`, or any number.
fn moments() -> fastrand::Rng {
    let seed = std::env::var("ANJU_RACE_SEED");
    let seed = seed.map_or_else(|_| fastrand::u64(..), |seed| seed.parse().unwrap());
    println!("ANJU_RACE_SEED={seed}");
    fastrand::Rng::with_seed(seed)
}

fn statuses(answers: &[Answer]) -> Vec<u16> {
    let mut statuses: Vec<u16> = answers.iter().map(|a| a.status.as_u16()).collect();
    statuses.sort_unstable();
    statuses
}

/// The one that was refused.
fn loser(answers: &[Answer]) -> &Answer {
    let mut refused = answers.iter().filter(|answer| !answer.status.is_success());
    refused.next().expect("somebody was refused")
}

fn post(client: &Client, path: &str, body: &Value) -> impl Future<Output = Answer> + Send + use<> {
    let (client, path, body) = (client.clone(), path.to_owned(), body.clone());
    async move { client.post(&path, &body).await }
}

testkit::both! {
    /// Two clerks confirm one roster: one remittance, and the other is told.
    async fn two_clerks_confirm_one_roster(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let second = colleague(&test, "guiji2", "collection_clerk").await;
        for number in 1..=4 {
            let employer_id = desk.employer(number, MONTH).await;
            let people: Vec<_> = (1..=3).map(|n| person(u16::try_from(number).unwrap() * 10 + n)).collect();
            let roster = desk.preview(&employer_id, MONTH, workbook(&people)).await;
            let path = format!("/api/rosters/{}/confirm", text(&roster["roster_id"]));
            let answers = at_once([&desk.clerk, &second].map(|clerk| post(clerk, &path, &Value::Null))).await;
            assert_eq!(statuses(&answers), [201, 409]);
            loser(&answers).refused(409, "roster_not_previewed");
            assert_eq!(desk.accounts(&employer_id).await.len(), 3);
        }
        test.prove().await;
    }

    /// Two accountants copy the same line of the bank's statement.
    async fn two_accountants_record_one_bank_serial(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let second = colleague(&test, "kuaiji2", "accountant").await;
        for number in 0..4 {
            let wire = desk.wire(&format!("B-{number}"), 100_000, "公积金");
            let answers = at_once([&desk.accountant, &second].map(|who| post(who, "/api/arrivals", &wire))).await;
            assert_eq!(statuses(&answers), [201, 409]);
            loser(&answers).refused(409, "arrival_recorded_twice");
        }
        let arrivals = desk.accountant.get("/api/arrivals").await.expect(200);
        assert_eq!(arrivals["items"].as_array().unwrap().len(), 4);
        test.keep_books().await;
        test.prove().await;
    }

    /// Two payments of one code: the first pays, the second waits.
    async fn two_payments_of_one_code(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let second = colleague(&test, "kuaiji2", "accountant").await;
        for number in 1..=4 {
            let employer_id = desk.employer(number, MONTH).await;
            let who = [person(u16::try_from(number).unwrap())];
            let remittance = desk.assess(&employer_id, MONTH, &who).await;
            let wires = ["a", "b"].map(|half| desk.exact_wire(&format!("B-{number}{half}"), &remittance));
            let answers = at_once([
                post(&desk.accountant, "/api/arrivals", &wires[0]),
                post(&second, "/api/arrivals", &wires[1]),
            ]).await;
            let mut outcomes: Vec<String> =
                answers.iter().map(|answer| text(&answer.expect(201)["outcome"])).collect();
            outcomes.sort();
            assert_eq!(outcomes, ["posted", "suspense"]);
            let waits = answers.iter().map(Answer::json).find(|outcome| outcome["outcome"] == "suspense");
            assert_eq!(waits.unwrap()["reason"]["code"], "remittance_already_posted");
            let accounts = desk.accounts(&employer_id).await;
            assert_eq!(accounts[0]["balance_fen"], remittance["expected_fen"]);
        }
        test.keep_books().await;
        test.prove().await;
    }

    /// A browser that asks again sixteen times at once has asked once.
    async fn one_key_sixteen_times_posts_once(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, MONTH).await;
        let remittance = desk.assess(&employer_id, MONTH, &desk::staff(1, 5)).await;
        let wire = desk.exact_wire("B-1", &remittance);
        let key = "sixteen-times-0001";
        let tasks = (0..16).map(|_| {
            let (accountant, wire) = (desk.accountant.clone(), wire.clone());
            async move { accountant.post_with_key("/api/arrivals", &wire, key).await }
        });
        let answers = at_once(tasks).await;
        let outcomes: HashSet<String> = answers.iter().map(|answer| answer.expect(201).to_string()).collect();
        assert_eq!(outcomes.len(), 1, "{outcomes:?}");
        let arrivals = desk.accountant.get("/api/arrivals").await.expect(200);
        assert_eq!(arrivals["items"].as_array().unwrap().len(), 1);
        let accounts = desk.accounts(&employer_id).await;
        assert!(accounts.iter().all(|account| account["balance_fen"] == account["monthly_fen"]));

        let other = desk.wire("B-1", 1, "公积金");
        let answer = desk.accountant.post_with_key("/api/arrivals", &other, key).await;
        answer.refused(409, "idempotency_key_reused");
        test.keep_books().await;
        test.prove().await;
    }

    /// Two accountants allocate what waits to two remittances that it pays either of: one is paid.
    async fn what_waits_is_allocated_twice(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let other = colleague(&test, "sun", "accountant").await;
        let mut remittances = Vec::new();
        for number in [1, 2] {
            let employer_id = desk.employer(number, MONTH).await;
            let first = u16::try_from(number).unwrap() * 10;
            let mut people = desk::staff(first, first + 2);
            people.iter_mut().for_each(|person| person.base = Fen::from_yuan(5_000));
            remittances.push(desk.assess(&employer_id, MONTH, &people).await);
        }
        let fen = remittances[0]["expected_fen"].as_i64().unwrap();
        assert_eq!(remittances[1]["expected_fen"], fen, "either can be paid");
        let waits = desk.record(&desk.wire("B-1", fen, "公积金")).await;
        let clients = [&desk.accountant, &other];
        let tasks = clients.iter().zip(&remittances).map(|(client, remittance)| {
            let line = json!({ "lines": [{
                "suspense_id": waits["suspense_id"],
                "remittance_id": remittance["remittance_id"],
                "amount_fen": fen,
            }]});
            post(client, "/api/allocations", &line)
        });
        let answers = at_once(tasks.collect::<Vec<_>>()).await;
        assert_eq!(statuses(&answers), [201, 409]);
        loser(&answers).refused(409, "suspense_settled");
        let mut ended = Vec::new();
        for remittance in &remittances {
            let shown = desk.remittance(&text(&remittance["remittance_id"])).await;
            ended.push(text(&shown["status"]));
        }
        ended.sort();
        assert_eq!(ended, ["assessed", "posted"]);
        test.keep_books().await;
        test.prove().await;
    }

    /// The director approves a reversal while the accountant takes it back: it is done and can't be
    /// taken back, or taken back and not done.
    async fn approved_and_withdrawn_at_once(test: TestCentre) {
        approvals::director_approves(&test, "remittance.reverse").await;
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, MONTH).await;
        let remittance = desk.assess(&employer_id, MONTH, &desk::staff(1, 3)).await;
        desk.pay("B-1", &remittance).await;
        let id = text(&remittance["remittance_id"]);
        let reason = json!({ "reason": "付款单位有误" });
        let asked = desk.accountant.post(&format!("/api/remittances/{id}/reverse"), &reason).await.expect(202);
        let one = format!("/api/approvals/{}", text(&asked["approval_id"]));
        let director = test.sign_in("zhuren").await;
        let answers = at_once([
            post(&director, &format!("{one}/approve"), &json!({ "note": "同意" })),
            post(&desk.accountant, &format!("{one}/withdraw"), &json!({})),
        ]).await;
        test.run_jobs().await;
        let shown = director.get(&one).await;
        let status = text(&desk.remittance(&id).await["status"]);
        match (answers[0].status.is_success(), answers[1].status.is_success()) {
            (true, false) => {
                assert_eq!((text(&shown.json()["status"]), status), ("done".to_owned(), "reversed".to_owned()));
            }
            (false, true) => {
                assert_eq!((text(&shown.json()["status"]), status), ("withdrawn".to_owned(), "posted".to_owned()));
            }
            both => panic!("{both:?}: {} {}", answers[0].text(), answers[1].text()),
        }
        assert_eq!(loser(&answers).status, StatusCode::CONFLICT, "{}", loser(&answers).text());
        test.keep_books().await;
        test.prove().await;
    }

    /// 日终 while money comes in: each posting is on the day sheet of the closed day or on the next
    /// day, and none joins the day after its head was taken.
    async fn no_posting_slips_into_a_closing_day(test: TestCentre) {
        const EMPLOYERS: u16 = 6;
        const STRAY: u16 = 18;
        let desk = Desk::of(&test).await;
        let mut wires = Vec::new();
        for number in 1..=EMPLOYERS {
            let employer_id = desk.employer(u32::from(number), MONTH).await;
            let people = [person(number * 2), person(number * 2 + 1)];
            let remittance = desk.assess(&employer_id, MONTH, &people).await;
            wires.push(desk.exact_wire(&format!("B-{number}"), &remittance));
        }
        wires.extend((0..STRAY).map(|number| desk.wire(&format!("S-{number}"), 12_300, "公积金")));
        // The close comes in the middle of them.
        let day = json!({ "date": TODAY });
        desk.accountant.post("/api/business-days/close", &day).await.expect(202);
        let tasks: Vec<_> = wires.iter().map(|wire| post(&desk.accountant, "/api/arrivals", wire)).collect();
        let (answers, jobs) = tokio::join!(at_once(tasks), test.run_jobs());
        assert_eq!(jobs, 3, "the close, and the sweeps of jobs and files after it");
        let days = desk.accountant.get("/api/business-days").await.expect(200);
        let closed = &days["items"][1];
        assert_eq!([&closed["date"], &days["items"][0]["date"]], [TODAY, "2026-11-03"]);

        let mut vouchers_on = [0_i64, 0];
        for answer in &answers {
            let outcome = answer.expect(201);
            let path = format!("/api/vouchers/{}", text(&outcome["voucher_ids"][0]));
            let voucher = desk.accountant.get(&path).await.expect(200);
            match text(&voucher["business_date"]).as_str() {
                TODAY => vouchers_on[0] += 1,
                "2026-11-03" => vouchers_on[1] += 1,
                other => panic!("posted on {other}"),
            }
        }
        assert_eq!(vouchers_on[0] + vouchers_on[1], i64::from(EMPLOYERS + STRAY));
        assert_eq!(closed["vouchers"], vouchers_on[0], "the day sheet counts them all");
        test.keep_books().await;
        test.prove().await;
        desk.close_day(&test).await;
        test.prove().await;
    }

    /// Everything that can be done to one employer, by 32 at once: whatever the order, nothing
    /// breaks and the books hold.
    async fn thirty_two_at_one_employer(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, "2026-10").await;
        let people = desk::staff(1, 4);
        let october = desk.assess(&employer_id, "2026-10", &people).await;
        let remittance = format!("/api/remittances/{}", text(&october["remittance_id"]));
        let file = desk.clerk.upload("roster.xlsx", workbook(&people)).await;
        let rosters = format!("/api/employers/{employer_id}/rosters");
        let (why, november) = (json!({ "reason": "试" }), json!({ "file": file, "month": MONTH }));
        let tasks = (0..32).map(|number| match number % 4 {
            0 => post(&desk.accountant, "/api/arrivals", &desk.exact_wire(&format!("B-{number}"), &october)),
            1 => post(&desk.accountant, &format!("{remittance}/reverse"), &why),
            2 => post(&desk.clerk, &format!("{remittance}/cancel"), &why),
            _ => post(&desk.clerk, &rosters, &november),
        });
        let answers = at_once(tasks).await;
        for answer in &answers {
            let told = answer.status.is_success() || answer.status == StatusCode::CONFLICT;
            assert!(told, "{}", answer.text());
        }
        let posted = answers.iter().step_by(4).map(Answer::json);
        let posted = posted.filter(|outcome| outcome["outcome"] == "posted").count();
        let status = text(&desk.remittance(&text(&october["remittance_id"])).await["status"]);
        assert_eq!(posted, usize::from(status != "cancelled"), "{status}");
        assert!(["posted", "reversed", "cancelled"].contains(&&*status), "{status}");
        let expected = if status == "posted" { october["expected_fen"].as_i64().unwrap() } else { 0 };
        let accounts = desk.accounts(&employer_id).await;
        let balances: i64 = accounts.iter().map(|account| account["balance_fen"].as_i64().unwrap()).sum();
        assert_eq!(balances, expected, "{status}");
        test.keep_books().await;
        test.prove().await;
    }

    /// Money for October, a roster that brings half of the people over in the reverse order, and a
    /// sealing of the others: all over the same accounts, and none of them stands in another's way.
    async fn posting_sealing_and_bringing_over_the_same_accounts(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let second = colleague(&test, "guiji2", "collection_clerk").await;
        for round in 0..12 {
            let both = Leaving::of(&desk, round).await;
            let answers = at_once([
                post(&desk.accountant, "/api/arrivals", &desk.exact_wire(&format!("B-{round}"), &both.october)),
                post(&desk.clerk, &both.confirmation(), &Value::Null),
                post(&second, "/api/sealings", &sealing(&both.old, &both.staying)),
            ]).await;
            for answer in &answers {
                answer.expect(201);
            }
            assert_eq!(answers[0].json()["outcome"], "posted", "{}", answers[0].text());
            let here = desk.accounts(&both.old).await;
            let there = desk.accounts(&both.new).await;
            assert_eq!((here.len(), there.len()), (both.staying.len(), both.leaving.len()));
            assert!(here.iter().all(|account| account["status"] == "sealed"), "{here:?}");
            assert!(there.iter().all(|account| account["status"] == "normal"), "{there:?}");
            let balances = here.iter().chain(&there).map(|account| account["balance_fen"].as_i64().unwrap());
            assert_eq!(balances.sum::<i64>(), both.october["expected_fen"].as_i64().unwrap());
        }
        test.keep_books().await;
        test.prove().await;
    }
}

/// An employer whose October is assessed and half of whose people, sealed from November on, stand in
/// another's roster, in the reverse order of their accounts.
struct Leaving {
    old: String,
    new: String,
    october: Value,
    leaving: Vec<Value>,
    staying: Vec<Value>,
    roster: Value,
}

impl Leaving {
    async fn of(desk: &Desk, round: u16) -> Leaving {
        const PEOPLE: usize = 20;
        let number = u32::from(round) * 2;
        let (old, new) = (
            desk.employer(number + 1, "2026-10").await,
            desk.employer(number + 2, MONTH).await,
        );
        let people: Vec<Person> = (0..20).map(|n| person(round * 20 + n + 1)).collect();
        let october = desk.assess(&old, "2026-10", &people).await;
        let numbers = desk.accounts(&old).await;
        let mut leaving: Vec<Value> = numbers.iter().map(|a| a["account_no"].clone()).collect();
        let staying = leaving.split_off(PEOPLE / 2);
        let sealed = sealing(&old, &leaving);
        desk.clerk.post("/api/sealings", &sealed).await.expect(201);
        let mut gone = people[..PEOPLE / 2].to_vec();
        gone.reverse();
        let roster = desk.preview(&new, MONTH, workbook(&gone)).await;
        assert_eq!(roster["transferred_accounts"], 10, "{roster}");
        Leaving {
            old,
            new,
            october,
            leaving,
            staying,
            roster,
        }
    }

    fn confirmation(&self) -> String {
        format!("/api/rosters/{}/confirm", text(&self.roster["roster_id"]))
    }
}

/// Sealing these accounts from November on.
fn sealing(employer_id: &str, accounts: &[Value]) -> Value {
    json!({
        "employer_id": employer_id, "from_month": MONTH, "reason": "moved",
        "members": { "accounts": accounts },
    })
}

/// Two acts over the same accounts wait for each other, and never both: each locks the accounts in
/// the order of their numbers, whatever order its file had. An account in the middle is held until
/// both have come to it, so that each would have what the other wants next.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acts_lock_accounts_in_the_order_of_their_numbers() {
    let Some(test) = TestCentre::on(On::Postgres).await else {
        return;
    };
    let desk = Desk::of(&test).await;
    let holder = Behind::open(&test.backend).await;
    // Another connection: within a transaction what others do is read once.
    let watcher = Behind::open(&test.backend).await;
    let both = Leaving::of(&desk, 0).await;
    let middle = text(&both.leaving[both.leaving.len() / 2]);
    let held = format!("BEGIN; SELECT 1 FROM account WHERE account_no = {middle} FOR UPDATE");
    holder.batch(&held).await;
    let wire = desk.exact_wire("B-1", &both.october);
    let acts = [
        tokio::spawn(post(&desk.accountant, "/api/arrivals", &wire)),
        tokio::spawn(post(&desk.clerk, &both.confirmation(), &Value::Null)),
    ];
    let waiting = "SELECT CAST(COUNT(*) AS TEXT) FROM pg_stat_activity \
                    WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let both_wait = async {
        while watcher.text(waiting).await != "2" {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let waited = tokio::time::timeout(Duration::from_secs(20), both_wait).await;
    waited.expect("both come to the account that is held");
    holder.batch("COMMIT").await;
    for act in acts {
        act.await.unwrap().expect(201);
    }
    test.keep_books().await;
    test.prove().await;
}
