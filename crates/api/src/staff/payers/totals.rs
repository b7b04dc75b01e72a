//! Totals over the list of payers.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::payer;

use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked};

asked!(TotalsAsked: payer::PAYERS.info().0);

/// 合计 over the payers that the filters select: how many employers they pay for today.
#[utoipa::path(
    get,
    path = "/api/payers/totals",
    tag = "payers",
    params(TotalsAsked),
    responses((status = 200, body = Totals), ReadRefusals)
)]
pub(crate) async fn total_payers(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    Ok(Json(
        payer::totals(&api.app, &staff.caller, &query).await?.into(),
    ))
}
