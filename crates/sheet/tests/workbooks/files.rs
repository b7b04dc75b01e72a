//! Workbooks made by hand, part by part, to hold what no library would write.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use sheet::{Cell, Error, Limits, Row, Spreadsheet};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A zip of these parts.
pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The package's root relationships, to the main part.
pub(crate) fn root_relationships(main: &str) -> String {
    format!(
        r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" Target="{main}"/></Relationships>"#
    )
}

/// A workbook under construction.
#[derive(Default)]
pub(crate) struct Book {
    sheets: Vec<(String, String, String)>,
    shared_strings: String,
    styles: String,
    properties: String,
    columns: String,
    others: Vec<(String, String)>,
}

impl Book {
    /// A workbook of one sheet with these rows.
    pub(crate) fn of(rows: &str) -> Self {
        Self::default().sheet("Sheet1", "visible", rows)
    }

    pub(crate) fn sheet(mut self, name: &str, state: &str, rows: &str) -> Self {
        self.sheets
            .push((name.to_owned(), state.to_owned(), rows.to_owned()));
        self
    }

    /// The `<si>` elements.
    pub(crate) fn shared_strings(mut self, items: &str) -> Self {
        items.clone_into(&mut self.shared_strings);
        self
    }

    /// The number formats of the cell styles 0, 1, 2 …
    pub(crate) fn formats(mut self, codes: &[&str]) -> Self {
        let ids = 164..;
        let mut formats = String::new();
        let mut styles = String::new();
        for (id, code) in ids.zip(codes) {
            let code = code.replace('"', "&quot;");
            write!(formats, r#"<numFmt numFmtId="{id}" formatCode="{code}"/>"#).unwrap();
            write!(styles, r#"<xf numFmtId="{id}"/>"#).unwrap();
        }
        self.styles = format!(
            r#"<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>"#
        );
        self
    }

    pub(crate) fn since_1904(mut self) -> Self {
        r#"<workbookPr date1904="1"/>"#.clone_into(&mut self.properties);
        self
    }

    /// The `<col>` elements of every sheet.
    pub(crate) fn columns(mut self, columns: &str) -> Self {
        self.columns = format!("<cols>{columns}</cols>");
        self
    }

    /// A part that nothing refers to.
    pub(crate) fn part(mut self, name: &str, content: &str) -> Self {
        self.others.push((name.to_owned(), content.to_owned()));
        self
    }

    pub(crate) fn build(self) -> Vec<u8> {
        let mut sheets = String::new();
        let mut relationships = String::new();
        let mut parts = self.others;
        for ((name, state, rows), number) in self.sheets.iter().zip(1..) {
            write!(
                sheets,
                r#"<sheet name="{name}" sheetId="{number}" state="{state}" r:id="rId{number}"/>"#
            )
            .unwrap();
            write!(
                relationships,
                r#"<Relationship Id="rId{number}" Type="{RELATIONSHIPS}/worksheet" Target="worksheets/sheet{number}.xml"/>"#
            )
            .unwrap();
            let sheet = format!(
                r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/>{columns}<sheetData>{rows}</sheetData><mergeCells/></worksheet>"#,
                columns = self.columns
            );
            parts.push((format!("xl/worksheets/sheet{number}.xml"), sheet));
        }
        for (part, kind, text) in [
            (
                "sharedStrings.xml",
                "sharedStrings",
                format!(
                    r#"<sst xmlns="{MAIN}" count="1" uniqueCount="1">{}</sst>"#,
                    self.shared_strings
                ),
            ),
            ("styles.xml", "styles", self.styles),
        ] {
            if !text.is_empty() {
                write!(
                    relationships,
                    r#"<Relationship Id="{kind}" Type="{RELATIONSHIPS}/{kind}" Target="/xl/{part}"/>"#
                )
                .unwrap();
                parts.push((format!("xl/{part}"), text));
            }
        }
        let workbook = format!(
            r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONSHIPS}">{}<sheets>{sheets}</sheets></workbook>"#,
            self.properties
        );
        parts.push(("_rels/.rels".into(), root_relationships("xl/workbook.xml")));
        parts.push(("xl/workbook.xml".into(), workbook));
        parts.push((
            "xl/_rels/workbook.xml.rels".into(),
            format!(r#"<Relationships xmlns="{PACKAGE}">{relationships}</Relationships>"#),
        ));
        let parts: Vec<(&str, &[u8])> = parts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_bytes()))
            .collect();
        zip(&parts)
    }
}

pub(crate) fn open_with(bytes: Vec<u8>, limits: &Limits) -> Result<Spreadsheet, Error> {
    Spreadsheet::open(Cursor::new(bytes), limits)
}

/// All rows of the first visible sheet that holds anything.
pub(crate) fn read_with(bytes: Vec<u8>, limits: &Limits) -> Result<Vec<Row>, Error> {
    open_with(bytes, limits)?.rows()?.collect()
}

pub(crate) fn read(bytes: Vec<u8>) -> Result<Vec<Row>, Error> {
    read_with(bytes, &Limits::default())
}

/// The cells of the only row.
#[track_caller]
pub(crate) fn cells(book: Book) -> Vec<Cell> {
    let mut rows = read(book.build()).unwrap();
    assert_eq!(rows.len(), 1);
    rows.remove(0).cells
}
