//! Taking back one's own request.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use kernel::ApprovalId;
use platform::approval;

use crate::Api;
use crate::extract::{Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Takes one's own request back, as long as it waits.
#[utoipa::path(
    post,
    path = "/api/approvals/{id}/withdraw",
    tag = "approvals",
    params(("id" = String, Path, format = "uuid"), Key),
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn withdraw_approval(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(id): Named<ApprovalId>,
    Key(key): Key,
) -> Answer<StatusCode> {
    approval::withdraw(&api.app, &staff.caller, &key, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
