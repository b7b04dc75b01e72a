//! Papers: certificates and receipts as PDF files, drawn on the server.
//!
//! A [`Paper`] says what stands on it, in order: facts in pairs of label and value, paragraphs,
//! tables, who signs and when, and the code by which anybody can check it. [`draw`] lays that out
//! on A4 and answers the file.
//!
//! Contract: black on white, one [`Font`], no picture; nothing is read from anywhere but the
//! arguments, so the same paper with the same font gives the same bytes. The file is PDF/A-2u: it
//! carries its font, and its text can be copied and searched. A character that the font doesn't
//! have is drawn as 〓, and the paper says which ones these are; none disappears. Rows break
//! between pages, and a table's head stands on each of its pages.
//!
//! Places are whole thousandths of a point (`_mpt`), which become floats only where krilla takes
//! them. Bounds: [`PAGES_MAX`] pages.

mod error;
mod font;
mod layout;
mod lines;
mod page;
mod paper;
mod pdf;
mod qr;
#[cfg(test)]
mod tests;

pub use error::Error;
pub use font::Font;
pub use paper::{Align, Check, Column, Paper, Part, Table};

/// The most pages of one paper.
pub const PAGES_MAX: usize = 200;

/// Draws a paper.
///
/// # Errors
/// [`Error::TooLong`] for more than [`PAGES_MAX`] pages, [`Error::CheckTooLong`] when no QR code
/// holds the address, [`Error::Refused`] when the file would not be PDF/A.
pub fn draw(paper: &Paper, font: &Font) -> Result<Vec<u8>, Error> {
    let pages = layout::lay_out(paper, font)?;
    pdf::write(paper, font, &pages)
}
