//! What a reader may rely on, whatever a file holds. `fuzz/` includes this file.

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

/// Small, so that what is made up or damaged reaches them.
fn limits() -> Limits {
    Limits {
        file_bytes: 1 << 20,
        inflated_bytes: 4 << 20,
        entries: 50,
        rows: 20,
        columns: 30,
        cell_chars: 100,
        shared_strings_bytes: 64 << 10,
    }
}

/// Reads everything there is, twice over: the rows, then the records.
pub(crate) fn read(bytes: Vec<u8>) -> Result<(), Error> {
    let limits = limits();
    let mut file = Spreadsheet::open(Cursor::new(bytes), &limits)?;
    let (mut count, mut last) = (0, 0);
    for row in file.rows()? {
        let row = row?;
        count += 1;
        assert!(count <= limits.rows && row.number > last);
        last = row.number;
        assert!(!row.cells.is_empty());
        let mut pairs = row.cells.windows(2);
        assert!(pairs.all(|pair| pair[0].column < pair[1].column), "{row:?}");
        for cell in &row.cells {
            assert!(cell.column < limits.columns);
            assert!(
                cell.text.chars().count() <= limits.cell_chars,
                "{}",
                cell.text
            );
        }
    }
    let mut table = file.table(&SPEC)?;
    for record in table.by_ref() {
        let record = record?;
        let _ = ["name", "id", "total"].map(|key| record.text(key).len());
    }
    assert!(table.notes().iter().all(|note| !note.sentence().is_empty()));
    Ok(())
}
