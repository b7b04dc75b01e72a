//! Reads a file to its end and checks what a reader may rely on.

#[path = "../../crates/sheet/tests/workbooks/promises.rs"]
mod promises;

use sheet::Error;

/// Reads the rows, then the records; a refusal has a code and a sentence.
pub fn read(bytes: Vec<u8>) {
    if let Err(error) = promises::read(bytes) {
        assert!(error.code().starts_with("sheet_"), "{error}");
        assert!(!error.sentence().is_empty(), "{error}");
        assert!(!matches!(error, Error::Io(_) | Error::Write(_)), "{error}");
    }
}
