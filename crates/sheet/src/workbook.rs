//! A workbook: its sheets, and which of them is read.

use std::collections::HashSet;
use std::io::{Read, Seek};

use quick_xml::events::Event;

use crate::format::{self, NumberFormat};
use crate::package::{Package, Relationship};
use crate::strings::SharedStrings;
use crate::xml::{Xml, attribute};
use crate::{Error, Limits, Rows};

/// Nobody pages through more sheets.
const SHEETS: usize = 1_000;

/// One sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// Whether people see the tab.
    pub visible: bool,
    part: String,
}

/// An open workbook within its [`Limits`]. Macros (`.xlsm`) are never looked at.
pub struct Workbook {
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
    /// All parts are inflated once to measure them, so this takes about a third of the time of
    /// reading the rows. Call it off the asynchronous threads.
    ///
    /// # Errors
    /// Every [`Error`] about the file as a whole: what it is instead of a workbook, its size, its
    /// parts.
    pub fn open(source: impl Read + Seek + Send + 'static, limits: &Limits) -> Result<Self, Error> {
        let mut package = Package::open(Box::new(source), limits)?;
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
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The rows of the first visible sheet that holds anything.
    ///
    /// Every part is at most one sheet, so looking for that sheet inflates no more than
    /// [`Limits::inflated_bytes`] and reading it from its beginning as much again.
    ///
    /// # Errors
    /// [`Error::NoData`] if none does; what reading a first row can meet.
    pub fn rows(&mut self) -> Result<Rows<'_>, Error> {
        for index in 0..self.sheets.len() {
            if !self.sheets[index].visible {
                continue;
            }
            let holds_anything = self.open_sheet(index)?.next().transpose()?.is_some();
            if holds_anything {
                return self.open_sheet(index);
            }
        }
        Err(Error::NoData)
    }

    /// The rows of the sheet with this name, visible or not.
    ///
    /// # Errors
    /// [`Error::NoSheet`], [`Error::Broken`].
    pub fn rows_of(&mut self, name: &str) -> Result<Rows<'_>, Error> {
        let index = self.sheets.iter().position(|sheet| sheet.name == name);
        self.open_sheet(index.ok_or_else(|| Error::NoSheet {
            name: name.to_owned(),
        })?)
    }

    fn open_sheet(&mut self, index: usize) -> Result<Rows<'_>, Error> {
        let sheet = &self.sheets[index];
        Ok(Rows::new(
            self.package.xml(&sheet.part)?,
            &self.shared,
            &sheet.name,
        ))
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
                            name: attribute(&element, "name").unwrap_or_default(),
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
