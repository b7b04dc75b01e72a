//! `/api/business-days`.

use serde_json::json;

use super::job::{self, Desks, has};
use crate::support::TestCentre;

testkit::both! {
    async fn a_day_is_closed_once_a_key_and_the_next_is_open(test: TestCentre) {
        let desks = Desks::of(&test).await;
        job::paid(&test, &desks).await;
        let path = "/api/business-days/close";
        let day = json!({ "date": "2026-11-02" });
        desks.clerk.post(path, &day).await.refused(403, "action_forbidden");
        let close = async || {
            desks.accountant.post_with_key(path, &day, "close-0001").await.expect(202)
        };
        let asked = close().await;
        assert_eq!(close().await, asked);
        let also = desks.accountant.post(path, &day).await.expect(202);
        assert_eq!(also, asked, "who presses as well follows the same job");
        let closing = format!("/api/jobs/{}", job::text(&asked["job_id"]));
        has(&desks.accountant.get(&closing).await.expect(200), &json!({ "status": "waiting" }));
        // The close, and the two sweeps that follow from it.
        assert_eq!(test.run_jobs().await, 3);
        let done = desks.accountant.get(&closing).await.expect(200);
        has(&done, &json!({ "status": "done", "kind_label": "日终", "subject": "2026-11-02" }));
        let told = |step: usize| job::text(&done["steps"][step]["told"]);
        assert_eq!(told(0), "编号凭证 1 张");
        assert_eq!(told(2), "2026-11-02 共 1 张凭证；2026-11-03 已开启");
        assert_eq!(close().await, asked);
        desks.accountant.post(path, &day).await.refused(409, "business_day_changed");
        let days = desks.accountant.get("/api/business-days").await.expect(200);
        has(&days["items"][0], &json!({ "date": "2026-11-03", "status": "open" }));
        has(&days["items"][1], &json!({ "date": "2026-11-02", "status": "closed", "vouchers": 1 }));
        assert_eq!(told(3), format!("凭证链末端 {}", job::text(&days["items"][1]["head"])));
        let session = desks.clerk.get("/api/session").await.expect(200);
        assert_eq!(session["business_day"]["date"], "2026-11-03");
    }

    async fn no_second_day_is_opened_and_a_date_must_be_one(test: TestCentre) {
        let accountant = test.sign_in("kuaiji").await;
        let open = async |date: &str| {
            accountant.post("/api/business-days/open", &json!({ "date": date })).await
        };
        open("2026-11-03").await.refused(409, "business_day_already_open");
        open("2026-11-31").await.refused(422, "body_invalid");
        let answer = open("20261103").await;
        answer.refused(422, "body_invalid");
        assert_eq!(answer.json()["field"], "/date");
    }
}
