//! People in motion over the wire: `/api/sealings`, `/api/transfer-cases`.

use serde_json::{Value, json};

use super::job::has;
use crate::desk::{Desk, staff, text, workbook};
use crate::support::{Client, TestCentre};

/// Someone of the first employer stands in the second's roster: that roster.
pub(crate) async fn wanted(desk: &Desk) -> Value {
    let (old, new) = (
        desk.employer(71, "2026-10").await,
        desk.employer(72, "2026-10").await,
    );
    let october = desk.assess(&old, "2026-10", &staff(51, 52)).await;
    desk.pay("B-1", &october).await;
    let elsewhere = desk.assess(&new, "2026-10", &staff(61, 61)).await;
    desk.pay("B-2", &elsewhere).await;
    let both = [staff(52, 52), staff(61, 61)].concat();
    desk.preview(&new, "2026-11", workbook(&both)).await
}

/// The one case opened for a roster.
pub(crate) async fn opened(desk: &Desk, roster: &Value) -> Value {
    let path = format!("/api/rosters/{}/transfer-cases", text(&roster["roster_id"]));
    let opened = desk.clerk.post(&path, &Value::Null).await.expect(201);
    assert_eq!(opened["opened"], 1);
    let cases = desk
        .clerk
        .get("/api/transfer-cases?status=waiting")
        .await
        .expect(200);
    cases["items"][0].clone()
}

fn sealing(employer_id: &Value, members: &Value) -> Value {
    json!({
        "employer_id": employer_id, "from_month": "2026-11", "reason": "terminated",
        "members": members,
    })
}

async fn account(client: &Client, account_no: &Value) -> Value {
    let path = format!("/api/accounts/{}", text(account_no));
    client.get(&path).await.expect(200)
}

testkit::both! {
    async fn whoever_a_roster_leaves_out_is_sealed_and_the_rest_is_remitted(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, "2026-10").await;
        let october = desk.assess(&employer_id, "2026-10", &staff(1, 3)).await;
        desk.pay("B-1", &october).await;
        let roster = desk.preview(&employer_id, "2026-11", workbook(&staff(1, 2))).await;
        assert_eq!(roster["missing_members"], 1);
        let asked = sealing(&json!(employer_id), &json!({ "missing_from": roster["roster_id"] }));
        desk.accountant.post("/api/sealings", &asked).await.refused(403, "action_forbidden");
        desk.clerk.post("/api/sealings", &asked).await.expect(201);
        desk.clerk.post("/api/sealings", &asked).await.refused(422, "nobody_to_seal");
        let confirmed = desk.confirm(&roster).await.expect(201);
        let november = desk.remittance(&text(&confirmed["remittance_id"])).await;
        desk.pay("B-2", &november).await;

        let gone = desk.accounts(&employer_id).await[2].clone();
        let gone = account(&desk.clerk, &gone["account_no"]).await;
        has(&gone, &json!({ "status": "sealed", "sealed_from": "2026-11", "months_owed": 0 }));
        let changes = format!("/api/accounts/{}/changes", text(&gone["account_no"]));
        let changes = desk.clerk.get(&changes).await.expect(200);
        assert_eq!(changes["items"][0]["kind"], "sealed");
        // Someone sealed already can't be sealed again, and keeps the other from it.
        let numbers: Vec<Value> =
            desk.accounts(&employer_id).await.iter().map(|a| a["account_no"].clone()).collect();
        let again = sealing(&json!(employer_id), &json!({ "accounts": numbers[1..] }));
        let refused = desk.clerk.post("/api/sealings", &again).await;
        assert_eq!((refused.status.as_u16(), refused.code()), (409, "sealing_refused".to_owned()));
        let found = refused.json()["findings"].as_array().unwrap().clone();
        let codes: Vec<String> = found.iter().map(|finding| text(&finding["code"])).collect();
        assert_eq!(codes, ["month_paid", "account_not_contributing"]);
        test.keep_books().await;
        test.prove().await;
    }

    async fn who_works_elsewhere_comes_over_once_the_old_employer_has_sealed(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let roster = wanted(&desk).await;
        assert_eq!(roster["can"], json!(["discard", "transfer", "export"]));
        let case = opened(&desk, &roster).await;
        has(&case, &json!({ "status": "waiting", "month": "2026-11", "due_on": "2026-11-17" }));
        assert!(text(&case["serial"]).starts_with("ZY"), "{case}");
        let again = format!("/api/rosters/{}/transfer-cases", text(&roster["roster_id"]));
        desk.clerk.post(&again, &Value::Null).await.refused(409, "nobody_to_transfer");

        let asked = sealing(&case["old"]["employer_id"], &json!({ "accounts": [case["account_no"]] }));
        let path = format!("/api/transfer-cases/{}", text(&case["case_id"]));
        // Who asked for somebody doesn't let them go.
        let refused = desk.clerk.post("/api/sealings", &asked).await;
        refused.refused(409, "sealing_refused");
        assert_eq!(refused.json()["findings"][0]["code"], "transfer_same_person");
        has(&desk.clerk.get(&path).await.expect(200), &json!({ "can": ["withdraw", "notify"] }));
        let reviewer = test.sign_in("fuhe").await;
        has(&reviewer.get(&path).await.expect(200), &json!({ "can": ["decline", "seal", "notify"] }));
        reviewer.post("/api/sealings", &asked).await.expect(201);
        let ended = desk.clerk.get(&path).await.expect(200);
        has(&ended, &json!({ "status": "sealed", "can": [] }));
        let new = text(&roster["employer_id"]);
        let both = [staff(52, 52), staff(61, 61)].concat();
        let roster = desk.preview(&new, "2026-11", workbook(&both)).await;
        has(&roster, &json!({ "faulty_rows": 0, "transferred_accounts": 1 }));
        let confirmed = desk.confirm(&roster).await.expect(201);
        let remittance = desk.remittance(&text(&confirmed["remittance_id"])).await;
        desk.pay("B-3", &remittance).await;
        let moved = account(&desk.clerk, &case["account_no"]).await;
        has(&moved, &json!({ "employer_id": new, "status": "normal", "first_month": "2026-11" }));
        test.keep_books().await;
        test.prove().await;
    }

    async fn a_case_is_withdrawn_declined_and_forced_by_those_who_may(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let reviewer = test.sign_in("fuhe").await;
        let roster = wanted(&desk).await;
        let end = |case: &Value, verb: &str| format!("/api/transfer-cases/{}/{verb}", text(&case["case_id"]));
        let reason = json!({ "reason": "职工放弃入职" });
        let first = opened(&desk, &roster).await;
        reviewer.post(&end(&first, "withdraw"), &reason).await.refused(403, "action_forbidden");
        desk.clerk.post(&end(&first, "withdraw"), &json!({ "reason": " " })).await.refused(422, "reason_invalid");
        desk.clerk.post(&end(&first, "withdraw"), &reason).await.expect(204);

        let second = opened(&desk, &roster).await;
        desk.clerk.post(&end(&second, "decline"), &reason).await.refused(403, "action_forbidden");
        reviewer.post(&end(&second, "decline"), &reason).await.expect(204);
        reviewer.post(&end(&second, "decline"), &reason).await.refused(409, "transfer_not_waiting");

        let third = opened(&desk, &roster).await;
        let proof = reviewer.upload("termination.pdf", b"%PDF-1.7".to_vec()).await;
        let force = json!({ "proof": proof, "reason": "已提交解除劳动合同证明" });
        reviewer.post(&end(&third, "force"), &force).await.refused(409, "transfer_not_due");
        test.prove().await;
    }
}
