//! The font: which signs it has and how wide they are.

use std::fmt;
use std::sync::Arc;

use krilla::text::GlyphId;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, MetadataProvider as _};

use crate::Error;

/// Stands for a character that the font doesn't have, as printers have long put it.
pub(crate) const MISSING: char = '〓';
/// The signs of what a paper says whatever is on it: figures, letters, and its own words.
const NEEDED: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-:/.,（）：、。〓第页共核验码注";

/// A TrueType or OpenType font. Clones share its bytes.
#[derive(Clone)]
pub struct Font {
    data: Arc<Vec<u8>>,
    drawn: krilla::text::Font,
    units_per_em: i32,
}

impl fmt::Debug for Font {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Font({} bytes)", self.data.len())
    }
}

impl Font {
    /// Reads a font file.
    ///
    /// # Errors
    /// [`Error::Font`] when it is none, or lacks figures, letters or the words of every paper.
    pub fn read(file: Vec<u8>) -> Result<Self, Error> {
        let data = Arc::new(file);
        let drawn = krilla::text::Font::new(Arc::clone(&data).into(), 0);
        let drawn = drawn.ok_or(Error::Font("it can't be read"))?;
        let units_per_em = FontRef::new(&data)
            .and_then(|font| Ok(font.head()?.units_per_em()))
            .map_err(|_| Error::Font("it has no head"))?;
        let font = Self {
            data,
            drawn,
            units_per_em: i32::from(units_per_em.max(1)),
        };
        let measure = font.measure();
        match NEEDED.chars().all(|sign| measure.glyph(sign).is_some()) {
            true => Ok(font),
            false => Err(Error::Font("it lacks figures or the words of every paper")),
        }
    }

    /// What krilla draws with.
    pub(crate) fn drawn(&self) -> krilla::text::Font {
        self.drawn.clone()
    }

    /// The font, ready to be asked about many characters.
    pub(crate) fn measure(&self) -> Measure<'_> {
        let font = FontRef::new(&self.data).expect("it was read before");
        Measure {
            characters: font.charmap(),
            metrics: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            units_per_em: self.units_per_em,
        }
    }
}

/// A font's signs and their widths.
pub(crate) struct Measure<'f> {
    characters: Charmap<'f>,
    metrics: GlyphMetrics<'f>,
    units_per_em: i32,
}

/// A sign of the font.
#[derive(Clone, Copy)]
pub(crate) struct Glyph {
    pub(crate) id: GlyphId,
    /// Its width in thousandths of the size of the text.
    pub(crate) width_per_mille: i32,
}

impl Measure<'_> {
    /// The sign of a character, if the font has one that PDF/A lets stand for it.
    pub(crate) fn glyph(&self, character: char) -> Option<Glyph> {
        let is_private = matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
        if character.is_control() || is_private {
            return None;
        }
        let id = self.characters.map(character)?;
        // Unscaled widths are whole units of the font.
        let units = self.metrics.advance_width(id)? as i32;
        Some(Glyph {
            id: GlyphId::new(id.to_u32()),
            width_per_mille: units * 1_000 / self.units_per_em,
        })
    }

    /// The width of a text whose every character the font has.
    pub(crate) fn width_mpt(&self, text: &str, size_mpt: i32) -> i32 {
        let widths = text.chars().filter_map(|character| self.glyph(character));
        let per_mille: i32 = widths.map(|glyph| glyph.width_per_mille).sum();
        scaled(per_mille, size_mpt)
    }
}

/// So many thousandths of a size, in thousandths of a point.
pub(crate) fn scaled(per_mille: i32, size_mpt: i32) -> i32 {
    let product = i64::from(per_mille) * i64::from(size_mpt) / 1_000;
    i32::try_from(product).unwrap_or(i32::MAX)
}
