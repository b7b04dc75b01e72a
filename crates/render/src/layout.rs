//! Laying a paper out: what comes on which page, and where.

use crate::font::{Font, MISSING, Measure};
use crate::lines::broken;
use crate::page::{BODY_MPT, BOTTOM_MPT, EDGE_MPT, FOOT_MPT, Mark, Page, TOP_MPT, WIDTH_MPT};
use crate::paper::{Align, Check, Column, Paper, Part, Table};
use crate::{Error, PAGES_MAX, qr};

/// 五号, the size of running text on Chinese forms.
const TEXT_MPT: i32 = 10_500;
/// 小五, for tables and notes.
const SMALL_MPT: i32 = 9_000;
const ISSUER_MPT: i32 = 13_000;
const TITLE_MPT: i32 = 20_000;
/// Between the frame of a cell and its text.
const CELL_X_MPT: i32 = 5_000;
const CELL_Y_MPT: i32 = 2_500;
/// Between two parts.
const GAP_MPT: i32 = 12_000;
/// The width of a label: eight characters and the room of its cell.
const LABEL_MPT: i32 = 8 * TEXT_MPT + 2 * CELL_X_MPT;
/// The edge of the QR code: 27 mm, as phones read it from a hand's distance.
const QR_MPT: i32 = 78_000;

/// The pages of a paper.
///
/// # Errors
/// [`Error::TooLong`], [`Error::CheckTooLong`].
pub(crate) fn lay_out(paper: &Paper, font: &Font) -> Result<Vec<Page>, Error> {
    let mut layout = Layout {
        font: font.measure(),
        pages: vec![Page::default()],
        y_mpt: TOP_MPT,
        missing: Vec::new(),
    };
    layout.head(paper);
    for part in &paper.parts {
        match part {
            Part::Facts(facts) => layout.facts(facts)?,
            Part::Paragraph(text) => layout.paragraph(text, "\u{3000}\u{3000}", TEXT_MPT)?,
            Part::Table(table) => layout.table(table)?,
        }
        layout.y_mpt += GAP_MPT;
    }
    layout.say_what_is_missing()?;
    layout.close(paper)?;
    layout.number_pages(&paper.check.code);
    Ok(layout.pages)
}

struct Layout<'f> {
    font: Measure<'f>,
    pages: Vec<Page>,
    /// Where the next part begins on the last page.
    y_mpt: i32,
    /// The characters that the font doesn't have, as they came.
    missing: Vec<char>,
}

/// A cell of a row, its text broken into lines already.
struct Cell {
    width_mpt: i32,
    align: Align,
    lines: Vec<String>,
}

fn line_mpt(size_mpt: i32) -> i32 {
    size_mpt * 3 / 2
}

impl Layout<'_> {
    /// The text with [`MISSING`] for each character that the font doesn't have; keeps line ends.
    fn drawable(&mut self, text: &str) -> String {
        let mut drawable = String::with_capacity(text.len());
        for character in text.chars() {
            if character == '\n' || self.font.glyph(character).is_some() {
                drawable.push(character);
                continue;
            }
            drawable.push(MISSING);
            if !self.missing.contains(&character) {
                self.missing.push(character);
            }
        }
        drawable
    }

    fn lines(&mut self, text: &str, size_mpt: i32, width_mpt: i32) -> Vec<String> {
        let text = self.drawable(text);
        broken(&text, &self.font, size_mpt, width_mpt)
    }

    fn page(&mut self) -> &mut Page {
        self.pages
            .last_mut()
            .expect("a paper has a page from the start")
    }

    fn has_room_for(&self, height_mpt: i32) -> bool {
        self.y_mpt + height_mpt <= BOTTOM_MPT
    }

    fn turn(&mut self) -> Result<(), Error> {
        if self.pages.len() == PAGES_MAX {
            return Err(Error::TooLong);
        }
        self.pages.push(Page::default());
        self.y_mpt = TOP_MPT;
        Ok(())
    }

    /// Begins a new page unless so much still fits, or the page is empty anyway.
    fn make_room_for(&mut self, height_mpt: i32) -> Result<(), Error> {
        match self.has_room_for(height_mpt) || self.y_mpt == TOP_MPT {
            true => Ok(()),
            false => self.turn(),
        }
    }

    /// Writes one line between two edges at the current height, without moving on.
    fn write(
        &mut self,
        line: &str,
        size_mpt: i32,
        align: Align,
        (left_mpt, width_mpt): (i32, i32),
    ) {
        let free_mpt = width_mpt - self.font.width_mpt(line, size_mpt);
        let x_mpt = match align {
            Align::Start => left_mpt,
            Align::Middle => left_mpt + free_mpt / 2,
            Align::End => left_mpt + free_mpt,
        };
        // The body of a Chinese character stands on the base line by some 0.88 of its size.
        let base_mpt = self.y_mpt + (line_mpt(size_mpt) - size_mpt) / 2 + size_mpt * 22 / 25;
        let text = line.to_owned();
        self.page().marks.push(Mark::Text {
            x_mpt,
            base_mpt,
            size_mpt,
            text,
        });
    }

    fn head(&mut self, paper: &Paper) {
        let body = (EDGE_MPT, BODY_MPT);
        for (text, size_mpt) in [(&paper.issuer, ISSUER_MPT), (&paper.title, TITLE_MPT)] {
            for line in self.lines(text, size_mpt, BODY_MPT) {
                self.write(&line, size_mpt, Align::Middle, body);
                self.y_mpt += line_mpt(size_mpt);
            }
        }
        self.y_mpt += GAP_MPT;
    }

    fn paragraph(&mut self, text: &str, indent: &str, size_mpt: i32) -> Result<(), Error> {
        let text = format!("{indent}{text}");
        for line in self.lines(&text, size_mpt, BODY_MPT) {
            self.make_room_for(line_mpt(size_mpt))?;
            self.write(&line, size_mpt, Align::Start, (EDGE_MPT, BODY_MPT));
            self.y_mpt += line_mpt(size_mpt);
        }
        Ok(())
    }

    fn facts(&mut self, facts: &[(String, String)]) -> Result<(), Error> {
        let half_mpt = BODY_MPT / 2 - LABEL_MPT;
        let mut rest = facts.iter().peekable();
        while let Some(fact) = rest.next() {
            let mut row = self.fact(fact, half_mpt);
            let next = match fits_half(&row) {
                true => rest.peek().map(|next| self.fact(next, half_mpt)),
                false => None,
            };
            match next {
                Some(next) if fits_half(&next) => {
                    row.extend(next);
                    rest.next();
                }
                _ => row = self.fact(fact, BODY_MPT - LABEL_MPT),
            }
            self.row(&row, TEXT_MPT, None)?;
        }
        Ok(())
    }

    fn fact(&mut self, (label, value): &(String, String), value_mpt: i32) -> Vec<Cell> {
        let of = [(label, LABEL_MPT), (value, value_mpt)];
        let cells = of.map(|(text, width_mpt)| Cell {
            width_mpt,
            align: Align::Start,
            lines: self.lines(text, TEXT_MPT, width_mpt - 2 * CELL_X_MPT),
        });
        cells.into()
    }

    fn table(&mut self, table: &Table) -> Result<(), Error> {
        let head = table.columns.iter().map(|column| Column {
            align: Align::Middle,
            ..*column
        });
        let head: Vec<Column> = head.collect();
        let headings: Vec<String> = head.iter().map(|one| one.heading.to_owned()).collect();
        let head = self.cells(&head, &headings);
        // The caption is never left alone at the foot of a page.
        self.make_room_for(line_mpt(TEXT_MPT) + 3 * height_mpt(&head, SMALL_MPT))?;
        self.paragraph(&table.caption, "", TEXT_MPT)?;
        self.put(&head, SMALL_MPT);
        for row in &table.rows {
            let cells = self.cells(&table.columns, row);
            self.row(&cells, SMALL_MPT, Some(&head))?;
        }
        Ok(())
    }

    fn cells(&mut self, columns: &[Column], texts: &[String]) -> Vec<Cell> {
        let shares: i32 = columns.iter().map(|column| i32::from(column.share)).sum();
        let mut left_mpt = BODY_MPT;
        let mut cells = Vec::with_capacity(columns.len());
        for (place, column) in columns.iter().enumerate() {
            let is_last = place + 1 == columns.len();
            // The last column takes what rounding left.
            let width_mpt = match is_last {
                true => left_mpt,
                false => BODY_MPT / shares.max(1) * i32::from(column.share),
            };
            left_mpt -= width_mpt;
            let text = texts.get(place).map_or("", String::as_str);
            cells.push(Cell {
                width_mpt,
                align: column.align,
                lines: self.lines(text, SMALL_MPT, width_mpt - 2 * CELL_X_MPT),
            });
        }
        cells
    }

    /// Puts a row on this page or, under its head again, on the next one; a row that is higher than
    /// a page goes on over several.
    fn row(&mut self, cells: &[Cell], size_mpt: i32, head: Option<&[Cell]>) -> Result<(), Error> {
        if self.has_room_for(height_mpt(cells, size_mpt)) {
            self.put(cells, size_mpt);
            return Ok(());
        }
        self.turn()?;
        if let Some(head) = head {
            self.put(head, SMALL_MPT);
        }
        let room_mpt = BOTTOM_MPT - self.y_mpt - 2 * CELL_Y_MPT;
        let lines = usize::try_from(room_mpt / line_mpt(size_mpt))
            .unwrap_or(1)
            .max(1);
        let (now, later): (Vec<Cell>, Vec<Cell>) = cells.iter().map(|cell| cell.cut(lines)).unzip();
        self.put(&now, size_mpt);
        match later.iter().all(|cell| cell.lines.is_empty()) {
            true => Ok(()),
            false => self.row(&later, size_mpt, head),
        }
    }

    /// Draws a row and its frame, and moves below it.
    fn put(&mut self, cells: &[Cell], size_mpt: i32) {
        let height_mpt = height_mpt(cells, size_mpt);
        let (top_mpt, mut x_mpt) = (self.y_mpt, EDGE_MPT);
        for cell in cells {
            let free_mpt = height_mpt - cell.lines_mpt(size_mpt);
            self.y_mpt = top_mpt + free_mpt / 2;
            for line in &cell.lines {
                let between = (x_mpt + CELL_X_MPT, cell.width_mpt - 2 * CELL_X_MPT);
                self.write(line, size_mpt, cell.align, between);
                self.y_mpt += line_mpt(size_mpt);
            }
            self.page().upright(x_mpt, top_mpt, height_mpt);
            x_mpt += cell.width_mpt;
        }
        let page = self.page();
        page.upright(x_mpt, top_mpt, height_mpt);
        page.rule(EDGE_MPT, top_mpt, x_mpt - EDGE_MPT);
        page.rule(EDGE_MPT, top_mpt + height_mpt, x_mpt - EDGE_MPT);
        self.y_mpt = top_mpt + height_mpt;
    }

    fn say_what_is_missing(&mut self) -> Result<(), Error> {
        if self.missing.is_empty() {
            return Ok(());
        }
        let missing = std::mem::take(&mut self.missing);
        let codes: Vec<String> = missing
            .iter()
            .map(|&character| format!("U+{:04X}", u32::from(character)))
            .collect();
        let note = format!(
            "注：{MISSING}处为打印字库没有的字，其统一码为 {}。",
            codes.join("、")
        );
        self.paragraph(&note, "", SMALL_MPT)?;
        self.y_mpt += GAP_MPT;
        Ok(())
    }

    /// Signature and check, together on one page.
    fn close(&mut self, paper: &Paper) -> Result<(), Error> {
        let lines = i32::try_from(paper.signature.len()).unwrap_or(i32::MAX / line_mpt(TEXT_MPT));
        self.make_room_for(lines * line_mpt(TEXT_MPT) + 2 * GAP_MPT + QR_MPT)?;
        for text in &paper.signature {
            for line in self.lines(text, TEXT_MPT, BODY_MPT) {
                self.write(&line, TEXT_MPT, Align::End, (EDGE_MPT, BODY_MPT));
                self.y_mpt += line_mpt(TEXT_MPT);
            }
        }
        self.y_mpt += GAP_MPT;
        self.page_rule();
        self.y_mpt += GAP_MPT;
        self.check(&paper.check)
    }

    fn page_rule(&mut self) {
        let y_mpt = self.y_mpt;
        self.page().rule(EDGE_MPT, y_mpt, BODY_MPT);
    }

    fn check(&mut self, check: &Check) -> Result<(), Error> {
        let top_mpt = self.y_mpt;
        let mut left_mpt = EDGE_MPT;
        if let Some(address) = &check.address {
            let modules = qr::marks(address, (EDGE_MPT, top_mpt), QR_MPT)?;
            self.page().marks.extend(modules);
            left_mpt += QR_MPT + GAP_MPT;
        }
        let width_mpt = EDGE_MPT + BODY_MPT - left_mpt;
        let mut said = vec![(format!("核验码：{}", check.code), TEXT_MPT)];
        said.extend(check.address.clone().map(|address| (address, SMALL_MPT)));
        said.push((check.explanation.clone(), SMALL_MPT));
        for (text, size_mpt) in said {
            for line in self.lines(&text, size_mpt, width_mpt) {
                self.write(&line, size_mpt, Align::Start, (left_mpt, width_mpt));
                self.y_mpt += line_mpt(size_mpt);
            }
        }
        Ok(())
    }

    /// The foot of each page: the code, so that no page passes for one of another paper, and which
    /// page of how many it is.
    fn number_pages(&mut self, code: &str) {
        let count = self.pages.len();
        for place in 0..count {
            let number = format!("第 {} 页 共 {count} 页", place + 1);
            let width_mpt = self.font.width_mpt(&number, SMALL_MPT);
            let foot = |x_mpt, text| Mark::Text {
                x_mpt,
                base_mpt: FOOT_MPT,
                size_mpt: SMALL_MPT,
                text,
            };
            let right_mpt = WIDTH_MPT - EDGE_MPT - width_mpt;
            self.pages[place].marks.extend([
                foot(EDGE_MPT, format!("核验码：{code}")),
                foot(right_mpt, number),
            ]);
        }
    }
}

/// Whether a label and its value take one line each.
fn fits_half(row: &[Cell]) -> bool {
    row.iter().all(|cell| cell.lines.len() == 1)
}

fn height_mpt(cells: &[Cell], size_mpt: i32) -> i32 {
    let lines_mpt = cells.iter().map(|cell| cell.lines_mpt(size_mpt)).max();
    lines_mpt.unwrap_or(0) + 2 * CELL_Y_MPT
}

impl Cell {
    fn lines_mpt(&self, size_mpt: i32) -> i32 {
        let lines = i32::try_from(self.lines.len()).unwrap_or(i32::MAX);
        lines.saturating_mul(line_mpt(size_mpt))
    }

    /// Its first lines, and a cell with the rest.
    fn cut(&self, lines: usize) -> (Self, Self) {
        let (now, later) = self.lines.split_at(lines.min(self.lines.len()));
        let with = |lines: &[String]| Self {
            width_mpt: self.width_mpt,
            align: self.align,
            lines: lines.to_vec(),
        };
        (with(now), with(later))
    }
}
