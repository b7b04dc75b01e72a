//! `/api/approvals`, `/api/approval-flows`, `/api/delegations`.

use serde_json::{Value, json};

use super::committee;
use super::job::{self, Desks, has, text};
use crate::support::{Client, TestCentre};

/// From today on a business takes the director, within two working days.
pub(crate) async fn director_approves(test: &TestCentre, business: &str) {
    step_decides(test, business, "director").await;
}

/// From today on a business takes a role, within two working days.
pub(super) async fn step_decides(test: &TestCentre, business: &str, role: &str) {
    let administrator = test.sign_in("anquan").await;
    let flow = json!({
        "business": business, "effective_from": "2026-11-02", "source": "内控办法第三条",
        "reason": "岗位分离", "steps": [{ "role": role, "term_days": 2 }],
    });
    administrator
        .post("/api/approval-flows", &flow)
        .await
        .expect(201);
}

/// A change of policy that waits for the director.
pub(super) async fn asked(test: &TestCentre) -> Value {
    director_approves(test, "policy.change").await;
    let resolution_id = committee::resolved(test).await;
    let change = json!({
        "value": "2300", "effective_from": "2027-07-01", "source_title": "年度调整通知",
        "source_number": "1号", "source_date": "2026-10-01", "reason": "年度调整",
            "resolution_id": resolution_id,
    });
    let officer = test.sign_in("zhengce").await;
    let path = "/api/policy/fund.base_floor/versions";
    officer.post(path, &change).await.expect(202)
}

/// The director is away, and somebody else decides instead.
pub(super) async fn deputy(test: &TestCentre) {
    let director = test.sign_in("zhuren").await;
    let whom = director.get("/api/delegations/deputies").await.expect(200);
    let mut staff = whom["staff"].as_array().unwrap().iter();
    let me = director.get("/api/session").await.expect(200)["staff_id"].clone();
    let other = staff.find(|one| one["staff_id"] != me).unwrap()["staff_id"].clone();
    let deputy = json!({
        "from_staff": me, "to_staff": other, "first_day": "2026-11-02", "last_day": "2026-11-06",
        "reason": "出差",
    });
    director.post("/api/delegations", &deputy).await.expect(201);
}

/// The one row of a list.
async fn only(client: &Client, path: &str) -> Value {
    let list = client.get(path).await.expect(200);
    assert_eq!(list["count"]["value"], 1, "{path}: {list}");
    list["items"][0].clone()
}

testkit::both! {
    /// The accountant asks, the director approves, and the reversal is done as the accountant's.
    async fn a_reversal_by_two_people(test: TestCentre) {
        director_approves(&test, "remittance.reverse").await;
        let desks = Desks::of(&test).await;
        let (remittance, _) = job::paid(&test, &desks).await;
        let id = text(&remittance["remittance_id"]);
        let path = format!("/api/remittances/{id}/reverse");
        let reason = json!({ "reason": "付款单位有误" });
        let asked = desks.accountant.post_with_key(&path, &reason, "reverse-0001").await.expect(202);
        let again = desks.accountant.post_with_key(&path, &reason, "reverse-0001").await.expect(202);
        assert_eq!(asked, again, "one key asks once");
        desks.accountant.post(&path, &reason).await.refused(409, "approval_pending");
        let one = format!("/api/approvals/{}", text(&asked["approval_id"]));
        let shown = desks.accountant.get(&one).await.expect(200);
        has(&shown, &json!({
            "status": "pending", "business_label": "冲销汇缴", "can": ["withdraw"], "overdue": false,
            "amount_fen": remittance["expected_fen"], "subject_id": id, "role_name": "主任",
        }));
        assert!(shown["summary"].as_str().unwrap().contains("付款单位有误"), "{shown}");
        let still = desks.accountant.get(&format!("/api/remittances/{id}")).await.expect(200);
        assert_eq!(still["status"], "posted", "nothing is done yet");

        let approve = format!("{one}/approve");
        let note = json!({ "note": "同意" });
        desks.accountant.post(&approve, &note).await.refused(409, "approval_of_oneself");
        desks.clerk.post(&approve, &note).await.refused(403, "action_forbidden");
        let director = test.sign_in("zhuren").await;
        let waits = only(&director, "/api/approvals?waits_for_me=true").await;
        assert_eq!(waits["approval_id"], asked["approval_id"]);
        let decided = director.post(&approve, &note).await.expect(200);
        assert_eq!(decided["status"], "done");
        let after = desks.accountant.get(&format!("/api/remittances/{id}")).await.expect(200);
        has(&after, &json!({ "status": "reversed", "ended_reason": "付款单位有误" }));
        let shown = director.get(&one).await.expect(200);
        has(&shown["steps"][0], &json!({ "verdict": "approved", "note": "同意", "instead_of": null }));
        assert_eq!(shown["outcome"], "已冲销，凭证 2 张");
        let none = director.get("/api/approvals?waits_for_me=true").await.expect(200);
        assert_eq!(none["items"], json!([]));
        test.keep_books().await;
        test.prove().await;
    }

    /// What was given back is done by nobody, and may be asked again.
    async fn what_is_given_back_may_be_asked_again(test: TestCentre) {
        director_approves(&test, "remittance.reverse").await;
        let desks = Desks::of(&test).await;
        let (remittance, _) = job::paid(&test, &desks).await;
        let path = format!("/api/remittances/{}/reverse", text(&remittance["remittance_id"]));
        let reason = json!({ "reason": "付款单位有误" });
        let asked = desks.accountant.post(&path, &reason).await.expect(202);
        let one = format!("/api/approvals/{}", text(&asked["approval_id"]));
        let director = test.sign_in("zhuren").await;
        let back = format!("{one}/return");
        director.post(&back, &json!({ "note": "" })).await.refused(422, "approval_note_invalid");
        director.post(&back, &json!({ "note": "请附银行证明" })).await.expect(200);
        let again = desks.accountant.post(&path, &reason).await.expect(202);
        assert_ne!(again["approval_id"], asked["approval_id"]);
        let mine = format!("/api/approvals/{}/withdraw", text(&again["approval_id"]));
        director.post(&mine, &json!({})).await.refused(404, "approval_unknown");
        desks.accountant.post(&mine, &json!({})).await.expect(204);
        test.keep_books().await;
        test.prove().await;
    }

    /// Several are approved at once; what one is refused doesn't hold up the others.
    async fn several_policy_changes_are_approved_at_once(test: TestCentre) {
        director_approves(&test, "policy.change").await;
        let officer = test.sign_in("zhengce").await;
        let resolution_id = committee::resolved(&test).await;
        let change = |value: &str| json!({
            "value": value, "effective_from": "2027-07-01", "source_title": "年度调整通知",
            "source_number": "1号", "source_date": "2026-10-01", "reason": "年度调整",
            "resolution_id": resolution_id,
        });
        let path = |key: &str| format!("/api/policy/{key}/versions");
        let wrong = officer.post(&path("fund.base_floor"), &change("-1")).await;
        wrong.refused(422, "policy_change_invalid");
        let mut ids = Vec::new();
        for (key, value) in [("fund.base_floor", "2300"), ("fund.base_ceiling", "30000")] {
            let asked = officer.post(&path(key), &change(value)).await.expect(202);
            ids.push(asked["approval_id"].clone());
        }
        let director = test.sign_in("zhuren").await;
        ids.push(json!("00000000-0000-7000-8000-000000000000"));
        let all = json!({ "approval_ids": ids });
        let decided = director.post("/api/approvals/approve", &all).await.expect(200);
        let items = decided["items"].as_array().unwrap();
        let statuses: Vec<&Value> = items.iter().map(|item| &item["status"]).collect();
        assert_eq!(statuses, [&json!("done"), &json!("done"), &json!(null)]);
        assert!(items[2]["refused"].is_string());
        let none = json!({ "approval_ids": [] });
        director.post("/api/approvals/approve", &none).await.refused(422, "approvals_chosen_invalid");
        let floor = officer.get("/api/policy/fund.base_floor").await.expect(200);
        assert!(floor.to_string().contains("2,300.00"), "{floor}");
        test.keep_books().await;
        test.prove().await;
    }

    /// A version to come is withdrawn when the director agrees, and by then in vain once it holds.
    async fn a_withdrawal_of_policy_by_two_people(test: TestCentre) {
        director_approves(&test, "policy.withdraw").await;
        let officer = test.sign_in("zhengce").await;
        let resolution_id = committee::resolved(&test).await;
        let change = json!({
            "value": "2300", "effective_from": "2027-07-01", "source_title": "年度调整通知",
            "source_number": "1号", "source_date": "2026-10-01", "reason": "年度调整",
            "resolution_id": resolution_id,
        });
        let path = "/api/policy/fund.base_floor/versions";
        let version = officer.post(path, &change).await.expect(201);
        let id = text(&version["policy_version_id"]);
        let withdraw = format!("/api/policy-versions/{id}/withdraw");
        let reason = json!({ "reason": "通知暂缓执行" });
        let asked = officer.post(&withdraw, &reason).await.expect(202);
        let floor = officer.get("/api/policy/fund.base_floor").await.expect(200);
        assert_eq!(floor["history"][0]["state"], "upcoming", "nothing is done yet");
        let approve = format!("/api/approvals/{}/approve", text(&asked["approval_id"]));
        let director = test.sign_in("zhuren").await;
        let decided = director.post(&approve, &json!({})).await.expect(200);
        assert_eq!(decided["status"], "done");
        let floor = officer.get("/api/policy/fund.base_floor").await.expect(200);
        has(&floor["history"][0], &json!({ "state": "withdrawn", "policy_version_id": id }));
        officer.post(&withdraw, &reason).await.refused(409, "policy_version_withdrawn");
        test.prove().await;
    }

    /// How flows are set is itself approved once a flow says so.
    /// Whoever gives rights does no business and reads no requests, yet what it asks waits like any.
    async fn who_reads_no_requests_sees_its_own_and_takes_it_back(test: TestCentre) {
        let of_policy = text(&asked(&test).await["approval_id"]);
        director_approves(&test, "approval_flow.set").await;
        let security = test.sign_in("anquan").await;
        let flow = json!({
            "business": "suspense.return", "effective_from": "2026-12-01", "source": "内控办法第三条",
            "reason": "岗位分离", "steps": [],
        });
        let asked = security.post("/api/approval-flows", &flow).await.expect(202);
        let one = format!("/api/approvals/{}", text(&asked["approval_id"]));
        let seen = only(&security, "/api/approvals").await;
        assert_eq!(seen["approval_id"], asked["approval_id"]);
        let shown = security.get(&one).await.expect(200);
        has(&shown, &json!({ "status": "pending", "can": ["withdraw"] }));
        security.get(&format!("/api/approvals/{of_policy}")).await.refused(404, "approval_unknown");
        let stranger = test.sign_in("guanli").await;
        stranger.get(&one).await.refused(404, "approval_unknown");
        assert_eq!(stranger.get("/api/approvals").await.expect(200)["items"], json!([]));
        security.post(&format!("{one}/withdraw"), &json!({})).await.expect(204);
        assert_eq!(security.get(&one).await.expect(200)["status"], "withdrawn");
        test.prove().await;
    }

    async fn a_flow_by_two_people(test: TestCentre) {
        director_approves(&test, "approval_flow.set").await;
        let administrator = test.sign_in("anquan").await;
        let mut flow = json!({
            "business": "suspense.return", "effective_from": "2026-11-01", "source": "内控办法第三条",
            "reason": "岗位分离", "steps": [{ "role": "director", "term_days": 2, "from_fen": 100_000 }],
        });
        let path = "/api/approval-flows";
        administrator.post(path, &flow).await.refused(422, "approval_flow_too_early");
        flow["effective_from"] = json!("2026-11-02");
        let asked = administrator.post(path, &flow).await.expect(202);
        let director = test.sign_in("zhuren").await;
        let one = format!("/api/approvals/{}", text(&asked["approval_id"]));
        let shown = director.get(&one).await.expect(200);
        let summary = "“退回暂收款”自 2026-11-02 起的审批环节设为：主任（1,000.00 元起）（依据内控办法第三条；岗位分离）";
        assert_eq!(shown["summary"], summary);
        director.post(&format!("{one}/approve"), &json!({})).await.expect(200);
        let flows = director.get(path).await.expect(200);
        let set = flows["flows"].as_array().unwrap().iter();
        assert_eq!(set.filter(|set| set["business"] == "suspense.return").count(), 1);
        test.prove().await;
    }

    async fn flows_and_deputies_are_set_and_seen(test: TestCentre) {
        director_approves(&test, "suspense.return").await;
        let administrator = test.sign_in("anquan").await;
        let flows = administrator.get("/api/approval-flows").await.expect(200);
        assert_eq!(flows["businesses"].as_array().unwrap().len(), 8);
        has(&flows["flows"][0], &json!({ "business": "suspense.return", "in_force": true }));
        let staff = administrator.get("/api/staff?limit=50").await.expect(200);
        let of = |name: &str| {
            let mut rows = staff["items"].as_array().unwrap().iter();
            rows.find(|row| row["sign_in_name"] == name).unwrap()["staff_id"].clone()
        };
        let deputy = json!({
            "from_staff": of("zhuren"), "to_staff": of("fuhe"), "first_day": "2026-11-02",
            "last_day": "2026-11-06", "reason": "出差",
        });
        let reviewer = test.sign_in("fuhe").await;
        let whom = reviewer.get("/api/delegations/deputies").await.expect(200);
        assert_eq!(whom["for_anybody"], false, "{whom}");
        let mut named = whom["staff"].as_array().unwrap().iter();
        assert!(named.any(|one| one["staff_id"] == of("zhuren")), "{whom}");
        reviewer.post("/api/delegations", &deputy).await.refused(403, "action_forbidden");
        let director = test.sign_in("zhuren").await;
        let set = director.post("/api/delegations", &deputy).await.expect(201);
        let list = reviewer.get("/api/delegations").await.expect(200);
        has(&list["items"][0], &json!({ "reason": "出差", "state": "in_force", "ended_at": null }));
        let end = format!("/api/delegations/{}/end", text(&set["delegation_id"]));
        director.post(&end, &json!({})).await.expect(204);
        director.post(&end, &json!({})).await.refused(409, "delegation_ended");
        let whom = director.get("/api/delegations/deputies").await.expect(200);
        assert_eq!(whom["for_anybody"], false, "{whom}");
        test.keep_books().await;
        test.prove().await;
    }

    /// Who asks and who decides never name a deputy for each other: who keeps the roles does, and
    /// decides nothing. A deputy of another reach sees what waits for them.
    async fn a_deputy_is_appointed_by_who_decides_nothing(test: TestCentre) {
        let security = test.sign_in("anquan").await;
        let staff = security.get("/api/staff?limit=50").await.expect(200);
        let of = |name: &str| {
            let mut rows = staff["items"].as_array().unwrap().iter();
            rows.find(|row| row["sign_in_name"] == name).unwrap()["staff_id"].clone()
        };
        let stand_in = |to: &str| json!({
            "from_staff": of("zhuren"), "to_staff": of(to), "first_day": "2026-11-02",
            "last_day": "2026-11-06", "reason": "出差",
        });
        for business in ["kuaiji", "caiwu", "fuhe"] {
            let business = test.sign_in(business).await;
            let answer = business.post("/api/delegations", &stand_in("fuhe")).await;
            answer.refused(403, "action_forbidden");
        }
        let whom = security.get("/api/delegations/deputies").await.expect(200);
        assert_eq!(whom["for_anybody"], true, "{whom}");
        let answer = security.post("/api/delegations", &stand_in("guiji")).await;
        answer.refused(409, "delegation_to_nobody_who_decides");
        security.post("/api/delegations", &stand_in("fuhe")).await.expect(201);

        let asked = asked(&test).await;
        let reviewer = test.sign_in("fuhe").await;
        let waits = only(&reviewer, "/api/approvals?waits_for_me=true").await;
        assert_eq!(waits["approval_id"], asked["approval_id"], "a branch's reviewer sees the centre's");
        let one = format!("/api/approvals/{}", text(&asked["approval_id"]));
        let shown = reviewer.get(&one).await.expect(200);
        assert!(shown["summary"].as_str().unwrap().contains("2,300.00"), "{shown}");
        let decided = reviewer.post(&format!("{one}/approve"), &json!({})).await.expect(200);
        assert_eq!(decided["status"], "done");
        let shown = test.sign_in("zhuren").await.get(&one).await.expect(200);
        has(&shown["steps"][0], &json!({ "instead_of": "周建国", "verdict": "approved" }));
        test.sign_in("guiji").await.get(&one).await.refused(404, "approval_unknown");
        test.prove().await;
    }
}
