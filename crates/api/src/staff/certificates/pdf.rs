//! A copy of a paper.

use std::sync::Arc;

use axum::extract::State;
use fund::certificate;
use kernel::CertificateId;

use crate::Api;
use crate::extract::Named;
use crate::pdf::{MEDIA_TYPE, Pdf};
use crate::problem::{Answer, ExportRefusals};
use crate::session::Staff;

/// A paper as a PDF file: the same whenever it is asked for. Audited: names are whole.
#[utoipa::path(
    get,
    path = "/api/certificates/{id}/pdf",
    tag = "certificates",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn print_certificate(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(certificate_id): Named<CertificateId>,
) -> Answer<Pdf> {
    let paper = certificate::paper(&api.app, &staff.caller, certificate_id).await?;
    Ok(Pdf::draw(&api, paper).await?)
}
