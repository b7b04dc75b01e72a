//! Changing a policy parameter.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::policy::PARAMETERS;
use kernel::{PolicyVersionId, ResolutionId};
use platform::policy::{self, Change, ParameterKey};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, PendingApproval, Reply};

/// A new version of a parameter, as the document says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PolicyChange {
    /// As people write it: yuan, a percentage, a number, a term in days; or a choice's `value`.
    value: String,
    /// 生效日期.
    #[schema(value_type = Day)]
    effective_from: String,
    /// 文件名称.
    #[schema(max_length = 120)]
    source_title: String,
    /// 文号.
    #[schema(max_length = 60)]
    source_number: String,
    /// 文件日期.
    #[schema(value_type = Day)]
    source_date: String,
    /// 管委会决议, where the committee decides the parameter.
    #[schema(value_type = Option<Id>)]
    resolution_id: Option<ResolutionId>,
    /// 备注, such as the article.
    #[schema(max_length = 200)]
    note: Option<String>,
    /// 变更原因.
    #[schema(max_length = 200)]
    reason: String,
}

/// A recorded version.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PolicyChanged {
    #[schema(value_type = Id)]
    policy_version_id: PolicyVersionId,
}

/// Records a new version of a parameter. What was decided before keeps the version it was decided
/// by. It may need approval.
#[utoipa::path(
    post,
    path = "/api/policy/{key}/versions",
    tag = "policy",
    params(("key" = String, Path), Key),
    request_body = PolicyChange,
    responses(
        (status = 201, body = PolicyChanged),
        (status = 202, body = PendingApproval),
        ChangeRefusals
    )
)]
pub(crate) async fn change_policy(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(parameter): Named<ParameterKey>,
    Key(key): Key,
    Body(form): Body<PolicyChange>,
) -> Answer<Reply<PolicyChanged>> {
    let change = Change {
        value: form.value,
        effective_from: form.effective_from,
        source_title: form.source_title,
        source_number: form.source_number,
        source_date: form.source_date,
        resolution_id: form.resolution_id,
        note: form.note.unwrap_or_default(),
        reason: form.reason,
    };
    let (app, caller) = (&api.app, &staff.caller);
    let which = (PARAMETERS, &parameter);
    let outcome = policy::change(app, caller, &key, which, &change).await?;
    let created = StatusCode::CREATED;
    Ok(Reply::of(created, outcome, |policy_version_id| {
        PolicyChanged { policy_version_id }
    }))
}
