//! Lists as workbooks: `…/list.xlsx`.

use std::io::Cursor;

use axum::http::header;
use platform::department::{self, NewDepartment};
use platform::{Caller, audit};
use serde_json::{Value, json};
use sheet::{Limits, Row, Spreadsheet};

use super::job::{has, text};
use super::{approvals, employers, jobs, motion, payers};
use crate::desk::{Desk, person, staff};
use crate::support::{Client, TestCentre};

/// A workbook as a person sees it: what stands above the header, the header, the rows, and 合计.
pub(super) struct Paper {
    above: Vec<String>,
    header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    sums: Option<Vec<String>>,
}

impl Paper {
    pub(super) async fn of(client: &Client, path: &str) -> Paper {
        let answer = client.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        assert!(
            answer.headers[header::CONTENT_DISPOSITION]
                .to_str()
                .unwrap()
                .contains(".xlsx")
        );
        let bytes = Cursor::new(answer.body.to_vec());
        let mut file = Spreadsheet::open(bytes, &Limits::default()).unwrap();
        let rows: Vec<Row> = file.rows().unwrap().map(Result::unwrap).collect();
        let by_whom = rows
            .iter()
            .position(|row| cell(row, 0).starts_with("导出人："));
        let head = by_whom.expect("who took it out") + 1;
        let width = u16::try_from(rows[head].cells.len()).unwrap();
        let line = |row: &Row| {
            (0..width)
                .map(|column| cell(row, column))
                .collect::<Vec<_>>()
        };
        let mut lines: Vec<Vec<String>> = rows[head + 1..].iter().map(line).collect();
        let sums = lines.pop_if(|last| last.iter().any(|cell| cell == "合计"));
        Paper {
            above: rows[..head].iter().map(|row| cell(row, 0)).collect(),
            header: line(&rows[head]),
            rows: lines,
            sums,
        }
    }
}

fn cell(row: &Row, column: u16) -> String {
    row.cell(column)
        .map_or_else(String::new, |cell| cell.text.clone())
}

/// Everything that a list answers, page by page.
async fn all(client: &Client, path: &str) -> Vec<Value> {
    let (mut items, mut after) = (Vec::new(), String::new());
    loop {
        let page = client.get(&format!("{path}{after}")).await.expect(200);
        let rows = page.get("rows").unwrap_or(&page["items"]);
        items.extend(rows.as_array().unwrap().iter().cloned());
        let Some(next) = page["next"].as_str() else {
            return items;
        };
        after = format!("?after={next}");
    }
}

/// An amount as a workbook's cell reads: yuan without needless zeros.
fn yuan(fen: i64) -> String {
    let amount = kernel::Fen::new(fen).to_string();
    let amount = amount.trim_end_matches('0').trim_end_matches('.');
    amount.to_owned()
}

/// Whether an account held or moved anything: the others aren't shown.
fn has_moved(row: &Value) -> bool {
    let figures = ["opening_fen", "debit_fen", "credit_fen", "closing_fen"];
    figures.iter().any(|figure| row[figure] != 0)
}

/// Codes, told by their words, and instants.
const PUT_INTO_WORDS: [&str; 10] = [
    "status",
    "state",
    "kind",
    "matter",
    "payer_kind",
    "data_scope",
    "side",
    "change",
    "field",
    "at",
];

/// A value of the wire as its cell reads; `None` for what is put into words.
fn as_cell(key: &str, value: &Value) -> Option<String> {
    match value {
        Value::Number(number) if key.ends_with("_fen") => number.as_i64().map(yuan),
        Value::Number(number) => Some(number.to_string()),
        // Codes are told by their words, instants in China's time, what isn't there at all by a
        // word or by nothing.
        Value::String(text) if !PUT_INTO_WORDS.contains(&key) && !key.ends_with("_at") => {
            Some(text.clone())
        }
        _ => None,
    }
}

/// Every list that leaves as a workbook, as the document says.
fn workbooks() -> Vec<String> {
    let document: Value = serde_json::from_str(&api::openapi().to_json().unwrap()).unwrap();
    let paths = document["paths"].as_object().unwrap().keys();
    let found: Vec<String> = paths
        .filter(|path| path.ends_with("/list.xlsx"))
        .cloned()
        .collect();
    assert!(found.len() > 20, "{found:?}");
    found
}

/// What stands for the places of paths: a thing with rows for each.
pub(super) struct Things {
    employer: String,
    account: String,
    /// The account of someone whose employer owes a month.
    owing: String,
    roster: String,
    remittance: String,
    suspense: String,
    payer: String,
    certificate: String,
}

impl Things {
    /// A centre in which every list has a row.
    pub(super) async fn in_centre(test: &TestCentre, desk: &Desk) -> Things {
        let employer = desk.employer(1, "2026-10").await;
        let remittance = desk.assess(&employer, "2026-10", &staff(1, 4)).await;
        desk.pay("B1", &remittance).await;
        // One of four stays out of the next roster; another employer owes its first month.
        let roster = desk
            .preview(&employer, "2026-11", crate::desk::workbook(&staff(1, 3)))
            .await;
        let owing = desk.employer(2, "2026-10").await;
        desk.assess(&owing, "2026-10", &staff(31, 31)).await;
        let unmatched = desk.record(&desk.wire("B2", 12_345, "不明来款")).await;
        let back = json!({
            "amount_fen": 45, "bank_serial": "TK1", "value_date": "2026-11-02", "reason": "多付退回",
        });
        let suspense = text(&unmatched["suspense_id"]);
        let path = format!("/api/suspense/{suspense}/return");
        desk.accountant.post(&path, &back).await.expect(200);
        let arrivals = desk
            .accountant
            .get("/api/arrivals?status=posted")
            .await
            .expect(200);
        let posted = text(&arrivals["items"][0]["arrival_id"]);
        let advice =
            json!({ "bank_serial": "CZ1", "value_date": "2026-11-02", "reason": "错账冲正" });
        let path = format!("/api/arrivals/{posted}/take-back");
        desk.accountant.post(&path, &advice).await.expect(200);
        employers::moved_house(&desk.clerk, &employer).await;
        // Somebody is wanted by another employer, and the treasury pays for one.
        motion::opened(desk, &motion::wanted(desk).await).await;
        let account = text(&desk.accounts(&employer).await[0]["account_no"]);
        let issue = format!("/api/accounts/{account}/certificates");
        let months = json!({ "months": 12 });
        let certificate = desk.clerk.post(&issue, &months).await.expect(201);
        let treasury = payers::treasury(&[&employer]);
        let payer = desk
            .accountant
            .post("/api/payers", &treasury)
            .await
            .expect(201);
        let department = NewDepartment {
            code: "01".to_owned(),
            name: "归集科".to_owned(),
        };
        let (app, system) = (&test.app, Caller::system("trial", test.centre));
        let mut tx = app.db.write(test.centre).await.unwrap();
        department::add_in(&mut tx, &app.clock, &system, department)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        approvals::asked(test).await;
        approvals::deputy(test).await;
        jobs::dead(test).await;
        test.keep_books().await;
        Things {
            account,
            owing: text(&desk.accounts(&owing).await[0]["account_no"]),
            employer,
            roster: text(&roster["roster_id"]),
            remittance: text(&remittance["remittance_id"]),
            suspense,
            payer: text(&payer["payer_id"]),
            certificate: text(&certificate["certificate_id"]),
        }
    }

    pub(super) fn fill(&self, path: &str) -> String {
        let id = match path.split('/').nth(2) {
            Some("employers") => &self.employer,
            Some("rosters") => &self.roster,
            Some("remittances") => &self.remittance,
            Some("payers") => &self.payer,
            Some("certificates") => &self.certificate,
            _ => &self.suspense,
        };
        let account = match path.split('/').nth(4) {
            Some("owed-months") => &self.owing,
            _ => &self.account,
        };
        path.replace("{id}", id)
            .replace("{no}", account)
            .replace("{code}", "201")
    }
}

testkit::both! {
    async fn every_list_leaves_as_it_is_shown_and_adds_up(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let things = Things::in_centre(&test, &desk).await;
        let (director, auditor) = (test.sign_in("zhuren").await, test.sign_in("shenji").await);
        let mut compared = 0;
        for workbook in workbooks() {
            let path = things.fill(workbook.trim_end_matches("/list.xlsx"));
            // The trail is read by who does nothing else.
            let reader = if path == "/api/audit-events" { &auditor } else { &director };
            let mut items = all(reader, &path).await;
            if path == "/api/balances" {
                items.retain(has_moved);
            }
            let export = format!("{path}/list.xlsx");
            let paper = Paper::of(reader, &export).await;
            assert!(!items.is_empty(), "{path}: nothing to compare");
            assert!(paper.header.len() > 1 && paper.above.len() > 2, "{path}");
            if path == "/api/audit-events" {
                // Exports are events themselves.
                continue;
            }
            // Beneath the accounts stand the sums of either side.
            let beneath = if path == "/api/balances" { 2 } else { 0 };
            assert_eq!(paper.rows.len(), items.len() + beneath, "{path}");
            let totals = director.get(&format!("{path}/totals")).await;
            let totals = if totals.status == 200 { totals.json() } else { json!({}) };
            compared += compare(&director, &export, &items, &totals).await;
        }
        assert!(compared > 60, "{compared} columns compared");
        test.prove().await;
    }

    async fn a_workbook_says_what_was_asked_and_by_whom_and_only_the_columns_wanted(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let things = Things::in_centre(&test, &desk).await;
        let path = "/api/accounts/list.xlsx?status=normal&sort=-account_no&columns=balance_fen,name,account_no";
        let paper = Paper::of(&desk.clerk, path).await;
        assert_eq!(paper.header, ["账户余额", "姓名", "个人账号"]);
        assert_eq!(paper.above[..2], ["个人账户", "筛选条件：状态 正常"]);
        assert!(paper.above[2].contains("导出时间：2026-11-"), "{:?}", paper.above);
        assert!(paper.sums.is_some());
        let descending: Vec<&String> = paper.rows.iter().map(|row| &row[2]).collect();
        assert!(descending.is_sorted_by(|one, next| one > next), "{descending:?}");
        assert!(paper.rows.iter().all(|row| row[1].contains('*')), "names are masked");

        let of = Paper::of(&desk.clerk, &things.fill("/api/rosters/{id}/missing-members/list.xlsx")).await;
        assert_eq!(of.above[1], "安居市晴川设备1厂　2026-11 清册");
        let refused = desk.clerk.get("/api/employers/list.xlsx?columns=secret").await;
        refused.refused(422, "export_columns_unknown");
        let refused = desk.clerk.get("/api/employers/list.xlsx?secret=1").await;
        refused.refused(422, "filter_unknown");
    }

    async fn an_export_is_audited_with_its_digest_and_without_whom_it_looked_for(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer = desk.employer(1, "2026-11").await;
        desk.assess(&employer, "2026-11", &staff(1, 2)).await;
        let someone = person(1);
        let path = format!("/api/accounts/list.xlsx?id_number={}&status=normal&columns=name", someone.id_number);
        let answer = desk.clerk.get(&path).await;
        assert_eq!(answer.status, 200, "{}", answer.text());

        let events = trail(&test).await;
        let event = events.iter().find(|event| event.action == "list.export").unwrap();
        assert_eq!(event.subject_id, "accounts");
        let detail: Value = serde_json::from_str(&event.detail).unwrap();
        has(&detail, &json!({
            "filters": ["id_number=*", "status=normal"], "columns": ["name"], "rows": 1,
            "sm3": db::Digest32::of(&answer.body).hex(),
        }));
        assert!(!event.detail.contains(&someone.id_number));
    }

    async fn how_businesses_are_approved_leaves_step_by_step(test: TestCentre) {
        approvals::director_approves(&test, "suspense.return").await;
        let director = test.sign_in("zhuren").await;
        let paper = Paper::of(&director, "/api/approval-flows/businesses.xlsx").await;
        assert_eq!(paper.header, ["业务", "现行流程", "生效日期", "依据", "待生效", "历次"]);
        let row = |label: &str| paper.rows.iter().find(|row| row[0] == label).unwrap();
        assert_eq!(row("退回暂收款")[1..3], ["主任（2 个工作日）", "2026-11-02"]);
        assert_eq!(row("变更政策参数")[1..], ["不需审批", "", "", "", "0"]);
    }

    async fn a_list_that_is_too_long_is_refused_whole(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer = desk.employer(1, "2026-11").await;
        desk.assess(&employer, "2026-11", &staff(1, 3)).await;
        let within = test.sign_in_exporting("guiji", 3).await;
        Paper::of(&within, "/api/accounts/list.xlsx").await;
        let beyond = test.sign_in_exporting("guiji", 2).await;
        let refused = beyond.get("/api/accounts/list.xlsx").await;
        refused.refused(422, "export_too_large");
        assert!(refused.text().contains("超过 2 行"), "{}", refused.text());
        // What was refused didn't leave, and isn't told as if it had.
        let events = trail(&test).await;
        assert_eq!(events.iter().filter(|event| event.action == "list.export").count(), 1);
    }

    /// More people than the database has connections: each gets the workbook, one after the other.
    async fn many_export_at_once_and_all_are_served(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer = desk.employer(1, "2026-11").await;
        desk.assess(&employer, "2026-11", &staff(1, 2)).await;
        let exports = (0..24).map(|_| {
            let clerk = desk.clerk.clone();
            tokio::spawn(async move { clerk.get("/api/accounts/list.xlsx").await })
        });
        for export in exports.collect::<Vec<_>>() {
            let answer = export.await.unwrap();
            assert_eq!(answer.status, 200, "{}", answer.text());
        }
        let events = trail(&test).await;
        assert_eq!(events.iter().filter(|event| event.action == "list.export").count(), 24);
    }

    async fn who_may_not_export_or_not_see_the_list_gets_nothing(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let things = Things::in_centre(&test, &desk).await;
        test.role("looking_on", &["employer.read", "account.read"]).await;
        let onlooker = test.hire("pangguan", "looking_on", test.branches[0]).await;
        for workbook in workbooks() {
            onlooker.get(&things.fill(&workbook)).await.refused(403, "action_forbidden");
        }
        let administrator = test.sign_in("guanli").await;
        administrator.get("/api/employers/list.xlsx").await.refused(403, "action_forbidden");
        Paper::of(&administrator, "/api/staff/list.xlsx").await;

        // A clerk's workbook ends where the clerk's branch does, as the list.
        let other = test.hire("andong", "collection_clerk", test.branches[1]).await;
        assert!(Paper::of(&other, "/api/employers/list.xlsx").await.rows.is_empty());
        let entries = things.fill("/api/accounts/{no}/entries/list.xlsx");
        other.get(&entries).await.refused(403, "action_forbidden");
    }
}

async fn trail(test: &TestCentre) -> Vec<audit::Event> {
    let system = Caller::system("test", test.centre);
    let query = db::ListQuery {
        limit: 200,
        ..db::ListQuery::default()
    };
    audit::events(&test.app, &system, &query)
        .await
        .unwrap()
        .items
}

/// Holds each column that a list's rows have by the same name against the rows, and its sum against
/// the totals. How many columns there were.
async fn compare(client: &Client, export: &str, items: &[Value], totals: &Value) -> usize {
    let mut compared = 0;
    for key in items[0].as_object().unwrap().keys() {
        let answer = client.get(&format!("{export}?columns={key}")).await;
        if answer.status == 422 {
            answer.refused(422, "export_columns_unknown");
            continue;
        }
        let paper = Paper::of(client, &format!("{export}?columns={key}")).await;
        compared += 1;
        for (row, item) in paper.rows.iter().zip(items) {
            if let Some(expected) = as_cell(key, &item[key]) {
                assert_eq!(row[0], expected, "{export} {key}");
            }
        }
        // Under a column alone there is no room for the word.
        let sum = &totals[if key == "debit_fen" {
            "amount_fen"
        } else {
            key
        }];
        if let Some(sum) = sum.as_i64() {
            let sum = if key.ends_with("_fen") {
                yuan(sum)
            } else {
                sum.to_string()
            };
            let last = paper.rows.last().unwrap();
            assert_eq!(
                paper.rows.len(),
                items.len() + 1,
                "{export} {key} has a sum"
            );
            assert_eq!(last[0], sum, "{export} {key}");
        }
    }
    compared
}
