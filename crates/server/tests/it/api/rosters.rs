//! `/api/rosters`.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::{Value, json};

use super::job::{self, MONTH, has, text};
use crate::support::{Answer, Client, TestCentre};

/// A request that uploads a stored file and asks to be told how far it is.
fn watched(clerk: &Client, employer_id: &str, file: &str, key: &str) -> Request<Body> {
    let path = format!("/api/employers/{employer_id}/rosters");
    let body = json!({ "file": file, "month": MONTH });
    clerk
        .request(Method::POST, &path)
        .header("idempotency-key", key)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::ACCEPT, "text/event-stream")
        .body(Body::from(body.to_string()))
        .unwrap()
}

/// The events of an answer by their names.
fn events(answer: &Answer) -> Vec<(String, Value)> {
    assert_eq!(answer.headers[header::CONTENT_TYPE], "text/event-stream");
    let event = |text: &str| {
        let (name, data) = text.split_once('\n').unwrap();
        let data = data.strip_prefix("data: ").unwrap();
        let name = name.strip_prefix("event: ").unwrap();
        (name.to_owned(), serde_json::from_str(data).unwrap())
    };
    answer.text().trim().split("\n\n").map(event).collect()
}

testkit::both! {
    async fn an_upload_tells_how_far_it_is_and_then_what_came_of_it(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let employer_id = job::employer(&test, &clerk).await;
        // Chunks are of 5,000 rows.
        let people: Vec<(u16, i32)> = (0..12_000).map(|_| (1, 5_000)).collect();
        let file = clerk.upload("roster.xlsx", job::workbook(&people)).await;
        let answer = clerk.send(watched(&clerk, &employer_id, &file, "events-0001")).await;
        assert_eq!(answer.status, 200);
        let events = events(&answer);
        let rows: Vec<i64> = events.iter().filter_map(|(_, data)| data["rows"].as_i64()).collect();
        assert_eq!(rows, [5_000, 10_000, 12_000]);
        for (_, data) in &events[..3] {
            let expected = data["rows_expected"].as_i64().unwrap();
            assert!((11_000..13_000).contains(&expected), "{data}");
        }
        let (last, done) = events.last().unwrap();
        assert_eq!(last, "done");
        let id = text(&done["roster_id"]);
        clerk.get(&format!("/api/rosters/{id}")).await.expect(200);
        // The same again, with or without events, is what was done.
        let path = format!("/api/employers/{employer_id}/rosters");
        let body = json!({ "file": file, "month": MONTH });
        let again = clerk.post_with_key(&path, &body, "events-0001").await.expect(201);
        assert_eq!(again["roster_id"], id.as_str());
    }

    async fn what_an_upload_is_refused_for_is_an_event_too(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let employer_id = job::employer(&test, &clerk).await;
        let file = clerk.upload("roster.xlsx", b"PK\x03\x04 cut short".to_vec()).await;
        let answer = clerk.send(watched(&clerk, &employer_id, &file, "events-0002")).await;
        assert_eq!(answer.status, 200);
        let events = events(&answer);
        assert_eq!((events.len(), events[0].0.as_str()), (1, "problem"));
        has(&events[0].1, &json!({ "status": 422, "code": "sheet_broken", "field": "file" }));
        // Who isn't signed in hears it at once.
        let answer = clerk.send(watched(&test.nobody(), &employer_id, &file, "events-0003")).await;
        answer.refused(401, "not_signed_in");
    }

    async fn an_upload_goes_on_when_nobody_listens(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let employer_id = job::employer(&test, &clerk).await;
        let file = clerk.upload("roster.xlsx", job::workbook(&[(1, 5_000)])).await;
        let response = clerk.begin(watched(&clerk, &employer_id, &file, "events-0004")).await;
        drop(response);
        let path = format!("/api/rosters?employer_id={employer_id}");
        let arrived = async {
            loop {
                let rosters = clerk.get(&path).await.expect(200);
                match rosters["items"].as_array().unwrap().first() {
                    Some(roster) => break text(&roster["roster_id"]),
                    None => tokio::time::sleep(Duration::from_millis(20)).await,
                }
            }
        };
        let id = tokio::time::timeout(Duration::from_secs(30), arrived).await.unwrap();
        let answer = clerk.send(watched(&clerk, &employer_id, &file, "events-0004")).await;
        let events = events(&answer);
        assert_eq!(events, [("done".to_owned(), json!({ "roster_id": id }))]);
    }

    /// Who may not change rosters and remittances isn't told which of them exist.
    async fn a_stranger_to_the_action_learns_nothing_of_what_exists(test: TestCentre) {
        let administrator = test.sign_in("guanli").await;
        let none = "019ad735-8400-7361-b052-187060a671f2";
        let why = serde_json::json!({ "reason": "核对有误" });
        for (path, body) in [
            (format!("/api/rosters/{none}/confirm"), serde_json::Value::Null),
            (format!("/api/rosters/{none}/discard"), serde_json::Value::Null),
            (format!("/api/remittances/{none}/cancel"), why.clone()),
            (format!("/api/remittances/{none}/reverse"), why.clone()),
            (
                format!("/api/employers/{none}/rosters"),
                serde_json::json!({ "file": "0".repeat(64), "month": "2026-11" }),
            ),
        ] {
            administrator.post(&path, &body).await.refused(403, "action_forbidden");
        }
    }

    async fn a_roster_is_uploaded_looked_at_and_confirmed(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let employer_id = job::employer(&test, &clerk).await;
        let id = job::roster(&clerk, &employer_id, &[(1, 5_000), (2, 6_000)]).await;
        let roster = clerk.get(&format!("/api/rosters/{id}")).await.expect(200);
        has(&roster, &json!({ "status": "previewed", "rows": 2 }));
        has(&roster, &json!({ "faulty_rows": 0, "new_accounts": 2 }));
        assert_eq!(roster["total_fen"], 176_000);
        assert_eq!(roster["can"], json!(["confirm", "discard", "export"]));
        let path = format!("/api/rosters?employer_id={employer_id}&month={MONTH}");
        let list = clerk.get(&path).await.expect(200);
        assert_eq!(list["items"][0]["roster_id"], id.as_str());

        let lines = clerk.get(&format!("/api/rosters/{id}/lines")).await;
        let (_, id_number) = job::person(1);
        assert!(!lines.text().contains(&id_number), "numbers are masked");
        let lines = lines.expect(200);
        let first = &lines["items"][0];
        has(first, &json!({ "base_fen": 500_000, "change": "open" }));
        has(first, &json!({ "employer_fen": 40_000, "member_fen": 40_000 }));
        has(first, &json!({ "account_no": null, "sheet_row": 2 }));
        let sums = clerk.get(&format!("/api/rosters/{id}/lines/totals")).await.expect(200);
        let expected = json!({
            "base_fen": 1_100_000, "employer_fen": 88_000, "member_fen": 88_000,
        });
        assert_eq!(sums, expected);
        let sums = clerk.get(&format!("/api/rosters/totals?month={MONTH}")).await.expect(200);
        assert_eq!(sums, json!({ "rows": 2, "total_fen": 176_000 }));
        let sums = clerk.get("/api/rosters/totals?status=discarded").await.expect(200);
        assert_eq!(sums, json!({ "rows": 0, "total_fen": 0 }));

        let path = format!("/api/rosters/{id}/confirm");
        let confirmed = clerk.post_with_key(&path, &Value::Null, "confirm-0001").await.expect(201);
        let again = clerk.post_with_key(&path, &Value::Null, "confirm-0001").await.expect(201);
        assert_eq!(confirmed, again);
        clerk.post(&path, &Value::Null).await.refused(409, "roster_not_previewed");
        let roster = clerk.get(&format!("/api/rosters/{id}")).await.expect(200);
        assert_eq!(roster["remittance_id"], confirmed["remittance_id"]);
        assert_eq!(roster["can"], json!(["export"]));
    }

    async fn a_faulty_line_says_what_is_wrong_and_keeps_the_roster_back(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let employer_id = job::employer(&test, &clerk).await;
        let id = job::roster(&clerk, &employer_id, &[(1, 5_000), (2, 1), (1, 5_000)]).await;
        let faulty = clerk.get(&format!("/api/rosters/{id}/lines?faulty=true")).await.expect(200);
        assert_eq!(faulty["count"]["value"], 3);
        let findings = faulty["items"][1]["findings"].as_array().unwrap().clone();
        assert_eq!(findings[0]["column"], "缴存基数");
        let sound = clerk.get(&format!("/api/rosters/{id}/lines?faulty=false")).await.expect(200);
        assert_eq!(sound["items"], json!([]));
        let sums = clerk.get(&format!("/api/rosters/{id}/lines/totals?faulty=false")).await;
        assert_eq!(sums.expect(200)["employer_fen"], 0);
        let confirm = clerk.post(&format!("/api/rosters/{id}/confirm"), &Value::Null).await;
        confirm.refused(409, "roster_faulty");
        clerk.post(&format!("/api/rosters/{id}/discard"), &Value::Null).await.expect(204);
        let roster = clerk.get(&format!("/api/rosters/{id}")).await.expect(200);
        assert_eq!(roster["status"], "discarded");
        let lines = clerk.get(&format!("/api/rosters/{id}/lines")).await.expect(200);
        let who = |line: &Value| (text(&line["name"]), text(&line["id_number"]));
        let forgotten = (String::new(), String::new());
        let lines = lines["items"].as_array().unwrap();
        assert!(lines.iter().all(|line| who(line) == forgotten), "{lines:?}");
    }

    async fn members_who_do_not_stand_in_a_roster_are_listed_and_summed(test: TestCentre) {
        let desks = job::Desks::of(&test).await;
        let (paid, _) = job::paid(&test, &desks).await;
        let employer_id = text(&paid["employer_id"]);
        let id = text(&paid["remittance_id"]);
        let reverse = format!("/api/remittances/{id}/reverse");
        desks.accountant.post(&reverse, &json!({ "reason": "名单有误" })).await.expect(200);
        let id = job::roster(&desks.clerk, &employer_id, &[(2, 6_000)]).await;
        let roster = desks.clerk.get(&format!("/api/rosters/{id}")).await.expect(200);
        assert_eq!(roster["missing_members"], 2);

        let path = format!("/api/rosters/{id}/missing-members");
        let answer = desks.clerk.get(&format!("{path}?limit=1")).await;
        let ((name, number), (other, _)) = (job::person(1), job::person(3));
        assert!(!answer.text().contains(&number), "numbers are masked");
        assert!(!answer.text().contains(&name) && !answer.text().contains(&other), "names too");
        let first = answer.expect(200);
        assert_eq!(first["count"], json!({ "value": 2, "exact": true }));
        has(&first["items"][0], &json!({ "base_fen": 500_000, "monthly_fen": 80_000 }));
        let next = text(&first["next"]);
        let second = desks.clerk.get(&format!("{path}?after={next}")).await.expect(200);
        assert_eq!(second["next"], json!(null));
        has(&second["items"][0], &json!({ "base_fen": 700_000, "monthly_fen": 112_000 }));
        let sums = desks.clerk.get(&format!("{path}/totals")).await.expect(200);
        assert_eq!(sums, json!({ "base_fen": 1_200_000, "monthly_fen": 192_000 }));

        desks.clerk.get(&format!("{path}?after=x")).await.refused(422, "page_cursor_invalid");
        desks.clerk.get(&format!("{path}?limit=0")).await.refused(422, "page_limit_invalid");
        desks.clerk.get(&format!("{path}?status=normal")).await.refused(422, "query_invalid");
    }

    async fn what_is_no_workbook_is_refused_and_leaves_nothing(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let employer_id = job::employer(&test, &clerk).await;
        let path = format!("/api/employers/{employer_id}/rosters");
        let file = clerk.upload("roster.xlsx", b"not a workbook".to_vec()).await;
        let answer = clerk.post(&path, &json!({ "file": file, "month": MONTH })).await;
        assert_eq!(answer.status, 422, "{}", answer.text());
        assert_eq!(answer.json()["field"], "file");
        let nothing = "0".repeat(64);
        let missing = clerk.post(&path, &json!({ "file": nothing, "month": MONTH })).await;
        missing.refused(404, "file_unknown");
        let malformed = clerk.post(&path, &json!({ "file": "x", "month": MONTH })).await;
        malformed.refused(422, "body_invalid");
        assert_eq!(malformed.json()["field"], "/file");
        let file = clerk.upload("roster.xlsx", job::workbook(&[(1, 5_000)])).await;
        let ahead = clerk.post(&path, &json!({ "file": file, "month": "2026-12" })).await;
        assert_eq!(ahead.status, 422, "{}", ahead.text());
        let rosters = clerk.get("/api/rosters").await.expect(200);
        assert_eq!(rosters["items"], json!([]));
    }

    async fn the_template_is_a_workbook_with_a_name(test: TestCentre) {
        let answer = test.sign_in("guiji").await.get("/api/rosters/template").await;
        assert_eq!(answer.status, 200);
        assert!(answer.body.starts_with(b"PK"), "an xlsx is a zip");
        let name = answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert!(name.contains("filename=\"roster.xlsx\""), "{name}");
    }

    async fn an_accountant_uploads_and_confirms_no_roster(test: TestCentre) {
        let desks = job::Desks::of(&test).await;
        let employer_id = job::employer(&test, &desks.clerk).await;
        let id = job::roster(&desks.clerk, &employer_id, &[(1, 5_000)]).await;
        for operation in ["confirm", "discard"] {
            let path = format!("/api/rosters/{id}/{operation}");
            desks.accountant.post(&path, &Value::Null).await.refused(403, "action_forbidden");
        }
        let body = json!({ "file": text(&json!("0".repeat(64))), "month": MONTH });
        let path = format!("/api/employers/{employer_id}/rosters");
        desks.accountant.post(&path, &body).await.refused(403, "action_forbidden");
        let roster = desks.accountant.get(&format!("/api/rosters/{id}")).await.expect(200);
        assert_eq!(roster["can"], json!([]));
    }
}
