//! Totals over the lines of a remittance.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance;
use kernel::RemittanceId;

use crate::Api;
use crate::extract::{Asked, Named};
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked, named};

asked!(TotalsAsked: named(fund::lists(), "remittance_lines"), bound ["batch_id"]);

/// 合计 over the lines of a remittance that the filters select.
#[utoipa::path(
    get,
    path = "/api/remittances/{id}/lines/totals",
    tag = "remittances",
    params(("id" = String, Path, format = "uuid"), TotalsAsked),
    responses((status = 200, body = Totals), ReadOneRefusals)
)]
pub(crate) async fn total_remittance_lines(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(remittance_id): Named<RemittanceId>,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    let (app, caller) = (&api.app, &staff.caller);
    Ok(Json(
        remittance::remittance_line_totals(app, caller, remittance_id, &query)
            .await?
            .into(),
    ))
}
