//! A member's own papers: 缴存证明 and 入账回单.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use db::ListQuery;
use fund::certificate::{self, CertificateKind, CertificateStatus, CertificateSummary};
use fund::member::hall;
use kernel::{CertificateId, Instant};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::hall::own;
use crate::hall::session::MemberCaller;
use crate::pdf::{MEDIA_TYPE, Pdf};
use crate::problem::{Answer, ChangeRefusals, ExportRefusals, ReadRefusals};
use crate::staff::certificates::{CertificateIssued, Given, NewEntryReceipt, given};
use crate::staff::{CertificateKindCode, CertificateStatusCode};
use crate::wire::{Id, Moment};

/// How many months a 缴存证明 lists unless another number is asked for.
const MONTHS: i32 = 12;
/// How many papers the list shows, the latest; whoever needs an older one is given a new one.
const SHOWN: u32 = 100;

/// What the member's own 缴存证明 is to list.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewOwnCertificate {
    /// How many months of contributions: 12, which it is unless said, or 24.
    months: Option<i32>,
}

/// A paper of the member.
#[derive(Serialize, ToSchema)]
pub(crate) struct OwnCertificate {
    #[schema(value_type = Id)]
    certificate_id: CertificateId,
    #[schema(value_type = CertificateKindCode)]
    kind: CertificateKind,
    kind_label: &'static str,
    #[schema(value_type = CertificateStatusCode)]
    status: CertificateStatus,
    /// 核验码, as it stands on the paper.
    code: String,
    #[schema(value_type = Moment)]
    issued_at: Instant,
    title: String,
}

impl From<CertificateSummary> for OwnCertificate {
    fn from(row: CertificateSummary) -> OwnCertificate {
        OwnCertificate {
            certificate_id: row.certificate_id,
            kind: row.kind,
            kind_label: row.kind.label(),
            status: row.status,
            code: row.code.to_string(),
            issued_at: row.issued_at,
            title: row.title,
        }
    }
}

/// The member's papers, the latest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct OwnCertificates {
    items: Vec<OwnCertificate>,
}

/// Issues the member's own 缴存证明.
#[utoipa::path(
    post,
    path = "/api/hall/member/certificates",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(Key),
    request_body = NewOwnCertificate,
    responses((status = 201, body = CertificateIssued), ChangeRefusals)
)]
pub(crate) async fn issue_own_certificate(
    State(api): State<Arc<Api>>,
    MemberCaller(caller): MemberCaller,
    Key(key): Key,
    Body(form): Body<NewOwnCertificate>,
) -> Given {
    let account_no = hall::show(&api.app, &caller).await?.account.account_no;
    let months = form.months.unwrap_or(MONTHS);
    let issued =
        certificate::issue_contribution(&api.app, &caller, &key, account_no, months).await?;
    Ok(given(issued))
}

/// Issues an 入账回单 of an entry of the member's own account.
#[utoipa::path(
    post,
    path = "/api/hall/member/receipts",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(Key),
    request_body = NewEntryReceipt,
    responses((status = 201, body = CertificateIssued), ChangeRefusals)
)]
pub(crate) async fn issue_own_receipt(
    State(api): State<Arc<Api>>,
    MemberCaller(caller): MemberCaller,
    Key(key): Key,
    Body(form): Body<NewEntryReceipt>,
) -> Given {
    let account_no = hall::show(&api.app, &caller).await?.account.account_no;
    let (app, entry_no) = (&api.app, form.entry_no);
    let issued = certificate::issue_entry_receipt(app, &caller, &key, account_no, entry_no).await?;
    Ok(given(issued))
}

/// The member's own papers, the latest first.
#[utoipa::path(
    get,
    path = "/api/hall/member/certificates",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    responses((status = 200, body = OwnCertificates), ReadRefusals)
)]
pub(crate) async fn list_own_certificates(
    State(api): State<Arc<Api>>,
    MemberCaller(caller): MemberCaller,
) -> Answer<Json<OwnCertificates>> {
    let query = ListQuery {
        limit: SHOWN,
        ..ListQuery::default()
    };
    let listing = certificate::list(&api.app, &caller, &query).await?;
    let items = listing.items.into_iter().map(OwnCertificate::from);
    Ok(Json(OwnCertificates {
        items: items.collect(),
    }))
}

/// A paper of the member as a PDF file. Somebody else's is none.
#[utoipa::path(
    get,
    path = "/api/hall/member/certificates/{id}/pdf",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn print_own_certificate(
    State(api): State<Arc<Api>>,
    MemberCaller(caller): MemberCaller,
    Named(certificate_id): Named<CertificateId>,
) -> Answer<Pdf> {
    let paper = certificate::paper(&api.app, &caller, certificate_id).await;
    let paper = own(paper, || certificate::unknown().into())?;
    Ok(Pdf::draw(&api, paper).await?)
}
