//! What an upload is when it is no spreadsheet that is read, told by its content and never by its
//! name.

use std::io::{self, Read, Seek, SeekFrom};

/// A file of another kind, often with its name changed to `.xlsx`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// `.docx`, `.doc`.
    Word,
    /// `.pptx`, `.ppt`.
    Presentation,
    /// `.xls` of Excel 97–2003.
    OldExcel,
    /// An OLE2 file of some other program.
    OldOffice,
    /// `.xlsb`.
    BinaryWorkbook,
    /// `.ods`.
    OpenDocumentSheet,
    /// `.odt` and the like.
    OpenDocument,
    /// Apple Numbers.
    Numbers,
    /// `.ofd`.
    Ofd,
    /// `.pdf`.
    Pdf,
    /// A web page: what many systems offer as an "Excel export".
    Html,
    /// XML, among it the spreadsheet XML of Excel 2003.
    Xml,
    /// Words: a text that isn't delimited into columns.
    Text,
    /// A zip archive of anything.
    Zip,
    /// None of these.
    Unknown,
}

impl Foreign {
    /// The stable code of the refusal.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Word => "sheet_is_word",
            Self::Presentation => "sheet_is_presentation",
            Self::OldExcel => "sheet_is_old_excel",
            Self::OldOffice => "sheet_is_old_office",
            Self::BinaryWorkbook => "sheet_is_binary_workbook",
            Self::OpenDocumentSheet => "sheet_is_open_document_sheet",
            Self::OpenDocument => "sheet_is_open_document",
            Self::Numbers => "sheet_is_numbers",
            Self::Ofd => "sheet_is_ofd",
            Self::Pdf => "sheet_is_pdf",
            Self::Html => "sheet_is_html",
            Self::Xml => "sheet_is_xml",
            Self::Text => "sheet_is_text",
            Self::Zip => "sheet_is_zip",
            Self::Unknown => "sheet_is_unknown",
        }
    }

    /// What it is, and what to do about it.
    #[must_use]
    pub fn sentence(self) -> String {
        let (name, advice) = match self {
            Self::Word => ("Word 文档", ""),
            Self::Presentation => ("演示文稿", ""),
            Self::OldExcel => ("旧格式的 Excel 工作簿（.xls）", SAVE_AS),
            Self::OldOffice => ("旧格式的 Office 文件", ""),
            Self::BinaryWorkbook => ("二进制格式的工作簿（.xlsb）", SAVE_AS),
            Self::OpenDocumentSheet => ("OpenDocument 表格（.ods）", SAVE_AS),
            Self::OpenDocument => ("OpenDocument 文档", ""),
            Self::Numbers => ("苹果 Numbers 表格", "，请导出为 .xlsx 后再上传"),
            Self::Ofd => ("OFD 版式文件", ""),
            Self::Pdf => ("PDF 文件", ""),
            Self::Html => ("网页文件", SAVE_AS),
            Self::Xml => ("XML 文件", SAVE_AS),
            Self::Text => ("没有分列的纯文本文件", "，请使用下载的模板填写"),
            Self::Zip => ("压缩包", "，请解压后上传其中的工作簿"),
            Self::Unknown => ("无法识别的文件", ""),
        };
        format!("这是{name}，不是 Excel 工作簿（.xlsx）或 CSV 文件{advice}")
    }
}

const SAVE_AS: &str = "，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传";

/// What the first bytes of a file say.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Container {
    /// A zip, which an `.xlsx` is.
    Zip,
    /// OLE2: old Office files and encrypted new ones.
    Ole2,
    /// Text, which a `.csv` is.
    Text,
    /// Something else.
    Other(Foreign),
}

/// Tells the container from the file's first bytes (a few thousand are enough).
pub(crate) fn container(head: &[u8]) -> Container {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Container::Zip;
    }
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return Container::Ole2;
    }
    if is_pdf(head) {
        return Container::Other(Foreign::Pdf);
    }
    let utf16 = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    let is_text = utf16 || !head.iter().any(|&byte| byte < b'\t' || byte == 0x7F);
    if !is_text {
        return Container::Other(Foreign::Unknown);
    }
    let opening: String = head
        .iter()
        .map(|byte| byte.to_ascii_lowercase() as char)
        .filter(|c| *c != '\0')
        .collect();
    if opening.contains("<html") || opening.contains("<table") {
        Container::Other(Foreign::Html)
    } else if opening.contains("<?xml") {
        Container::Other(Foreign::Xml)
    } else {
        Container::Text
    }
}

/// Readers of PDF look for its mark in so many bytes: mailers and scanners put lines of their own
/// before it.
const PDF_MARK_WITHIN: usize = 1024;

/// Whether a line near the beginning bears the mark of a PDF.
fn is_pdf(head: &[u8]) -> bool {
    let opening = &head[..head.len().min(PDF_MARK_WITHIN)];
    opening
        .split(|byte| matches!(byte, b'\n' | b'\r'))
        .any(|line| {
            line.strip_prefix(b"\xEF\xBB\xBF")
                .unwrap_or(line)
                .starts_with(b"%PDF-")
        })
}

/// What an OLE2 file holds, told by the names of its streams; `None` is an encrypted workbook (or
/// another encrypted new-style document: what is inside can't be seen).
pub(crate) fn ole2(source: &mut (impl Read + Seek)) -> io::Result<Option<Foreign>> {
    const STREAMS: [(&str, Option<Foreign>); 5] = [
        ("EncryptedPackage", None),
        ("Workbook", Some(Foreign::OldExcel)),
        ("Book", Some(Foreign::OldExcel)),
        ("WordDocument", Some(Foreign::Word)),
        ("PowerPoint Document", Some(Foreign::Presentation)),
    ];
    for (stream, meaning) in STREAMS {
        // A directory entry: the name in UTF-16, zero-terminated, at a multiple of 128 bytes.
        let name: Vec<u8> = stream
            .encode_utf16()
            .chain([0])
            .flat_map(u16::to_le_bytes)
            .collect();
        if occurrences(source, &name, 1)? > 0 {
            return Ok(meaning);
        }
    }
    Ok(Some(Foreign::OldOffice))
}

/// How often `needle` occurs in the source, counting no further than `enough`.
pub(crate) fn occurrences(
    source: &mut (impl Read + Seek),
    needle: &[u8],
    enough: usize,
) -> io::Result<usize> {
    source.seek(SeekFrom::Start(0))?;
    let mut buffer = vec![0; 64 << 10];
    let (mut kept, mut count) = (0, 0);
    while count < enough {
        let read = match source.read(&mut buffer[kept..]) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let filled = kept + read;
        count += buffer[..filled]
            .windows(needle.len())
            .filter(|window| *window == needle)
            .count();
        // What could be the start of an occurrence across the edge stays for the next round.
        kept = filled.min(needle.len() - 1);
        buffer.copy_within(filled - kept..filled, 0);
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn the_first_bytes_tell_the_container() {
        for (head, expected) in [
            (&b"PK\x03\x04rest"[..], Container::Zip),
            (b"%PDF-1.7", Container::Other(Foreign::Pdf)),
            (b"\xEF\xBB\xBF%PDF-1.4\n", Container::Other(Foreign::Pdf)),
            (b"scanned\r\n%PDF-1.4\r\n", Container::Other(Foreign::Pdf)),
            (b"name,file\r\n1,%PDF-\r\n", Container::Text),
            ("姓名,证件号码\r\n".as_bytes(), Container::Text),
            (b"\xD0\xD5\xC3\xFB,1\r\n", Container::Text),
            (b"\xFF\xFEa\0,\0", Container::Text),
            (b"\n<HTML><body><table>", Container::Other(Foreign::Html)),
            (
                b"<?xml version=\"1.0\"?><Workbook>",
                Container::Other(Foreign::Xml),
            ),
            (b"\x89PNG\r\n\x1a\n\0\0", Container::Other(Foreign::Unknown)),
        ] {
            assert_eq!(container(head), expected, "{head:?}");
        }
    }

    #[test]
    fn occurrences_are_found_across_the_edge_of_the_buffer() {
        let mut bytes = vec![b'.'; 200 << 10];
        for start in [0, (64 << 10) - 2, (64 << 10) + 30, (200 << 10) - 4] {
            bytes[start..start + 4].copy_from_slice(b"mark");
        }
        let mut source = Cursor::new(bytes);
        assert_eq!(occurrences(&mut source, b"mark", 100).unwrap(), 4);
        assert_eq!(occurrences(&mut source, b"absent", 100).unwrap(), 0);
    }
}
