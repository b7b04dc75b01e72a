//! Totals over the entries of an account.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account;
use kernel::AccountNo;

use crate::Api;
use crate::extract::{Asked, Named};
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Totals, asked};

asked!(TotalsAsked: account::ENTRIES.info().0, bound ["account_no"]);

/// 合计 over the entries of an account that the filters select.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/entries/totals",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号"), TotalsAsked),
    responses((status = 200, body = Totals), ReadOneRefusals)
)]
pub(crate) async fn total_account_entries(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    Asked(query): Asked,
) -> Answer<Json<Totals>> {
    Ok(Json(
        account::entry_totals(&api.app, &staff.caller, account_no, &query)
            .await?
            .into(),
    ))
}
