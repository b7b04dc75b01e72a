//! The QR code of the check, as boxes.

use qrcode::{Color, EcLevel, QrCode};

use crate::Error;
use crate::page::Mark;

/// The boxes of a QR code whose edge is at most `edge_mpt`, from its upper left corner on. The
/// free zone around it is the page's own white: the edge, and the gap to the text beside it.
///
/// # Errors
/// [`Error::CheckTooLong`].
pub(crate) fn marks(
    text: &str,
    (left_mpt, top_mpt): (i32, i32),
    edge_mpt: i32,
) -> Result<Vec<Mark>, Error> {
    let code =
        QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| Error::CheckTooLong)?;
    let width = code.width();
    // Whole units a module, so that all are of one size: a code has 177 modules at most.
    let module_mpt = edge_mpt / i32::try_from(width).map_err(|_| Error::CheckTooLong)?;
    let colours = code.to_colors();
    let mut marks = Vec::new();
    for (row, y_mpt) in colours
        .chunks(width)
        .zip((top_mpt..).step_by(step(module_mpt)))
    {
        let mut x_mpt = left_mpt;
        for run in row.chunk_by(|left, right| left == right) {
            let modules = i32::try_from(run.len()).map_err(|_| Error::CheckTooLong)?;
            let width_mpt = modules * module_mpt;
            if run[0] == Color::Dark {
                marks.push(Mark::Box {
                    x_mpt,
                    y_mpt,
                    width_mpt,
                    height_mpt: module_mpt,
                });
            }
            x_mpt += width_mpt;
        }
    }
    Ok(marks)
}

fn step(module_mpt: i32) -> usize {
    usize::try_from(module_mpt).unwrap_or(1).max(1)
}
