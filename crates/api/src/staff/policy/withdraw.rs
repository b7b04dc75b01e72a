//! Withdrawing a version that isn't in force yet.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use kernel::PolicyVersionId;
use platform::policy;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Why a version is withdrawn.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct VersionWithdrawal {
    #[schema(max_length = 200)]
    reason: String,
}

/// Withdraws a version that isn't in force yet. It stays in the history.
#[utoipa::path(
    post,
    path = "/api/policy-versions/{id}/withdraw",
    tag = "policy",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = VersionWithdrawal,
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn withdraw_policy_version(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(version_id): Named<PolicyVersionId>,
    Key(key): Key,
    Body(form): Body<VersionWithdrawal>,
) -> Answer<StatusCode> {
    policy::withdraw(&api.app, &staff.caller, &key, version_id, &form.reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
