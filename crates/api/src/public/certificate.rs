//! 证明核验: what anybody who holds a paper may ask.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::certificate::{self, CertificateKind};
use kernel::Instant;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::Body;
use crate::problem::{Answer, CheckRefusals};
use crate::session::CameFrom;
use crate::staff::CertificateKindCode;
use crate::wire::Moment;

/// The code of a paper.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CertificateCheck {
    /// As it stands on the paper; hyphens and small letters don't matter.
    code: String,
}

/// What a paper says, and whether it still stands. Nothing of it identifies a person whole.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CheckedCertificate {
    #[schema(value_type = CertificateKindCode)]
    kind: CertificateKind,
    kind_label: &'static str,
    /// Who issued it.
    centre_name: String,
    #[schema(value_type = Moment)]
    issued_at: Instant,
    /// Whose it is: a member's name masked, an employer's whole.
    holder_masked: String,
    /// The member's document, masked; null for an employer's paper.
    id_number_masked: Option<String>,
    /// What the paper says under its labels.
    facts: Vec<CheckedFact>,
    /// Whether it still stands.
    is_valid: bool,
    /// Why it doesn't.
    void_reason: Option<String>,
}

/// A line of a paper.
#[derive(Debug, Serialize, ToSchema)]
struct CheckedFact {
    label: String,
    value: String,
}

impl From<certificate::Checked> for CheckedCertificate {
    fn from(checked: certificate::Checked) -> CheckedCertificate {
        let facts = checked.facts.into_iter();
        CheckedCertificate {
            kind: checked.kind,
            kind_label: checked.kind.label(),
            centre_name: checked.centre_name,
            issued_at: checked.issued_at,
            holder_masked: checked.holder_masked,
            id_number_masked: checked.id_number_masked,
            facts: facts
                .map(|(label, value)| CheckedFact { label, value })
                .collect(),
            is_valid: checked.is_valid,
            void_reason: checked.void_reason,
        }
    }
}

/// Checks a paper by its code: whether it was issued with these figures, and still stands.
#[utoipa::path(
    post,
    path = "/api/hall/certificates/verify",
    tag = "public",
    security(()),
    request_body = CertificateCheck,
    responses((status = 200, body = CheckedCertificate), CheckRefusals)
)]
pub(crate) async fn verify_certificate(
    State(api): State<Arc<Api>>,
    CameFrom(origin): CameFrom,
    Body(CertificateCheck { code }): Body<CertificateCheck>,
) -> Answer<Json<CheckedCertificate>> {
    let address = origin.address.as_deref();
    let checked = certificate::check(&api.app, api.centre, address, &code).await?;
    Ok(Json(checked.into()))
}
