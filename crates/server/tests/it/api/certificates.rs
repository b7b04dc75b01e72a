//! `/api/certificates` and what issues papers; `/api/hall/certificates/verify`, for anybody.

use serde_json::{Value, json};

use super::job::{has, text};
use crate::desk::{Desk, staff};
use crate::support::{Client, TestCentre};

/// A member's account and a posted remittance of theirs.
async fn paid(desk: &Desk) -> (String, String) {
    let employer = desk.employer(1, "2026-10").await;
    let remittance = desk.assess(&employer, "2026-10", &staff(1, 2)).await;
    desk.pay("B1", &remittance).await;
    let account = text(&desk.accounts(&employer).await[0]["account_no"]);
    (account, text(&remittance["remittance_id"]))
}

async fn told_of(nobody: &Client, code: &Value) -> Value {
    let asked = json!({ "code": code });
    nobody
        .post("/api/hall/certificates/verify", &asked)
        .await
        .expect(200)
}

testkit::both! {
    async fn a_certificate_is_issued_printed_checked_and_voided(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let (account, _) = paid(&desk).await;
        let nobody = test.nobody();
        let path = format!("/api/accounts/{account}/certificates");
        desk.clerk.post(&path, &json!({ "months": 7 })).await
            .refused(422, "certificate_months_invalid");
        let issued = desk.clerk.post(&path, &json!({ "months": 24 })).await.expect(201);
        let id = text(&issued["certificate_id"]);

        let pdf = format!("/api/certificates/{id}/pdf");
        let first = desk.clerk.get(&pdf).await;
        assert_eq!((first.status.as_u16(), first.headers["content-type"].to_str().unwrap()), (200, "application/pdf"));
        assert!(first.headers["content-disposition"].to_str().unwrap().starts_with("inline; "));
        assert!(first.body.starts_with(b"%PDF-1.7"));
        assert_eq!(first.body, desk.clerk.get(&pdf).await.body);

        let told = told_of(&nobody, &issued["code"]).await;
        has(&told, &json!({
            "kind": "contribution", "kind_label": "缴存证明", "is_valid": true, "void_reason": null,
        }));
        assert!(told["holder_masked"].as_str().unwrap().ends_with('*'), "{told}");
        assert!(told["id_number_masked"].as_str().unwrap().contains("*****"), "{told}");
        let labels: Vec<&Value> =
            told["facts"].as_array().unwrap().iter().map(|fact| &fact["label"]).collect();
        assert!(labels.contains(&&json!("账户余额")), "{labels:?}");

        let by_code = format!("/api/certificates?code={}", text(&issued["code"]));
        let row = desk.clerk.get(&by_code).await.expect(200)["items"][0].clone();
        has(&row, &json!({
            "certificate_id": id, "kind": "contribution", "status": "standing",
            "account_no": account, "can": ["print"],
        }));
        let void = format!("/api/certificates/{id}/void");
        let reason = json!({ "reason": "姓名登记有误" });
        desk.clerk.post(&void, &reason).await.refused(403, "action_forbidden");
        let reviewer = test.sign_in("fuhe").await;
        reviewer.post(&void, &reason).await.expect(204);
        reviewer.post(&void, &json!({ "reason": "再来" })).await.refused(409, "certificate_void");
        desk.clerk.get(&pdf).await.refused(409, "certificate_void");
        let told = told_of(&nobody, &issued["code"]).await;
        assert_eq!(told["is_valid"], false);
        assert!(!told.to_string().contains("姓名登记有误"), "the reason stays with the centre");
        test.keep_books().await;
        test.prove().await;
    }

    async fn a_receipt_falls_with_its_remittance(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let (account, remittance) = paid(&desk).await;
        let path = format!("/api/remittances/{remittance}/receipt");
        let receipt = desk.clerk.post(&path, &json!({})).await.expect(201);
        let path = format!("/api/accounts/{account}/receipts");
        desk.clerk.post(&path, &json!({ "entry_no": 99 })).await.refused(404, "entry_unknown");
        let entry = desk.clerk.post(&path, &json!({ "entry_no": 1 })).await.expect(201);
        let nobody = test.nobody();
        for issued in [&receipt, &entry] {
            let pdf = format!("/api/certificates/{}/pdf", text(&issued["certificate_id"]));
            assert!(desk.clerk.get(&pdf).await.body.starts_with(b"%PDF"));
            assert_eq!(told_of(&nobody, &issued["code"]).await["is_valid"], true);
        }
        let reverse = format!("/api/remittances/{remittance}/reverse");
        let reason = json!({ "reason": "单位报错月份" });
        desk.accountant.post(&reverse, &reason).await.expect(200);
        for issued in [&receipt, &entry] {
            let told = told_of(&nobody, &issued["code"]).await;
            assert_eq!(told["is_valid"], false);
            assert!(text(&told["void_reason"]).contains("冲销"), "{told}");
        }
        let path = format!("/api/remittances/{remittance}/receipt");
        let late = desk.clerk.post(&path, &json!({})).await;
        late.refused(409, "certificate_remittance_not_posted");
        test.keep_books().await;
        test.prove().await;
    }

    async fn anybody_may_check_and_nobody_may_guess(test: TestCentre) {
        let nobody = test.nobody();
        let path = "/api/hall/certificates/verify";
        let slip = json!({ "code": "7K3M-Q2XP" });
        let refusal = nobody.post(path, &slip).await;
        assert_eq!(refusal.json()["field"], "code");
        refusal.refused(422, "certificate_code_invalid");
        // Twenty of the first character have a check sum of nothing.
        let unknown = json!({ "code": "2222-2222-2222-2222-2222" });
        for _ in 0..30 {
            nobody.post(path, &unknown).await.refused(404, "certificate_unknown");
        }
        nobody.post(path, &unknown).await.refused(503, "guesses_exhausted");
    }
}
