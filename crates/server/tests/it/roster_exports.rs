//! Rosters that leave the system to come back: corrected, or as they were.

use std::io::Cursor;

use axum::http::header;
use db::ListQuery;
use platform::{Caller, audit};
use serde_json::{Value, json};
use sheet::{Column, HeaderSpec, Heading, Limits, Record, Spreadsheet, Value as Cell, Writer};

use crate::desk::{Desk, id_number, staff, text, workbook};
use crate::messy_rosters::read;
use crate::support::TestCentre;

const FULL_OF_FAULTS: &[u8] = include_bytes!("files/full_of_faults_libreoffice.xlsx");
const ODDLY_WRITTEN: &[u8] = include_bytes!("files/oddly_written.xlsx");
const GB18030: &[u8] = include_bytes!("files/gb18030_semicolons.csv");

/// The columns of an export with its findings, in its order.
const TITLES: [&str; 14] = [
    "行号",
    "姓名",
    "证件类型",
    "证件号码",
    "手机号码",
    "缴存基数",
    "单位缴存比例",
    "个人缴存比例",
    "单位月缴存额",
    "个人月缴存额",
    "月缴存额合计",
    "参加工作日期",
    "调入日期",
    "问题",
];

/// The rows of a workbook's first sheet below its header.
fn records(workbook: Vec<u8>) -> Vec<Record> {
    let columns = TITLES.map(|title| Column {
        key: title,
        names: Box::leak(Box::new([title])),
        required: true,
    });
    let spec = HeaderSpec { columns: &columns };
    let mut file = Spreadsheet::open(Cursor::new(workbook), &Limits::default()).unwrap();
    let table = file.table(&spec).unwrap();
    assert!(table.header().unknown.is_empty());
    table.map(Result::unwrap).collect()
}

/// A workbook of these rows as somebody sends it back.
fn sent_back(records: &[Record], corrected: impl Fn(&Record, &str) -> Option<String>) -> Vec<u8> {
    let headings = TITLES.map(|title| Heading::text(title, 12));
    let mut writer = Writer::new("全部行", &headings).unwrap();
    for record in records {
        let texts = TITLES
            .map(|title| corrected(record, title).unwrap_or_else(|| record.text(title).to_owned()));
        let cells: Vec<Cell<'_>> = texts.iter().map(|text| Cell::Text(text)).collect();
        writer.row(&cells).unwrap();
    }
    writer.finish().unwrap()
}

impl Desk {
    /// The bytes of a workbook and what it is called.
    async fn download(&self, path: &str) -> (Vec<u8>, String) {
        let answer = self.clerk.get(path).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let name = answer.headers[header::CONTENT_DISPOSITION]
            .to_str()
            .unwrap();
        (answer.body.to_vec(), name.to_owned())
    }

    async fn findings(&self, roster: &Value, rows: &str) -> Vec<u8> {
        let id = text(&roster["roster_id"]);
        let path = format!("/api/rosters/{id}/findings.xlsx?rows={rows}");
        self.download(&path).await.0
    }

    /// A preview of 22 rows, 19 of them with faults, for 2026-11.
    async fn full_of_faults(&self) -> (String, Value) {
        let employer_id = self.employer(1, "2026-11").await;
        let roster = self
            .preview(&employer_id, "2026-11", FULL_OF_FAULTS.to_vec())
            .await;
        (employer_id, roster)
    }
}

/// What was told as taken out, the last first.
async fn exports(test: &TestCentre) -> Vec<Value> {
    let query = ListQuery {
        limit: 200,
        ..ListQuery::default()
    };
    let system = Caller::system("test", test.centre);
    let events = audit::events(&test.app, &system, &query)
        .await
        .unwrap()
        .items;
    let done = |event: &&audit::Event| {
        event.action == "roster.export" && event.outcome == audit::Outcome::Done
    };
    let details = events.iter().filter(done).map(|event| &event.detail);
    details
        .map(|detail| serde_json::from_str(detail).unwrap())
        .collect()
}

testkit::both! {
    async fn the_rows_come_back_as_written_with_what_is_wrong_beside_them(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let (_, roster) = desk.full_of_faults().await;
        let rows = records(desk.findings(&roster, "all").await);
        let faulty = usize::try_from(roster["faulty_rows"].as_i64().unwrap()).unwrap();
        assert_eq!(rows.len(), 22);
        assert_eq!(rows.iter().filter(|row| !row.text("问题").is_empty()).count(), faulty);
        let shown = |row: usize, title: &str| rows[row - 4].text(title).to_owned();
        assert_eq!((shown(4, "行号"), shown(25, "行号")), ("4".to_owned(), "25".to_owned()));
        // As the employer wrote it: a text of an amount, a rate in full-width digits.
        assert_eq!(shown(11, "缴存基数"), "2,179.99");
        assert_eq!((shown(14, "单位缴存比例"), shown(14, "个人缴存比例")), ("0.1".to_owned(), "８％".to_owned()));
        assert_eq!(shown(17, "缴存基数"), "五千");
        // Digits that the spreadsheet lost are no digits any more.
        assert!(shown(4, "证件号码").ends_with("***"), "{}", shown(4, "证件号码"));
        assert_eq!(
            shown(13, "问题"),
            "单位缴存比例 13% 不在 5%—12% 之间\n个人缴存比例 13% 不在 5%—12% 之间"
        );

        let part = records(desk.findings(&roster, "faulty").await);
        assert_eq!(part.len(), faulty);
        assert!(part.iter().all(|row| !row.text("问题").is_empty()));
        let expected = [json!("faulty"), json!("all")];
        let told: Vec<Value> = exports(&test).await.iter().map(|told| told["rows"].clone()).collect();
        assert_eq!(told, expected);
    }

    /// What is sent back uncorrected has the same faults, and once corrected none: the column that
    /// says so is not read.
    async fn an_export_with_its_findings_is_corrected_and_uploaded_again(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let (employer_id, roster) = desk.full_of_faults().await;
        let exported = desk.findings(&roster, "all").await;
        let again = desk.preview(&employer_id, "2026-11", exported.clone()).await;
        assert_eq!(again["unknown_columns"], json!([]));
        let codes = async |roster| -> Vec<String> {
            read(&desk, roster).await.into_iter().map(|(_, _, codes)| codes).collect()
        };
        let (first, second) = (codes(&roster).await, codes(&again).await);
        assert_eq!(first[0], "证件号码 id_number_precision_lost");
        assert_eq!(second[0], "证件号码 id_number_character");
        assert_eq!(first[1..], second[1..]);

        let rows = records(exported);
        let sound: Vec<Record> = rows.into_iter().filter(|row| {
            let problems = row.text("问题");
            problems.is_empty() || problems.starts_with("缴存基数") || problems.starts_with("单位")
        }).collect();
        assert!(sound.iter().any(|row| !row.text("问题").is_empty()));
        let corrected = sent_back(&sound, |_, title| match title {
            "缴存基数" => Some("5000".to_owned()),
            "问题" | "行号" | "姓名" | "证件类型" | "证件号码" | "手机号码" => None,
            _ => Some(String::new()),
        });
        let corrected = desk.preview(&employer_id, "2026-11", corrected).await;
        assert_eq!([&corrected["faulty_rows"], &corrected["rows"]], [&json!(0), &json!(sound.len())]);
        desk.confirm(&corrected).await.expect(201);
    }

    async fn a_part_of_a_roster_is_no_roster(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let (employer_id, roster) = desk.full_of_faults().await;
        let part = desk.findings(&roster, "faulty").await;
        desk.upload(&employer_id, "2026-11", part).await.refused(422, "roster_partial");
        let path = format!("/api/rosters/{}", text(&roster["roster_id"]));
        let still = desk.clerk.get(&path).await.expect(200);
        assert_eq!(still["status"], "previewed", "the preview stands");
    }

    async fn of_a_text_in_gb18030_the_rows_come_back_too(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, "2026-11").await;
        let roster = desk.preview(&employer_id, "2026-11", GB18030.to_vec()).await;
        let rows = records(desk.findings(&roster, "all").await);
        let names: Vec<&str> = rows.iter().map(|row| row.text("姓名")).collect();
        assert_eq!(names, ["王安", "李居", "㑇𠮷"]);
        assert_eq!(rows[0].text("缴存基数"), "6,500.50");
    }

    async fn nothing_leaves_of_a_discarded_roster(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let (_, roster) = desk.full_of_faults().await;
        let id = text(&roster["roster_id"]);
        desk.clerk.post(&format!("/api/rosters/{id}/discard"), &Value::Null).await.expect(204);
        for file in ["findings.xlsx", "lines.xlsx"] {
            let answer = desk.clerk.get(&format!("/api/rosters/{id}/{file}")).await;
            answer.refused(409, "roster_discarded");
        }
        let roster = desk.clerk.get(&format!("/api/rosters/{id}")).await.expect(200);
        assert_eq!(roster["can"], json!([]));
        assert_eq!(exports(&test).await, Vec::<Value>::new());
    }

    async fn who_uploads_no_rosters_takes_none_out(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, "2026-11").await;
        let roster = desk.preview(&employer_id, "2026-11", workbook(&staff(1, 2))).await;
        let id = text(&roster["roster_id"]);
        assert_eq!(roster["can"], json!(["confirm", "discard", "export"]));
        let seen = desk.accountant.get(&format!("/api/rosters/{id}")).await.expect(200);
        assert_eq!(seen["can"], json!([]));
        for path in [
            format!("/api/rosters/{id}/findings.xlsx"),
            format!("/api/rosters/{id}/lines.xlsx"),
            format!("/api/employers/{employer_id}/next-roster.xlsx"),
        ] {
            desk.accountant.get(&path).await.refused(403, "action_forbidden");
        }
        let path = format!("/api/rosters/{id}/findings.xlsx?rows=some");
        desk.clerk.get(&path).await.refused(422, "query_invalid");
    }

    /// The export of a roster, and the export of what its employer has become by it, come back
    /// without a finding and change nothing.
    async fn what_is_exported_imports_back(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, "2026-10").await;
        let roster = desk.preview(&employer_id, "2026-10", ODDLY_WRITTEN.to_vec()).await;
        let id = text(&roster["roster_id"]);
        let (lines, name) = desk.download(&format!("/api/rosters/{id}/lines.xlsx")).await;
        assert!(name.contains("2026-10.xlsx"), "{name}");

        let again = desk.preview(&employer_id, "2026-10", lines).await;
        for figure in ["rows", "faulty_rows", "new_accounts", "total_fen", "employer_amount_fen"] {
            assert_eq!(again[figure], roster[figure], "{figure}");
        }
        for nothing in ["unknown_columns", "skipped_rows", "notes"] {
            assert_eq!(again[nothing], json!([]), "{nothing}");
        }
        let bases = async |roster| -> Vec<Value> {
            read(&desk, roster).await.into_iter().map(|(_, base, _)| base).collect()
        };
        assert_eq!(bases(&again).await, bases(&roster).await);

        let confirmed = desk.confirm(&again).await.expect(201);
        let remittance = desk.remittance(&text(&confirmed["remittance_id"])).await;
        let path = format!("/api/employers/{employer_id}/next-roster.xlsx");
        let (_, name) = desk.download(&path).await;
        assert!(name.contains("2026-11.xlsx"), "October waits for its money: {name}");
        desk.pay("B-1", &remittance).await;
        let (next, _) = desk.download(&path).await;
        let next = desk.preview(&employer_id, "2026-11", next).await;
        for figure in ["faulty_rows", "new_accounts", "changed_bases", "missing_members"] {
            assert_eq!(next[figure], 0, "{figure}");
        }
        assert_eq!([&next["rows"], &next["total_fen"]], [&roster["rows"], &roster["total_fen"]]);
        let confirmed = desk.confirm(&next).await.expect(201);
        assert!(confirmed["remittance_id"].is_string());
        let told = exports(&test).await;
        let what: Vec<&Value> = told.iter().map(|told| &told["what"]).collect();
        assert_eq!(what, ["next", "next", "lines"]);
        assert_eq!(told[0]["lines"], 6);
        // A confirmed roster leaves as well.
        let id = text(&again["roster_id"]);
        desk.download(&format!("/api/rosters/{id}/lines.xlsx")).await;
    }

    /// The amounts follow a base that somebody changes in a spreadsheet; a program that computes
    /// nothing sees what they come to.
    async fn the_amounts_of_an_export_are_formulas_of_its_bases_and_rates(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, "2026-10").await;
        let october = desk.assess(&employer_id, "2026-10", &staff(1, 2)).await;
        desk.pay("B-1", &october).await;
        let (next, _) = desk.download(&format!("/api/employers/{employer_id}/next-roster.xlsx")).await;
        let mut file = Spreadsheet::open(Cursor::new(next), &Limits::default()).unwrap();
        let rows: Vec<_> = file.rows_of("汇缴清册").unwrap().map(Result::unwrap).collect();
        let amounts = |row: &sheet::Row| -> Vec<(String, bool)> {
            let cells = row.cells.iter().filter(|cell| (7..10).contains(&cell.column));
            cells.map(|cell| (cell.text.clone(), cell.formula)).collect()
        };
        let titles: Vec<&str> = rows[0].cells[7..10].iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(titles, ["单位月缴存额", "个人月缴存额", "月缴存额合计"]);
        // 8 % of 5,010 and of 5,020 yuan, to the yuan.
        for (row, computed) in [(1, ["401", "401", "802"]), (2, ["402", "402", "804"])] {
            assert_eq!(amounts(&rows[row]), computed.map(|yuan| (yuan.to_owned(), true)));
        }
    }

    /// Who joined before the roster's month begins there when the export comes back, too.
    async fn an_export_tells_when_newcomers_joined(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, "2026-09").await;
        let september = desk.assess(&employer_id, "2026-09", &staff(1, 1)).await;
        desk.pay("B-1", &september).await;
        let newcomer = id_number("1991-02-03", 7);
        let csv = format!(
            "姓名,证件号码,缴存基数,参加工作日期,调入日期\n张新来,{newcomer},6000,2015-07-01,2026-09-14\n"
        );
        let roster = desk.preview(&employer_id, "2026-10", csv.into_bytes()).await;
        let path = format!("/api/rosters/{}/lines.xlsx", text(&roster["roster_id"]));
        let (lines, _) = desk.download(&path).await;
        let again = desk.preview(&employer_id, "2026-10", lines).await;
        for roster in [&roster, &again] {
            assert_eq!(desk.lines(roster).await[0]["first_month"], "2026-09", "{roster}");
        }
    }

    async fn a_roster_with_faults_leaves_with_its_findings_only(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let (_, roster) = desk.full_of_faults().await;
        let path = format!("/api/rosters/{}/lines.xlsx", text(&roster["roster_id"]));
        desk.clerk.get(&path).await.refused(409, "roster_faulty");
    }
}
