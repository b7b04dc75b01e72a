//! The shared strings of a workbook, in one allocation.

use quick_xml::events::Event;

use crate::xml::{Xml, push_text};
use crate::{Error, Limits};

/// Texts that cells name by number.
///
/// One string for all texts and one offset a text: a roster's names and ID numbers take little
/// more than their bytes, where a `String` each would take three times as much.
#[derive(Default)]
pub(crate) struct SharedStrings {
    text: String,
    ends: Vec<u32>,
}

impl SharedStrings {
    /// Reads the table. A text longer than a cell may be is kept one character too long, so that
    /// the cell is refused that shows it, and none if only a hidden sheet does.
    pub(crate) fn read(mut xml: Xml<'_>, limits: &Limits) -> Result<Self, Error> {
        let mut strings = Self::default();
        let mut item = Text::default();
        loop {
            match xml.next()? {
                Event::Start(element) => item.open(element.local_name().as_ref()),
                Event::End(element) => {
                    if element.local_name().as_ref() == "si" {
                        strings.push(&item.take(), limits)?;
                    } else {
                        item.close(element.local_name().as_ref());
                    }
                }
                Event::Eof => return Ok(strings),
                event => item.push(&event, limits),
            }
        }
    }

    fn push(&mut self, text: &str, limits: &Limits) -> Result<(), Error> {
        let kept = text
            .char_indices()
            .nth(limits.cell_chars + 1)
            .map_or(text.len(), |(i, _)| i);
        let too_much = || Error::TooMuchText {
            limit_bytes: limits.shared_strings_bytes,
        };
        let bytes = self.text.len() + kept + size_of::<u32>() * (self.ends.len() + 1);
        if bytes > limits.shared_strings_bytes {
            return Err(too_much());
        }
        self.text.push_str(&text[..kept]);
        self.ends
            .push(u32::try_from(self.text.len()).map_err(|_| too_much())?);
        Ok(())
    }

    /// The text of this number, if there is one.
    pub(crate) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = index
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize);
        Some(&self.text[start..end])
    }
}

/// Collects the text of a shared or inline string: its runs, without the phonetic ones.
#[derive(Default)]
pub(crate) struct Text {
    text: String,
    in_text: bool,
    in_phonetic: bool,
}

impl Text {
    /// An element inside the string begins.
    pub(crate) fn open(&mut self, name: &str) {
        match name {
            "t" => self.in_text = !self.in_phonetic,
            "rPh" => self.in_phonetic = true,
            _ => {}
        }
    }

    /// An element inside the string ends.
    pub(crate) fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "rPh" => self.in_phonetic = false,
            _ => {}
        }
    }

    /// Takes the characters of an event. Once there are more than a cell may hold no more are
    /// taken: an escape is seven characters for one, and no character is longer than four bytes.
    pub(crate) fn push(&mut self, event: &Event<'_>, limits: &Limits) {
        if self.in_text && self.text.len() <= limits.cell_chars.saturating_mul(7) {
            push_text(event, &mut self.text);
        }
    }

    /// The text collected; the next string starts empty.
    pub(crate) fn take(&mut self) -> String {
        (self.in_text, self.in_phonetic) = (false, false);
        unescape(std::mem::take(&mut self.text))
    }
}

/// Replaces `_xHHHH_`, in which Excel writes the characters that XML can't hold (ECMA-376 part 1,
/// 22.9.2.19): most often `_x000D_`, the carriage return of a line break.
fn unescape(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find("_x") {
        let (before, escape) = rest.split_at(start);
        plain.push_str(before);
        let character = escape
            .get(2..7)
            .and_then(|code| code.strip_suffix('_'))
            .filter(|hex| hex.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .and_then(char::from_u32);
        let used = if let Some(character) = character {
            plain.push(character);
            7
        } else {
            plain.push_str("_x");
            2
        };
        rest = &escape[used..];
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(table: &'static str, limits: &Limits) -> Result<SharedStrings, Error> {
        SharedStrings::read(
            Xml::new(Box::new(table.as_bytes()), "sharedStrings"),
            limits,
        )
    }

    #[test]
    fn runs_are_joined_and_phonetic_ones_left_out() {
        let table = "<sst count='9'><si><t>张三</t></si><si><t/></si>\
             <si><r><rPr><b/></rPr><t xml:space='preserve'>李 </t></r><r><t>四</t></r>\
             <rPh sb='0' eb='1'><t>リ</t></rPh><phoneticPr fontId='1'/></si><si/></sst>";
        let strings = read(table, &Limits::default()).unwrap();
        let texts: Vec<_> = (0..5).map(|index| strings.get(index)).collect();
        assert_eq!(
            texts,
            [Some("张三"), Some(""), Some("李 四"), Some(""), None]
        );
    }

    #[test]
    fn escapes_are_undone() {
        for (stored, shown) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_x000", "_x000"),
            ("_x中文_x4E2D_", "_x中文中"),
            ("_xD800_", "_xD800_"),
        ] {
            assert_eq!(unescape(stored.to_owned()), shown);
        }
    }

    #[test]
    fn memory_is_bounded_by_texts_and_by_their_number() {
        let limits = Limits {
            shared_strings_bytes: 16,
            cell_chars: 3,
            ..Limits::default()
        };
        let long = read("<sst><si><t>一二三四五</t></si></sst>", &limits).unwrap();
        assert_eq!(long.get(0), Some("一二三四"));
        for table in [
            "<sst><si/><si/><si/><si/><si/></sst>",
            "<sst><si><t>一二三四</t></si><si/></sst>",
        ] {
            assert!(matches!(
                read(table, &limits),
                Err(Error::TooMuchText { limit_bytes: 16 })
            ));
        }
    }
}
