//! Totals over the list of recoveries.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use settlement::recovery;

use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked};

asked!(TotalsAsked: recovery::RECOVERIES.info().0);

/// 合计 over the recoveries that the filters select.
#[utoipa::path(
    get,
    path = "/api/recoveries/totals",
    tag = "recoveries",
    params(TotalsAsked),
    responses((status = 200, body = Totals), ReadRefusals)
)]
pub(crate) async fn total_recoveries(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    Ok(Json(
        recovery::totals(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
