//! Totals over the list of suspense.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use settlement::suspense;

use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked};

asked!(TotalsAsked: suspense::SUSPENSE.info().0);

/// 合计 over the suspense that the filters select.
#[utoipa::path(
    get,
    path = "/api/suspense/totals",
    tag = "suspense",
    params(TotalsAsked),
    responses((status = 200, body = Totals), ReadRefusals)
)]
pub(crate) async fn total_suspense(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    Ok(Json(
        suspense::totals(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
