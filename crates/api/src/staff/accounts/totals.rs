//! Totals over the list of accounts.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account;

use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked};

asked!(
    TotalsAsked: account::ACCOUNTS.info().0,
    bound ["id_number_lookup", "id_tail_lookup", "name_lookup", "mobile_lookup"],
    also ["id_number", "id_tail", "name", "mobile"]
);

/// 合计 over the accounts that the filters select.
#[utoipa::path(
    get,
    path = "/api/accounts/totals",
    tag = "accounts",
    params(TotalsAsked),
    responses((status = 200, body = Totals), ReadRefusals)
)]
pub(crate) async fn total_accounts(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    Ok(Json(
        account::totals(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
