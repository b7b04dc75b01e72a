//! What people upload as a roster that is none: refused with a code and a sentence, in memory that
//! doesn't grow with what the file pretends to hold.

use std::io::{Cursor, Write as _};

use axum::http::StatusCode;
use testkit::On;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::desk::{Desk, staff, workbook};
use crate::installation::Installation;
use crate::support::TestCentre;

const LETTER: &[u8] = include_bytes!("files/letter.docx");
const OLD_EXCEL: &[u8] = include_bytes!("files/roster.xls");

const MIB: usize = 1 << 20;

/// What a server may need beyond its idle size to refuse any of the files: a workbook's shared texts
/// may take 128 MiB. The files pretend to hold up to five times as much.
const ROOM_KIB: usize = 160 << 10;

/// Each file with the code it is refused by.
fn bad_files() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let whole = workbook(&staff(1, 3));
    let cut = whole[..whole.len() / 2].to_vec();
    let sheet = |opening, piece, bytes| workbook_of("xl/sheet.xml", opening, piece, bytes);
    let long_string = format!("<si><t>{}</t></si>", "清册".repeat(450));
    let strings = workbook_of("xl/strings.xml", "<sst>", &long_string, 140 * MIB);
    vec![
        ("a renamed .docx", LETTER.to_vec(), "sheet_is_word"),
        ("a renamed .xls", OLD_EXCEL.to_vec(), "sheet_is_old_excel"),
        ("a note in a .txt", "本月无变动\r\n".into(), "sheet_is_text"),
        ("a text with a lone quote", quoted(), "sheet_quote_unclosed"),
        (
            "bytes of no encoding",
            undecodable(),
            "sheet_text_undecodable",
        ),
        ("one endless line", vec![b'x'; MIB], "sheet_cell_too_long"),
        (
            "a million cells in a line",
            b"x,".repeat(1_000_000),
            "sheet_too_many_columns",
        ),
        ("a file cut short", cut, "sheet_broken"),
        ("a zip bomb", zip_bomb(), "sheet_inflates_too_large"),
        (
            "a million empty columns",
            sheet("<row r='1'>", "<c s='1'/>", 10_000_000),
            "sheet_broken",
        ),
        (
            "one endless cell",
            sheet("<row><c t='inlineStr'><is><t>", "清册", 32 * MIB),
            "sheet_broken",
        ),
        (
            "elements without end",
            sheet("", "<x>", 32 * MIB),
            "sheet_broken",
        ),
        ("endless texts", strings, "sheet_too_much_text"),
    ]
}

/// Nine hundred people after a quote that opens the title and is never closed.
fn quoted() -> Vec<u8> {
    let people = "田甲,519900198808080010,5000\n".repeat(900);
    format!("\"十月清册\n姓名,证件号码,缴存基数\n{people}").into_bytes()
}

/// A MiB of UTF-8 whose last character is cut.
fn undecodable() -> Vec<u8> {
    let mut text = "姓名,证件号码,缴存基数\n".repeat(MIB / 40).into_bytes();
    text.extend(&"名".as_bytes()[..1]);
    text
}

/// A workbook of one sheet, with a part that repeats a piece up to a size.
fn workbook_of(part: &str, opening: &str, piece: &str, bytes: usize) -> Vec<u8> {
    const WORKBOOK: &str =
        "<workbook xmlns:r='r'><sheets><sheet name='清册' r:id='1'/></sheets></workbook>";
    const RELATIONSHIPS: &str = "<Relationships>\
        <Relationship Id='1' Type='t/worksheet' Target='sheet.xml'/>\
        <Relationship Id='2' Type='t/sharedStrings' Target='strings.xml'/></Relationships>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONSHIPS),
        (part, opening),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let block = piece.repeat((64 << 10) / piece.len());
    for _ in 0..bytes / block.len() {
        zip.write_all(block.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// 600 MiB of zeros: one MiB compressed once and put in as 600 parts.
fn zip_bomb() -> Vec<u8> {
    let zeros = workbook_of("zeros", "", "\0", MIB);
    let mut zeros = ZipArchive::new(Cursor::new(zeros)).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..630 {
        let part = zeros.by_name("zeros").unwrap();
        zip.raw_copy_file_rename(part, format!("xl/media/{number}.png"))
            .unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_roster_is_refused_by_its_code() {
    let test = TestCentre::on(On::Sqlite).await.unwrap();
    let desk = Desk::of(&test).await;
    let employer_id = desk.employer(1, "2026-11").await;
    for (what, file, code) in bad_files() {
        let answer = desk.upload(&employer_id, "2026-11", file).await;
        let status = match code {
            "sheet_inflates_too_large" | "sheet_too_much_text" => StatusCode::PAYLOAD_TOO_LARGE,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        assert_eq!((answer.status, &*answer.code()), (status, code), "{what}");
    }
    let rosters = desk.clerk.get("/api/rosters").await.expect(200);
    assert_eq!(rosters["items"].as_array().unwrap().len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_beyond_the_limit_is_not_taken() {
    let test = TestCentre::on(On::Sqlite).await.unwrap();
    let clerk = test.sign_in("guiji").await;
    let answer = clerk.upload_raw("roster.xlsx", vec![b'x'; 33 * MIB]).await;
    answer.refused(413, "body_too_large");
    let answer = clerk.upload_raw("roster.xlsx", vec![b'x'; 32 * MIB]).await;
    answer.expect(201);
}

/// In a process of its own, because it is the process that is measured.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn refusing_takes_bounded_memory() {
    let installation = Installation::lived().await;
    let server = installation.serve(&[]);
    let clerk = server.sign_in("guiji");
    let employers = clerk.get("/api/employers").json();
    let employer_id = employers["items"][0]["employer_id"].as_str().unwrap();
    let path = format!("/api/employers/{employer_id}/rosters");
    let roster = workbook(&staff(1, 3));
    let file = clerk.upload(&roster);
    clerk.post(
        &path,
        &serde_json::json!({ "file": file, "month": "2026-10" }),
    );
    let idle_kib = server.peak_kib();
    for (what, file, code) in bad_files() {
        let file = clerk.upload(&file);
        let body = serde_json::json!({ "file": file, "month": "2026-10" });
        let answer = clerk.post(&path, &body);
        assert_eq!(answer.json()["code"], code, "{what}");
        let room = server.peak_kib() - idle_kib;
        assert!(room < ROOM_KIB, "{what} took {room} KiB");
    }
    server.stop();
}
