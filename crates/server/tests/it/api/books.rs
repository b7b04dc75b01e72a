//! `/api/vouchers`, `/api/ledger-accounts`, `/api/balances`, `/api/periods`.

use serde_json::{Value, json};

use super::job::{self, Desks, MONTH, has, text};
use crate::support::{TODAY, TestCentre};

testkit::both! {
    async fn a_voucher_shows_as_paper_does(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (remittance, outcome) = job::paid(&test, &desks).await;
        let id = text(&outcome["voucher_ids"][0]);
        let path = format!("/api/vouchers/{id}");
        let waiting = desks.accountant.get(&path).await.expect(200);
        has(&waiting, &json!({ "number": null, "hash": null }));
        test.keep_books().await;
        let voucher = desks.accountant.get(&path).await.expect(200);
        assert_eq!(voucher["number"], "2026-11 记-0001");
        has(&voucher, &json!({ "preparer": "王会芳", "kind": "automatic" }));
        assert_eq!(voucher["amount_in_words"], "人民币贰仟捌佰捌拾元整");
        let authority = voucher["authority"].as_str().unwrap();
        assert!(authority.contains("建金管〔2005〕5号"), "documents, not ids: {authority}");
        assert_eq!(voucher["hash"].as_str().unwrap().len(), 64);
        let lines = voucher["lines"].as_array().unwrap();
        has(&lines[0], &json!({ "account_code": "10101", "debit_fen": remittance["expected_fen"] }));

        for query in [
            format!("month={MONTH}&kind=automatic"),
            "account=10101&business_date.from=2026-11-01".to_owned(),
            format!("amount_fen={}", remittance["expected_fen"]),
            "number=1&book=fund".to_owned(),
        ] {
            let list = desks.accountant.get(&format!("/api/vouchers?{query}")).await.expect(200);
            assert_eq!(list["items"][0]["voucher_id"], id.as_str(), "{query}");
            assert_eq!(list["items"][0]["preparer"], "王会芳", "{query}");
            let sums = desks.accountant.get(&format!("/api/vouchers/totals?{query}")).await;
            assert_eq!(sums.expect(200)["amount_fen"], remittance["expected_fen"], "{query}");
        }
    }

    async fn balances_and_details_agree_before_and_after_the_bookkeeper(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (remittance, outcome) = job::paid(&test, &desks).await;
        let expected = &remittance["expected_fen"];
        for tail in [1, 0] {
            let path = format!("/api/balances?month={MONTH}");
            let balances = desks.accountant.get(&path).await.expect(200);
            assert_eq!(balances["tail_vouchers"], tail);
            let rows = balances["rows"].as_array().unwrap();
            let row = |code: &str| rows.iter().find(|row| row["code"] == code).unwrap();
            assert_eq!(&row("101")["closing_fen"], expected);
            assert_eq!(&row("201")["closing_fen"], expected);
            assert_eq!(balances["totals"]["debit_fen"], balances["totals"]["credit_fen"]);
            let path = format!("/api/ledger-accounts/101/lines?month={MONTH}");
            let detail = desks.accountant.get(&path).await.expect(200);
            has(&detail, &json!({ "opening_fen": 0, "closing_fen": expected }));
            assert_eq!(detail["count"], json!({ "value": 1, "exact": true }));
            let line = &detail["items"][0];
            has(line, &json!({ "voucher_id": outcome["voucher_ids"][0], "balance_fen": expected }));
            test.keep_books().await;
        }
        let accounts = desks.accountant.get("/api/ledger-accounts").await.expect(200);
        let accounts = accounts["items"].as_array().unwrap();
        let bank = accounts.iter().find(|account| account["code"] == "10101").unwrap();
        has(bank, &json!({ "level": 2, "parent": "101", "is_summary": false }));
        for bad in ["/api/balances?month=2026-13", "/api/balances?moth=2026-11"] {
            desks.accountant.get(bad).await.refused(422, "query_invalid");
        }
    }

    async fn a_month_is_closed_once_its_days_are_and_every_voucher_has_its_number(test: TestCentre) {
        let desks = Desks::of(&test).await;
        job::paid(&test, &desks).await;
        let path = format!("/api/periods/{MONTH}/close");
        desks.clerk.post(&path, &Value::Null).await.refused(403, "action_forbidden");
        let waiting = desks.accountant.post(&path, &Value::Null).await;
        waiting.refused(409, "period_tail_not_empty");
        test.keep_books().await;
        desks.accountant.post(&path, &Value::Null).await.refused(409, "period_day_open");
        let mut day = TODAY.to_owned();
        while day.starts_with(MONTH) {
            let close = json!({ "date": day });
            desks.accountant.post("/api/business-days/close", &close).await.expect(202);
            test.run_jobs().await;
            let session = desks.accountant.get("/api/session").await.expect(200);
            day = text(&session["business_day"]["date"]);
        }
        let closed = desks.accountant.post(&path, &Value::Null).await.expect(200);
        assert_eq!(closed, json!({ "month": MONTH, "status": "closed" }));
        desks.accountant.post(&path, &Value::Null).await.refused(409, "period_closed_already");
        let none = desks.accountant.post("/api/periods/2026-1/close", &Value::Null).await;
        none.refused(404, "not_found");
        let periods = desks.accountant.get("/api/periods").await.expect(200);
        let period = &periods["items"][0];
        has(period, &json!({ "status": "closed", "vouchers": 1 }));
        let late = job::arrival(&desks.accountant, 5_000, None).await;
        let late = desks.accountant.post("/api/arrivals", &late).await.expect(201);
        let voucher = format!("/api/vouchers/{}", text(&late["voucher_ids"][0]));
        let voucher = desks.accountant.get(&voucher).await.expect(200);
        assert_eq!(voucher["business_date"], day.as_str(), "the next month takes it");
    }
}
