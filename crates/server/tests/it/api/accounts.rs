//! `/api/accounts`.

use serde_json::json;

use super::job::{self, Desks, MONTH, has, person, text};
use crate::desk::{Desk, staff};
use crate::support::TestCentre;

testkit::both! {
    async fn a_member_s_account_shows_the_entry_that_the_money_made(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (remittance, outcome) = job::paid(&test, &desks).await;
        let (_, id_number) = person(1);
        let found = desks.clerk.get(&format!("/api/accounts?id_number={id_number}")).await;
        assert!(!found.text().contains(&id_number), "numbers are masked");
        let found = found.expect(200);
        assert_eq!(found["count"]["value"], 1, "{found}");
        let no = text(&found["items"][0]["account_no"]);

        let account = desks.clerk.get(&format!("/api/accounts/{no}")).await;
        assert!(!account.text().contains(&id_number), "numbers are masked");
        let account = account.expect(200);
        has(&account, &json!({ "balance_fen": 80_000, "current_fen": 80_000 }));
        has(&account, &json!({ "base_fen": 500_000, "monthly_fen": 80_000 }));
        has(&account, &json!({ "paid_through": MONTH, "months_owed": 0 }));
        assert_eq!(account["continuous_months"], 1);

        let entries = desks.clerk.get(&format!("/api/accounts/{no}/entries")).await.expect(200);
        let entry = &entries["items"][0];
        has(entry, &json!({ "entry_no": 1, "amount_fen": 80_000 }));
        has(entry, &json!({ "kind": "remittance", "label": "汇缴" }));
        has(entry, &json!({ "month": MONTH, "voucher_id": outcome["voucher_ids"][0] }));
        assert_eq!(entry["voucher_number"], json!(null), "the bookkeeper hasn't come yet");
        test.keep_books().await;
        let entries = desks.clerk.get(&format!("/api/accounts/{no}/entries")).await.expect(200);
        assert_eq!(entries["items"][0]["voucher_number"], "2026-11 记-0001");

        let months = desks.clerk.get(&format!("/api/accounts/{no}/months")).await.expect(200);
        assert_eq!(months["items"][0]["employer_name"], remittance["employer_name"]);
        assert_eq!(months["items"][0]["kind"], "remittance");
        let sums = desks.clerk.get("/api/accounts/totals").await.expect(200);
        let expected = remittance["expected_fen"].as_i64().unwrap();
        assert_eq!(
            sums,
            json!({
                "base_fen": 1_800_000, "monthly_fen": expected, "balance_fen": expected,
            })
        );
        let sums = desks.clerk.get(&format!("/api/accounts/{no}/entries/totals")).await;
        assert_eq!(sums.expect(200), json!({ "amount_fen": 80_000 }), "its own, not the others'");
        let none = format!("/api/accounts/{no}/entries/totals?kind=withdrawal");
        assert_eq!(desks.clerk.get(&none).await.expect(200)["amount_fen"], 0);
        let other = format!("/api/accounts/{no}/entries/totals?account_no=1");
        assert_eq!(desks.clerk.get(&other).await.expect(200)["amount_fen"], 0);
    }

    async fn people_are_found_by_whole_values_and_within_an_employer_by_part(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (remittance, _) = job::paid(&test, &desks).await;
        let employer_id = text(&remittance["employer_id"]);
        let name: String = person(2).0.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let count = async |query: String| {
            let list = desks.clerk.get(&format!("/api/accounts?{query}")).await.expect(200);
            list["items"].as_array().unwrap().len()
        };
        assert_eq!(count(format!("name={name}")).await, 1);
        assert_eq!(count(format!("name={}", &name[..9])).await, 0, "no part across employers");
        assert_eq!(count(format!("employer_id={employer_id}&name={}", &name[..9])).await, 3);
        assert_eq!(count(format!("employer_id={employer_id}&status=normal")).await, 3);
        assert_eq!(count("status=sealed".to_owned()).await, 0);
    }
}

testkit::both! {
    async fn an_account_s_timeline_tells_its_life_to_who_may_see_it(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (remittance, _) = job::paid(&test, &desks).await;
        let (_, id_number) = person(1);
        let found = desks.clerk.get(&format!("/api/accounts?id_number={id_number}")).await.expect(200);
        let no = text(&found["items"][0]["account_no"]);
        let path = format!("/api/accounts/{no}/timeline");
        let page = desks.clerk.get(&path).await.expect(200);
        let items = page["items"].as_array().unwrap();
        let kinds: Vec<&str> = items.iter().map(|item| item["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["entered", "opened"]);
        assert_eq!(items[0]["sentence"], format!("{MONTH} 汇缴入账 800.00 元"));
        assert_eq!(items[0]["remittance_id"], remittance["remittance_id"]);
        let other = test.hire("andong", "collection_clerk", test.branches[1]).await;
        other.get(&path).await.refused(403, "action_forbidden");
    }
}

testkit::both! {
    async fn a_statement_is_printed_with_the_whole_name_by_who_may_and_is_in_the_trail(test: TestCentre) {
        let desks = Desks::of(&test).await;
        job::paid(&test, &desks).await;
        let (name, id_number) = person(1);
        let found = desks.clerk.get(&format!("/api/accounts?id_number={id_number}")).await.expect(200);
        let no = text(&found["items"][0]["account_no"]);
        let path = format!("/api/accounts/{no}/statement");
        let statement = desks.clerk.get(&path).await;
        assert!(!statement.text().contains(&id_number), "the number stays masked");
        let statement = statement.expect(200);
        has(&statement, &json!({ "name": name, "account_no": no }));
        has(&statement, &json!({ "opening_fen": 0, "moved_fen": 80_000, "closing_fen": 80_000 }));
        assert_eq!(statement["entries"].as_array().unwrap().len(), 1);
        let none = format!("{path}?to=2020-01-31");
        has(&desks.clerk.get(&none).await.expect(200), &json!({ "moved_fen": 0, "entries": [] }));
        let backwards = format!("{path}?from=2026-02-01&to=2026-01-31");
        desks.clerk.get(&backwards).await.refused(422, "statement_period_invalid");
        let director = test.sign_in("zhuren").await;
        director.get(&path).await.refused(403, "action_forbidden");
        let auditor = test.sign_in("shenji").await;
        let trail = "/api/audit-events?action=account.statement&outcome=done";
        let trail = auditor.get(trail).await.expect(200);
        assert_eq!(trail["items"].as_array().unwrap().len(), 2, "{trail}");
    }

    async fn a_month_owed_is_listed_with_what_it_comes_to(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, "2026-10").await;
        let remittance = desk.assess(&employer_id, "2026-10", &staff(1, 2)).await;
        let member = desk.accounts(&employer_id).await[0].clone();
        let no = text(&member["account_no"]);
        let account = desk.clerk.get(&format!("/api/accounts/{no}")).await.expect(200);
        assert_eq!(account["months_owed"], 1);
        let owed = desk.clerk.get(&format!("/api/accounts/{no}/owed-months")).await.expect(200);
        let months = owed["items"].as_array().unwrap();
        assert_eq!(months.len(), 1);
        let assessed = json!({
            "month": "2026-10", "status": "assessed", "amount_fen": member["monthly_fen"],
            "remittance_id": remittance["remittance_id"], "employer_id": employer_id,
        });
        has(&months[0], &assessed);
    }
}
