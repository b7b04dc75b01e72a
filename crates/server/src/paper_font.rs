//! The font that papers are drawn with: Noto Sans SC in one weight, packed into the binary.

use std::io::Read as _;
use std::sync::OnceLock;

use flate2::read::GzDecoder;
use render::Font;

/// Empty where the program was built without the npm packages.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/paper-font.gz"));

/// The font, unpacked when the first paper is drawn; from then on it takes 10.6 MB of memory. None
/// where the program was built without it.
pub fn paper_font() -> Option<&'static Font> {
    static FONT: OnceLock<Option<Font>> = OnceLock::new();
    FONT.get_or_init(unpacked).as_ref()
}

fn unpacked() -> Option<Font> {
    if PACKED.is_empty() {
        return None;
    }
    let mut file = Vec::new();
    let read = GzDecoder::new(PACKED).read_to_end(&mut file);
    let font = read
        .map_err(|error| error.to_string())
        .and_then(|_| Font::read(file).map_err(|error| error.to_string()));
    font.inspect_err(|error| tracing::error!(error, "the papers' font can't be read"))
        .ok()
}
