//! `/api/meetings`, `/api/resolutions`: what the management committee resolved, and what cites it.

use serde_json::{Value, json};

use super::job::{has, text};
use crate::support::{Client, TestCentre, fresh_key};

/// A meeting in the morning of the tests' day.
pub(super) async fn meeting(officer: &Client) -> String {
    let key = fresh_key();
    let meeting = json!({
        "title": format!("管委会第 {key} 次会议"), "held_on": "2026-11-02", "chair": "周建国",
        "members_due": 25, "members_present": 21,
    });
    let recorded = officer.post("/api/meetings", &meeting).await.expect(201);
    text(&recorded["meeting_id"])
}

/// What it may resolve of a policy.
pub(super) fn of_policy(number: &str) -> Value {
    json!({
        "number": number, "title": "关于调整缴存基数的决议", "matter": "policy",
        "content": "同意调整缴存基数上下限", "in_favour": 20, "against": 0, "abstained": 1,
        "adopted": true,
    })
}

/// The id of a resolution that a version of policy may cite.
pub(super) async fn resolved(test: &TestCentre) -> String {
    let officer = test.sign_in("zhengce").await;
    let path = format!("/api/meetings/{}/resolutions", meeting(&officer).await);
    let recorded = officer
        .post(&path, &of_policy(&fresh_key()))
        .await
        .expect(201);
    text(&recorded["resolution_id"])
}

testkit::both! {
    async fn a_resolution_is_recorded_cited_and_then_kept(test: TestCentre) {
        let officer = test.sign_in("zhengce").await;
        let meeting = meeting(&officer).await;
        let path = format!("/api/meetings/{meeting}/resolutions");
        let recorded = officer.post(&path, &of_policy("安公管〔2026〕3号")).await.expect(201);
        let id = text(&recorded["resolution_id"]);
        officer.post(&path, &of_policy("安公管〔2026〕3号")).await.refused(409, "resolution_number_taken");
        let change = json!({
            "value": "2300", "effective_from": "2027-07-01", "source_title": "年度调整通知",
            "source_number": "1号", "source_date": "2026-11-02", "reason": "年度调整",
        });
        let versions = "/api/policy/fund.base_floor/versions";
        let without = officer.post(versions, &change).await;
        without.refused(422, "policy_change_invalid");
        assert_eq!(without.json()["findings"][0]["code"], "policy_resolution_missing");
        let mut cited = change.clone();
        cited["resolution_id"] = json!(id);
        officer.post(versions, &cited).await.expect(201);
        let floor = officer.get("/api/policy/fund.base_floor").await.expect(200);
        has(&floor, &json!({ "by_committee": true }));
        has(&floor["history"][0]["resolution"], &json!({ "number": "安公管〔2026〕3号" }));
        let shown = officer.get(&format!("/api/resolutions/{id}")).await.expect(200);
        has(&shown, &json!({ "matter": "policy", "adopted": true, "can": [], "void_reason": null }));
        assert_eq!(shown["citations"][0]["subject_kind"], "policy_version");
        let void = format!("/api/resolutions/{id}/void");
        let reason = json!({ "reason": "文号有误" });
        officer.post(&void, &reason).await.refused(409, "resolution_cited");
        test.prove().await;
    }

    async fn a_resolution_recorded_by_mistake_is_voided_and_its_number_free(test: TestCentre) {
        let officer = test.sign_in("zhengce").await;
        let meeting = meeting(&officer).await;
        let path = format!("/api/meetings/{meeting}/resolutions");
        let recorded = officer.post(&path, &of_policy("3号")).await.expect(201);
        let void = format!("/api/resolutions/{}/void", text(&recorded["resolution_id"]));
        let reason = json!({ "reason": "票数有误" });
        test.sign_in("zhuren").await.post(&void, &reason).await.refused(403, "action_forbidden");
        officer.post(&void, &json!({ "reason": " " })).await.refused(422, "resolution_void_reason_invalid");
        officer.post(&void, &reason).await.expect(204);
        officer.post(&void, &reason).await.refused(409, "resolution_voided");
        officer.post(&path, &of_policy("3号")).await.expect(201);
        let list = officer.get(&format!("/api/resolutions?meeting_id={meeting}")).await.expect(200);
        assert_eq!(list["count"]["value"], 2);
        let citable = officer.get("/api/resolutions?citable=true&matter=policy").await.expect(200);
        assert_eq!(citable["count"]["value"], 1);
        let meetings = officer.get("/api/meetings").await.expect(200);
        has(&meetings["items"][0], &json!({ "resolutions": 1, "chair": "周建国" }));
        let shown = officer.get(&format!("/api/meetings/{meeting}")).await.expect(200);
        has(&shown, &json!({ "can": ["record_resolution"], "minutes": null }));
        test.prove().await;
    }

    async fn what_is_wrong_with_the_minutes_is_told_by_field(test: TestCentre) {
        let officer = test.sign_in("zhengce").await;
        let wrong = json!({
            "title": "", "held_on": "2026-11-03", "chair": "周建国", "members_due": 3,
            "members_present": 4,
        });
        let answer = officer.post("/api/meetings", &wrong).await;
        answer.refused(422, "meeting_invalid");
        assert_eq!(answer.json()["findings"].as_array().unwrap().len(), 3);
        let no_file = json!({
            "title": "第九次会议", "held_on": "2026-11-02", "chair": "周建国", "members_due": 3,
            "members_present": 3, "minutes": "0".repeat(64),
        });
        officer.post("/api/meetings", &no_file).await.refused(404, "file_unknown");
        let path = format!("/api/meetings/{}/resolutions", meeting(&officer).await);
        let mut lost = of_policy("1号");
        (lost["in_favour"], lost["against"]) = (json!(3), json!(18));
        let answer = officer.post(&path, &lost).await;
        answer.refused(422, "resolution_invalid");
        assert_eq!(answer.json()["findings"][0]["code"], "votes_out_of_bounds");
        lost["abstained"] = json!(0);
        let answer = officer.post(&path, &lost).await;
        assert_eq!(answer.json()["findings"][0]["code"], "resolution_not_carried");
        lost["adopted"] = json!(false);
        let recorded = officer.post(&path, &lost).await.expect(201);
        let change = json!({
            "value": "2300", "effective_from": "2027-07-01", "source_title": "年度调整通知",
            "source_number": "1号", "source_date": "2026-11-02", "reason": "年度调整",
            "resolution_id": recorded["resolution_id"],
        });
        let versions = "/api/policy/fund.base_floor/versions";
        officer.post(versions, &change).await.refused(409, "resolution_not_adopted");
    }
}
