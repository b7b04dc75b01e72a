//! `/api/certificates`: 证明与回单. They are issued at what they are of: an account, a remittance.

mod issue;
mod list;
mod pdf;
mod void;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(crate) use issue::{CertificateIssued, Given, NewEntryReceipt, given};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_certificates))
        .routes(routes!(list::export_certificates))
        .routes(routes!(pdf::print_certificate))
        .routes(routes!(void::void_certificate))
        .routes(routes!(issue::issue_contribution_certificate))
        .routes(routes!(issue::issue_entry_receipt))
        .routes(routes!(issue::issue_remittance_receipt))
}

crate::wire::code_schema! {
    CertificateKindCode = fund::certificate::CertificateKind;
    CertificateStatusCode = fund::certificate::CertificateStatus;
}
