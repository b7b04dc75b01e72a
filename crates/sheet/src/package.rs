//! The zip container of a workbook (ECMA-376 part 2): its parts and how they refer to each other.

use std::collections::HashMap;
use std::io::{self, Read, Seek, SeekFrom};

use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::foreign;
use crate::xml::{Xml, attribute};
use crate::{Error, Foreign, Limits};

/// Bytes that can be read from anywhere.
pub(crate) trait Source: Read + Seek + Send {}
impl<T: Read + Seek + Send> Source for T {}

/// A workbook refers to its sheets, strings, styles and a few more.
const RELATIONSHIPS: usize = 10_000;
/// Every record of a zip's directory begins with this.
const DIRECTORY_RECORD: &[u8] = b"PK\x01\x02";

/// An open container, all of whose parts have been inflated once and found within the limits.
pub(crate) struct Package {
    archive: ZipArchive<Box<dyn Source>>,
    /// By name in lower case, as Excel compares them.
    parts: HashMap<String, Part>,
}

/// Where a part is, and how long it is.
#[derive(Clone, Copy)]
struct Part {
    index: usize,
    inflated_bytes: u64,
}

/// One part's reference to another.
pub(crate) struct Relationship {
    pub(crate) id: String,
    /// The last word of its type: `worksheet`, `styles`.
    pub(crate) kind: String,
    /// The part referred to, from the root, in lower case.
    pub(crate) part: String,
}

impl Package {
    /// Opens a container and inflates each part into nothing, so that what follows can rely on
    /// the limits. The declared sizes are not believed.
    pub(crate) fn open(mut source: Box<dyn Source>, limits: &Limits) -> Result<Self, Error> {
        check_directory(&mut source, limits)?;
        let archive = ZipArchive::new(source).map_err(|error| broken("zip", &error))?;
        let mut package = Self {
            archive,
            parts: HashMap::new(),
        };
        package.inflate_all(limits)?;
        Ok(package)
    }

    fn inflate_all(&mut self, limits: &Limits) -> Result<(), Error> {
        let mut left = limits.inflated_bytes;
        for index in 0..self.archive.len() {
            let entry = self
                .archive
                .by_index(index)
                .map_err(|error| broken("zip", &error))?;
            let name = entry
                .name()
                .map_err(|error| broken("zip", &error))?
                .replace('\\', "/");
            let declared_bytes = entry.size();
            let inflated_bytes = io::copy(&mut entry.take(left + 1), &mut io::sink())
                .map_err(|error| broken(&name, &error.into()))?;
            if inflated_bytes > left {
                return Err(Error::InflatedTooLarge {
                    limit_bytes: limits.inflated_bytes,
                });
            }
            // Inflating to more is refused by the zip reader, as is a wrong checksum.
            if inflated_bytes < declared_bytes {
                let why = "inflates to less than it declares".into();
                return Err(Error::Broken { part: name, why });
            }
            left -= inflated_bytes;
            let name = name.trim_start_matches('/').to_lowercase();
            let part = Part {
                index,
                inflated_bytes,
            };
            self.parts.insert(name, part);
        }
        Ok(())
    }

    /// Whether there is a part of this name (lower case).
    pub(crate) fn has(&self, part: &str) -> bool {
        self.parts.contains_key(part)
    }

    fn raw(&mut self, part: &str) -> Result<impl Read + Send + '_, Error> {
        let missing = || Error::Broken {
            part: part.to_owned(),
            why: "is missing".into(),
        };
        let index = self.parts.get(part).ok_or_else(missing)?.index;
        self.archive
            .by_index(index)
            .map_err(|error| broken(part, &error))
    }

    /// How long a part really is; nothing if it is missing.
    pub(crate) fn inflated_bytes(&self, part: &str) -> u64 {
        self.parts.get(part).map_or(0, |part| part.inflated_bytes)
    }

    /// Opens a part as XML.
    pub(crate) fn xml(&mut self, part: &str) -> Result<Xml<'_>, Error> {
        Ok(Xml::new(Box::new(self.raw(part)?), part))
    }

    /// What a part refers to within the container; the root's references are those of `""`.
    pub(crate) fn relationships(&mut self, part: &str) -> Result<Vec<Relationship>, Error> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let list = resolve(folder, &format!("_rels/{name}.rels"));
        if !self.has(&list) {
            return Ok(Vec::new());
        }
        let mut xml = self.xml(&list)?;
        let mut relationships = Vec::new();
        loop {
            match xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                    let get = |name| attribute(&element, name).unwrap_or_default();
                    if get("TargetMode") == "External" {
                        continue;
                    }
                    let kind = get("Type");
                    relationships.push(Relationship {
                        id: get("Id"),
                        kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                        part: resolve(folder, &get("Target").to_lowercase()),
                    });
                }
                Event::Eof => return Ok(relationships),
                _ => {}
            }
            if relationships.len() > RELATIONSHIPS {
                return Err(xml.broken("too many relationships"));
            }
        }
    }

    /// The part that holds the workbook, or what the container holds instead.
    pub(crate) fn workbook(&mut self) -> Result<String, Error> {
        let main = self
            .relationships("")?
            .into_iter()
            .find(|r| r.kind == "officeDocument");
        let part = main.map_or_else(|| "xl/workbook.xml".to_owned(), |main| main.part);
        if !self.has(&part) {
            return Err(Error::Foreign(self.foreign()?));
        }
        if part.ends_with(".bin") {
            return Err(Error::Foreign(Foreign::BinaryWorkbook));
        }
        let mut xml = self.xml(&part)?;
        loop {
            match xml.next()? {
                Event::Start(root) => {
                    return match root.local_name().as_ref() {
                        "workbook" => Ok(part),
                        "document" => Err(Error::Foreign(Foreign::Word)),
                        "presentation" => Err(Error::Foreign(Foreign::Presentation)),
                        _ => Err(Error::Foreign(Foreign::Unknown)),
                    };
                }
                Event::Eof => return Err(xml.broken("has no element")),
                _ => {}
            }
        }
    }

    /// What a zip without a workbook is.
    fn foreign(&mut self) -> Result<Foreign, Error> {
        if self.has("ofd.xml") {
            return Ok(Foreign::Ofd);
        }
        if self.has("index/document.iwa") {
            return Ok(Foreign::Numbers);
        }
        if !self.has("mimetype") {
            return Ok(Foreign::Zip);
        }
        let mut mimetype = Vec::new();
        self.raw("mimetype")?.take(100).read_to_end(&mut mimetype)?;
        Ok(
            match mimetype.strip_prefix(b"application/vnd.oasis.opendocument.") {
                Some(kind) if kind.starts_with(b"spreadsheet") => Foreign::OpenDocumentSheet,
                Some(_) => Foreign::OpenDocument,
                None => Foreign::Zip,
            },
        )
    }
}

/// Refuses a zip with too long a directory.
fn check_directory(source: &mut Box<dyn Source>, limits: &Limits) -> Result<(), Error> {
    // Opening a zip loads its whole directory, whose length is only declared. The records are
    // counted instead: there can't be more of them than there are of their signature.
    if foreign::occurrences(source, DIRECTORY_RECORD, limits.entries + 1)? > limits.entries {
        return Err(Error::TooManyParts {
            limit: limits.entries,
        });
    }
    source.seek(SeekFrom::Start(0))?;
    Ok(())
}

/// The part that `target` means, seen from `folder`.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = Vec::new();
    let from = if target.starts_with('/') { "" } else { folder };
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn broken(part: &str, error: &ZipError) -> Error {
    match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Error::Encrypted
        }
        _ => Error::Broken {
            part: part.to_owned(),
            why: error.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_from_the_folder() {
        for (folder, target, part) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/styles.xml", "xl/styles.xml"),
            ("xl/sub", "../styles.xml", "xl/styles.xml"),
            ("", "./xl/workbook.xml", "xl/workbook.xml"),
            ("xl", "..\\..\\..\\styles.xml", "styles.xml"),
        ] {
            assert_eq!(resolve(folder, target), part);
        }
    }
}
