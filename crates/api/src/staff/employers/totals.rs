//! Totals over the list of employers.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::employer;

use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked};

asked!(TotalsAsked: employer::EMPLOYERS.info().0);

/// 合计 over the employers that the filters select.
#[utoipa::path(
    get,
    path = "/api/employers/totals",
    tag = "employers",
    params(TotalsAsked),
    responses((status = 200, body = Totals), ReadRefusals)
)]
pub(crate) async fn total_employers(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    Ok(Json(
        employer::totals(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
