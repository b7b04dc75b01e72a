//! Lock-out, forced change of a password, the second factor, one's own sessions, over HTTP.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, header};
use platform::session::{SignInRules, code_of_secret};
use serde_json::{Value, json};
use simulation::founding;

use super::job::{has, text};
use crate::support::{Answer, Client, TestCentre};

async fn enter(client: &Client, name: &str, password: &str) -> Answer {
    let body = json!({ "name": name, "password": password });
    client.post("/api/session", &body).await
}

async fn delete(client: &Client, path: &str) -> Answer {
    let request = client.request(Method::DELETE, path).body(Body::empty());
    client.send(request.unwrap()).await
}

/// What an authenticator app shows now, or so many steps later.
fn shown(test: &TestCentre, secret: &Value, steps: i64) -> Value {
    let now = test.app.clock.now();
    let at = now.checked_add(Duration::from_secs(30 * u64::try_from(steps).unwrap()));
    json!({ "code": code_of_secret(&text(secret), at.unwrap()) })
}

testkit::both! {
    /// However many guesses come at once, five get through.
    async fn guesses_at_once_get_no_further_than_guesses_in_a_row(test: TestCentre) {
        let nobody = test.nobody();
        let guesses = (0..16).map(|n| {
            let nobody = nobody.clone();
            tokio::spawn(async move { enter(&nobody, "guiji", &format!("guess-{n}")).await.code() })
        });
        let mut answers = Vec::new();
        for guess in guesses.collect::<Vec<_>>() {
            answers.push(guess.await.unwrap());
        }
        let looked_at = answers.iter().filter(|code| *code == "sign_in_failed").count();
        let locked = answers.iter().filter(|code| *code == "sign_in_locked").count();
        assert_eq!((looked_at, locked), (5, 11), "{answers:?}");
        enter(&nobody, "guiji", founding::PASSWORD).await.refused(401, "sign_in_locked");
        let clerk = test.sign_in("kuaiji").await;
        let session = clerk.get("/api/session").await.expect(200);
        assert_eq!(session["before"]["failures"], 0, "somebody else's failures aren't told");

        let security = test.sign_in("anquan").await;
        let staff = security.get("/api/staff?sign_in_name=guiji").await.expect(200);
        let path = format!("/api/staff/{}", text(&staff["items"][0]["staff_id"]));
        let told = security.get(&format!("{path}/sign-ins")).await.expect(200);
        has(&told, &json!({ "failures": 5, "can": ["unlock"] }));
        for stranger in ["guanli", "shenji", "zhuren", "kuaiji"] {
            let stranger = test.sign_in(stranger).await;
            stranger.post(&format!("{path}/unlock"), &Value::Null).await
                .refused(403, "action_forbidden");
        }
        security.post(&format!("{path}/unlock"), &Value::Null).await.expect(204);
        let session = enter(&nobody, "guiji", founding::PASSWORD).await.expect(200);
        assert_eq!(session["gate"], Value::Null);
    }

    /// Of the same person, from the same place, at the same moment: none loses the row of the other.
    async fn right_sign_ins_at_once_all_get_in(test: TestCentre) {
        let nobody = test.nobody();
        let entries = (0..12).map(|_| {
            let nobody = nobody.clone();
            tokio::spawn(async move {
                enter(&nobody, "guiji", founding::PASSWORD).await.status.as_u16()
            })
        });
        let mut answers = Vec::new();
        for entry in entries.collect::<Vec<_>>() {
            answers.push(entry.await.unwrap());
        }
        // Five attempts under way count as five failures until they are known to be right.
        assert!(answers.iter().all(|status| [200, 401].contains(status)), "{answers:?}");
        assert!(answers.contains(&200), "{answers:?}");
        enter(&nobody, "guiji", founding::PASSWORD).await.expect(200);
    }

    /// Whichever comes first: the password that the administrator tells is the one that holds.
    async fn a_reset_while_the_password_is_changed_stands(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let administrator = test.sign_in("guanli").await;
        let staff = administrator.get("/api/staff?sign_in_name=guiji").await.expect(200);
        let path = format!("/api/staff/{}/reset-password", text(&staff["items"][0]["staff_id"]));
        let change = tokio::spawn(async move {
            let body = json!({ "old_password": founding::PASSWORD, "password": "x7-自己的一个长密码" });
            clerk.post("/api/session/password", &body).await.status.as_u16()
        });
        let reset = administrator.post(&path, &Value::Null).await.expect(200);
        let changed = change.await.unwrap();
        assert!([204, 401, 422].contains(&changed), "{changed}");
        let nobody = test.nobody();
        let session = enter(&nobody, "guiji", &text(&reset["initial_password"])).await.expect(200);
        assert_eq!(session["gate"], "password_change");
        enter(&nobody, "guiji", "x7-自己的一个长密码").await.refused(401, "sign_in_failed");
    }

    async fn an_initial_password_opens_nothing_but_its_change(test: TestCentre) {
        let administrator = test.sign_in("guanli").await;
        let hiring = json!({ "sign_in_name": "sunyue", "name": "孙悦" });
        let hired = administrator.post("/api/staff", &hiring).await.expect(201);
        let initial = text(&hired["initial_password"]);
        let mut sun = test.nobody();
        let answer = enter(&sun, "sunyue", &initial).await;
        has(&answer.expect(200), &json!({ "gate": "password_change", "actions": [] }));
        sun.sign_in_with(&answer);
        for path in ["/api/home", "/api/codes", "/api/session/sign-ins"] {
            sun.get(path).await.refused(403, "password_change_required");
        }
        let body = json!({ "old_password": initial, "password": "Password-2026" });
        let common = sun.post("/api/session/password", &body).await;
        common.refused(422, "password_common");
        assert_eq!(common.json()["field"], "password");
        let body = json!({ "old_password": "wrong", "password": "x7-自己的一个长密码" });
        sun.post("/api/session/password", &body).await.refused(422, "password_wrong");
        let body = json!({ "old_password": initial, "password": "x7-自己的一个长密码" });
        sun.post("/api/session/password", &body).await.expect(204);
        let session = sun.get("/api/session").await.expect(200);
        assert_eq!(session["gate"], Value::Null);
        sun.get("/api/codes").await.expect(200);
    }

    /// Where a second factor is required, whoever approves sets one up at the first sign-in and
    /// gives it at each after; a clerk needs none.
    async fn an_approver_needs_a_second_factor(test: TestCentre) {
        let nobody = test.nobody_under(SignInRules::default());
        let answer = enter(&nobody, "guiji", founding::PASSWORD).await.expect(200);
        assert_eq!(answer["gate"], Value::Null);
        for administrator in ["guanli", "anquan", "shenji"] {
            let answer = enter(&nobody, administrator, founding::PASSWORD).await.expect(200);
            assert_eq!(answer["gate"], "second_factor_enrolment", "{administrator}");
        }
        let mut director = nobody.clone();
        let answer = enter(&director, "zhuren", founding::PASSWORD).await;
        has(&answer.expect(200), &json!({ "gate": "second_factor_enrolment", "actions": [] }));
        director.sign_in_with(&answer);
        director.get("/api/home").await.refused(403, "second_factor_enrolment_required");
        let begin = "/api/session/second-factor/secret";
        director.post(begin, &json!({ "password": "wrong" })).await.refused(422, "password_wrong");
        let own = json!({ "password": founding::PASSWORD });
        let secret = director.post(begin, &own).await.expect(200);
        assert!(text(&secret["uri"]).starts_with("otpauth://totp/"), "{secret}");
        let secret = &secret["secret"];
        let confirm = "/api/session/second-factor/confirmation";
        director.post(confirm, &json!({ "code": "000000" })).await
            .refused(422, "second_factor_wrong");
        let before = director.clone();
        let set_up = director.post(confirm, &shown(&test, secret, 0)).await;
        let codes = set_up.expect(200)["recovery_codes"].clone();
        assert_eq!(codes.as_array().unwrap().len(), 10);
        director.sign_in_with(&set_up);
        director.get("/api/home").await.expect(200);
        before.get("/api/home").await.refused(401, "session_invalid");

        let mut again = nobody.clone();
        let answer = enter(&again, "zhuren", founding::PASSWORD).await;
        assert_eq!(answer.expect(200)["gate"], "second_factor");
        again.sign_in_with(&answer);
        again.get("/api/home").await.refused(403, "second_factor_required");
        let half = again.clone();
        let give = "/api/session/second-factor";
        again.post(give, &shown(&test, secret, 0)).await.refused(422, "second_factor_wrong");
        let given = again.post(give, &shown(&test, secret, 1)).await;
        assert_eq!(given.expect(200)["gate"], Value::Null);
        assert!(given.headers[header::SET_COOKIE].to_str().unwrap().starts_with("anju_session="));
        again.sign_in_with(&given);
        again.get("/api/home").await.expect(200);
        half.get("/api/home").await.refused(401, "session_invalid");
        let renew = "/api/session/second-factor/recovery-codes";
        again.post(renew, &json!({ "code": codes[0] })).await.refused(422, "second_factor_wrong");
        test.app.clock.advance(Duration::from_secs(30));
        let new = again.post(renew, &shown(&test, secret, 1)).await.expect(200);
        assert_eq!(new["recovery_codes"].as_array().unwrap().len(), 10);

        let security = test.sign_in("anquan").await;
        let staff = security.get("/api/staff?sign_in_name=zhuren").await.expect(200);
        let path = format!("/api/staff/{}", text(&staff["items"][0]["staff_id"]));
        security.post(&format!("{path}/reset-second-factor"), &Value::Null).await.expect(204);
        again.get("/api/home").await.refused(401, "session_invalid");
        let answer = enter(&nobody, "zhuren", founding::PASSWORD).await.expect(200);
        assert_eq!(answer["gate"], "second_factor_enrolment");
    }

    async fn one_sees_and_ends_one_s_own_sessions(test: TestCentre) {
        let mut clerk = test.nobody();
        let body = json!({ "name": "guiji", "password": founding::PASSWORD });
        let request = clerk.request(Method::POST, "/api/session")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::USER_AGENT, "Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36")
            .body(Body::from(body.to_string()));
        let answer = clerk.send(request.unwrap()).await;
        clerk.sign_in_with(&answer);
        let other = test.sign_in("guiji").await;
        let told = clerk.get("/api/session/sign-ins").await.expect(200);
        has(&told["sessions"][0], &json!({ "device": null, "is_this": false }));
        has(&told["sessions"][1], &json!({
            "device": "Chrome · Windows", "is_this": true, "address": "127.0.0.1",
        }));
        let path = format!("/api/session/sign-ins/{}", text(&told["sessions"][0]["session_id"]));
        let accountant = test.sign_in("kuaiji").await;
        delete(&accountant, &path).await.refused(404, "session_unknown");
        delete(&clerk, &path).await.expect(204);
        other.get("/api/session").await.refused(401, "session_invalid");

        let security = test.sign_in("anquan").await;
        let staff = security.get("/api/staff?sign_in_name=guiji").await.expect(200);
        let path = format!("/api/staff/{}", text(&staff["items"][0]["staff_id"]));
        let end = format!("{path}/end-sessions");
        accountant.post(&end, &Value::Null).await.refused(403, "action_forbidden");
        security.post(&end, &Value::Null).await.expect(204);
        clerk.get("/api/session").await.refused(401, "session_invalid");
        let auditor = test.sign_in("shenji").await;
        let trail = auditor.get("/api/audit-events?action=session.end").await.expect(200);
        has(&trail["items"][0], &json!({ "outcome": "done", "actor_name": "孙洁" }));
    }
}
