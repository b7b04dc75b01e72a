//! Real files, damaged: whatever becomes of them, the reader ends with rows within its limits or
//! with a refusal. What is damaged is drawn from a seed, so that a failure comes again; `fuzz/`
//! looks further where there is time.

use std::io::{Cursor, Read as _};

use fastrand::Rng;
use zip::ZipArchive;

use crate::files::zip;
use crate::promises::read;

/// Files that spreadsheet programs made, from the tests of the whole product.
const FILES: &[(&str, &[u8])] = &[
    (
        "openpyxl",
        include_bytes!("../../../server/tests/it/files/oddly_written.xlsx"),
    ),
    (
        "LibreOffice",
        include_bytes!("../../../server/tests/it/files/formulas_libreoffice.xlsx"),
    ),
    (
        "macros",
        include_bytes!("../../../server/tests/it/files/macros_libreoffice.xlsm"),
    ),
    (
        "hidden",
        include_bytes!("../../../server/tests/it/files/partly_hidden.xlsx"),
    ),
    (
        "old Excel",
        include_bytes!("../../../server/tests/it/files/roster.xls"),
    ),
    (
        "UTF-8",
        include_bytes!("../../../server/tests/it/files/utf8_commas.csv"),
    ),
    (
        "GB18030",
        include_bytes!("../../../server/tests/it/files/gb18030_semicolons.csv"),
    ),
    (
        "UTF-16",
        include_bytes!("../../../server/tests/it/files/unicode_tabs.txt"),
    ),
];
const SEED: u64 = 20_261_122;
/// Damages to each file, and as many again to the parts within a workbook.
const CASES: usize = 60;

/// Reads a damaged file and counts it among the understood or the refused.
fn judge(what: &str, bytes: Vec<u8>, tally: &mut [usize; 2]) {
    match read(bytes) {
        Ok(()) => tally[0] += 1,
        Err(error) => {
            assert!(error.code().starts_with("sheet_"), "{what}: {error}");
            assert!(!error.sentence().is_empty(), "{what}: {error}");
            tally[1] += 1;
        }
    }
}

/// What parsers trip over.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"\0",
    b"\r",
    b"\n",
    b",",
    b"\xFF\xFE",
    b"\xEF\xBB\xBF",
    b"<",
    b"</c>",
    b"<row r='1'>",
    b"&#x0;",
    b"&amp;",
    b"-",
    b"99999999999999999999",
    b"1e999999999",
    b"]]>",
    b"<!--",
];

fn damaged(bytes: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=rng.usize(..3) {
        let at = rng.usize(..=bytes.len());
        let to = at + rng.usize(..=(bytes.len() - at).min(64));
        match rng.u8(..5) {
            0 => bytes.truncate(at),
            1 => {
                bytes.drain(at..to);
            }
            2 => {
                let piece = bytes[at..to].to_vec();
                bytes.splice(at..at, piece);
            }
            3 => {
                let piece = rng.choice(PIECES).unwrap();
                bytes.splice(at..at, piece.iter().copied());
            }
            _ => {
                let flipped = bytes[at..to].iter_mut();
                flipped.for_each(|byte| *byte ^= 1 << rng.u8(..8));
            }
        }
    }
    bytes
}

#[test]
fn a_damaged_file_is_read_within_its_limits_or_refused() {
    let mut rng = Rng::with_seed(SEED);
    let mut tally = [0, 0];
    for (what, bytes) in FILES {
        for _ in 0..CASES {
            judge(what, damaged(bytes, &mut rng), &mut tally);
        }
    }
    // Both ends are reached, so that neither is vacuous.
    assert!(tally.iter().all(|count| *count > CASES / 2), "{tally:?}");
}

#[test]
fn a_workbook_of_damaged_parts_is_read_within_its_limits_or_refused() {
    let mut rng = Rng::with_seed(SEED);
    let mut tally = [0, 0];
    for (what, bytes) in FILES.iter().filter(|(_, bytes)| bytes.starts_with(b"PK")) {
        let parts = parts_of(bytes);
        for _ in 0..CASES {
            let mut parts = parts.clone();
            let chosen = rng.usize(..parts.len());
            let (_, content) = &mut parts[chosen];
            *content = damaged(content, &mut rng);
            let parts: Vec<(&str, &[u8])> = parts
                .iter()
                .map(|(name, content)| (name.as_str(), content.as_slice()))
                .collect();
            judge(what, zip(&parts), &mut tally);
        }
    }
    assert!(tally.iter().all(|count| *count > CASES / 2), "{tally:?}");
}

fn parts_of(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let indices = 0..archive.len();
    let part = |index| {
        let mut part = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        (part.name().unwrap().into_owned(), content)
    };
    indices.map(part).collect()
}
