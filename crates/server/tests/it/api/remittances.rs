//! `/api/remittances`.

use kernel::Fen;
use serde_json::json;

use super::job::{self, Desks, MONTH, has, text};
use crate::spending::spend;
use crate::support::TestCentre;

testkit::both! {
    async fn a_remittance_says_what_it_was_held_against(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let employer_id = job::employer(&test, &clerk).await;
        let remittance = job::remittance(&clerk, &employer_id, &[(1, 5_000), (2, 6_000)]).await;
        has(&remittance, &json!({ "status": "assessed", "people": 2 }));
        has(&remittance, &json!({ "month": MONTH, "expected_fen": 176_000 }));
        has(&remittance, &json!({ "assessed_by": "李敏", "arrival_id": null }));
        assert_eq!(remittance["can"], json!(["cancel"]));
        let rules = remittance["rules"].as_array().unwrap();
        assert!(!rules.is_empty());
        assert!(rules.iter().all(|rule| rule["verdict"] == "met"), "{rules:?}");

        let id = text(&remittance["remittance_id"]);
        let code = text(&remittance["payment_code"]);
        let list = clerk.get(&format!("/api/remittances?payment_code={code}")).await.expect(200);
        assert_eq!(list["items"][0]["remittance_id"], id.as_str());
        let sums = clerk.get(&format!("/api/remittances/totals?month={MONTH}")).await.expect(200);
        assert_eq!(sums, json!({ "expected_fen": 176_000, "people": 2 }));
        let lines = clerk.get(&format!("/api/remittances/{id}/lines")).await.expect(200);
        assert_eq!(lines["items"][0]["employer_fen"], 40_000);
        assert!(lines["items"][0]["name"].as_str().unwrap().contains('*'), "{lines}");
        let sums = clerk.get(&format!("/api/remittances/{id}/lines/totals")).await.expect(200);
        let expected = json!({
            "base_fen": 1_100_000, "employer_fen": 88_000, "member_fen": 88_000,
        });
        assert_eq!(sums, expected);
        let second = format!("/api/remittances/{id}/lines/totals?line_no=2");
        assert_eq!(clerk.get(&second).await.expect(200)["base_fen"], 600_000);
    }

    /// Who works in another branch is told neither lines nor sums, of one thing or of all.
    async fn another_branch_s_sums_are_as_closed_as_its_rows(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (remittance, _) = job::paid(&test, &desks).await;
        let stranger = test.hire("andong", "collection_clerk", test.branches[1]).await;
        let accounts = desks.clerk.get("/api/accounts").await.expect(200);
        let account = text(&accounts["items"][0]["account_no"]);
        let (id, roster) = (text(&remittance["remittance_id"]), text(&remittance["roster_id"]));
        for path in [
            format!("/api/accounts/{account}/entries"),
            format!("/api/rosters/{roster}/lines"),
            format!("/api/rosters/{roster}/missing-members"),
            format!("/api/remittances/{id}/lines"),
        ] {
            for path in [format!("{path}/totals"), path] {
                stranger.get(&path).await.refused(403, "action_forbidden");
                desks.clerk.get(&path).await.expect(200);
            }
        }
        for list in ["rosters", "remittances", "accounts", "employers"] {
            let path = format!("/api/{list}/totals");
            let sums = stranger.get(&path).await.expect(200);
            let sums: Vec<_> = sums.as_object().unwrap().values().cloned().collect();
            assert!(sums.iter().all(|sum| *sum == 0), "{list}: {sums:?}");
            let own = desks.clerk.get(&path).await.expect(200);
            assert!(own.as_object().unwrap().values().any(|sum| *sum != 0), "{list}: {own}");
        }
    }

    async fn an_unpaid_remittance_is_cancelled_and_its_month_is_free(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let employer_id = job::employer(&test, &clerk).await;
        let remittance = job::remittance(&clerk, &employer_id, &[(1, 5_000)]).await;
        let path = format!("/api/remittances/{}/cancel", text(&remittance["remittance_id"]));
        clerk.post(&path, &json!({ "reason": " " })).await.refused(422, "reason_invalid");
        let reason = json!({ "reason": "人数有误" });
        clerk.post(&path, &reason).await.expect(204);
        clerk.post(&path, &reason).await.refused(409, "remittance_not_assessed");
        let again = job::remittance(&clerk, &employer_id, &[(1, 5_000)]).await;
        assert_ne!(again["remittance_id"], remittance["remittance_id"]);
    }

    async fn a_posted_remittance_is_reversed_by_the_accountant(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (remittance, outcome) = job::paid(&test, &desks).await;
        let id = text(&remittance["remittance_id"]);
        let path = format!("/api/remittances/{id}/reverse");
        let reason = json!({ "reason": "付款单位有误" });
        desks.clerk.post(&path, &reason).await.refused(403, "action_forbidden");
        let reversed = desks.accountant.post(&path, &reason).await.expect(200);
        assert!(!reversed["voucher_ids"].as_array().unwrap().is_empty(), "{reversed}");
        let after = desks.accountant.get(&format!("/api/remittances/{id}")).await.expect(200);
        has(&after, &json!({ "status": "reversed", "ended_reason": "付款单位有误" }));
        desks.accountant.post(&path, &reason).await.refused(409, "remittance_not_posted");
        let voucher = text(&outcome["voucher_ids"][0]);
        let voucher = desks.accountant.get(&format!("/api/vouchers/{voucher}")).await.expect(200);
        assert!(voucher["reversed_by"].is_string(), "{voucher}");
        test.keep_books().await;
        test.prove().await;
    }

    async fn a_reversal_whose_money_has_partly_left_is_previewed_and_leaves_a_receivable(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (remittance, _) = job::paid(&test, &desks).await;
        let id = text(&remittance["remittance_id"]);
        let lines = desks.clerk.get(&format!("/api/remittances/{id}/lines")).await.expect(200);
        let account = text(&lines["items"][0]["account_no"]);
        spend(&test.app, test.centre, account.parse().unwrap(), Fen::new(30_000)).await;

        let preview = format!("/api/remittances/{id}/reversal");
        let told = desks.accountant.get(&preview).await.expect(200);
        has(&told, &json!({
            "people": 3, "amount_fen": remittance["expected_fen"],
            "short_people": 1, "short_fen": 30_000,
        }));
        has(&told["members"][0], &json!({ "account_no": account, "short_fen": 30_000 }));
        let path = format!("/api/remittances/{id}/reverse");
        let mut reversal = json!({ "reason": "单位报错月份" });
        let refused = desks.accountant.post(&path, &reversal).await;
        refused.refused(409, "accounts_hold_too_little");
        reversal["shortfall_fen"] = json!(29_999);
        desks.accountant.post(&path, &reversal).await.refused(409, "reversal_changed");
        reversal["shortfall_fen"] = json!(30_000);
        desks.accountant.post(&path, &reversal).await.expect(200);
        let after = desks.accountant.get(&format!("/api/remittances/{id}")).await.expect(200);
        has(&after, &json!({
            "status": "reversed", "shortfall": { "people": 1, "amount_fen": 30_000 },
        }));
        desks.accountant.get(&preview).await.refused(409, "remittance_not_posted");

        let open = desks.accountant.get("/api/recoveries?kind=shortfall").await.expect(200);
        has(&open["items"][0], &json!({
            "kind": "shortfall", "left_fen": 30_000, "arrival_id": null, "payer_name": null,
        }));
        assert_eq!(open["items"][0]["debtor"]["account_no"], account.as_str());
        assert_eq!(open["items"][0]["owner"]["employer_name"], remittance["employer_name"]);
        let wire = job::arrival(&desks.accountant, 30_000, None).await;
        let waits = desks.accountant.post("/api/arrivals", &wire).await.expect(201);
        let recover = format!("/api/recoveries/{}/recover", text(&open["items"][0]["recovery_id"]));
        let with = json!({ "suspense_id": waits["suspense_id"], "amount_fen": 30_000 });
        desks.accountant.post(&recover, &with).await.expect(200);
        let left = desks.accountant.get("/api/recoveries?status=open").await.expect(200);
        assert_eq!(left["count"]["value"], 0);
        test.keep_books().await;
        test.prove().await;
    }
}
