//! The files that rosters come in, made by openpyxl and LibreOffice (`files/make_rosters.py`): each
//! thing that people and programs do to them in a test named after it.

use serde_json::{Value, json};

use crate::desk::{Desk, id_number, text};
use crate::messy_rosters::read;
use crate::support::TestCentre;

const UTF8: &[u8] = include_bytes!("files/utf8_commas.csv");
const GB18030: &[u8] = include_bytes!("files/gb18030_semicolons.csv");
const UNICODE: &[u8] = include_bytes!("files/unicode_tabs.txt");
const GBK_FORMULAS: &[u8] = include_bytes!("files/gbk_formulas.csv");
const MERGED: &[u8] = include_bytes!("files/merged_header.xlsx");
const MERGED_LIBREOFFICE: &[u8] = include_bytes!("files/merged_header_libreoffice.xlsx");
const MERGED_CSV: &[u8] = include_bytes!("files/gb18030_merged_header.csv");
const WRITTEN_AS_TEXT: &[u8] = include_bytes!("files/written_as_text.xlsx");
const DATES: &[u8] = include_bytes!("files/dates_libreoffice.xlsx");
const PARTLY_HIDDEN: &[u8] = include_bytes!("files/partly_hidden.xlsx");
const PARTLY_HIDDEN_LIBREOFFICE: &[u8] = include_bytes!("files/partly_hidden_libreoffice.xlsx");
const ONLY_HIDDEN: &[u8] = include_bytes!("files/only_hidden.xlsx");
const MACROS: &[u8] = include_bytes!("files/macros_libreoffice.xlsm");

/// The preview of a file for an employer that has sent nothing else.
async fn preview(test: &TestCentre, file: &[u8]) -> (Desk, Value) {
    let desk = Desk::of(test).await;
    let employer_id = desk.employer(1, "2026-10").await;
    let roster = desk.preview(&employer_id, "2026-10", file.to_vec()).await;
    (desk, roster)
}

/// The codes of what is told of the reading.
fn notes(roster: &Value) -> Vec<String> {
    let notes = roster["notes"].as_array().unwrap().iter();
    notes.map(|note| text(&note["code"])).collect()
}

/// The sentence of a note.
fn note(roster: &Value, code: &str) -> String {
    let mut notes = roster["notes"].as_array().unwrap().iter();
    let note = notes.find(|note| note["code"] == code);
    text(&note.unwrap_or_else(|| panic!("no {code} in {roster}"))["sentence"])
}

/// Rows without a finding.
fn sound<const N: usize>(rows: [(i64, i64); N]) -> Vec<(i64, Value, String)> {
    rows.map(|(row, base)| (row, json!(base), String::new()))
        .to_vec()
}

testkit::both! {
    async fn a_csv_in_utf_8_or_gb18030_is_read_as_a_workbook_is(test: TestCentre) {
        let desk = Desk::of(&test).await;
        for (number, file, encoding) in
            [(1, UTF8, "UTF-8"), (2, GB18030, "GB18030"), (3, UNICODE, "UTF-16")]
        {
            let employer_id = desk.employer(number, "2026-10").await;
            let roster = desk.preview(&employer_id, "2026-10", file.to_vec()).await;
            // A cell of two lines is one row, as the spreadsheet program counts.
            let expected = sound([(2, 650_050), (3, 720_000), (4, 500_000)]);
            assert_eq!(read(&desk, &roster).await, expected, "{encoding}");
            assert_eq!(roster["unknown_columns"], json!(["部门"]));
            let told = note(&roster, "sheet_text_encoding");
            assert!(told.contains(encoding), "{told}");
        }
        // The name that GBK can't write came through in each.
        let lines = desk.clerk.get("/api/rosters?status=previewed").await.expect(200);
        assert_eq!(lines["items"].as_array().unwrap().len(), 3);
    }

    /// An amount is assessed whatever the file states; a base that nobody calculated can't be known.
    async fn a_formula_in_a_csv_was_never_calculated(test: TestCentre) {
        let (desk, roster) = preview(&test, GBK_FORMULAS).await;
        assert_eq!(read(&desk, &roster).await, [(2, 600_020), (3, 600_030), (4, 600_040)]
            .map(|(row, base)| (row, json!(base), String::new())));
        assert_eq!(roster["skipped_rows"].as_array().unwrap().len(), 3);
        let employer_id = desk.employer(2, "2026-10").await;
        let base = format!("姓名,证件号码,缴存基数\n张三,{},=6000+1\n", id_number("1990-01-01", 3));
        let roster = desk.preview(&employer_id, "2026-10", base.into_bytes()).await;
        let told = "缴存基数 cell_uncalculated".to_owned();
        assert_eq!(read(&desk, &roster).await, [(2, Value::Null, told)]);
    }

    async fn a_merged_header_is_read_by_both_of_its_rows(test: TestCentre) {
        let desk = Desk::of(&test).await;
        for (number, file) in [(1, MERGED), (2, MERGED_LIBREOFFICE), (3, MERGED_CSV)] {
            let employer_id = desk.employer(number, "2026-10").await;
            let roster = desk.preview(&employer_id, "2026-10", file.to_vec()).await;
            let expected = sound([(5, 610_000), (6, 620_000), (7, 630_000)]);
            assert_eq!(read(&desk, &roster).await, expected);
            assert_eq!(roster["total_fen"], 297_600);
            assert_eq!(roster["unknown_columns"], json!(["备注"]));
            assert_eq!(roster["skipped_rows"], json!([{ "row": 8, "reason": "合计行" }]));
        }
    }

    /// Numbers as text, full-width digits, thousands separators, apostrophes, spaces of all kinds
    /// and characters that nobody sees.
    async fn what_is_written_as_text_is_read_as_it_is_meant(test: TestCentre) {
        let (desk, roster) = preview(&test, WRITTEN_AS_TEXT).await;
        let expected = sound([
            (2, 650_000), (3, 720_000), (4, 812_345), (5, 1_200_000), (6, 950_000), (7, 500_000),
            (8, 500_000),
        ]);
        assert_eq!(read(&desk, &roster).await, expected);
        desk.confirm(&roster).await.expect(201);
        // 陈晨's number was pasted with marks of the direction of writing around it.
        let path = format!("/api/accounts?id_number={}", id_number("2000-02-29", 5));
        let found = desk.clerk.get(&path).await.expect(200);
        assert_eq!(found["items"].as_array().unwrap().len(), 1, "{found}");
    }

    async fn id_numbers_of_15_digits_are_brought_to_18_and_told(test: TestCentre) {
        let (desk, roster) = preview(&test, WRITTEN_AS_TEXT).await;
        assert_eq!(
            note(&roster, "id_number_upgraded"),
            "有 1 人的身份证号码是15位的旧号码，已升为18位（第 8 行）；旧号码没有校验位，请与现行身份证核对"
        );
        desk.confirm(&roster).await.expect(201);
        let old = desk.clerk.get("/api/accounts?id_number=519900880808123").await.expect(200);
        let number = text(&old["items"][0]["id_number"]);
        assert_eq!(number.chars().count(), 18, "{number}");
    }

    async fn a_small_x_is_the_check_character(test: TestCentre) {
        let (desk, roster) = preview(&test, WRITTEN_AS_TEXT).await;
        let lines = desk.lines(&roster).await;
        assert!(text(&lines[5]["id_number"]).ends_with('X'), "{}", lines[5]);
        assert_eq!(lines[5]["findings"], json!([]));
    }

    async fn a_day_where_no_day_belongs_is_told(test: TestCentre) {
        let (desk, roster) = preview(&test, DATES).await;
        assert_eq!(read(&desk, &roster).await, [
            (2, json!(650_000), String::new()),
            (3, Value::Null, "缴存基数 cell_is_date".to_owned()),
            (4, json!(500_000), "月缴存额合计 cell_error".to_owned()),
        ]);
        let lines = desk.lines(&roster).await;
        assert_eq!(
            text(&lines[1]["findings"][0]["sentence"]),
            "单元格的格式是日期，显示为 1919-09-17；请将格式改为“常规”或“文本”后核对内容"
        );
        // Where days belong they are nobody's business.
        assert_eq!(roster["unknown_columns"], json!(["入职日期"]));
    }

    async fn of_several_sheets_the_one_with_the_header_is_read(test: TestCentre) {
        for file in [PARTLY_HIDDEN, PARTLY_HIDDEN_LIBREOFFICE] {
            let desk = Desk::of(&test).await;
            let number = if file == PARTLY_HIDDEN { 1 } else { 2 };
            let employer_id = desk.employer(number, "2026-10").await;
            let roster = desk.preview(&employer_id, "2026-10", file.to_vec()).await;
            assert_eq!(roster["rows"], 6);
            assert_eq!(
                note(&roster, "sheet_others_alike"),
                "读取的是工作表“10月”；工作表“9月”也有同样的表头，没有读取"
            );
        }
    }

    async fn hidden_sheets_are_left_and_hidden_rows_and_columns_read(test: TestCentre) {
        for (number, file) in [(1, PARTLY_HIDDEN), (2, PARTLY_HIDDEN_LIBREOFFICE)] {
            let desk = Desk::of(&test).await;
            let employer_id = desk.employer(number, "2026-10").await;
            let roster = desk.preview(&employer_id, "2026-10", file.to_vec()).await;
            let rows = [2, 3, 4, 5, 6, 7].map(|row| (row, 600_000));
            assert_eq!(read(&desk, &roster).await, sound(rows));
            assert_eq!(
                notes(&roster),
                ["sheet_others_alike", "sheet_others_hidden", "sheet_columns_hidden", "sheet_rows_hidden"]
            );
            assert_eq!(
                note(&roster, "sheet_others_hidden"),
                "隐藏的工作表“数据源”、“离职人员”没有读取"
            );
            assert_eq!(
                note(&roster, "sheet_rows_hidden"),
                "有 2 行是隐藏的（第 4、6 行，可能是筛选造成的），已一并读取"
            );
        }
    }

    async fn a_hidden_sheet_is_read_where_no_other_holds_anything(test: TestCentre) {
        let (desk, roster) = preview(&test, ONLY_HIDDEN).await;
        assert_eq!(read(&desk, &roster).await, sound([(2, 600_000), (3, 600_000)]));
        assert_eq!(notes(&roster), ["sheet_was_hidden"]);
    }

    async fn a_macro_workbook_is_read_without_its_macros(test: TestCentre) {
        let (desk, roster) = preview(&test, MACROS).await;
        let expected = sound([(2, 650_050), (3, 720_000), (4, 500_000)]);
        assert_eq!(read(&desk, &roster).await, expected);
        assert_eq!(notes(&roster), ["sheet_macros_left"]);
    }
}
