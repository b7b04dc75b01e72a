//! Excel workbooks as answers, signed: whoever is handed one outside can tell with the installation's
//! public key (`GET /api/centre/signing-key`) that it came from here and is as it left.

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use db::Keys;
use db::digest::hex;
use kernel::{OrBroken as _, Result};
use tokio::task;

/// Of an `.xlsx` file.
pub(crate) const MEDIA_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The detached signature of a file, beside its bytes: SM2 with SM3, DER in hexadecimal digits.
pub(crate) const SIGNATURE: HeaderName = HeaderName::from_static("x-signature-sm2");

/// A workbook that the browser saves under its name.
pub(crate) struct Workbook {
    /// What it is called, without its ending.
    name: String,
    /// The same for programs that can't read it: ASCII, without quotes.
    plain_name: &'static str,
    bytes: Vec<u8>,
    /// As [`SIGNATURE`] has it.
    signature: String,
}

impl Workbook {
    /// Signs a workbook. `plain_name` is what programs call it that can't read `name`: ASCII, without
    /// quotes; both without their ending.
    ///
    /// # Errors
    /// Broken when the signing falls over.
    pub(crate) async fn signed(
        keys: &Keys,
        name: String,
        plain_name: &'static str,
        bytes: Vec<u8>,
    ) -> Result<Workbook> {
        let keys = keys.clone();
        // The largest takes the digest a tenth of a second.
        let signing = task::spawn_blocking(move || {
            let signature = hex(keys.sign(&bytes).der());
            (bytes, signature)
        });
        let (bytes, signature) = signing.await.or_broken("signing a file")?;
        Ok(Workbook {
            name,
            plain_name,
            bytes,
            signature,
        })
    }
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
        let signature = HeaderValue::from_str(&self.signature).expect("digits are ASCII");
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE)),
            (header::CONTENT_DISPOSITION, disposition),
            (SIGNATURE, signature),
        ];
        (headers, self.bytes).into_response()
    }
}

/// Text as RFC 8187 writes it in a header: letters and digits as they are, other bytes in
/// hexadecimal digits.
pub(crate) fn percent_encoded(text: &str) -> String {
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
            signature: "3045".to_owned(),
        };
        let response = workbook.into_response();
        assert_eq!(response.headers()["x-signature-sm2"], "3045");
        assert_eq!(
            response.headers()[header::CONTENT_DISPOSITION],
            "attachment; filename=\"roster.xlsx\"; \
             filename*=UTF-8''%E6%B8%85%E5%86%8C%20%22%E7%94%B2%22%3B%202026-11\
             %0D%0ASet-Cookie%3A%20a%3Db.xlsx"
        );
    }
}
