//! Adding a role.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use kernel::RoleId;
use platform::DataScope;
use platform::role;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::DataScopeCode;
use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Id, PendingApproval, Reply};

/// 角色 as somebody makes it. It never changes: who needs other rights gets another role.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRole {
    /// Letters, digits, `_` and `-`, unique in the centre.
    #[schema(max_length = 32)]
    code: String,
    #[schema(max_length = 100)]
    name: String,
    /// 数据范围.
    #[schema(value_type = DataScopeCode)]
    data_scope: DataScope,
    /// The codes of its actions, all of one power.
    #[schema(value_type = Vec<String>)]
    actions: BTreeSet<String>,
}

/// A role that was added.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RoleAdded {
    #[schema(value_type = Id)]
    role_id: RoleId,
}

/// Adds a role. It may need approval.
#[utoipa::path(
    post,
    path = "/api/roles",
    tag = "roles",
    params(Key),
    request_body = NewRole,
    responses(
        (status = 201, body = RoleAdded),
        (status = 202, body = PendingApproval),
        ChangeRefusals
    )
)]
pub(crate) async fn add_role(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(form): Body<NewRole>,
) -> Answer<Reply<RoleAdded>> {
    let new = role::NewRole {
        code: form.code,
        name: form.name,
        data_scope: form.data_scope,
        actions: form.actions,
    };
    let outcome = role::add(&api.app, &staff.caller, &key, new, &api.actions).await?;
    Ok(Reply::of(StatusCode::CREATED, outcome, |role_id| {
        RoleAdded { role_id }
    }))
}
