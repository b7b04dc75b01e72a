//! `/api/accounts/{no}/unmask`, and the signatures of what leaves.

use serde_json::json;

use super::job::{self, Desks, has, text};
use crate::support::TestCentre;

/// The number of an account that is there.
async fn an_account(test: &TestCentre, desks: &Desks) -> String {
    job::paid(test, desks).await;
    let list = desks.clerk.get("/api/accounts").await.expect(200);
    text(&list["items"][0]["account_no"])
}

testkit::both! {
    async fn a_member_is_shown_whole_for_a_reason_that_stands_in_the_trail(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let no = an_account(&test, &desks).await;
        let path = format!("/api/accounts/{no}/unmask");
        let asked = json!({ "purpose": "identity", "reason": "本人持身份证到柜面核对" });
        let masked = desks.clerk.get(&format!("/api/accounts/{no}")).await.expect(200);
        assert!(text(&masked["id_number"]).contains('*'), "{masked}");

        let whole = desks.clerk.post(&path, &asked).await.expect(200);
        let number = text(&whole["id_number"]);
        assert_eq!(number.len(), 18, "{whole}");
        assert_eq!(number[..4], text(&masked["id_number"])[..4]);
        assert_eq!(number[14..], text(&masked["id_number"])[14..]);
        assert!(!text(&whole["name"]).contains('*'), "{whole}");

        let auditor = test.sign_in("shenji").await;
        let trail = auditor.get("/api/audit-events?action=member.unmask").await.expect(200);
        let event = &trail["items"][0];
        has(event, &json!({ "subject_kind": "account", "subject_id": no, "outcome": "done" }));
        let told = event.to_string();
        assert!(told.contains("identity") && told.contains("本人持身份证到柜面核对"), "{told}");
        for personal in [&number, &text(&whole["name"])] {
            assert!(!trail.to_string().contains(personal.as_str()), "the trail tells {personal}");
        }
        // Each look is one of its own.
        desks.clerk.post(&path, &asked).await.expect(200);
        let trail = auditor.get("/api/audit-events?action=member.unmask").await.expect(200);
        assert_eq!(trail["items"].as_array().map(Vec::len), Some(2));
    }

    async fn who_may_not_or_gives_no_reason_sees_nothing(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let no = an_account(&test, &desks).await;
        let path = format!("/api/accounts/{no}/unmask");
        let asked = |reason: &str| json!({ "purpose": "contact", "reason": reason });
        for reason in ["", "  ", "一\n二", &"长".repeat(121)] {
            desks.clerk.post(&path, &asked(reason)).await.refused(422, "reason_invalid");
        }
        let unknown = json!({ "purpose": "curiosity", "reason": "想看" });
        desks.clerk.post(&path, &unknown).await.refused(422, "body_invalid");
        for stranger in ["kuaiji", "zhuren", "guanli", "anquan", "shenji", "zhengce"] {
            let stranger = test.sign_in(stranger).await;
            stranger.post(&path, &asked("查看")).await.refused(403, "action_forbidden");
        }
        let elsewhere = test.hire("guiji-elsewhere", "collection_clerk", test.branches[1]).await;
        elsewhere.post(&path, &asked("查看")).await.refused(403, "action_forbidden");
        let missing = "/api/accounts/9999999999/unmask";
        desks.clerk.post(missing, &asked("查看")).await.refused(404, "account_unknown");
        let auditor = test.sign_in("shenji").await;
        let trail = auditor.get("/api/audit-events?action=member.unmask&outcome=done").await;
        assert_eq!(trail.expect(200)["items"], json!([]));
    }

    async fn what_leaves_is_signed(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let no = an_account(&test, &desks).await;
        let key = test.nobody().get("/api/centre/signing-key").await.expect(200);
        has(&key, &json!({ "algorithm": "SM2-SM3", "signer_id": "1234567812345678" }));
        let public = db::PublicKey::from_pem(&text(&key["public_key"])).unwrap();
        let rosters = desks.clerk.get("/api/rosters").await.expect(200);
        let roster = text(&rosters["items"][0]["roster_id"]);
        for path in [
            "/api/accounts/list.xlsx".to_owned(),
            format!("/api/accounts/{no}/entries/list.xlsx"),
            "/api/rosters/template".to_owned(),
            format!("/api/rosters/{roster}/lines.xlsx"),
            format!("/api/rosters/{roster}/findings.xlsx"),
        ] {
            let answer = desks.clerk.get(&path).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.text());
            let digits = answer.headers["x-signature-sm2"].to_str().unwrap();
            let signature = db::Signature::from_der(db::digest::unhex(digits).unwrap());
            assert!(public.signed(&answer.body, &signature), "{path}");
            let mut altered = answer.body.to_vec();
            altered[100] ^= 1;
            assert!(!public.signed(&altered, &signature), "{path}");
        }
    }
}
