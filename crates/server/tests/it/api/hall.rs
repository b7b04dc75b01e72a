//! `/api/hall`: members before their own accounts.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use kernel::{AgentId, CentreId};
use platform::hall_session::{self, Visitor};
use platform::session::Origin;
use platform::{Caller, Grants};
use serde_json::{Value, json};
use server::wiring;
use simulation::founding;

use super::every_operation::{operations, send};
use super::job::{self, Desks, MONTH, has, person};
use crate::support::{Answer, Client, TestCentre};

/// The mobile that the tests' person of this number has on file.
fn mobile(number: u16) -> String {
    format!("139{number:08}")
}

fn claim(number: u16) -> Value {
    let (name, id_number) = person(number);
    json!({ "name": name, "id_number": id_number, "mobile": mobile(number) })
}

fn with_code(mut claim: Value, code: &str) -> Value {
    claim["code"] = json!(code);
    claim
}

/// The code in the last message to a mobile.
async fn code_sent(test: &TestCentre, to: &str) -> Option<String> {
    test.run_jobs().await;
    let messages = test.inbox.empty();
    let (_, text) = messages.into_iter().rfind(|(mobile, _)| mobile == to)?;
    let code = text.split("验证码").nth(1)?;
    Some(code.chars().take(6).collect())
}

/// Puts the mobile of a person on file, at the counter.
async fn on_file(clerk: &Client, number: u16) {
    let account_no = job::account_of(clerk, number).await;
    let new = json!({
        "mobile": mobile(number), "reason": "recorded", "document": "resident_id", "note": null,
    });
    let path = format!("/api/accounts/{account_no}/change-mobile");
    clerk.post(&path, &new).await.expect(204);
}

async fn enter(test: &TestCentre, number: u16) -> Client {
    let mut member = test.nobody();
    member
        .post("/api/hall/member/codes", &claim(number))
        .await
        .expect(202);
    let code = code_sent(test, &mobile(number)).await.unwrap();
    let given = with_code(claim(number), &code);
    let answer = member.post("/api/hall/member/session", &given).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    member.sign_in_with(&answer);
    member
}

/// Two members who have come in: persons 1 and 2, whose employer has paid a month for them.
pub(super) async fn members(test: &TestCentre, desks: &Desks) -> (Client, Client) {
    job::paid(test, desks).await;
    for number in [1, 2] {
        on_file(&desks.clerk, number).await;
    }
    (enter(test, 1).await, enter(test, 2).await)
}

/// Somebody who has come in as an employer's agent.
pub(super) async fn agent(test: &TestCentre) -> Client {
    let agent = Visitor::Agent(AgentId::new(&test.app.clock));
    let caller = Caller {
        actor: agent.actor(test.centre),
        grants: std::sync::Arc::new(Grants::listed(None, [])),
        ..Caller::system("agents", test.centre)
    };
    let mut tx = test.app.db.write(test.centre).await.unwrap();
    let began = hall_session::begin_in(&mut tx, &test.app, &caller, Origin::default());
    let began = began.await.unwrap();
    tx.commit().await.unwrap();
    let cookie = format!("anju_hall_session={}", began.token);
    test.nobody().holding(&cookie, &began.csrf_token)
}

async fn delete(client: &Client, path: &str) -> Answer {
    let request = client.request(Method::DELETE, path).body(Body::empty());
    client.send(request.unwrap()).await
}

testkit::both! {
    async fn a_member_comes_in_and_reads_what_is_its_own(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (member, _) = members(&test, &desks).await;
        let (name, id_number) = person(1);
        let session = member.get("/api/hall/session").await.expect(200);
        has(&session, &json!({ "kind": "member", "name": name }));
        assert!(session["csrf_token"].is_string() && session["ends_at"].is_string());

        let own = member.get("/api/hall/member").await;
        assert!(!own.text().contains(&id_number) && !own.text().contains(&mobile(1)));
        let own = own.expect(200);
        has(&own, &json!({ "name": name, "mobile_masked": "139****0001", "as_of": "2026-11-02" }));
        has(&own["account"], &json!({
            "account_no": job::account_of(&desks.clerk, 1).await, "status": "normal",
            "status_label": "正常", "balance_fen": 80_000, "carried_fen": 0, "current_fen": 80_000,
            "base_fen": 500_000, "employer_rate": 80_000_000, "member_rate": 80_000_000,
            "employer_monthly_fen": 40_000, "member_monthly_fen": 40_000, "paid_through": MONTH,
        }));

        let entries = member.get("/api/hall/member/entries?limit=1").await.expect(200);
        assert_eq!(entries["next_cursor"], Value::Null);
        has(&entries["items"][0], &json!({
            "entry_no": 1, "kind": "remittance", "kind_label": "汇缴", "month": MONTH,
            "in_fen": 80_000, "out_fen": 0, "balance_fen": 80_000,
            "explanation": "2026年11月汇缴：缴存基数5,000.00元 × 单位8% = 400.00元，5,000.00元 × 个人8% = \
                            400.00元（四舍五入到元），合计800.00元",
        }));
        let before = member.get("/api/hall/member/entries?cursor=1").await.expect(200);
        assert_eq!(before["items"], json!([]));
        for (query, field) in [("cursor=x", "cursor"), ("limit=0", "limit")] {
            let refused = member.get(&format!("/api/hall/member/entries?{query}")).await;
            assert_eq!((refused.status.as_u16(), refused.json()["field"].as_str()), (422, Some(field)));
        }

        let years = member.get("/api/hall/member/years").await.expect(200);
        has(&years["years"][0], &json!({
            "year": 2026, "employer_fen": 40_000, "member_fen": 40_000, "total_fen": 80_000,
        }));
        assert_eq!(years["years"][0]["months"][0]["month"], MONTH);

        delete(&member, "/api/hall/session").await.expect(204);
        member.get("/api/hall/member").await.refused(401, "hall_session_invalid");
    }

    /// A member asks for nothing by a number of its own choosing, and gets its own whatever it adds.
    async fn a_member_finds_nothing_of_another_s_by_any_id(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (one, other) = members(&test, &desks).await;
        let (theirs, (name, _)) = (job::account_of(&desks.clerk, 1).await, person(1));
        let added = format!("?account_no={theirs}&member_id={theirs}&no={theirs}");
        let issued = one.post("/api/hall/member/certificates", &json!({})).await.expect(201);
        let paper = job::text(&issued["certificate_id"]);
        other.get(&format!("/api/hall/member/certificates/{paper}/pdf")).await
            .refused(404, "certificate_unknown");
        let receipt = one.post("/api/hall/member/receipts", &json!({ "entry_no": 1 })).await.expect(201);
        let papers = one.get("/api/hall/member/certificates").await.expect(200);
        let codes: Vec<&Value> = papers["items"].as_array().unwrap().iter().map(|row| &row["code"]).collect();
        assert_eq!(codes, [&receipt["code"], &issued["code"]], "the latest first");
        let mut asked = 0;
        for operation in operations() {
            if operation.public || !operation.is_hall() || operation.method != Method::GET {
                continue;
            }
            let path = operation.path.replace("{id}", &paper);
            let (own, others) = (one.get(&path).await, other.get(&path).await);
            if own.status == StatusCode::OK {
                assert_ne!(own.text(), others.text(), "{path}");
            }
            let adding = other.get(&format!("{path}{added}")).await;
            for answer in [others, adding] {
                let told = answer.text();
                assert!(!told.contains(&theirs) && !told.contains(&name), "{path}: {told}");
            }
            asked += 1;
        }
        assert!(asked > 3, "{asked} asked");
        let agent = agent(&test).await;
        for path in ["/api/hall/member", "/api/hall/member/entries", "/api/hall/member/years"] {
            agent.get(path).await.refused(403, "member_hall_only");
        }
    }

    /// Two centres in one database: a session of the one is nobody before the other's server.
    async fn a_member_of_one_centre_is_nobody_at_another(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (member, _) = members(&test, &desks).await;
        let other = CentreId::new(2).unwrap();
        founding::establish(&test.app, other, &wiring::actions()).await.unwrap();
        let there = member.before(&test.nobody_at(other));
        for operation in operations().iter().filter(|one| one.is_hall() && !one.public) {
            let answer = send(&there, operation, &operation.path, "{}").await;
            answer.refused(401, "not_signed_in");
        }
        let nobody = test.nobody_at(other);
        nobody.post("/api/hall/member/codes", &claim(1)).await.expect(202);
        test.inbox.empty();
        platform::job::run_due(&test.app, &wiring::jobs(), other).await.unwrap();
        assert!(test.inbox.empty().is_empty(), "nobody there is known by this");
    }

    /// Whether somebody is a member, is known by another mobile or by none: one answer.
    async fn nobody_learns_who_is_a_member(test: TestCentre) {
        let desks = Desks::of(&test).await;
        job::paid(&test, &desks).await;
        on_file(&desks.clerk, 1).await;
        test.run_jobs().await;
        test.inbox.empty();
        let nobody = test.nobody();
        let mut wrong_mobile = claim(1);
        wrong_mobile["mobile"] = json!("13700137000");
        let mut wrong_name = claim(1);
        wrong_name["name"] = json!("田不同");
        wrong_name["mobile"] = json!("13700137001");
        // Person 3 is a member without a mobile on file, person 9 isn't one.
        let claims = [claim(1), wrong_mobile, wrong_name, claim(3), claim(9)];
        let (mut asked, mut refused) = (Vec::new(), Vec::new());
        for claim in &claims {
            asked.push(nobody.post("/api/hall/member/codes", claim).await);
            let given = with_code(claim.clone(), "x");
            refused.push(nobody.post("/api/hall/member/session", &given).await);
        }
        for answer in &asked {
            assert_eq!(answer.expect(202), json!({ "resend_after_s": 60, "demo_code": null }));
        }
        for answer in &refused {
            answer.refused(401, "hall_sign_in_failed");
            assert_eq!(answer.text(), refused[0].text());
        }
        nobody.post("/api/hall/member/codes", &claim(9)).await.refused(401, "code_too_soon");
        nobody.post("/api/hall/member/codes", &claim(1)).await.refused(401, "code_too_soon");
        test.run_jobs().await;
        let sent = test.inbox.empty();
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].0, mobile(1));
        let malformed = json!({ "name": " ", "id_number": "", "mobile": "1" });
        let answer = nobody.post("/api/hall/member/codes", &malformed).await;
        answer.refused(422, "hall_claim_invalid");
        assert_eq!(answer.json()["findings"].as_array().unwrap().len(), 3);
    }

    async fn a_code_is_used_once_and_not_after_five_minutes(test: TestCentre) {
        let desks = Desks::of(&test).await;
        job::paid(&test, &desks).await;
        on_file(&desks.clerk, 1).await;
        let nobody = test.nobody();
        let (codes, session) = ("/api/hall/member/codes", "/api/hall/member/session");
        nobody.post(codes, &claim(1)).await.expect(202);
        let late = with_code(claim(1), &code_sent(&test, &mobile(1)).await.unwrap());
        test.app.clock.advance(Duration::from_secs(300));
        nobody.post(session, &late).await.refused(401, "hall_sign_in_failed");
        nobody.post(codes, &claim(1)).await.expect(202);
        let once = with_code(claim(1), &code_sent(&test, &mobile(1)).await.unwrap());
        let answer = nobody.post(session, &once).await;
        answer.expect(201);
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.starts_with("anju_hall_session=") && cookie.contains("HttpOnly"), "{cookie}");
        nobody.post(session, &once).await.refused(401, "hall_sign_in_failed");
    }

    async fn of_two_who_use_a_code_at_once_one_comes_in(test: TestCentre) {
        let desks = Desks::of(&test).await;
        job::paid(&test, &desks).await;
        on_file(&desks.clerk, 1).await;
        let (one, other) = (test.nobody(), test.nobody());
        one.post("/api/hall/member/codes", &claim(1)).await.expect(202);
        let given = with_code(claim(1), &code_sent(&test, &mobile(1)).await.unwrap());
        let path = "/api/hall/member/session";
        let (one, other) = tokio::join!(one.post(path, &given), other.post(path, &given));
        let mut statuses = [one.status.as_u16(), other.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 401], "{} {}", one.text(), other.text());
    }

    async fn a_new_mobile_at_the_counter_ends_the_hall_s_sessions(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (member, other) = members(&test, &desks).await;
        let account_no = job::account_of(&desks.clerk, 1).await;
        let path = format!("/api/accounts/{account_no}/change-mobile");
        let new = json!({
            "mobile": "137 0013 7000", "reason": "replaced", "document": "proxy", "note": "代办",
        });
        desks.accountant.post(&path, &new).await.refused(403, "action_forbidden");
        let same = json!({ "mobile": mobile(1), "reason": "replaced", "document": "proxy" });
        desks.clerk.post(&path, &same).await.refused(409, "mobile_unchanged");
        desks.clerk.post(&path, &new).await.expect(204);
        member.get("/api/hall/member").await.refused(401, "hall_session_invalid");
        other.get("/api/hall/member").await.expect(200);
        test.run_jobs().await;
        let told: Vec<String> = test.inbox.empty().into_iter().map(|(to, _)| to).collect();
        assert_eq!(told, [mobile(1), "13700137000".to_owned()]);
        let history = format!("/api/accounts/{account_no}/mobile-changes");
        let history = desks.accountant.get(&history).await.expect(200);
        has(&history["items"][0], &json!({
            "old_mobile": "139****0001", "new_mobile": "137****7000", "reason": "replaced",
            "document": "proxy", "note": "代办",
        }));
        assert_eq!(history["items"].as_array().unwrap().len(), 2);
        let auditor = test.sign_in("shenji").await;
        let trail = "/api/audit-events?action=member.change_mobile&outcome=done";
        let trail = auditor.get(trail).await;
        assert!(!trail.text().contains("13700137000"));
        assert_eq!(trail.expect(200)["items"].as_array().unwrap().len(), 3);
        test.prove().await;
    }
}
