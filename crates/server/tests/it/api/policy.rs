//! `/api/policy`: the parameters changed and withdrawn, and what was decided before.

use serde_json::{Value, json};

use super::committee;
use super::job::{self, Desks, MONTH, has, text};
use crate::support::{Client, TestCentre, fresh_key};

/// A notice that sets a value from a day on, on a resolution of its own.
async fn notice(test: &TestCentre, value: &str, effective_from: &str) -> Value {
    let resolution_id = committee::resolved(test).await;
    json!({
        "resolution_id": resolution_id,
        "value": value,
        "effective_from": effective_from,
        "source_title": "关于调整2026年度住房公积金缴存基数的通知",
        "source_number": "安公积金〔2026〕12号",
        "source_date": "2026-10-30",
        "note": "第二条",
        "reason": "按统计部门公布的上年平均工资调整",
    })
}

async fn change(officer: &Client, parameter: &str, notice: &Value) -> String {
    let path = format!("/api/policy/{parameter}/versions");
    let answer = officer.post(&path, notice).await;
    text(&answer.expect(201)["policy_version_id"])
}

async fn parameter(client: &Client, key: &str) -> Value {
    client.get(&format!("/api/policy/{key}")).await.expect(200)
}

testkit::both! {
    async fn a_parameter_is_seen_with_its_document_and_what_reads_it(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let floor = parameter(&clerk, "fund.rate_floor").await;
        has(&floor, &json!({
            "label": "缴存比例下限", "kind": "rate", "value": "5%", "can": [],
            "earliest": "2026-11-02",
        }));
        assert!(text(&floor["used_for"]).contains("清册"));
        has(&floor["history"][0], &json!({
            "state": "in_force", "effective_from": "2026-09-20",
            "source_number": "国务院令第844号", "source_date": "2026-08-10", "recorded_by": "系统",
        }));
        assert_eq!(floor["history"][1]["state"], "past");
        let rounding = parameter(&clerk, "fund.monthly_rounding").await;
        assert_eq!(rounding["choices"].as_array().unwrap().len(), 8);
        clerk.get("/api/policy/fund.roof").await.refused(404, "policy_parameter_unknown");
    }

    async fn a_change_is_made_by_those_who_may_and_once(test: TestCentre) {
        let officer = test.sign_in("zhengce").await;
        let path = "/api/policy/fund.base_ceiling/versions";
        let (notice, key) = (notice(&test, "30,000", "2026-12-01").await, fresh_key());
        let once = officer.post_with_key(path, &notice, &key).await.expect(201);
        let again = officer.post_with_key(path, &notice, &key).await.expect(201);
        assert_eq!(once, again);
        officer.post(path, &notice).await.refused(409, "policy_version_exists");
        for stranger in ["guiji", "zhuren", "kuaiji", "guanli"] {
            let stranger = test.sign_in(stranger).await;
            stranger.post(path, &notice).await.refused(403, "action_forbidden");
        }
        let ceiling = parameter(&officer, "fund.base_ceiling").await;
        has(&ceiling, &json!({ "value": "28,692.00", "can": ["change"] }));
        has(&ceiling["history"][0], &json!({
            "state": "upcoming", "value": "30,000.00", "recorded_by": "吴晓梅", "note": "第二条",
            "reason": "按统计部门公布的上年平均工资调整", "can": ["withdraw"],
        }));
        test.prove().await;
    }

    async fn what_is_wrong_with_a_change_is_said_beside_each_field(test: TestCentre) {
        let officer = test.sign_in("zhengce").await;
        let wrong = json!({
            "resolution_id": committee::resolved(&test).await,
            "value": "2,000.00",
            "effective_from": "2026-06-30",
            "source_title": "",
            "source_number": "安公积金〔2026〕12号",
            "source_date": "2026-11-03",
            "reason": "调整",
        });
        let answer = officer.post("/api/policy/fund.base_ceiling/versions", &wrong).await;
        answer.refused(422, "policy_change_invalid");
        let findings = answer.json()["findings"].as_array().unwrap().clone();
        let mut told: Vec<(String, String)> = findings
            .iter()
            .map(|finding| (text(&finding["field"]), text(&finding["code"])))
            .collect();
        told.sort();
        let expected = [
            ("effective_from", "policy_effective_too_early"),
            ("source_date", "policy_source_date_invalid"),
            ("source_title", "policy_text_invalid"),
        ];
        assert_eq!(told, expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
        let crossed = notice(&test, "2,000.00", "2026-12-01").await;
        let answer = officer.post("/api/policy/fund.base_ceiling/versions", &crossed).await;
        assert_eq!(answer.json()["findings"][0]["code"], "policy_value_crosses");
        let long = notice(&test, "90个自然日", "2026-12-01").await;
        let path = "/api/policy/fund.remittance_deadline/versions";
        let answer = officer.post(path, &long).await;
        assert_eq!(answer.json()["findings"][0]["code"], "policy_value_out_of_bounds");
    }

    async fn a_version_to_come_is_withdrawn_and_stays_in_the_history(test: TestCentre) {
        let officer = test.sign_in("zhengce").await;
        let id = change(&officer, "fund.rate_ceiling", &notice(&test, "10%", "2027-01-01").await).await;
        let path = format!("/api/policy-versions/{id}/withdraw");
        let reason = json!({ "reason": "通知暂缓执行" });
        test.sign_in("zhuren").await.post(&path, &reason).await.refused(403, "action_forbidden");
        officer.post(&path, &reason).await.expect(200);
        officer.post(&path, &reason).await.refused(409, "policy_version_withdrawn");
        let ceiling = parameter(&officer, "fund.rate_ceiling").await;
        let withdrawn = &ceiling["history"][0];
        has(withdrawn, &json!({ "state": "withdrawn", "value": "10%", "can": [] }));
        has(&withdrawn["withdrawal"], &json!({ "by": "吴晓梅", "reason": "通知暂缓执行" }));
        let held = text(&ceiling["history"][1]["policy_version_id"]);
        let path = format!("/api/policy-versions/{held}/withdraw");
        officer.post(&path, &reason).await.refused(409, "policy_version_in_force");
        test.prove().await;
    }

    /// What was assessed keeps the version it was assessed by, and is paid by it; what was only
    /// previewed is read anew.
    async fn a_change_leaves_what_was_assessed_and_outdates_what_was_previewed(test: TestCentre) {
        let Desks { clerk, accountant } = Desks::of(&test).await;
        let officer = test.sign_in("zhengce").await;
        let employer_id = job::employer(&test, &clerk).await;
        let people = [(1, 5_000), (2, 28_000)];
        let stale = job::roster(&clerk, &employer_id, &people).await;

        // The notice of the year comes in November and holds from its first.
        change(&officer, "fund.base_ceiling", &notice(&test, "28,100", "2026-11-01").await).await;
        let path = format!("/api/rosters/{stale}/confirm");
        clerk.post(&path, &Value::Null).await.refused(409, "roster_outdated");

        let remittance = job::remittance(&clerk, &employer_id, &people).await;
        change(&officer, "fund.base_ceiling", &notice(&test, "27,000", "2026-11-02").await).await;
        let path = format!("/api/remittances/{}", text(&remittance["remittance_id"]));
        let kept = clerk.get(&path).await.expect(200);
        assert_eq!(kept["rules"], remittance["rules"]);
        let sources: Vec<&str> = kept["rules"].as_array().unwrap().iter()
            .filter_map(|rule| rule["source"].as_str()).collect();
        assert!(sources.iter().any(|source| source.contains("12号")), "{sources:?}");
        let wire = job::arrival(
            &accountant,
            remittance["expected_fen"].as_i64().unwrap(),
            remittance["payment_code"].as_str(),
        ).await;
        let outcome = accountant.post("/api/arrivals", &wire).await.expect(201);
        assert_eq!(outcome["outcome"], "posted", "{outcome}");
        assert_eq!(kept["month"], MONTH);
        test.keep_books().await;
        test.prove().await;
    }
}
