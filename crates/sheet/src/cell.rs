//! Rows of cells, as every kind of file gives them.

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text as typed.
    Text,
    /// A number as plain decimal text of at most 15 significant digits: `6500`, `0.05`; with
    /// zeros in front if the cell's format shows them.
    Number,
    /// A number shown as a percentage: `5%`, `12.5%`.
    Percent,
    /// A day, a time of day or both: `2024-05-01`, `13:30:00`, `2024-05-01 13:30:00`. A month
    /// (`2024年5月`) is its first day here, as Excel stores it.
    Date,
    /// `TRUE` or `FALSE`.
    Bool,
    /// An error such as `#N/A`.
    Error,
    /// A formula that was never calculated: there is no text. Opening the file in Excel and
    /// saving it calculates it.
    Uncalculated,
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The column, counted from 0.
    pub column: u16,
    /// What the text is.
    pub kind: Kind,
    /// What people see, in the form that [`Kind`] says; spaces around it are kept.
    pub text: String,
    /// Whether a formula calculated it.
    pub formula: bool,
    /// Whether it is a number of 16 or more digits before the point. Excel keeps 15: an ID or
    /// card number typed into such a cell has lost its last digits and must be typed anew, as
    /// text.
    pub precision_lost: bool,
}

/// A row that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row's number in the sheet, from 1, as Excel shows it.
    pub number: u32,
    /// Whether it is hidden, most often by a filter.
    pub hidden: bool,
    /// Its cells that hold more than spaces, from left to right.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell in this column (from 0), if it holds anything.
    #[must_use]
    pub fn cell(&self, column: u16) -> Option<&Cell> {
        let index = self
            .cells
            .binary_search_by_key(&column, |cell| cell.column)
            .ok()?;
        Some(&self.cells[index])
    }
}

/// A text without the characters that take no room: what nobody sees nobody can correct. They come
/// with what is pasted from web pages and chats.
pub(crate) fn visible(text: String) -> String {
    if text.is_ascii() || !text.contains(is_invisible) {
        return text;
    }
    text.replace(is_invisible, "")
}

fn is_invisible(symbol: char) -> bool {
    matches!(
        symbol,
        '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

/// The letters of a column counted from 0: 0 is `A`, 27 is `AB`.
#[must_use]
pub fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).expect("less than 26");
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_no_room_is_not_read() {
        for (written, seen) in [
            ("\u{202D}510107\u{202C}", "510107"),
            ("\u{FEFF}张\u{200B}三", "张三"),
            ("张\u{A0}三 ", "张\u{A0}三 "),
            ("plain", "plain"),
        ] {
            assert_eq!(visible(written.to_owned()), seen);
        }
    }
}
