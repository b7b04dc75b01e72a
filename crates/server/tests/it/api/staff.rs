//! `/api/staff`, `/api/roles`, `/api/departments`: who works here, and what each may do.

use serde_json::{Value, json};

use super::job::{has, text};
use crate::support::{Client, TestCentre, fresh_key};

/// Someone to be hired.
fn hiring(test: &TestCentre, name: &str, roles: &[&str]) -> Value {
    json!({
        "sign_in_name": name,
        "name": "孙悦",
        "branch_id": test.branches[1],
        "phone": "13800008000",
        "roles": roles,
    })
}

/// Who signs in with a password of their own.
async fn sign_in(test: &TestCentre, name: &str, password: &str) -> Result<Client, String> {
    let mut client = test.nobody();
    let body = json!({ "name": name, "password": password });
    let answer = client.post("/api/session", &body).await;
    if answer.status != 200 {
        return Err(answer.code());
    }
    client.sign_in_with(&answer);
    Ok(client)
}

testkit::both! {
    async fn who_is_hired_begins_with_the_password_told_once(test: TestCentre) {
        let administrator = test.sign_in("guanli").await;
        let (body, key) = (hiring(&test, "sunyue", &["collection_clerk"]), fresh_key());
        let hired = administrator.post_with_key("/api/staff", &body, &key).await.expect(201);
        let again = administrator.post_with_key("/api/staff", &body, &key).await.expect(201);
        has(&again, &json!({ "staff_id": hired["staff_id"], "initial_password": null }));
        let sun = sign_in(&test, "sunyue", &text(&hired["initial_password"])).await.unwrap();
        let session = sun.get("/api/session").await.expect(200);
        has(&session, &json!({ "name": "孙悦", "roles": ["归集经办"] }));

        let path = format!("/api/staff/{}", text(&hired["staff_id"]));
        let shown = administrator.get(&path).await.expect(200);
        has(&shown, &json!({
            "sign_in_name": "sunyue", "branch_name": "安东管理部", "phone": "138****8000",
            "status": "active", "can": ["change", "leave", "reset_password"],
        }));
        let list = administrator.get("/api/staff?sign_in_name.contains=SUN").await.expect(200);
        assert_eq!(list["items"], json!([shown]));
        let trail = administrator.get("/api/audit-events?subject_kind=staff").await.expect(200);
        assert!(!trail.to_string().contains("13800008000"), "the trail tells no phone");

        administrator.post("/api/staff", &body).await.refused(409, "staff_sign_in_name_taken");
        let idle = hiring(&test, "zhou", &[]);
        administrator.post("/api/staff", &idle).await.refused(422, "staff_roles_missing");
        for stranger in ["guiji", "zhuren"] {
            let stranger = test.sign_in(stranger).await;
            stranger.post("/api/staff", &body).await.refused(403, "action_forbidden");
        }
    }

    async fn a_change_of_roles_holds_at_once(test: TestCentre) {
        let administrator = test.sign_in("guanli").await;
        let body = hiring(&test, "sunyue", &["collection_clerk"]);
        let hired = administrator.post("/api/staff", &body).await.expect(201);
        let sun = sign_in(&test, "sunyue", &text(&hired["initial_password"])).await.unwrap();
        sun.get("/api/vouchers").await.refused(403, "action_forbidden");
        let path = format!("/api/staff/{}/change", text(&hired["staff_id"]));
        let assignment = json!({ "roles": ["accountant"] });
        administrator.post(&path, &assignment).await.expect(204);
        sun.get("/api/vouchers").await.expect(200);
        assert_eq!(sun.get("/api/session").await.expect(200)["branch"], Value::Null);
        administrator.post(&path, &json!({ "roles": ["king"] })).await.refused(404, "role_unknown");
    }

    async fn who_has_left_is_out_in_the_middle_of_the_day(test: TestCentre) {
        let administrator = test.sign_in("guanli").await;
        let body = hiring(&test, "sunyue", &["collection_clerk"]);
        let hired = administrator.post("/api/staff", &body).await.expect(201);
        let password = text(&hired["initial_password"]);
        let sun = sign_in(&test, "sunyue", &password).await.unwrap();
        sun.get("/api/employers").await.expect(200);
        let path = format!("/api/staff/{}", text(&hired["staff_id"]));
        let leave = format!("{path}/leave");
        administrator.post(&leave, &Value::Null).await.expect(204);
        sun.get("/api/employers").await.refused(401, "session_invalid");
        let back = sign_in(&test, "sunyue", &password).await;
        assert_eq!(back.err().as_deref(), Some("sign_in_failed"));
        administrator.post(&leave, &Value::Null).await.refused(409, "staff_left");
        has(&administrator.get(&path).await.expect(200), &json!({ "status": "left", "can": [] }));
        let clerks = administrator.get("/api/roles").await.expect(200);
        assert!(!clerks.to_string().contains("孙悦"), "{clerks}");
    }

    async fn a_forgotten_password_is_replaced(test: TestCentre) {
        let administrator = test.sign_in("guanli").await;
        let body = hiring(&test, "sunyue", &["collection_clerk"]);
        let hired = administrator.post("/api/staff", &body).await.expect(201);
        let path = format!("/api/staff/{}/reset-password", text(&hired["staff_id"]));
        let reset = administrator.post(&path, &Value::Null).await.expect(200);
        let old = sign_in(&test, "sunyue", &text(&hired["initial_password"])).await;
        assert_eq!(old.err().as_deref(), Some("sign_in_failed"));
        assert!(sign_in(&test, "sunyue", &text(&reset["initial_password"])).await.is_ok());
    }

    async fn nobody_changes_themselves_and_an_administrator_remains(test: TestCentre) {
        let administrator = test.sign_in("guanli").await;
        let own = text(&administrator.get("/api/session").await.expect(200)["staff_id"]);
        let assignment = json!({ "roles": ["administrator", "accountant"] });
        let own_path = format!("/api/staff/{own}/change");
        administrator.post(&own_path, &assignment).await.refused(409, "staff_is_oneself");
        let leave = format!("/api/staff/{own}/leave");
        administrator.post(&leave, &Value::Null).await.refused(409, "staff_is_oneself");

        let body = hiring(&test, "sunyue", &["administrator"]);
        let hired = administrator.post("/api/staff", &body).await.expect(201);
        let sun = sign_in(&test, "sunyue", &text(&hired["initial_password"])).await.unwrap();
        let sun_leaves = format!("/api/staff/{}/leave", text(&hired["staff_id"]));
        // Both let the other go at once: whoever comes second finds nobody who would remain, or
        // has no session any more.
        let (one, other) = tokio::join!(
            administrator.post(&sun_leaves, &Value::Null),
            sun.post(&leave, &Value::Null),
        );
        let done = [&one, &other].into_iter().filter(|answer| answer.status == 204).count();
        assert_eq!(done, 1, "{} {}", one.text(), other.text());
    }

    async fn roles_tell_what_each_may_and_who_has_them(test: TestCentre) {
        let director = test.sign_in("zhuren").await;
        let roles = director.get("/api/roles").await.expect(200);
        let role = |code: &str| {
            let roles = roles["items"].as_array().unwrap();
            roles.iter().find(|role| role["code"] == code).unwrap().clone()
        };
        has(&role("collection_clerk"), &json!({ "name": "归集经办", "data_scope": "own_branch" }));
        assert_eq!(role("accountant")["staff"][0]["name"], "王会芳");
        let may = |code: &str, action: &str| {
            role(code)["actions"].as_array().unwrap().iter().any(|one| one == action)
        };
        assert!(may("administrator", "policy.change") && !may("director", "policy.change"));
        assert_eq!(director.get("/api/departments").await.expect(200)["items"], json!([]));
    }
}
