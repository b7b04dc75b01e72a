//! `/api/branches`, `/api/codes`, `/api/policy`, `/api/bank-accounts`: what stands still.

use serde_json::json;

use super::job::has;
use crate::support::TestCentre;

testkit::both! {
    async fn branches_codes_policy_and_bank_accounts_are_there(test: TestCentre) {
        let accountant = test.sign_in("kuaiji").await;
        let branches = accountant.get("/api/branches").await.expect(200);
        assert_eq!(branches["items"][0]["branch_id"], test.branches[0].to_string());

        let codes = accountant.get("/api/codes").await.expect(200);
        let label = |set: &str, code: &str| {
            let all = codes[set].as_array().unwrap();
            all.iter().find(|one| one["code"] == code).unwrap()["label"].clone()
        };
        assert_eq!(label("industry", "C"), "制造业");
        assert_eq!(label("remittance_status", "assessed"), "待到账");
        assert_eq!(label("bank", "105"), "中国建设银行");

        let policy = accountant.get("/api/policy").await.expect(200);
        let items = policy["items"].as_array().unwrap();
        let ceiling = items.iter().find(|item| item["key"] == "fund.rate_ceiling").unwrap();
        has(ceiling, &json!({ "value": "12%", "label": "缴存比例上限" }));
        assert!(ceiling["source"].as_str().unwrap().contains("建金管〔2005〕5号"), "{ceiling}");
        assert_eq!(ceiling["history"][0]["effective_from"], "2005-01-10");

        let banks = accountant.get("/api/bank-accounts").await.expect(200);
        let first = &banks["items"][0];
        has(first, &json!({ "bank_name": "中国建设银行", "ledger_account": "10101" }));
    }
}
