//! Totals over the list of remittances.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance;

use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked};

asked!(TotalsAsked: remittance::REMITTANCES.info().0);

/// 合计 over the remittances that the filters select.
#[utoipa::path(
    get,
    path = "/api/remittances/totals",
    tag = "remittances",
    params(TotalsAsked),
    responses((status = 200, body = Totals), ReadRefusals)
)]
pub(crate) async fn total_remittances(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    Ok(Json(
        remittance::remittance_totals(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
