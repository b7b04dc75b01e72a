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
            "suspense": 1, "suspense_fen": 5_000, "remittances_assessed": 0, "employers_in_arrears": 0,
        });
        assert_eq!(home["waiting"], waiting);
        assert_eq!(home["tail"], json!({ "vouchers": 2, "oldest_age_s": 0 }));
        let trend = home["trend"].as_array().unwrap();
        assert_eq!((trend.len(), &trend[0]["month"], &trend[11]), (12, &json!("2025-12"), &month));
    }

    async fn a_branch_s_clerk_counts_its_own_and_the_centre_s_money(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (remittance, _) = job::paid(&test, &desks).await;
        let other = test.hire("andong", "collection_clerk", test.branches[1]).await;
        let own = desks.clerk.get("/api/home").await.expect(200);
        let home = other.get("/api/home").await.expect(200);

        has(&own, &json!({ "employers": 1, "accounts": 3 }));
        has(&home, &json!({ "employers": 0, "accounts": 0 }));
        assert_ne!(own["branch_name"], home["branch_name"]);
        assert!(home["branch_name"].is_string());
        assert_eq!(own["month"]["remittances"], 1);
        has(&home["month"], &json!({ "remittances": 0, "remitted_fen": 0 }));
        let trend = home["trend"].as_array().unwrap();
        assert!(trend.iter().all(|month| month["remittances"] == 0), "{trend:?}");
        // What comes into the centre's bank accounts and books is everyone's.
        assert_eq!(home["fund_balance_fen"], remittance["expected_fen"]);
        assert_eq!(home["today"], own["today"]);
        assert_eq!(home["today"]["arrivals"], 1);
        assert_eq!(home["tail"], own["tail"]);
    }

    async fn who_owes_a_month_is_counted(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let mut body = job::registration(&test);
        body["first_month"] = json!("2026-10");
        clerk.post("/api/employers", &body).await.expect(201);
        let home = clerk.get("/api/home").await.expect(200);
        let list = clerk.get("/api/employers").await.expect(200);
        assert_eq!(list["items"][0]["months_owed"], 1, "October fell due on the 30th");
        assert_eq!(home["waiting"]["employers_in_arrears"], 1);
        let other = test.hire("andong", "collection_clerk", test.branches[1]).await;
        let home = other.get("/api/home").await.expect(200);
        assert_eq!(home["waiting"]["employers_in_arrears"], 0);
    }
}
