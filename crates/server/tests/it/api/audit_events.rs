//! `/api/audit-events`, `/api/actions`: who did what, found again.

use serde_json::json;

use super::job::{self, Desks, has, text};
use crate::support::TestCentre;

testkit::both! {
    async fn what_was_done_and_what_was_refused_is_found_again(test: TestCentre) {
        let Desks { clerk, accountant } = Desks::of(&test).await;
        let employer_id = job::employer(&test, &clerk).await;
        accountant.post("/api/employers", &job::registration(&test)).await
            .refused(403, "action_forbidden");
        let auditor = test.sign_in("shenji").await;
        let found = async |query: &str| {
            let path = format!("/api/audit-events?{query}");
            auditor.get(&path).await.expect(200)["items"].as_array().unwrap().clone()
        };
        let registered = found(&format!("subject_kind=employer&subject_id={employer_id}")).await;
        let [event] = &registered[..] else {
            panic!("{registered:?}");
        };
        has(event, &json!({
            "action": "employer.register", "outcome": "done", "actor_name": "李敏",
            "address": "127.0.0.1",
        }));
        assert!(event["detail"].is_object(), "{event}");
        let by = text(&event["actor"]);
        assert!(found(&format!("actor={by}&action=employer.register")).await.len() == 1);

        let denied = found("outcome=denied&day.from=2026-11-02&day.to=2026-11-02").await;
        has(&denied[0], &json!({ "action": "employer.register", "actor_name": "王会芳" }));
        assert_eq!(found("outcome=denied&day.to=2026-11-01").await.len(), 0);
        let all = found("limit=3").await;
        assert!(all[0]["at"].as_str() >= all[2]["at"].as_str(), "the latest first");
        auditor.get("/api/audit-events?day.from=2026-11-31").await.refused(422, "filter_invalid");
        for stranger in ["guiji", "zhuren", "guanli", "anquan"] {
            let stranger = test.sign_in(stranger).await;
            stranger.get("/api/audit-events").await.refused(403, "action_forbidden");
        }
    }

    /// Every action that the trail can name has its word.
    async fn every_action_of_the_trail_has_its_word(test: TestCentre) {
        let desks = Desks::of(&test).await;
        job::paid(&test, &desks).await;
        let wire = job::arrival(&desks.accountant, 5_000, None).await;
        desks.accountant.post("/api/arrivals", &wire).await.expect(201);
        let auditor = test.sign_in("shenji").await;
        let actions = auditor.get("/api/actions").await.expect(200);
        let actions = actions["items"].as_array().unwrap();
        let events = auditor.get("/api/audit-events?limit=200").await.expect(200);
        let events = events["items"].as_array().unwrap();
        for act in ["suspense.open", "remittance.assess", "remittance.post"] {
            assert!(events.iter().any(|event| event["action"] == act), "{act}");
            let known = actions.iter().find(|action| action["code"] == act).unwrap();
            assert_eq!(known["by_role"], false, "no role gives {act}");
        }
        for event in events {
            let known = actions.iter().find(|action| action["code"] == event["action"]);
            let label = text(&known.unwrap_or_else(|| panic!("{event}"))["label"]);
            assert!(!label.is_ascii(), "{label}");
        }
    }
}
