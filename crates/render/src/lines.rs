//! Breaking text into lines: anywhere between Chinese characters, between words elsewhere, and
//! with the two rules that every typesetter of Chinese keeps (GB/T 15834-2011, 5.1): no line begins
//! with what closes, none ends with what opens.

use crate::font::{Measure, scaled};

/// What must not begin a line.
const CLOSING: &str = "，。、；：？！）》〉」』】〕”’％%…—·,.;:?!)]}";
/// What must not end a line.
const OPENING: &str = "（《〈「『【〔“‘([{¥￥";

/// The lines of a text at a width; every character must be one of the font's. A word that is
/// wider than the line is broken where the line ends. An empty text has one empty line.
pub(crate) fn broken(text: &str, font: &Measure<'_>, size_mpt: i32, width_mpt: i32) -> Vec<String> {
    text.split('\n')
        .flat_map(|paragraph| broken_paragraph(paragraph, font, size_mpt, width_mpt))
        .collect()
}

fn broken_paragraph(text: &str, font: &Measure<'_>, size_mpt: i32, width_mpt: i32) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used_mpt) = (String::new(), 0);
    for piece in pieces(text) {
        let piece_mpt = font.width_mpt(&piece, size_mpt);
        if used_mpt + piece_mpt <= width_mpt {
            line += &piece;
            used_mpt += piece_mpt;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used_mpt = 0;
        }
        for character in piece.trim_start_matches(' ').chars() {
            let per_mille = font.glyph(character).map_or(0, |g| g.width_per_mille);
            let one_mpt = scaled(per_mille, size_mpt);
            if used_mpt + one_mpt > width_mpt && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used_mpt = 0;
            }
            line.push(character);
            used_mpt += one_mpt;
        }
    }
    lines.push(line);
    lines
}

/// What stays together: a word with what closes after it and what opens before it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before = None;
    for character in text.chars() {
        let joins = before.is_some_and(|before| stay_together(before, character));
        match pieces.last_mut() {
            Some(last) if joins => last.push(character),
            _ => pieces.push(character.to_string()),
        }
        before = Some(character);
    }
    pieces
}

fn stay_together(left: char, right: char) -> bool {
    let of_word = |c: char| c.is_ascii_graphic();
    (of_word(left) && of_word(right)) || CLOSING.contains(right) || OPENING.contains(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_amounts_stay_whole_and_marks_stay_with_what_they_belong_to() {
        let joined = |text| pieces(text).join("|");
        assert_eq!(joined("缴存（2026-11）。"), "缴|存|（2026-11）。");
        assert_eq!(joined("合计1,234.56元"), "合|计|1,234.56|元");
        assert_eq!(joined("see it"), "see| |it");
        assert_eq!(joined(""), "");
    }
}
