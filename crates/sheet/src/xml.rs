//! XML events in bounded memory.
//!
//! quick-xml keeps one event and the names of the open elements; nothing stops a hostile part from
//! being one event of half a gigabyte or half a million elements deep. This reader bounds both and
//! refuses what OOXML forbids anyway: a document type, an undefined entity, a part cut short.

use std::io::{self, BufRead, BufReader, Read};

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::Error;

/// The longest event: Excel's longest text is 32,767 characters, its longest formula 8,192.
const EVENT_BYTES: usize = 1 << 20;
/// The deepest element: a worksheet needs fewer than ten.
const DEPTH: usize = 64;

/// One part of the container, read event by event.
pub(crate) struct Xml<'a> {
    reader: Reader<Metered<BufReader<Box<dyn Read + Send + 'a>>>>,
    buffer: Vec<u8>,
    depth: usize,
    part: String,
}

impl<'a> Xml<'a> {
    /// Reads `source`, which is the part called `part`.
    pub(crate) fn new(source: Box<dyn Read + Send + 'a>, part: &str) -> Self {
        let inner = BufReader::with_capacity(64 << 10, source);
        let mut reader = Reader::from_reader(Metered {
            inner,
            left: EVENT_BYTES,
            read: 0,
        });
        // `<v/>` and `<v></v>` mean the same; expanding spares every caller the second form.
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
            depth: 0,
            part: part.to_owned(),
        }
    }

    /// The next event; [`Event::Eof`] once the root element is closed.
    pub(crate) fn next(&mut self) -> Result<Event<'_>, Error> {
        self.buffer.clear();
        self.reader.get_mut().left = EVENT_BYTES;
        let broken = |why: String| Error::Broken {
            part: self.part.clone(),
            why,
        };
        let event = self
            .reader
            .read_event_into(&mut self.buffer)
            .map_err(|error| broken(error.to_string()))?;
        match event {
            Event::Start(_) if self.depth == DEPTH => {
                return Err(broken(format!("elements more than {DEPTH} deep")));
            }
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth -= 1,
            Event::DocType(_) => return Err(broken("has a document type".into())),
            Event::GeneralRef(ref name) if character(name).is_none() => {
                return Err(broken(format!("an undefined entity {}", &**name)));
            }
            Event::Eof if self.depth > 0 => return Err(broken("ends too early".into())),
            _ => {}
        }
        Ok(event)
    }

    /// Bytes of the part read so far.
    pub(crate) fn read_bytes(&self) -> u64 {
        self.reader.get_ref().read
    }

    /// A refusal of this part.
    pub(crate) fn broken(&self, why: impl Into<String>) -> Error {
        Error::Broken {
            part: self.part.clone(),
            why: why.into(),
        }
    }
}

/// Appends the characters of a text, CDATA or reference event; other events have none.
pub(crate) fn push_text(event: &Event<'_>, into: &mut String) {
    match event {
        Event::Text(text) => into.push_str(&text.xml10_content()),
        Event::CData(text) => into.push_str(&text.xml10_content()),
        Event::GeneralRef(name) => into.extend(character(name)),
        _ => {}
    }
}

/// What `&name;` stands for. Without a document type only five names are defined.
fn character(name: &BytesRef<'_>) -> Option<char> {
    if name.is_char_ref() {
        return name.resolve_char_ref().ok().flatten();
    }
    resolve_predefined_entity(name)?.chars().next()
}

/// The value of the attribute with this local name, whatever its prefix.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
        .map(std::borrow::Cow::into_owned)
}

/// Hands out no more than `left` bytes until it is set again.
struct Metered<R> {
    inner: R,
    left: usize,
    /// Bytes handed out altogether.
    read: u64,
}

impl<R: BufRead> Read for Metered<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let count = available.len().min(into.len());
        into[..count].copy_from_slice(&available[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::other(format!(
                "an event of more than {EVENT_BYTES} bytes"
            )));
        }
        let available = self.inner.fill_buf()?;
        Ok(&available[..available.len().min(self.left)])
    }

    fn consume(&mut self, count: usize) {
        self.left -= count;
        self.read += count as u64;
        self.inner.consume(count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: impl Read + Send + 'static) -> Result<String, Error> {
        let mut xml = Xml::new(Box::new(source), "part");
        let mut text = String::new();
        loop {
            match xml.next()? {
                Event::Eof => return Ok(text),
                event => push_text(&event, &mut text),
            }
        }
    }

    #[test]
    fn an_endless_event_is_refused() {
        for opening in ["<a>", "<a b='", "<!--", "<a><![CDATA["] {
            let endless = io::Cursor::new(opening)
                .chain(io::repeat(b'x'))
                .take(1 << 30);
            let error = read(endless).unwrap_err();
            assert!(
                error.to_string().contains("more than 1048576 bytes"),
                "{opening}: {error}"
            );
        }
    }

    #[test]
    fn what_ooxml_forbids_is_refused() {
        for (text, why) in [
            ("<a>".repeat(65), "elements more than 64 deep"),
            (
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".into(),
                "document type",
            ),
            ("<a><b></b>".into(), "ends too early"),
            ("<a><b></a>".into(), "expected"),
            ("<a>&nosuch;</a>".into(), "undefined entity nosuch"),
        ] {
            let error = read(io::Cursor::new(text.into_bytes())).unwrap_err();
            assert_eq!(error.code(), "sheet_broken");
            assert!(error.to_string().contains(why), "{error}");
        }
    }

    #[test]
    fn text_is_unescaped() {
        let text = "<a>1 &lt; 2 &amp; &#x4e2d;<![CDATA[<&>]]>\r\n</a>";
        assert_eq!(read(text.as_bytes()).unwrap(), "1 < 2 & 中<&>\n");
    }
}
