//! The empty roster that employers fill in.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use fund::roster;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;

const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// 汇缴清册模板.xlsx (RFC 6266: the name in UTF-8, and one for those that can't read it).
const DISPOSITION: &str = "attachment; filename=\"roster.xlsx\"; \
     filename*=UTF-8''%E6%B1%87%E7%BC%B4%E6%B8%85%E5%86%8C%E6%A8%A1%E6%9D%BF.xlsx";

/// The empty roster as an `.xlsx` file.
#[utoipa::path(
    get,
    path = "/api/rosters/template",
    tag = "rosters",
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ReadRefusals)
)]
pub(crate) async fn roster_template(State(api): State<Arc<Api>>, staff: Staff) -> Answer<Response> {
    let bytes = roster::template(&api.app, &staff.caller).await?;
    let headers = [
        (header::CONTENT_TYPE, MEDIA_TYPE),
        (header::CONTENT_DISPOSITION, DISPOSITION),
    ];
    Ok((headers, bytes).into_response())
}
