//! Totals over the list of vouchers.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use ledger::voucher;
use settlement::books;

use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked};

asked!(TotalsAsked: voucher::VOUCHERS.info().0, also ["month", "account"]);

/// 合计 over the vouchers that the filters select.
#[utoipa::path(
    get,
    path = "/api/vouchers/totals",
    tag = "vouchers",
    params(TotalsAsked),
    responses((status = 200, body = Totals), ReadRefusals)
)]
pub(crate) async fn total_vouchers(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    Ok(Json(
        books::voucher_totals(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
