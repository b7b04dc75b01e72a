//! Writes a table as a workbook: the templates that people fill in and the lists they download.

use std::io::Write;

use kernel::{Date, Fen, Month, Rate};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet};

use crate::Error;

/// A double holds every decimal number of so many digits, and Excel shows no more.
const EXACT_DIGITS: usize = 15;

/// A column to write: its title, what stands in it and how wide it is.
#[derive(Clone, Debug)]
pub struct Heading {
    title: String,
    number_format: &'static str,
    align: FormatAlign,
    width_chars: u8,
    wrapped: bool,
}

impl Heading {
    fn new(title: &str, number_format: &'static str, align: FormatAlign, width_chars: u8) -> Self {
        Self {
            title: title.to_owned(),
            number_format,
            align,
            width_chars,
            wrapped: false,
        }
    }

    /// Texts, `width_chars` Latin letters or half as many Chinese characters wide. What people
    /// type below stays text too, so that an ID number keeps all its digits.
    #[must_use]
    pub fn text(title: &str, width_chars: u8) -> Self {
        Self::new(title, "@", FormatAlign::Left, width_chars)
    }

    /// Sentences, in as many lines as they take.
    #[must_use]
    pub fn sentences(title: &str, width_chars: u8) -> Self {
        Self {
            wrapped: true,
            ..Self::text(title, width_chars)
        }
    }

    /// Amounts of money: `1,234.56`.
    #[must_use]
    pub fn amount(title: &str) -> Self {
        Self::new(title, "#,##0.00", FormatAlign::Right, 16)
    }

    /// Whole numbers: `1,234`.
    #[must_use]
    pub fn count(title: &str) -> Self {
        Self::new(title, "#,##0", FormatAlign::Right, 10)
    }

    /// Rates as percentages: `5.00%`.
    #[must_use]
    pub fn rate(title: &str) -> Self {
        Self::new(title, "0.00%", FormatAlign::Right, 12)
    }

    /// Days: `2026-11-22`.
    #[must_use]
    pub fn date(title: &str) -> Self {
        Self::new(title, "yyyy-mm-dd", FormatAlign::Center, 12)
    }

    /// Months: `2026-11`.
    #[must_use]
    pub fn month(title: &str) -> Self {
        Self::new(title, "yyyy-mm", FormatAlign::Center, 10)
    }

    fn format(&self) -> Format {
        let format = Format::new()
            .set_num_format(self.number_format)
            .set_align(self.align);
        if self.wrapped {
            format.set_text_wrap().set_align(FormatAlign::Top)
        } else {
            format
        }
    }
}

/// What stands above the header of a table that people print.
#[derive(Clone, Debug)]
pub struct Caption {
    /// What the table is.
    pub title: String,
    /// What it covers, who made it and when: a row each.
    pub lines: Vec<String>,
}

/// What to write into a cell. It looks as its column's [`Heading`] says.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Nothing.
    Empty,
    /// A text, never taken for a formula.
    Text(&'a str),
    /// An amount of money: a number if Excel can hold it exactly (up to 10¹⁵ fen), else a text.
    Fen(Fen),
    /// A whole number.
    Count(i64),
    /// A rate.
    Rate(Rate),
    /// A day.
    Date(Date),
    /// A month, stored as its first day.
    Month(Month),
    /// An amount of money that the spreadsheet computes.
    Computed {
        /// The formula, such as `ROUND(A2*B2,2)`: in the English names of functions, about cells of
        /// the row that [`Writer::next_row`] numbers.
        formula: &'a str,
        /// What it comes to by our own computing: what a program sees that computes nothing.
        amount: Fen,
    },
}

/// Writes sheets one after the other, row by row, with one row in memory: those before are in a nameless temporary
/// file that the system removes with the process.
pub struct Writer {
    workbook: Workbook,
    formats: Vec<Format>,
    /// The same for cells that are marked.
    marked: Vec<Format>,
    sheet: usize,
    next_row: u32,
}

impl Writer {
    /// Begins a workbook with a sheet of this name and its header, which stays in view.
    ///
    /// # Errors
    /// [`Error::Write`]: a name that Excel forbids (31 characters, none of `[]:*?/\`), no room for
    /// temporary files.
    pub fn new(sheet: &str, headings: &[Heading]) -> Result<Self, Error> {
        let mut writer = Self::empty();
        writer.begin(sheet, None, headings)?;
        Ok(writer)
    }

    /// As [`Writer::new`], with a caption above the header, and set up to be printed: A4 across, as
    /// wide as the page, the header on each, pages numbered.
    ///
    /// # Errors
    /// As [`Writer::new`].
    pub fn captioned(sheet: &str, caption: &Caption, headings: &[Heading]) -> Result<Self, Error> {
        let mut writer = Self::empty();
        writer.begin(sheet, Some(caption), headings)?;
        Ok(writer)
    }

    fn empty() -> Self {
        Self {
            workbook: Workbook::new(),
            formats: Vec::new(),
            marked: Vec::new(),
            sheet: 0,
            next_row: 0,
        }
    }

    /// Goes on with another sheet; those before are finished.
    ///
    /// # Errors
    /// As [`Writer::new`], and a name that another sheet has.
    pub fn sheet(&mut self, sheet: &str, headings: &[Heading]) -> Result<(), Error> {
        self.sheet += 1;
        self.begin(sheet, None, headings)
    }

    fn begin(
        &mut self,
        sheet: &str,
        caption: Option<&Caption>,
        headings: &[Heading],
    ) -> Result<(), Error> {
        let worksheet = self.workbook.add_worksheet_with_constant_memory()?;
        worksheet.set_name(sheet)?;
        let header = match caption {
            Some(caption) => write_caption(worksheet, caption)?,
            None => 0,
        };
        worksheet.set_freeze_panes(header + 1, 0)?;
        if caption.is_some() {
            for_paper(worksheet, header)?;
        }
        self.formats = headings.iter().map(Heading::format).collect();
        let title = title_format();
        for ((column, heading), format) in (0..).zip(headings).zip(&self.formats) {
            worksheet.set_column_width(column, heading.width_chars)?;
            worksheet.set_column_format(column, format)?;
        }
        for (column, heading) in (0..).zip(headings) {
            worksheet.write_string_with_format(header, column, &heading.title, &title)?;
        }
        self.marked = self.formats.iter().map(marked).collect();
        self.next_row = header + 1;
        Ok(())
    }

    /// The number of the row that is appended next, as formulas name it.
    #[must_use]
    pub const fn next_row(&self) -> u32 {
        self.next_row + 1
    }

    /// Appends a row: one value for each heading.
    ///
    /// # Errors
    /// [`Error::Write`]: past Excel's 1,048,575 rows or 32,767 characters in a cell, or the
    /// temporary file can't be written.
    ///
    /// # Panics
    /// In a debug build, if there are more or fewer values than headings.
    pub fn row(&mut self, values: &[Value<'_>]) -> Result<(), Error> {
        self.row_marked(values, |_| false)
    }

    /// Appends a row, some of whose cells stand out in red: those that `is_marked`, asked by their
    /// place in the row, names.
    ///
    /// # Errors
    /// As [`Writer::row`].
    ///
    /// # Panics
    /// As [`Writer::row`].
    pub fn row_marked(
        &mut self,
        values: &[Value<'_>],
        is_marked: impl Fn(usize) -> bool,
    ) -> Result<(), Error> {
        debug_assert_eq!(
            values.len(),
            self.formats.len(),
            "one value for each heading"
        );
        let sheet = self.workbook.worksheet_from_index(self.sheet)?;
        for (index, (value, column)) in values.iter().zip(0..).enumerate() {
            let place = (self.next_row, column);
            if !is_marked(index) {
                write_cell(sheet, place, *value, &self.formats[index])?;
            } else if matches!(value, Value::Empty) {
                sheet.write_blank(place.0, place.1, &self.marked[index])?;
            } else {
                write_cell(sheet, place, *value, &self.marked[index])?;
            }
        }
        self.next_row += 1;
        Ok(())
    }

    /// Appends the row of totals, which stands out.
    ///
    /// # Errors
    /// As [`Writer::row`].
    ///
    /// # Panics
    /// As [`Writer::row`].
    pub fn total(&mut self, values: &[Value<'_>]) -> Result<(), Error> {
        let total = |format: &Format| {
            let format = format.clone().set_bold();
            format.set_border_top(FormatBorder::Thin)
        };
        let totals: Vec<Format> = self.formats.iter().map(total).collect();
        let rows = std::mem::replace(&mut self.formats, totals);
        let done = self.row(values);
        self.formats = rows;
        done
    }

    /// Adds a sheet of notes for the people who fill the first one in, one line each.
    ///
    /// # Errors
    /// [`Error::Write`], as for a sheet and its rows.
    pub fn notes(&mut self, sheet: &str, lines: &[&str]) -> Result<(), Error> {
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let worksheet = self.workbook.add_worksheet();
        worksheet.set_name(sheet)?.set_column_width(0, 100)?;
        for (row, line) in (0..).zip(lines) {
            worksheet.write_string_with_format(row, 0, *line, &wrapped)?;
        }
        Ok(())
    }

    /// Ends the workbook and gives its bytes.
    ///
    /// # Errors
    /// [`Error::Write`] if the temporary file can't be read back.
    pub fn finish(mut self) -> Result<Vec<u8>, Error> {
        Ok(self.workbook.save_to_buffer()?)
    }

    /// Ends the workbook and writes it out, never whole in memory.
    ///
    /// # Errors
    /// [`Error::Write`] if the temporary file can't be read back or `out` can't be written.
    pub fn finish_into(mut self, out: impl Write + Send) -> Result<(), Error> {
        Ok(self.workbook.save_to_writer(out)?)
    }
}

/// Writes a caption in the first rows, and gives the row that follows.
fn write_caption(sheet: &mut Worksheet, caption: &Caption) -> Result<u32, Error> {
    let title = Format::new().set_bold().set_font_size(14);
    sheet.write_string_with_format(0, 0, &caption.title, &title)?;
    let plain = Format::new();
    let mut row = 1;
    for line in &caption.lines {
        sheet.write_string_with_format(row, 0, line, &plain)?;
        row += 1;
    }
    Ok(row)
}

/// Sets a sheet up to be printed, the row `header` on every page.
fn for_paper(sheet: &mut Worksheet, header: u32) -> Result<(), Error> {
    /// As spreadsheets number paper.
    const A4: u8 = 9;
    sheet
        .set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_footer("&C第 &P 页，共 &N 页")
        .set_repeat_rows(header, header)?;
    Ok(())
}

fn title_format() -> Format {
    Format::new()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_background_color(Color::RGB(0x00DC_E6F1))
        .set_border(FormatBorder::Thin)
}

/// Dark red on light red, as Excel's own style for what is bad.
fn marked(format: &Format) -> Format {
    format
        .clone()
        .set_background_color(Color::RGB(0x00FF_C7CE))
        .set_font_color(Color::RGB(0x009C_0006))
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: Value<'_>,
    format: &Format,
) -> Result<(), Error> {
    match value {
        Value::Empty => {}
        Value::Text(text) => {
            sheet.write_string_with_format(row, column, text, format)?;
        }
        Value::Fen(amount) => decimal(sheet, (row, column), &amount.to_string(), format)?,
        Value::Count(count) => decimal(sheet, (row, column), &count.to_string(), format)?,
        Value::Rate(rate) => {
            // Billionths, as a decimal fraction.
            let billionths = rate.ppb();
            let sign = if billionths < 0 { "-" } else { "" };
            let text = format!("{sign}{:010}", billionths.unsigned_abs());
            let (whole, fraction) = text.split_at(text.len() - 9);
            decimal(sheet, (row, column), &format!("{whole}.{fraction}"), format)?;
        }
        Value::Date(date) => {
            sheet.write_datetime_with_format(row, column, date.civil(), format)?;
        }
        Value::Month(month) => {
            sheet.write_datetime_with_format(row, column, month.first_day().civil(), format)?;
        }
        Value::Computed { formula, amount } => {
            let formula = Formula::new(formula).set_result(amount.to_string());
            sheet.write_formula_with_format(row, column, formula, format)?;
        }
    }
    Ok(())
}

/// Writes decimal text as a number. Reading the text as a double is no arithmetic and is exact to
/// 15 digits, which Excel shows again; longer numbers would change and are written as text.
fn decimal(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), Error> {
    let digits = text
        .trim_start_matches(['-', '0', '.'])
        .replace('.', "")
        .len();
    match text.parse::<f64>() {
        Ok(number) if digits <= EXACT_DIGITS => {
            sheet.write_number_with_format(row, column, number, format)?;
        }
        _ => {
            sheet.write_string_with_format(row, column, text, format)?;
        }
    }
    Ok(())
}
