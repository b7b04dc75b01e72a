//! Reads a file to its end and checks what a reader may rely on.

use std::io::Cursor;

use sheet::{Column, Error, HeaderSpec, Limits, Spreadsheet};

const SPEC: HeaderSpec<'_> = HeaderSpec {
    columns: &[
        Column {
            key: "name",
            names: &["姓名", "职工姓名"],
            required: true,
        },
        Column {
            key: "id",
            names: &["证件号码", "身份证号码"],
            required: true,
        },
        Column {
            key: "total",
            names: &["月缴存额", "合计"],
            required: false,
        },
    ],
};

/// Small, so that the fuzzer reaches them.
fn limits() -> Limits {
    Limits {
        file_bytes: 1 << 20,
        inflated_bytes: 4 << 20,
        entries: 50,
        rows: 200,
        columns: 40,
        cell_chars: 100,
        shared_strings_bytes: 64 << 10,
    }
}

/// Reads the rows, then the records; a refusal has a code and a sentence.
pub fn read(bytes: Vec<u8>) {
    if let Err(error) = read_all(bytes) {
        assert!(error.code().starts_with("sheet_"), "{error}");
        assert!(!error.sentence().is_empty(), "{error}");
        assert!(!matches!(error, Error::Io(_) | Error::Write(_)), "{error}");
    }
}

fn read_all(bytes: Vec<u8>) -> Result<(), Error> {
    let limits = limits();
    let mut file = Spreadsheet::open(Cursor::new(bytes), &limits)?;
    let (mut count, mut last) = (0, 0);
    for row in file.rows()? {
        let row = row?;
        count += 1;
        assert!(row.number > last && count <= limits.rows);
        last = row.number;
        assert!(!row.cells.is_empty());
        assert!(row.cells.is_sorted_by(|one, next| one.column < next.column));
        for cell in &row.cells {
            assert!(cell.column < limits.columns);
            assert!(cell.text.chars().count() <= limits.cell_chars);
        }
    }
    let mut table = file.table(&SPEC)?;
    for record in table.by_ref() {
        let record = record?;
        let _ = ["name", "id", "total"].map(|key| record.text(key).len());
    }
    for note in table.notes() {
        assert!(!note.sentence().is_empty());
    }
    Ok(())
}
