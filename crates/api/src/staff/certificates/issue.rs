//! Issuing papers.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::certificate::{self, Issued};
use kernel::{AccountNo, CertificateId, RemittanceId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::Id;

/// What a 缴存证明 is to list.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewContributionCertificate {
    /// How many months of contributions: 12 or 24.
    months: i32,
}

/// Which entry a 入账回单 is to be of.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewEntryReceipt {
    /// 明细序号.
    pub(crate) entry_no: i64,
}

/// A paper that was issued.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CertificateIssued {
    #[schema(value_type = Id)]
    certificate_id: CertificateId,
    /// 核验码, as it stands on the paper.
    code: String,
}

/// What was issued, as it is answered.
pub(crate) type Given = Answer<(StatusCode, Json<CertificateIssued>)>;

pub(crate) fn given(issued: Issued) -> (StatusCode, Json<CertificateIssued>) {
    let Issued {
        certificate_id,
        code,
    } = issued;
    let code = code.to_string();
    (
        StatusCode::CREATED,
        Json(CertificateIssued {
            certificate_id,
            code,
        }),
    )
}

/// Issues a member's 缴存证明.
#[utoipa::path(
    post,
    path = "/api/accounts/{no}/certificates",
    tag = "certificates",
    params(("no" = String, Path, description = "个人账号"), Key),
    request_body = NewContributionCertificate,
    responses((status = 201, body = CertificateIssued), ChangeRefusals)
)]
pub(crate) async fn issue_contribution_certificate(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    Key(key): Key,
    Body(form): Body<NewContributionCertificate>,
) -> Given {
    let (app, caller) = (&api.app, &staff.caller);
    let issued =
        certificate::issue_contribution(app, caller, &key, account_no, form.months).await?;
    Ok(given(issued))
}

/// Issues a member's 入账回单 for an entry that brought money.
#[utoipa::path(
    post,
    path = "/api/accounts/{no}/receipts",
    tag = "certificates",
    params(("no" = String, Path, description = "个人账号"), Key),
    request_body = NewEntryReceipt,
    responses((status = 201, body = CertificateIssued), ChangeRefusals)
)]
pub(crate) async fn issue_entry_receipt(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    Key(key): Key,
    Body(form): Body<NewEntryReceipt>,
) -> Given {
    let (app, caller) = (&api.app, &staff.caller);
    let issued =
        certificate::issue_entry_receipt(app, caller, &key, account_no, form.entry_no).await?;
    Ok(given(issued))
}

/// Issues an employer's 汇缴收据 for a posted remittance.
#[utoipa::path(
    post,
    path = "/api/remittances/{id}/receipt",
    tag = "certificates",
    params(("id" = String, Path, format = "uuid"), Key),
    responses((status = 201, body = CertificateIssued), ChangeRefusals)
)]
pub(crate) async fn issue_remittance_receipt(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(remittance_id): Named<RemittanceId>,
    Key(key): Key,
) -> Given {
    let (app, caller) = (&api.app, &staff.caller);
    let issued = certificate::issue_remittance_receipt(app, caller, &key, remittance_id).await?;
    Ok(given(issued))
}
