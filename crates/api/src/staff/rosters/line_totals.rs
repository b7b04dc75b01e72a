//! Totals over the lines of a roster.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster;
use kernel::RosterId;

use crate::Api;
use crate::extract::{Asked, Named};
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked, named};

asked!(TotalsAsked: named(fund::lists(), "roster_lines"), bound ["roster_id"]);

/// 合计 over the lines of a roster that the filters select.
#[utoipa::path(
    get,
    path = "/api/rosters/{id}/lines/totals",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid"), TotalsAsked),
    responses((status = 200, body = Totals), ReadOneRefusals)
)]
pub(crate) async fn total_roster_lines(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    Ok(Json(
        roster::line_totals(&api.app, &staff.caller, roster_id, &query)
            .await?
            .into(),
    ))
}
