//! `/api/hall/employers`: employers' agents, each in the hall of its employer.

use axum::body::Body;
use axum::http::{Method, header};
use serde_json::{Value, json};

use super::every_operation::{self, Operation, send};
use crate::desk::{Desk, Person, staff, text, workbook};
use crate::support::{Answer, Client, TestCentre, fresh_key};

const PASSWORD: &str = "Gua-wa-77-tian";
const NOTHING: &str = "00000000-0000-7000-8000-000000000000";

/// The last text that was sent to a mobile.
async fn sent(test: &TestCentre, to: &str) -> String {
    test.run_jobs().await;
    let messages = test.inbox.empty();
    messages
        .into_iter()
        .rfind(|(mobile, _)| mobile == to)
        .unwrap()
        .1
}

/// What stands behind a word in a message, as far as letters and digits go.
fn after(message: &str, word: &str) -> String {
    let rest = message.split(word).nth(1).unwrap();
    rest.chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect()
}

/// Invites somebody for an employer, who accepts.
async fn comes(
    test: &TestCentre,
    desk: &Desk,
    mobile: &str,
    employer: &str,
    is_lead: bool,
) -> String {
    let form = json!({
        "name": "田甲", "mobile": mobile, "is_lead": is_lead, "by_message": false,
    });
    let path = format!("/api/employers/{employer}/agents");
    let invited = desk.clerk.post(&path, &form).await.expect(201);
    let acceptance = json!({
        "mobile": mobile, "invitation_code": invited["invitation_code"], "password": PASSWORD,
    });
    let path = "/api/hall/agent/invitations/accept";
    test.nobody().post(path, &acceptance).await.expect(204);
    text(&invited["agent_id"])
}

/// The agent of a mobile number, signed in by its password and a code.
async fn signed_in(test: &TestCentre, mobile: &str) -> Client {
    let mut secret = json!({ "mobile": mobile, "password": PASSWORD });
    let mut client = test.nobody();
    let asked = client
        .post("/api/hall/agent/codes", &secret)
        .await
        .expect(202);
    assert_eq!(
        (&asked["demo_code"], &asked["resend_after_s"]),
        (&Value::Null, &json!(60))
    );
    secret["code"] = json!(after(&sent(test, mobile).await, "验证码"));
    let answer = client.post("/api/hall/agent/session", &secret).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    client.sign_in_with(&answer);
    client
}

/// An agent of employers, each of which it leads, signed in.
async fn agent_of(test: &TestCentre, desk: &Desk, mobile: &str, of: &[&str]) -> Client {
    for employer in of {
        comes(test, desk, mobile, employer, true).await;
    }
    signed_in(test, mobile).await
}

/// The 主办 of an employer, signed in, and the employer.
pub(super) async fn lead(test: &TestCentre) -> (Client, String) {
    let desk = Desk::of(test).await;
    let employer = desk.employer(1, "2026-10").await;
    let lead = agent_of(test, &desk, "13900000001", &[&employer]).await;
    (lead, employer)
}

/// The address of something of an employer.
fn at(employer: &str, path: &str) -> String {
    format!("/api/hall/employers/{employer}{path}")
}

async fn upload(client: &Client, employer: &str, bytes: Vec<u8>) -> String {
    let request = client
        .request(Method::POST, &at(employer, "/files"))
        .header(header::CONTENT_TYPE, "application/octet-stream")
        .header("x-file-name", "roster.xlsx")
        .body(Body::from(bytes));
    let answer = client.send(request.unwrap()).await;
    text(&answer.expect(201)["file"])
}

/// The page of a roster just uploaded by an agent.
async fn preview(client: &Client, employer: &str, month: &str, people: &[Person]) -> Value {
    let file = upload(client, employer, workbook(people)).await;
    let body = json!({ "file": file, "month": month });
    let uploaded = client
        .post(&at(employer, "/rosters"), &body)
        .await
        .expect(201);
    let path = format!("/rosters/{}", text(&uploaded["roster_id"]));
    client.get(&at(employer, &path)).await.expect(200)
}

/// Every operation of the halls about an employer.
fn operations() -> Vec<Operation> {
    let mut all = every_operation::operations();
    all.retain(|operation| {
        operation
            .path
            .starts_with("/api/hall/employers/{employer_id}")
    });
    assert!(all.len() > 12, "{} operations", all.len());
    all
}

/// What is sent to those that take something: well-formed.
fn body_of(operation: &Operation) -> String {
    match (operation.method.as_str(), operation.path.rsplit('/').next()) {
        ("POST", Some("rosters")) => {
            json!({ "file": "0".repeat(64), "month": "2026-11" }).to_string()
        }
        ("POST", Some("agents")) => {
            json!({ "name": "王二", "mobile": "13900139000", "is_lead": false }).to_string()
        }
        _ => "{}".to_owned(),
    }
}

/// What of an answer a visitor sees, the ids that were asked for aside.
fn seen(answer: &Answer, asked: &[&str]) -> (u16, Option<String>, String) {
    let kind = answer.headers.get(header::CONTENT_TYPE);
    let kind = kind.map(|kind| kind.to_str().unwrap().to_owned());
    let body = asked
        .iter()
        .fold(answer.text(), |text, id| text.replace(id, "ID"));
    (answer.status.as_u16(), kind, body)
}

testkit::both! {
    /// Upload, faults, corrected, confirmed, paid by the code, posted: without the counter.
    async fn an_agent_does_a_whole_month(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer = desk.employer(1, "2026-10").await;
        let client = agent_of(&test, &desk, "13900000001", &[&employer]).await;
        let listed = client.get("/api/hall/employers").await.expect(200);
        assert_eq!(listed["items"][0]["employer_id"], employer);
        let page = client.get(&at(&employer, "")).await.expect(200);
        assert_eq!((&page["next_month"], &page["can"]), (&json!("2026-10"), &json!(["upload_roster", "manage_agents"])));
        client.get(&at(&employer, "/roster-template")).await;
        let mut people = staff(1, 3);
        people[1].id_number.replace_range(17.., "?");
        let faulty = preview(&client, &employer, "2026-10", &people).await;
        assert_eq!((&faulty["faulty_rows"], &faulty["can"]), (&json!(1), &json!(["discard", "export"])));
        let id = text(&faulty["roster_id"]);
        let lines = client.get(&at(&employer, &format!("/rosters/{id}/lines?faulty=true"))).await.expect(200);
        assert_eq!(lines["items"].as_array().unwrap().len(), 1);
        let corrected = client.get(&at(&employer, &format!("/rosters/{id}/faulty?rows=all"))).await;
        assert_eq!(corrected.status, 200);
        let confirm = at(&employer, &format!("/rosters/{id}/confirm"));
        client.post(&confirm, &Value::Null).await.refused(409, "roster_faulty");
        let roster = preview(&client, &employer, "2026-10", &staff(1, 3)).await;
        assert_eq!(roster["created_by"], "经办人 田*");
        let page = client.get(&at(&employer, "")).await.expect(200);
        assert_eq!(page["open_roster"]["roster_id"], roster["roster_id"]);
        let confirm = at(&employer, &format!("/rosters/{}/confirm", text(&roster["roster_id"])));
        let confirmed = client.post(&confirm, &Value::Null).await.expect(201);
        let remittance = at(&employer, &format!("/remittances/{}", text(&confirmed["remittance_id"])));
        let to_pay = client.get(&remittance).await.expect(200);
        assert_eq!((&to_pay["status"], &to_pay["received_fen"]), (&json!("assessed"), &json!(0)));
        assert!(to_pay["expected_words"].as_str().unwrap().starts_with("人民币"));
        assert_eq!(to_pay["pay_to"]["bank_name"], "中国建设银行");
        desk.pay("B1", &to_pay).await;
        let paid = client.get(&remittance).await.expect(200);
        assert_eq!((&paid["status"], &paid["received_fen"]), (&json!("posted"), &to_pay["expected_fen"]));
        let page = client.get(&at(&employer, "")).await.expect(200);
        assert_eq!((&page["paid_through"], &page["members"]), (&json!("2026-10"), &json!(3)));
        let next = client.get(&at(&employer, "/roster-export")).await;
        assert_eq!(next.status, 200);
        test.keep_books().await;
        test.prove().await;
    }

    /// Whatever there is of another employer answers exactly as what there isn't.
    async fn an_agent_finds_nothing_of_another_employer_by_any_id(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let [one, other] = [desk.employer(1, "2026-10").await, desk.employer(2, "2026-10").await];
        let agent_of_one = agent_of(&test, &desk, "13900000001", &[&one]).await;
        let agent_of_both = agent_of(&test, &desk, "13900000002", &[&one, &other]).await;
        let remittance = desk.assess(&other, "2026-10", &staff(1, 2)).await;
        let remittance = text(&remittance["remittance_id"]);
        desk.pay("B1", &desk.remittance(&remittance).await).await;
        let roster = text(&preview(&agent_of_both, &other, "2026-11", &staff(1, 3)).await["roster_id"]);
        let listed = agent_of_both.get(&at(&other, "/agents")).await.expect(200);
        let agent_id = text(&listed["items"][0]["agent_id"]);
        let receipt = at(&other, &format!("/remittances/{remittance}/receipt"));
        let receipt = agent_of_both.post(&receipt, &Value::Null).await.expect(201);
        let certificate = text(&receipt["certificate_id"]);
        let fill = |path: &str, employer: &str, real: bool| {
            let id = |id: &str| if real { id.to_owned() } else { NOTHING.to_owned() };
            path.replace("{employer_id}", employer)
                .replace("{roster_id}", &id(&roster))
                .replace("{remittance_id}", &id(&remittance))
                .replace("{certificate_id}", &id(&certificate))
                .replace("{agent_id}", &id(&agent_id))
        };
        let ids = [other.as_str(), &roster, &remittance, &certificate, &agent_id, NOTHING];
        let (mut tried, mut walked) = (0, 0);
        for operation in operations() {
            let body = body_of(&operation);
            let ask = async |client: &Client, path: String| {
                seen(&send(client, &operation, &path, &body).await, &ids)
            };
            // The other employer's path, with its own things.
            let theirs = ask(&agent_of_one, fill(&operation.path, &other, true)).await;
            let nothing = ask(&agent_of_one, fill(&operation.path, NOTHING, false)).await;
            assert_eq!(theirs, nothing, "{} {}", operation.method, operation.path);
            assert_eq!(theirs.0, 404, "{} {}", operation.method, operation.path);
            tried += 1;
            if operation.path.matches('{').count() < 2 || operation.path.ends_with("{agent_id}") {
                continue;
            }
            // The other employer's things under one's own path; also for who acts for both.
            for client in [&agent_of_one, &agent_of_both] {
                let theirs = ask(client, fill(&operation.path, &one, true)).await;
                let nothing = ask(client, fill(&operation.path, &one, false)).await;
                assert_eq!(theirs, nothing, "{} {}", operation.method, operation.path);
                assert_eq!(theirs.0, 404, "{} {}", operation.method, operation.path);
                walked += 1;
            }
        }
        assert!(tried > 12 && walked > 12, "{tried} {walked}");
        for list in ["/rosters", "/remittances"] {
            let mine = agent_of_one.get(&at(&one, list)).await.expect(200);
            assert_eq!(mine["items"], json!([]), "{list}");
            let filtered = format!("{list}?employer_id={other}");
            let theirs = agent_of_one.get(&at(&one, &filtered)).await;
            assert!(theirs.status != 200 || theirs.json()["items"] == json!([]), "{list}");
        }
        // The bytes of another's file by their name.
        let file = upload(&agent_of_both, &other, workbook(&staff(1, 2))).await;
        let body = |file: &str| json!({ "file": file, "month": "2026-10" });
        for file in [file.as_str(), &"0".repeat(64)] {
            let answer = agent_of_both.post(&at(&one, "/rosters"), &body(file)).await;
            answer.refused(404, "file_unknown");
        }
        let still = agent_of_both.get(&at(&other, &format!("/rosters/{roster}"))).await.expect(200);
        assert_eq!(still["status"], "previewed");
        test.keep_books().await;
        test.prove().await;
    }

    async fn a_lead_invites_by_message_and_whoever_is_ended_is_out_at_once(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer = desk.employer(1, "2026-10").await;
        let lead = agent_of(&test, &desk, "13900000001", &[&employer]).await;
        let agents = at(&employer, "/agents");
        let form = json!({ "name": "王二", "mobile": "13900000003", "is_lead": false });
        let invited = lead.post(&agents, &form).await.expect(201);
        assert_eq!(invited["invitation_code_sent"], true);
        let code = after(&sent(&test, "13900000003").await, "邀请码");
        let mut acceptance = json!({
            "mobile": "13900000003", "invitation_code": "aaaaaaaaaa", "password": PASSWORD,
        });
        let accept = "/api/hall/agent/invitations/accept";
        test.nobody().post(accept, &acceptance).await.refused(401, "invitation_invalid");
        acceptance["invitation_code"] = json!(code);
        test.nobody().post(accept, &acceptance).await.expect(204);
        let second = signed_in(&test, "13900000003").await;
        second.get(&at(&employer, "")).await.expect(200);
        second.get(&agents).await.refused(403, "agent_not_lead");
        let listed = lead.get(&agents).await.expect(200);
        let id = text(&listed["items"][0]["agent_id"]);
        let end = lead
            .request(Method::DELETE, &format!("{agents}/{id}"))
            .header("idempotency-key", fresh_key())
            .body(Body::empty());
        lead.send(end.unwrap()).await.expect(204);
        second.get("/api/hall/employers").await.refused(401, "hall_session_invalid");
        // The last lead is the centre's to end.
        let last = text(&lead.get(&agents).await.expect(200)["items"][0]["agent_id"]);
        let end = lead
            .request(Method::DELETE, &format!("{agents}/{last}"))
            .header("idempotency-key", fresh_key())
            .body(Body::empty());
        lead.send(end.unwrap()).await.refused(409, "agent_last_lead");
        let form = json!({ "employer_id": employer, "reason": "离职" });
        desk.clerk.post(&format!("/api/agents/{last}/end"), &form).await.expect(204);
        lead.get("/api/hall/employers").await.refused(401, "hall_session_invalid");
        test.prove().await;
    }

    async fn an_agent_comes_in_by_its_password_and_the_code_sent_to_it(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer = desk.employer(1, "2026-10").await;
        comes(&test, &desk, "13900000001", &employer, true).await;
        let wrong = json!({ "mobile": "13900000001", "password": "Another-pass-9" });
        let codes = "/api/hall/agent/codes";
        test.nobody().post(codes, &wrong).await.refused(401, "agent_sign_in_failed");
        let client = signed_in(&test, "13900000001").await;
        let session = client.get("/api/hall/session").await.expect(200);
        assert_eq!((&session["kind"], &session["name"]), (&json!("agent"), &json!("田甲")));
        client.get("/api/hall/member").await.refused(403, "member_hall_only");
    }
}
