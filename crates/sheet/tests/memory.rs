//! What is refused is refused in bounded memory. One test in a process of its own, because it
//! measures the process.

#[cfg(test)]
mod tests {
    use std::io::{self, Cursor, Read, Seek, SeekFrom, Write as _};

    use sheet::{Error, Limits, Spreadsheet};
    use zip::write::SimpleFileOptions;
    use zip::{ZipArchive, ZipWriter};

    const WORKBOOK: &str =
        "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='1'/></sheets></workbook>";
    const RELATIONSHIPS: &str = "<Relationships>\
        <Relationship Id='1' Type='t/worksheet' Target='sheet.xml'/>\
        <Relationship Id='2' Type='t/sharedStrings' Target='strings.xml'/></Relationships>";
    const KIB: usize = 1 << 10;
    const MIB: usize = 1 << 20;

    /// The most memory that this process ever held.
    fn peak_bytes() -> usize {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let line = status
            .lines()
            .find(|line| line.starts_with("VmHWM"))
            .unwrap();
        line.split_whitespace()
            .nth(1)
            .unwrap()
            .parse::<usize>()
            .unwrap()
            * KIB
    }

    /// A workbook with a part that repeats a piece up to a size.
    fn workbook(part: &str, opening: &str, piece: &str, bytes: usize) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        for (name, text) in [
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", RELATIONSHIPS),
            (part, opening),
        ] {
            zip.start_file(name, options).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        let block = piece.repeat(64 * KIB / piece.len());
        for _ in 0..bytes / block.len() {
            zip.write_all(block.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// 600 MiB of zeros: one MiB compressed once and put in as 600 parts.
    fn zip_bomb() -> Vec<u8> {
        let mib = workbook("zeros", "", "\0", MIB);
        let mut mib = ZipArchive::new(Cursor::new(mib)).unwrap();
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for number in 0..600 {
            let zeros = mib.by_name("zeros").unwrap();
            zip.raw_copy_file_rename(zeros, format!("xl/media/image{number}.png"))
                .unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// A text that repeats a piece after its opening, made as it is read.
    struct Text {
        opening: &'static str,
        piece: &'static str,
        bytes: u64,
        at: u64,
    }

    impl Read for Text {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let mut count = 0;
            for byte in into {
                if self.at == self.bytes {
                    break;
                }
                let at = usize::try_from(self.at).unwrap();
                let piece = self.piece.as_bytes();
                *byte = match at.checked_sub(self.opening.len()) {
                    Some(at) => piece[at % piece.len()],
                    None => self.opening.as_bytes()[at],
                };
                (self.at, count) = (self.at + 1, count + 1);
            }
            Ok(count)
        }
    }

    impl Seek for Text {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.at = match to {
                SeekFrom::Start(at) => at,
                SeekFrom::End(_) => self.bytes,
                SeekFrom::Current(_) => self.at,
            };
            Ok(self.at)
        }
    }

    fn refusal(bytes: Vec<u8>, limits: &Limits) -> Error {
        refusal_of(Cursor::new(bytes), limits)
    }

    fn refusal_of(source: impl Read + Seek + Send + 'static, limits: &Limits) -> Error {
        Spreadsheet::open(source, limits)
            .and_then(|mut workbook| workbook.rows()?.try_for_each(|row| row.map(drop)))
            .expect_err("a refusal")
    }

    #[test]
    fn hostile_workbooks_take_little_memory() {
        let bomb = zip_bomb();
        assert!(bomb.len() < MIB);
        let error = refusal(bomb, &Limits::default());
        assert_eq!(error.code(), "sheet_inflates_too_large");

        let limits = Limits {
            shared_strings_bytes: MIB,
            ..Limits::default()
        };
        let sheet = "<worksheet><sheetData>";
        let row = "<worksheet><sheetData><row r='1'>";
        let value = "<worksheet><sheetData><row><c><v>";
        for (part, opening, piece, bytes, why) in [
            (
                "xl/sheet.xml",
                value,
                "1",
                32 * MIB,
                "an event of more than",
            ),
            (
                "xl/sheet.xml",
                "<worksheet a='",
                "x",
                32 * MIB,
                "an event of more than",
            ),
            (
                "xl/sheet.xml",
                "",
                "<a>",
                32 * MIB,
                "elements more than 64 deep",
            ),
            (
                "xl/strings.xml",
                "<sst>",
                "<si/>",
                32 * MIB,
                "shared strings take more than",
            ),
            (
                "xl/strings.xml",
                "<sst>",
                "<si><t>文</t></si>",
                32 * MIB,
                "shared strings take more",
            ),
            // As many empty cells as a sheet has columns, and then more.
            ("xl/sheet.xml", row, "<c s='1'/>", MIB, "cells out of order"),
            // Nothing but rows of one empty cell in the last column, and then the end is missing.
            (
                "xl/sheet.xml",
                sheet,
                "<row><c r='XFD1' s='1'/></row>",
                8 * MIB,
                "ends too early",
            ),
            (
                "xl/sheet.xml",
                sheet,
                "<row/>",
                8 * MIB,
                "rows out of order",
            ),
        ] {
            let error = refusal(workbook(part, opening, piece, bytes), &limits).to_string();
            assert!(error.contains(why), "{part} {opening}{piece}: {error}");
        }
        for (opening, piece, code) in [
            ("a,", "x", "sheet_cell_too_long"),
            ("a,\"", "\n", "sheet_quote_unclosed"),
            ("a\n", ",x", "sheet_too_many_columns"),
            ("", "x\n", "sheet_too_many_rows"),
        ] {
            let text = Text {
                opening,
                piece,
                bytes: 4 << 20,
                at: 0,
            };
            let error = refusal_of(text, &limits);
            assert_eq!(error.code(), code, "{opening}{piece}: {error}");
        }
        // The process itself takes most of it; one event and the strings may take 1 MiB each.
        assert!(peak_bytes() < 24 * MIB, "{} MiB", peak_bytes() / MIB);
    }
}
