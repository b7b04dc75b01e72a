//! A workbook: its sheets, and which of them is read.

use std::collections::HashSet;

use quick_xml::events::Event;

use crate::format::{self, NumberFormat};
use crate::header::find_header;
use crate::package::{Package, Relationship, Source};
use crate::strings::SharedStrings;
use crate::worksheet::WorksheetRows;
use crate::xml::{Xml, attribute};
use crate::{Error, HeaderSpec, Limits, Note, Rows};

/// Nobody pages through more sheets.
const SHEETS: usize = 1_000;
/// Excel's longest name of a sheet, in characters. Of longer ones the rest is not kept.
const NAME_CHARS: usize = 31;

/// One sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// Whether people see the tab.
    pub visible: bool,
    part: String,
}

/// An open workbook within its [`Limits`].
pub(crate) struct Workbook {
    package: Package,
    sheets: Vec<Sheet>,
    shared: Shared,
}

/// What the sheets share.
pub(crate) struct Shared {
    pub(crate) strings: SharedStrings,
    pub(crate) formats: Vec<NumberFormat>,
    /// Whether day 0 is 1 January 1904, as on old Macs.
    pub(crate) from_1904: bool,
    pub(crate) limits: Limits,
}

impl Workbook {
    /// Opens a workbook.
    ///
    /// # Errors
    /// Every [`Error`] about the container and its parts.
    pub(crate) fn open(source: Box<dyn Source>, limits: &Limits) -> Result<Self, Error> {
        let mut package = Package::open(source, limits)?;
        let part = package.workbook()?;
        let relationships = package.relationships(&part)?;
        let (sheets, from_1904) = sheets(package.xml(&part)?, &relationships)?;
        let of_kind = |kind: &str| {
            relationships
                .iter()
                .find(|r| r.kind == kind)
                .map(|r| &r.part)
        };
        let strings = match of_kind("sharedStrings") {
            Some(part) if package.has(part) => SharedStrings::read(package.xml(part)?, limits)?,
            _ => SharedStrings::default(),
        };
        let formats = match of_kind("styles") {
            Some(part) if package.has(part) => format::read(package.xml(part)?)?,
            _ => Vec::new(),
        };
        let shared = Shared {
            strings,
            formats,
            from_1904,
            limits: limits.clone(),
        };
        Ok(Self {
            package,
            sheets,
            shared,
        })
    }

    /// The sheets of cells, in the order of their tabs.
    pub(crate) fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The rows of the first visible sheet that holds anything.
    ///
    /// Every part is at most one sheet, so looking for that sheet inflates no more than
    /// [`Limits::inflated_bytes`] and reading it from its beginning as much again.
    pub(crate) fn rows(&mut self) -> Result<Rows<'_>, Error> {
        for index in self.indices(true) {
            let holds_anything = self.rows_at(index)?.next().transpose()?.is_some();
            if holds_anything {
                return self.rows_at(index);
            }
        }
        Err(Error::NoData)
    }

    /// The rows of the sheet with this name, visible or not.
    pub(crate) fn rows_of(&mut self, name: &str) -> Result<Rows<'_>, Error> {
        let index = self.sheets.iter().position(|sheet| sheet.name == name);
        self.rows_at(index.ok_or_else(|| Error::NoSheet {
            name: name.to_owned(),
        })?)
    }

    /// The rows of a sheet by its place among the tabs.
    pub(crate) fn rows_at(&mut self, index: usize) -> Result<Rows<'_>, Error> {
        let sheet = &self.sheets[index];
        let total_bytes = self.package.inflated_bytes(&sheet.part);
        let xml = self.package.xml(&sheet.part)?;
        let rows = WorksheetRows::new(xml, &self.shared, &sheet.name, total_bytes);
        Ok(Rows::of_worksheet(rows))
    }

    /// The sheet that has the header, and what the sender should know of the others.
    pub(crate) fn sheet_with(
        &mut self,
        spec: &HeaderSpec<'_>,
    ) -> Result<(usize, Vec<Note>), Error> {
        let mut notes = Vec::new();
        let hidden = self.indices(false);
        let index = match self.search(&self.indices(true), spec) {
            Err(Error::NoData) if !hidden.is_empty() => {
                let found = self.search(&hidden, spec)?;
                let name = self.sheets[found[0]].name.clone();
                notes.push(Note::SheetWasHidden { name });
                found[0]
            }
            Err(Error::NoHeader { wanted, .. }) => {
                let hidden_sheets = self.names(&hidden);
                return Err(Error::NoHeader {
                    wanted,
                    hidden_sheets,
                });
            }
            found => {
                let found = found?;
                if let [read, others @ ..] = found.as_slice()
                    && !others.is_empty()
                {
                    notes.push(Note::SheetsAlike {
                        read: self.sheets[*read].name.clone(),
                        others: self.names(others),
                    });
                }
                if !hidden.is_empty() {
                    let names = self.names(&hidden);
                    notes.push(Note::SheetsHidden { names });
                }
                found[0]
            }
        };
        if self.package.has(MACROS) {
            notes.push(Note::Macros);
        }
        Ok((index, notes))
    }

    /// Those of the sheets that have the header, at least one; else why there is none: what keeps
    /// a sheet from being read, or the header that comes nearest.
    fn search(&mut self, among: &[usize], spec: &HeaderSpec<'_>) -> Result<Vec<usize>, Error> {
        let mut found = Vec::new();
        let mut nearest = Error::NoData;
        for &index in among {
            match find_header(&mut self.rows_at(index)?, spec) {
                Ok(_) => found.push(index),
                Err(error) if nearness(&error) > nearness(&nearest) => nearest = error,
                Err(_) => {}
            }
        }
        if found.is_empty() {
            Err(nearest)
        } else {
            Ok(found)
        }
    }

    fn indices(&self, visible: bool) -> Vec<usize> {
        let indices = 0..self.sheets.len();
        indices
            .filter(|&index| self.sheets[index].visible == visible)
            .collect()
    }

    fn names(&self, indices: &[usize]) -> Vec<String> {
        let names = indices.iter().map(|&index| self.sheets[index].name.clone());
        names.collect()
    }
}

/// Where a workbook with macros keeps them, in lower case as all names of parts.
const MACROS: &str = "xl/vbaproject.bin";

/// Which of several sheets' errors is told: what keeps one from being read before what is wrong
/// with its header, and of headers the one that lacks the fewest columns.
fn nearness(error: &Error) -> isize {
    match error {
        Error::NoData => isize::MIN,
        Error::NoHeader { .. } => isize::MIN + 1,
        Error::ColumnsMissing { missing, .. } => -isize::try_from(missing.len()).unwrap_or(0),
        Error::ColumnsRepeated { .. } => 1,
        _ => 2,
    }
}

/// Reads the workbook part: the sheets of cells (not those of charts), and whether the dates count
/// from 1904. Two sheets of one part are refused: no program writes them, and a thousand of them
/// would have one large part read a thousand times.
fn sheets(mut xml: Xml<'_>, relationships: &[Relationship]) -> Result<(Vec<Sheet>, bool), Error> {
    let mut sheets = Vec::new();
    let mut parts = HashSet::new();
    let mut from_1904 = false;
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "workbookPr" => {
                    let value = attribute(&element, "date1904");
                    from_1904 = matches!(value.as_deref(), Some("1" | "true"));
                }
                "sheet" => {
                    let id = attribute(&element, "id").unwrap_or_default();
                    let target = relationships.iter().find(|r| r.id == id);
                    if let Some(target) = target.filter(|target| target.kind == "worksheet") {
                        parts.insert(&target.part);
                        sheets.push(Sheet {
                            name: attribute(&element, "name")
                                .unwrap_or_default()
                                .chars()
                                .take(NAME_CHARS)
                                .collect(),
                            visible: !attribute(&element, "state")
                                .is_some_and(|state| state.to_lowercase().contains("hidden")),
                            part: target.part.clone(),
                        });
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok((sheets, from_1904)),
            _ => {}
        }
        if sheets.len() > SHEETS {
            return Err(xml.broken("too many sheets"));
        }
        if parts.len() < sheets.len() {
            return Err(xml.broken("two sheets of one part"));
        }
    }
}
