//! Any bytes as the worksheet, the shared strings and the styles of a workbook, a zero byte between
//! them: behind the zip's checksums, which the fuzzer wouldn't guess.
#![no_main]

mod read;

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WORKBOOK: &[u8] =
    b"<workbook xmlns:r='r'><sheets><sheet name='a' r:id='1'/></sheets></workbook>";
const RELATIONSHIPS: &[u8] = b"<Relationships>\
    <Relationship Id='1' Type='t/worksheet' Target='sheet.xml'/>\
    <Relationship Id='2' Type='t/sharedStrings' Target='strings.xml'/>\
    <Relationship Id='3' Type='t/styles' Target='styles.xml'/></Relationships>";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| read::read(workbook(bytes)));

fn workbook(bytes: &[u8]) -> Vec<u8> {
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let written = [
        ("xl/workbook.xml", Some(WORKBOOK)),
        ("xl/_rels/workbook.xml.rels", Some(RELATIONSHIPS)),
        ("xl/sheet.xml", parts.next()),
        ("xl/strings.xml", parts.next()),
        ("xl/styles.xml", parts.next()),
    ];
    for (name, content) in written {
        if let Some(content) = content {
            zip.start_file(name, stored).expect("a part begins");
            zip.write_all(content).expect("a part is written");
        }
    }
    zip.finish().expect("a zip is finished").into_inner()
}
