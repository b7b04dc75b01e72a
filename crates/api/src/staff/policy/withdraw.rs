//! Withdrawing a version that isn't in force yet.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::policy::PARAMETERS;
use kernel::PolicyVersionId;
use platform::policy;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Id, PendingApproval, Reply};

/// Why a version is withdrawn.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct VersionWithdrawal {
    #[schema(max_length = 200)]
    reason: String,
}

/// A version that was withdrawn.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PolicyVersionWithdrawn {
    #[schema(value_type = Id)]
    policy_version_id: PolicyVersionId,
}

/// Withdraws a version that isn't in force yet. It stays in the history. It may need approval.
#[utoipa::path(
    post,
    path = "/api/policy-versions/{id}/withdraw",
    tag = "policy",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = VersionWithdrawal,
    responses(
        (status = 200, body = PolicyVersionWithdrawn),
        (status = 202, body = PendingApproval),
        ChangeRefusals
    )
)]
pub(crate) async fn withdraw_policy_version(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(version_id): Named<PolicyVersionId>,
    Key(key): Key,
    Body(form): Body<VersionWithdrawal>,
) -> Answer<Reply<PolicyVersionWithdrawn>> {
    let (app, caller) = (&api.app, &staff.caller);
    let which = (PARAMETERS, version_id);
    let outcome = policy::withdraw(app, caller, &key, which, &form.reason).await?;
    Ok(Reply::of(StatusCode::OK, outcome, |()| {
        PolicyVersionWithdrawn {
            policy_version_id: version_id,
        }
    }))
}
