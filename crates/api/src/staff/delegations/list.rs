//! Who stands in for whom.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Date, DelegationId, Instant, StaffId};
use platform::approval::{self, DelegationState};
use serde::Serialize;
use utoipa::ToSchema;

use super::DelegationStateCode;
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, or_none, sentence, text};
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Items, Moment};
use crate::workbook::{MEDIA_TYPE, Workbook};

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
    #[schema(value_type = DelegationStateCode)]
    state: DelegationState,
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
            state: row.state,
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

static SHEET: ListSheet<approval::Delegation> = ListSheet {
    name: "delegations",
    title: "代办人",
    columns: &[
        text("from_name", "离岗人", 12, |row| row.from_name.clone()),
        text("to_name", "代办人", 12, |row| row.to_name.clone()),
        text("first_day", "起日", 12, |row| row.first_day.to_string()),
        text("last_day", "止日", 12, |row| row.last_day.to_string()),
        sentence("reason", "原因", |row| row.reason.clone()),
        text("state", "状态", 12, |row| row.state.label().to_owned()),
        text("ended_at", "提前终止", 18, |row| {
            or_none(row.ended_at.map(Instant::in_china))
        }),
    ],
    filters: &[],
};

/// Every delegation, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/delegations/list.xlsx",
    tag = "delegations",
    params(Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_delegations(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let rows = approval::delegations(&export.app, &staff.caller).await?;
    export.whole(&SHEET, asked, rows).await
}
