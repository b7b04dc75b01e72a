//! What stands on a paper.

use kernel::Instant;

/// A certificate or receipt, from its head to its foot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Who issues it, above the title: the centre.
    pub issuer: String,
    /// What it is, such as 住房公积金缴存证明.
    pub title: String,
    /// When it was issued; the file's date too.
    pub issued_at: Instant,
    /// What it says, in order.
    pub parts: Vec<Part>,
    /// The lines at the right below everything: who signs, and the day.
    pub signature: Vec<String>,
    /// How anybody checks it.
    pub check: Check,
}

/// A part of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Labels with their values in a frame; two to a row where both are short.
    Facts(Vec<(String, String)>),
    /// Running text, indented as Chinese paragraphs are.
    Paragraph(String),
    /// Rows under a head.
    Table(Table),
}

/// Rows under a head that stands on each page of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table shows, above it.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub heading: &'static str,
    /// Its part of the table's width, against the parts of the other columns.
    pub share: u16,
    /// Where its text stands.
    pub align: Align,
}

/// Where a line stands between the edges of its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left, as text.
    Start,
    /// In the middle, as heads.
    Middle,
    /// At the right, as amounts.
    End,
}

/// How anybody checks a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The verification code as people type it; at the foot of every page.
    pub code: String,
    /// What the QR code leads to. Without an address there is no QR code, as there would be
    /// nothing to open.
    pub address: Option<String>,
    /// How to check, in a sentence or two.
    pub explanation: String,
}
