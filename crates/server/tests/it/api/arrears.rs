//! `/api/arrears`.

use serde_json::{Value, json};

use super::job::{has, text};
use crate::desk::{Desk, staff};
use crate::support::TestCentre;

/// The numbers of the employers of a page.
fn names(list: &Value) -> Vec<&str> {
    let items = list["items"].as_array().unwrap();
    items
        .iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect()
}

testkit::both! {
    async fn who_owes_a_month_is_listed_with_what_it_comes_to(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let owing = desk.employer(1, "2026-10").await;
        desk.employer(2, "2026-11").await;
        let remittance = desk.assess(&owing, "2026-10", &staff(1, 3)).await;
        let expected = &remittance["expected_fen"];

        let list = desk.clerk.get("/api/arrears").await.expect(200);
        assert_eq!(list["count"], json!({ "value": 1, "exact": true }));
        has(&list["items"][0], &json!({
            "employer_id": owing, "from": "2026-10", "due": "2026-10", "months_owed": 1,
            "people": 3, "monthly_fen": expected, "estimate_fen": expected,
            "paid_through": null, "can": [], "awaited_months": 1,
            "awaited": { "month": "2026-10", "remittance_id": remittance["remittance_id"] },
        }));
        let sums = json!({ "months_owed": 1, "awaited_months": 1, "people": 3, "estimate_fen": expected });
        assert_eq!(desk.clerk.get("/api/arrears/totals").await.expect(200), sums);

        desk.pay("B1", &remittance).await;
        let list = desk.clerk.get("/api/arrears").await.expect(200);
        assert_eq!(list["items"], json!([]));
    }

    async fn a_branch_s_clerk_sees_the_arrears_of_its_branch(test: TestCentre) {
        let desk = Desk::of(&test).await;
        desk.employer(1, "2026-10").await;
        let other = test.hire("andong", "collection_clerk", test.branches[1]).await;
        let own = desk.clerk.get("/api/arrears").await.expect(200);
        assert_eq!(names(&own), ["安居市晴川设备1厂"]);

        let branch = format!("/api/arrears?branch_id={}", test.branches[0]);
        for path in ["/api/arrears", &branch] {
            let list = other.get(path).await.expect(200);
            assert_eq!(list["items"], json!([]), "{path}");
            assert_eq!(list["count"]["value"], 0, "{path}");
        }
        let sums = json!({
            "months_owed": 0, "awaited_months": 0, "people": 0, "estimate_fen": 0,
        });
        assert_eq!(other.get("/api/arrears/totals").await.expect(200), sums);
    }

    async fn whoever_may_not_upload_is_not_offered_to(test: TestCentre) {
        let desk = Desk::of(&test).await;
        desk.employer(1, "2026-10").await;
        let list = desk.accountant.get("/api/arrears").await.expect(200);
        assert_eq!(list["items"][0]["can"], json!([]), "{}", text(&list["items"][0]["name"]));
    }

    async fn totals_are_of_the_list_whatever_its_page(test: TestCentre) {
        let desk = Desk::of(&test).await;
        for number in 1..=3 {
            desk.employer(number, "2026-10").await;
        }
        let first = desk.clerk.get("/api/arrears?limit=1").await.expect(200);
        let next = format!("limit=1&after={}", text(&first["next"]));
        let second = desk.clerk.get(&format!("/api/arrears?{next}")).await.expect(200);
        assert_ne!(names(&second), names(&first));
        let sums = desk.clerk.get(&format!("/api/arrears/totals?{next}")).await.expect(200);
        assert_eq!(sums["months_owed"], 3);
    }
}
