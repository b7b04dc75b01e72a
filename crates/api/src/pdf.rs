//! Papers as answers.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kernel::{Error, OrBroken as _, Refusal, Result};
use render::{Font, Paper};

use crate::Api;
use crate::workbook::percent_encoded;

/// Of a PDF file.
pub(crate) const MEDIA_TYPE: &str = "application/pdf";

/// A paper that the browser shows, and saves under its name.
pub(crate) struct Pdf {
    name: String,
    bytes: Vec<u8>,
}

impl Pdf {
    /// Draws a paper, beside the threads that answer requests: it takes them some hundredths of a
    /// second.
    ///
    /// # Errors
    /// `paper_font_missing` (unavailable) where the program was built without its font.
    pub(crate) async fn draw(api: &Api, paper: Paper) -> Result<Pdf> {
        let font = api.paper_font;
        let drawn = tokio::task::spawn_blocking(move || {
            let font: &Font = font().ok_or_else(without_font)?;
            let bytes = render::draw(&paper, font);
            let bytes = bytes.map_err(|error| Error::broken(error.to_string()))?;
            let name = paper.title;
            Ok(Pdf { name, bytes })
        });
        drawn.await.or_broken("drawing a paper")?
    }
}

fn without_font() -> Refusal {
    let sentence = "这个程序没有带上打印用的字体，请先安装网页所需的包（cargo xtask setup）再构建";
    Refusal::unavailable("paper_font_missing", sentence)
}

impl IntoResponse for Pdf {
    fn into_response(self) -> Response {
        let disposition = format!(
            "inline; filename=\"paper.pdf\"; filename*=UTF-8''{}.pdf",
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
