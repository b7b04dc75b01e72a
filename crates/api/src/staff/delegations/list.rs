//! Who stands in for whom.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Date, DelegationId, Instant, StaffId};
use platform::approval;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Items, Moment};

/// 代办: who decides instead of whom.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Delegation {
    #[schema(value_type = Id)]
    delegation_id: DelegationId,
    #[schema(value_type = Id)]
    from_staff: StaffId,
    /// Who is away.
    from_name: String,
    #[schema(value_type = Id)]
    to_staff: StaffId,
    /// Who decides instead.
    to_name: String,
    #[schema(value_type = Day)]
    first_day: Date,
    #[schema(value_type = Day)]
    last_day: Date,
    reason: String,
    /// When it was ended before its time.
    #[schema(value_type = Option<Moment>)]
    ended_at: Option<Instant>,
    /// Whether it holds today.
    in_force: bool,
}

impl From<approval::Delegation> for Delegation {
    fn from(row: approval::Delegation) -> Delegation {
        Delegation {
            delegation_id: row.delegation_id,
            from_staff: row.from_staff,
            from_name: row.from_name,
            to_staff: row.to_staff,
            to_name: row.to_name,
            first_day: row.first_day,
            last_day: row.last_day,
            reason: row.reason,
            ended_at: row.ended_at,
            in_force: row.in_force,
        }
    }
}

/// Every delegation, the latest first.
#[utoipa::path(
    get,
    path = "/api/delegations",
    tag = "delegations",
    responses((status = 200, body = Items<Delegation>), ReadRefusals)
)]
pub(crate) async fn list_delegations(
    State(api): State<Arc<Api>>,
    staff: Staff,
) -> Answer<Json<Items<Delegation>>> {
    let rows = approval::delegations(&api.app, &staff.caller).await?;
    Ok(Json(Items::of(rows)))
}
