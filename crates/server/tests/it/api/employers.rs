//! `/api/employers`.

use serde_json::json;

use super::approvals;
use super::job::{self, MONTH, credit_code, has, registration, text};
use crate::support::{Client, TestCentre};

/// An employer that has another address now.
pub(super) async fn moved_house(clerk: &Client, id: &str) {
    let moved = json!({ "seen": 0, "basis": "单位来函", "address": "安居市解放路9号" });
    let path = format!("/api/employers/{id}/changes");
    clerk.post(&path, &moved).await.expect(201);
}

testkit::both! {
    async fn an_employer_is_registered_found_and_shown(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let body = registration(&test);
        let registered = clerk.post("/api/employers", &body).await.expect(201);
        let (id, number) = (text(&registered["employer_id"]), text(&registered["employer_no"]));

        for query in [
            format!("employer_no={number}"),
            "name.contains=第一".to_owned(),
            format!("credit_code={}&status=opened", credit_code()),
        ] {
            let list = clerk.get(&format!("/api/employers?{}", encoded(&query))).await.expect(200);
            assert_eq!(list["count"], json!({ "value": 1, "exact": true }), "{query}");
            assert_eq!(list["items"][0]["employer_id"], id.as_str(), "{query}");
            assert_eq!(list["items"][0]["can"], json!(["change", "upload_roster"]), "{query}");
        }
        let none = clerk.get("/api/employers?status=closed").await.expect(200);
        assert_eq!(none["items"], json!([]));
        let sums = clerk.get("/api/employers/totals").await.expect(200);
        assert_eq!(sums, json!({ "balance_fen": 0, "people": 0, "sealed_people": 0 }));

        let employer = clerk.get(&format!("/api/employers/{id}")).await.expect(200);
        for field in ["name", "credit_code", "address", "payday", "employer_rate_ppb"] {
            assert_eq!(employer[field], body[field], "{field}");
        }
        assert_eq!(employer["opened_on"], "2026-11-02");
        assert_eq!(employer["paid_through"], json!(null));
        assert_eq!((&employer["next_month"], &employer["next_month_refused"]), (&json!(MONTH), &json!(null)));
        let months = clerk.get(&format!("/api/employers/{id}/months")).await.expect(200);
        assert_eq!(months["items"], json!([]), "nothing has fallen due");
    }

    async fn people_of_an_employer_are_shown_masked(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let body = registration(&test);
        let id = job::employer(&test, &clerk).await;
        let answer = clerk.get(&format!("/api/employers/{id}")).await;
        let shown = answer.text();
        for person in ["legal_person", "agent"] {
            let number = body[person]["id_number"].as_str().unwrap();
            assert!(!shown.contains(number), "{person}");
        }
        assert!(!shown.contains("19900000001"));
        assert_eq!(answer.json()["agent"]["id_kind"], "resident_id");
    }

    async fn everything_wrong_with_a_registration_is_told_at_once(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let mut body = registration(&test);
        body["credit_code"] = json!("91519900MA0000001");
        body["payday"] = json!(32);
        body["agent"]["mobile"] = json!("123");
        let answer = clerk.post("/api/employers", &body).await;
        answer.refused(422, "employer_invalid");
        let problem = answer.json();
        let findings = problem["findings"].as_array().unwrap();
        assert_eq!(findings.len(), 3, "{findings:?}");
        assert!(findings.iter().all(|finding| finding["sentence"].is_string()));
    }

    async fn one_key_registers_once_and_takes_no_other_content(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let mut body = registration(&test);
        let first = clerk.post_with_key("/api/employers", &body, "one-key-0001").await.expect(201);
        let again = clerk.post_with_key("/api/employers", &body, "one-key-0001").await.expect(201);
        assert_eq!(first, again);
        clerk.post("/api/employers", &body).await.refused(409, "employer_exists");
        body["payday"] = json!(24);
        let other = clerk.post_with_key("/api/employers", &body, "one-key-0001").await;
        other.refused(409, "idempotency_key_reused");
        let short = clerk.post_with_key("/api/employers", &body, "short").await;
        short.refused(422, "idempotency_key_invalid");
    }

    async fn a_branch_s_clerk_registers_for_its_own_branch(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let mut body = registration(&test);
        body["branch_id"] = json!(test.branches[1]);
        clerk.post("/api/employers", &body).await.refused(403, "action_forbidden");
    }

    async fn a_paid_month_shows_on_the_employer(test: TestCentre) {
        let desks = job::Desks::of(&test).await;
        let (remittance, _) = job::paid(&test, &desks).await;
        let id = text(&remittance["employer_id"]);
        let employer = desks.clerk.get(&format!("/api/employers/{id}")).await.expect(200);
        assert_eq!(employer["paid_through"], MONTH);
        // The page offers the next month and says beforehand what an upload would be told.
        assert_eq!(employer["next_month"], "2026-12");
        assert_eq!(employer["next_month_refused"]["code"], "month_ahead");
        has(&employer, &json!({ "people": 3, "months_owed": 0 }));
        assert_eq!(employer["balance_fen"], remittance["expected_fen"]);
        let months = desks.clerk.get(&format!("/api/employers/{id}/months")).await.expect(200);
        let expected = json!([{
            "month": MONTH, "status": "paid", "remittance_id": remittance["remittance_id"],
            "people": 3, "amount_fen": remittance["expected_fen"], "waiting_fen": 0,
        }]);
        assert_eq!(months["items"], expected);
        let sums = desks.clerk.get("/api/employers/totals").await.expect(200);
        assert_eq!(sums, json!({
            "balance_fen": remittance["expected_fen"], "people": 3, "sealed_people": 0,
        }));
    }
}

/// Chinese in a query, as a browser sends it.
fn encoded(query: &str) -> String {
    let encode = |byte: u8| match byte {
        0x21..=0x7e => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    query.bytes().map(encode).collect()
}

testkit::both! {
    async fn an_employer_s_timeline_tells_its_life_to_who_may_see_it(test: TestCentre) {
        let desks = job::Desks::of(&test).await;
        let (remittance, _) = job::paid(&test, &desks).await;
        let id = text(&remittance["employer_id"]);
        let path = format!("/api/employers/{id}/timeline");
        let page = desks.clerk.get(&path).await.expect(200);
        let items = page["items"].as_array().unwrap();
        let kinds: Vec<&str> = items.iter().map(|item| item["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["posted", "assessed", "registered"]);
        assert_eq!(items[0]["remittance_id"], remittance["remittance_id"]);
        assert_eq!(items[0]["amount_fen"], remittance["expected_fen"]);
        assert!(items[0]["sentence"].as_str().unwrap().starts_with(&format!("{MONTH} 汇缴入账，3 人")));
        assert!(items.iter().all(|item| item["by"].is_string()), "{items:?}");

        // By pages, one after the other, nothing is lost and nothing twice.
        let (mut told, mut after) = (Vec::new(), String::new());
        loop {
            let page = desks.clerk.get(&format!("{path}?limit=1{after}")).await.expect(200);
            told.extend(page["items"].as_array().unwrap().iter().cloned());
            let Some(next) = page["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        assert_eq!(&told, items);
        let posted = desks.clerk.get(&format!("{path}?kind=posted")).await.expect(200);
        assert_eq!(posted["count"]["value"], 1);

        // A stranger's branch sees nothing; who reads employers alone isn't told of money.
        let other = test.hire("andong", "collection_clerk", test.branches[1]).await;
        other.get(&path).await.refused(403, "action_forbidden");
        test.role("looking_on", &["employer.read"]).await;
        let onlooker = test.hire("pangguan", "looking_on", test.branches[0]).await;
        let seen = onlooker.get(&path).await.expect(200);
        assert_eq!(seen["count"]["value"], 1);
        assert_eq!(seen["items"][0]["kind"], "registered");
    }
}

testkit::both! {
    /// The clerk asks, the reviewer of the branch approves, and it is done as the clerk's.
    async fn an_employer_is_changed_by_two_people(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let id = job::employer(&test, &clerk).await;
        approvals::step_decides(&test, "employer.change", "collection_reviewer").await;
        let one = format!("/api/employers/{id}");
        let path = format!("{one}/changes");
        let before = clerk.get(&one).await.expect(200);
        let renamed = json!({
            "seen": before["change_count"], "basis": "营业执照变更登记", "name": "安居第一重型机械厂",
            "agent": { "mobile": "13900139000" },
        });
        let asked = clerk.post_with_key(&path, &renamed, "rename-0001").await.expect(202);
        let again = clerk.post_with_key(&path, &renamed, "rename-0001").await.expect(202);
        assert_eq!(asked, again, "one key asks once");
        clerk.post(&path, &renamed).await.refused(409, "approval_pending");
        assert_eq!(clerk.get(&one).await.expect(200)["name"], before["name"], "nothing is done yet");
        let approval = format!("/api/approvals/{}", text(&asked["approval_id"]));
        let shown = clerk.get(&approval).await.expect(200);
        let summary = shown["summary"].as_str().unwrap();
        assert!(summary.contains("单位名称由") && summary.contains("安居第一重型机械厂"), "{summary}");
        assert!(summary.contains("139****9000") && !summary.contains("13900139000"), "{summary}");
        has(&shown, &json!({ "subject_kind": "employer", "subject_id": id, "amount_fen": null }));

        let approve = format!("{approval}/approve");
        clerk.post(&approve, &json!({})).await.refused(403, "action_forbidden");
        let elsewhere = test.hire("fuhe-2", "collection_reviewer", test.branches[1]).await;
        elsewhere.post(&approve, &json!({})).await.refused(403, "approval_not_yours");
        let reviewer = test.sign_in("fuhe").await;
        let decided = reviewer.post(&approve, &json!({})).await.expect(200);
        assert_eq!(decided["status"], "done");

        let after = clerk.get(&one).await.expect(200);
        has(&after, &json!({ "name": "安居第一重型机械厂", "change_count": 1 }));
        assert_eq!(after["agent"]["mobile"], "139****9000");
        let changes = reviewer.get(&path).await.expect(200);
        let changed = changes["items"].as_array().unwrap();
        assert_eq!(changed.len(), 2);
        has(&changed[0], &json!({
            "change_no": 1, "field": "name", "before": before["name"],
            "after": "安居第一重型机械厂", "basis": "营业执照变更登记", "made_by_name": "李敏",
        }));
        has(&changed[1], &json!({ "field": "agent_mobile", "after": "139****9000" }));
        let timeline = clerk.get(&format!("{one}/timeline?kind=changed")).await.expect(200);
        assert_eq!(timeline["items"][0]["sentence"], "变更单位名称、经办人手机号码（营业执照变更登记）");
        // Whoever opened the page before looks again.
        clerk.post(&path, &renamed).await.refused(409, "employer_changed");
        test.keep_books().await;
        test.prove().await;
    }

    /// What somebody else did to the credit code between asking and approving.
    async fn a_change_that_can_not_be_done_any_more_ends_refused(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let id = job::employer(&test, &clerk).await;
        approvals::step_decides(&test, "employer.change", "collection_reviewer").await;
        let path = format!("/api/employers/{id}/changes");
        let code = kernel::CreditCode::compose("91519900MA1B2C3D4").unwrap();
        let taken = json!({ "seen": 0, "basis": "更正", "credit_code": code.as_str() });
        let asked = clerk.post(&path, &taken).await.expect(202);
        let mut other = registration(&test);
        other["credit_code"] = json!(code.as_str());
        clerk.post("/api/employers", &other).await.expect(201);
        let approve = format!("/api/approvals/{}/approve", text(&asked["approval_id"]));
        let reviewer = test.sign_in("fuhe").await;
        let decided = reviewer.post(&approve, &json!({})).await.expect(200);
        assert_eq!(decided["status"], "refused");
        // Who asks now is told at once.
        clerk.post(&path, &taken).await.refused(409, "employer_exists");
        test.keep_books().await;
        test.prove().await;
    }
}
