//! Number formats, as far as they change what people see: dates, percentages, leading zeros.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::Error;
use crate::xml::{Xml, attribute};

/// Excel itself allows 64,000 cell formats.
const FORMATS: usize = 1 << 16;

/// How a cell shows its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum NumberFormat {
    /// The number.
    #[default]
    Plain,
    /// A hundredfold, with a percent sign.
    Percent,
    /// A day, a time of day or both.
    Date,
    /// With zeros in front, up to so many digits.
    Padded(u8),
}

impl NumberFormat {
    /// The meaning of a built-in format id (ECMA-376 part 1, 18.8.30, with the Chinese ones).
    fn built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            // 46 is elapsed time: a number of hours, not a time of day.
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Self::Date,
            _ => Self::Plain,
        }
    }

    /// The meaning of a format's code, such as `yyyy"年"m"月"` or `000000`.
    fn of_code(code: &str) -> Self {
        // The first section is that of positive numbers.
        let symbols = symbols(code);
        if symbols.is_empty() {
            Self::Plain
        } else if symbols.chars().all(|symbol| symbol == '0') && symbols.len() > 1 {
            u8::try_from(symbols.len()).map_or(Self::Plain, Self::Padded)
        } else if symbols.contains('%') {
            Self::Percent
        } else if symbols != "general" && symbols.contains(['y', 'm', 'd', 'h', 's']) {
            Self::Date
        } else {
            Self::Plain
        }
    }
}

/// The first section of a format code in lower case, without literal text, escapes, colours and
/// locales; empty if it shows elapsed time.
fn symbols(code: &str) -> String {
    let mut symbols = String::new();
    let mut rest = code.chars();
    while let Some(symbol) = rest.next() {
        match symbol {
            ';' => break,
            '"' => {
                rest.by_ref().find(|c| *c == '"');
            }
            '\\' | '_' | '*' => {
                rest.next();
            }
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                if !inside.is_empty() && inside.to_lowercase().chars().all(|c| "hms".contains(c)) {
                    return String::new();
                }
            }
            _ => symbols.extend(symbol.to_lowercase()),
        }
    }
    symbols
}

/// Reads the workbook's styles: the number format of each cell style.
pub(crate) fn read(mut xml: Xml<'_>) -> Result<Vec<NumberFormat>, Error> {
    let mut custom: HashMap<u32, NumberFormat> = HashMap::new();
    let mut styles = Vec::new();
    // Formats and styles of the same element names also stand in other lists (of differential
    // formats, of named styles), so what counts is the list that they stand in.
    let mut list = String::new();
    loop {
        match xml.next()? {
            Event::Start(element) => {
                let id = || attribute(&element, "numFmtId").and_then(|id| id.trim().parse().ok());
                match (list.as_str(), element.local_name().as_ref()) {
                    (_, name @ ("numFmts" | "cellXfs")) => name.clone_into(&mut list),
                    ("numFmts", "numFmt") => {
                        let code = attribute(&element, "formatCode").unwrap_or_default();
                        if let Some(id) = id() {
                            custom.insert(id, NumberFormat::of_code(&code));
                        }
                    }
                    ("cellXfs", "xf") => {
                        let id: u32 = id().unwrap_or(0);
                        let format = custom.get(&id).copied();
                        styles.push(format.unwrap_or_else(|| NumberFormat::built_in(id)));
                    }
                    _ => {}
                }
            }
            Event::End(element) if element.local_name().as_ref() == list => list.clear(),
            Event::Eof => return Ok(styles),
            _ => {}
        }
        if custom.len() > FORMATS || styles.len() > FORMATS {
            return Err(xml.broken("too many formats"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_code_tells_what_people_see() {
        for (code, expected) in [
            ("General", NumberFormat::Plain),
            ("#,##0.00", NumberFormat::Plain),
            ("0", NumberFormat::Plain),
            ("0.00E+00", NumberFormat::Plain),
            ("@", NumberFormat::Plain),
            ("[Red]0.00;[Green]-0.00", NumberFormat::Plain),
            ("\"day\"0", NumberFormat::Plain),
            ("_(* #,##0_);_(* \\(#,##0\\)", NumberFormat::Plain),
            ("[h]:mm:ss", NumberFormat::Plain),
            ("0%", NumberFormat::Percent),
            ("0.00%", NumberFormat::Percent),
            ("yyyy-mm-dd", NumberFormat::Date),
            ("YYYY/M/D", NumberFormat::Date),
            ("yyyy\"年\"m\"月\"", NumberFormat::Date),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", NumberFormat::Date),
            ("[DBNum1][$-804]yyyy年m月", NumberFormat::Date),
            ("h:mm AM/PM", NumberFormat::Date),
            ("000000", NumberFormat::Padded(6)),
        ] {
            assert_eq!(NumberFormat::of_code(code), expected, "{code}");
        }
    }

    #[test]
    fn only_the_list_of_cell_styles_counts() {
        let styles = r#"<x:styleSheet xmlns:x="x">
            <x:numFmts><x:numFmt numFmtId="164" formatCode="yyyy/m"/></x:numFmts>
            <x:cellStyleXfs><x:xf numFmtId="9"/></x:cellStyleXfs>
            <x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="164"><x:alignment/></x:xf><x:xf/></x:cellXfs>
            <x:dxfs><x:dxf><x:numFmt numFmtId="164" formatCode="0%"/></x:dxf></x:dxfs>
            </x:styleSheet>"#;
        let xml = Xml::new(Box::new(styles.as_bytes()), "styles");
        assert_eq!(
            read(xml).unwrap(),
            [NumberFormat::Plain, NumberFormat::Date, NumberFormat::Plain]
        );
    }
}
