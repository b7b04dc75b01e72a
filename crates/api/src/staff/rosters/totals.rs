//! Totals over the list of rosters.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster;

use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked};

asked!(TotalsAsked: roster::ROSTERS.info().0);

/// 合计 over the rosters that the filters select.
#[utoipa::path(
    get,
    path = "/api/rosters/totals",
    tag = "rosters",
    params(TotalsAsked),
    responses((status = 200, body = Totals), ReadRefusals)
)]
pub(crate) async fn total_rosters(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    Ok(Json(
        roster::roster_totals(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
