//! The pages as a PDF/A-2u file. The one place where a length is a float.

use jiff::tz::{self, TimeZone};
use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::text::KrillaGlyph;

use crate::font::{Font, Measure};
use crate::page::{HEIGHT_MPT, Mark, Page, WIDTH_MPT};
use crate::{Error, Paper};

/// Writes the file.
///
/// # Errors
/// [`Error::Refused`].
pub(crate) fn write(paper: &Paper, font: &Font, pages: &[Page]) -> Result<Vec<u8>, Error> {
    let refused = |what: &dyn std::fmt::Debug| Error::Refused(format!("{what:?}"));
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_U)
        .finish()
        .map_err(|error| refused(&error))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        enable_tagging: false,
        ..SerializeSettings::default()
    });
    document.set_metadata(metadata(paper));
    let measure = font.measure();
    for page in pages {
        let settings = PageSettings::from_wh(points(WIDTH_MPT), points(HEIGHT_MPT));
        let mut drawn = document.start_page_with(settings.expect("A4 has a size"));
        let mut surface = drawn.surface();
        draw(&mut surface, font, &measure, &page.marks);
        surface.finish();
        drawn.finish();
    }
    document.finish().map_err(|error| refused(&error))
}

fn draw(surface: &mut Surface<'_>, font: &Font, measure: &Measure<'_>, marks: &[Mark]) {
    let mut boxes = PathBuilder::new();
    for mark in marks {
        match mark {
            Mark::Text {
                x_mpt,
                base_mpt,
                size_mpt,
                text,
            } => {
                let start = Point::from_xy(points(*x_mpt), points(*base_mpt));
                let glyphs = glyphs(measure, text);
                surface.draw_glyphs(start, &glyphs, font.drawn(), text, points(*size_mpt), false);
            }
            Mark::Box {
                x_mpt,
                y_mpt,
                width_mpt,
                height_mpt,
            } => {
                let place = (points(*x_mpt), points(*y_mpt));
                let rect =
                    Rect::from_xywh(place.0, place.1, points(*width_mpt), points(*height_mpt));
                boxes.push_rect(rect.expect("a box has a size"));
            }
        }
    }
    if let Some(path) = boxes.finish() {
        surface.draw_path(&path);
    }
}

fn glyphs(measure: &Measure<'_>, text: &str) -> Vec<KrillaGlyph> {
    let of = |(start, character): (usize, char)| {
        let glyph = measure.glyph(character)?;
        let text_range = start..start + character.len_utf8();
        Some(KrillaGlyph::new(
            glyph.id,
            points(glyph.width_per_mille),
            0.0,
            0.0,
            0.0,
            text_range,
            None,
        ))
    };
    text.char_indices().filter_map(of).collect()
}

fn metadata(paper: &Paper) -> Metadata {
    let china = TimeZone::fixed(tz::offset(8));
    let at = paper.issued_at.timestamp().to_zoned(china);
    let part = |part: i8| u8::try_from(part).expect("no part of a date is negative");
    let date = DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(part(at.month()))
        .day(part(at.day()))
        .hour(part(at.hour()))
        .minute(part(at.minute()))
        .second(part(at.second()))
        .utc_offset_hour(8)
        .utc_offset_minute(0);
    Metadata::new()
        .title(paper.title.clone())
        .authors(vec![paper.issuer.clone()])
        .creator("anju".to_owned())
        .language("zh-CN".to_owned())
        .creation_date(date)
}

/// So many thousandths as the float that krilla takes.
#[expect(
    clippy::float_arithmetic,
    reason = "krilla's lengths are floats; no money is among them"
)]
fn points(thousandths: i32) -> f32 {
    thousandths as f32 / 1_000.0
}
