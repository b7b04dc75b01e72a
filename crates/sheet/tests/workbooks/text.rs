//! Delimited text, as spreadsheet programs and people write it.

use std::io::Cursor;

use proptest::prelude::*;
use sheet::{Column, Encoding, Error, HeaderSpec, Limits, Note, Spreadsheet};

use crate::files::{read, read_with};

const SPEC: HeaderSpec<'_> = HeaderSpec {
    columns: &[
        Column {
            key: "name",
            names: &["姓名"],
            required: true,
        },
        Column {
            key: "base",
            names: &["缴存基数"],
            required: true,
        },
    ],
};

#[test]
fn a_text_is_a_table_as_a_workbook_is() {
    let text = "某某公司清册,,\r\n\r\n序号,姓名,缴存基数（元）\r\n1,张三,\"6,500.00\"\r\n\
                合计,,\"6,500.00\"\r\n";
    let (gb18030, _, _) = encoding_rs::GB18030.encode(text);
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (gb18030.into_owned(), Encoding::Gb18030),
    ] {
        let mut file = Spreadsheet::open(Cursor::new(bytes), &Limits::default()).unwrap();
        assert_eq!(file.sheets(), []);
        let mut table = file.table(&SPEC).unwrap();
        let record = table.next().unwrap().unwrap();
        assert_eq!((record.row, record.text("base")), (4, "6,500.00"));
        assert!(table.next().is_none());
        assert_eq!(table.skipped()[0].row, 5);
        assert_eq!((table.header().row, table.rows().sheet()), (3, None));
        assert_eq!(table.notes(), [Note::Text { encoding }]);
        let progress = table.rows().progress();
        assert_eq!(progress.read_bytes, progress.total_bytes);
    }
}

#[track_caller]
fn refused(bytes: impl Into<Vec<u8>>, code: &str) -> Error {
    let error = read(bytes.into()).expect_err("a refusal");
    assert_eq!(error.code(), code, "{error}");
    error
}

#[test]
fn a_text_that_can_not_be_understood_is_refused_where() {
    let error = refused(b"a,b\n\"c,d\n".to_vec(), "sheet_quote_unclosed");
    assert_eq!(
        error.sentence(),
        "第 2 行的英文双引号没有成对，其后的内容无法分列；请用 Excel 或 WPS 打开核对后另存为 .xlsx 再上传"
    );
    let mut undecodable = b"a,b\n".repeat(10_000);
    undecodable.extend(b"\xFF\xFF\n");
    let error = refused(undecodable, "sheet_text_undecodable");
    assert!(error.sentence().starts_with("第 10001 行"), "{error}");
    // Further in than the kind of the file is told from.
    let mut zeros = b"a,b\n".repeat(10_000);
    zeros.extend([0; 10]);
    refused(zeros, "sheet_text_undecodable");
    refused(vec![b'x'; 100_000], "sheet_cell_too_long");
    refused(",".repeat(300) + "x", "sheet_too_many_columns");
    refused("a\n".repeat(500_001), "sheet_too_many_rows");
}

#[test]
fn a_text_of_sentences_is_told_from_a_table_without_the_header() {
    let letter = "各单位经办人：\n本月清册请于 20 日前报送, 逾期计入下月。\n\n联系人：王五\n";
    for (text, code) in [
        (letter, "sheet_is_text"),
        ("张三\n李四\n", "sheet_is_text"),
        ("甲,乙,丙\n1,2,3\n", "sheet_no_header"),
        ("清册\n甲;乙\n1;2\n3;4\n", "sheet_no_header"),
    ] {
        let mut file = Spreadsheet::open(Cursor::new(text.as_bytes()), &Limits::default());
        let error = file.as_mut().unwrap().table(&SPEC).err().unwrap();
        assert_eq!(error.code(), code, "{text}");
    }
    assert_eq!(
        Error::Foreign(sheet::Foreign::Text).sentence(),
        "这是没有分列的纯文本文件，不是 Excel 工作簿（.xlsx）或 CSV 文件，请使用下载的模板填写"
    );
}

#[test]
fn a_text_of_nothing_has_no_data() {
    for text in ["\n", " ,,\t\r\n,\n", "\u{FEFF}"] {
        let mut file = Spreadsheet::open(Cursor::new(text.as_bytes().to_vec()), &Limits::default());
        let error = file.as_mut().unwrap().table(&SPEC).err().unwrap();
        assert_eq!(error.code(), "sheet_no_data", "{text:?}");
    }
    refused("", "sheet_empty_file");
}

#[test]
fn a_page_of_the_web_in_any_encoding_is_no_table() {
    let page = "<html><meta charset=gbk><table><tr><td>姓名</td></tr></table></html>";
    let (gb18030, _, _) = encoding_rs::GB18030.encode(page);
    refused(gb18030.into_owned(), "sheet_is_html");
    refused(page, "sheet_is_html");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    /// Another program's writer is the measure.
    #[test]
    fn what_was_written_is_read(
        rows in prop::collection::vec(prop::collection::vec("[一-龥a-c\",;\t\r\n ]{0,12}", 3), 1..12),
        separator in prop::sample::select(vec![b',', b'\t', b';']),
        crlf in any::<bool>(),
    ) {
        let terminator = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(separator)
            .terminator(terminator)
            .from_writer(Vec::new());
        // Enough separators to tell it by, whatever the cells hold.
        let heading = vec!["x"; 250];
        let mut flexible = vec![heading.as_slice().iter().map(ToString::to_string).collect()];
        flexible.extend(rows.clone());
        for row in &flexible {
            let mut padded: Vec<String> = row.clone();
            padded.resize(250, String::new());
            writer.write_record(&padded).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let read = read_with(bytes, &Limits::default()).unwrap();
        let expected: Vec<(usize, Vec<(u16, String)>)> = flexible
            .iter()
            .enumerate()
            .map(|(index, row)| {
                let cells = row.iter().zip(0..).filter(|(text, _)| !text.trim().is_empty());
                // A line's end within a cell is one, however it is written.
                let ended = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
                (index + 1, cells.map(|(text, column)| (column, ended(text))).collect())
            })
            .filter(|(_, cells): &(usize, Vec<_>)| !cells.is_empty())
            .collect();
        let found: Vec<(usize, Vec<(u16, String)>)> = read
            .iter()
            .map(|row| {
                let cells = row.cells.iter().map(|cell| (cell.column, cell.text.clone()));
                (row.number as usize, cells.collect())
            })
            .collect();
        prop_assert_eq!(found, expected);
    }
}
