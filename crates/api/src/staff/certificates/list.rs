//! The list of papers.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::certificate::{self, CertificateKind, CertificateStatus};
use kernel::{AccountNo, CertificateId, Instant, RemittanceId};
use serde::Serialize;
use utoipa::ToSchema;

use super::{CertificateKindCode, CertificateStatusCode};
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, Words, code_words, or_none, sentence, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Listing, Moment, Number, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 证明或回单 as its list shows it. What is personal is masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CertificateSummary {
    #[schema(value_type = Id)]
    certificate_id: CertificateId,
    #[schema(value_type = CertificateKindCode)]
    kind: CertificateKind,
    #[schema(value_type = CertificateStatusCode)]
    status: CertificateStatus,
    /// What tells it from others of its kind, such as `2026-10 汇缴收据`.
    title: String,
    /// Whose it is, masked; an employer's name is not.
    holder: String,
    /// The remittance of a receipt.
    #[schema(value_type = Option<Id>)]
    remittance_id: Option<RemittanceId>,
    /// The account of a member's paper.
    #[schema(value_type = Option<Number>)]
    account_no: Option<AccountNo>,
    #[schema(value_type = Moment)]
    issued_at: Instant,
    issued_by: String,
    #[schema(value_type = Option<Moment>)]
    voided_at: Option<Instant>,
    voided_by: Option<String>,
    /// Why it was voided.
    void_reason: Option<String>,
    /// What the caller may do with it: `print`, `void`.
    can: Vec<&'static str>,
}

impl From<certificate::CertificateSummary> for CertificateSummary {
    fn from(row: certificate::CertificateSummary) -> CertificateSummary {
        CertificateSummary {
            certificate_id: row.certificate_id,
            kind: row.kind,
            status: row.status,
            title: row.title,
            holder: row.holder,
            remittance_id: row.remittance_id,
            account_no: row.account_no,
            issued_at: row.issued_at,
            issued_by: row.issued_by_name,
            voided_at: row.voided_at,
            voided_by: row.voided_by_name,
            void_reason: row.void_reason,
            can: row.can,
        }
    }
}

asked!(
    CertificatesAsked: certificate::CERTIFICATES.info().0,
    bound ["code_lookup"],
    also ["code"]
);

/// The papers that the caller may see, the latest first. A whole `code` finds its paper.
#[utoipa::path(
    get,
    path = "/api/certificates",
    tag = "certificates",
    params(CertificatesAsked),
    responses((status = 200, body = Listing<CertificateSummary>), ReadRefusals)
)]
pub(crate) async fn list_certificates(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<CertificateSummary>>> {
    let listing = certificate::list(&api.app, &staff.caller, &query).await?;
    Ok(Json(listing.into()))
}

static SHEET: ListSheet<CertificateSummary> = ListSheet {
    name: "certificates",
    title: "证明与回单",
    columns: &[
        text("title", "名称", 26, |row| row.title.clone()),
        text("kind", "类型", 12, |row| row.kind.label().to_owned()),
        text("holder", "持有人", 32, |row| row.holder.clone()),
        text("account_no", "个人账号", 14, |row| {
            or_none(row.account_no)
        }),
        text("status", "状态", 10, |row| row.status.label().to_owned()),
        text("issued_at", "开具时间", 20, |row| {
            row.issued_at.in_china()
        }),
        text("issued_by", "开具人", 12, |row| row.issued_by.clone()),
        text("voided_at", "作废时间", 20, |row| {
            or_none(row.voided_at.map(Instant::in_china))
        }),
        text("voided_by", "作废人", 12, |row| {
            or_none(row.voided_by.as_ref())
        }),
        sentence("void_reason", "作废原因", |row| {
            or_none(row.void_reason.as_ref())
        }),
    ],
    filters: &[
        ("kind", code_words!(CertificateKind)),
        ("status", code_words!(CertificateStatus)),
        ("employer_id", Words::OfRow(|row| row.holder.clone())),
        ("member_id", Words::OfRow(|row| row.holder.clone())),
        ("remittance_id", Words::OfRow(|row| row.title.clone())),
        ("certificate_id", Words::OfRow(|row| row.title.clone())),
    ],
};

/// The papers that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/certificates/list.xlsx",
    tag = "certificates",
    params(CertificatesAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_certificates(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(certificate::list(app, caller, query))
        })
        .await
}
