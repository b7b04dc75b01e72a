//! What people do to workbooks that still mean something: each case in a test named after it.

use sheet::{Column, Error, HeaderSpec, Kind, Limits, Note, Record};

use crate::files::{Book, open_with};

const SPEC: HeaderSpec<'_> = HeaderSpec {
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
            required: false,
        },
        Column {
            key: "employer",
            names: &["单位月缴存额"],
            required: false,
        },
        Column {
            key: "member",
            names: &["个人月缴存额"],
            required: false,
        },
        Column {
            key: "total",
            names: &["月缴存额合计", "月缴存额"],
            required: false,
        },
    ],
};

/// A row of texts; nothing for an empty one. What stands before a `:` at its beginning are
/// attributes of the row.
fn row(number: u32, texts: &[&str]) -> String {
    row_with(number, "", texts)
}

fn row_with(number: u32, attributes: &str, texts: &[&str]) -> String {
    let cells = texts.iter().map(|text| match *text {
        "" => "<c/>".to_owned(),
        text => format!("<c t='inlineStr'><is><t xml:space='preserve'>{text}</t></is></c>"),
    });
    let cells: String = cells.collect();
    format!("<row r='{number}' {attributes}>{cells}</row>")
}

fn roster() -> String {
    row(1, &["姓名", "证件号码", "缴存基数"]) + &row(2, &["张三", "1", "5000"])
}

struct Read {
    sheet: String,
    records: Vec<Record>,
    notes: Vec<Note>,
}

fn read(book: Book) -> Result<Read, Error> {
    let mut file = open_with(book.build(), &Limits::default())?;
    let mut table = file.table(&SPEC)?;
    let records = table.by_ref().collect::<Result<_, _>>()?;
    Ok(Read {
        sheet: table.rows().sheet().unwrap().to_owned(),
        records,
        notes: table.notes(),
    })
}

#[test]
fn of_several_sheets_the_one_with_the_header_is_read() {
    let book = Book::default()
        .sheet("填表说明", "visible", &row(1, &["一、姓名与身份证一致"]))
        .sheet("部门", "visible", &row(1, &["姓名", "部门"]))
        .sheet("清册", "visible", &roster());
    let read = read(book).unwrap();
    assert_eq!((read.sheet.as_str(), read.records.len()), ("清册", 1));
    assert_eq!(read.notes, []);
}

#[test]
fn sheets_that_look_alike_are_told() {
    let months = ["11月", "10月", "9月"];
    let book = months.iter().fold(Book::default(), |book, month| {
        book.sheet(month, "visible", &roster())
    });
    let read = read(book).unwrap();
    assert_eq!(read.sheet, "11月");
    let others = vec!["10月".to_owned(), "9月".to_owned()];
    let alike = Note::SheetsAlike {
        read: "11月".to_owned(),
        others,
    };
    assert_eq!(
        alike.sentence(),
        "读取的是工作表“11月”；工作表“10月”、“9月”也有同样的表头，没有读取"
    );
    assert_eq!(read.notes, [alike]);
}

#[test]
fn the_refusal_is_of_the_sheet_that_comes_nearest() {
    let book = Book::default()
        .sheet("a", "visible", &row(1, &["部门", "人数"]))
        .sheet("b", "visible", &row(3, &["姓名", "工号"]))
        .sheet("c", "visible", "")
        .sheet("d", "hidden", &roster());
    let error = read(book).err().unwrap();
    assert_eq!(
        error.sentence(),
        "第 3 行的表头缺少：证件号码；现有：姓名、工号"
    );
    let broken = row(1, &["姓名"]).replace("</c>", "");
    let book = Book::default()
        .sheet("a", "visible", &row(1, &["姓名", "工号"]))
        .sheet("b", "visible", &broken);
    assert_eq!(read(book).err().unwrap().code(), "sheet_broken");
}

#[test]
fn hidden_sheets_are_left_and_told() {
    let book = Book::default()
        .sheet("数据源", "veryHidden", &roster())
        .sheet("清册", "visible", &roster());
    let read = read(book).unwrap();
    assert_eq!(read.sheet, "清册");
    let names = vec!["数据源".to_owned()];
    assert_eq!(read.notes, [Note::SheetsHidden { names }]);

    let book = Book::default()
        .sheet("说明", "visible", &row(1, &["见内"]))
        .sheet("数据源", "hidden", &roster());
    let error = self::read(book).err().unwrap();
    assert_eq!(error.code(), "sheet_no_header");
    assert!(error.sentence().contains("隐藏的工作表不读取，如“数据源”"));
}

#[test]
fn a_hidden_sheet_is_read_where_no_other_holds_anything() {
    let book = Book::default()
        .sheet("Sheet1", "visible", "<row r='1'><c s='1'/></row>")
        .sheet("空", "hidden", "")
        .sheet("数据", "hidden", &roster());
    let read = read(book).unwrap();
    assert_eq!((read.sheet.as_str(), read.records.len()), ("数据", 1));
    let name = "数据".to_owned();
    assert_eq!(read.notes, [Note::SheetWasHidden { name }]);
}

#[test]
fn hidden_rows_and_columns_are_read_and_told() {
    let hidden = |number| row_with(number, "hidden='1'", &["李四", "2", "6000"]);
    let rows: String = (3..30).map(hidden).collect();
    let totals = row_with(30, "hidden='true'", &["合计", "", "9"]);
    let book = Book::of(&(roster() + &rows + &totals)).columns(
        "<col min='1' max='1' hidden='0'/><col min='2' max='2' hidden='1'/>\
         <col min='9' max='16384' hidden='1'/>",
    );
    let read = read(book).unwrap();
    assert_eq!(read.records.len(), 28);
    assert_eq!(
        read.notes,
        [
            Note::ColumnsHidden {
                titles: vec!["证件号码".to_owned()]
            },
            Note::RowsHidden {
                rows: (3..13).collect(),
                count: 27
            },
        ]
    );
}

#[test]
fn a_macro_workbook_is_read_without_its_macros() {
    let book = Book::of(&roster()).part("xl/vbaProject.bin", "\u{1}anything at all");
    let read = read(book).unwrap();
    assert_eq!((read.records.len(), read.notes), (1, vec![Note::Macros]));
}

#[test]
fn a_merged_header_is_read_by_both_of_its_rows() {
    let rows = row(1, &["某某公司清册"])
        + &row(2, &["姓名", "证件号码", "缴存基数", "月缴存额（元）"])
        + &row(3, &["", "", "", "单位", "个人", "合计"])
        + &row(4, &["张三", "1", "5000", "400", "401", "801"]);
    let read = read(Book::of(&rows)).unwrap();
    assert_eq!(read.records.len(), 1);
    let texts = ["base", "employer", "member", "total"].map(|key| read.records[0].text(key));
    assert_eq!(texts, ["5000", "400", "401", "801"]);
}

#[test]
fn apostrophes_spaces_and_invisible_characters_are_no_part_of_a_value() {
    let rows = row(1, &["姓名", "证件号码", "缴存基数"])
        + &row(
            2,
            &[
                "\u{A0}张\u{200B}三\u{3000}",
                "'510107",
                "\u{202D} 5000\u{202C}\t",
            ],
        )
        + &row(3, &["O'Neill ", "’510108", "＇ 6000"]);
    let read = read(Book::of(&rows)).unwrap();
    let texts = |index: usize| ["name", "id", "base"].map(|key| read.records[index].text(key));
    assert_eq!(texts(0), ["张三", "510107", "5000"]);
    assert_eq!(texts(1), ["O'Neill", "510108", "6000"]);
}

#[test]
fn a_day_stored_as_a_number_is_a_day() {
    let rows = row(1, &["姓名", "证件号码", "缴存基数"])
        + "<row r='2'><c t='inlineStr'><is><t>张三</t></is></c><c><v>1</v></c>\
           <c s='1'><v>7200</v></c></row>";
    let book = Book::of(&rows).formats(&["General", "yyyy-mm-dd"]);
    let read = read(book).unwrap();
    let cell = read.records[0].cell("base").unwrap();
    assert_eq!((cell.kind, cell.text.as_str()), (Kind::Date, "1919-09-17"));
}

#[test]
fn the_names_of_sheets_are_not_kept_beyond_what_excel_allows() {
    let long = "长".repeat(10_000);
    let book = Book::default()
        .sheet(&long, "visible", &roster())
        .sheet("b", "visible", &roster());
    assert_eq!(read(book).unwrap().sheet, "长".repeat(31));
}
