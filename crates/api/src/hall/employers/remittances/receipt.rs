//! An employer's 汇缴收据.

use std::sync::Arc;

use axum::extract::State;
use fund::{certificate, remittance};
use kernel::{CertificateId, RemittanceId};

use crate::Api;
use crate::extract::Key;
use crate::hall::employers::caller::{AgentCaller, Thing};
use crate::hall::own;
use crate::pdf::{MEDIA_TYPE, Pdf};
use crate::problem::{Answer, ChangeRefusals, ExportRefusals};
use crate::staff::certificates::{CertificateIssued, Given, given};

/// Issues the 汇缴收据 of a posted remittance of the employer.
#[utoipa::path(
    post,
    path = "/api/hall/employers/{employer_id}/remittances/{remittance_id}/receipt",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(
        ("employer_id" = String, Path, format = "uuid"),
        ("remittance_id" = String, Path, format = "uuid"),
        Key,
    ),
    responses((status = 201, body = CertificateIssued), ChangeRefusals)
)]
pub(crate) async fn issue_hall_receipt(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Thing(remittance_id): Thing<RemittanceId>,
    Key(key): Key,
) -> Given {
    let (app, caller) = (&api.app, &agent.caller);
    let issued = certificate::issue_remittance_receipt(app, caller, &key, remittance_id).await;
    let issued = own(issued, || remittance::unknown(remittance_id))?;
    Ok(given(issued))
}

/// A 汇缴收据 of the employer as a PDF file. Another's is none.
#[utoipa::path(
    get,
    path = "/api/hall/employers/{employer_id}/certificates/{certificate_id}/pdf",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(
        ("employer_id" = String, Path, format = "uuid"),
        ("certificate_id" = String, Path, format = "uuid"),
    ),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn print_hall_certificate(
    State(api): State<Arc<Api>>,
    agent: AgentCaller,
    Thing(certificate_id): Thing<CertificateId>,
) -> Answer<Pdf> {
    let paper = certificate::paper(&api.app, &agent.caller, certificate_id).await;
    let paper = own(paper, || certificate::unknown().into())?;
    Ok(Pdf::draw(&api, paper).await?)
}
