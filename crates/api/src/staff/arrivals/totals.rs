//! Totals over the list of arrivals.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use settlement::arrival;

use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked};

asked!(TotalsAsked: arrival::ARRIVALS.info().0);

/// 合计 over the arrivals that the filters select.
#[utoipa::path(
    get,
    path = "/api/arrivals/totals",
    tag = "arrivals",
    params(TotalsAsked),
    responses((status = 200, body = Totals), ReadRefusals)
)]
pub(crate) async fn total_arrivals(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    Ok(Json(
        arrival::totals(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
