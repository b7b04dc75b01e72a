//! Money in motion over the wire: `/api/suspense/{id}`, `/api/allocations`, `/api/recoveries`.

use serde_json::{Value, json};

use super::job::{self, Desks, arrival, has, text};
use crate::support::{Client, TestCentre};

/// A wire of so many fen with a payment code.
async fn wired(accountant: &Client, fen: i64, code: Option<&str>) -> Value {
    let wire = arrival(accountant, fen, code).await;
    accountant.post("/api/arrivals", &wire).await.expect(201)
}

/// The one row of a list.
async fn only(client: &Client, path: &str) -> Value {
    let list = client.get(path).await.expect(200);
    assert_eq!(list["count"]["value"], 1, "{path}: {list}");
    list["items"][0].clone()
}

testkit::both! {
    async fn too_little_is_topped_up_and_what_is_over_is_offered_next_month(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let employer_id = job::employer(&test, &desks.clerk).await;
        let remittance = job::remittance(&desks.clerk, &employer_id, &[(1, 5_000)]).await;
        let expected = remittance["expected_fen"].as_i64().unwrap();
        let code = remittance["payment_code"].as_str();
        let short = wired(&desks.accountant, expected - 100, code).await;
        has(&short, &json!({ "outcome": "suspense", "remittance_id": null }));
        let id = text(&remittance["remittance_id"]);
        let path = format!("/api/remittances/{id}");
        let shown = desks.accountant.get(&path).await.expect(200);
        has(&shown, &json!({ "waiting_fen": expected - 100, "can": ["allocate"] }));
        let row = only(&desks.accountant, "/api/suspense?status=waiting").await;
        assert_eq!(row["owner"]["employer_id"], employer_id.as_str());

        let over = wired(&desks.accountant, 350, code).await;
        has(&over, &json!({ "outcome": "posted", "remittance_id": id }));
        assert_eq!(over["reason"]["code"], "amount_over");
        let row = only(&desks.accountant, "/api/suspense?status=waiting").await;
        has(&row, &json!({ "amount_fen": 250, "left_fen": 250 }));
        let shown = desks.accountant.get(&path).await.expect(200);
        assert_eq!(shown["fundings"].as_array().unwrap().len(), 2);
        test.keep_books().await;
        test.prove().await;
    }

    async fn an_unmatched_wire_is_allocated_in_part_and_the_rest_goes_back(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let employer_id = job::employer(&test, &desks.clerk).await;
        let remittance = job::remittance(&desks.clerk, &employer_id, &[(1, 5_000)]).await;
        let expected = remittance["expected_fen"].as_i64().unwrap();
        let waits = wired(&desks.accountant, expected + 500, None).await;
        let item = format!("/api/suspense/{}", text(&waits["suspense_id"]));
        let candidates = format!("{item}/candidates");
        let offered = desks.accountant.get(&candidates).await.expect(200);
        has(&offered["items"][0], &json!({
            "remittance_id": remittance["remittance_id"],
            "is_owner": false, "is_payer": true, "is_exact": false,
        }));

        let line = |fen: i64| json!({ "lines": [{
            "suspense_id": waits["suspense_id"],
            "remittance_id": remittance["remittance_id"],
            "amount_fen": fen,
        }]});
        let answer = desks.accountant.post("/api/allocations", &line(expected - 1)).await;
        answer.refused(422, "allocation_not_exact");
        desks.clerk.post("/api/allocations", &line(expected)).await.refused(403, "action_forbidden");
        let done = desks.accountant.post("/api/allocations", &line(expected)).await.expect(201);
        assert_eq!(done["remittance_ids"], json!([remittance["remittance_id"]]));

        let back = json!({
            "amount_fen": 500, "bank_serial": "TK-1", "value_date": "2026-11-02",
            "reason": "多付退回",
        });
        desks.accountant.post(&format!("{item}/return"), &back).await.expect(200);
        let again = desks.accountant.post(&format!("{item}/return"), &back).await;
        again.refused(409, "suspense_settled");
        let movements = desks.accountant.get(&format!("{item}/movements")).await.expect(200);
        let kinds: Vec<&Value> = movements["items"].as_array().unwrap().iter().map(|m| &m["kind"]).collect();
        assert_eq!(kinds, ["allocated", "returned"]);
        test.keep_books().await;
        test.prove().await;
    }

    async fn what_the_bank_takes_back_is_recovered_from_the_employer(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (remittance, outcome) = job::paid(&test, &desks).await;
        let expected = remittance["expected_fen"].as_i64().unwrap();
        let path = format!("/api/arrivals/{}/take-back", text(&outcome["arrival_id"]));
        let advice = json!({ "bank_serial": "CZ-1", "value_date": "2026-11-02", "reason": "错账冲正" });
        desks.clerk.post(&path, &advice).await.refused(403, "action_forbidden");
        let taken = desks.accountant.post(&path, &advice).await.expect(200);
        has(&taken, &json!({ "from_suspense_fen": 0 }));
        let open = only(&desks.accountant, "/api/recoveries?status=open").await;
        has(&open, &json!({ "recovery_id": taken["recovery_id"], "left_fen": expected }));
        assert_eq!(open["owner"]["employer_name"], remittance["employer_name"]);

        let mut again = arrival(&desks.accountant, expected, None).await;
        again["bank_serial"] = json!("AGAIN-1");
        let again = desks.accountant.post("/api/arrivals", &again).await.expect(201);
        let recover = format!("/api/recoveries/{}/recover", text(&taken["recovery_id"]));
        let with = json!({ "suspense_id": again["suspense_id"], "amount_fen": expected });
        desks.accountant.post(&recover, &with).await.expect(200);
        desks.accountant.post(&recover, &with).await.refused(409, "recovery_done");
        let sums = desks.accountant.get("/api/recoveries/totals").await.expect(200);
        assert_eq!(sums, json!({ "amount_fen": expected, "left_fen": 0 }));
        test.keep_books().await;
        test.prove().await;
    }
}
