//! What strangers upload.

use std::io::{Cursor, Write as _};

use sheet::{Error, Limits};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::files::{Book, read, read_with, root_relationships, zip};

#[track_caller]
fn refused(bytes: Vec<u8>, code: &str) -> Error {
    refused_with(bytes, &Limits::default(), code)
}

#[track_caller]
fn refused_with(bytes: Vec<u8>, limits: &Limits, code: &str) -> Error {
    let error = read_with(bytes, limits).expect_err("a refusal");
    assert_eq!(error.code(), code, "{error}");
    error
}

/// An OLE2 file as far as it is looked at: its magic and the names in its directory.
fn ole2(streams: &[&str]) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(100_000, 0);
    for stream in streams {
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.resize(bytes.len().next_multiple_of(128), 0);
    }
    bytes
}

#[test]
fn a_file_of_another_kind_is_called_by_its_name() {
    let docx = zip(&[
        (
            "_rels/.rels",
            root_relationships("word/document.xml").as_bytes(),
        ),
        (
            "word/document.xml",
            b"<w:document xmlns:w='w'><w:body/></w:document>",
        ),
    ]);
    let pptx = zip(&[
        (
            "_rels/.rels",
            root_relationships("ppt/presentation.xml").as_bytes(),
        ),
        ("ppt/presentation.xml", b"<p:presentation xmlns:p='p'/>"),
    ]);
    let xlsb = zip(&[
        (
            "_rels/.rels",
            root_relationships("xl/workbook.bin").as_bytes(),
        ),
        ("xl/workbook.bin", &[0x83, 1, 0]),
    ]);
    let ods = zip(&[(
        "mimetype",
        b"application/vnd.oasis.opendocument.spreadsheet",
    )]);
    let odt = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text")]);
    for (bytes, code) in [
        (docx, "sheet_is_word"),
        (pptx, "sheet_is_presentation"),
        (xlsb, "sheet_is_binary_workbook"),
        (ods, "sheet_is_open_document_sheet"),
        (odt, "sheet_is_open_document"),
        (zip(&[("OFD.xml", b"<ofd/>")]), "sheet_is_ofd"),
        (zip(&[("Index/Document.iwa", b"")]), "sheet_is_numbers"),
        (zip(&[("readme.txt", b"hello")]), "sheet_is_zip"),
        (zip(&[]), "sheet_is_zip"),
        (ole2(&["Root Entry", "Workbook"]), "sheet_is_old_excel"),
        (ole2(&["Root Entry", "Book"]), "sheet_is_old_excel"),
        (ole2(&["Root Entry", "WordDocument"]), "sheet_is_word"),
        (ole2(&["Root Entry"]), "sheet_is_old_office"),
        (
            ole2(&["EncryptionInfo", "EncryptedPackage"]),
            "sheet_encrypted",
        ),
        (b"<html><table>".to_vec(), "sheet_is_html"),
        (b"%PDF-1.4\n%\xE2\xE3".to_vec(), "sheet_is_pdf"),
        (vec![0; 100], "sheet_is_unknown"),
        (Vec::new(), "sheet_empty_file"),
    ] {
        refused(bytes, code);
    }
}

#[test]
fn a_refusal_says_what_to_do() {
    let docx = zip(&[
        (
            "_rels/.rels",
            root_relationships("/word/document.xml").as_bytes(),
        ),
        ("word/document.xml", b"<document/>"),
    ]);
    assert_eq!(
        refused(docx, "sheet_is_word").sentence(),
        "这是Word 文档，不是 Excel 工作簿（.xlsx）或 CSV 文件"
    );
    assert_eq!(
        refused(ole2(&["EncryptedPackage"]), "sheet_encrypted").sentence(),
        "工作簿设有打开密码，请在 Excel 中去掉打开密码后再上传"
    );
}

#[test]
fn a_workbook_cut_short_anywhere_is_refused() {
    let whole = Book::of("<row r='1'><c r='A1'><v>1</v></c></row>").build();
    assert!(read(whole.clone()).is_ok());
    for length in (4..whole.len()).step_by(7) {
        refused(whole[..length].to_vec(), "sheet_broken");
    }
}

#[test]
fn no_flipped_byte_does_harm() {
    let whole = Book::of("<row r='1'><c r='A1'><v>1</v></c></row>").build();
    for index in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[index] ^= 0x55;
        // Some bytes (dates, attributes) mean nothing to us; all others must end in a refusal.
        if let Ok(rows) = read(bytes) {
            assert_eq!(rows[0].cells[0].text, "1");
        }
    }
}

#[test]
fn sizes_that_lie_are_refused() {
    let whole = Book::of("<row r='1'><c r='A1'><v>1</v></c></row>").build();
    let directory = whole
        .windows(4)
        .position(|bytes| bytes == b"PK\x01\x02")
        .unwrap();
    let declared = directory + 24..directory + 28;
    let size = u32::from_le_bytes(whole[declared.clone()].try_into().unwrap());
    for lie in [0, 1, size - 1, size + 1, 1 << 30] {
        let mut bytes = whole.clone();
        bytes[declared.clone()].copy_from_slice(&lie.to_le_bytes());
        refused(bytes, "sheet_broken");
    }
}

#[test]
fn what_inflates_past_the_limit_is_refused_wherever_it_is() {
    let limits = Limits {
        inflated_bytes: 1 << 20,
        ..Limits::default()
    };
    let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
    for part in ["docProps/thumbnail.jpeg", "xl/media/image1.png"] {
        bomb.start_file(part, SimpleFileOptions::default()).unwrap();
        bomb.write_all(&vec![0; 600 << 10]).unwrap();
    }
    let bytes = bomb.finish().unwrap().into_inner();
    let error = refused_with(bytes, &limits, "sheet_inflates_too_large");
    assert_eq!(error.sentence(), "文件解压后超过 1 MB，已拒绝读取");
}

#[test]
fn too_large_a_file_and_too_many_parts_are_refused() {
    let whole = Book::of("<row r='1'><c r='A1'><v>1</v></c></row>").build();
    let limits = Limits {
        file_bytes: whole.len() as u64 - 1,
        ..Limits::default()
    };
    refused_with(whole.clone(), &limits, "sheet_file_too_large");
    let limits = Limits {
        entries: 4,
        ..Limits::default()
    };
    refused_with(whole, &limits, "sheet_too_many_parts");
}

#[test]
fn columns_count_only_where_something_stands() {
    let empty: String = (0..16_384).map(|_| "<c s='1'/>").collect();
    let rows = format!(
        "<row r='1'>{empty}</row><row r='2'><c r='A2'><v>1</v></c><c r='XFD2' s='1'/></row>"
    );
    let rows = read(Book::of(&rows).build()).unwrap();
    assert_eq!((rows.len(), rows[0].number, rows[0].cells.len()), (1, 2, 1));

    let last_allowed = "<row r='1'><c r='IV1'><v>1</v></c></row>";
    assert!(read(Book::of(last_allowed).build()).is_ok());
    let error = refused(
        Book::of("<row r='7'><c r='IW7'><v>1</v></c></row>").build(),
        "sheet_too_many_columns",
    );
    assert_eq!(
        error.sentence(),
        "第 7 行在第 256 列（IV 列）以右还有内容，请删除多余的列后再上传"
    );
    let full: String = (0..16_384).map(|_| "<c><v>1</v></c>").collect();
    refused(
        Book::of(&format!("<row>{full}</row>")).build(),
        "sheet_too_many_columns",
    );
}

#[test]
fn rows_count_only_where_something_stands() {
    let empty = |number| format!("<row r='{number}'><c r='A{number}' s='1'/></row>");
    let full = |number| format!("<row r='{number}'><c r='A{number}'><v>1</v></c></row>");
    let limits = Limits {
        rows: 2,
        ..Limits::default()
    };
    let rows: String = (1..100).map(empty).chain((100..102).map(full)).collect();
    assert_eq!(
        read_with(Book::of(&rows).build(), &limits).unwrap().len(),
        2
    );
    let rows: String = (1..4).map(full).collect();
    refused_with(Book::of(&rows).build(), &limits, "sheet_too_many_rows");
}

#[test]
fn a_long_cell_is_refused_where_it_is_shown_and_only_there() {
    let long = "长".repeat(1_001);
    let book =
        || Book::default().shared_strings(&format!("<si><t>{long}</t></si><si><t>短</t></si>"));
    let cell = |index| format!("<row r='2'><c r='C2' t='s'><v>{index}</v></c></row>");
    let error = refused(
        book().sheet("a", "visible", &cell(0)).build(),
        "sheet_cell_too_long",
    );
    assert_eq!(
        error.sentence(),
        "第 2 行 C 列的内容超过 1000 个字，请缩短后再上传"
    );
    let elsewhere = book()
        .sheet("a", "visible", &cell(1))
        .sheet("说明", "visible", &cell(0));
    assert_eq!(read(elsewhere.build()).unwrap()[0].cells[0].text, "短");
    let inline = format!("<row r='1'><c t='inlineStr'><is><t>{long}</t></is></c></row>");
    refused(Book::of(&inline).build(), "sheet_cell_too_long");
    let fits = format!(
        "<row r='1'><c t='inlineStr'><is><t>{}</t></is></c></row>",
        &long[3..]
    );
    assert!(read(Book::of(&fits).build()).is_ok());
}

#[test]
fn broken_sheets_are_refused() {
    for rows in [
        "<row r='1'><c r='A1'><v>1</v></row>",
        "<row r='0'><c><v>1</v></c></row>",
        "<row r='x'/>",
        "<row r='2'/><row r='2'/>",
        "<row r='1048577'/>",
        "<row r='1'><c r='B1'/><c r='A1'/></row>",
        "<row r='1'><c r='B1'><v>1</v></c><row r='2'><c r='A2'><v>2</v></c></row></row>",
        "<row r='1'><c r='A1'><f>1</f><c r='B1'><f>1</f></c></c></row>",
        "<c r='A1'><v>1</v></c>",
        "<row r='1'><c r='XFE1'/></row>",
        "<row r='1'><c r='ZZZZZZ1'/></row>",
        "<row r='1'><c r='A1' t='what'/></row>",
        "<row r='1'><c r='A1' t='s'><v>0</v></c></row>",
        "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>",
        "<row r='1'><c r='A1' t='inlineStr'><is><t>&xxe;</t></is></c></row>",
    ] {
        refused(Book::of(rows).build(), "sheet_broken");
    }
    // A million elements deep: quick to refuse, and no stack to overflow.
    refused(Book::of(&"<row>".repeat(1_000_000)).build(), "sheet_broken");
}

#[test]
fn a_workbook_without_anything_visible_is_refused() {
    refused(Book::of("").build(), "sheet_no_data");
    refused(Book::default().build(), "sheet_no_data");
    let row = "<row r='1'><c r='A1'><v>1</v></c></row>";
    refused(
        Book::default().sheet("a", "hidden", row).build(),
        "sheet_no_data",
    );
}

#[test]
fn two_sheets_of_one_part_are_refused() {
    let sheets = "<sheet name='a' r:id='rId1'/><sheet name='b' r:id='rId2'/>";
    let workbook = format!("<workbook xmlns:r='r'><sheets>{sheets}</sheets></workbook>");
    let build = |first: &str, second: &str| {
        let relationships = format!(
            "<Relationships><Relationship Id='rId1' Type='t/worksheet' Target='{first}'/>\
             <Relationship Id='rId2' Type='t/worksheet' Target='{second}'/></Relationships>"
        );
        let sheet = b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
        zip(&[
            ("xl/workbook.xml", workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", relationships.as_bytes()),
            ("xl/sheet1.xml", sheet),
            ("xl/sheet2.xml", sheet),
        ])
    };
    assert!(read(build("sheet1.xml", "sheet2.xml")).is_ok());
    for other_name in ["sheet1.xml", "/xl/Sheet1.xml", "./sub/../sheet1.xml"] {
        refused(build("sheet1.xml", other_name), "sheet_broken");
    }
}

#[test]
fn a_missing_part_is_refused_and_missing_styles_are_not() {
    let workbook =
        "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='rId1'/></sheets></workbook>";
    let relationships = "<Relationships><Relationship Id='rId1' Type='t/worksheet' Target='sheet.xml'/>\
         <Relationship Id='rId2' Type='t/styles' Target='styles.xml'/></Relationships>";
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relationships.as_bytes()),
    ];
    refused(zip(&parts), "sheet_broken");
    parts.push((
        "XL\\Sheet.XML",
        b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
    ));
    assert_eq!(read(zip(&parts)).unwrap().len(), 1);
}
