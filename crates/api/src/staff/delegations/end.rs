//! Ending a delegation before its time.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use kernel::DelegationId;
use platform::approval;

use crate::Api;
use crate::extract::{Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Ends a delegation before its time.
#[utoipa::path(
    post,
    path = "/api/delegations/{id}/end",
    tag = "delegations",
    params(("id" = String, Path, format = "uuid"), Key),
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn end_delegation(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(id): Named<DelegationId>,
    Key(key): Key,
) -> Answer<StatusCode> {
    approval::end_delegation(&api.app, &staff.caller, &key, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
