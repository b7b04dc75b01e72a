//! `/api/staff`, `/api/roles`, `/api/departments`: who works here, and what each may do.

use serde_json::{Value, json};

use super::approvals;
use super::job::{has, text};
use crate::desk::Desk;
use crate::support::{Client, TestCentre, fresh_key};

/// Someone to be hired.
fn hiring(test: &TestCentre, name: &str) -> Value {
    json!({
        "sign_in_name": name,
        "name": "孙悦",
        "branch_id": test.branches[1],
        "phone": "13800008000",
    })
}

/// Somebody hired at the second branch by the one administrator and given roles by the other: where
/// they are found, and the password to begin with.
async fn hired(test: &TestCentre, name: &str, roles: &[&str]) -> (String, String) {
    let administrator = test.sign_in("guanli").await;
    let answer = administrator.post("/api/staff", &hiring(test, name)).await;
    let answer = answer.expect(201);
    let path = format!("/api/staff/{}", text(&answer["staff_id"]));
    if !roles.is_empty() {
        let security = test.sign_in("anquan").await;
        let assignment = json!({ "branch_id": test.branches[1], "roles": roles });
        let change = format!("{path}/change");
        security.post(&change, &assignment).await.expect(200);
    }
    (path, text(&answer["initial_password"]))
}

/// What somebody hired chooses for a password.
const OWN: &str = "x7-自己的一个长密码";

/// Who signs in, and where the password is the one made for them, changes it.
async fn sign_in(test: &TestCentre, name: &str, password: &str) -> Result<Client, String> {
    let mut client = test.nobody();
    let body = json!({ "name": name, "password": password });
    let answer = client.post("/api/session", &body).await;
    if answer.status != 200 {
        return Err(answer.code());
    }
    client.sign_in_with(&answer);
    if answer.json()["gate"] == "password_change" {
        let change = json!({ "old_password": password, "password": OWN });
        client
            .post("/api/session/password", &change)
            .await
            .expect(204);
    }
    Ok(client)
}

testkit::both! {
    async fn who_is_hired_begins_with_the_password_told_once(test: TestCentre) {
        let administrator = test.sign_in("guanli").await;
        let (body, key) = (hiring(&test, "sunyue"), fresh_key());
        let hired = administrator.post_with_key("/api/staff", &body, &key).await.expect(201);
        let again = administrator.post_with_key("/api/staff", &body, &key).await.expect(201);
        has(&again, &json!({ "staff_id": hired["staff_id"], "initial_password": null }));
        let sun = sign_in(&test, "sunyue", &text(&hired["initial_password"])).await.unwrap();
        let session = sun.get("/api/session").await.expect(200);
        has(&session, &json!({ "name": "孙悦", "roles": [], "actions": [] }));
        sun.get("/api/home").await.refused(403, "action_forbidden");

        let path = format!("/api/staff/{}", text(&hired["staff_id"]));
        let shown = administrator.get(&path).await.expect(200);
        has(&shown, &json!({
            "sign_in_name": "sunyue", "branch_name": "安东管理部", "phone": "138****8000",
            "status": "active", "roles": [], "can": ["leave", "reset_password"],
        }));
        let list = administrator.get("/api/staff?sign_in_name.contains=SUN").await.expect(200);
        assert_eq!(list["items"], json!([shown]));
        let auditor = test.sign_in("shenji").await;
        let trail = auditor.get("/api/audit-events?subject_kind=staff").await.expect(200);
        assert!(!trail.to_string().contains("13800008000"), "the trail tells no phone");

        administrator.post("/api/staff", &body).await.refused(409, "staff_sign_in_name_taken");
        for stranger in ["guiji", "zhuren", "anquan", "shenji", "zhengce"] {
            let stranger = test.sign_in(stranger).await;
            stranger.post("/api/staff", &body).await.refused(403, "action_forbidden");
        }
    }

    async fn a_change_of_roles_holds_at_once(test: TestCentre) {
        let (path, password) = hired(&test, "sunyue", &["collection_clerk"]).await;
        let sun = sign_in(&test, "sunyue", &password).await.unwrap();
        sun.get("/api/vouchers").await.refused(403, "action_forbidden");
        let path = format!("{path}/change");
        let assignment = json!({ "roles": ["accountant"] });
        let security = test.sign_in("anquan").await;
        security.post(&path, &assignment).await.expect(200);
        sun.get("/api/vouchers").await.expect(200);
        assert_eq!(sun.get("/api/session").await.expect(200)["branch"], Value::Null);
        security.post(&path, &json!({ "roles": ["king"] })).await.refused(404, "role_unknown");
        for stranger in ["guanli", "shenji", "zhuren"] {
            let stranger = test.sign_in(stranger).await;
            stranger.post(&path, &assignment).await.refused(403, "action_forbidden");
        }
    }

    /// Who moves to another branch sees that branch's business and no more of the first one's,
    /// from the next request of the same session on.
    async fn a_move_to_another_branch_takes_the_data_along_at_once(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer = desk.employer(1, "2026-10").await;
        let (path, password) = hired(&test, "sunyue", &["collection_clerk"]).await;
        let sun = sign_in(&test, "sunyue", &password).await.unwrap();
        let one = format!("/api/employers/{employer}");
        sun.get(&one).await.refused(403, "action_forbidden");
        let security = test.sign_in("anquan").await;
        let to = async |branch: usize| {
            let roles = json!({ "branch_id": test.branches[branch], "roles": ["collection_clerk"] });
            security.post(&format!("{path}/change"), &roles).await.expect(200);
        };
        to(0).await;
        sun.get(&one).await.expect(200);
        assert_eq!(sun.get("/api/session").await.expect(200)["branch"]["name"], "中心本部");
        to(1).await;
        sun.get(&one).await.refused(403, "action_forbidden");
        assert_eq!(sun.get("/api/employers").await.expect(200)["items"], json!([]));
    }

    /// 三权分立: whoever keeps the system, gives rights or reads the trail does nothing of the
    /// others' and no business.
    async fn nobody_gets_roles_of_two_powers(test: TestCentre) {
        let (path, _) = hired(&test, "sunyue", &["collection_clerk", "policy_officer"]).await;
        let security = test.sign_in("anquan").await;
        for (roles, named) in [
            (["administrator", "security_administrator"], "安全管理员"),
            (["audit_administrator", "administrator"], "审计管理员"),
            (["collection_clerk", "administrator"], "归集经办"),
            (["policy_officer", "security_administrator"], "政策管理"),
        ] {
            let mixed = json!({ "branch_id": test.branches[1], "roles": roles });
            let answer = security.post(&format!("{path}/change"), &mixed).await;
            answer.refused(409, "staff_roles_conflict");
            assert!(answer.text().contains(named), "{}", answer.text());
        }
        let shown = security.get(&path).await.expect(200);
        assert_eq!(shown["roles"][0]["code"], "collection_clerk");
    }

    async fn who_has_left_is_out_in_the_middle_of_the_day(test: TestCentre) {
        let administrator = test.sign_in("guanli").await;
        let (path, password) = hired(&test, "sunyue", &["collection_clerk"]).await;
        let sun = sign_in(&test, "sunyue", &password).await.unwrap();
        sun.get("/api/employers").await.expect(200);
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
        let (path, password) = hired(&test, "sunyue", &["collection_clerk"]).await;
        let path = format!("{path}/reset-password");
        let reset = administrator.post(&path, &Value::Null).await.expect(200);
        let old = sign_in(&test, "sunyue", &password).await;
        assert_eq!(old.err().as_deref(), Some("sign_in_failed"));
        assert!(sign_in(&test, "sunyue", &text(&reset["initial_password"])).await.is_ok());
    }

    async fn nobody_changes_themselves_and_an_administrator_remains(test: TestCentre) {
        let own = async |client: &Client| {
            let session = client.get("/api/session").await.expect(200);
            format!("/api/staff/{}", text(&session["staff_id"]))
        };
        let security = test.sign_in("anquan").await;
        let assignment = json!({ "roles": ["security_administrator"] });
        let change = format!("{}/change", own(&security).await);
        security.post(&change, &assignment).await.refused(409, "staff_is_oneself");
        let administrator = test.sign_in("guanli").await;
        let leave = format!("{}/leave", own(&administrator).await);
        administrator.post(&leave, &Value::Null).await.refused(409, "staff_is_oneself");
        for last in [&security, &test.sign_in("shenji").await] {
            let leave = format!("{}/leave", own(last).await);
            administrator.post(&leave, &Value::Null).await.refused(409, "staff_last_administrator");
        }

        let (path, password) = hired(&test, "sunyue", &["administrator"]).await;
        let sun = sign_in(&test, "sunyue", &password).await.unwrap();
        let sun_leaves = format!("{path}/leave");
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
        assert!(may("policy_officer", "policy.change") && !may("director", "policy.change"));
        assert_eq!(director.get("/api/departments").await.expect(200)["items"], json!([]));
    }
}

testkit::both! {
    /// Who gives rights asks the director, whoever the rights are for.
    async fn rights_are_given_by_two_people(test: TestCentre) {
        let (path, password) = hired(&test, "sunyue", &["collection_clerk"]).await;
        for business in ["staff.assign", "role.add"] {
            approvals::director_approves(&test, business).await;
        }
        let security = test.sign_in("anquan").await;
        let change = format!("{path}/change");
        let accountant = json!({ "roles": ["accountant"] });
        let asked = security.post(&change, &accountant).await.expect(202);
        let sun = sign_in(&test, "sunyue", &password).await.unwrap();
        sun.get("/api/vouchers").await.refused(403, "action_forbidden");
        let one = format!("/api/approvals/{}", text(&asked["approval_id"]));
        let shown = security.get(&one).await.expect(200);
        has(&shown, &json!({
            "business_label": "调整岗位和角色", "subject_kind": "staff",
            "summary": "调整孙悦（sunyue）的岗位和角色：角色由“归集经办”改为“会计”，管理部由安东管理部改为全中心",
        }));
        let approve = format!("{one}/approve");
        security.post(&approve, &json!({})).await.refused(403, "action_forbidden");
        let director = test.sign_in("zhuren").await;
        assert_eq!(director.post(&approve, &json!({})).await.expect(200)["status"], "done");
        sun.get("/api/vouchers").await.expect(200);

        // What can't be is told at once, and of themselves nobody decides.
        let mixed = json!({ "roles": ["accountant", "administrator"] });
        security.post(&change, &mixed).await.refused(409, "staff_roles_conflict");
        let own = director.get("/api/session").await.expect(200);
        let of_director = format!("/api/staff/{}/change", text(&own["staff_id"]));
        let more = json!({ "roles": ["director", "accountant"] });
        security.post(&of_director, &more).await.refused(409, "approval_without_decider");
        let away = json!({ "roles": ["accountant"] });
        security.post(&of_director, &away).await.refused(409, "approval_last_decider");
        test.keep_books().await;
        test.prove().await;
    }

    async fn a_role_is_added_by_two_people(test: TestCentre) {
        let security = test.sign_in("anquan").await;
        let new = |code: &str, actions: &[&str]| json!({
            "code": code, "name": "巡查", "data_scope": "centre", "actions": actions,
        });
        let at_once = security.post("/api/roles", &new("first", &["employer.read"])).await;
        at_once.expect(201);
        approvals::director_approves(&test, "role.add").await;
        let mixed = new("mixed", &["employer.read", "audit.read"]);
        security.post("/api/roles", &mixed).await.refused(422, "role_powers_mixed");
        let asked = new("patrol", &["employer.read", "account.read"]);
        let asked = security.post("/api/roles", &asked).await.expect(202);
        let one = format!("/api/approvals/{}", text(&asked["approval_id"]));
        let director = test.sign_in("zhuren").await;
        let summary = text(&director.get(&one).await.expect(200)["summary"]);
        assert_eq!(summary, "新增角色“巡查”（patrol），数据范围全中心，可办理 2 项：查看个人账户、查看单位");
        let approve = format!("{one}/approve");
        assert_eq!(director.post(&approve, &json!({})).await.expect(200)["status"], "done");
        let roles = director.get("/api/roles").await.expect(200);
        let roles = roles["items"].as_array().unwrap();
        let role = roles.iter().find(|role| role["code"] == "patrol").unwrap();
        has(role, &json!({ "name": "巡查", "actions": ["account.read", "employer.read"], "staff": [] }));
        for stranger in ["guanli", "shenji", "zhuren", "guiji"] {
            let stranger = test.sign_in(stranger).await;
            let new = new("strange", &["employer.read"]);
            stranger.post("/api/roles", &new).await.refused(403, "action_forbidden");
        }
        test.keep_books().await;
        test.prove().await;
    }
}
