//! Rosters as employers have them, made by openpyxl and LibreOffice (`files/make_rosters.py`).

use serde_json::{Value, json};

use crate::desk::{Desk, Person, id_number, person, text, workbook};
use crate::support::TestCentre;

const ODDLY_WRITTEN: &[u8] = include_bytes!("files/oddly_written.xlsx");
const ODDLY_WRITTEN_LIBREOFFICE: &[u8] = include_bytes!("files/oddly_written_libreoffice.xlsx");
const FORMULAS_UNCALCULATED: &[u8] = include_bytes!("files/formulas_uncalculated.xlsx");
const FORMULAS_LIBREOFFICE: &[u8] = include_bytes!("files/formulas_libreoffice.xlsx");
const FULL_OF_FAULTS: &[u8] = include_bytes!("files/full_of_faults_libreoffice.xlsx");

/// Each line as its row, base and what is wrong with it.
pub(crate) async fn read(desk: &Desk, roster: &Value) -> Vec<(i64, Value, String)> {
    let told = |line: &Value| {
        let findings = line["findings"].as_array().unwrap().iter();
        let findings = findings
            .map(|finding| format!("{} {}", text(&finding["column"]), text(&finding["code"])));
        findings.collect::<Vec<_>>().join("; ")
    };
    let lines = desk.lines(roster).await;
    let line = |line: &Value| {
        (
            line["sheet_row"].as_i64().unwrap(),
            line["base_fen"].clone(),
            told(line),
        )
    };
    lines.iter().map(line).collect()
}

testkit::both! {
    /// Columns in any order under a merged title, text amounts, full-width digits, empty rows,
    /// totals and signatures: everything is right, so everything is taken, whichever program saved
    /// it last.
    async fn a_roster_may_be_written_as_people_write(test: TestCentre) {
        let desk = Desk::of(&test).await;
        for (number, file) in [(1, ODDLY_WRITTEN), (2, ODDLY_WRITTEN_LIBREOFFICE)] {
            let employer_id = desk.employer(number, "2026-10").await;
            let roster = desk.preview(&employer_id, "2026-10", file.to_vec()).await;
            let expected = [(5, 650_000), (6, 720_000), (8, 812_345), (9, 1_200_000), (12, 950_000), (13, 300_000)];
            let expected = expected.map(|(row, base)| (row, json!(base), String::new()));
            assert_eq!(read(&desk, &roster).await, expected);
            assert_eq!([&roster["rows"], &roster["faulty_rows"], &roster["new_accounts"]], [6, 0, 6]);
            // 520 + 576 + 650 + 960 + 760 + 240 yuan of each side.
            assert_eq!(roster["total_fen"], 2 * 370_600);
            assert_eq!(roster["unknown_columns"], json!(["部门", "入职日期"]));
            assert_eq!(roster["skipped_rows"], json!([
                { "row": 14, "reason": "合计行" },
                { "row": 16, "reason": "表尾说明行" },
            ]));
            if number == 1 {
                // The same people can't be at two employers: the first preview is given up.
                let path = format!("/api/rosters/{}/discard", text(&roster["roster_id"]));
                desk.clerk.post(&path, &Value::Null).await.expect(204);
                continue;
            }
            let confirmed = desk.confirm(&roster).await.expect(201);
            let remittance = desk.remittance(&text(&confirmed["remittance_id"])).await;
            desk.pay("B-1", &remittance).await;
            let accounts = desk.accounts(&employer_id).await;
            let balances: Vec<i64> = accounts.iter().map(|a| a["balance_fen"].as_i64().unwrap()).collect();
            assert_eq!(balances, [104_000, 115_200, 130_000, 192_000, 152_000, 48_000]);
            // The last four of the number that ended in a small x.
            assert!(text(&accounts[5]["id_number"]).ends_with('X'), "{}", accounts[5]);
        }
        test.keep_books().await;
        test.prove().await;
    }

    /// A formula's result is in the file once a spreadsheet program has saved it; before, an amount
    /// states nothing and is assessed.
    async fn a_formula_counts_by_its_result(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, "2026-10").await;
        let uncalculated = desk.preview(&employer_id, "2026-10", FORMULAS_UNCALCULATED.to_vec()).await;
        assert_eq!(read(&desk, &uncalculated).await, [(2, 600_020), (3, 600_030), (4, 600_040)]
            .map(|(row, base)| (row, json!(base), String::new())));

        let calculated = desk.preview(&employer_id, "2026-10", FORMULAS_LIBREOFFICE.to_vec()).await;
        assert_eq!(read(&desk, &calculated).await, [(2, 600_020), (3, 600_030), (4, 600_040)]
            .map(|(row, base)| (row, json!(base), String::new())));
        assert_eq!(calculated["total_fen"], 6 * 48_000);
        assert_eq!(calculated["skipped_rows"], json!([
            { "row": 5, "reason": "未填写的行" },
            { "row": 6, "reason": "未填写的行" },
            { "row": 7, "reason": "合计行" },
        ]));
        // The second upload has taken the place of the first.
        desk.confirm(&uncalculated).await.refused(409, "roster_not_previewed");
        desk.confirm(&calculated).await.expect(201);
    }

    /// Each row with its own fault; nothing is imported by half.
    async fn every_fault_is_told_by_row_and_column(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer_id = desk.employer(1, "2026-10").await;
        let october = desk.assess(&employer_id, "2026-10", &staff()).await;
        desk.pay("B-1", &october).await;
        let elsewhere = desk.employer(2, "2026-10").await;
        let other = Person { id_number: id_number("1993-03-03", 32), ..person(1) };
        let other = Person { name: "在别处".to_owned(), ..other };
        desk.assess(&elsewhere, "2026-10", &[other]).await;

        let roster = desk.preview(&employer_id, "2026-11", FULL_OF_FAULTS.to_vec()).await;
        let found = read(&desk, &roster).await;
        let expected = expected_findings();
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected);
        }
        assert_eq!(found.len(), expected.len());
        assert_eq!([&roster["rows"], &roster["faulty_rows"]], [22, 19]);
        // Of the staff 买买提·艾力 isn't on it.
        assert_eq!(roster["missing_members"], 1);
        check_sentences(&desk, &roster).await;

        desk.confirm(&roster).await.refused(409, "roster_faulty");
        assert_eq!(desk.accounts(&employer_id).await.len(), 6, "nobody's account was opened");
        let fixed = desk.preview(&employer_id, "2026-11", workbook(&staff())).await;
        assert_eq!([&fixed["faulty_rows"], &fixed["new_accounts"], &fixed["changed_bases"]], [0, 0, 0]);
        desk.confirm(&fixed).await.expect(201);
    }
}

/// The staff of the employer, as `make_rosters.py` has it.
fn staff() -> Vec<Person> {
    let staff = [
        ("王安", "1990-01-01", 1, 6_500),
        ("李居", "1988-02-15", 12, 7_200),
        ("张文敏", "1995-06-30", 3, 8_123),
        ("欧阳慧", "1979-11-11", 14, 12_000),
        ("陈晨", "2000-02-29", 5, 9_500),
        ("买买提·艾力", "1985-12-31", 7, 3_000),
    ];
    let person = |(name, birth, sequence, base)| Person {
        name: String::from(name),
        id_number: id_number(birth, sequence),
        base: kernel::Fen::from_yuan(base),
    };
    staff.map(person).to_vec()
}

fn expected_findings() -> Vec<(i64, Value, String)> {
    let five = json!(500_000);
    let rows: [(i64, Value, &str); 22] = [
        (4, five.clone(), "证件号码 id_number_precision_lost"),
        (5, five.clone(), "证件号码 id_number_checksum"),
        (6, five.clone(), "证件号码 id_number_length"),
        (7, five.clone(), "证件号码 id_number_birth_date"),
        (8, json!(650_000), "证件号码 duplicate_in_file"),
        (9, json!(650_000), "证件号码 duplicate_in_file"),
        (10, json!(720_000), "姓名 name_differs"),
        (11, json!(217_999), "缴存基数 base_below_floor"),
        (12, json!(2_869_201), "缴存基数 base_above_ceiling"),
        (
            13,
            five.clone(),
            "单位缴存比例 rate_out_of_range; 个人缴存比例 rate_out_of_range",
        ),
        (14, five.clone(), "单位缴存比例 rate_differs"),
        (15, json!(812_345), "单位月缴存额 amount_differs"),
        (16, Value::Null, "缴存基数 amount_empty"),
        (17, Value::Null, "缴存基数 amount_malformed"),
        (18, five.clone(), "姓名 person_name_empty"),
        (19, five.clone(), "证件类型 id_kind_unknown"),
        (20, five.clone(), "手机号码 mobile_number_malformed"),
        (
            21,
            json!(10_000),
            "证件号码 id_number_character; 手机号码 mobile_number_malformed; \
             缴存基数 base_below_floor; 单位缴存比例 rate_out_of_range; \
             个人缴存比例 rate_malformed; 单位月缴存额 amount_malformed",
        ),
        (22, json!(1_250_000), ""),
        (23, five.clone(), "证件号码 active_elsewhere"),
        (24, json!(950_000), ""),
        (25, five, ""),
    ];
    rows.map(|(row, base, findings)| (row, base, findings.to_owned()))
        .to_vec()
}

/// The sentences name the row's own figures and what would be right.
async fn check_sentences(desk: &Desk, roster: &Value) {
    let lines = desk.lines(roster).await;
    let sentence_of = |row: i64| {
        let line = lines.iter().find(|line| line["sheet_row"] == row).unwrap();
        text(&line["findings"][0]["sentence"])
    };
    for (row, sentence) in [
        (8, "第 8 行与第 9 行的证件号码相同，同一职工只能列一行"),
        (9, "第 9 行与第 8 行的证件号码相同，同一职工只能列一行"),
        (
            11,
            "缴存基数 2,179.99 元低于 2026-11 执行的下限 2,180.00 元",
        ),
        (
            12,
            "缴存基数 28,692.01 元高于 2026-11 执行的上限 28,692.00 元",
        ),
        (13, "单位缴存比例 13% 不在 5%—12% 之间"),
        (14, "单位缴存比例 10% 与单位登记的 8% 不一致"),
        (
            15,
            "单位月缴存额填写 649.88 元，按缴存基数乘以缴存比例（四舍五入到元）应为 650.00 元",
        ),
    ] {
        assert_eq!(sentence_of(row), sentence);
    }
}
