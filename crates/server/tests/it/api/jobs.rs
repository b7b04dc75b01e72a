//! `/api/jobs`: 系统任务.

use axum::body::Body;
use axum::http::{Method, header};
use kernel::JobId;
use platform::Caller;
use platform::approval::CARRY_OUT;
use serde_json::json;
use settlement::day::DAY_CLOSE;

use super::approvals;
use super::exports::Paper;
use super::job::{Desks, has, text};
use crate::support::TestCentre;

/// The close of a day that isn't open: taken, it is dead.
pub(super) async fn dead(test: &TestCentre) -> JobId {
    let system = Caller::system("trial", test.centre);
    let mut tx = test.app.db.write(test.centre).await.unwrap();
    let id = platform::job::ask_in(&mut tx, &test.app, &system, &DAY_CLOSE, "2026-12-01")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    test.run_jobs().await;
    id
}

testkit::both! {
    async fn a_dead_job_is_seen_tried_again_and_given_up_by_who_runs_the_system(test: TestCentre) {
        let id = dead(&test).await;
        let Desks { clerk, accountant } = Desks::of(&test).await;
        let administrator = test.sign_in("guanli").await;
        clerk.get("/api/jobs").await.refused(403, "action_forbidden");
        let one = format!("/api/jobs/{id}");
        clerk.get(&one).await.refused(403, "action_forbidden");
        has(&accountant.get(&one).await.expect(200), &json!({ "can": [], "problem_detail": null }));
        let list = administrator.get("/api/jobs?status=dead").await.expect(200);
        has(&list["items"][0], &json!({
            "status": "dead", "kind": "business_day.close", "subject": "2026-12-01", "attempts": 1,
            "attempts_max": 10, "asked_by_name": "系统",
            "problem": "2026-12-01已不是当前营业日（当前为2026-11-02），请刷新后再办理日终",
        }));
        let shown = administrator.get(&one).await.expect(200);
        has(&shown, &json!({ "can": ["retry", "cancel"], "problem_detail": "business_day_changed" }));
        let (retry, cancel) = (format!("{one}/retry"), format!("{one}/cancel"));
        let reason = json!({ "reason": "不再需要" });
        accountant.post(&retry, &json!(null)).await.refused(403, "action_forbidden");
        assert_eq!(administrator.post(&retry, &json!(null)).await.status, 204);
        administrator.post(&cancel, &reason).await.refused(409, "job_not_dead");
        assert_eq!(test.run_jobs().await, 1);
        assert_eq!(administrator.post(&cancel, &reason).await.status, 204);
        has(&administrator.get(&one).await.expect(200), &json!({
            "status": "cancelled", "cancel_reason": "不再需要", "can": [],
        }));
        administrator.post(&retry, &json!(null)).await.refused(409, "job_not_dead");
    }

    /// Nobody knows a request by its id.
    async fn what_a_job_is_about_is_named_as_people_know_it(test: TestCentre) {
        let approval = text(&approvals::asked(&test).await["approval_id"]);
        let system = Caller::system("trial", test.centre);
        let mut tx = test.app.db.write(test.centre).await.unwrap();
        for (kind, subject) in [(&CARRY_OUT, approval.as_str()), (&DAY_CLOSE, "2026-11-02")] {
            platform::job::ask_in(&mut tx, &test.app, &system, kind, subject)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        let administrator = test.sign_in("guanli").await;
        let list = administrator.get("/api/jobs").await.expect(200);
        has(&list["items"][0], &json!({
            "subject": "2026-11-02", "subject_kind": "business_day", "subject_name": null,
        }));
        let named = json!({
            "subject": approval, "subject_kind": "approval", "subject_name": "SP00000001",
        });
        has(&list["items"][1], &named);
        let one = format!("/api/jobs/{}", text(&list["items"][1]["job_id"]));
        has(&administrator.get(&one).await.expect(200), &named);
        let paper = Paper::of(&administrator, "/api/jobs/list.xlsx?columns=subject").await;
        assert_eq!(paper.rows, [["2026-11-02"], ["SP00000001"]]);
    }

    async fn who_asked_for_a_job_watches_it_by_events(test: TestCentre) {
        let Desks { accountant, .. } = Desks::of(&test).await;
        let day = json!({ "date": "2026-11-02" });
        let asked = accountant.post("/api/business-days/close", &day).await.expect(202);
        let path = format!("/api/jobs/{}", text(&asked["job_id"]));
        let request = accountant.request(Method::GET, &path);
        let watched = request.header(header::ACCEPT, "text/event-stream").body(Body::empty());
        let watching = accountant.send(watched.unwrap());
        let (answer, taken) = tokio::join!(watching, test.run_jobs());
        assert_eq!((answer.status.as_u16(), taken), (200, 3));
        assert_eq!(answer.headers[header::CONTENT_TYPE], "text/event-stream");
        let events = answer.text();
        assert!(events.starts_with("event: progress\n"), "{events}");
        let (_, done) = events.rsplit_once("event: done\ndata: ").unwrap();
        let done = serde_json::from_str(done.trim()).unwrap();
        has(&done, &json!({ "status": "done", "problem": null }));
    }
}
