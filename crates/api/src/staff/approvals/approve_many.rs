//! Approving several requests at once.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::ApprovalId;
use platform::approval::{self, ApprovalStatus, Tried};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ApprovalStatusCode;
use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::Id;

/// The requests to approve.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApprovalsChosen {
    #[schema(value_type = Vec<Id>, min_items = 1, max_items = 50)]
    approval_ids: Vec<ApprovalId>,
}

/// What became of each.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ApprovalsDecided {
    items: Vec<ApprovalTried>,
}

/// What became of one of several.
#[derive(Debug, Serialize, ToSchema)]
struct ApprovalTried {
    #[schema(value_type = Id)]
    approval_id: ApprovalId,
    /// How it stands now; missing where it couldn't be approved.
    #[schema(value_type = Option<ApprovalStatusCode>)]
    status: Option<ApprovalStatus>,
    /// Why it couldn't be.
    refused: Option<String>,
}

impl From<Tried> for ApprovalTried {
    fn from((approval_id, tried): Tried) -> ApprovalTried {
        let refused = tried
            .as_ref()
            .err()
            .map(|refusal| refusal.sentence().to_owned());
        ApprovalTried {
            approval_id,
            status: tried.ok(),
            refused,
        }
    }
}

/// Approves the steps that several requests stand at, each by itself: what one of them is refused
/// doesn't hold up the others.
#[utoipa::path(
    post,
    path = "/api/approvals/approve",
    tag = "approvals",
    params(Key),
    request_body = ApprovalsChosen,
    responses((status = 200, body = ApprovalsDecided), ChangeRefusals)
)]
pub(crate) async fn approve_many(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(form): Body<ApprovalsChosen>,
) -> Answer<Json<ApprovalsDecided>> {
    let (app, caller, ids) = (&api.app, &staff.caller, form.approval_ids);
    let tried = approval::approve_many(app, &api.businesses, caller, &key, &ids).await?;
    let items = tried.into_iter().map(ApprovalTried::from).collect();
    Ok(Json(ApprovalsDecided { items }))
}
