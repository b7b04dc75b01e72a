//! `/api/arrivals` and `/api/suspense`.

use serde_json::{Value, json};

use super::job::{self, Desks, arrival, has, text};
use crate::support::TestCentre;

testkit::both! {
    async fn the_exact_amount_under_its_code_posts_the_remittance(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (remittance, outcome) = job::paid(&test, &desks).await;
        assert_eq!(outcome["remittance_id"], remittance["remittance_id"]);
        has(&outcome, &json!({ "people": 3, "people_left": 0 }));
        assert_eq!(outcome["reason"], Value::Null);
        let list = desks.accountant.get("/api/arrivals?status=posted").await.expect(200);
        let shown = &list["items"][0];
        assert_eq!(shown["arrival_id"], outcome["arrival_id"]);
        assert_eq!(shown["remittance_id"], remittance["remittance_id"]);
        assert_eq!(shown["voucher_id"], outcome["voucher_ids"][0]);
        assert_eq!(shown["payer_account"], "6222********2222");
        let sums = desks.accountant.get("/api/arrivals/totals?value_date.from=2026-11-01").await;
        assert_eq!(sums.expect(200), json!({ "amount_fen": remittance["expected_fen"] }));
        let id = text(&remittance["remittance_id"]);
        let posted = desks.clerk.get(&format!("/api/remittances/{id}")).await.expect(200);
        has(&posted, &json!({ "status": "posted", "posted_on": "2026-11-02" }));
        assert_eq!(posted["fundings"][0]["arrival_id"], outcome["arrival_id"]);
        test.keep_books().await;
        test.prove().await;
    }

    async fn money_that_fits_nothing_waits_and_says_why(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let employer_id = job::employer(&test, &desks.clerk).await;
        let remittance = job::remittance(&desks.clerk, &employer_id, &[(1, 5_000)]).await;
        let expected = remittance["expected_fen"].as_i64().unwrap();
        let code = remittance["payment_code"].as_str();
        let short = arrival(&desks.accountant, expected - 1, code).await;
        let outcome = desks.accountant.post("/api/arrivals", &short).await.expect(201);
        has(&outcome, &json!({ "outcome": "suspense", "remittance_id": null }));
        assert!(outcome["reason"]["sentence"].is_string(), "{outcome}");
        let none = arrival(&desks.accountant, 5_000, None).await;
        desks.accountant.post("/api/arrivals", &none).await.expect(201);

        let waiting = desks.accountant.get("/api/suspense?status=waiting").await.expect(200);
        assert_eq!(waiting["count"]["value"], 2);
        let first = &waiting["items"][1];
        has(first, &json!({ "suspense_id": outcome["suspense_id"], "age_days": 0 }));
        assert_eq!(first["reason"], outcome["reason"]);
        let sums = desks.accountant.get("/api/suspense/totals").await.expect(200);
        let sum = expected - 1 + 5_000;
        assert_eq!(sums, json!({ "amount_fen": sum, "left_fen": sum }));
    }

    async fn a_wire_is_recorded_once(test: TestCentre) {
        let accountant = test.sign_in("kuaiji").await;
        let wire = arrival(&accountant, 5_000, None).await;
        let send = async || accountant.post_with_key("/api/arrivals", &wire, "wire-key-1").await;
        assert_eq!(send().await.expect(201), send().await.expect(201));
        let twice = accountant.post("/api/arrivals", &wire).await;
        twice.refused(409, "arrival_recorded_twice");
        let list = accountant.get("/api/arrivals").await.expect(200);
        assert_eq!(list["count"]["value"], 1);
        // It leads to the one that stands in its way.
        let recorded = &list["items"][0];
        let see = json!({ "kind": "arrival", "id": recorded["arrival_id"], "label": recorded["serial"] });
        assert_eq!(twice.json()["see"], see);
    }

    async fn a_wire_that_cannot_be_is_refused_field_by_field(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let mut wire = arrival(&desks.accountant, 5_000, None).await;
        wire["amount_fen"] = json!(0);
        wire["value_date"] = json!("2026-11-03");
        let answer = desks.accountant.post("/api/arrivals", &wire).await;
        answer.refused(422, "arrival_invalid");
        let problem = answer.json();
        let fields: Vec<&Value> =
            problem["findings"].as_array().unwrap().iter().map(|one| &one["field"]).collect();
        assert_eq!(fields, [&json!("amount_fen"), &json!("value_date")]);
        wire["amount_fen"] = json!("100");
        desks.accountant.post("/api/arrivals", &wire).await.refused(422, "body_invalid");
        let sound = arrival(&desks.accountant, 5_000, None).await;
        desks.clerk.post("/api/arrivals", &sound).await.refused(403, "action_forbidden");
    }
}
