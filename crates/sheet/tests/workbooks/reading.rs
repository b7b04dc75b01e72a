//! Workbooks as people make them.

use rust_xlsxwriter as xlsx;
use sheet::{Cell, Column, HeaderSpec, Kind, Limits, Table};

use crate::files::{Book, cells, open_with, read};

fn shown(cells: &[Cell]) -> Vec<(u16, Kind, &str)> {
    cells
        .iter()
        .map(|cell| (cell.column, cell.kind, cell.text.as_str()))
        .collect()
}

#[test]
fn every_type_of_cell_is_read_as_people_see_it() {
    let book = Book::of(
        "<row r='3' spans='1:9' ht='15'>\
         <c r='A3' t='s'><v>0</v></c><c r='B3' t='s'><v>1</v></c>\
         <c r='C3' t='inlineStr'><is><t xml:space='preserve'> 内 </t><rPh sb='0' eb='1'><t>ナイ</t></rPh></is></c>\
         <c r='D3'><v>1234.5600000000001</v></c><c r='E3' s='1'><v>0.050000000000000003</v></c>\
         <c r='F3' s='2'><v>45413</v></c><c r='G3' s='3'><v>123</v></c>\
         <c r='H3' t='b'><v>1</v></c><c r='I3' t='e'><v>#N/A</v></c>\
         <c r='J3' t='d'><v>2024-05-01T00:00:00</v></c><c r='K3' t='n' s='9'><v>12</v></c>\
         </row>",
    )
    .shared_strings(
        "<si><t>张三</t></si><si><r><rPr><b/></rPr><t>李</t></r><r><t xml:space='preserve'> 四&amp;_x000D_\n五</t></r>\
         <rPh sb='0' eb='1'><t>り</t></rPh></si>",
    )
    .formats(&["General", "0.00%", "yyyy\"年\"m\"月\"", "00000"]);
    assert_eq!(
        shown(&cells(book)),
        [
            (0, Kind::Text, "张三"),
            (1, Kind::Text, "李 四&\r\n五"),
            (2, Kind::Text, " 内 "),
            (3, Kind::Number, "1234.56"),
            (4, Kind::Percent, "5%"),
            (5, Kind::Date, "2024-05-01"),
            (6, Kind::Number, "00123"),
            (7, Kind::Bool, "TRUE"),
            (8, Kind::Error, "#N/A"),
            (9, Kind::Date, "2024-05-01"),
            (10, Kind::Number, "12"),
        ]
    );
}

#[test]
fn formulas_give_what_was_calculated_or_say_that_nothing_was() {
    let read = cells(Book::of(
        "<row r='1'><c r='A1'><f>B1*2</f><v>10</v></c><c r='B1' t='str'><f>C1</f><v>文</v></c>\
         <c r='C1'><f>A1</f></c><c r='D1'><f>A1</f><v></v></c><c r='E1' t='str'><f>\"\"</f><v></v></c>\
         <c r='F1' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='G1'><v>7</v></c></row>",
    ));
    assert_eq!(
        shown(&read),
        [
            (0, Kind::Number, "10"),
            (1, Kind::Text, "文"),
            (2, Kind::Uncalculated, ""),
            (3, Kind::Uncalculated, ""),
            (5, Kind::Error, "#DIV/0!"),
            (6, Kind::Number, "7"),
        ]
    );
    let formulas: Vec<bool> = read.iter().map(|cell| cell.formula).collect();
    assert_eq!(formulas, [true, true, true, true, true, false]);
}

#[test]
fn an_id_number_stored_as_a_number_is_flagged() {
    let read = cells(Book::of(
        "<row r='1'><c r='A1'><v>1.1010519491231002E17</v></c>\
         <c r='B1' t='inlineStr'><is><t>110105194912310021</t></is></c><c r='C1'><v>13800138000</v></c></row>",
    ));
    let flags: Vec<_> = read
        .iter()
        .map(|cell| (cell.text.as_str(), cell.precision_lost))
        .collect();
    assert_eq!(
        flags,
        [
            ("110105194912310000", true),
            ("110105194912310021", false),
            ("13800138000", false)
        ]
    );
}

#[test]
fn rows_and_cells_without_a_reference_follow_the_one_before() {
    let rows = read(
        Book::of("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r='5'><c r='B5'><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row>")
            .build(),
    )
    .unwrap();
    let read: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.number,
                row.cells.iter().map(|cell| cell.column).collect::<Vec<_>>(),
            )
        })
        .collect();
    assert_eq!(read, [(1, vec![0, 2]), (5, vec![1, 2]), (6, vec![0])]);
    assert_eq!(rows[1].cell(2).unwrap().text, "6");
    assert!(rows[1].cell(0).is_none());
}

#[test]
fn prefixed_names_and_the_1904_dates_are_understood() {
    let rows = "<x:row xmlns:x='x' r='2'><x:c r='A2' s='0'><x:v>43951</x:v></x:c></x:row>";
    let book = Book::of(rows).formats(&["yyyy-m-d"]).since_1904();
    assert_eq!(shown(&cells(book)), [(0, Kind::Date, "2024-05-01")]);
}

#[test]
fn the_first_visible_sheet_that_holds_anything_is_read() {
    let row =
        |text: &str| format!("<row r='1'><c r='A1' t='inlineStr'><is><t>{text}</t></is></c></row>");
    let bytes = Book::default()
        .sheet("隐藏", "hidden", &row("hidden"))
        .sheet("深藏", "veryHidden", &row("very hidden"))
        .sheet("空白", "visible", "<row r='1'><c r='A1' s='1'/></row>")
        .sheet("只有空格", "visible", &row("\u{3000} "))
        .sheet("清册", "visible", &row("roster"))
        .sheet("说明", "visible", &row("notes"))
        .build();
    let mut workbook = open_with(bytes, &Limits::default()).unwrap();
    let names: Vec<_> = workbook
        .sheets()
        .iter()
        .map(|s| (s.name.clone(), s.visible))
        .collect();
    assert_eq!(names.len(), 6);
    assert_eq!(names[1], ("深藏".to_owned(), false));
    let mut rows = workbook.rows().unwrap();
    assert_eq!(rows.sheet(), Some("清册"));
    assert_eq!(rows.next().unwrap().unwrap().cells[0].text, "roster");
    assert!(rows.next().is_none());
    drop(rows);
    let mut rows = workbook.rows_of("隐藏").unwrap();
    assert_eq!(rows.next().unwrap().unwrap().cells[0].text, "hidden");
    drop(rows);
    assert_eq!(
        workbook.rows_of("没有").err().unwrap().code(),
        "sheet_no_such_sheet"
    );
}

/// A roster as an employer's clerk keeps it, written by another library than the reader's.
fn messy_roster() -> Vec<u8> {
    let mut book = xlsx::Workbook::new();
    let hidden = book
        .add_worksheet()
        .set_name("旧数据")
        .unwrap()
        .set_hidden(true);
    hidden.write(0, 0, "姓名").unwrap();
    let sheet = book.add_worksheet().set_active(true);
    let title = xlsx::Format::new().set_bold();
    sheet
        .merge_range(0, 0, 0, 5, "某某公司　住房公积金汇缴清册", &title)
        .unwrap();
    sheet.merge_range(1, 0, 1, 5, "2026年11月", &title).unwrap();
    let headings = [
        "序号",
        "缴存\n基数（元）",
        "＊证件号码",
        "单位比例(%)",
        "姓　名",
        "起缴年月",
    ];
    for (column, heading) in (0..).zip(headings) {
        sheet.write(2, column, heading).unwrap();
    }
    let month = xlsx::Format::new().set_num_format("yyyy年m月");
    let date = xlsx::ExcelDateTime::from_ymd(2026, 11, 1).unwrap();
    sheet.write(3, 0, 1).unwrap();
    sheet.write(3, 1, 6543.21).unwrap();
    sheet.write(3, 2, "11010519491231002X").unwrap();
    sheet
        .write_with_format(3, 3, 0.05, &xlsx::Format::new().set_num_format("0%"))
        .unwrap();
    sheet.write(3, 4, " 张三 ").unwrap();
    sheet.write_with_format(3, 5, &date, &month).unwrap();
    sheet.write(5, 0, 2).unwrap();
    let formula = xlsx::Formula::new("=B4*2").set_result("13086.42");
    sheet.write(5, 1, formula).unwrap();
    sheet.write(5, 2, 110_105_194_912_310_021_f64).unwrap();
    let bold = xlsx::Format::new().set_bold();
    let plain = xlsx::Format::new();
    sheet
        .write_rich_string(5, 4, &[(&bold, "李"), (&plain, "四")])
        .unwrap();
    sheet.write(6, 0, "合　计").unwrap();
    sheet
        .write(
            6,
            1,
            xlsx::Formula::new("=SUM(B4:B6)").set_result("19629.63"),
        )
        .unwrap();
    sheet.write(7, 0, "制表人：王五").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_messy_roster_is_read_by_the_names_of_its_columns() {
    let spec = HeaderSpec {
        columns: &[
            Column {
                key: "name",
                names: &["姓名"],
                required: true,
            },
            Column {
                key: "id",
                names: &["证件号码"],
                required: true,
            },
            Column {
                key: "base",
                names: &["缴存基数"],
                required: true,
            },
            Column {
                key: "rate",
                names: &["单位比例"],
                required: false,
            },
            Column {
                key: "from",
                names: &["起缴年月"],
                required: false,
            },
            Column {
                key: "mobile",
                names: &["手机号码"],
                required: false,
            },
        ],
    };
    let mut workbook = open_with(messy_roster(), &Limits::default()).unwrap();
    let mut table = workbook.table(&spec).unwrap();
    assert_eq!(table.header().row, 3);
    assert_eq!(table.header().unknown, ["序号"]);
    assert_eq!(table.header().column("rate").unwrap().title, "单位比例(%)");
    assert!(table.header().column("mobile").is_none());

    let records: Vec<_> = table.by_ref().map(Result::unwrap).collect();
    let keys = ["name", "id", "base", "rate", "from", "mobile"];
    let texts = |index: usize| keys.map(|key| records[index].text(key));
    assert_eq!(
        texts(0),
        [
            "张三",
            "11010519491231002X",
            "6543.21",
            "5%",
            "2026-11-01",
            ""
        ]
    );
    assert_eq!(
        texts(1),
        ["李四", "110105194912310000", "13086.42", "", "", ""]
    );
    assert_eq!((records.len(), records[1].row), (2, 6));
    assert!(records[1].cell("id").unwrap().precision_lost);
    assert!(records[1].cell("base").unwrap().formula);

    let skipped: Vec<_> = table
        .skipped()
        .iter()
        .map(|s| (s.row, s.text.as_str()))
        .collect();
    assert_eq!(skipped, [(7, "合　计"), (8, "制表人：王五")]);
}

#[test]
fn a_workbook_may_be_read_on_another_thread() {
    fn sendable<T: Send>() {}
    sendable::<sheet::Spreadsheet>();
    sendable::<Table<sheet::Rows<'_>>>();
    sendable::<sheet::Writer>();
}
