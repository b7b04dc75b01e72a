//! `/api/home`.

use serde_json::json;

use super::job::{self, Desks, MONTH, has};
use crate::support::TestCentre;

testkit::both! {
    async fn the_first_page_counts_what_the_day_brought(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let empty = desks.clerk.get("/api/home").await.expect(200);
        has(&empty, &json!({ "fund_balance_fen": 0, "employers": 0 }));
        let (remittance, _) = job::paid(&test, &desks).await;
        let expected = &remittance["expected_fen"];
        let stray = job::arrival(&desks.accountant, 5_000, None).await;
        desks.accountant.post("/api/arrivals", &stray).await.expect(201);

        let home = desks.clerk.get("/api/home").await.expect(200);
        assert_eq!(home["business_date"], "2026-11-02");
        assert_eq!(&home["fund_balance_fen"], expected);
        has(&home, &json!({ "employers": 1, "accounts": 3 }));
        let month = json!({ "month": MONTH, "remitted_fen": expected, "remittances": 1 });
        assert_eq!(home["month"], month);
        let arrived = expected.as_i64().unwrap() + 5_000;
        let today = json!({
            "arrivals": 2, "arrivals_fen": arrived, "posted_fen": expected, "vouchers": 2,
        });
        assert_eq!(home["today"], today);
        let waiting = json!({
            "suspense": 1, "suspense_fen": 5_000, "remittances_assessed": 0, "employers_behind": 0,
        });
        assert_eq!(home["waiting"], waiting);
        assert_eq!(home["tail"], json!({ "vouchers": 2, "oldest_age_s": 0 }));
        let trend = home["trend"].as_array().unwrap();
        assert_eq!((trend.len(), &trend[0]["month"], &trend[11]), (12, &json!("2025-12"), &month));
    }

    async fn who_owes_a_month_is_counted(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let mut body = job::registration(&test);
        body["first_month"] = json!("2026-10");
        clerk.post("/api/employers", &body).await.expect(201);
        let home = clerk.get("/api/home").await.expect(200);
        let list = clerk.get("/api/employers").await.expect(200);
        assert_eq!(list["items"][0]["months_owed"], 1, "October fell due on the 30th");
        assert_eq!(home["waiting"]["employers_behind"], 1);
    }
}
