//! `/api/session`, `/api/centre`, `/api/health`.

use axum::body::Body;
use axum::http::{Method, header};
use serde_json::json;
use simulation::founding;

use super::job::has;
use crate::support::TestCentre;

testkit::both! {
    async fn a_clerk_signs_in_is_known_and_signs_out(test: TestCentre) {
        let body = json!({ "name": " GuiJi ", "password": founding::PASSWORD });
        let answer = test.nobody().post("/api/session", &body).await;
        let session = answer.expect(200);
        assert_eq!(session["name"], "李敏");
        assert_eq!(session["roles"], json!(["归集经办"]));
        assert_eq!(session["business_day"], json!({ "date": "2026-11-02", "status": "open" }));
        assert_eq!(session["centre"]["name"], founding::CENTRE_NAME);
        assert!(session["actions"].as_array().unwrap().contains(&json!("employer.register")));
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.starts_with("anju_session=1."), "{cookie}");
        assert!(cookie.ends_with("; HttpOnly; SameSite=Strict; Path=/"), "{cookie}");

        let clerk = test.sign_in("guiji").await;
        let known = clerk.get("/api/session").await.expect(200);
        has(&known, &json!({ "staff_id": session["staff_id"], "sign_in_name": "guiji" }));
        let leave = clerk.request(Method::DELETE, "/api/session").body(Body::empty()).unwrap();
        let out = clerk.send(leave).await;
        out.expect(204);
        assert!(out.headers[header::SET_COOKIE].to_str().unwrap().contains("Max-Age=0"));
        clerk.get("/api/session").await.refused(401, "session_invalid");
    }

    async fn a_wrong_password_and_an_unknown_name_are_refused_alike(test: TestCentre) {
        for (name, password) in [("guiji", "wrong"), ("nobody", founding::PASSWORD), ("", "")] {
            let body = json!({ "name": name, "password": password });
            let answer = test.nobody().post("/api/session", &body).await;
            answer.refused(401, "sign_in_failed");
            assert!(!answer.headers.contains_key(header::SET_COOKIE));
        }
    }

    async fn the_first_page_needs_no_one(test: TestCentre) {
        let centre = test.nobody().get("/api/centre").await.expect(200);
        let expected = json!({ "centre_id": 1, "name": founding::CENTRE_NAME, "demo": null, "hall_demo": null });
        assert_eq!(centre, expected);
        let health = test.nobody().get("/api/health").await.expect(200);
        assert_eq!(health, json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") }));
        let document = test.nobody().get("/api/openapi.json").await.expect(200);
        assert_eq!(document["info"]["title"], "anju");
    }
}
