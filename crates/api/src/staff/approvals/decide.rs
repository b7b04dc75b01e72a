//! Approving a request, and giving one back.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::ApprovalId;
use platform::approval::{self, ApprovalStatus};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ApprovalStatusCode;
use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// What is said with an approval.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApprovalNote {
    #[schema(max_length = 200)]
    note: Option<String>,
}

/// Why a request is given back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApprovalReturn {
    #[schema(max_length = 200)]
    note: String,
}

/// How a request stands now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ApprovalDecided {
    #[schema(value_type = ApprovalStatusCode)]
    status: ApprovalStatus,
}

/// Approves the step that a request stands at; after the last what was asked is done at once.
#[utoipa::path(
    post,
    path = "/api/approvals/{id}/approve",
    tag = "approvals",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = ApprovalNote,
    responses((status = 200, body = ApprovalDecided), ChangeRefusals)
)]
pub(crate) async fn approve(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(id): Named<ApprovalId>,
    Key(key): Key,
    Body(form): Body<ApprovalNote>,
) -> Answer<Json<ApprovalDecided>> {
    let (app, caller, note) = (&api.app, &staff.caller, form.note.as_deref());
    let businesses = &api.businesses;
    let status = approval::approve_and_carry_out(app, businesses, caller, &key, id, note).await?;
    Ok(Json(ApprovalDecided { status }))
}

/// Gives a request back to who asked it, with the reason: it ends.
#[utoipa::path(
    post,
    path = "/api/approvals/{id}/return",
    tag = "approvals",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = ApprovalReturn,
    responses((status = 200, body = ApprovalDecided), ChangeRefusals)
)]
pub(crate) async fn give_back_approval(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(id): Named<ApprovalId>,
    Key(key): Key,
    Body(form): Body<ApprovalReturn>,
) -> Answer<Json<ApprovalDecided>> {
    let status = approval::give_back(&api.app, &staff.caller, &key, id, &form.note).await?;
    Ok(Json(ApprovalDecided { status }))
}
