//! The main job over HTTP, from an employer's list to posted accounts and balanced books, and what
//! becomes of it when something goes otherwise.

use serde_json::{Value, json};

use crate::desk::{Desk, person, staff, text, workbook};
use crate::support::{TODAY, TestCentre};

const MONTH: &str = "2026-11";

/// A row of the trial balance.
async fn balance_of(desk: &Desk, month: &str, code: &str) -> Value {
    let path = format!("/api/balances?month={month}");
    let balances = desk.accountant.get(&path).await.expect(200);
    let rows = balances["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["code"] == code);
    row.unwrap_or_else(|| panic!("no {code} in {balances}"))
        .clone()
}

/// What waits in suspense, the latest first.
async fn waiting(desk: &Desk) -> Vec<Value> {
    let answer = desk.accountant.get("/api/suspense?status=waiting").await;
    answer.expect(200)["items"].as_array().unwrap().clone()
}

async fn month_of(desk: &Desk, account: &Value) -> Value {
    let path = format!("/api/accounts/{}/months", text(&account["account_no"]));
    let months = desk.clerk.get(&path).await.expect(200);
    let months = months["items"].as_array().unwrap().clone();
    assert_eq!(months.len(), 1, "one row a member-month: {months:?}");
    months[0].clone()
}

async fn entries_of(desk: &Desk, account: &Value) -> Vec<Value> {
    let no = text(&account["account_no"]);
    let path = format!("/api/accounts/{no}/entries?sort=entry_no");
    let entries = desk.clerk.get(&path).await.expect(200);
    entries["items"].as_array().unwrap().clone()
}

async fn reverse(desk: &Desk, remittance: &Value) -> Value {
    let id = text(&remittance["remittance_id"]);
    let body = json!({ "reason": "单位多报一人" });
    let path = format!("/api/remittances/{id}/reverse");
    desk.accountant.post(&path, &body).await.expect(200)
}

testkit::both! {
    /// 登记—清册—核定—到账—入账: every step says what the next one needs.
    async fn a_roster_becomes_posted_accounts_and_balanced_books(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, MONTH).await;

        // 5,010, 5,020 and 5,030 yuan at 8 %, each side to the yuan: 401, 402 and 402.
        let roster = desk.preview(&employer_id, MONTH, workbook(&staff(1, 3))).await;
        assert_eq!(
            [&roster["rows"], &roster["faulty_rows"], &roster["new_accounts"], &roster["total_fen"]],
            [3, 0, 3, 241_000]
        );
        assert_eq!(desk.accounts(&employer_id).await, [Value::Null; 0], "a preview opens nothing");

        let confirmed = desk.confirm(&roster).await.expect(201);
        let remittance = desk.remittance(&text(&confirmed["remittance_id"])).await;
        assert_eq!(
            [&remittance["status"], &remittance["people"], &remittance["expected_fen"]],
            [&json!("assessed"), &json!(3), &json!(241_000)]
        );
        assert_eq!(text(&remittance["payment_code"]).len(), 10);
        let rules = remittance["rules"].as_array().unwrap();
        assert!(rules.iter().all(|rule| rule["verdict"] == "met" && rule["source"] != ""));
        let opened = desk.accounts(&employer_id).await;
        assert!(opened.iter().all(|account| account["balance_fen"] == 0), "{opened:?}");

        let outcome = desk.pay("B-1", &remittance).await;
        assert_eq!([&outcome["people"], &outcome["people_left"]], [3, 0]);
        check_accounts(&desk, &employer_id, &outcome).await;
        test.keep_books().await;
        check_books(&desk, &outcome).await;
        test.prove().await;
    }
}

/// Every member's balance, entry and month, from the moment of the commit.
async fn check_accounts(desk: &Desk, employer_id: &str, outcome: &Value) {
    let accounts = desk.accounts(employer_id).await;
    assert_eq!(accounts.len(), 3);
    for (account, amount) in accounts.iter().zip([80_200, 80_400, 80_400]) {
        assert_eq!(
            [&account["balance_fen"], &account["monthly_fen"]],
            [amount, amount]
        );
        assert_eq!(account["paid_through"], MONTH);
        let entries = entries_of(desk, account).await;
        assert_eq!(entries.len(), 1);
        let entry = &entries[0];
        assert_eq!(
            [
                &entry["entry_no"],
                &entry["amount_fen"],
                &entry["balance_after_fen"]
            ],
            [1, amount, amount]
        );
        assert_eq!(
            [&entry["month"], &entry["business_date"]],
            [&MONTH, &TODAY],
            "{entry}"
        );
        assert_eq!(entry["voucher_id"], outcome["voucher_ids"][0]);
        let month = month_of(desk, account).await;
        assert_eq!([&month["kind"], &month["month"]], ["remittance", MONTH]);
        assert_eq!([&month["amount_fen"], &month["entry_no"]], [amount, 1]);
    }
}

/// 借 101 贷 201, numbered, and the trial balance even.
async fn check_books(desk: &Desk, outcome: &Value) {
    let path = format!("/api/vouchers/{}", text(&outcome["voucher_ids"][0]));
    let voucher = desk.accountant.get(&path).await.expect(200);
    assert_eq!(voucher["number"], "2026-11 记-0001");
    let lines: Vec<(String, i64, i64)> = voucher["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            let amount = |side: &str| line[side].as_i64().unwrap();
            let code = text(&line["account_code"]);
            (code, amount("debit_fen"), amount("credit_fen"))
        })
        .collect();
    assert_eq!(
        lines,
        [
            ("10101".to_owned(), 241_000, 0),
            ("201".to_owned(), 0, 241_000)
        ]
    );
    let path = format!("/api/balances?month={MONTH}");
    let balances = desk.accountant.get(&path).await.expect(200);
    let totals = &balances["totals"];
    assert_eq!(totals["debit_fen"], totals["credit_fen"]);
    assert_eq!(
        [&totals["closing_debit_fen"], &totals["closing_credit_fen"]],
        [241_000, 241_000]
    );
    assert_eq!(balances["tail_vouchers"], 0);
    for code in ["101", "10101", "201"] {
        assert_eq!(
            balance_of(desk, MONTH, code).await["closing_fen"],
            241_000,
            "{code}"
        );
    }
}

testkit::both! {
    /// Money that pays nothing to the fen waits, and says why in words.
    async fn money_that_fits_no_remittance_waits_and_says_why(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, MONTH).await;
        let remittance = desk.assess(&employer_id, MONTH, &[person(100)]).await;
        assert_eq!(remittance["expected_fen"], 96_000);
        let code = text(&remittance["payment_code"]);
        let wrong_digit = format!("{}0", &code[..9]);
        assert_ne!(wrong_digit, code);
        let remark = format!("汇缴{code}");
        let cases = [
            (96_000, "十一月公积金", "payment_code_missing",
             "付款摘要中没有缴款码，无法确认款项用途，请与付款单位核对后分摊".to_owned()),
            (96_000, &wrong_digit, "payment_code_missing",
             "付款摘要中没有缴款码，无法确认款项用途，请与付款单位核对后分摊".to_owned()),
            // 1000000161 is a good code: that of the second remittance, which there isn't.
            (96_000, "缴款码1000000161", "payment_code_unknown",
             "没有缴款码为 1000000161 的汇缴，请与付款单位核对后分摊".to_owned()),
            (96_000, &format!("{code}或1000000161"), "payment_code_ambiguous",
             "付款摘要中有多个缴款码，一笔款项只能对应一笔汇缴，请与付款单位核对后分摊".to_owned()),
        ];
        for (number, (amount, remark, reason, sentence)) in (1..).zip(&cases) {
            let outcome = desk.record(&desk.wire(&format!("B-{number}"), *amount, remark)).await;
            assert_eq!(outcome["outcome"], "suspense", "{remark}: {outcome}");
            assert_eq!(outcome["reason"], json!({ "code": reason, "sentence": sentence }));
            let items = waiting(&desk).await;
            assert_eq!(items.len(), number);
            assert_eq!(items[0]["reason"]["sentence"], sentence.as_str());
        }
        assert_eq!(desk.remittance(&text(&remittance["remittance_id"])).await["status"], "assessed");

        // The right money on the wrong account of the centre: 增值收益 is nobody's contribution.
        let mut astray = desk.wire("B-7", 96_000, &remark);
        let banks = desk.accountant.get("/api/bank-accounts").await.expect(200);
        let banks = banks["items"].as_array().unwrap();
        let surplus = banks.iter().find(|bank| bank["nature"] == "surplus").unwrap();
        astray["bank_account_id"] = surplus["bank_account_id"].clone();
        let outcome = desk.record(&astray).await;
        assert_eq!(outcome["reason"]["code"], "bank_account_not_for_contributions", "{outcome}");

        // Full-width and in pieces, as people type it: this one pays.
        let wide = format!("公积金　缴款码：{} {}", &code[..5], &code[5..]);
        let outcome = desk.record(&desk.wire("B-8", 96_000, &wide)).await;
        assert_eq!(outcome["outcome"], "posted", "{outcome}");
        let by_code = format!("/api/arrivals?payment_code={code}&status=posted");
        let found = desk.accountant.get(&by_code).await.expect(200);
        assert_eq!(found["count"]["value"], 1, "found by the code in its remark");
        let again = desk.record(&desk.wire("B-9", 96_000, &wide)).await;
        assert_eq!(again["reason"]["code"], "remittance_already_posted", "{again}");

        let sum: i64 = cases.iter().map(|(amount, ..)| *amount).sum::<i64>() + 2 * 96_000;
        assert_eq!(balance_of(&desk, MONTH, "21901").await["closing_fen"], sum);
        assert_eq!(balance_of(&desk, MONTH, "201").await["closing_fen"], 96_000);
        test.keep_books().await;
        test.prove().await;
    }

    /// 冲销: red letters, the money in suspense, the month free: and then the month once more.
    async fn a_reversed_month_is_remitted_again(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, MONTH).await;
        let wrong = desk.assess(&employer_id, MONTH, &staff(1, 2)).await;
        let paid = desk.pay("B-1", &wrong).await;
        test.keep_books().await;
        let reversed = reverse(&desk, &wrong).await;
        assert_eq!(reversed["voucher_ids"].as_array().unwrap().len(), 2);

        assert_eq!(desk.remittance(&text(&wrong["remittance_id"])).await["status"], "reversed");
        for account in desk.accounts(&employer_id).await {
            assert_eq!(account["balance_fen"], 0);
            assert_eq!(account["paid_through"], Value::Null);
            assert_eq!(month_of(&desk, &account).await["kind"], "reversed");
            let entries = entries_of(&desk, &account).await;
            assert_eq!(entries.len(), 2);
            assert_eq!(entries[1]["amount_fen"], -entries[0]["amount_fen"].as_i64().unwrap());
            assert_eq!(entries[1]["voucher_id"], reversed["voucher_ids"][0]);
        }
        let items = waiting(&desk).await;
        assert_eq!(items.len(), 1);
        assert_eq!([&items[0]["arrival_id"], &items[0]["amount_fen"]],
            [&paid["arrival_id"], &wrong["expected_fen"]]);
        assert_eq!(items[0]["reason"], json!({
            "code": "remittance_reversed",
            "sentence": "2026-11 汇缴已冲销：单位多报一人；款项待重新分摊或退回",
        }));
        test.keep_books().await;
        test.prove().await;

        let right = desk.assess(&employer_id, MONTH, &staff(1, 1)).await;
        desk.pay("B-2", &right).await;
        let accounts = desk.accounts(&employer_id).await;
        let month = month_of(&desk, &accounts[0]).await;
        assert_eq!([&month["kind"], &month["entry_no"]], [&json!("remittance"), &json!(3)]);
        assert_eq!([&accounts[0]["balance_fen"], &accounts[1]["balance_fen"]], [80_200, 0]);
        let again = desk.accountant.post(
            &format!("/api/remittances/{}/reverse", text(&wrong["remittance_id"])),
            &json!({ "reason": "再冲一次" }),
        ).await;
        again.refused(409, "remittance_not_posted");
        test.keep_books().await;
        test.prove().await;
    }

    /// 取消核定: what nobody has paid is given up; its code pays nothing any more.
    async fn a_cancelled_remittance_frees_its_month(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, MONTH).await;
        let first = desk.assess(&employer_id, MONTH, &staff(1, 2)).await;
        let twice = desk.upload(&employer_id, MONTH, workbook(&staff(1, 3))).await;
        twice.refused(409, "remittance_exists");

        let path = format!("/api/remittances/{}/cancel", text(&first["remittance_id"]));
        let reason = json!({ "reason": "少报一人" });
        desk.clerk.post(&path, &reason).await.expect(204);
        desk.clerk.post(&path, &reason).await.refused(409, "remittance_not_assessed");
        let late = desk.record(&desk.exact_wire("B-1", &first)).await;
        assert_eq!(late["reason"]["code"], "remittance_cancelled", "{late}");

        let second = desk.assess(&employer_id, MONTH, &staff(1, 3)).await;
        assert_ne!(second["payment_code"], first["payment_code"]);
        desk.pay("B-2", &second).await;
        desk.clerk
            .post(&format!("/api/remittances/{}/cancel", text(&second["remittance_id"])), &reason)
            .await
            .refused(409, "remittance_not_assessed");
        assert_eq!(desk.accounts(&employer_id).await.len(), 3);
        test.keep_books().await;
        test.prove().await;
    }

    /// 日终: what comes after it is posted on the next working day.
    async fn a_closed_day_takes_no_more(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, "2026-10").await;
        let october = desk.assess(&employer_id, "2026-10", &staff(1, 1)).await;
        desk.pay("B-1", &october).await;

        let [opened, closed] = desk.close_day(&test).await;
        assert_eq!([&closed["date"], &opened["date"]], [TODAY, "2026-11-03"]);
        assert_eq!(closed["vouchers"], 1);
        assert_eq!(text(&closed["head"]).len(), 64);

        let november = desk.assess(&employer_id, MONTH, &staff(1, 1)).await;
        let outcome = desk.pay("B-2", &november).await;
        let path = format!("/api/vouchers/{}", text(&outcome["voucher_ids"][0]));
        let voucher = desk.accountant.get(&path).await.expect(200);
        assert_eq!(voucher["business_date"], "2026-11-03");
        let accounts = desk.accounts(&employer_id).await;
        let entries = entries_of(&desk, &accounts[0]).await;
        assert_eq!([&entries[0]["business_date"], &entries[1]["business_date"]],
            [TODAY, "2026-11-03"]);
        // The bank's date stays the bank's.
        assert_eq!(entries[1]["value_date"], TODAY);
        test.keep_books().await;
        test.prove().await;
    }
}
