//! Naming a deputy.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::{DelegationId, StaffId};
use platform::approval::{self, NewDelegation};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id};

/// A deputy as somebody names one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DelegationChange {
    /// Who is away: oneself, or anybody where the caller may set it for the centre.
    #[schema(value_type = Id)]
    from_staff: StaffId,
    /// Who decides instead.
    #[schema(value_type = Id)]
    to_staff: StaffId,
    /// Today or later.
    #[schema(value_type = Day)]
    first_day: String,
    #[schema(value_type = Day)]
    last_day: String,
    #[schema(max_length = 100)]
    reason: String,
}

/// A delegation that was set.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DelegationSet {
    #[schema(value_type = Id)]
    delegation_id: DelegationId,
}

/// Names who decides instead of somebody who is away.
#[utoipa::path(
    post,
    path = "/api/delegations",
    tag = "delegations",
    params(Key),
    request_body = DelegationChange,
    responses((status = 201, body = DelegationSet), ChangeRefusals)
)]
pub(crate) async fn set_delegation(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(form): Body<DelegationChange>,
) -> Answer<(StatusCode, Json<DelegationSet>)> {
    let new = NewDelegation {
        from_staff: form.from_staff,
        to_staff: form.to_staff,
        first_day: form.first_day,
        last_day: form.last_day,
        reason: form.reason,
    };
    let delegation_id = approval::delegate(&api.app, &staff.caller, &key, &new).await?;
    Ok((StatusCode::CREATED, Json(DelegationSet { delegation_id })))
}
