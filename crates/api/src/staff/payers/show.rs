//! One payer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::payer;
use kernel::PayerId;

use super::list::PayerSummary;
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;

/// One payer.
#[utoipa::path(
    get,
    path = "/api/payers/{id}",
    tag = "payers",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = PayerSummary), ReadOneRefusals)
)]
pub(crate) async fn show_payer(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(payer_id): Named<PayerId>,
) -> Answer<Json<PayerSummary>> {
    Ok(Json(
        payer::show(&api.app, &staff.caller, payer_id).await?.into(),
    ))
}
