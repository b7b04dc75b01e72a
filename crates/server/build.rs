//! Builds the binary again when the pages have been built again, and packs the papers' font. It
//! never fetches anything: a bare clone compiles without Node, and then the binary has one page that
//! says how to get the rest, and no font to draw papers with.

use std::env;
use std::error::Error;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Where `npm ci` puts the font.
const FONT: &str =
    "../../web/node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=../../web/apps/console/dist");
    println!("cargo:rerun-if-changed=../../web/apps/hall/dist");
    println!("cargo:rerun-if-changed={FONT}");
    let packed = Path::new(&env::var("OUT_DIR")?).join("paper-font.gz");
    match fs::read(FONT) {
        Ok(font) => {
            let mut packing = GzEncoder::new(File::create(packed)?, Compression::best());
            packing.write_all(&font)?;
            packing.finish()?;
        }
        Err(_) => fs::write(packed, [])?,
    }
    Ok(())
}
