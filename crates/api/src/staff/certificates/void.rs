//! Voiding a paper.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::certificate;
use kernel::CertificateId;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Why a paper is voided. It stays with the centre: who checks the paper is told the day alone.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CertificateVoiding {
    /// On one line.
    #[schema(max_length = 120)]
    reason: String,
}

/// Voids a paper: the centre no longer stands by it.
#[utoipa::path(
    post,
    path = "/api/certificates/{id}/void",
    tag = "certificates",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = CertificateVoiding,
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn void_certificate(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(certificate_id): Named<CertificateId>,
    Key(key): Key,
    Body(CertificateVoiding { reason }): Body<CertificateVoiding>,
) -> Answer<StatusCode> {
    certificate::void(&api.app, &staff.caller, &key, certificate_id, &reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
