//! Written workbooks, read back.

use std::io::Cursor;

use kernel::{Date, Fen, Month, Rate};
use proptest::prelude::*;
use sheet::{Error, Heading, Kind, Limits, Value, Writer};
use zip::ZipArchive;

use crate::files::{open_with, read};

#[test]
fn what_was_written_is_read() {
    let headings = [
        Heading::text("姓名", 12),
        Heading::text("证件号码", 20),
        Heading::amount("缴存基数（元）"),
        Heading::rate("单位比例"),
        Heading::date("参加工作日期"),
        Heading::month("起缴年月"),
        Heading::count("人数"),
    ];
    let mut writer = Writer::new("清册", &headings).unwrap();
    writer
        .notes(
            "填写说明",
            &["一、证件号码为文本格式", "二、基数以元为单位"],
        )
        .unwrap();
    writer
        .row(&[
            Value::Text("=张三"),
            Value::Text("110105194912310021"),
            Value::Fen(Fen::new(-654_321)),
            Value::Rate(Rate::new(125_000_000)),
            Value::Date(Date::new(2026, 11, 22).unwrap()),
            Value::Month(Month::new(2026, 11).unwrap()),
            Value::Count(1_234),
        ])
        .unwrap();
    writer.row(&[const { Value::Empty }; 7]).unwrap();
    let mut row = [const { Value::Empty }; 7];
    row[2] = Value::Fen(Fen::new(123_456_789_012_345_678));
    row[6] = Value::Count(i64::MAX);
    writer.row(&row).unwrap();

    let mut workbook = open_with(writer.finish().unwrap(), &Limits::default()).unwrap();
    let names: Vec<_> = workbook
        .sheets()
        .iter()
        .map(|sheet| sheet.name.clone())
        .collect();
    assert_eq!(names, ["清册", "填写说明"]);
    let rows: Vec<_> = workbook.rows().unwrap().map(Result::unwrap).collect();
    let shown = |index: usize| -> Vec<(Kind, &str)> {
        rows[index]
            .cells
            .iter()
            .map(|cell| (cell.kind, cell.text.as_str()))
            .collect()
    };
    assert_eq!(shown(0)[2], (Kind::Text, "缴存基数（元）"));
    assert_eq!(
        shown(1),
        [
            (Kind::Text, "=张三"),
            (Kind::Text, "110105194912310021"),
            (Kind::Number, "-6543.21"),
            (Kind::Percent, "12.5%"),
            (Kind::Date, "2026-11-22"),
            (Kind::Date, "2026-11-01"),
            (Kind::Number, "1234"),
        ]
    );
    assert_eq!(rows[2].number, 4);
    assert_eq!(
        shown(2),
        [
            (Kind::Text, "1234567890123456.78"),
            (Kind::Text, "9223372036854775807")
        ]
    );
    let notes: Vec<_> = workbook
        .rows_of("填写说明")
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(notes[1].cells[0].text, "二、基数以元为单位");
}

/// A program that computes nothing sees what the formula came to; a spreadsheet the formula.
#[test]
fn a_computed_amount_is_written_with_its_formula_and_what_it_comes_to() {
    let headings = [Heading::amount("缴存基数"), Heading::amount("月缴存额")];
    let mut writer = Writer::new("清册", &headings).unwrap();
    assert_eq!(writer.next_row(), 2);
    let computed = Value::Computed {
        formula: "ROUND(A2*0.05,2)",
        amount: Fen::new(32_503),
    };
    let values = [Value::Fen(Fen::new(650_050)), computed];
    writer.row(&values).unwrap();
    assert_eq!(writer.next_row(), 3);
    let workbook = writer.finish().unwrap();
    let xml = part(&workbook, "xl/worksheets/sheet1.xml");
    assert!(
        xml.contains("<f>ROUND(A2*0.05,2)</f><v>325.03</v>"),
        "{xml}"
    );
    let rows = read(workbook).unwrap();
    let cell = rows[1].cell(1).unwrap();
    assert_eq!(
        (cell.kind, cell.text.as_str(), cell.formula),
        (Kind::Number, "325.03", true)
    );
}

/// The text of a part of a workbook.
fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn marked_cells_stand_out_though_they_are_empty() {
    let headings = [Heading::text("姓名", 12), Heading::amount("缴存基数")];
    let written = |marked: bool| {
        let mut writer = Writer::new("a", &headings).unwrap();
        let values = [Value::Text("张三"), Value::Empty];
        writer
            .row_marked(&values, |index| marked && index == 1)
            .unwrap();
        writer.finish().unwrap()
    };
    let (plain, marked) = (written(false), written(true));
    let sheet = |workbook: &[u8]| part(workbook, "xl/worksheets/sheet1.xml");
    assert!(!sheet(&plain).contains("r=\"B2\""), "{}", sheet(&plain));
    assert!(sheet(&marked).contains("r=\"B2\""), "{}", sheet(&marked));
    assert!(part(&marked, "xl/styles.xml").contains("FFC7CE"));
    let rows = |workbook| read(workbook).unwrap();
    assert_eq!(rows(plain)[1], rows(marked)[1], "it reads the same");
}

#[test]
fn a_forbidden_sheet_name_is_an_error() {
    assert!(matches!(Writer::new("a/b", &[]), Err(Error::Write(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn amounts_are_exact(amounts in proptest::collection::vec(-999_999_999_999_999_i64..=999_999_999_999_999, 1..20)) {
        let mut writer = Writer::new("a", &[Heading::amount("金额")]).unwrap();
        for amount in &amounts {
            writer.row(&[Value::Fen(Fen::new(*amount))]).unwrap();
        }
        let rows = read(writer.finish().unwrap()).unwrap();
        for (row, amount) in rows[1..].iter().zip(&amounts) {
            let cell = &row.cells[0];
            prop_assert_eq!(cell.kind, Kind::Number);
            prop_assert_eq!(Fen::parse(&cell.text).unwrap(), Fen::new(*amount));
        }
    }
}
