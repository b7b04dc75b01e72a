//! Text in the encodings that Chinese offices save: UTF-8, GB18030 (with GBK and GB 2312, which are
//! parts of it) and Excel's "Unicode text", which is UTF-16 with a byte order mark.

use std::io::SeekFrom;

use encoding_rs::{Decoder, DecoderResult};

use crate::Error;
use crate::package::Source;

/// Bytes read from the file at once.
const PIECE_BYTES: usize = 64 << 10;

/// How a text file stores its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GB 18030-2005 as the WHATWG reads it.
    Gb18030,
    /// UTF-16 of either byte order.
    Utf16,
}

impl Encoding {
    /// The name that programs show when a file is saved.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
            Self::Utf16 => "UTF-16",
        }
    }
}

/// What a file of text is read with.
#[derive(Clone, Copy)]
pub(crate) struct Reading {
    pub(crate) encoding: Encoding,
    decoding: &'static encoding_rs::Encoding,
}

impl Reading {
    const UTF_8: Self = Self {
        encoding: Encoding::Utf8,
        decoding: encoding_rs::UTF_8,
    };
    const GB18030: Self = Self {
        encoding: Encoding::Gb18030,
        decoding: encoding_rs::GB18030,
    };

    /// Tells the encoding from a file's bytes: by its byte order mark, else the first of UTF-8 and
    /// GB18030 in which the whole file makes sense. Chinese text in GB18030 is no UTF-8 but by an
    /// accident of a few characters.
    pub(crate) fn of(source: &mut dyn Source) -> Result<Self, Error> {
        let mut head = [0; 3];
        source.seek(SeekFrom::Start(0))?;
        let length = source.read(&mut head)?;
        if let Some((decoding, _)) = encoding_rs::Encoding::for_bom(&head[..length]) {
            let encoding = if decoding == encoding_rs::UTF_8 {
                Encoding::Utf8
            } else {
                Encoding::Utf16
            };
            let marked = Self { encoding, decoding };
            return marked.check(source).map(|()| marked);
        }
        let Err(not_utf8) = Self::UTF_8.check(source) else {
            return Ok(Self::UTF_8);
        };
        match Self::GB18030.check(source) {
            Ok(()) => Ok(Self::GB18030),
            Err(not_gb18030) => Err(later(not_utf8, not_gb18030)),
        }
    }

    /// Whether the whole file makes sense so.
    fn check(self, source: &mut dyn Source) -> Result<(), Error> {
        let mut text = Decoded::new(source, self)?;
        loop {
            let length = text.fill()?.len();
            if length == 0 {
                return Ok(());
            }
            text.consume(length);
        }
    }
}

/// Of two refusals the one that came further: it is of the encoding that was more likely meant.
fn later(one: Error, other: Error) -> Error {
    match (&one, &other) {
        (Error::Undecodable { line: first }, Error::Undecodable { line: second })
            if first >= second =>
        {
            one
        }
        _ => other,
    }
}

/// A file's text as UTF-8, piece by piece, its lines ended by `\n` however the file ends them.
pub(crate) struct Decoded<'a> {
    source: &'a mut dyn Source,
    decoder: Decoder,
    /// Bytes of the file, those in `raw_start..raw_end` not decoded yet.
    raw: Vec<u8>,
    raw_start: usize,
    raw_end: usize,
    /// Whether the file has given all its bytes.
    drained: bool,
    /// Decoded text, that in `start..end` not consumed yet.
    text: Vec<u8>,
    start: usize,
    end: usize,
    /// Whether the last character was a carriage return, given as a line's end already.
    after_return: bool,
    ended: bool,
    line: u64,
    read_bytes: u64,
}

impl<'a> Decoded<'a> {
    pub(crate) fn new(source: &'a mut dyn Source, reading: Reading) -> Result<Self, Error> {
        source.seek(SeekFrom::Start(0))?;
        Ok(Self {
            source,
            decoder: reading.decoding.new_decoder_with_bom_removal(),
            raw: vec![0; PIECE_BYTES],
            raw_start: 0,
            raw_end: 0,
            drained: false,
            // No byte of these encodings becomes more than three.
            text: vec![0; PIECE_BYTES * 3 + 16],
            start: 0,
            end: 0,
            after_return: false,
            ended: false,
            line: 1,
            read_bytes: 0,
        })
    }

    /// What is decoded and not consumed yet; nothing at the end.
    pub(crate) fn fill(&mut self) -> Result<&[u8], Error> {
        while self.start == self.end && !self.ended {
            self.decode()?;
        }
        Ok(&self.text[self.start..self.end])
    }

    pub(crate) fn consume(&mut self, bytes: usize) {
        self.start += bytes;
    }

    /// Bytes of the file read so far.
    pub(crate) fn read_bytes(&self) -> u64 {
        self.read_bytes
    }

    fn decode(&mut self) -> Result<(), Error> {
        if self.raw_start == self.raw_end && !self.drained {
            let length = self.source.read(&mut self.raw)?;
            (self.raw_start, self.raw_end) = (0, length);
            self.read_bytes += length as u64;
            self.drained = length == 0;
        }
        let raw = &self.raw[self.raw_start..self.raw_end];
        let (result, read, written) =
            self.decoder
                .decode_to_utf8_without_replacement(raw, &mut self.text, self.drained);
        self.raw_start += read;
        let length = self.end_lines(written);
        (self.start, self.end) = (0, length);
        let decoded = &self.text[..length];
        let broken = decoded.iter().position(|byte| *byte == 0);
        let lines = decoded[..broken.unwrap_or(length)].iter();
        self.line += lines.filter(|byte| **byte == b'\n').count() as u64;
        if broken.is_some() || matches!(result, DecoderResult::Malformed(..)) {
            return Err(Error::Undecodable { line: self.line });
        }
        self.ended = self.drained && result == DecoderResult::InputEmpty;
        Ok(())
    }

    /// Makes `\r\n` and `\r` into `\n` in what was decoded; the length that is left.
    fn end_lines(&mut self, length: usize) -> usize {
        let mut kept = 0;
        for index in 0..length {
            let byte = self.text[index];
            let was_given = byte == b'\n' && self.after_return;
            self.after_return = byte == b'\r';
            if !was_given {
                self.text[kept] = if byte == b'\r' { b'\n' } else { byte };
                kept += 1;
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read, Seek};

    use super::*;

    fn read(bytes: &[u8]) -> Result<(Encoding, String), Error> {
        read_from(Cursor::new(bytes.to_vec()))
    }

    fn read_from(mut source: impl Source) -> Result<(Encoding, String), Error> {
        let reading = Reading::of(&mut source)?;
        let mut decoded = Decoded::new(&mut source, reading)?;
        let mut text = Vec::new();
        loop {
            let piece = decoded.fill()?;
            if piece.is_empty() {
                return Ok((reading.encoding, String::from_utf8(text).unwrap()));
            }
            text.extend_from_slice(piece);
            let length = piece.len();
            decoded.consume(length);
        }
    }

    fn gb18030(text: &str) -> Vec<u8> {
        encoding_rs::GB18030.encode(text).0.into_owned()
    }

    fn utf16(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        "\u{FEFF}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(bytes)
            .collect()
    }

    #[test]
    fn the_encoding_is_told_by_the_bytes() {
        // 㑇 and 𠮷 have four bytes in GB18030 and none in GBK.
        let text = "姓名,证件号码\n阿依古丽·㑇𠮷,１\n";
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (format!("\u{FEFF}{text}").into_bytes(), Encoding::Utf8),
            (gb18030(text), Encoding::Gb18030),
            (utf16(text, u16::to_le_bytes), Encoding::Utf16),
            (utf16(text, u16::to_be_bytes), Encoding::Utf16),
        ] {
            assert_eq!(read(&bytes).unwrap(), (encoding, text.to_owned()));
        }
        assert_eq!(read(b"a,1").unwrap(), (Encoding::Utf8, "a,1".to_owned()));
    }

    #[test]
    fn lines_end_in_one_way() {
        let (_, text) = read(b"a\r\nb\rc\n\r\r\n\nd\r").unwrap();
        assert_eq!(text, "a\nb\nc\n\n\n\nd\n");
    }

    #[test]
    fn what_is_no_text_is_refused_at_its_line() {
        let line = |bytes: &[u8]| match read(bytes).unwrap_err() {
            Error::Undecodable { line } => line,
            error => panic!("{error}"),
        };
        let mut cut = "一\r\n二三".as_bytes().to_vec();
        cut.pop();
        assert_eq!(line(&cut), 2);
        let mut broken = gb18030("姓名\n张三\n李四\n");
        broken.push(0xFF);
        assert_eq!(line(&broken), 4);
        assert_eq!(line(b"a\nb\0\nc\n"), 2);
        assert_eq!(line(b"\xEF\xBB\xBFa\n\xD5\xC5"), 2);
        // Two bytes a character, and no mark that says so.
        assert_eq!(line(&utf16("a,b\nc", u16::to_le_bytes)[2..]), 1);
    }

    /// Gives one byte at a time, so that every character lies across an edge.
    struct Dripping(Cursor<Vec<u8>>);

    impl Read for Dripping {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let end = into.len().min(1);
            self.0.read(&mut into[..end])
        }
    }

    impl Seek for Dripping {
        fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
            self.0.seek(to)
        }
    }

    #[test]
    fn characters_and_line_ends_may_lie_across_an_edge() {
        let text = "姓名\r\n𠮷\r\r\n";
        let read = read_from(Dripping(Cursor::new(gb18030(text)))).unwrap();
        assert_eq!(read, (Encoding::Gb18030, "姓名\n𠮷\n\n".to_owned()));
    }
}
