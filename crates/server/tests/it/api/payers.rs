//! `/api/payers`: who pays for employers, and what their money is offered for.

use kernel::CreditCode;
use serde_json::{Value, json};

use super::job::{self, Desks, arrival, has, registration, text};
use crate::support::{Client, TestCentre};

fn credit_code(nth: u16) -> String {
    let code = CreditCode::compose(&format!("115199000000{nth:05}"));
    code.unwrap().as_str().to_owned()
}

/// The treasury as who pays for these employers.
pub(crate) fn treasury(employers: &[&str]) -> Value {
    let from = |id: &&str| json!({ "employer_id": id, "first_day": "2026-01-01" });
    json!({
        "name": "安居市财政局（国库）", "kind": "fiscal", "credit_code": credit_code(1),
        "account_number": "5199 0000 1111 2222", "basis": "安财库〔2026〕3号",
        "employers": employers.iter().map(from).collect::<Vec<_>>(),
    })
}

/// Another employer, alike.
async fn another_employer(test: &TestCentre, clerk: &Client) -> String {
    let mut second = registration(test);
    second["name"] = json!("安居市第二中学");
    second["credit_code"] = json!(credit_code(2));
    let answer = clerk.post("/api/employers", &second).await.expect(201);
    text(&answer["employer_id"])
}

testkit::both! {
    async fn one_wire_of_the_treasury_is_split_over_the_employers_it_pays_for(test: TestCentre) {
        let Desks { clerk, accountant } = Desks::of(&test).await;
        let first = job::employer(&test, &clerk).await;
        let second = another_employer(&test, &clerk).await;
        let new = treasury(&[&first, &second]);
        clerk.post("/api/payers", &new).await.refused(403, "action_forbidden");
        let payer = accountant.post("/api/payers", &new).await.expect(201);
        accountant.post("/api/payers", &new).await.refused(409, "payer_account_exists");
        let list = clerk.get("/api/payers?kind=fiscal").await.expect(200);
        has(&list["items"][0], &json!({
            "payer_id": payer["payer_id"], "employers": 2, "status": "paying", "can": [],
            "account_number": "5199********2222",
        }));
        let sums = clerk.get("/api/payers/totals").await.expect(200);
        assert_eq!(sums, json!({ "employers": 2 }));

        let dues = [
            job::remittance(&clerk, &first, &[(1, 5_000)]).await,
            job::remittance(&clerk, &second, &[(2, 6_000), (3, 7_000)]).await,
        ];
        let amounts = dues.each_ref().map(|due| due["expected_fen"].as_i64().unwrap());
        let mut wire = arrival(&accountant, amounts.iter().sum(), None).await;
        wire["payer_name"] = json!("安居市财政局(国库)");
        wire["payer_account"] = json!("5199000011112222");
        let waits = accountant.post("/api/arrivals", &wire).await.expect(201);
        has(&waits, &json!({ "outcome": "suspense" }));
        let path = format!("/api/suspense/{}/candidates", text(&waits["suspense_id"]));
        let offered = accountant.get(&path).await.expect(200);
        assert_eq!(offered["is_split"], true);
        for (row, due) in offered["items"].as_array().unwrap().iter().zip(&dues) {
            has(row, &json!({ "remittance_id": due["remittance_id"], "is_paid_for": true }));
        }
        let lines: Vec<Value> = dues.iter().zip(amounts).map(|(due, amount)| json!({
            "suspense_id": waits["suspense_id"],
            "remittance_id": due["remittance_id"],
            "amount_fen": amount,
        })).collect();
        accountant.post("/api/allocations", &json!({ "lines": lines })).await.expect(201);
        for due in &dues {
            let path = format!("/api/remittances/{}", text(&due["remittance_id"]));
            let shown = clerk.get(&path).await.expect(200);
            has(&shown["fundings"][0], &json!({
                "payer_name": "安居市财政局(国库)", "paid_by": "registered",
            }));
        }
        test.keep_books().await;
        test.prove().await;
    }

    async fn what_a_payer_pays_for_is_changed_and_ended(test: TestCentre) {
        let Desks { clerk, accountant } = Desks::of(&test).await;
        let first = job::employer(&test, &clerk).await;
        let second = another_employer(&test, &clerk).await;
        let payer = accountant.post("/api/payers", &treasury(&[&first])).await.expect(201);
        let path = format!("/api/payers/{}", text(&payer["payer_id"]));
        has(&accountant.get(&path).await.expect(200), &json!({ "can": ["change", "end"] }));
        let rows = accountant.get(&format!("{path}/arrangements")).await.expect(200);
        let change = json!({
            "basis": "安财库〔2026〕9号",
            "end": [{
                "arrangement_id": rows["items"][0]["arrangement_id"], "last_day": "2026-11-01",
            }],
            "add": [{
                "employer_id": second, "first_day": "2026-11-02", "last_day": "2026-12-31",
            }],
        });
        let changing = format!("{path}/change");
        clerk.post(&changing, &change).await.refused(403, "action_forbidden");
        accountant.post(&changing, &change).await.expect(204);
        accountant.post(&changing, &change).await.refused(409, "arrangement_ended");
        let stands = format!("{path}/arrangements?stands=true");
        let rows = accountant.get(&stands).await.expect(200);
        assert_eq!(rows["count"]["value"], 1);
        has(&rows["items"][0], &json!({
            "employer_id": second, "last_day": "2026-12-31", "can_end": true,
        }));
        let nothing = json!({ "basis": "x", "end": [], "add": [] });
        accountant.post(&changing, &nothing).await.refused(422, "payer_change_empty");
        let ending = format!("{path}/end");
        accountant.post(&ending, &json!({ "reason": "国库改革" })).await.expect(204);
        accountant.post(&ending, &json!({ "reason": "国库改革" })).await.refused(409, "payer_ended");
        accountant.post(&changing, &change).await.refused(409, "payer_ended");
        has(&accountant.get(&path).await.expect(200), &json!({ "status": "ended", "can": [] }));
        test.prove().await;
    }
}
