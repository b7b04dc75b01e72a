//! Totals over the list of employers that owe a month.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::arrears;

use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked};

asked!(TotalsAsked: arrears::ARREARS.info().0);

/// 合计 over the employers that the filters select.
#[utoipa::path(
    get,
    path = "/api/arrears/totals",
    tag = "arrears",
    params(TotalsAsked),
    responses((status = 200, body = Totals), ReadRefusals)
)]
pub(crate) async fn total_arrears(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    let totals = arrears::totals(&api.app, &staff.caller, &query).await?;
    let named = vec![
        ("months_owed", totals.months_owed),
        ("awaited_months", totals.awaited_months),
        ("people", totals.people),
        ("estimate_fen", totals.estimate_fen.get()),
    ];
    Ok(Json(named.into()))
}
