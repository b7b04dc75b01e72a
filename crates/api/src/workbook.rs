//! Excel workbooks as answers.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// Of an `.xlsx` file.
pub(crate) const MEDIA_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A workbook that the browser saves under its name.
pub(crate) struct Workbook {
    /// What it is called, without its ending.
    pub(crate) name: String,
    /// The same for programs that can't read it: ASCII, without quotes.
    pub(crate) plain_name: &'static str,
    pub(crate) bytes: Vec<u8>,
}

impl IntoResponse for Workbook {
    fn into_response(self) -> Response {
        // RFC 6266: the name in UTF-8, and one for those that can't read it.
        let disposition = format!(
            "attachment; filename=\"{}.xlsx\"; filename*=UTF-8''{}.xlsx",
            self.plain_name,
            percent_encoded(&self.name)
        );
        let disposition = HeaderValue::from_str(&disposition).expect("all of it is ASCII");
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE)),
            (header::CONTENT_DISPOSITION, disposition),
        ];
        (headers, self.bytes).into_response()
    }
}

/// Text as RFC 8187 writes it in a header: letters and digits as they are, other bytes in
/// hexadecimal digits.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_name_ends_the_header() {
        let workbook = Workbook {
            name: "清册 \"甲\"; 2026-11\r\nSet-Cookie: a=b".to_owned(),
            plain_name: "roster",
            bytes: Vec::new(),
        };
        let response = workbook.into_response();
        assert_eq!(
            response.headers()[header::CONTENT_DISPOSITION],
            "attachment; filename=\"roster.xlsx\"; \
             filename*=UTF-8''%E6%B8%85%E5%86%8C%20%22%E7%94%B2%22%3B%202026-11\
             %0D%0ASet-Cookie%3A%20a%3Db.xlsx"
        );
    }
}
